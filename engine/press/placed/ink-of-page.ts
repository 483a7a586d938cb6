/**
 * Ink of a placed page where objects lie on one another: each colour keeps the limit by itself, but black type that overprints
 * adds to its ground, and so do translucent objects. The page is painted by the press's own rasteriser to see where.
 */
import type { PDFRawStream } from 'pdf-lib';
import { type Box, boxAround, inverse, type Matrix, meanScale, times } from '../geometry';
import { isNormal } from '../inspect/contents';
import type { GraphicsState } from '../inspect/graphics-state';
import { interpretOperations, type Shared } from '../inspect/interpreter';
import { type Operation, operationsOf } from '../inspect/lexer';
import type { ShownGlyph } from '../inspect/page-sink';
import { boxOf, type Path } from '../inspect/path';
import type { PageFont } from '../inspect/pdf-font';
import type { DecodeFormat } from '../raster/picture-samples';
import { PlatePainter } from '../raster/plate-painter';
import { Plates } from '../raster/plates';
import { findPlates } from '../raster/separate';
import { asPage, type CleanPage, wholeOf } from './clean-page';
import type { Work } from './work';

/** Pixels an inch, for pages that are not larger than `mostPixels` then. */
const usualDpi = 100;
const mostPixels = 4_000_000;
/** What pictures are separated to may be passed by so much, 1 is 100 %: the ringing of JPEG. */
const tolerance = 0.2;
/** Fewer pixels are edges. */
const leastPixels = 10;
/** So much of a ground may be lighter than what is taken for the whole of it: noise of photographs. */
const noise = 0.1;

/** Where an operation stands: in the page itself, or in a form that it draws. */
export type Place = PDFRawStream | 'page';

/** Cyan, magenta and yellow, 1 is 100 %. */
type Ground = readonly [number, number, number];
const paper: Ground = [0, 0, 0];

/** A black character that overprints, or whose line does. */
export interface BlackGlyph {
  readonly font: PageFont;
  readonly code: number;
  /** Its em → space of the content. */
  readonly matrix: Matrix;
  readonly fills: boolean;
  readonly strokes: boolean;
  /** Units of the content. */
  readonly lineWidth: number;
  /** What all grounds have in common on which it is drawn: a form may be drawn often. */
  readonly ground: Ground;
  /** Together with one of them it passes the limit. */
  readonly isOnDark: boolean;
}

/** An operation that shows black type, and what it shows. */
export interface BlackType {
  /** The operation that begins its text object, counted from 1; 0 where something in between moves its space. */
  readonly begin: number;
  readonly glyphs: BlackGlyph[];
  /** Part of it is no outline of a font. */
  isDrawn: boolean;
}

/** By the operation that shows it, counted from 1. */
export type BlackTypes = ReadonlyMap<number, BlackType>;

export interface InkOfPage {
  readonly blackTypes: ReadonlyMap<Place, BlackTypes>;
  /** Other objects pass the limit together, by transparency. */
  readonly blendsTooMuch: boolean;
}

/** Paints the page and looks. What cannot be painted is taken for paper. */
export function inkOfPage(page: CleanPage, work: Work): InkOfPage {
  const blackTypes = new Map<Place, Map<number, BlackType>>();
  const shared: Shared = { inflate: work.tools.inflate, fonts: new Map() };
  const read = asPage(page, page.content, work);
  const finder = findPlates(read, shared);
  if (!work.hasOverprint && !finder.hasTransparency) return { blackTypes, blendsTooMuch: false };
  const { inkLimit } = work.settings;
  const scale = Math.min(usualDpi / 72, Math.sqrt(mostPixels / (page.width * page.height)));
  const [right, bottom] = [Math.ceil(page.width * scale), Math.ceil(page.height * scale)];
  const plates = new Plates({ left: 0, top: 0, right, bottom }, [], finder.hasBlends);
  const toPixels: Matrix = [scale, 0, 0, -scale, 0, wholeOf(page).top * scale];
  const painter = new GroundPainter(plates, toPixels, work.tools.decodeFormat, inkLimit - 1);
  function* followed(place: Place, operations: Iterable<Operation>): Generator<Operation> {
    const known = blackTypes.get(place) ?? new Map<number, BlackType>();
    blackTypes.set(place, known);
    const outer = painter.shown;
    let [at, begin] = [0, 0];
    for (const operation of operations) {
      at++;
      if (operation.operator === 'BT') begin = at;
      else if (moving.has(operation.operator)) begin = 0;
      painter.shown = { known, at, begin, count: 0 };
      yield operation;
    }
    painter.shown = outer;
  }
  const operations = followed('page', operationsOf(page.content));
  interpretOperations(operations, read, { ...shared, follow: followed }, painter);
  return { blackTypes, blendsTooMuch: finder.hasTransparency && passes(plates, inkLimit + tolerance) };
}

/** What changes the space of a content; it has no place in a text object. */
const moving: ReadonlySet<string> = new Set(['ET', 'cm', 'q', 'Q']);

/** The operation at work, and how many of its characters have been shown. */
interface Shown {
  readonly known: Map<number, BlackType>;
  readonly at: number;
  readonly begin: number;
  count: number;
}

/** Paints all but black type on dark grounds. */
class GroundPainter extends PlatePainter {
  shown: Shown | undefined;
  /** What outlines cover, em. */
  private readonly boxes = new Map<Path, Box>();

