import { cellsOf, endsSentence, hasHan, isAscii, isDigit, isLatin, lengthOf } from './characters';
import type { Line } from './clean';
import { opensStructure } from './signs';
import { around, type Tally } from './tally';
import type { Span } from './types';

/** A paragraph, headline, caption …: what stood on one or more lines of the file. */
export interface Paragraph {
  readonly text: string;
  readonly span: Span;
  /** Empty lines before it. */
  readonly blanks: number;
}

/** Shorter than this a line is no piece of a column or of prose that a line break cut. */
const proseLength = 18;

/**
 * Joins what a fixed line width or the end of a printed column broke. A line goes on in the next one when it stops in the
 * middle of a sentence and both read as prose; headlines, bylines, captions and lists stay lines of their own.
 */
export function rejoin(indented: readonly Line[], tally: Tally): Paragraph[] {
  const lines = withoutCommonIndent(indented);
  const layout = layoutOf(lines);
  const paragraphs: Paragraph[] = [];
  for (let at = 0; at < lines.length; ) {
    const first = lines[at]!;
    const texts = [first.text];
    let end = at + 1;
    while (tally.does('rejoined') && end < lines.length && goesOn(lines, end, end - at > 1, layout))
      texts.push(lines[end++]!.text);
    if (end - at > 1) noteJoins(lines.slice(at, end), tally);
    paragraphs.push({ text: joined(texts), span: { from: first.number, to: lines[end - 1]!.number }, blanks: first.blanks });
    at = end;
  }
  return paragraphs;
}

/** White space before every line says nothing about paragraphs. */
function withoutCommonIndent(lines: readonly Line[]): readonly Line[] {
  const common = lines.reduce((least, line) => Math.min(least, line.indent), Number.POSITIVE_INFINITY);
  return common > 0 ? lines.map((line) => ({ ...line, indent: line.indent - common })) : lines;
}

interface Layout {
  /** Fixed width of broken lines in half-width cells; 0 when lines are as long as their paragraphs. */
  readonly width: number;
  /** Whether paragraphs of a text of fixed width open with an indent or stand apart by an empty line. */
  readonly marked: boolean;
}

const unbroken: Layout = { width: 0, marked: false };

/**
 * A text has a fixed line width when a good share of its lines are nearly equally long, stop in the middle of sentences
 * and hold marks inside, as neither verse nor lists do.
 */
function layoutOf(lines: readonly Line[]): Layout {
  const slack = lines.filter((line) => hasHan(line.text)).length * 2 > lines.length ? 3 : 12;
  const widths = lines.map((line) => cellsOf(line.text) + line.indent);
  const width = commonWidth(widths, slack);
  const full = lines.filter((_, at) => widths[at]! >= width - slack && widths[at]! <= width + 1);
  const enough = Math.max(3, lines.length * 0.3);
  const longer = widths.filter((cells) => cells > width + slack).length;
  if (width < 20 || full.length < enough || longer > lines.length / 10) return unbroken;
  const broken = full.filter((line) => !/[，。；：！？、,.;:!?”）)]$/.test(line.text)).length;
  const prose = full.filter((line) => /[，。；！？、,;!?]./.test(line.text)).length;
  if (broken * 2 < full.length || prose * 3 < full.length) return unbroken;
  if (!lines.some((line) => /[。！？]|[.!?](?: |$)/.test(line.text))) return unbroken;
  const indented = lines.filter((line) => line.indent >= 2).length;
  const apart = lines.filter((line, at) => at > 0 && line.blanks > 0).length;
  return { width, marked: (indented > 0 && indented * 2 < lines.length) || (apart > 2 && apart * 2 < lines.length) };
}

const widestLine = 160;

/** The greatest width, up to 160 cells, that the most lines come near. */
function commonWidth(widths: readonly number[], slack: number): number {
  const counts = new Array<number>(widestLine + 2).fill(0);
  for (const width of widths) if (width <= widestLine) counts[width]!++;
  let best = 0;
  let bestCount = 0;
  for (let width = widestLine; width >= 20; width--) {
    if (counts[width] === 0) continue;
    let count = 0;
    for (let near = Math.max(0, width - slack); near <= width; near++) count += counts[near]!;
    if (count > bestCount) {
      best = width;
      bestCount = count;
    }
  }
  return best;
}

