/** Faces as the rest of the engine sees them. Fonts enter as bytes; metrics are typed arrays and can move between threads. */

/** Role of a face in the paper, the key of `fonts/manifest.json`: `song-regular`, `hei-bold`, `kai-regular` … */
export type FaceId = string;

/** Ink of a glyph in font units, y upwards from the baseline. */
export interface InkBox {
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

/** What composition needs of a face; knows no outlines. */
export interface FaceMetrics {
  readonly id: FaceId;
  readonly unitsPerEm: number;
  /** Top of the em box above the baseline, in font units; 880 of 1000 for most CJK faces. */
  readonly ascent: number;
  /** Bottom of the em box, negative. */
  readonly descent: number;
  /** Glyph id of a code point, 0 when the face has none. */
  glyphOf(codePoint: number): number;
  /** Advance width of a glyph, font units. */
  advanceOf(glyph: number): number;
  /** Ink of a glyph; used for marks that must be placed in their cell. Undefined for a blank glyph. */
  inkOf(glyph: number): InkBox | undefined;
  /** Glyph for vertical writing (`vert`), the glyph itself when there is none. */
  verticalOf(glyph: number): number;
}

/** Answer of a look-up with fallback. */
export interface ResolvedGlyph {
  readonly face: FaceMetrics;
  /** Never 0: when no face has the character, the glyph of U+3013 〓 (geta mark) stands in and `missing` is true. */
  readonly glyph: number;
  /** The asked face lacked the character. */
  readonly fallback: boolean;
  readonly missing: boolean;
}

/** Metrics as plain typed arrays: what a composing thread is given. See `packMetrics`. */
export interface PackedMetrics {
  readonly id: FaceId;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  /** Glyph of code point c: `glyphs[256 * pages[c >> 8] + (c & 255)]`. */
  readonly pages: Uint16Array;
  readonly glyphs: Uint16Array;
  readonly advances: Uint16Array;
  /** Ascending glyph ids with known ink, and xMin, yMin, xMax, yMax of each. */
  readonly inkGlyphs: Uint16Array;
  readonly inkBoxes: Int16Array;
  /** Ascending glyph ids that have another form in vertical text, and that form. */
  readonly uprightGlyphs: Uint16Array;
  readonly verticalGlyphs: Uint16Array;
}

/** All faces of an issue with their order of fallback, character by character. */
export interface FontSet {
  face(id: FaceId): FaceMetrics;
  resolve(codePoint: number, id: FaceId): ResolvedGlyph;
}

/** Outline segments in font units, y upwards. */
export interface OutlineSink {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadTo(cx: number, cy: number, x: number, y: number): void;
  cubicTo(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void;
  close(): void;
}

/** A whole font file: belongs to whoever paints or embeds. */
export interface FontFile {
  readonly id: FaceId;
  readonly format: 'glyf' | 'cff';
  readonly metrics: FaceMetrics;
  /** PostScript name, for the PDF. */
  readonly postScriptName: string;
  /** Bounding box of the face, cap height, italic angle … in font units, for the PDF's font descriptor. */
  readonly bbox: InkBox;
  readonly capHeight: number;
  readonly weightClass: number;
  /** Degrees, counter-clockwise from the vertical; 0 for upright faces. */
  readonly italicAngle: number;
  /** Draws a glyph; nothing for a blank one. Throws InputError when the file is damaged there. */
  outline(glyph: number, sink: OutlineSink): void;
  /**
   * A font program with only these glyphs (and .notdef, and the parts of composite glyphs), in the order given: the
   * first is code 1. A glyph given twice has two codes. Same input, same bytes.
   */
  subset(glyphs: Iterable<number>): FontSubset;
}

export interface FontSubset {
  /** sfnt with `glyf` for FontFile2 (CIDFontType2), or a bare CID-keyed `CFF ` table for FontFile3 /CIDFontType0C. */
  readonly program: Uint8Array;
  readonly format: 'glyf' | 'cff';
  /** Code to write in the content stream (= CID under Identity-H) for a glyph of the full font. */
  cidOf(glyph: number): number;
}
