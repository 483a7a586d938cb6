/** A single line of vertical text (竖排), as headlines need it: marks half width, figures close to the characters. */
import type { Colour, GlyphRun } from '../display/types';
import type { FontSet } from '../fonts/types';
import { composeVertical, HEADLINE, type VerticalGlyph } from '../typeset/index';
import type { GlyphFallback } from '../typeset/types';

export interface VerticalLine {
  readonly glyphs: readonly VerticalGlyph[];
  readonly fallbacks: readonly GlyphFallback[];
  readonly size: number;
  /** Length from the first character's top to the last one's foot, points. */
  readonly length: number;
}

/** Sets a text as one vertical line; size in points, tracking in em. */
export function setVertical(text: string, face: string, size: number, tracking: number, fonts: FontSet): VerticalLine {
  const { glyphs, height, fallbacks } = composeVertical([{ text, face }], { ...HEADLINE, size, tracking }, fonts);
  return { glyphs, fallbacks, size, length: height };
}

/** Glyphs of a line whose middle stands at x and whose first character starts at top. */
export function verticalRuns(line: VerticalLine, x: number, top: number, colour: Colour): GlyphRun[] {
  const left = x - line.size / 2;
  return line.glyphs.map(({ face, size, glyph, text, rotate, stretch, ...at }) => ({
    kind: 'glyphs',
    face,
    size,
    colour,
    glyphs: Uint16Array.of(glyph),
    x: Float32Array.of(left + at.x),
    y: top + at.y,
    text: Uint32Array.of(text),
    ...(rotate === undefined ? {} : { rotate }),
    ...(stretch === undefined ? {} : { stretch }),
  }));
}
