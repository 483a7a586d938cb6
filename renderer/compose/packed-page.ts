/**
 * A display list for another thread: the glyphs of all runs in two arrays that are handed over without copying, because
 * thousands of small arrays take longer to clone than a page takes to paint.
 */
import type { DisplayItem, DisplayPage, GlyphRun } from '../../engine/display/types';

/** A run without its glyphs and the text of its glyphs; it takes the next `count` of the page's. */
type PackedRun = Omit<GlyphRun, 'glyphs' | 'x' | 'text'> & { readonly count: number };

export type PackedItem = PackedRun | Exclude<DisplayItem, GlyphRun>;

export interface PackedPage {
  /** Trim size, points. */
  readonly width: number;
  readonly height: number;
  /** In the order of painting. */
  readonly items: readonly PackedItem[];
  readonly glyphs: Uint16Array<ArrayBuffer>;
  readonly x: Float32Array<ArrayBuffer>;
}

/** A run as it is painted: what it says does not matter there. */
export type PaintRun = Omit<GlyphRun, 'text'>;
export type PaintItem = PaintRun | Exclude<DisplayItem, GlyphRun>;

export interface PaintPage {
  readonly width: number;
  readonly height: number;
  readonly items: readonly PaintItem[];
}

export function packPage({ width, height, groups }: DisplayPage): PackedPage {
  const items = groups.flatMap((group) => group.items);
  const total = items.reduce((sum, item) => sum + (item.kind === 'glyphs' ? item.glyphs.length : 0), 0);
  const glyphs = new Uint16Array(total);
  const x = new Float32Array(total);
  let end = 0;
  const packed = items.map((item): PackedItem => {
    if (item.kind !== 'glyphs') return item;
    const { glyphs: runGlyphs, x: runX, text: _, ...rest } = item;
    glyphs.set(runGlyphs, end);
    x.set(runX, end);
    end += runGlyphs.length;
    return { ...rest, count: runGlyphs.length };
  });
  return { width, height, items: packed, glyphs, x };
}

export function unpackPage({ width, height, items, glyphs, x }: PackedPage): PaintPage {
  let start = 0;
  const unpacked = items.map((item): PaintItem => {
    if (item.kind !== 'glyphs') return item;
    const { count, ...rest } = item;
    const end = start + count;
    const run = { ...rest, glyphs: glyphs.subarray(start, end), x: x.subarray(start, end) };
    start = end;
    return run;
  });
  return { width, height, items: unpacked };
}
