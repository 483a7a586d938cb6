/**
 * A display list for another thread: of every block that changed, the glyphs of all runs in two arrays that are handed over without copying, because
 * thousands of small arrays take longer to clone than a page takes to paint.
 */
import type { DisplayGroup, DisplayItem, DisplayPage, GlyphRun } from '../../engine/display/types';

/** A run without its glyphs and the text of its glyphs; it takes the next `count` of the page's. */
type PackedRun = Omit<GlyphRun, 'glyphs' | 'x' | 'text'> & { readonly count: number };

export type PackedItem = PackedRun | Exclude<DisplayItem, GlyphRun>;

export interface PackedGroup {
  /** Id of its block; empty for what belongs to none. */
  readonly block: string;
  readonly items: readonly PackedItem[];
  readonly glyphs: Uint16Array<ArrayBuffer>;
  readonly x: Float32Array<ArrayBuffer>;
}

export interface PackedPage {
  /** Trim size, points. */
  readonly width: number;
  readonly height: number;
  /** In the order of painting; a number is the place of a group that the page had before and that stays as it is. */
  readonly groups: readonly (number | PackedGroup)[];
}

/** A run as it is painted: what it says does not matter there. */
export type PaintRun = Omit<GlyphRun, 'text'>;
export type PaintItem = PaintRun | Exclude<DisplayItem, GlyphRun>;

/** What a block shows. */
export interface PaintGroup {
  readonly block: string;
  readonly items: readonly PaintItem[];
}

export interface PaintPage {
  readonly width: number;
  readonly height: number;
  readonly items: readonly PaintItem[];
}

/** `before` are the groups as sent before: those that are the same objects are not sent again. */
export function packPage({ width, height, groups }: DisplayPage, before: readonly DisplayGroup[] = []): PackedPage {
  const places = new Map(before.map((group, place) => [group, place]));
  return { width, height, groups: groups.map((group) => places.get(group) ?? packGroup(group)) };
}

function packGroup({ block, items }: DisplayGroup): PackedGroup {
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
  return { block, items: packed, glyphs, x };
}

/** What can be handed over without copying. */
export function buffersOf({ groups }: PackedPage): ArrayBuffer[] {
  return groups.flatMap((group) => (typeof group === 'number' ? [] : [group.glyphs.buffer, group.x.buffer]));
}

export function unpackGroup({ block, items, glyphs, x }: PackedGroup): PaintGroup {
  let start = 0;
  const unpacked = items.map((item): PaintItem => {
    if (item.kind !== 'glyphs') return item;
    const { count, ...rest } = item;
    const end = start + count;
    const run = { ...rest, glyphs: glyphs.subarray(start, end), x: x.subarray(start, end) };
    start = end;
    return run;
  });
  return { block, items: unpacked };
}
