/**
 * Ink of a placed page where objects lie on one another: each colour keeps the limit by itself, but black type that overprints
 * adds to its ground, and so do translucent objects. The page is painted by the press's own rasteriser to see where.
 */
import { PDFDict, PDFName, type PDFRawStream } from 'pdf-lib';
import { groundOfBlack, smallType } from '../black-type';
import { type Box, boxAround, type Matrix } from '../geometry';
import { decodeStream } from '../inspect/filters';
import type { GraphicsState } from '../inspect/graphics-state';
import { interpretOperations, type Shared } from '../inspect/interpreter';
import { Name, type Operation, operationsOf } from '../inspect/lexer';
import type { ShownGlyph } from '../inspect/page-sink';
import type { DecodeFormat } from '../raster/picture-samples';
import { PlatePainter } from '../raster/plate-painter';
import { Plates } from '../raster/plates';
import { findPlates } from '../raster/separate';
import { asPage, type CleanPage, wholeOf } from './clean-page';
import { ContentWriter } from './content-writer';
import { showing } from './operators';
import type { Rewritten } from './rewriter';
import type { Work } from './work';

/** Pixels an inch, for pages that are not larger than `mostPixels` then. */
const usualDpi = 100;
const mostPixels = 4_000_000;
/** What pictures are separated to may be passed by so much, 1 is 100 %: the ringing of JPEG. */
const tolerance = 0.2;
/** Fewer pixels are edges. */
const leastPixels = 10;

/** Operations of a content, counted from 1. */
type Counts = ReadonlySet<number>;
/** Where an operation stands: in the page itself, or in a form that it draws. */
type Place = PDFRawStream | 'page';

export interface InkOfPage {
  /** What shows black type on a ground so dark that together they pass the limit; of a form that is drawn often, anywhere. */
  readonly onDark: ReadonlyMap<Place, Counts>;
  /** Some of it is small: a little less ink in its ground, and it need not knock out. */
  readonly hasSmallOnDark: boolean;
  /** Other objects pass it together, by transparency. */
  readonly blendsTooMuch: boolean;
}

/**
 * Paints the page and looks. What cannot be painted is taken for paper.
 *
 * @param inkLimit total ink to which pictures and grounds are separated, 1 is 100 %
 */
export function inkOfPage(page: CleanPage, inkLimit: number, work: Work): InkOfPage {
  let found: () => void = () => {};
  const onDark = new Map<Place, Set<number>>();
  function* followed(place: Place, operations: Iterable<Operation>): Generator<Operation> {
    const outer = found;
    let at = 0;
    for (const operation of operations) {
      const count = ++at;
      found = () => void (showing.has(operation.operator) && onDark.set(place, (onDark.get(place) ?? new Set()).add(count)));
      yield operation;
    }
    found = outer;
  }
  const shared: Shared = { inflate: work.tools.inflate, fonts: new Map() };
  const read = asPage(page, page.content, work);
  const finder = findPlates(read, shared);
  if (!work.hasOverprint && !finder.hasTransparency) return { onDark, hasSmallOnDark: false, blendsTooMuch: false };
  const scale = Math.min(usualDpi / 72, Math.sqrt(mostPixels / (page.width * page.height)));
  const [right, bottom] = [Math.ceil(page.width * scale), Math.ceil(page.height * scale)];
  const plates = new Plates({ left: 0, top: 0, right, bottom }, [], finder.hasBlends);
  const toPixels: Matrix = [scale, 0, 0, -scale, 0, wholeOf(page).top * scale];
  const painter = new GroundPainter(plates, toPixels, work.tools.decodeFormat, inkLimit, () => found());
  const operations = followed('page', operationsOf(page.content));
  interpretOperations(operations, read, { ...shared, follow: followed }, painter);
  return {
    onDark,
    hasSmallOnDark: painter.hasSmallOnDark,
    blendsTooMuch: finder.hasTransparency && passes(plates, inkLimit + tolerance),
  };
}

/** Paints all but black type on dark grounds. */
class GroundPainter extends PlatePainter {
  hasSmallOnDark = false;

  constructor(
    plates: Plates,
    toPixels: Matrix,
    decodeFormat: DecodeFormat,
    private readonly inkLimit: number,
    private readonly found: () => void,
  ) {
    super(plates, toPixels, decodeFormat);
  }

