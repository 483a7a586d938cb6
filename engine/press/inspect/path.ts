/** Paths as lists of closed or open polygons; curves are flattened as they are drawn. Points in the page's user space. */
import type { OutlineSink } from '../../fonts/types';
import { type Box, type Matrix, transformed } from '../geometry';

/** Coordinates x, y, x, y … */
export interface Polygon {
  readonly points: number[];
  closed: boolean;
}

export type Path = readonly Polygon[];

/** Segments of a curve: enough for 300 dpi at the sizes of a newspaper. */
const curveSteps = 8;
/** Coordinates of a single path; maps and hatchings of advertisements stay below. */
const mostCoordinates = 4_000_000;

/** Where a cubic curve that runs like a quadratic one has a control: two thirds of the way from an end to that one's. */
export const towards = (end: number, control: number): number => end + (2 / 3) * (control - end);

/** Collects a path under a transformation. */
export class PathBuilder implements OutlineSink {
  private polygons: Polygon[] = [];
  private current: Polygon | undefined;
  private count = 0;
  private x = 0;
  private y = 0;

  constructor(public matrix: Matrix) {}

  moveTo(x: number, y: number): void {
    this.current = { points: [], closed: false };
    this.polygons.push(this.current);
    this.add(x, y);
  }

  lineTo(x: number, y: number): void {
    this.begin();
    this.add(x, y);
  }

  quadTo(cx: number, cy: number, x: number, y: number): void {
    this.cubicTo(towards(this.x, cx), towards(this.y, cy), towards(x, cx), towards(y, cy), x, y);
  }

  cubicTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.begin();
    const { x: x0, y: y0 } = this;
    for (let i = 1; i <= curveSteps; i++) {
      const t = i / curveSteps;
      const s = 1 - t;
      const [p, q, r, w] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
      this.add(p * x0 + q * ax + r * bx + w * x, p * y0 + q * ay + r * by + w * y);
    }
  }

  close(): void {
    if (!this.current) return;
    this.current.closed = true;
    const [x, y] = this.start;
    this.x = x;
    this.y = y;
    this.current = undefined;
  }

  rectangle(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.close();
  }

  /** Where the next segment starts, in the space of `matrix`. */
  get point(): readonly [number, number] {
    return [this.x, this.y];
  }

  /** The path so far; the builder begins anew. */
  take(): Path {
    const path = this.polygons;
    this.polygons = [];
    this.current = undefined;
    this.count = 0;
    return path;
  }

  private start: readonly [number, number] = [0, 0];

  /** After a closed part the next segment starts where that one began. */
  private begin(): void {
    if (!this.current) this.moveTo(this.x, this.y);
  }

  private add(x: number, y: number): void {
    const { points } = this.current!;
    if (points.length === 0) this.start = [x, y];
    this.x = x;
    this.y = y;
    if (++this.count > mostCoordinates) return;
    const place = transformed(this.matrix, x, y);
    points.push(place.x, place.y);
  }
}

/** An upright rectangle that the path is, or undefined. */
export function uprightRectangle(path: Path): Box | undefined {
  const drawn = path.filter(({ points }) => points.length > 2);
  if (drawn.length !== 1) return undefined;
  const { points } = drawn[0]!;
  if (points.length !== 8 && !(points.length === 10 && points[0] === points[8] && points[1] === points[9])) return undefined;
  const near = (i: number, j: number) => Math.abs(points[i]! - points[j]!) < 1e-3;
  const upright = near(0, 6) && near(2, 4) && near(1, 3) && near(5, 7);
  const turned = near(0, 2) && near(4, 6) && near(1, 7) && near(3, 5);
  if (!upright && !turned) return undefined;
  const [xs, ys] = [
    [points[0]!, points[4]!],
    [points[1]!, points[5]!],
  ];
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}

/** Box of all points; undefined for a path without any. */
export function boxOf(path: Path): Box | undefined {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { points } of path) {
    for (let i = 0; i < points.length; i += 2) {
      left = Math.min(left, points[i]!);
      right = Math.max(right, points[i]!);
      bottom = Math.min(bottom, points[i + 1]!);
      top = Math.max(top, points[i + 1]!);
    }
  }
  return left <= right ? { left, bottom, right, top } : undefined;
}

/** A path in another space. */
export function moved(path: Path, matrix: Matrix): Path {
  return path.map(({ points, closed }) => {
    const out: number[] = [];
    for (let i = 0; i + 1 < points.length; i += 2) {
      const { x, y } = transformed(matrix, points[i]!, points[i + 1]!);
      out.push(x, y);
    }
    return { points: out, closed };
  });
}
