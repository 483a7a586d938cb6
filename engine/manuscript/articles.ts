import type { Weight } from '../issue/types';
import { readBody } from './article-body';
import { lengthOf } from './characters';
import { isCreditLine } from './credits';
import type { Head } from './heads';
import { partOf, spanOf } from './pieces';
import type { Paragraph } from './rejoin';
import { isPageFurniture, isSeparator, jumpLength } from './signs';
import type { ArticleDraft, Part, PartKind } from './types';

/** An article while its paragraphs are being collected. */
export interface ArticleBuilder {
  readonly kind: 'builder';
  head: Head | undefined;
  readonly body: Paragraph[];
  /** Signs before its head: the label 简讯, a bullet. */
  readonly leading: Part[];
  /** Lines in it and after it that are set aside. */
  readonly asides: Part[];
  readonly weight: Weight;
  /** The body holds more than lines that say who wrote it. */
  hasText: boolean;
  /** A signature or jump line has ended it. */
  closed: boolean;
}

export function newArticle(head: Head | undefined, weight: Weight = 'auto'): ArticleBuilder {
  return { kind: 'builder', head, body: [], leading: [], asides: [], weight, hasText: false, closed: false };
}

/** Whether a line is set aside: it separates, or belongs to the printed page that the text was taken from. */
export function isAside(text: string): boolean {
  return isSeparator(text) || isPageFurniture(text);
}

/** Adds a paragraph; a signature, a jump line or a line that is set aside ends the article. */
export function addParagraph(article: ArticleBuilder, paragraph: Paragraph): void {
  if (isAside(paragraph.text)) {
    article.asides.push(partOf('mark', paragraph.text, paragraph, 0.8));
    article.closed = true;
    return;
  }
  article.body.push(paragraph);
  const isCredit = isCreditLine(paragraph.text);
  if (!isCredit) article.hasText = true;
  const ends = isCredit || jumpLength(paragraph.text) === paragraph.text.length;
  article.closed = ends && article.body.length > 1;
}

/**
 * Turns what was collected into a draft.
 * @param nameHeadline headline of the file's name, for a text without one
 * @param nameHints whether the file's name speaks of verse
 */
export function finishArticle(article: ArticleBuilder, nameHeadline: string, nameHints: boolean): ArticleDraft {
  const head = readHeadLines(article.head, nameHeadline);
  const text = readBody(article.body, head.byline, nameHints || head.headline.join('').includes('诗'));
  const parts = [...article.leading, ...head.parts, ...text.parts, ...article.asides].sort((a, b) => a.span.from - b.span.from);
  return {
    kind: 'article',
    ...(head.column === '' ? {} : { column: head.column }),
    kicker: head.kicker,
    headline: head.headline,
    deck: head.deck,
    byline: text.byline,
    paragraphs: text.paragraphs,
    weight: article.weight,
    page: 0,
    jump: text.jump,
    parts,
    span: spanOf(parts),
    confidence: article.head?.confidence ?? (text.byline.lead === '' && article.weight !== 'brief' ? 0.4 : 0.7),
  };
}

interface HeadFields {
  readonly column: string;
  readonly kicker: string;
  readonly headline: readonly string[];
  readonly deck: string;
  readonly byline: string;
  readonly parts: readonly Part[];
}

function readHeadLines(head: Head | undefined, nameHeadline: string): HeadFields {
  const lines = head?.lines ?? [];
  const parts = lines.flatMap(({ kind, paragraph, before, after, confidence }) => [
    partOf('mark', before, paragraph, confidence),
    partOf(kind, paragraph.text, paragraph, confidence),
    partOf('mark', after, paragraph, confidence),
  ]);
  const pick = (kind: PartKind) => parts.filter((part) => part.kind === kind).map((part) => part.text);
  const headline = pick('headline').flatMap(headlineLines);
  const named = headline.length === 0 && nameHeadline !== '';
  if (named) parts.unshift({ kind: 'headline', text: nameHeadline, span: { from: 0, to: 0 }, confidence: 0.7 });
  return {
    column: pick('column')[0] ?? '',
    kicker: pick('kicker').join(' '),
    headline: named ? headlineLines(nameHeadline) : headline,
    deck: pick('deck').join(' '),
    byline: pick('byline').join(' '),
    parts: parts.filter((part) => part.text !== ''),
  };
}

/** A space in a headline, outside quotes and brackets, marks where it breaks into lines; at most three. */
export function headlineLines(text: string): string[] {
  const lines: string[] = [];
  let depth = 0;
  let line = '';
  for (const char of text) {
    if ('“‘《（'.includes(char)) depth++;
    if ('”’》）'.includes(char)) depth--;
    if (char === ' ' && depth <= 0 && breaksAfter(line)) {
      lines.push(line);
      line = '';
    } else line += char;
  }
  lines.push(line);
  const breaks = lines.length <= 3 && lines.every((piece) => /[^\u0021-\u007e\s]/.test(piece));
  return breaks ? lines : [text];
}

function breaksAfter(line: string): boolean {
  return lengthOf(line) > 1;
}
