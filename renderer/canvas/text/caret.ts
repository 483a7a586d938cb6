/** Where a caret goes: over the lines of a text as they are set. Pure functions; offsets are UTF-16, lengths points. */
import type { TextLine } from '../../../engine/layout/index';

/** A line of the text on a page, in a block. */
export interface PlacedTextLine extends TextLine {
  readonly page: number;
  readonly block: string;
}

/** A place in a text; where a line goes on in the next one, `before` is the end of the one and `after` the start of the other. */
export interface Caret {
  readonly offset: number;
  readonly side: 'before' | 'after';
}

export interface Spot {
  readonly line: PlacedTextLine;
  /** Along the line: x, or y in a line from top to bottom. */
  readonly along: number;
}

export type Move =
  | 'back'
  | 'on'
  | 'wordBack'
  | 'wordOn'
  | 'lineStart'
  | 'lineEnd'
  | 'paragraphBack'
  | 'paragraphOn'
  | 'start'
  | 'end';

const endOf = ({ start, stops }: TextLine) => start + stops.length - 1;

/** Where a caret stands; undefined while nothing of the text is set. A place that no line holds is below the one before it. */
export function spotOf(lines: readonly PlacedTextLine[], { offset, side }: Caret): Spot | undefined {
  const holding = lines.filter((line) => line.start <= offset && offset <= endOf(line));
  const line = side === 'after' ? holding.at(-1) : holding[0];
  if (line) return { line, along: line.stops[offset - line.start]! };
  const before = lines.findLast((other) => endOf(other) < offset) ?? lines[0];
  if (!before) return undefined;
  if (before.start > offset) return { line: before, along: before.stops[0]! };
  return { line: below(before), along: edgeOf(before, lines) };
}

/** White between two lines, as a share of their depth. */
const LEADING = 0.5;

/** An empty line where the next one would stand. */
function below(line: PlacedTextLine): PlacedTextLine {
  const step = (line.to - line.from) * (1 + LEADING) * (line.vertical ? -1 : 1);
  return { ...line, start: endOf(line) + 1, stops: [line.stops[0]!], from: line.from + step, to: line.to + step };
}

/** Where the lines of a column begin. */
function edgeOf(line: PlacedTextLine, lines: readonly PlacedTextLine[]): number {
  const beside = lines.filter((other) => sameColumn(other, line));
  return Math.min(line.stops[0]!, ...beside.map(({ stops }) => stops[0]!));
}

function sameColumn(one: PlacedTextLine, other: PlacedTextLine): boolean {
  return one.page === other.page && one.block === other.block && one.slot?.column === other.slot?.column;
}

/** The place in the text nearest to a point of a page, with its line and how far away that is; undefined when none stands there. */
export function caretAt(lines: readonly PlacedTextLine[], page: number, point: { readonly x: number; readonly y: number }) {
  let best: { readonly line: PlacedTextLine; readonly distance: number } | undefined;
  for (const line of lines) {
    if (line.page !== page) continue;
    const distance = distanceTo(line, point);
    if (!best || distance < best.distance) best = { line, distance };
  }
  return best && { caret: caretOn(best.line, best.line.vertical ? point.y : point.x), ...best };
}

/** A point beside the end of a short line means that line, not a longer one above it. */
const ACROSS = 4;

function distanceTo(
  { stops, from, to, vertical, room = 0 }: TextLine,
  { x, y }: { readonly x: number; readonly y: number },
): number {
  const [along, across] = vertical ? [y, x] : [x, y];
  const outside = Math.max(stops[0]! - along, along - stops.at(-1)! - room, 0);
  const beside = Math.max(from - across, across - to, 0);
  return Math.hypot(outside, beside * ACROSS);
}

function caretOn(line: TextLine, along: number): Caret {
  let nearest = 0;
  for (const [i, stop] of line.stops.entries()) {
    if (Math.abs(stop - along) < Math.abs(line.stops[nearest]! - along)) nearest = i;
  }
  return { offset: line.start + nearest, side: nearest === line.stops.length - 1 ? 'before' : 'after' };
}

