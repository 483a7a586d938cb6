/** Opens any PDF and finds its pages with what they inherit (ISO 32000-1 §7.7.3). */
import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject, PDFParser, PDFRawStream } from 'pdf-lib';
import { InputError } from '../../errors';
import { type Box, boxAround, identity, type Matrix, rectangleOf, times } from '../geometry';
import { decodeStream, type Inflate } from './filters';
import { numbersOf } from './functions';
import { landmarkFrom } from './landmarks';
import { hiddenGroups } from './optional-content';

/** An imposed newspaper has fewer pages; books of advertisements are none. */
const mostPages = 500;
const mostDepth = 32;

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly dict: PDFDict;
  readonly resources: PDFDict | undefined;
  /** The page's own space → points of the upright page: what Rotate and UserUnit ask for. All boxes are there. */
  readonly upright: Matrix;
  /** Boxes that the page does not state are undefined. The media box falls back on 四开. */
  readonly media: Box;
  readonly crop: Box | undefined;
  readonly bleed: Box | undefined;
  readonly trim: Box | undefined;
  readonly art: Box | undefined;
  /** Degrees clockwise, as stated. */
  readonly rotate: number;
  /** Layers of the file that are off. */
  readonly hidden: ReadonlySet<PDFObject>;
}

export interface OpenPdf {
  readonly context: PDFContext;
  readonly catalog: PDFDict | undefined;
  /** `1.6` as the header and the catalogue say; empty when there is none. */
  readonly version: string;
  /** `open`: encrypted, but to be read without a password; `closed`: nothing of it can be read. */
  readonly encryption: 'none' | 'open' | 'closed';
  /** What an open encryption forbids to print as it is. */
  readonly printingForbidden: boolean;
  readonly pages: readonly PdfPage[];
}

/** Throws InputError `press.notPdf` and `press.pdfWithoutPages`. Of a file that needs a password nothing but that is told. */
export async function openPdf(bytes: Uint8Array, file: string): Promise<OpenPdf> {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  const header = /%PDF-(\d\.\d)/.exec(head)?.[1];
  if (header === undefined) throw new InputError('press.notPdf', { file });
  let context = await parsed(bytes, file);
  const encryption = context.lookup(context.trailerInfo.Encrypt);
  if (encryption !== undefined) {
    const clear = await (await import('./decrypt')).decrypted(bytes);
    if (!clear) return { context, catalog: undefined, version: header, encryption: 'closed', printingForbidden: true, pages: [] };
    context = clear;
  }
  const root = context.lookup(context.trailerInfo.Root);
  const catalog = root instanceof PDFDict ? root : undefined;
  const stated = catalog?.lookup(PDFName.of('Version'));
  const later = stated instanceof PDFName && stated.decodeText() > header ? stated.decodeText() : header;
  const pages = pagesOf(context, catalog);
  if (pages.length === 0) throw new InputError(catalog ? 'press.pdfWithoutPages' : 'press.notPdf', { file });
  const printingForbidden = encryption instanceof PDFDict && !mayPrint(encryption);
  return { context, catalog, version: later, encryption: encryption ? 'open' : 'none', printingForbidden, pages };
}

/** Permission bits 3 and 12: printing, and printing as fine as it is (Table 22). */
function mayPrint(encryption: PDFDict): boolean {
  const bits = numbersOf(encryption.lookup(PDFName.of('P')))[0] ?? -1;
  const revision = numbersOf(encryption.lookup(PDFName.of('R')))[0] ?? 2;
  return (bits & 4) !== 0 && (revision < 3 || (bits & 2048) !== 0);
}

/** Objects that never end are sought to the end of the file each, by a parser that forgives too much. */
const mostUnended = 2000;

function hasEndlessObjects(bytes: Uint8Array): boolean {
  let unended = 0;
  for (let at = bytes.indexOf(0x6f); at >= 0 && unended <= mostUnended; at = bytes.indexOf(0x6f, at + 1)) {
    if (bytes[at + 1] !== 0x62 || bytes[at + 2] !== 0x6a) continue;
    const isEnd = bytes[at - 1] === 0x64 && bytes[at - 2] === 0x6e && bytes[at - 3] === 0x65;
    unended = isEnd ? Math.max(0, unended - 1) : unended + 1;
  }
  return unended > mostUnended;
}

/** The parser tries every byte of what it does not understand for an object; that takes minutes for a large damaged file. */
function tolerantParser(bytes: Uint8Array): PDFParser {
  const parser = PDFParser.forBytesWithOptions(bytes, Number.POSITIVE_INFINITY, false, false);
  const inside = parser as unknown as { bytes: { offset(): number; moveTo(offset: number): void }; skipJibberish(): void };
  inside.skipJibberish = () => inside.bytes.moveTo(landmarkFrom(bytes, inside.bytes.offset()));
  return parser;
}

async function parsed(bytes: Uint8Array, file: string): Promise<PDFContext> {
  if (hasEndlessObjects(bytes)) throw new InputError('press.notPdf', { file });
  const whole = lastObjectEnd(bytes);
  for (const part of [bytes, bytes.subarray(0, whole)]) {
    try {
      return await tolerantParser(part).parseDocument();
    } catch (error) {
      if (part.length === whole || whole === 0) throw new InputError('press.notPdf', { file }, { cause: error });
    }
  }
  throw new InputError('press.notPdf', { file });
}

