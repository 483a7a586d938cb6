/** Measures the exact ink of an outline: curves by their extremes, not by their control points. */
import type { InkBox, OutlineSink } from './types';

export class InkMeter implements OutlineSink {
  private xMin = Number.POSITIVE_INFINITY;
  private yMin = Number.POSITIVE_INFINITY;
  private xMax = Number.NEGATIVE_INFINITY;
  private yMax = Number.NEGATIVE_INFINITY;
  private x = 0;
  private y = 0;

  /** Undefined when nothing was drawn. */
  box(): InkBox | undefined {
    return this.xMin <= this.xMax ? { xMin: this.xMin, yMin: this.yMin, xMax: this.xMax, yMax: this.yMax } : undefined;
  }

  moveTo(x: number, y: number): void {
    this.x = x;
    this.y = y;
  }

  lineTo(x: number, y: number): void {
    this.reach(this.x, this.y);
    this.reach(x, y);
    this.moveTo(x, y);
  }

  quadTo(cx: number, cy: number, x: number, y: number): void {
    const third = (from: number, to: number): number => from + (2 / 3) * (to - from);
    this.cubicTo(third(this.x, cx), third(this.y, cy), third(x, cx), third(y, cy), x, y);
  }

  cubicTo(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void {
    for (const t of turns(this.x, c1x, c2x, x)) this.reach(cubic(this.x, c1x, c2x, x, t), this.y);
    for (const t of turns(this.y, c1y, c2y, y)) this.reach(this.x, cubic(this.y, c1y, c2y, y, t));
    this.lineTo(x, y);
  }

  close(): void {}

  private reach(x: number, y: number): void {
    this.xMin = Math.min(this.xMin, x);
    this.yMin = Math.min(this.yMin, y);
    this.xMax = Math.max(this.xMax, x);
    this.yMax = Math.max(this.yMax, y);
  }
}

function cubic(a: number, b: number, c: number, d: number, t: number): number {
  const u = 1 - t;
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

/** Parameters between 0 and 1 where the curve turns back along an axis: roots of its derivative. */
function turns(a: number, b: number, c: number, d: number): number[] {
  const low = Math.min(a, d);
  const high = Math.max(a, d);
  if (b >= low && b <= high && c >= low && c <= high) return [];
  const p = 3 * (d - a) + 9 * (b - c);
  const q = 6 * (a - 2 * b + c);
  const r = 3 * (b - a);
  const roots = Math.abs(p) < 1e-9 ? [-r / q] : [1, -1].map((sign) => (-q + sign * Math.sqrt(q * q - 4 * p * r)) / (2 * p));
  return roots.filter((t) => t > 0 && t < 1);
}
