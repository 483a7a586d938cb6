/** Ways to divide the free part of a page around locked blocks into rectangles, each of which is filled by itself. */
import type { GridRect } from '../issue/types';
import { BLANK } from './plan';
import { createRandom, type Random } from './random';

/** A headline of two rows and three of text, or a small advertisement: no block is lower. */
const LEAST_REGION_ROWS = 5;
/** Walks that look for divisions, and how many different ones are enough. */
const WALKS = 1000;
const MOST_DIVISIONS = 400;
/** Chances that a cut runs along a locked block rather than anywhere, and that a block's corners go round it. */
const ALONG = 0.65;
const PINWHEEL = 0.25;
/** The walks are always the same: a page has its divisions, whatever seed looks for its stories. */
const SEED = 1;

/**
 * Different divisions, those that lose fewest cells first. A blank row stays between a rectangle and what is above or below
 * it; what is too low for any block is dropped. One division with the whole area when nothing is locked.
 */
export function freeDivisions(area: GridRect, locked: readonly GridRect[]): GridRect[][] {
  const inside = locked.filter((rect) => meets(rect, area));
  if (inside.length === 0) return [[area]];
  const random = createRandom(SEED);
  const found = new Map<string, GridRect[]>();
  for (let walk = 0; walk < WALKS && found.size < MOST_DIVISIONS; walk++) {
    const regions = divide(area, inside, random).sort((a, b) => a.row - b.row || a.column - b.column);
    if (regions.length > 0) found.set(JSON.stringify(regions), regions);
  }
  return [...found.values()].sort((a, b) => cellsOf(b) - cellsOf(a));
}

/** Cells, columns by rows, of regions that do not overlap. */
export function cellsOf(regions: readonly GridRect[]): number {
  return regions.reduce((sum, { columns, rows }) => sum + columns * rows, 0);
}

/** Cuts a rectangle in two, at random, until its parts are free or locked. */
function divide(region: GridRect, locked: readonly GridRect[], random: Random): GridRect[] {
  if (region.columns <= 0 || region.rows < LEAST_REGION_ROWS) return [];
  const inside = locked.filter((rect) => meets(rect, region));
  if (inside.length === 0) return [region];
  const [only] = inside;
  if (inside.length === 1 && random() < PINWHEEL) return around(region, only!, Math.floor(random() * 16));
  const cuts = cutsOf(region, inside, random() < ALONG);
  if (cuts.length === 0) return inside.length === 1 ? around(region, only!, Math.floor(random() * 16)) : [];
  const [first, second] = cuts[Math.floor(random() * cuts.length)]!;
  return [...divide(first, inside, random), ...divide(second, inside, random)];
}

/** Every cut that goes through no locked block; `along` only those that run beside one. */
function cutsOf(region: GridRect, locked: readonly GridRect[], along: boolean): (readonly [GridRect, GridRect])[] {
  const cuts: (readonly [GridRect, GridRect])[] = [];
  const right = region.column + region.columns;
  const foot = region.row + region.rows;
  for (let edge = region.column + 1; edge < right; edge++) {
    if (locked.some(({ column, columns }) => column < edge && column + columns > edge)) continue;
    if (along && !locked.some(({ column, columns }) => column === edge || column + columns === edge)) continue;
    cuts.push([span(region.column, region.row, edge, foot), span(edge, region.row, right, foot)]);
  }
  // The row `edge` stays blank; beside a locked block the rectangle may also end right at the block, which is cut off next.
  for (let edge = region.row; edge < foot; edge++) {
    if (locked.some(({ row, rows }) => row <= edge && row + rows > edge)) continue;
    if (along && !locked.some(({ row, rows }) => row === edge + BLANK || row + rows === edge)) continue;
    cuts.push([span(region.column, region.row, right, edge), span(region.column, edge + BLANK, right, foot)]);
  }
  return cuts;
}

/** The rectangles above, below, left and right of a block; each corner belongs to one of the two that it touches, by a bit of `corners`. */
function around(area: GridRect, block: GridRect, corners: number): GridRect[] {
  const foot = area.row + area.rows;
  const right = area.column + area.columns;
  const from = Math.max(area.row, block.row);
  const to = Math.min(foot, block.row + block.rows);
  const column = Math.max(area.column, block.column);
  const after = Math.min(right, block.column + block.columns);
  const [topLeft, topRight, bottomLeft, bottomRight] = [1, 2, 4, 8].map((bit) => (corners & bit) !== 0);
  return [
    span(topLeft ? area.column : column, area.row, topRight ? right : after, from - BLANK),
    span(bottomLeft ? area.column : column, to + BLANK, bottomRight ? right : after, foot),
    span(area.column, topLeft ? from : area.row, column, bottomLeft ? to : foot),
    span(after, topRight ? from : area.row, right, bottomRight ? to : foot),
  ].filter(({ columns, rows }) => columns > 0 && rows >= LEAST_REGION_ROWS);
}

function span(column: number, row: number, endColumn: number, endRow: number): GridRect {
  return { column, row, columns: endColumn - column, rows: endRow - row };
}

/** Whether two rectangles share a cell. */
export function meets(one: GridRect, other: GridRect): boolean {
  return (
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns &&
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows
  );
}