/** One line back or on; `goal` is the distance from the column's edge that the caret keeps. */
export function movedByLine(
  lines: readonly PlacedTextLine[],
  caret: Caret,
  step: -1 | 1,
  goal = goalOf(lines, caret),
): { readonly caret: Caret; readonly goal: number } {
  const spot = spotOf(lines, caret);
  const rows = rowsOf(lines);
  const at = rows.findIndex((row) => row.some((line) => line === spot?.line));
  const from = at < 0 ? rows.findLastIndex((row) => endOf(row.at(-1)!) < caret.offset) + (step < 0 ? 1 : 0) : at;
  const row = rows[from + step];
  if (!row) return { caret: { offset: step < 0 ? (lines[0]?.start ?? 0) : endOfAll(lines), side: 'after' }, goal };
  const along = edgeOf(row[0]!, lines) + goal;
  const line = row.findLast(({ stops }) => stops[0]! <= along) ?? row[0]!;
  return { caret: caretOn(line, along), goal };
}

function endOfAll(lines: readonly TextLine[]): number {
  return Math.max(0, ...lines.map(endOf));
}

/** Stretches of a line side by side, such as the cells of a table. */
function rowsOf(lines: readonly PlacedTextLine[]): PlacedTextLine[][] {
  const rows: PlacedTextLine[][] = [];
  for (const line of lines) {
    const last = rows.at(-1)?.[0];
    if (last && last.from === line.from && sameColumn(last, line)) rows.at(-1)!.push(line);
    else rows.push([line]);
  }
  return rows;
}

function goalOf(lines: readonly PlacedTextLine[], caret: Caret): number {
  const spot = spotOf(lines, caret);
  return spot ? spot.along - edgeOf(spot.line, lines) : 0;
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** Longest stretch looked at for the borders of a word or a character, UTF-16. */
const LOOK = 200;

/** Where a caret goes from a place. */
export function moved(text: string, lines: readonly PlacedTextLine[], caret: Caret, move: Move): Caret {
  const { offset } = caret;
  const to = (place: number, side: Caret['side'] = 'after'): Caret => ({ offset: place, side });
  switch (move) {
    case 'back':
      return to(borderBack(graphemes, text, offset));
    case 'on':
      return to(borderOn(graphemes, text, offset));
    case 'wordBack':
      return to(borderBack(words, text, text.slice(0, offset).trimEnd().length || offset));
    case 'wordOn':
      return to(borderOn(words, text, offset));
    case 'paragraphBack':
      return to(offset === 0 ? 0 : text.lastIndexOf('\n', offset - 2) + 1);
    case 'paragraphOn': {
      const end = text.indexOf('\n', offset);
      return to(end < 0 ? text.length : end + 1);
    }
    case 'start':
      return to(0);
    case 'end':
      return to(text.length);
    default: {
      const line = spotOf(lines, caret)?.line;
      if (!line) return caret;
      return move === 'lineStart' ? to(line.start) : to(Math.min(endOf(line), text.length), 'before');
    }
  }
}

function borderBack(segmenter: Intl.Segmenter, text: string, offset: number): number {
  if (offset === 0) return 0;
  const from = Math.max(0, offset - LOOK);
  return from + ([...segmenter.segment(text.slice(from, offset))].at(-1)?.index ?? 0);
}

function borderOn(segmenter: Intl.Segmenter, text: string, offset: number): number {
  const [first] = segmenter.segment(text.slice(offset, offset + LOOK));
  return Math.min(text.length, offset + (first?.segment.length ?? 0));
}

/** The word around a place. */
export function wordAt(text: string, offset: number): readonly [from: number, to: number] {
  const from = Math.max(0, offset - LOOK);
  for (const { index, segment } of words.segment(text.slice(from, offset + LOOK))) {
    const [start, end] = [from + index, from + index + segment.length];
    if (offset >= start && offset < end && segment !== '\n') return [start, end];
  }
  return [offset, offset];
}

/** The paragraph around a place. */
export function paragraphAt(text: string, offset: number): readonly [from: number, to: number] {
  const end = text.indexOf('\n', offset);
  return [offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end];
}

export interface Extent {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The rectangles of a stretch of a text, line by line. */
export function extentsOf(lines: readonly PlacedTextLine[], from: number, to: number): Extent[] {
  return lines.flatMap((line) => {
    const [start, end] = [Math.max(from, line.start), Math.min(to, endOf(line))];
    if (end <= start) return [];
    const [a, b] = [line.stops[start - line.start]!, line.stops[end - line.start]!];
    const across = line.to - line.from;
    const { page } = line;
    return line.vertical
      ? [{ page, x: line.from, y: a, width: across, height: b - a }]
      : [{ page, x: a, y: line.from, width: b - a, height: across }];
  });
}
