/**
 * Scan conversion: how much of each pixel a path covers. Signed areas are accumulated at the edges and summed along the
 * rows, which is exact for shapes that do not overlap themselves within a pixel.
 */
import type { Matrix } from '../geometry';
import type { Path } from '../inspect/path';

/** Whole pixels, y downwards; right and bottom are beyond the last one. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const isEmpty = (box: PixelBox): boolean => box.left >= box.right || box.top >= box.bottom;

/** The pixels that two boxes share; an empty box where there are none. */
export function overlap(one: PixelBox, other: PixelBox): PixelBox {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

/** Coverage 0–255 of the pixels of a box, row by row. Valid until the next call of the same scanner. */
export interface Mask {
  readonly box: PixelBox;
  readonly data: Uint8Array;
}

/** Keeps its buffers, since a page has tens of thousands of glyphs. */
export class Scanner {
  private areas = new Float32Array(1 << 12);
  private data = new Uint8Array(1 << 12);

  /** Undefined when nothing of the path lies in `bounds`. `toPixels` has y downwards. */
  cover(path: Path, toPixels: Matrix, evenOdd: boolean, bounds: PixelBox): Mask | undefined {
    const polygons = path.map(({ points }) => toDevice(points, toPixels));
    const box = overlap(around(polygons), bounds);
    if (isEmpty(box)) return undefined;
    const width = box.right - box.left;
    const height = box.bottom - box.top;
    this.reserve(width * height + width + 2);
    const areas = new Areas(this.areas, width, height, box);
    for (const points of polygons) areas.polygon(points);
    this.sum(width * height, width, evenOdd);
    return { box, data: this.data };
  }

  private reserve(length: number): void {
    if (this.areas.length < length) {
      this.areas = new Float32Array(2 * length);
      this.data = new Uint8Array(2 * length);
    } else this.areas.fill(0, 0, length);
  }

  private sum(length: number, width: number, evenOdd: boolean): void {
    const { areas, data } = this;
    for (let start = 0; start < length; start += width) {
      let winding = 0;
      for (let i = start; i < start + width; i++) {
        winding += areas[i]!;
        const share = evenOdd ? folded(winding) : Math.min(1, Math.abs(winding));
        data[i] = share * 255 + 0.5;
      }
    }
  }
}

/** Windings 0, 1, 2, 3 … are out, in, out, in …; between them the share runs straight. */
function folded(winding: number): number {
  const rest = Math.abs(winding) % 2;
  return rest > 1 ? 2 - rest : rest;
}

function toDevice(points: readonly number[], matrix: Matrix): Float64Array {
  const [a, b, c, d, e, f] = matrix;
  const out = new Float64Array(points.length);
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x, y] = [points[i]!, points[i + 1]!];
    out[i] = a * x + c * y + e;
    out[i + 1] = b * x + d * y + f;
  }
  return out;
}

function around(polygons: readonly Float64Array[]): PixelBox {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const points of polygons) {
    for (let i = 0; i + 1 < points.length; i += 2) {
      left = Math.min(left, points[i]!);
      right = Math.max(right, points[i]!);
      top = Math.min(top, points[i + 1]!);
      bottom = Math.max(bottom, points[i + 1]!);
    }
  }
  return { left: Math.floor(left), top: Math.floor(top), right: Math.floor(right) + 1, bottom: Math.floor(bottom) + 1 };
}

/** Each row holds the change of coverage from pixel to pixel; what lies left of the box counts at its first pixel. */
class Areas {
  constructor(
    private readonly out: Float32Array,
    private readonly width: number,
    private readonly height: number,
    private readonly box: PixelBox,
  ) {}

  polygon(points: Float64Array): void {
    const count = points.length;
    if (count < 6) return;
    let [x, y] = [points[count - 2]!, points[count - 1]!];
    for (let i = 0; i < count; i += 2) {
      const [u, v] = [points[i]!, points[i + 1]!];
      if (y !== v) this.edge(x - this.box.left, y - this.box.top, u - this.box.left, v - this.box.top);
      x = u;
      y = v;
    }
  }

  private edge(x0: number, y0: number, x1: number, y1: number): void {
    const down = y0 < y1;
    const sign = down ? 1 : -1;
    const [topX, topY, endX, endY] = down ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
    if (endY <= 0 || topY >= this.height || !Number.isFinite(topX + topY + endX + endY)) return;
    const slope = (endX - topX) / (endY - topY);
    const first = Math.max(0, Math.floor(topY));
    const last = Math.min(this.height, Math.ceil(endY));
    for (let row = first; row < last; row++) {
      const from = Math.max(row, topY);
      const to = Math.min(row + 1, endY);
      if (to <= from) continue;
      this.piece(row, sign * (to - from), topX + (from - topY) * slope, topX + (to - topY) * slope);
    }
  }

  /** The part of an edge in one row: `height` with its sign, from x `a` to x `b`. */
  private piece(row: number, height: number, a: number, b: number): void {
    const { out, width } = this;
    const start = row * width;
    const most = width - 1e-6;
    const [left, right] = a < b ? [a, b] : [b, a];
    if (left >= width) return;
    if (right <= 0) {
      out[start]! += height;
      return;
    }
    const low = Math.max(0, left);
    const high = Math.min(most, right);
    const first = Math.floor(low);
    const last = Math.floor(high);
    if (first === last && left >= 0 && right <= most) {
      const middle = (low + high) / 2 - first;
      out[start + first]! += height * (1 - middle);
      if (first + 1 < width) out[start + first + 1]! += height * middle;
      return;
    }
    const perPixel = height / (right - left);
    if (left < 0) out[start]! += perPixel * -left;
    for (let x = first; x <= last; x++) {
      const from = Math.max(x, low);
      const to = Math.min(x + 1, high);
      if (to <= from) continue;
      const part = perPixel * (to - from);
      const middle = (from + to) / 2 - x;
      out[start + x]! += part * (1 - middle);
      if (x + 1 < width) out[start + x + 1]! += part * middle;
    }
  }
}
