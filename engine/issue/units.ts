import type { PageSpec } from './types';

/** Points in a millimetre: 72 to the inch of 25.4 mm. */
export const POINTS_PER_MM = 72 / 25.4;

/** Millimetres in points of PDF, 1/72 inch. */
export function mmToPoints(mm: number): number {
  return mm * POINTS_PER_MM;
}

/** Points of PDF, 1/72 inch, in millimetres. */
export function pointsToMm(points: number): number {
  return points / POINTS_PER_MM;
}

/** Characters (字) that a line over so many columns holds, gaps between them included: n·k + (n − 1)·gap. */
export function spanChars(spec: PageSpec, columns: number): number {
  return columns * spec.columnChars + (columns - 1) * spec.gapChars;
}

/** Width of so many columns with the gaps between them, points. */
export function spanPoints(spec: PageSpec, columns: number): number {
  return spanChars(spec, columns) * spec.bodySize;
}

/** Height of so many rows, points: from the first em box's top to the last em box's foot, without the lead below it. */
export function rowsPoints(spec: PageSpec, rows: number): number {
  return rows * spec.pitch - (spec.pitch - spec.bodySize);
}

/** Width and height of the type area (版心), mm. */
export function typeAreaMm(spec: PageSpec): { readonly width: number; readonly height: number } {
  return { width: pointsToMm(spanPoints(spec, spec.columns)), height: pointsToMm(rowsPoints(spec, spec.rows)) };
}
