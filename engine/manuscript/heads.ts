import { endsSentence, lengthOf } from './characters';
import { isPhotoCredit } from './figures';
import { without } from './pieces';
import type { Paragraph } from './rejoin';
import {
  bulletLength,
  bylineOpening,
  headLabel,
  isCreditLine,
  isNameLine,
  isPageFurniture,
  isSeparator,
  isSpeech,
  jumpLength,
  numbering,
} from './signs';

/* Where an article begins, and what the short lines above its text are: kicker 引题, headline 主题, deck 副题. */

export interface Head {
  readonly lines: readonly HeadLine[];
  /** Paragraphs it takes, with those that belong to the article before. */
  readonly taken: number;
  /** Paragraphs at its beginning that are no part of it. */
  readonly skipped: number;
  /** How sure it is that an article begins here. */
  readonly confidence: number;
}

export interface HeadLine {
  readonly kind: 'kicker' | 'headline' | 'deck' | 'byline';
  readonly paragraph: Paragraph;
  /** Signs about it that are not printed: the label `副题：` before it, a brief's brackets. */
  readonly before: string;
  readonly after: string;
  readonly confidence: number;
}

/** @param paragraph the line without the signs about it */
export function headLine(kind: HeadLine['kind'], paragraph: Paragraph, confidence: number, before = '', after = ''): HeadLine {
  return { kind, paragraph, before, after, confidence };
}

const longestHeadLine = 50;
const mostHeadLines = 4;

/** A line without the end of a sentence that is nothing else: a headline, a crosshead, a line of verse, a name. */
export function isShortLine(text: string): boolean {
  const length = lengthOf(text.slice(0, 120));
  if (length > longestHeadLine || /[。；]|[，、：；]$/.test(text)) return false;
  if (endsSentence(text) && !/[！？]”?$/.test(text)) return false;
  return !(
    bylineOpening(text) !== undefined ||
    isCreditLine(text) ||
    headLabel(text) !== undefined ||
    isSpeech(text) ||
    numbering(text) !== undefined ||
    bulletLength(text) > 0 ||
    isSeparator(text) ||
    isPageFurniture(text) ||
    jumpLength(text) > 0 ||
    isPhotoCredit(text)
  );
}

function opensText(text: string): boolean {
  return bylineOpening(text) !== undefined || isCreditLine(text);
}

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
  const labelled = readLabelledHead(paragraphs, at);
  if (labelled) return labelled;
  let end = at;
  while (end < paragraphs.length && end - at <= mostHeadLines && before.short[end]) end++;
  if (end === at) return undefined;
  const follower = paragraphs[end];
  if (follower && opensText(follower.text) && isHeadedByline(paragraphs, end, before.short))
    return bylineHead(paragraphs, at, end, before);
  return before.tail ? headInside(paragraphs, at, end, before, before.tail) : firstHead(paragraphs, at, end);
}

/** A credit line with no text after it is the signature of what stands before, not the byline of what follows. */
function isHeadedByline(paragraphs: readonly Paragraph[], index: number, short: readonly boolean[]): boolean {
  const { text } = paragraphs[index]!;
  const next = paragraphs[index + 1];
  return !isCreditLine(text) || (next !== undefined && !short[index + 1]) || (next !== undefined && next.blanks <= 1);
}

/** Lines that say what they are: `引题：…`, `标题：…`, `副题：…`, `作者：…`. */
function readLabelledHead(paragraphs: readonly Paragraph[], at: number): Head | undefined {
  const lines: HeadLine[] = [];
  let end = at;
  while (end < paragraphs.length && end - at < 5) {
    const paragraph = paragraphs[end]!;
    const label = headLabel(paragraph.text);
    if (!label || label.part === 'body' || lines.some((line) => line.kind === label.part)) break;
    lines.push(headLine(label.part, without(paragraph, label.length), 0.98, paragraph.text.slice(0, label.length)));
    end++;
  }
  return lines.some((line) => line.kind === 'headline') ? { lines, taken: end - at, skipped: 0, confidence: 0.98 } : undefined;
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
  const author = run.length > 1 && isNameLine(run.at(-1)!.text) ? run.at(-1) : undefined;
  const lines = nameHeadLines(author ? run.slice(0, -1) : run);
  if (author) lines.push(headLine('byline', author, 0.7));
  return { lines, taken: run.length, skipped: 0, confidence: 0.8 };
}

/** Many short lines are verse or a list: the first is the headline, a name under it the author. */
function verseHead(run: readonly Paragraph[]): Head {
  const lines = [headLine('headline', run[0]!, 0.7)];
  const [, second, third] = run;
  if (second && third && isNameLine(second.text) && !isNameLine(third.text)) lines.push(headLine('byline', second, 0.6));
  return { lines, taken: lines.length, skipped: 0, confidence: 0.6 };
}

