/** The part of a page that content may fill, and what is left of it around locked blocks. */
import type { Block, GridRect, Page, PageSpec } from '../issue/types';

/** Blank row between the masthead and the first story. */
const ROWS_UNDER_MASTHEAD = 1;

export function isFurniture(block: Block): boolean {
  return block.content.kind === 'masthead' || block.content.kind === 'folio' || block.content.kind === 'imprint';
}

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

/**
 * The area without the locked blocks, as few large rectangles as possible: the largest free rectangle first, again and again.
 * A blank row stays between a rectangle and a locked block above or below it. Rectangles too low for any block are dropped.
 */
export function freeRegions(area: GridRect, locked: readonly GridRect[]): GridRect[] {
  const taken = new Uint8Array(area.columns * area.rows);
  const take = (rect: GridRect, margin: number): void => {
    for (let row = rect.row - margin; row < rect.row + rect.rows + margin; row++) {
      for (let column = rect.column; column < rect.column + rect.columns; column++) {
        const x = column - area.column;
        const y = row - area.row;
        if (x >= 0 && x < area.columns && y >= 0 && y < area.rows) taken[y * area.columns + x] = 1;
      }
    }
  };
  for (const rect of locked) take(rect, 1);
  const regions: GridRect[] = [];
  for (let region = largestFree(taken, area); region && region.rows >= LEAST_REGION_ROWS; region = largestFree(taken, area)) {
    regions.push(region);
    take(region, 1);
  }
  return regions;
}

/** A headline of three rows and four rows of text. */
const LEAST_REGION_ROWS = 7;

/** The largest rectangle of cells that are not taken, the uppermost and leftmost of equals. */
function largestFree(taken: Uint8Array, area: GridRect): GridRect | undefined {
  const depth = new Int32Array(area.columns);
  let best: GridRect | undefined;
  let bestCells = 0;
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      depth[column] = taken[row * area.columns + column] ? 0 : depth[column]! + 1;
    }
    for (let left = 0; left < area.columns; left++) {
      let rows = depth[left]!;
      for (let right = left; right < area.columns && rows > 0; right++) {
        rows = Math.min(rows, depth[right]!);
        const cells = rows * (right - left + 1);
        if (cells <= bestCells) continue;
        bestCells = cells;
        best = { column: area.column + left, row: area.row + row - rows + 1, columns: right - left + 1, rows };
      }
    }
  }
  return best;
}
