import type { FaceId, FaceMetrics, FontSet, InkBox } from '../fonts/types';
import { CharacterClass as C, IS_CLOSING, IS_HALF_BODIED, setOf } from './character-classes';
import type { Characters } from './collect';
import { DASH_OVERLAP, dashGlyph } from './dash';
import { inkOf } from './ink';
import type { Scratch } from './scratch';
import type { GlyphFallback, ParagraphStyle, StyledText } from './types';

/**
 * Third stage: every character gets a glyph and a cell. A cell is a body that holds the ink and, for full-width marks,
 * white before or after it; only bodies are counted here, the white goes into the gaps (`gaps.ts`). Lengths in points.
 */
export interface Cells {
  /** Faces in use; `faceOf` indexes them. */
  readonly faces: readonly FaceMetrics[];
  readonly faceOf: Uint8Array;
  readonly glyphs: Uint16Array;
  readonly bodies: Float64Array;
  /** From the body's left edge to the glyph's origin. */
  readonly shifts: Float64Array;
  readonly whiteBefore: Float64Array;
  readonly whiteAfter: Float64Array;
  /** Type size of each styled text. */
  readonly sizes: Float64Array;
  readonly fallbacks: readonly GlyphFallback[];
}

/** A glyph narrower than this part of the em is no full-width design: its place in the cell cannot be trusted. */
const FULL_WIDTH_LEAST = 0.75;
/** How far ink may stand over the middle of a full-width cell before the glyph counts as centred. */
const HALF_TOLERANCE = 0.06;
/** Ink of the middle dot's body, and the white on each side that may be squeezed: ½ em together. */
const DOT_BODY = 0.25;
const DOT_WHITE = 0.125;

/** Marks whose ink, not whose advance, stands in the middle of the body. */
const IS_CENTRED_BY_INK = setOf(C.Dot, C.Dash, C.Connector, C.Slash);

const WIDE_CONNECTORS = new Set([0xff5e, 0x301c, 0x2014, 0x2015, 0xff0d]);
const WIDE_SLASH = 0xff0f;
const THREE_EM_DASH = 0x2e3b;
/** En quad and en space: half of the other wide spaces. */
const EN_SPACES = new Set([0x2000, 0x2002]);

/** White on each side of a quote or apostrophe in Latin text whose glyph is drawn for Chinese, em. */
const QUOTE_SIDE = 0.06;
/** Hyphens that CJK faces draw as wide as a character; the plain one stands in. */
const WIDE_HYPHENS = new Set([0x2010, 0x2011]);
const HYPHEN = 0x2d;
const SPACE = 0x20;
const WIDE_SPACE = 0x3000;

/** Set with the glyph of the plain space. */
const BLANKS: ReadonlySet<number> = new Set([C.Space, C.NoBreakSpace, C.Joined]);