/** How the first paragraph of a news story opens. */
export const newsLead =
  /^(?:\d{1,2}月\d{1,2}日|近日|日前|近期|连日来|昨日|昨天|今年|去年|为[^，。]{2,30}，|随着|新年伊始|.{0,12}(?:近日|日前))/;
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
  const follower = paragraphs[end];
  const run = paragraphs.slice(at, end);
  if (!follower || run.length >= mostHeadLines) return undefined;
  const gap = run[0]!.blanks;
  const length = lengthOf(run.at(-1)!.text);
  let points = 0;
  if (gap > before.usualBlanks && gap >= 2) points += 3;
  else if (gap > before.usualBlanks) points += 2;
  if (gap === 0 && before.usualBlanks === 0) points -= 1;
  if (before.closed) points += 3;
  if (tail.length > 0 && isShortLine(tail.at(-1)!.text)) points -= 2;
  if (length >= 10) points += 1;
  if (length <= 8) points -= 1;
  const opensStory = newsLead.test(follower.text.slice(0, 40));
  if (opensStory) points += 2;
  if (run.length > 1) points += 1;
  if (/\S \S/.test(run[0]!.text)) points += 1;
  const following = paragraphs.slice(end + 1, end + headingDistance);
  if (!opensStory && gap < 2 && hasLikeHeadings(run.at(-1)!, tail, following, before)) points -= 2;
  if (points < enoughPoints) return undefined;
  return { lines: nameHeadLines(run), taken: run.length, skipped: 0, confidence: Math.min(0.9, 0.5 + points * 0.06) };
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

/** Gives the lines of a head their names. */
function nameHeadLines(run: readonly Paragraph[]): HeadLine[] {
  const [first, second, third, fourth] = run;
  if (!first) return [];
  if (!second) return [headLine('headline', first, 0.95)];
  if (!third) return nameTwo(first, second).map(([kind, paragraph, confidence]) => headLine(kind, paragraph, confidence));
  if (fourth)
    return [
      headLine('kicker', first, 0.6),
      headLine('headline', second, 0.6),
      headLine('headline', third, 0.5),
      headLine('deck', fourth, 0.6),
    ];
  if (isDeck(third))
    return isDeck(second)
      ? run.map((paragraph, index) => headLine(index === 0 ? 'headline' : 'deck', paragraph, 0.8))
      : [headLine('kicker', first, 0.8), headLine('headline', second, 0.85), headLine('deck', third, 0.9)];
  const broken = third.blanks === 0 && second.blanks > 0 && similar(second, third);
  if (broken) return [headLine('kicker', first, 0.75), headLine('headline', second, 0.75), headLine('headline', third, 0.7)];
  return [headLine('kicker', first, 0.7), headLine('headline', second, 0.75), headLine('deck', third, 0.65)];
}

function isDeck(paragraph: Paragraph): boolean {
  return /^(?:——|—|--)/.test(paragraph.text);
}

function similar(a: Paragraph, b: Paragraph): boolean {
  const [short, long] = [lengthOf(a.text), lengthOf(b.text)].sort((x, y) => x - y);
  return short! >= long! * 0.7;
}

/** Two lines: kicker and headline, headline and deck, or a headline on two lines. */
function nameTwo(first: Paragraph, second: Paragraph): [HeadLine['kind'], Paragraph, number][] {
  if (isDeck(second))
    return [
      ['headline', first, 0.95],
      ['deck', second, 0.95],
    ];
  const [phrases, phrasesBelow] = [phraseCount(first.text), phraseCount(second.text)];
  const [length, lengthBelow] = [lengthOf(first.text), lengthOf(second.text)];
  let kicker = 0;
  if (phrases >= 2) kicker += phrasesBelow >= phrases ? 1 : 3;
  if (phrasesBelow >= 3 && phrases < 2) kicker -= 3;
  if (phrasesBelow === 2 && phrases < 2) kicker += 1;
  if (length < lengthBelow - 2) kicker += 1;
  if (/^(?:为|以|从|围绕|聚焦|深入|贯彻|落实|学习|积极|多措并举|全力)/.test(first.text)) kicker += 1;
  if (length > lengthBelow + 2) kicker += 1;
  if (lengthBelow > 20 && length <= 14) kicker -= 3;
  if (/[！？]$/.test(first.text) && !/[！？]$/.test(second.text)) kicker -= 2;
  if (isUnbalanced(first.text) || (kicker === 0 && second.blanks === 0))
    return [
      ['headline', first, 0.6],
      ['headline', second, 0.6],
    ];
  const confidence = Math.min(0.95, 0.6 + Math.abs(kicker) * 0.1);
  return kicker >= 0
    ? [
        ['kicker', first, confidence],
        ['headline', second, confidence],
      ]
    : [
        ['headline', first, confidence],
        ['deck', second, confidence],
      ];
}

function phraseCount(text: string): number {
  return text.replace(/[“《][^”》]*[”》]/g, '').split(' ').length;
}

function isUnbalanced(text: string): boolean {
  const count = (marks: string) => [...text].filter((char) => marks.includes(char)).length;
  return count('“《（') !== count('”》）');
}
