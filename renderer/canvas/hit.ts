/** Which block lies under a point, and the order in which the keyboard walks them. */
import type { Block, GridRect, Id } from '../../engine/issue/types';
import { type Box, boxOf, columnLeft, type Grid, rowTop } from '../../engine/layout/grid';
import type { Point } from './view';

/** The block at a point of the page, in points; the later painted one of two. A cut belongs to the neighbour. */
export function blockAt(blocks: readonly Block[], grid: Grid, point: Point): Block | undefined {
  return blocks.findLast(
    ({ rect, cuts }) => isInside(boxOf(grid, rect), point) && !cuts.some((cut) => isInside(boxOf(grid, cut), point)),
  );
}

function isInside({ x, y, width, height }: Box, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}

/** Blocks in the order of reading: from the top down, level ones from the left. */
function readingOrder(blocks: readonly Block[]): readonly Block[] {
  return blocks.toSorted(({ rect: a }, { rect: b }) => a.row - b.row || a.column - b.column);
}

/** The block before or after the selected one; undefined beyond the last. Without a selection, the first or the last. */
export function walkBlocks(blocks: readonly Block[], selection: Id | null, step: 1 | -1): Id | undefined {
  const ordered = readingOrder(blocks);
  const at = ordered.findIndex(({ id }) => id === selection);
  if (at < 0) return ordered.at(step > 0 ? 0 : -1)?.id;
  return ordered[at + step]?.id;
}

/** Blocks that a rectangle would cover; one that only reaches into a cut of theirs covers nothing. */
export function coveredBy(rect: GridRect, blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((block) => {
    const common = meet(rect, block.rect);
    return common !== undefined && !block.cuts.some((cut) => isWithin(common, cut));
  });
}

function meet(a: GridRect, b: GridRect): GridRect | undefined {
  const column = Math.max(a.column, b.column);
  const row = Math.max(a.row, b.row);
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  return columns > 0 && rows > 0 ? { column, row, columns, rows } : undefined;
}

function isWithin(inner: GridRect, outer: GridRect): boolean {
  return (
    inner.column >= outer.column &&
    inner.row >= outer.row &&
    inner.column + inner.columns <= outer.column + outer.columns &&
    inner.row + inner.rows <= outer.row + outer.rows
  );
}

export function sameRect(a: GridRect, b: GridRect): boolean {
  return a.column === b.column && a.row === b.row && a.columns === b.columns && a.rows === b.rows;
}

/** Column and row under a point of the page; they may lie outside of it. */
export function gridCell(grid: Grid, { x, y }: Point): { readonly column: number; readonly row: number } {
  const column = Math.floor((x - columnLeft(grid, 0)) / (grid.columnWidth + grid.gap));
  return { column, row: Math.floor((y - rowTop(grid, 0)) / grid.pitch) };
}
