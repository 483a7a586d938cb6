/**
 * Reads a finished press file again and looks for what a plate room would send it back for. It trusts nothing that the
 * writer remembers: only the bytes.
 */
import { decodePDFRawStream, PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, PDFParser, PDFRawStream } from 'pdf-lib';
import type { PressStandard } from './types';

/** Operators of a press page: process and plate colour, text, paths, pictures, what a span reads as. RGB, grey, shading and the rest are not among them. */
const allowedOperators = new Set(
  ['q Q cm gs w', 'k K cs CS scn SCN', 'm l c re S f', 'BT ET Tf Tz Td Tm Tj TJ', 'Do BDC EMC'].join(' ').split(' '),
);
const headers: Readonly<Record<PressStandard, string>> = { pdfx4: '%PDF-1.6', pdfx1a: '%PDF-1.4' };

export interface Fault {
  readonly rule: 'header' | 'id' | 'intent' | 'claim' | 'boxes' | 'font' | 'colour' | 'operator';
  readonly detail: string;
}

/** Every fault found; an empty list when the file may go to the printer. */
export async function auditPdf(bytes: Uint8Array, standard: PressStandard): Promise<readonly Fault[]> {
  const context = await PDFParser.forBytesWithOptions(bytes).parseDocument();
  const catalog = context.lookup(context.trailerInfo.Root, PDFDict);
  const kids = catalog.lookup(PDFName.of('Pages'), PDFDict).lookup(PDFName.of('Kids'), PDFArray);
  const pages = kids.asArray().map((kid) => context.lookup(kid, PDFDict));
  return [
    ...auditFile(bytes, context, catalog, standard),
    ...auditIntent(catalog),
    ...pages.flatMap((page) => [...auditBoxes(page), ...auditResources(page), ...auditContent(page)]),
  ];
}

function auditFile(bytes: Uint8Array, context: PDFContext, catalog: PDFDict, standard: PressStandard): Fault[] {
  const faults: Fault[] = [];
  const header = String.fromCharCode(...bytes.subarray(0, 8));
  if (header !== headers[standard]) faults.push({ rule: 'header', detail: header });
  const id = context.lookup(context.trailerInfo.ID);
  if (!(id instanceof PDFArray) || id.size() !== 2) faults.push({ rule: 'id', detail: 'trailer' });
  const claimed = standard === 'pdfx4' ? claimsX4(catalog) : claimsX1a(context);
  if (!claimed) faults.push({ rule: 'claim', detail: standard });
  return faults;
}

function claimsX4(catalog: PDFDict): boolean {
  const metadata = catalog.lookup(PDFName.of('Metadata'));
  return metadata instanceof PDFRawStream && new TextDecoder().decode(metadata.contents).includes('>PDF/X-4<');
}

function claimsX1a(context: PDFContext): boolean {
  const info = context.lookupMaybe(context.trailerInfo.Info, PDFDict);
  return info?.get(PDFName.of('GTS_PDFXVersion'))?.toString() === '(PDF/X-1a:2003)';
}

function auditIntent(catalog: PDFDict): Fault[] {
  const intents = catalog.lookupMaybe(PDFName.of('OutputIntents'), PDFArray);
  const intent = intents?.size() === 1 ? intents.lookupMaybe(0, PDFDict) : undefined;
  if (!intent) return [{ rule: 'intent', detail: 'OutputIntents' }];
  const profile = intent.lookup(PDFName.of('DestOutputProfile'));
  if (!(profile instanceof PDFRawStream)) return [{ rule: 'intent', detail: 'DestOutputProfile' }];
  const head = String.fromCharCode(...decodePDFRawStream(profile).decode().subarray(12, 20));
  return head === 'prtrCMYK' ? [] : [{ rule: 'intent', detail: head }];
}

function auditBoxes(page: PDFDict): Fault[] {
  const [media, bleed, trim] = ['MediaBox', 'BleedBox', 'TrimBox'].map((name) => boxOf(page, name));
  const nested = media && bleed && trim && inside(bleed, media) && inside(trim, bleed) && trim[2]! > trim[0]!;
  return nested ? [] : [{ rule: 'boxes', detail: JSON.stringify([media, bleed, trim]) }];
}

function boxOf(page: PDFDict, name: string): number[] | undefined {
  const box = page.lookupMaybe(PDFName.of(name), PDFArray);
  return box?.asArray().map((value) => (value instanceof PDFNumber ? value.asNumber() : Number.NaN));
}

const inside = (inner: number[], outer: number[]): boolean =>
  inner[0]! >= outer[0]! && inner[1]! >= outer[1]! && inner[2]! <= outer[2]! && inner[3]! <= outer[3]!;

function auditResources(page: PDFDict): Fault[] {
  const entries = (category: string): [string, PDFDict | PDFArray | PDFRawStream][] => {
    const dictionary = page.lookup(PDFName.of('Resources'), PDFDict).lookupMaybe(PDFName.of(category), PDFDict);
    return (dictionary?.keys() ?? []).map((key) => [key.decodeText(), dictionary!.lookup(key) as PDFDict]);
  };
  return [
    ...entries('Font').flatMap(([name, font]) => auditFont(name, font as PDFDict)),
    ...entries('XObject').flatMap(([name, image]) => auditImage(name, image as PDFRawStream)),
    ...entries('ColorSpace').flatMap(([name, space]) => auditPlate(name, space as PDFArray)),
  ];
}

function auditFont(name: string, font: PDFDict): Fault[] {
  const baseFont = font.get(PDFName.of('BaseFont'))?.toString() ?? '';
  const descendant = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict);
  const descriptor = descendant?.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
  const program = descriptor?.get(PDFName.of('FontFile2')) ?? descriptor?.get(PDFName.of('FontFile3'));
  const complete = program && font.has(PDFName.of('ToUnicode')) && /^\/[A-Z]{6}\+/.test(baseFont);
  return complete ? [] : [{ rule: 'font', detail: `${name} ${baseFont}` }];
}

function auditImage(name: string, image: PDFRawStream): Fault[] {
  const space = image.dict.get(PDFName.of('ColorSpace'))?.toString() ?? '';
  return space === '/DeviceCMYK' || space === '/DeviceGray' ? [] : [{ rule: 'colour', detail: `${name} ${space}` }];
}

function auditPlate(name: string, space: PDFArray): Fault[] {
  const [kind, , alternate] = space.asArray().map(String);
  const good = kind === '/Separation' && alternate === '/DeviceCMYK';
  return good ? [] : [{ rule: 'colour', detail: `${name} ${kind} ${alternate}` }];
}

function auditContent(page: PDFDict): Fault[] {
  const stream = page.lookup(PDFName.of('Contents'));
  if (!(stream instanceof PDFRawStream)) return [{ rule: 'operator', detail: 'Contents' }];
  const text = new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode());
  const tokens = text.replace(/<<|<[0-9A-F]*>|>>/g, ' ').match(/[^\s[\]]+/g) ?? [];
  const foreign = new Set(tokens.filter((token) => !/^\/|^-?[\d.]+$/.test(token) && !allowedOperators.has(token)));
  return [...foreign].map((token) => ({ rule: 'operator', detail: token.slice(0, 40) }));
}
