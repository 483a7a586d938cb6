import { lengthOf } from './characters';
import { bylineOpening, isCreditLine, isNameLine } from './credits';
import { type HeadLine, headLine, nameHeadLines } from './head-lines';
import { without } from './pieces';
import type { Paragraph } from './rejoin';
import { headLabel, isShortLine, opensStory } from './signs';
import { isAmongVerse } from './verse';

/* Where an article begins. */

export interface Head {
  readonly lines: readonly HeadLine[];
  /** Paragraphs it takes, with those that belong to the article before. */
  readonly taken: number;
  /** Paragraphs at its beginning that are no part of it. */
  readonly skipped: number;
  /** How sure it is that an article begins here. */
  readonly confidence: number;
}

const mostHeadLines = 4;

/** What is known when a head is looked for. */
export interface Before {
  /** The last paragraphs of the article that stands before; undefined when none does. */
  readonly tail: readonly Paragraph[] | undefined;
  /** Whether it ended with a signature, a jump line or a separator. */
  readonly closed: boolean;
  /** The usual number of empty lines between paragraphs of this file. */
  readonly usualBlanks: number;
  /** For each paragraph of the manuscript whether it is a short line. */
  readonly short: readonly boolean[];
}

/** Paragraphs before and after a short line among which another heading of the same article is looked for. */
export const headingDistance = 6;

/** The head of an article that begins at `at`, or undefined when the line there belongs to what stands before. */
export function readHead(paragraphs: readonly Paragraph[], at: number, before: Before): Head | undefined {
  const labelled = readLabelledHead(paragraphs, at, before);
  if (labelled) return labelled;
  const column = labelledColumn(paragraphs, at, before);
  if (column) return column;
  let end = at;
  while (end < paragraphs.length && end - at <= mostHeadLines && before.short[end]) end++;
  if (end === at) return undefined;
  if (isByline(paragraphs, end, before.short)) return bylineHead(paragraphs, at, end, before);
  return before.tail ? headInside(paragraphs, at, end, before, before.tail) : firstHead(paragraphs, at, end);
}

/** A byline or credit line with text under it; a credit line without is the signature of what stands before. */
function isByline(paragraphs: readonly Paragraph[], index: number, short: readonly boolean[]): boolean {
  const text = paragraphs[index]?.text ?? '';
  if (!isCreditLine(text)) return bylineOpening(text) !== undefined;
  const next = paragraphs[index + 1];
  return next !== undefined && (!short[index + 1] || next.blanks <= 1);
}

/** Lines that say what they are: `栏目：…`, `引题：…`, `标题：…`, `副题：…`; a name below them is the author's. */
function readLabelledHead(paragraphs: readonly Paragraph[], at: number, before: Before): Head | undefined {
  const lines: HeadLine[] = [];
  let end = at;
  while (end < paragraphs.length && end - at < 5) {
    const paragraph = paragraphs[end]!;
    const label = headLabel(paragraph.text);
    if (!label || label.part === 'body' || lines.some((line) => line.kind === label.part)) break;
    lines.push(headLine(label.part, without(paragraph, label.length), 0.98, paragraph.text.slice(0, label.length)));
    end++;
  }
  const author = paragraphs[end];
  if (lines.length > 0 && author && isNameLine(author.text) && end + 1 < paragraphs.length) {
    lines.push(headLine('byline', author, 0.7));
    end++;
  }
  const isHead = lines.length > 1 || lines[0]?.before.includes('标题') || !before.tail;
  return isHead && lines.some((line) => line.kind === 'headline')
    ? { lines, taken: end - at, skipped: 0, confidence: 0.98 }
    : undefined;
}

/** `栏目：社区故事` above a head that has no labels. */
function labelledColumn(paragraphs: readonly Paragraph[], at: number, before: Before): Head | undefined {
  const paragraph = paragraphs[at]!;
  const label = headLabel(paragraph.text);
  if (label?.part !== 'column' || label.length === paragraph.text.length || at + 1 >= paragraphs.length) return undefined;
  const head = readHead(paragraphs, at + 1, { ...before, closed: true });
  if (!head || head.skipped > 0) return undefined;
  const name = headLine('column', without(paragraph, label.length), 0.98, paragraph.text.slice(0, label.length));
  return { ...head, lines: [name, ...head.lines], taken: head.taken + 1 };
}

