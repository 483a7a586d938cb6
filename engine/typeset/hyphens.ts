import { BreakKind } from './breaks';
import type { Cells } from './cells';
import type { Characters } from './collect';
import type { PlacedRun } from './types';

const HYPHEN = 0x2d;

/**
 * Widths of the hyphens shown where a word is divided, after each character, points; undefined when no word is.
 *
 * @param dividing words are divided without soft hyphens in the text
 */
export function hyphenWidths(
  characters: Characters,
  cells: Cells,
  breaks: Uint8Array,
  dividing: boolean,
): Float64Array | undefined {
  if (!characters.special && !dividing) return undefined;
  let widths: Float64Array | undefined;
  for (let i = 1; i < characters.count; i++) {
    if (breaks[i] !== BreakKind.Hyphen) continue;
    widths ??= new Float64Array(characters.count);
    const face = cells.faces[cells.faceOf[i - 1]!]!;
    widths[i - 1] = (face.advanceOf(face.glyphOf(HYPHEN)) / face.unitsPerEm) * cells.sizes[characters.sources[i - 1]!]!;
  }
  return widths;
}

/** The hyphen after the last run of a line; `x` from the line's left edge, points. */
export function hyphenRun({ face, size, tag }: PlacedRun, glyph: number, x: number): PlacedRun {
  const run = { glyphs: Uint16Array.of(glyph), x: Float32Array.of(x), text: Uint32Array.of(HYPHEN) };
  return { face, size, ...(tag === undefined ? {} : { tag }), ...run };
}