/** Gives each character its glyph and cell. Faces that lack a character are helped out by the font set, and reported. */
export function buildCells(
  characters: Characters,
  sources: readonly StyledText[],
  style: ParagraphStyle,
  fonts: FontSet,
  scratch: Scratch,
): Cells {
  const { count, classes, codePoints, sources: sourceOf } = characters;
  const bodies = scratch.float64('bodies', count);
  const shifts = scratch.float64('shifts', count);
  const whiteBefore = scratch.float64('whiteBefore', count);
  const whiteAfter = scratch.float64('whiteAfter', count);
  const sizes = Float64Array.from(sources, (s) => s.size ?? style.size);
  let dashes = false;
  let enders = false;
  const shaped = findGlyphs(characters, sources, fonts, scratch);
  for (let i = 0; i < count; i++) {
    const cls = classes[i]!;
    const face = shaped.faces[shaped.faceOf[i]!]!;
    if (cls === C.Han) {
      const width = sizes[sourceOf[i]!]!;
      const advance = face.advanceOf(shaped.glyphs[i]!);
      bodies[i] = width;
      if (advance !== face.unitsPerEm) shifts[i] = (width - (advance / face.unitsPerEm) * width) / 2;
      continue;
    }
    if (cls === C.Ender) enders = true;
    if (cls === C.Dash) {
      dashes = true;
      shaped.glyphs[i] = dashGlyph(face, shaped.glyphs[i]!);
    }
    const glyph = shaped.glyphs[i]!;
    const em = sizes[sourceOf[i]!]!;
    const unit = em / face.unitsPerEm;
    const advance = face.advanceOf(glyph) * unit;
    const narrow = isNarrowQuote(cls, codePoints[i]!, advance, em) ? inkOf(face, glyph) : undefined;
    const body = narrow ? (narrow.xMax - narrow.xMin) * unit + 2 * QUOTE_SIDE * em : bodyOf(cls, codePoints[i]!, em, advance);
    bodies[i] = body;
    if (narrow) shifts[i] = QUOTE_SIDE * em - narrow.xMin * unit;
    else if (body !== advance && body > 0) shifts[i] = shiftOf(cls, inkOf(face, glyph), unit, em, body, advance);
    const white = whiteOf(cls, em, style);
    if (white === 0) continue;
    if (!IS_CLOSING[cls]) whiteBefore[i] = white;
    if (cls !== C.Opener) whiteAfter[i] = white;
  }
  const cells = { ...shaped, bodies, shifts, whiteBefore, whiteAfter, sizes };
  if (dashes) joinDashes(characters, cells);
  if (enders) stackEnders(characters, cells);
  return cells;
}

/** A quote or apostrophe of Latin text whose glyph fills the cell of a Chinese mark. */
function isNarrowQuote(cls: number, codePoint: number, advance: number, em: number): boolean {
  if (codePoint < 0x2018 || codePoint > 0x201d || advance < FULL_WIDTH_LEAST * em) return false;
  return cls === C.Letter || cls === C.LatinOpener || cls === C.LatinCloser;
}

function bodyOf(cls: number, codePoint: number, em: number, advance: number): number {
  switch (cls) {
    case C.Opener:
    case C.Closer:
    case C.Stop:
    case C.Ender:
      return em / 2;
    case C.Dot:
      return em * DOT_BODY;
    case C.Connector:
      return WIDE_CONNECTORS.has(codePoint) ? em : em / 2;
    case C.Slash:
      return codePoint === WIDE_SLASH ? em : em / 2;
    case C.LongDash:
      return codePoint === THREE_EM_DASH ? 3 * em : 2 * em;
    case C.WideSpace:
      return EN_SPACES.has(codePoint) ? em / 2 : em;
    case C.Han:
    case C.NonStarter:
    case C.NonEnder:
    case C.WideDigit:
    case C.DoubleEnder:
    case C.Dash:
    case C.Ellipsis:
      return em;
    case C.Space:
    case C.NoBreakSpace:
    case C.Combining:
    case C.Joined:
    case C.LineBreak:
      return 0;
    default:
      return advance;
  }
}

/** White of a mark, on its outer side; of a middle dot, on each side. 全角式 all marks have it, 开明式 only 。？！, 半角式 none (CLREQ §3.1.5). */
function whiteOf(cls: number, em: number, style: ParagraphStyle): number {
  if (cls === C.Dot) return em * DOT_WHITE;
  if (!IS_HALF_BODIED[cls]) return 0;
  return style.policy === 'full' || (style.policy === 'open' && cls === C.Ender) ? em / 2 : 0;
}

/** From a body's left edge to the origin of the glyph in it. */
function shiftOf(cls: number, ink: InkBox | undefined, unit: number, em: number, body: number, advance: number): number {
  if (IS_HALF_BODIED[cls]) return halfCellShift(ink, unit, em, advance, IS_CLOSING[cls] === 1);
  return IS_CENTRED_BY_INK[cls] ? centred(ink, unit, body, advance) : (body - advance) / 2;
}