  override glyph(glyph: ShownGlyph, state: GraphicsState): void {
    const { font, code, matrix, size } = glyph;
    const em = font.vertical
      ? { left: -0.5, bottom: -1, right: 0.5, top: 0 }
      : { left: 0, bottom: -0.15, right: Math.max(0.3, code.width), top: 0.85 };
    const most = groundOfBlack(size, this.inkLimit);
    if (state.overprintFill && state.renderMode !== 3 && this.isDark(boxAround(matrix, em), most)) {
      this.hasSmallOnDark ||= size <= smallType;
      this.found();
    } else super.glyph(glyph, state);
  }

  /** Whether anything in a box has more cyan, magenta and yellow than that, 1 is 100 %. */
  private isDark(box: Box, ground: number): boolean {
    const { plates, whole } = this;
    const pixels = boxAround(this.toPixels, box);
    if (this.isTooMuch()) return false;
    const { left, top, right, bottom } = whole;
    const [wide, high] = [
      Math.min(right, pixels.right) - Math.max(left, pixels.left),
      Math.min(bottom, pixels.top) - Math.max(top, pixels.bottom),
    ];
    if (wide <= 0 || high <= 0) return false;
    // To be looked at costs as much as to be painted: a file made to keep us busy comes to its end.
    this.spend(wide * high);
    const [cyan, magenta, yellow] = plates.plates.map(({ ink }) => ink) as [Uint8Array, Uint8Array, Uint8Array];
    const most = (ground + 0.01) * 255;
    for (let y = Math.max(whole.top, Math.floor(pixels.bottom)); y < Math.min(whole.bottom, Math.ceil(pixels.top)); y++) {
      for (let x = Math.max(whole.left, Math.floor(pixels.left)); x < Math.min(whole.right, Math.ceil(pixels.right)); x++) {
        const i = plates.pixelAt(x, y);
        if (cyan[i]! + magenta[i]! + yellow[i]! > most) return true;
      }
    }
    return false;
  }

  private get whole() {
    return this.plates.whole;
  }
}

function passes({ plates }: Plates, limit: number): boolean {
  const [cyan, magenta, yellow, black] = plates.map(({ ink }) => ink) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  let count = 0;
  for (let i = 0; i < cyan.length; i++) if (cyan[i]! + magenta[i]! + yellow[i]! + black[i]! > limit * 255) count++;
  return count >= leastPixels;
}

/** Two states of a page that no name of its own has: those begin with one letter. */
const [out, over] = ['KnockOut', 'OverPrint'] as const;

/** The same page whose black type knocks out where these operations show it. */
export function knockingOut(page: Rewritten, { onDark }: InkOfPage, work: Work): Rewritten {
  const { context, tools } = work;
  let { content } = page;
  for (const [place, counts] of onDark) {
    if (place === 'page') {
      content = withKnockouts(page, counts, work);
      continue;
    }
    const { dict } = place;
    const [ref, resources] = [context.getObjectRef(place), dict.lookup(PDFName.of('Resources'))];
    if (!ref || !(resources instanceof PDFDict)) continue;
    const form = { content: decodeStream(place, tools.inflate).bytes, resources };
    context.assign(ref, work.packed(dict, withKnockouts(form, counts, work)));
  }
  return { ...page, content };
}

/** Content with those operations between two states, which it adds to its resources. */
function withKnockouts({ content, resources }: Rewritten, counts: Counts, { context }: Work): Uint8Array {
  const category = PDFName.of('ExtGState');
  const known = resources.lookup(category);
  const states = known instanceof PDFDict ? known : PDFDict.withContext(context);
  resources.set(category, states);
  for (const name of [out, over]) {
    const on = name === over;
    states.set(PDFName.of(name), context.obj({ Type: 'ExtGState', OP: on, op: on, OPM: 1 }));
  }
  const writer = new ContentWriter();
  let at = 0;
  for (const { operator, operands } of operationsOf(content)) {
    const isDark = counts.has(++at);
    if (isDark) writer.put('gs', new Name(out));
    writer.put(operator, ...operands);
    if (isDark) writer.put('gs', new Name(over));
  }
  return writer.take();
}