/** A file that was cut off while it came is read up to its last whole object; 0 when there is none. */
function lastObjectEnd(bytes: Uint8Array): number {
  const word = [0x65, 0x6e, 0x64, 0x6f, 0x62, 0x6a];
  for (let at = bytes.lastIndexOf(0x6a); at >= 5; at = bytes.lastIndexOf(0x6a, at - 1))
    if (word.every((letter, i) => bytes[at - 5 + i] === letter)) return at + 1;
  return 0;
}

function pagesOf(context: PDFContext, catalog: PDFDict | undefined): PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<PDFDict>();
  const hidden = hiddenGroups(catalog);
  const visit = (node: unknown, chain: readonly PDFDict[]): void => {
    if (!(node instanceof PDFDict) || seen.has(node) || chain.length > mostDepth || pages.length >= mostPages) return;
    seen.add(node);
    const kids = node.lookup(PDFName.of('Kids'));
    if (kids instanceof PDFArray) for (let i = 0; i < kids.size(); i++) visit(kids.lookup(i), [...chain, node]);
    else pages.push(pageOf(node, chain, pages.length + 1, hidden));
  };
  visit(catalog && context.lookup(catalog.get(PDFName.of('Pages'))), []);
  return pages.length > 0 ? pages : loosePages(context, hidden);
}

/** The pages of a file that has lost the tree that leads to them, as they stand. */
function loosePages(context: PDFContext, hidden: ReadonlySet<PDFObject>): PdfPage[] {
  const dicts = context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
  const pages = dicts.filter((dict) => dict.lookup(PDFName.of('Type'))?.toString() === '/Page').slice(0, mostPages);
  return pages.map((dict, i) => pageOf(dict, parentsOf(dict), i + 1, hidden));
}

function parentsOf(page: PDFDict): readonly PDFDict[] {
  const chain: PDFDict[] = [];
  for (let parent = page.lookup(PDFName.of('Parent')); parent instanceof PDFDict && chain.length < mostDepth; ) {
    chain.unshift(parent);
    parent = parent.lookup(PDFName.of('Parent'));
  }
  return chain;
}

const sikaiBox: Box = { left: 0, bottom: 0, right: 773.86, top: 1105.51 };

function pageOf(dict: PDFDict, chain: readonly PDFDict[], number: number, hidden: ReadonlySet<PDFObject>): PdfPage {
  const inherited = (key: string) =>
    [dict, ...chain.toReversed()].map((node) => node.lookup(PDFName.of(key))).find((value) => value !== undefined);
  const resources = inherited('Resources');
  const media = boxFrom(numbersOf(inherited('MediaBox'))) ?? sikaiBox;
  const rotate = numbersOf(inherited('Rotate'))[0] ?? 0;
  const upright = uprightSpace(media, rotate, numbersOf(dict.lookup(PDFName.of('UserUnit')))[0] ?? 1);
  const placed = (box: Box | undefined) => box && boxAround(upright, box);
  const own = (key: string) => placed(boxFrom(numbersOf(dict.lookup(PDFName.of(key)))));
  return {
    number,
    dict,
    resources: resources instanceof PDFDict ? resources : undefined,
    upright,
    media: boxAround(upright, media),
    crop: placed(boxFrom(numbersOf(inherited('CropBox')))),
    bleed: own('BleedBox'),
    trim: own('TrimBox'),
    art: own('ArtBox'),
    rotate,
    hidden,
  };
}

/** Sheets of 100 m and more are a mistake. */
const mostUnits = 100;

function uprightSpace({ left, bottom, right, top }: Box, rotate: number, stated: number): Matrix {
  const unit = stated > 0 && stated <= mostUnits ? stated : 1;
  const turns = ((Math.round(rotate / 90) % 4) + 4) % 4;
  if (turns === 0 && unit === 1) return identity;
  const turned: readonly Matrix[] = [
    identity,
    [0, -1, 1, 0, left - bottom, bottom + right],
    [-1, 0, 0, -1, left + right, bottom + top],
    [0, 1, -1, 0, left + top, bottom - left],
  ];
  return times(turned[turns]!, [unit, 0, 0, unit, 0, 0]);
}

/** Undefined for what is no rectangle, or one that no sheet could be. */
function boxFrom(numbers: readonly number[]): Box | undefined {
  const box = rectangleOf(numbers);
  if (!box || numbers.some((value) => Math.abs(value) > 50_000)) return undefined;
  return box.right - box.left > 1 && box.top - box.bottom > 1 ? box : undefined;
}

/** The page's content streams as one, with white space between them. */
export function contentOf(page: PdfPage, inflate: Inflate): Uint8Array {
  const contents = page.dict.lookup(PDFName.of('Contents'));
  const streams = contents instanceof PDFArray ? contents.asArray().map((_, i) => contents.lookup(i)) : [contents];
  const parts = streams.flatMap((stream) =>
    stream instanceof PDFRawStream ? [decodeStream(stream, inflate).bytes, Uint8Array.of(10)] : [],
  );
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
