/**
 * Flattens a page for a standard that knows no transparency. What is translucent is painted, with all that lies below and
 * around it, by the press's own rasteriser; the picture is laid on the page, whose other objects stay what they are. What
 * is drawn after the last translucent object is drawn on top of the picture: type stays type.
 */
import { PDFName, PDFRawStream } from 'pdf-lib';
import { ByteBuffer } from '../byte-buffer';
import { type Box, inverse, times } from '../geometry';
import { limitInk } from '../ink';
import type { PdfPage } from '../inspect/document';
import { interpretOperations, type Shared } from '../inspect/interpreter';
import { type Operation, operationsOf } from '../inspect/lexer';
import { processSamples } from '../raster/composite';
import { separate } from '../raster/separate';
import { asPage, type CleanPage, wholeOf } from './clean-page';
import { ContentWriter, plainNumber } from './content-writer';
import { Parts } from './parts';
import { Refusal } from './refusal';
import { type Rewritten, rewrite } from './rewriter';
import { areaOf, TranslucencyFinder } from './translucency';
import { Work } from './work';

/** Pixels an inch: twice what the screen of newsprint shows, so that the edges of type hold. */
const finest = 450;
/**
 * Points around a picture: the opaque shapes below it must not look out at its edges, where a renderer fills each pixel that
 * an outline touches but paints a picture only where a pixel's middle lies, down to 100 dpi.
 */
const margin = 0.75;
/** Of all pictures of a page: four planes of them, and those of groups, must fit into a worker's memory. */
const mostPixels = 16_000_000;
/**
 * As often as they are painted by translucent objects that overlap: some ten seconds of work. Many layers are painted more
 * coarsely, and refused where that would show.
 */
const mostPainted = 400_000_000;
const coarsest = 100;
/** A lossless picture may have this many bytes a pixel; photographs have more and are coded as such. */
const mostPackedBytes = 0.5;

/**
 * The page without transparency, and the work that made it. `work` has made the page; what it noticed goes on. Throws
 * Refusal `transparency` with the name of what cannot be painted, `too-much` for too many layers of it, `font-damaged` with those of fonts that cannot be read.
 */
export function flattened(page: CleanPage, work: Work): { readonly content: Rewritten; readonly work: Work } {
  const opaque = new Work(work.context, work.settings, work.tools, work.hidden, 'dropped');
  for (const remark of work.remarks) opaque.remarks.add(remark);
  opaque.lowestPpi = work.lowestPpi;
  const shared: Shared = { inflate: work.tools.inflate, fonts: new Map() };
  const { regions, end, painted: area } = translucent(page, shared, work);
  const parts = new Parts(page.resources, 'inks', opaque, 0, rewrite);
  const back = inverse(page.matrix);
  if (!back) throw new Refusal('damaged');
  const content = new ByteBuffer();
  const write = (first: number, last: number): void => {
    const call = { target: 'inks', work: opaque, parts, span: { first, end: last } } as const;
    content.add(rewrite(page.content, page.resources, page.matrix, call).content);
  };
  write(0, end);
  if (regions.length > 0) {
    opaque.remarks.add('page-flattened');
    const below = asPage(page, beginning(page.content, end), work);
    const square = regions.reduce((sum, region) => sum + areaOf(region), 0);
    const dpi = Math.min(finest, Math.sqrt(mostPixels / square) * 72, Math.sqrt(mostPainted / area) * 72);
    if (dpi < Math.min(coarsest, Math.sqrt(mostPixels / square) * 72)) throw new Refusal('too-much');
    for (const region of regions) {
      const { picture, box } = painted(below, region, dpi, shared, opaque);
      const place = times([box.right - box.left, 0, 0, box.top - box.bottom, box.left, box.bottom], back);
      content.text(`q ${place.map(plainNumber).join(' ')} cm /${parts.made(picture).text} Do Q\n`);
    }
  }
  write(end, Number.POSITIVE_INFINITY);
  return { content: { content: content.take(), resources: parts.dictionary() }, work: opaque };
}

