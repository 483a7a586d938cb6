/** Plane geometry of PDF pages (ISO 32000-1 §8.3). */

/** x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function times(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [p, q, r, s, t, u] = outer;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A point seen through a matrix. */
export function transformed([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** Undefined for a matrix that flattens the plane. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const determinant = a * d - b * c;
  if (!Number.isFinite(1 / determinant)) return undefined;
  const [p, q, r, s] = [d / determinant, -b / determinant, -c / determinant, a / determinant];
  return [p, q, r, s, -(e * p + f * r), -(e * q + f * s)];
}

/** How long a unit of x and a unit of y become. */
export const lengths = ([a, b, c, d]: Matrix): { readonly x: number; readonly y: number } => ({
  x: Math.hypot(a, b),
  y: Math.hypot(c, d),
});

/** Scale of areas, as a scale of lengths. */
export const meanScale = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c));

/** Corners of a rectangle with its sides along the axes. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** A rectangle of PDF, two opposite corners in any order (ISO 32000-1 §7.9.5); undefined for other than four numbers. */
export function rectangleOf(numbers: readonly number[]): Box | undefined {
  if (numbers.length !== 4) return undefined;
  const [x, y, u, v] = numbers as [number, number, number, number];
  return { left: Math.min(x, u), bottom: Math.min(y, v), right: Math.max(x, u), top: Math.max(y, v) };
}

/** The box around a rectangle after a transformation. */
export function boxAround(matrix: Matrix, { left, bottom, right, top }: Box): Box {
  const corners = [
    transformed(matrix, left, bottom),
    transformed(matrix, right, bottom),
    transformed(matrix, left, top),
    transformed(matrix, right, top),
  ];
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}

/** Whether two boxes have an area in common; touching edges do not count. */
export function meets(one: Box, other: Box): boolean {
  return one.left < other.right && one.right > other.left && one.bottom < other.top && one.top > other.bottom;
}
