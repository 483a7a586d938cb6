import { type ArticleBuilder, addParagraph, newArticle } from './articles';
import { endsSentence, lengthOf } from './characters';
import { type HeadLine, headLine } from './head-lines';
import { partOf, without } from './pieces';
import type { Paragraph } from './rejoin';
import { bulletLength, isBriefsLabel, numbering } from './signs';

/* 简讯: a label, then short items that become articles of the weight `brief`. */

export interface BriefsFound {
  readonly articles: readonly ArticleBuilder[];
  readonly taken: number;
}

/** The briefs under a label at `at`, up to where something else begins. */
export function readBriefs(
  paragraphs: readonly Paragraph[],
  at: number,
  ends: (index: number) => boolean,
): BriefsFound | undefined {
  const label = paragraphs[at]!;
  if (!isBriefsLabel(label.text) || at + 1 >= paragraphs.length) return undefined;
  const articles: ArticleBuilder[] = [];
  let next = at + 1;
  while (next < paragraphs.length) {
    const paragraph = paragraphs[next]!;
    const open = articles.at(-1);
    const awaitsText = !open || (open.head !== undefined && open.body.length === 0);
    if (!awaitsText && ends(next)) break;
    if (opensItem(paragraph.text, open)) articles.push(openItem(paragraph));
    else addParagraph(open!, paragraph);
    next++;
  }
  articles[0]!.leading.unshift(partOf('mark', label.text, label, 0.9));
  return { articles, taken: next - at };
}

function isHeadLine(text: string): boolean {
  return lengthOf(text) <= 40 && !endsSentence(text) && !/[。；]/.test(text);
}

/** A bullet, number or 【 opens an item; without them a headline does, and a paragraph after a complete item. */
function opensItem(text: string, open: ArticleBuilder | undefined): boolean {
  if (!open || bulletLength(text) > 0 || text.startsWith('【') || numbering(text)) return true;
  return open.body.length > 0 && (isHeadLine(text) || !open.head) && !/^[（(]/.test(text);
}

function openItem(paragraph: Paragraph): ArticleBuilder {
  const bullet = bulletLength(paragraph.text) || numbering(paragraph.text)?.length || 0;
  const rest = without(paragraph, bullet);
  const { head, text } = splitItem(rest);
  const article = newArticle(head && { lines: [head], taken: 1, skipped: 0, confidence: head.confidence }, 'brief');
  if (bullet > 0) article.leading.push(partOf('mark', paragraph.text.slice(0, bullet), paragraph, 0.95));
  if (text !== '') addParagraph(article, { ...paragraph, text });
  return article;
}

/** The headline of an item: in 【】, before the first space, or the whole of a short line. */
function splitItem(paragraph: Paragraph): { head: HeadLine | undefined; text: string } {
  const { text } = paragraph;
  const bracketed = /^【([^】]{1,40})】\s*/.exec(text.slice(0, 60));
  if (bracketed) {
    const title = { ...paragraph, text: bracketed[1]! };
    return { head: headLine('headline', title, 0.9, '【', '】'), text: text.slice(bracketed[0].length) };
  }
  if (isHeadLine(text)) return { head: headLine('headline', paragraph, 0.8), text: '' };
  const title = text.slice(0, Math.max(0, text.slice(0, 32).indexOf(' ')));
  if (title.length < 4 || /[，。；]/.test(title)) return { head: undefined, text };
  return { head: headLine('headline', { ...paragraph, text: title }, 0.85), text: text.slice(title.length + 1) };
}
