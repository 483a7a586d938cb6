/**
 * Vertical headlines (竖题) at the block's left, read from right to left: the kicker (引题) on the right, then the lines of
 * the headline, each lower than the one before, and the deck (副题) on the left.
 */
import type { Article } from '../issue/types';
import { authorOf } from './body';
import { BLACK } from './colours';
import { BASELINE, type Grid, MM, rowsFor, rowsHeight } from './grid';
import { breakHeadline } from './head-breaks';
import { shownLine } from './head-manner';
import { roughWidth } from './head-places';
import type { HeadSetting } from './head-stack';
import { type SetLine, setOnOneLine } from './set-text';
import type { Sheet } from './sheet';
import { AUTHOR, HEAD_FOOT, HEAD_STYLES, type HeadPart } from './styles';
import type { HeadSources } from './text-source';
import type { HeadPlan } from './types';
import { setVertical, type VerticalLine, verticalRuns } from './vertical-text';

/** Middles of the lines of a headline without a deck from the column's middle, points of a column of 11 × 9 pt. */
const MIDDLES = { kicker: 13.6 * MM, lines: [4.2 * MM, -9.2 * MM], single: -2.5 * MM };
const DESIGN_COLUMN = 99;
/** How much lower the second line starts than the first; of three and more lines each half as much. */
const DROP = 10 * MM;

/** White between neighbouring lines, em of the headline; between it and kicker or deck, and at the edges, points. */
const LINE_GAP = 0.16;
const PART_GAP = 5;
const EDGE = 1;

/** Narrowest column that takes a vertical headline, and the largest type in it, points of the design's column. */
const NARROWEST = 85;
const LARGEST = 36;

/** A headline up to this long stands in one line, em. */
const UNBROKEN = 5;
const MOST_LINES = 4;

/** Deepest vertical headline that the planner proposes, rows, and the longest line, em. */
const MOST_ROWS = 24;
const MOST_EM = 9;
/** Lines that a long kicker or deck may take. */
const MOST_PART_LINES = 3;

/** One line of the headline: its middle from the left edge and its top below the white of the head, points. */
export interface VerticalPlace {
  readonly part: 'kicker' | 'headline' | 'deck';
  readonly line: VerticalLine;
  readonly middle: number;
  readonly drop: number;
}

/** A vertical headline worked out: its lines with their places, in reading order. */
export interface VerticalHead {
  readonly lines: readonly string[];
  readonly size: number;
  readonly places: readonly VerticalPlace[];
  /** The author's name, level, on the last but one row of the depth. */
  readonly author: SetLine | undefined;
  /** Depth with the white above and below, points. */
  readonly depth: number;
}

/** What a vertical headline is set for; the width in points, the rows that it may fill. */
export interface VerticalRoom {
  readonly width: number;
  readonly rows: number;
  readonly deck: boolean;
}

/** Plans a vertical headline of one column; none when the headline or its kicker is too long. */
export function planVertical(grid: Grid, setting: HeadSetting, article: Article): HeadPlan[] {
  const given = article.headline.filter((line) => line.trim() !== '');
  const room = { width: grid.columnWidth, rows: MOST_ROWS, deck: article.deck !== '' };
  for (const lines of waysToBreak(given, setting)) {
    if (lines.some((line) => roughWidth(line) > MOST_EM)) continue;
    const head = fitVertical(grid, setting, article, lines, room);
    if (!head) continue;
    const headRows = rowsFor(grid, head.depth);
    return [{ head: 'vertical', size: head.size, lines, headRows, headColumns: 1, textColumns: 0 }];
  }
  return [];
}

/** The writer's lines; a single long one broken into two or three first. */
function waysToBreak(given: readonly string[], setting: HeadSetting): (readonly string[])[] {
  if (given.length === 0 || given.length > MOST_LINES) return [];
  if (given.length > 1 || roughWidth(given[0]) <= UNBROKEN) return [given];
  const broken = [2, 3].flatMap((count) => breakHeadline(given[0], count, setting.sense).slice(0, 1));
  return [...broken.map(({ lines }) => lines), given];
}

/** The headline at the asked size, or the largest of the class that its width and rows take; undefined when none does. */
export function fitVertical(
  grid: Grid,
  setting: HeadSetting,
  article: Article,
  lines: readonly string[],
  room: VerticalRoom,
  asked = Number.POSITIVE_INFINITY,
): VerticalHead | undefined {
  if (lines.length === 0 || lines.length > MOST_LINES || room.width < NARROWEST * grid.scale) return undefined;
  const scale = HEAD_STYLES.vertical.headline.sizes.map((size) => size * grid.scale);
  const most = Math.min(asked, (LARGEST * room.width) / DESIGN_COLUMN);
  const sizes = Number.isFinite(asked) ? [most, ...scale.filter((size) => size < most - 1e-6)] : scale.filter((s) => s <= most);
  for (const size of sizes) {
    const head = setVerticalHead(setting, article, lines, size, room);
    if (head && head.depth <= rowsHeight(grid, room.rows) + 0.01) return head;
  }
  return undefined;
}

