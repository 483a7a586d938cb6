/**
 * What a line of glyphs reads as (ISO 32000-2, 14.9.4). Readers guess spaces from gaps, so a justified Chinese line would
 * be copied and searched as «社 区 新 增»; a span that states its text ends the guessing. Spaces that are text have glyphs.
 */
import type { DisplayItem, GlyphRun } from '../display/types';
import type { ByteBuffer } from './byte-buffer';

/** Advance of a glyph, thousandths of an em. */
export type Advance = (run: GlyphRun, glyph: number) => number;

/** Readers put a space into a gap above about a tenth of the type size. */
const noticedGap = 0.08;
/** Runs further apart than this are different things that happen to share a baseline, in type sizes. */
const widestGap = 1;

/**
 * Runs that stand on one baseline side by side become one line, glyphs that stand below each other become one line of
 * vertical text; everything else passes. Order is kept.
 */
export function linesOf(items: readonly DisplayItem[], advance: Advance): (DisplayItem | GlyphRun[])[] {
  const result: (DisplayItem | GlyphRun[])[] = [];
  for (const item of items) {
    const line = result.at(-1);
    if (item.kind !== 'glyphs' || item.glyphs.length === 0) result.push(item);
    else if (Array.isArray(line) && (isBelow(line, item) || continues(line.at(-1)!, item, advance))) line.push(item);
    else result.push([item]);
  }
  return result;
}

/** Vertical text comes glyph by glyph: each about below the one before, at most two of its sizes down. */
function isBelow(line: readonly GlyphRun[], run: GlyphRun): boolean {
  const before = line.at(-1)!;
  if (run.glyphs.length > 1 || before.glyphs.length > 1 || (line.length > 1 && !isVertical(line))) return false;
  const size = Math.max(run.size, before.size);
  const [across, down] = [Math.abs(run.x[0]! - before.x[0]!), run.y - before.y];
  return across < size && down > size / 4 && down < 2 * size;
}

const isVertical = (line: readonly GlyphRun[]): boolean => line.length > 1 && line[0]!.y !== line[1]!.y;

function continues(before: GlyphRun, run: GlyphRun, advance: Advance): boolean {
  if (before.rotate || run.rotate) return false;
  const gap = run.x[0]! - endOf(before, before.glyphs.length - 1, advance);
  return before.y === run.y && Math.abs(gap) < widestGap * Math.max(before.size, run.size);
}

/** Where the advance of glyph `i` ends. */
function endOf(run: GlyphRun, i: number, advance: Advance): number {
  return run.x[i]! + (advance(run, run.glyphs[i]!) * run.size * (run.stretch ?? 1)) / 1000;
}

/** Whether a reader could see a space or the end of a line where none is. */
export function hasNoticedGaps(line: readonly GlyphRun[], advance: Advance): boolean {
  if (isVertical(line)) return true;
  let end = line[0]!.x[0]!;
  for (const run of line) {
    const most = noticedGap * run.size;
    for (let i = 0; i < run.glyphs.length; i++) {
      if (Math.abs(run.x[i]! - end) > most) return true;
      end = endOf(run, i, advance);
    }
  }
  return false;
}

/** `/Span <</ActualText <FEFF…>>> BDC`; the caller closes it with EMC. */
export function beginSpan(out: ByteBuffer, line: readonly GlyphRun[]): void {
  out.text('/Span <</ActualText <FEFF');
  for (const run of line) {
    for (let i = 0; i < run.text.length; i++) writeUtf16(out, run.text[i]!);
  }
  out.text('>>> BDC\n');
}

function writeUtf16(out: ByteBuffer, codePoint: number): void {
  if (codePoint < 0x10000) {
    out.hex(codePoint);
    return;
  }
  out.hex(0xd800 + ((codePoint - 0x10000) >> 10));
  out.hex(0xdc00 + ((codePoint - 0x10000) & 0x3ff));
}