/** Where it is translucent, how much is painted there (points²), and the operation behind the last that is. */
function translucent(page: CleanPage, shared: Shared, work: Work) {
  let [at, end, isText, isClipText] = [0, 0, false, false];
  function* counted(): Generator<Operation> {
    for (const operation of operationsOf(page.content)) {
      if (operation.operator === 'Tr' && Number(operation.operands[0]) > 3) isClipText = true;
      if (operation.operator === 'BT') isText = true;
      at++;
      yield operation;
      // Where a line of text goes on depends on what was shown of it: none is parted.
      if (isText && end === at) end = at + 1;
      if (operation.operator === 'ET') isText = false;
    }
  }
  const finder = new TranslucencyFinder(wholeOf(page), () => {
    end = at;
  });
  interpretOperations(counted(), asPage(page, page.content, work), shared, finder);
  // Type that cuts would have to be shown to cut.
  return { regions: finder.regions(), painted: finder.painted, end: isClipText ? at : end };
}

/** The first operations of a content stream. */
function beginning(content: Uint8Array, count: number): Uint8Array {
  const out = new ContentWriter();
  let at = 0;
  for (const { operator, operands } of operationsOf(content)) {
    if (at++ >= count) break;
    out.put(operator, ...operands);
  }
  return out.take();
}

/** A picture of a region with its margin, and where it stands, to whole pixels. */
function painted(page: PdfPage, region: Box, dpi: number, shared: Shared, work: Work) {
  const scale = dpi / 72;
  const left = Math.floor((region.left - margin) * scale) / scale;
  const top = Math.ceil((region.top + margin) * scale) / scale;
  const columns = Math.ceil((region.right + margin - left) * scale);
  const rows = Math.ceil((top - region.bottom + margin) * scale);
  const box: Box = { left, top, right: left + columns / scale, bottom: top - rows / scale };
  const separation = separate(page, shared, box, dpi, work.tools.decodeFormat);
  if (separation.undrawn.size > 0) throw new Refusal('font-damaged', [...separation.undrawn].join(', '));
  if (separation.unpainted.has('operations')) throw new Refusal('too-much');
  const [missing] = separation.unpainted.keys();
  if (missing !== undefined) throw new Refusal('transparency', missing);
  const { width, height } = separation.plates;
  return { picture: coded(processSamples(separation), width, height, work), box };
}

function coded(inks: Uint8Array, width: number, height: number, work: Work): PDFRawStream {
  const entries = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 };
  const onlyBlack = blackAlone(inks);
  if (onlyBlack) return work.packed(work.context.obj({ ...entries, ColorSpace: 'DeviceGray' }), onlyBlack);
  if (limitInk(inks, work.settings.inkLimit) > 0) work.remarks.add('page-ink-limited');
  const dict = work.context.obj({ ...entries, ColorSpace: 'DeviceCMYK' });
  const packed = work.packed(dict, inks);
  if (packed.contents.length <= mostPackedBytes * width * height) return packed;
  dict.set(PDFName.of('Filter'), PDFName.of('DCTDecode'));
  dict.set(PDFName.of('Decode'), work.context.obj([1, 0, 1, 0, 1, 0, 1, 0]));
  return PDFRawStream.of(dict, work.tools.encodeInks(inks, width, height));
}

/** Greys of a picture that is on the black plate alone; undefined for others. */
function blackAlone(inks: Uint8Array): Uint8Array | undefined {
  const greys = new Uint8Array(inks.length / 4);
  for (let i = 0, at = 0; i < greys.length; i++, at += 4) {
    if (inks[at]! + inks[at + 1]! + inks[at + 2]! > 0) return undefined;
    greys[i] = 255 - inks[at + 3]!;
  }
  return greys;
}
