/** Metrics of a face over typed arrays, and their packed form for another thread. */
import { type CharacterMap, filled, glyphAt } from './cmap';
import type { FaceId, FaceMetrics, InkBox, PackedMetrics } from './types';

/** Where metrics come from: a font file, or a packed copy. */
export interface MetricsSource {
  readonly id: FaceId;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly characters: CharacterMap;
  /** Of a glyph that there is not 0. */
  advanceOf(glyph: number): number;
  /** Advance width of every glyph. */
  advances(): Uint16Array;
  inkOf(glyph: number): InkBox | undefined;
  verticalOf(glyph: number): number;
  /** All glyphs that have a vertical form, with it. */
  verticalForms(): ReadonlyMap<number, number>;
}

/** Metrics as the composer asks for them, in font units, over tables of numbers that may have been packed. */
export class TypedMetrics implements FaceMetrics {
  readonly id: FaceId;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly advanceOf: MetricsSource['advanceOf'];
  private readonly characters: CharacterMap;

  constructor(readonly source: MetricsSource) {
    this.id = source.id;
    this.unitsPerEm = source.unitsPerEm;
    this.ascent = source.ascent;
    this.descent = source.descent;
    this.advanceOf = source.advanceOf;
    this.characters = source.characters;
  }

  glyphOf(codePoint: number): number {
    return glyphAt(this.characters, codePoint);
  }

  inkOf(glyph: number): InkBox | undefined {
    return this.source.inkOf(glyph);
  }

  verticalOf(glyph: number): number {
    return this.source.verticalOf(glyph);
  }
}

/** Characters whose ink composition asks for: punctuation and marks, first and last code point of each range. */
const INKED: readonly (readonly [number, number])[] = [
  [0x21, 0x2f],
  [0x3a, 0x40],
  [0x5b, 0x60],
  [0x7b, 0x7e],
  [0xb7, 0xb7], // ·
  [0xd7, 0xd7], // ×
  [0x2000, 0x206f],
  [0x3000, 0x303f],
  [0xff00, 0xff65],
];

/**
 * The metrics of a face as plain typed arrays that can be sent to a worker (transfer or clone them). Ink boxes are
 * kept for punctuation and marks and their vertical forms; of other glyphs the copy knows no ink.
 */
export function packMetrics(face: TypedMetrics): PackedMetrics {
  const characters = filled(face.source.characters);
  const forms = [...face.source.verticalForms()].sort(([a], [b]) => a - b);
  const inked = inkedGlyphs(face).flatMap((glyph) => {
    const ink = face.inkOf(glyph);
    return ink ? [{ glyph, box: [Math.floor(ink.xMin), Math.floor(ink.yMin), Math.ceil(ink.xMax), Math.ceil(ink.yMax)] }] : [];
  });
  return {
    id: face.id,
    unitsPerEm: face.unitsPerEm,
    ascent: face.ascent,
    descent: face.descent,
    pages: characters.pages.slice(),
    glyphs: characters.glyphs.slice(),
    advances: face.source.advances(),
    inkGlyphs: Uint16Array.from(inked, ({ glyph }) => glyph),
    inkBoxes: Int16Array.from(inked.flatMap(({ box }) => box)),
    uprightGlyphs: Uint16Array.from(forms, ([upright]) => upright),
    verticalGlyphs: Uint16Array.from(forms, ([, vertical]) => vertical),
  };
}

/** Metrics that came from another thread. */
export function unpackMetrics(packed: PackedMetrics): TypedMetrics {
  const forms = new Map([...packed.uprightGlyphs].map((glyph, i) => [glyph, packed.verticalGlyphs[i]!]));
  const places = new Map([...packed.inkGlyphs].map((glyph, i) => [glyph, 4 * i]));
  return new TypedMetrics({
    id: packed.id,
    unitsPerEm: packed.unitsPerEm,
    ascent: packed.ascent,
    descent: packed.descent,
    characters: packed,
    advanceOf: (glyph) => packed.advances[glyph] ?? 0,
    advances: () => packed.advances.slice(),
    inkOf(glyph) {
      const at = places.get(glyph);
      if (at === undefined) return undefined;
      const [xMin, yMin, xMax, yMax] = packed.inkBoxes.subarray(at, at + 4);
      return { xMin: xMin!, yMin: yMin!, xMax: xMax!, yMax: yMax! };
    },
    verticalOf: (glyph) => forms.get(glyph) ?? glyph,
    verticalForms: () => forms,
  });
}

function inkedGlyphs(face: TypedMetrics): number[] {
  const glyphs = new Set<number>();
  for (const [first, last] of INKED) {
    for (let codePoint = first; codePoint <= last; codePoint++) {
      const glyph = face.glyphOf(codePoint);
      if (glyph !== 0) glyphs.add(glyph).add(face.verticalOf(glyph));
    }
  }
  return [...glyphs].sort((a, b) => a - b);
}