function setVerticalHead(
  setting: HeadSetting,
  article: Article,
  lines: readonly string[],
  size: number,
  room: VerticalRoom,
): VerticalHead | undefined {
  const { kicker, headline, deck, top } = HEAD_STYLES.vertical;
  const { scale } = setting;
  const set = lines.map((line) => setLine(setting, headline, line, size));
  const step = DROP * scale * (set.length > 2 ? 0.5 : 1);
  const depth = Math.max(...set.map((line, i) => i * step + line.length));
  const kickers = setPart(setting, kicker, article.kicker, depth);
  const decks = room.deck ? setPart(setting, deck, article.deck, depth - step) : [];
  const middles = placeLines(setting, kickers, set, decks, room.width);
  if (!middles) return undefined;
  const place =
    (part: VerticalPlace['part'], drop: (line: VerticalLine, i: number) => number) => (line: VerticalLine, i: number) => ({
      part,
      line,
      drop: drop(line, i),
      middle: middles[part][i]!,
    });
  const places = [
    ...kickers.map(place('kicker', () => 0)),
    ...set.map(place('headline', (_, i) => i * step)),
    ...decks.map(place('deck', (line) => Math.max(0, Math.min(step, depth - line.length)))),
  ];
  const deepest = Math.max(...places.map(({ line, drop }) => drop + line.length));
  const name = shownLine(authorOf(article), setting.manner);
  const author =
    name === ''
      ? undefined
      : setOnOneLine([{ text: name, face: AUTHOR.part.face }], AUTHOR.vertical.size * scale, 0, setting.fonts);
  return { lines, size, places, author, depth: (top + (author ? AUTHOR.vertical.depth : HEAD_FOOT)) * scale + deepest };
}

function setLine({ fonts, manner }: HeadSetting, part: HeadPart, text: string, size: number): VerticalLine {
  return setVertical(shownLine(text, manner), part.face, size, part.tracking, fonts);
}

/** A kicker or deck beside a headline of some depth: one line at the largest size that is no deeper, otherwise several. */
function setPart(setting: HeadSetting, part: HeadPart, text: string, depth: number): VerticalLine[] {
  if (text.trim() === '') return [];
  const sizes = part.sizes.map((size) => size * setting.scale);
  for (const size of sizes) {
    const line = setLine(setting, part, text, size);
    if (line.length <= depth) return [line];
  }
  const least = sizes.at(-1)!;
  for (let count = 2; count <= MOST_PART_LINES; count++) {
    const [broken] = breakHeadline(text, count, setting.sense);
    const lines = (broken?.lines ?? []).map((line) => setLine(setting, part, line, least));
    if (lines.length > 0 && lines.every((line) => line.length <= depth)) return lines;
  }
  return [setLine(setting, part, text, least)];
}

type Middles = Readonly<Record<VerticalPlace['part'], readonly number[]>>;

/** Middles from the left edge; undefined when the lines are wider than the room. */
function placeLines(
  { scale }: HeadSetting,
  kickers: readonly VerticalLine[],
  headline: readonly VerticalLine[],
  decks: readonly VerticalLine[],
  width: number,
): Middles | undefined {
  const wide = width / DESIGN_COLUMN;
  if (decks.length === 0 && kickers.length <= 1 && headline.length <= 2 && wide < 1.5 * scale) {
    const lines = headline.length === 1 ? [MIDDLES.single] : MIDDLES.lines;
    const placed = (middles: readonly number[]) => middles.map((middle) => width / 2 + middle * wide);
    return { kicker: placed([MIDDLES.kicker]), headline: placed(lines), deck: [] };
  }
  const groups = [kickers, headline, decks].filter((lines) => lines.length > 0);
  const gapOf = (line: VerticalLine) => line.size * LINE_GAP;
  const inner = groups.map((lines) => lines.reduce((sum, line) => sum + line.size + gapOf(line), -gapOf(lines[0]!)));
  const total = inner.reduce((sum, own) => sum + own, 0) + (groups.length - 1) * PART_GAP * scale;
  if (total > width - 2 * EDGE * scale) return undefined;
  let right = (width + total) / 2;
  const take = (lines: readonly VerticalLine[]) => {
    const middles = lines.map((line) => {
      const middle = right - line.size / 2;
      right -= line.size + gapOf(line);
      return middle;
    });
    if (lines.length > 0) right += gapOf(lines[0]!) - PART_GAP * scale;
    return middles;
  };
  return { kicker: take(kickers), headline: take(headline), deck: take(decks) };
}

/** Draws the headline from `left`; an author's name stands in the middle of its width. */
export function drawVertical(
  sheet: Sheet,
  head: VerticalHead,
  sources: HeadSources,
  left: number,
  width: number,
  rowTop: number,
): void {
  const { grid } = sheet.context;
  const start = rowTop + HEAD_STYLES.vertical.top * grid.scale;
  for (const { part, line, middle, drop } of head.places) {
    sheet.report(line);
    const draw = () => sheet.items.push(...verticalRuns(line, left + middle, start + drop, BLACK));
    sheet.shows(sources[part], draw, { vertical: { middle: left + middle, size: line.size } });
  }
  const authorRow = rowsFor(grid, head.depth) - AUTHOR.vertical.rows;
  const { author } = head;
  if (!author) return;
  const y = rowTop + authorRow * grid.pitch + BASELINE * grid.em;
  sheet.shows(sources.author, () => sheet.set(author, left + width / 2, y, 'centre'));
}