/** A mark keeps the half of its full-width design that holds the ink; a narrow or centred design is centred in the half. */
function halfCellShift(ink: InkBox | undefined, unit: number, em: number, advance: number, closing: boolean): number {
  const half = em / 2;
  if (!ink) return 0;
  if (advance >= FULL_WIDTH_LEAST * em) {
    const tolerance = HALF_TOLERANCE * em;
    if (closing && ink.xMax * unit <= half + tolerance) return 0;
    if (!closing && ink.xMin * unit >= advance - half - tolerance) return half - advance;
  }
  return centred(ink, unit, half, advance);
}

function centred(ink: InkBox | undefined, unit: number, body: number, advance: number): number {
  return ink ? (body - (ink.xMin + ink.xMax) * unit) / 2 : (body - advance) / 2;
}

/** The two halves of —— meet in the middle of their 2 em, however narrow the face draws them. */
function joinDashes({ count, classes, sources }: Characters, { faces, faceOf, glyphs, bodies, shifts, sizes }: Cells): void {
  for (let i = 0; i + 1 < count; i++) {
    if (classes[i] !== C.Dash || classes[i + 1] !== C.Dash) continue;
    for (const k of [i, i + 1]) {
      const face = faces[faceOf[k]!]!;
      const ink = inkOf(face, glyphs[k]!);
      const em = sizes[sources[k]!]!;
      const unit = em / face.unitsPerEm;
      const over = (DASH_OVERLAP / 2) * em;
      if (ink) shifts[k] = k === i ? bodies[k]! - ink.xMax * unit + over : -ink.xMin * unit - over;
    }
    i++;
  }
}

/** ？！ stand together in one em, three in two (CLREQ §3.1.3): white only after an odd last one. */
function stackEnders({ count, classes, codePoints }: Characters, { whiteAfter }: Cells): void {
  const stacks = (i: number): boolean => classes[i] === C.Ender && codePoints[i] !== 0x3002;
  let i = 0;
  while (i < count) {
    const start = i++;
    if (!stacks(start)) continue;
    while (i < count && stacks(i)) i++;
    for (let k = start; k < i - 1; k++) whiteAfter[k] = 0;
    if ((i - start) % 2 === 0) whiteAfter[i - 1] = 0;
  }
}

/** The character whose glyph is set. */
function shownAs(cls: number, codePoint: number): number {
  if (BLANKS.has(cls) || (cls === C.WideSpace && codePoint !== WIDE_SPACE)) return SPACE;
  return WIDE_HYPHENS.has(codePoint) ? HYPHEN : codePoint;
}

function findGlyphs(
  characters: Characters,
  sources: readonly StyledText[],
  fonts: FontSet,
  scratch: Scratch,
): Pick<Cells, 'faces' | 'faceOf' | 'glyphs' | 'fallbacks'> {
  const { count, classes, codePoints, sources: sourceOf } = characters;
  const faces: FaceMetrics[] = [];
  const faceOf = scratch.uint8('faceOf', count);
  const glyphs = scratch.uint16('glyphs', count);
  const fallbacks = new Map<string, GlyphFallback>();
  const indexOf = (face: FaceMetrics): number => {
    const index = faces.indexOf(face);
    return index < 0 ? faces.push(face) - 1 : index;
  };
  const asked = Uint8Array.from(sources, (s) => indexOf(fonts.face(s.face)));
  for (let i = 0; i < count; i++) {
    const index = asked[sourceOf[i]!]!;
    faceOf[i] = index;
    const codePoint = classes[i] === C.Han ? codePoints[i]! : shownAs(classes[i]!, codePoints[i]!);
    glyphs[i] = faces[index]!.glyphOf(codePoint);
    if (glyphs[i] !== 0 || classes[i] === C.LineBreak) continue;
    const id: FaceId = sources[sourceOf[i]!]!.face;
    const found = fonts.resolve(codePoint, id);
    glyphs[i] = found.glyph;
    faceOf[i] = indexOf(found.face);
    fallbacks.set(`${codePoint} ${id}`, { codePoint, face: id, ...(found.missing ? {} : { from: found.face.id }) });
  }
  return { faces, faceOf, glyphs, fallbacks: [...fallbacks.values()] };
}