/** The lines right above a byline; a wider gap among them, or too many of them, leaves the first to the article before. */
function bylineHead(paragraphs: readonly Paragraph[], at: number, end: number, before: Before): Head {
  let start = Math.max(at, end - (before.tail ? mostHeadLines - 1 : mostHeadLines));
  for (let index = end - 1; index > start; index--) {
    if (paragraphs[index]!.blanks > Math.max(1, paragraphs[end]!.blanks)) start = index;
  }
  const lines = nameHeadLines(paragraphs.slice(start, end));
  return { lines, taken: end - at, skipped: start - at, confidence: 0.95 };
}

/** The first lines of a file, or what follows a notice or group. */
function firstHead(paragraphs: readonly Paragraph[], at: number, end: number): Head {
  const run = paragraphs.slice(at, end);
  const followed = end < paragraphs.length;
  if (run.length > mostHeadLines || !followed) return verseHead(run);
  const author = run.length > 1 && isAuthorLine(run.at(-1)!.text) ? run.at(-1) : undefined;
  const lines = nameHeadLines(author ? run.slice(0, -1) : run);
  if (author) lines.push(headLine('byline', author, 0.7));
  return { lines, taken: run.length, skipped: 0, confidence: 0.8 };
}

/** A name, or the date of a text taken from the web. */
function isAuthorLine(text: string): boolean {
  return isNameLine(text) || /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/.test(text);
}

/** Many short lines are verse or a list: the first is the headline, a name under it the author. */
function verseHead(run: readonly Paragraph[]): Head {
  const lines = [headLine('headline', run[0]!, 0.7)];
  const [, second, third] = run;
  if (second && third && isNameLine(second.text) && !isNameLine(third.text)) lines.push(headLine('byline', second, 0.6));
  return { lines, taken: lines.length, skipped: 0, confidence: 0.6 };
}

/** Points that a line without byline needs to begin an article rather than head a section of the one before. */
const enoughPoints = 3;

/** A short line inside a file without byline: a new article's headline, or a heading within the one before? */
function headInside(
  paragraphs: readonly Paragraph[],
  at: number,
  end: number,
  before: Before,
  tail: readonly Paragraph[],
): Head | undefined {
  const run = paragraphs.slice(at, end);
  const following = paragraphs.slice(end, end + headingDistance);
  if (following.length === 0 || run.length >= mostHeadLines || isAmongVerse(tail, following)) return undefined;
  const points = articlePoints(run, following, before, tail);
  if (points < enoughPoints) return undefined;
  return { lines: nameHeadLines(run), taken: run.length, skipped: 0, confidence: Math.min(0.9, 0.5 + points * 0.06) };
}

/** Points for short lines being the head of a new article. */
function articlePoints(
  run: readonly Paragraph[],
  following: readonly Paragraph[],
  before: Before,
  tail: readonly Paragraph[],
): number {
  const [first, last] = [run[0]!, run.at(-1)!];
  const length = lengthOf(last.text);
  const story = opensStory(following[0]!.text);
  let points = 0;
  if (first.blanks > before.usualBlanks) points += first.blanks >= 2 ? 3 : 2;
  if (first.blanks === 0 && before.usualBlanks === 0) points -= 1;
  if (before.closed) points += 3;
  if (tail.length > 0 && isShortLine(tail.at(-1)!.text)) points -= 2;
  if (length >= 10) points += 1;
  if (length <= 8) points -= 1;
  if (story) points += 2;
  if (run.length > 1) points += 1;
  if (/\S \S/.test(first.text)) points += 1;
  if (!story && first.blanks < 2 && hasLikeHeadings(last, tail, following.slice(1), before)) points -= 2;
  return points;
}

/** Whether a short line like this one stands a few paragraphs away in the same article: both are headings within it. */
function hasLikeHeadings(line: Paragraph, tail: readonly Paragraph[], following: readonly Paragraph[], before: Before): boolean {
  const length = lengthOf(line.text);
  const isLike = ({ text }: Paragraph) => Math.abs(lengthOf(text.slice(0, 120)) - length) <= 2;
  const earlier = tail.find((paragraph) => isShortLine(paragraph.text));
  const later = following.find((paragraph) => isShortLine(paragraph.text));
  if (earlier && isLike(earlier)) return true;
  return later !== undefined && isLike(later) && later.blanks <= Math.max(line.blanks, before.usualBlanks);
}
