/** The part of a page that content may fill, and what is left of it around locked blocks. */
import type { GridRect, Page, PageSpec } from '../issue/types';
import { BLANK } from './plan';

/** Blank row between the masthead and the first story. */
const ROWS_UNDER_MASTHEAD = 1;

/** Type area below masthead or folio line and above the imprint. At least one row. */
export function contentArea(page: Page, spec: PageSpec): GridRect {
  let top = 0;
  let foot = spec.rows;
  for (const { content, rect } of page.blocks) {
    if (content.kind === 'masthead') top = Math.max(top, rect.row + rect.rows + ROWS_UNDER_MASTHEAD);
    if (content.kind === 'folio') top = Math.max(top, rect.row + rect.rows);
    if (content.kind === 'imprint') foot = Math.min(foot, rect.row);
  }
  const row = Math.min(top, spec.rows - 1);
  return { column: 0, row, columns: spec.columns, rows: Math.max(1, foot - row) };
}

/** What makes one free rectangle better than another. */
type Preference = (columns: number, rows: number) => number;

const LARGEST: Preference = (columns, rows) => columns * rows;
const WIDEST: Preference = (columns, rows) => columns * 1000 + rows;
const TALLEST: Preference = (columns, rows) => rows * 1000 + columns;

/** A headline of three rows and four rows of text: no block is lower. */
const LEAST_REGION_ROWS = 7;

/**
 * Ways to divide the area around locked blocks into rectangles, each different: the largest, the widest or the tallest
 * first, and around a single block every way to give each corner to one of its neighbours; those that lose least come
 * first. A blank row stays between a rectangle and what is above or below it; what is too low for any block is dropped.
 */
export function freeDivisions(area: GridRect, locked: readonly GridRect[]): GridRect[][] {
  const divisions = new Map<string, GridRect[]>();
  const offer = (regions: GridRect[]) => divisions.set(JSON.stringify(regions), regions);
  for (const preference of [LARGEST, WIDEST, TALLEST]) offer(divide(area, locked, preference));
  if (locked.length === 1) for (const regions of around(area, locked[0]!)) offer(regions);
  return [...divisions.values()].sort((a, b) => cellsOf(b) - cellsOf(a)).slice(0, MOST_DIVISIONS);
}

/** Divisions worth a search of their own. */
const MOST_DIVISIONS = 9;

function cellsOf(regions: readonly GridRect[]): number {
  return regions.reduce((sum, { columns, rows }) => sum + columns * rows, 0);
}

/** The rectangles above, below, left and right of a block; each corner of the area belongs to one of the two that it touches. */
function* around(area: GridRect, block: GridRect): Iterable<GridRect[]> {
  const foot = area.row + area.rows;
  const right = area.column + area.columns;
  const top = block.row - BLANK;
  const bottom = block.row + block.rows + BLANK;
  const after = block.column + block.columns;
  for (let corners = 0; corners < 16; corners++) {
    const [topLeft, topRight, bottomLeft, bottomRight] = [1, 2, 4, 8].map((bit) => (corners & bit) !== 0);
    const regions = [
      span(topLeft ? area.column : block.column, area.row, topRight ? right : after, top),
      span(bottomLeft ? area.column : block.column, bottom, bottomRight ? right : after, foot),
      span(area.column, topLeft ? block.row : area.row, block.column, bottomLeft ? block.row + block.rows : foot),
      span(after, topRight ? block.row : area.row, right, bottomRight ? block.row + block.rows : foot),
    ];
    yield regions.filter(({ columns, rows }) => columns > 0 && rows >= LEAST_REGION_ROWS);
  }
}

function span(column: number, row: number, endColumn: number, endRow: number): GridRect {
  return { column, row, columns: endColumn - column, rows: endRow - row };
}

function divide(area: GridRect, locked: readonly GridRect[], preference: Preference): GridRect[] {
  const taken = new Uint8Array(area.columns * area.rows);
  const take = (rect: GridRect): void => {
    for (let row = rect.row - BLANK; row < rect.row + rect.rows + BLANK; row++) {
      for (let column = rect.column; column < rect.column + rect.columns; column++) {
        const x = column - area.column;
        const y = row - area.row;
        if (x >= 0 && x < area.columns && y >= 0 && y < area.rows) taken[y * area.columns + x] = 1;
      }
    }
  };
  for (const rect of locked) take(rect);
  const regions: GridRect[] = [];
  for (let region = bestFree(taken, area, preference); region; region = bestFree(taken, area, preference)) {
    regions.push(region);
    take(region);
  }
  return regions;
}

/** The best rectangle of cells that are not taken, the uppermost and leftmost of equals. */
function bestFree(taken: Uint8Array, area: GridRect, preference: Preference): GridRect | undefined {
  const depth = new Int32Array(area.columns);
  let best: GridRect | undefined;
  let most = 0;
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      depth[column] = taken[row * area.columns + column] ? 0 : depth[column]! + 1;
    }
    for (let left = 0; left < area.columns; left++) {
      let rows = depth[left]!;
      for (let right = left; right < area.columns && rows >= LEAST_REGION_ROWS; right++) {
        rows = Math.min(rows, depth[right]!);
        const columns = right - left + 1;
        if (rows < LEAST_REGION_ROWS || preference(columns, rows) <= most) continue;
        most = preference(columns, rows);
        best = { column: area.column + left, row: area.row + row - rows + 1, columns, rows };
      }
    }
  }
  return best;
}