  /** @param most how much ink a ground may have for black to be printed on it, 1 is 100 % */
  constructor(
    plates: Plates,
    toPixels: Matrix,
    decodeFormat: DecodeFormat,
    private readonly most: number,
  ) {
    super(plates, toPixels, decodeFormat);
  }

  override glyph(glyph: ShownGlyph, state: GraphicsState): void {
    const { shown } = this;
    const mode = state.renderMode % 4;
    const fills = state.overprintFill && (mode === 0 || mode === 2);
    const strokes = state.overprintStroke && (mode === 1 || mode === 2);
    if (!shown || !(fills || strokes) || !isOpaque(state)) {
      super.glyph(glyph, state);
      return;
    }
    const { font, code, matrix } = glyph;
    const { known, at, begin } = shown;
    const type = known.get(at) ?? { begin, glyphs: [], isDrawn: false };
    known.set(at, type);
    const { ground, isDark } = this.groundBelow(this.boxOf(glyph, strokes ? state : undefined));
    const before = type.glyphs[shown.count];
    const space = inverse(state.matrix);
    if (!space || font.drawing(code.code) || !this.outlineOf(font, code.code)) type.isDrawn = true;
    type.glyphs[shown.count++] = {
      ...{ font, code: code.code, fills, strokes, lineWidth: state.lineWidth },
      matrix: before?.matrix ?? times(matrix, space ?? matrix),
      ground: before ? common(before.ground, ground) : ground,
      isOnDark: isDark || before?.isOnDark === true,
    };
    if (!isDark) super.glyph(glyph, state);
  }

  /** What a character covers of the page, points; `line` tells the line around it. */
  private boxOf(glyph: ShownGlyph, line: GraphicsState | undefined): Box {
    const outline = this.outlineOf(glyph.font, glyph.code.code);
    const em = outline ? (this.boxes.get(outline) ?? boxOf(outline)) : undefined;
    if (outline && em) this.boxes.set(outline, em);
    const { left, bottom, right, top } = boxAround(glyph.matrix, em ?? emOf(glyph));
    const half = line ? (line.lineWidth * meanScale(line.matrix)) / 2 : 0;
    return { left: left - half, bottom: bottom - half, right: right + half, top: top + half };
  }

  /** What nearly all of a box, points, has of each colour, and whether any of it has more than black can be printed on. */
  private groundBelow(box: Box): { readonly ground: Ground; readonly isDark: boolean } {
    const { plates } = this;
    const { whole } = plates;
    const pixels = boxAround(this.toPixels, box);
    const [left, right] = [Math.max(whole.left, Math.floor(pixels.left)), Math.min(whole.right, Math.ceil(pixels.right))];
    const [top, bottom] = [Math.max(whole.top, Math.floor(pixels.bottom)), Math.min(whole.bottom, Math.ceil(pixels.top))];
    if (right <= left || bottom <= top || this.isTooMuch()) return { ground: paper, isDark: false };
    // To be looked at costs as much as to be painted: a file made to keep us busy comes to its end.
    this.spend((right - left) * (bottom - top));
    const inks = plates.plates.slice(0, 3).map(({ ink }) => ink);
    const counts = inks.map(() => new Uint32Array(256));
    let darkest = 0;
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const i = plates.pixelAt(x, y);
        let sum = 0;
        for (let plate = 0; plate < 3; plate++) {
          const ink = inks[plate]![i]!;
          sum += ink;
          counts[plate]![ink]!++;
        }
        darkest = Math.max(darkest, sum);
      }
    }
    const lighter = Math.floor(noise * (right - left) * (bottom - top));
    const [cyan, magenta, yellow] = counts.map((count) => levelAbove(count, lighter) / 255) as [number, number, number];
    return { ground: [cyan, magenta, yellow], isDark: darkest > (this.most + 0.01) * 255 };
  }
}

/** The box of a character without an outline that its ground is looked at in, em. */
const emOf = ({ font, code }: ShownGlyph): Box =>
  font.vertical
    ? { left: -0.5, bottom: -1, right: 0.5, top: 0 }
    : { left: 0, bottom: -0.15, right: Math.max(0.3, code.width), top: 0.85 };

const isOpaque = ({ alphaFill, alphaStroke, softMask, blend }: GraphicsState): boolean =>
  alphaFill >= 1 && alphaStroke >= 1 && !softMask && isNormal(blend);

/** What two grounds have in common. */
const common = (one: Ground, other: Ground): Ground => [
  Math.min(one[0], other[0]),
  Math.min(one[1], other[1]),
  Math.min(one[2], other[2]),
];

/** The level, 0–255, that all but so many pixels reach. */
function levelAbove(counts: Uint32Array, lighter: number): number {
  let sum = 0;
  for (let level = 0; level < 255; level++) {
    sum += counts[level]!;
    if (sum > lighter) return level;
  }
  return 255;
}

function passes({ plates }: Plates, limit: number): boolean {
  const [cyan, magenta, yellow, black] = plates.map(({ ink }) => ink) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  let count = 0;
  for (let i = 0; i < cyan.length; i++) if (cyan[i]! + magenta[i]! + yellow[i]! + black[i]! > limit * 255) count++;
  return count >= leastPixels;
}
