/** A single line of vertical text (竖排), as headlines need it: cell by cell from top to bottom. CLREQ § 3.2, vertical writing mode. */
import type { Colour, GlyphRun } from '../display/types';
import type { FaceMetrics, FontSet, ResolvedGlyph } from '../fonts/types';
import { BASELINE } from './grid';

/** Digits up to this many stand upright side by side in one cell (纵中横排). */
const DIGITS_IN_CELL = 3;
/** Marks that take half a cell. */
const HALF = new Set('“”‘’（）《》〈〉「」『』【】〔〕，。、；：·\u3000');
/** Quotation marks of vertical text. */
const VERTICAL_FORMS: Readonly<Record<string, string>> = { '“': '﹃', '”': '﹄', '‘': '﹁', '’': '﹂' };
/** Middle of Latin letters and digits above the baseline, em. */
const LATIN_MIDDLE = 0.36;
/** White around the ink of a mark, em. */
const MARK_WHITE = 0.12;

interface Cell {
  readonly text: string;
  readonly kind: 'upright' | 'digits' | 'rotated';
  /** Depth, em. */
  readonly depth: number;
}

export interface VerticalLine {
  readonly cells: readonly Cell[];
  readonly size: number;
  readonly tracking: number;
  /** Length from the first cell's top to the last one's bottom, points. */
  readonly length: number;
}

/** Divides a line into cells. Widths of rotated words come from the face. */
export function setVertical(text: string, face: string, size: number, tracking: number, fonts: FontSet): VerticalLine {
  const cells = (text.match(/\d+|[A-Za-z][A-Za-z'-]*|./gsu) ?? []).flatMap((piece) => cellsOf(piece, face, fonts));
  const length = cells.reduce((sum, cell) => sum + (cell.depth + tracking) * size, 0) - (cells.length > 0 ? tracking * size : 0);
  return { cells, size, tracking, length };
}

function cellsOf(piece: string, face: string, fonts: FontSet): Cell[] {
  if (/^\d+$/.test(piece) && piece.length <= DIGITS_IN_CELL) return [{ text: piece, kind: 'digits', depth: 1 }];
  if (/^[A-Z]{1,4}$/.test(piece) || !/^[A-Za-z\d]/.test(piece)) {
    return [...piece].map((character) => ({
      text: character,
      kind: 'upright',
      depth: HALF.has(character) ? markDepth(character, face, fonts) : 1,
    }));
  }
  const depth = [...piece].reduce((sum, character) => sum + advance(fonts.resolve(character.codePointAt(0)!, face)), 0);
  return [{ text: piece, kind: 'rotated', depth }];
}

/** Half a cell, or what the ink of a mark needs. */
function markDepth(mark: string, id: string, fonts: FontSet): number {
  const { face, glyph } = verticalGlyph(mark, id, fonts);
  const ink = face.inkOf(glyph);
  return ink ? Math.min(1, Math.max(0.5, (ink.yMax - ink.yMin) / face.unitsPerEm + MARK_WHITE)) : 0.5;
}

/** The glyph that vertical text shows for a character. */
function verticalGlyph(character: string, id: string, fonts: FontSet): { readonly face: FaceMetrics; readonly glyph: number } {
  const { face, glyph } = fonts.resolve((VERTICAL_FORMS[character] ?? character).codePointAt(0)!, id);
  return { face, glyph: face.verticalOf(glyph) };
}

/** Glyphs of a line whose middle stands at x and whose first cell starts at top. */
export function verticalRuns(
  line: VerticalLine,
  face: string,
  x: number,
  top: number,
  colour: Colour,
  fonts: FontSet,
): GlyphRun[] {
  const runs: GlyphRun[] = [];
  let y = top;
  for (const cell of line.cells) {
    runs.push(...cellRuns(cell, line.size, face, x, y, colour, fonts));
    y += (cell.depth + line.tracking) * line.size;
  }
  return runs;
}

function cellRuns(cell: Cell, size: number, face: string, x: number, top: number, colour: Colour, fonts: FontSet): GlyphRun[] {
  if (cell.kind === 'rotated') return rotatedRuns(cell.text, size, face, x, top, colour, fonts);
  if (cell.kind === 'upright') return [uprightRun(cell, size, face, x, top, colour, fonts)];
  const glyphs = [...cell.text].map((character) => fonts.resolve(character.codePointAt(0)!, face));
  const width = glyphs.reduce((sum, glyph) => sum + advance(glyph) * size, 0);
  // Three digits are narrowed to the cell; two are narrower than it.
  const stretch = Math.min(1, size / width);
  let left = x - (width * stretch) / 2;
  return glyphs.map((glyph, i) => {
    const run = runOf(glyph.face, glyph.glyph, cell.text.codePointAt(i)!, size, left, top + BASELINE * size, colour);
    left += advance(glyph) * size * stretch;
    return stretch === 1 ? run : { ...run, stretch };
  });
}

function uprightRun(cell: Cell, size: number, id: string, x: number, top: number, colour: Colour, fonts: FontSet): GlyphRun {
  const { face, glyph } = verticalGlyph(cell.text, id, fonts);
  const em = face.unitsPerEm;
  const ink = face.inkOf(glyph);
  // A half cell holds the ink of its mark, wherever in the em box the face draws it.
  const middle = ink ? ((ink.yMax + ink.yMin) / 2 / em) * size : (BASELINE - 0.5) * size;
  const y = cell.depth < 1 ? top + (cell.depth * size) / 2 + middle : top + BASELINE * size;
  return runOf(face, glyph, cell.text.codePointAt(0)!, size, x - (face.advanceOf(glyph) / em / 2) * size, y, colour);
}

function rotatedRuns(
  word: string,
  size: number,
  face: string,
  x: number,
  top: number,
  colour: Colour,
  fonts: FontSet,
): GlyphRun[] {
  let y = top;
  return [...word].map((character) => {
    const codePoint = character.codePointAt(0)!;
    const resolved = fonts.resolve(codePoint, face);
    const run: GlyphRun = {
      ...runOf(resolved.face, resolved.glyph, codePoint, size, x - LATIN_MIDDLE * size, y, colour),
      rotate: 90,
    };
    y += advance(resolved) * size;
    return run;
  });
}

function runOf(
  face: FaceMetrics,
  glyph: number,
  codePoint: number,
  size: number,
  x: number,
  y: number,
  colour: Colour,
): GlyphRun {
  return {
    kind: 'glyphs',
    face: face.id,
    size,
    colour,
    glyphs: Uint16Array.of(glyph),
    x: Float32Array.of(x),
    y,
    text: Uint32Array.of(codePoint),
  };
}

/** Advance of a glyph, em. */
function advance({ face, glyph }: ResolvedGlyph): number {
  return face.advanceOf(glyph) / face.unitsPerEm;
}
