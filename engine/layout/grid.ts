/** The type area (版心) in points: columns, baseline rows, and where a rectangle of the grid lies on the page. */
import type { GridRect, PageSpec } from '../issue/types';
import { POINTS_PER_MM, rowsPoints, spanPoints } from '../issue/units';

/** Points in a millimetre. */
export const MM = POINTS_PER_MM;

/** Depth of the baseline below the top of the em box, em: the faces' ascent of 880/1000. */
export const BASELINE = 0.88;

/** Body size and line pitch that every size of the page design is stated for, points; other body sizes scale the design. */
const DESIGN_BODY = 9;
export const DESIGN_PITCH = 11.25;

/** A rectangle on the page, points from the trimmed page's top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Grid {
  readonly spec: PageSpec;
  /** Trimmed page, points. */
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  /** Body size (字) and line pitch, points. */
  readonly em: number;
  readonly pitch: number;
  /** Body size over the 9 pt of the design. */
  readonly scale: number;
  readonly columnWidth: number;
  readonly gap: number;
}

/** The grid of a page, in points, from its specification in millimetres and characters. */
export function makeGrid(spec: PageSpec): Grid {
  return {
    spec,
    width: spec.width * MM,
    height: spec.height * MM,
    left: spec.left * MM,
    top: spec.top * MM,
    em: spec.bodySize,
    pitch: spec.pitch,
    scale: spec.bodySize / DESIGN_BODY,
    columnWidth: spec.columnChars * spec.bodySize,
    gap: spec.gapChars * spec.bodySize,
  };
}

/** Left edge of a column, points; column 0 stands at the margin. */
export function columnLeft(grid: Grid, column: number): number {
  return grid.left + column * (grid.columnWidth + grid.gap);
}

/** Width of so many columns with the gaps between them, points. */
export function columnsWidth(grid: Grid, columns: number): number {
  return spanPoints(grid.spec, columns);
}

/** Top of the em box of a row, points; row 0 starts the type area. */
export function rowTop(grid: Grid, row: number): number {
  return grid.top + row * grid.pitch;
}

/** Baseline of a row, points. */
export function baseline(grid: Grid, row: number): number {
  return rowTop(grid, row) + BASELINE * grid.em;
}

/** Height of so many rows from the first em box's top to the last em box's bottom, points. */
export function rowsHeight(grid: Grid, rows: number): number {
  return rowsPoints(grid.spec, rows);
}

/** Where a rectangle of the grid lies. Its foot is the bottom of the last row's em box, level with the text beside it. */
export function boxOf(grid: Grid, rect: GridRect): Box {
  return {
    x: columnLeft(grid, rect.column),
    y: rowTop(grid, rect.row),
    width: columnsWidth(grid, rect.columns),
    height: rowsHeight(grid, rect.rows),
  };
}

/** Rows that a depth in points takes. */
export function rowsFor(grid: Grid, depth: number): number {
  return Math.ceil(depth / grid.pitch - 1e-6);
}
