/** Where a dragged block lands: on columns and rows always, on a neighbour's edge when it comes near. */
import type { GridRect } from '../../engine/issue/types';
import { type Grid, rowTop } from '../../engine/layout/grid';
import { clamp } from '../state/clamp';
import type { Point } from './view';

export type Handle = 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'nw';

/**
 * Why a row was chosen: level with a neighbour's head or foot, or right `under` or `over` it with a blank row between. `row` is the
 * block's edge, counted in rows above it.
 */
export interface Guide {
  readonly edge: 'top' | 'bottom' | 'under' | 'over';
  readonly row: number;
  readonly neighbour: GridRect;
}

export interface Landing {
  readonly rect: GridRect;
  readonly guide: Guide | undefined;
}

export interface SnapContext {
  readonly grid: Grid;
  /** Part of the page that content may fill. */
  readonly area: GridRect;
  /** Rectangles of the other blocks; empty while snapping to them is suspended. */
  readonly neighbours: readonly GridRect[];
  /** Distance within which an edge attracts, points. */
  readonly reach: number;
  /** Fewest rows of the block. */
  readonly leastRows: number;
}

/** The rectangle moved by `by` points. */
export function snapMove(rect: GridRect, by: Point, context: SnapContext): Landing {
  const { grid, area } = context;
  const column = clamp(Math.round(rect.column + by.x / columnStep(grid)), area.column, area.column + area.columns - rect.columns);
  const top = nearestEdge(rowTop(grid, rect.row) + by.y, 'top', { ...rect, column }, context);
  const bottom = nearestEdge(rowTop(grid, rect.row + rect.rows) + by.y, 'bottom', { ...rect, column }, context);
  const nearest = top && bottom ? (top.distance <= bottom.distance ? top : bottom) : (top ?? bottom);
  const free = Math.round(rect.row + by.y / grid.pitch);
  const asked = nearest ? nearest.guide.row - (isFoot(nearest.guide.edge) ? rect.rows : 0) : free;
  const row = clamp(asked, area.row, area.row + area.rows - rect.rows);
  return { rect: { ...rect, column, row }, guide: row === asked ? nearest?.guide : undefined };
}

/** The rectangle with the edges of one handle moved by `by` points. */
export function snapResize(rect: GridRect, handle: Handle, by: Point, context: SnapContext): Landing {
  const { grid, area } = context;
  const columns = by.x / columnStep(grid);
  let [left, right, top, bottom] = [rect.column, rect.column + rect.columns, rect.row, rect.row + rect.rows];
  if (handle.includes('w')) left = clamp(Math.round(left + columns), area.column, right - 1);
  if (handle.includes('e')) right = clamp(Math.round(right + columns), left + 1, area.column + area.columns);
  let guide: Guide | undefined;
  if (handle.includes('n')) {
    [top, guide] = snapRow(top, by.y, 'top', area.row, bottom - context.leastRows, rect, context);
  } else if (handle.includes('s')) {
    [bottom, guide] = snapRow(bottom, by.y, 'bottom', top + context.leastRows, area.row + area.rows, rect, context);
  }
  return { rect: { column: left, row: top, columns: right - left, rows: bottom - top }, guide };
}

function snapRow(
  row: number,
  by: number,
  edge: 'top' | 'bottom',
  least: number,
  most: number,
  rect: GridRect,
  context: SnapContext,
): [row: number, guide: Guide | undefined] {
  const nearest = nearestEdge(rowTop(context.grid, row) + by, edge, rect, context);
  const asked = nearest?.guide.row ?? Math.round(row + by / context.grid.pitch);
  const kept = clamp(asked, least, most);
  return [kept, kept === asked ? nearest?.guide : undefined];
}

/** Whether the guide holds the block's foot. */
export function isFoot(edge: Guide['edge']): boolean {
  return edge === 'bottom' || edge === 'over';
}

/** White between a block and the one above or below it. */
const BLANK = 1;

/**
 * The neighbour's edge next to a place of the page, within reach: one of the same kind, or else that of a neighbour right above or
 * below, in the same columns.
 */
function nearestEdge(
  y: number,
  edge: 'top' | 'bottom',
  rect: GridRect,
  { grid, neighbours, reach }: SnapContext,
): { readonly guide: Guide; readonly distance: number } | undefined {
  const candidates = neighbours.flatMap((neighbour) => {
    const foot = neighbour.row + neighbour.rows;
    const level = edge === 'top' ? neighbour.row : foot;
    const touching = edge === 'top' ? foot + BLANK : neighbour.row - BLANK;
    const guides: Guide[] = [{ edge, row: level, neighbour }];
    if (rect.column < neighbour.column + neighbour.columns && neighbour.column < rect.column + rect.columns)
      guides.push({ edge: edge === 'top' ? 'under' : 'over', row: touching, neighbour });
    return guides.map((guide) => ({ guide, distance: Math.abs(rowTop(grid, guide.row) - y) }));
  });
  return candidates.filter(({ distance }) => distance <= reach).sort((a, b) => a.distance - b.distance)[0];
}

function columnStep({ columnWidth, gap }: Grid): number {
  return columnWidth + gap;
}
