/** Which glyph a character has in vertical text, and what has to be done to it where the face has no vertical form. */
import type { FaceId, FaceMetrics, FontSet } from '../fonts/types';
import { CharacterClass as C, IS_LATIN } from './character-classes';
import type { Characters } from './collect';
import { dashGlyph } from './dash';
import { inkOf } from './ink';
import type { GlyphFallback, StyledText } from './types';

/** A glyph and what has to be done to it because the face has no vertical form. */
export interface SetGlyph {
  readonly face: FaceMetrics;
  readonly glyph: number;
  readonly turned: boolean;
  readonly moved: boolean;
}

/** In vertical text quotes are brackets: “” ‘’ become ﹃﹄ ﹁﹂ (GB/T 15834 §5.3). */
const VERTICAL_QUOTES: ReadonlyMap<number, number> = new Map([
  [0x201c, 0xfe43],
  [0x201d, 0xfe44],
  [0x2018, 0xfe41],
  [0x2019, 0xfe42],
]);
/** The same brackets for level text: 『』 「」, whose vertical forms they are. */
const LEVEL_BRACKETS: ReadonlyMap<number, number> = new Map([
  [0xfe43, 0x300e],
  [0xfe44, 0x300f],
  [0xfe41, 0x300c],
  [0xfe42, 0x300d],
]);

/** Marks half an em high; ；：？！ are as high as a character. */
export const LOW_MARKS = new Set([0x3001, 0xff0c, 0x3002]);

/** Marks that lie along the line and turn with it when the face has no vertical form. */
const TURNING: ReadonlySet<number> = new Set([C.Opener, C.Closer, C.Dash, C.LongDash, C.Ellipsis, C.Connector, C.Slash]);

/** A form that draws something; fonts in circulation name empty ones. */
function drawn(face: FaceMetrics, form: number, level: number): number {
  return form === level || inkOf(face, form) ? form : level;
}

/** Where a glyph's ink begins and ends down the line, points from the place where it is set. */
export function inkAlong({ face, glyph, turned }: SetGlyph, em: number): { from: number; to: number } {
  const ink = inkOf(face, glyph);
  const unit = em / face.unitsPerEm;
  if (!ink) return { from: 0, to: em };
  if (turned) return { from: ink.xMin * unit, to: ink.xMax * unit };
  return { from: (face.ascent - ink.yMax) * unit, to: (face.ascent - ink.yMin) * unit };
}

/** Glyphs of the characters of one vertical text. */
export class VerticalForms {
  private readonly lacking = new Map<number, GlyphFallback>();

  constructor(
    private readonly characters: Characters,
    private readonly sources: readonly StyledText[],
    private readonly fonts: FontSet,
  ) {}

  /** Characters that another face had to give, as far as they were asked for. */
  fallbacks(): readonly GlyphFallback[] {
    return [...this.lacking.values()];
  }

  /** Glyph of a character in vertical text; `turned` or `moved` when the face has no vertical form of a mark that needs one. */
  resolve(index: number): SetGlyph {
    const codePoint = this.characters.codePoints[index]!;
    const cls = this.characters.classes[index]!;
    const id = this.sources[this.characters.sources[index]!]!.face;
    const quote = cls === C.Opener || cls === C.Closer ? VERTICAL_QUOTES.get(codePoint) : undefined;
    if (quote !== undefined) return this.quoteOf(codePoint, quote, id);
    const { face, glyph, fallback, missing } = this.fonts.resolve(codePoint, id);
    if (fallback) this.lacking.set(codePoint, { codePoint, face: id, ...(missing ? {} : { from: face.id }) });
    const level = cls === C.Dash ? dashGlyph(face, glyph) : glyph;
    const upright = IS_LATIN[cls] ? level : drawn(face, face.verticalOf(level), level);
    const lacking = upright === level;
    return { face, glyph: upright, turned: lacking && TURNING.has(cls), moved: lacking && LOW_MARKS.has(codePoint) };
  }

  /** The vertical bracket of a face, its level one turned, or another face's bracket. */
  private quoteOf(codePoint: number, quote: number, id: FaceId): SetGlyph {
    const own = this.fonts.face(id);
    const glyph = own.glyphOf(quote);
    if (glyph !== 0) return { face: own, glyph, turned: false, moved: false };
    const level = own.glyphOf(LEVEL_BRACKETS.get(quote)!);
    const upright = drawn(own, own.verticalOf(level), level);
    if (level !== 0) return { face: own, glyph: upright, turned: upright === level, moved: false };
    const { face, glyph: other, missing } = this.fonts.resolve(quote, id);
    this.lacking.set(codePoint, { codePoint, face: id, ...(missing ? {} : { from: face.id }) });
    return { face, glyph: other, turned: false, moved: false };
  }
}
