/**
 * A finished advertisement as a PDF → a form XObject that a press page can hold: the first page's trim box in the unit
 * square, with everything that the standards ask for settled, or the reason why that cannot be.
 */
import { PDFArray, PDFContext, PDFDict, PDFName, PDFObjectCopier, PDFRawStream } from 'pdf-lib';
import { InputError } from '../../errors';
import { type Box, boxAround, inverse, type Matrix, times } from '../geometry';
import { annotationsOf, isHiddenByFlag } from '../inspect/annotations';
import { contentOf, type OpenPdf, openPdf, type PdfPage } from '../inspect/document';
import { serialize } from '../pdf-file';
import type { Crop, Placement } from '../picture-plan';
import { flattened } from './flatten';
import { formKey } from './form-key';
import { inkOfPage } from './ink-of-page';
import { Refusal, type RefusalReason } from './refusal';
import { type Rewritten, rewrite } from './rewriter';
import type { PlacedResult, PlaceSettings, PlaceTools } from './types';
import { withUndercoats } from './undercoat';
import { Work } from './work';

/** Everything that a form finds set by the page around it, and a page does not. */
const fresh = '1 w 0 J 0 j 10 M [] 0 d 0 0 0 1 k 0 0 0 1 K 0 Tc 0 Tw 100 Tz 0 TL 0 Ts 0 Tr\n';

/** Never throws: what cannot be placed is refused with its reason. */
export async function placePage(
  bytes: Uint8Array,
  placement: Placement,
  settings: PlaceSettings,
  tools: PlaceTools,
): Promise<PlacedResult> {
  try {
    const pdf = await opened(bytes);
    return place(pdf, placement, settings, tools);
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.reason, detail: error.detail };
    return { refused: 'damaged', detail: '' };
  }
}

/** Points of the upright first page's trim box, or why it cannot be placed. */
export async function pageSize(bytes: Uint8Array): Promise<{ width: number; height: number } | RefusalReason> {
  try {
    const { pages } = await opened(bytes);
    const { left, bottom, right, top } = trimOf(pages[0]!);
    return { width: right - left, height: top - bottom };
  } catch (error) {
    return error instanceof Refusal ? error.reason : 'damaged';
  }
}

async function opened(bytes: Uint8Array): Promise<OpenPdf> {
  let pdf: OpenPdf;
  try {
    pdf = await openPdf(bytes, '');
  } catch (error) {
    throw error instanceof InputError ? new Refusal(error.code === 'press.pdfWithoutPages' ? 'empty' : 'damaged') : error;
  }
  if (pdf.encryption === 'closed' || pdf.printingForbidden) throw new Refusal('encrypted');
  if (pdf.pages.length === 0) throw new Refusal('empty');
  return pdf;
}

/** A page that is written, and the work that wrote it. */
interface Placing {
  readonly content: Rewritten;
  readonly work: Work;
}

function place(pdf: OpenPdf, placement: Placement, settings: PlaceSettings, tools: PlaceTools): PlacedResult {
  const page = pdf.pages[0]!;
  const matrix = unitMatrix(page, placement.crop);
  const { widthPt: width, heightPt: height } = placement;
  const points = times(matrix, [width, 0, 0, height, 0, 0]);
  const content = contentOf(page, tools.inflate);
  const annotations = annotationsOf(page);
  const written = (transparency?: 'kept') => {
    const work = new Work(pdf.context, settings, tools, page.hidden, transparency);
    const rewritten = rewrite(content, page.resources, points, { target: 'inks', work, annotations });
    work.completeFonts();
    if (rewritten.content.length === 0) throw new Refusal('empty');
    return { content: rewritten, work };
  };
  const flatten = (clean: Placing) => flattened({ ...clean.content, matrix: points, width, height }, clean.work);
  const plain = orFlattened(
    () => written(),
    () => flatten(written('kept')),
  );
  const look = (clean: Placing) => inkOfPage({ ...clean.content, matrix: points, width, height }, clean.work);
  const ink = look(plain);
  const kept = ink.blendsTooMuch ? flatten(plain) : plain;
  if (kept !== plain && kept.work.remarks.delete('page-flattened')) kept.work.remarks.add('blends-flattened');
  const { work } = kept;
  const rewritten = withUndercoats(kept.content, kept === plain ? ink : look(kept), work);
  if (pdf.pages.length > 1) work.remarks.add('first-page-only');
  if (countVisible(page.dict) > annotations.length) work.remarks.add('annotations-dropped');
  const dict = work.context.obj({ Type: 'XObject', Subtype: 'Form', FormType: 1, Matrix: [...matrix] });
  const back = inverse(matrix);
  if (!back) throw new Refusal('damaged');
  const { left, bottom, right, top } = boxAround(back, { left: 0, bottom: 0, right: 1, top: 1 });
  dict.set(PDFName.of('BBox'), work.context.obj([left, bottom, right, top]));
  dict.set(PDFName.of('Resources'), rewritten.resources);
  if (settings.transparency && page.dict.lookup(PDFName.of('Group')) instanceof PDFDict) {
    dict.set(PDFName.of('Group'), work.context.obj({ Type: 'Group', S: 'Transparency', CS: 'DeviceCMYK', I: true, K: false }));
  }
  const form = work.packed(dict, joined(new TextEncoder().encode(fresh), rewritten.content));
  return { page: standalone(work, form), remarks: [...work.remarks].sort(), ppi: work.lowestPpi };
}

/** What is made of a page that needs transparency where there is none. */
function orFlattened<T>(plain: () => T, flatten: () => T): T {
  try {
    return plain();
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'transparency') return flatten();
    throw error;
  }
}

function joined(head: Uint8Array, rest: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(head.length + rest.length);
  bytes.set(head);
  bytes.set(rest, head.length);
  return bytes;
}

/** A file of the form with what it reaches, and nothing else. */
function standalone(work: Work, form: PDFRawStream): Uint8Array {
  const context = PDFContext.create();
  const copied = PDFObjectCopier.for(work.context, context).copy(form);
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream) context.assign(ref, work.repacked(object));
  }
  context.trailerInfo.Root = context.register(context.obj({ Type: 'Catalog', [formKey]: context.register(copied) }));
  return serialize(context, '1.7');
}

/** The part of a page that is shown: what is left when it is cut. */
export const trimOf = ({ trim, art, crop, media }: PdfPage): Box => trim ?? art ?? crop ?? media;

/** Page space → the unit square that the crop of the upright page fills. */
function unitMatrix(page: PdfPage, crop: Crop): Matrix {
  const { left, bottom, right, top } = trimOf(page);
  const square: Matrix = times([1, 0, 0, 1, -left, -bottom], [1 / (right - left), 0, 0, 1 / (top - bottom), 0, 0]);
  const upright = times(page.upright, square);
  const lower = 1 - crop.y - crop.height;
  const cut: Matrix = [1 / crop.width, 0, 0, 1 / crop.height, -crop.x / crop.width, -lower / crop.height];
  return times(upright, cut);
}

/** Links and pop-ups show nothing. */
const invisible: ReadonlySet<string> = new Set(['/Link', '/Popup', '/TrapNet', '/PrinterMark']);

/** Annotations that a client sees in a reader. */
function countVisible(page: PDFDict): number {
  const annotations = page.lookup(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) return 0;
  return annotations.asArray().filter((_, i) => {
    const annotation = annotations.lookup(i);
    if (!(annotation instanceof PDFDict) || isHiddenByFlag(annotation)) return false;
    return !invisible.has(annotation.lookup(PDFName.of('Subtype'))?.toString() ?? '');
  }).length;
}
