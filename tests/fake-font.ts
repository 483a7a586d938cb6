import type { FaceId, FaceMetrics, FontSet, InkBox, ResolvedGlyph } from '../engine/fonts/types';

/**
 * Faces of fixed advances, so that a test can count in em: Han and full-width characters 1000 units, everything below
 * U+0300 500 units, of 1000 to the em. A glyph's id is the low half of its code point.
 */
export interface FakeFontOptions {
  /** Whether a face lacks a character. */
  readonly lacks?: (codePoint: number, face: FaceId) => boolean;
  /** Faces asked for characters that another lacks, in this order. */
  readonly fallbacks?: readonly FaceId[];
  /** Advances that differ from the rule, font units, by code point. */
  readonly advances?: ReadonlyMap<number, number>;
  /** Ink that differs from the rule, by code point. */
  readonly inks?: ReadonlyMap<number, InkBox>;
  /** Vertical alternates, glyph by glyph. */
  readonly verticals?: ReadonlyMap<number, number>;
}

const GETA = 0x3013;
const CLOSERS = new Set([...'，。、；：？！”’）》】」』〉〕］｝'].map((c) => c.codePointAt(0)));
const LOW = new Set([...'，。、'].map((c) => c.codePointAt(0)));
const VERTICAL_OPENERS = new Set([...'﹁﹃'].map((c) => c.codePointAt(0)));
const VERTICAL_CLOSERS = new Set([...'﹂﹄'].map((c) => c.codePointAt(0)));
const OPENERS = new Set([...'“‘（《【「『〈〔［｛'].map((c) => c.codePointAt(0)));

function fixedAdvance(glyph: number): number {
  return glyph < 0x300 ? 500 : 1000;
}

function fixedInk(glyph: number): InkBox | undefined {
  if (glyph === 0x20 || glyph === 0x3000) return undefined;
  if (LOW.has(glyph)) return { xMin: 60, yMin: -60, xMax: 400, yMax: 260 };
  if (VERTICAL_OPENERS.has(glyph)) return { xMin: 300, yMin: -80, xMax: 960, yMax: 260 };
  if (VERTICAL_CLOSERS.has(glyph)) return { xMin: 40, yMin: 500, xMax: 700, yMax: 840 };
  if (CLOSERS.has(glyph)) return { xMin: 60, yMin: -60, xMax: 400, yMax: 800 };
  if (OPENERS.has(glyph)) return { xMin: 600, yMin: -60, xMax: 940, yMax: 800 };
  return { xMin: 30, yMin: -60, xMax: fixedAdvance(glyph) - 30, yMax: 800 };
}

class FakeFace implements FaceMetrics {
  readonly unitsPerEm = 1000;
  readonly ascent = 880;
  readonly descent = -120;

  constructor(
    readonly id: FaceId,
    private readonly options: FakeFontOptions,
  ) {}

  glyphOf(codePoint: number): number {
    return codePoint < 0x20 || this.options.lacks?.(codePoint, this.id) ? 0 : codePoint & 0xffff;
  }

  advanceOf(glyph: number): number {
    return this.options.advances?.get(glyph) ?? fixedAdvance(glyph);
  }

  inkOf(glyph: number): InkBox | undefined {
    return this.options.inks?.get(glyph) ?? fixedInk(glyph);
  }

  verticalOf(glyph: number): number {
    return this.options.verticals?.get(glyph) ?? glyph;
  }
}

/** A set that knows every face id that it is asked for. */
export function fakeFonts(options: FakeFontOptions = {}): FontSet {
  const faces = new Map<FaceId, FaceMetrics>();
  const face = (id: FaceId): FaceMetrics => {
    const known = faces.get(id) ?? new FakeFace(id, options);
    faces.set(id, known);
    return known;
  };
  const resolve = (codePoint: number, id: FaceId): ResolvedGlyph => {
    for (const candidate of [id, ...(options.fallbacks ?? [])]) {
      const glyph = face(candidate).glyphOf(codePoint);
      if (glyph !== 0) return { face: face(candidate), glyph, fallback: candidate !== id, missing: false };
    }
    return { face: face(id), glyph: GETA, fallback: true, missing: true };
  };
  return { face, resolve };
}