/** Whether the line at `at` continues the one before it. */
function goesOn(lines: readonly Line[], at: number, running: boolean, layout: Layout): boolean {
  const previous = lines[at - 1]!;
  const next = lines[at]!;
  if (previous.text.includes('\t') || next.text.includes('\t')) return false;
  if (next.blanks > 2 || opensStructure(next.text) || isHeadline(lines, at)) return false;
  if (isBracketCut(previous.text, next.text)) return true;
  if (layout.width > 0 && next.blanks === 0) return goesOnAtWidth(previous, next, layout);
  if (endsSentence(previous.text) || /[：；:;]$/.test(previous.text)) return false;
  if (!running && opensHeadOrCredit(previous.text)) return false;
  if (!isCutProse(previous.text) || next.indent >= 4) return false;
  return /[，、,]$/.test(previous.text) || /[，、,]$/.test(next.text) || readsAsProse(next.text);
}

/** The longest remark in brackets that is looked for across a line break. */
const longestBracket = 40;

/** A bracket that opens near the end of one line and closes near the beginning of the next. */
function isBracketCut(previous: string, next: string): boolean {
  const tail = previous.slice(-longestBracket);
  const opens = Math.max(tail.lastIndexOf('（'), tail.lastIndexOf('('));
  if (opens < 0 || /[）)]/.test(tail.slice(opens))) return false;
  return /^[^（(]*[）)]/.test(next.slice(0, longestBracket));
}

/** A broken line that stops in the middle of a sentence fills at least this share of the width. */
const leastFilled = 0.75;

function goesOnAtWidth(previous: Line, next: Line, layout: Layout): boolean {
  if (next.indent > previous.indent || next.indent >= 2) return false;
  const filled = cellsOf(previous.text) + previous.indent + firstUnit(next.text);
  return endsSentence(previous.text) ? layout.marked && filled > layout.width - 2 : filled > layout.width * leastFilled;
}

/** Cells of what a line breaker would have had to move as one: a Latin word, or a Han character. */
function firstUnit(text: string): number {
  const word = /^[A-Za-z0-9.%'-]+/.exec(text.slice(0, 30));
  return word ? word[0].length : 2;
}

/** A short line before a byline is a headline, whatever stands before it. */
function isHeadline(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!.text;
  if (lengthOf(line) > 45 || endsSentence(line)) return false;
  return [1, 2, 3].some((ahead) => {
    const next = lines[at + ahead];
    return next !== undefined && opensStructure(next.text) && /^(?:[（(]|本报|本刊|□|通讯员|记者|作者|文)/.test(next.text);
  });
}

function opensHeadOrCredit(text: string): boolean {
  return opensStructure(text) && lengthOf(text) < 40;
}

function isCutProse(text: string): boolean {
  return lengthOf(text) >= proseLength && /[，。；！？、,;]/.test(text);
}

function readsAsProse(text: string): boolean {
  if (endsSentence(text) || /[。；！？;!?]/.test(text)) return true;
  return (lengthOf(text) > 25 && /[，,]/.test(text)) || (!hasHan(text) && lengthOf(text) > 40);
}

function joined(texts: readonly string[]): string {
  return texts.map((text, at) => (at > 0 && needsSpace(texts[at - 1]!.at(-1)!, text[0]!) ? ` ${text}` : text)).join('');
}

/** A line break between Latin words stood for a space; inside a number or after a hyphen it did not. */
function needsSpace(left: string, right: string): boolean {
  if (!isAscii(left) || !isAscii(right) || left === '-') return false;
  return isLatin(left) || isLatin(right) || !isDigit(left);
}

function noteJoins(lines: readonly Line[], tally: Tally): void {
  for (let at = 1; at < lines.length; at++) {
    const left = lines[at - 1]!.text.slice(-4);
    tally.add('rejoined', lines[at]!.number, around(`${left}⏎${lines[at]!.text.slice(0, 4)}`, left.length));
  }
}
