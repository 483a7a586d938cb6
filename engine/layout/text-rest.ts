/** What is left of a story's text where one of its parts ends and the next begins. */
import { countCharacters, flatBody } from '../issue/characters';
import type { Article } from '../issue/types';
import { bodyLines } from './body';
import { type BodyLine, type BodySource, textFrom } from './body-line';
import type { TextContext } from './context';
import { splitRuns } from './runs';

export interface TextRest {
  /** The article from the break on. */
  readonly article: Article;
  /** Its first paragraph goes on from before the break. */
  readonly continued: boolean;
  /** The composition that the break lies in, and the first of its lines that is left. */
  readonly composed?: Composed;
}

interface Composed extends TextLines {
  readonly from: number;
}

/** Lines of an article (from a break on) at a measure in points; their sources tell places of this article. */
export interface TextLines {
  readonly article: Article;
  readonly measure: number;
  readonly lines: readonly BodyLine[];
}

/** Nothing of it is set yet. */
export function wholeText(article: Article): TextRest {
  return { article, continued: false };
}

/** Nothing is left. */
export function noText(article: Article): TextRest {
  return { article: { ...article, byline: NO_BYLINE, paragraphs: [], jump: '' }, continued: true };
}

/** Whether anything is left to set. */
export function hasText({ article, composed }: TextRest): boolean {
  return (
    composed !== undefined ||
    article.jump !== '' ||
    article.paragraphs.length > 0 ||
    article.byline.credit + article.byline.lead !== ''
  );
}

const NO_BYLINE = { lead: '', credit: '' };

/**
 * The lines that are left, and the index of the first. At the measure of the part before they are lines of the same
 * composition; at another one the text is composed from the break on.
 */
export function linesLeft({ article, continued, composed }: TextRest, context: TextContext, measure: number): Composed {
  if (composed && sameMeasure(composed.measure, measure)) return composed;
  return { article, measure, lines: bodyLines(article, context, measure, continued), from: 0 };
}

/** Whether text breaks alike at two measures, points. */
export function sameMeasure(one: number, other: number): boolean {
  return Math.abs(one - other) < 0.01;
}

/** What is left from a line on; a line without a place in the article is left to parts of the same measure only. */
export function restAt(lines: TextLines, at: number): TextRest {
  const source = lines.lines[at]?.source;
  const composed = { ...lines, from: at };
  if (!source) return { article: noText(lines.article).article, continued: true, composed };
  return { ...restFrom(lines.article, source), composed };
}

/** The article from a place in its text on; the byline is behind it. */
export function restFrom(article: Article, { paragraph, offset }: BodySource): TextRest {
  const [first, ...others] = article.paragraphs.slice(paragraph);
  // What goes on has no first character to sink.
  const begun = offset > 0 ? { runs: splitRuns(first.runs, offset).tail } : first;
  return { article: { ...article, byline: NO_BYLINE, paragraphs: [begun, ...others] }, continued: offset > 0 };
}

/** Where what is left starts in the article's running text, UTF-16. */
export function startOf(whole: Article, { article, continued, composed }: TextRest): number {
  const text = flatBody(whole);
  if (!continued && article.paragraphs.length === whole.paragraphs.length) return 0;
  if (article.paragraphs.length > 0) return text.length - flatBody(article).length;
  if (!composed) return text.length;
  // A form that a column's end parts has no place of its own: what is left is counted from the text's end.
  let left = countCharacters(textFrom(composed.lines, composed.from)) - countCharacters(whole.jump);
  let start = text.length;
  while (left > 0 && start > 0) if (/\S/.test(text[--start]!)) left--;
  return start;
}
