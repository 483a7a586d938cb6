/**
 * Reads a finished press file again and looks for what a plate room would send it back for: PDF/X-4 (ISO 15930-7),
 * PDF/X-1a:2003 (ISO 15930-4) and the trade's rules. It trusts nothing that the writer remembers: only the bytes.
 */
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFParser,
  PDFRawStream,
  PDFString,
} from 'pdf-lib';
import { auditObjects } from './audit-objects';
import type { Fault } from './audit-types';
import { decodeStream, type Inflate } from './inspect/filters';
import type { PressStandard } from './types';

export type { Fault } from './audit-types';

const headers: Readonly<Record<PressStandard, string>> = { pdfx4: '%PDF-1.6', pdfx1a: '%PDF-1.4' };
const claims: Readonly<Record<PressStandard, string>> = { pdfx4: 'PDF/X-4', pdfx1a: 'PDF/X-1a:2003' };
const leastIdBytes = 8;

/** Every fault found; an empty list when the file may go to the printer. */
export async function auditPdf(bytes: Uint8Array, standard: PressStandard, inflate: Inflate): Promise<readonly Fault[]> {
  const context = await PDFParser.forBytesWithOptions(bytes).parseDocument();
  const catalog = context.lookup(context.trailerInfo.Root, PDFDict);
  const kids = catalog.lookup(PDFName.of('Pages'), PDFDict).lookup(PDFName.of('Kids'), PDFArray);
  const pages = kids.asArray().map((kid) => context.lookup(kid, PDFDict));
  return [
    ...auditFile(bytes, context, standard),
    ...auditClaim(context, catalog, standard),
    ...auditIntent(catalog, standard, inflate),
    ...auditCatalog(catalog),
    ...pages.flatMap(auditPage),
    ...auditObjects(context, pages, standard, inflate),
  ];
}

function auditFile(bytes: Uint8Array, context: PDFContext, standard: PressStandard): Fault[] {
  const faults: Fault[] = [];
  const header = String.fromCharCode(...bytes.subarray(0, 8));
  if (header !== headers[standard]) faults.push({ rule: 'header', detail: header });
  if (bytes.subarray(10, 14).some((byte) => byte < 128)) faults.push({ rule: 'header', detail: 'binary comment' });
  const id = context.lookup(context.trailerInfo.ID);
  const halves = id instanceof PDFArray ? id.asArray() : [];
  const long = halves.every((half) => half instanceof PDFHexString && half.asBytes().length >= leastIdBytes);
  if (halves.length !== 2 || !long) faults.push({ rule: 'id', detail: 'trailer' });
  if (context.trailerInfo.Encrypt) faults.push({ rule: 'claim', detail: 'Encrypt' });
  return faults;
}

function auditClaim(context: PDFContext, catalog: PDFDict, standard: PressStandard): Fault[] {
  const info = context.lookupMaybe(context.trailerInfo.Info, PDFDict);
  const text = (key: string): string => {
    const value = info?.lookup(PDFName.of(key));
    return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
  };
  const faults: Fault[] = [];
  const require = (holds: boolean, detail: string) => {
    if (!holds) faults.push({ rule: 'claim', detail });
  };
  for (const key of ['Title', 'CreationDate', 'ModDate']) require(text(key) !== '', key);
  for (const key of ['CreationDate', 'ModDate']) require(/^D:\d{14}Z$/.test(text(key)), key);
  require(['/True', '/False'].includes(info?.get(PDFName.of('Trapped'))?.toString() ?? ''), 'Trapped');
  if (standard === 'pdfx1a') require(text('GTS_PDFXVersion') === claims.pdfx1a, standard);
  else for (const missing of missingInXmp(catalog, text('Title'), text('CreationDate'))) require(false, missing);
  return faults;
}

const xmpKeys = [
  ...['xmp:CreateDate', 'xmp:ModifyDate', 'xmp:MetadataDate', 'xmpMM:DocumentID', 'xmpMM:VersionID', 'xmpMM:RenditionClass'],
  ...['pdf:Trapped', 'pdfxid:GTS_PDFXVersion', 'dc:title'],
];

/** What the XMP packet lacks, or says otherwise than Info. */
function missingInXmp(catalog: PDFDict, title: string, date: string): string[] {
  const metadata = catalog.lookup(PDFName.of('Metadata'));
  if (!(metadata instanceof PDFRawStream) || metadata.dict.has(PDFName.of('Filter'))) return ['Metadata'];
  const xmp = new TextDecoder().decode(metadata.contents);
  const value = (key: string) => new RegExp(`<${key}>([^]*?)</${key}>`).exec(xmp)?.[1] ?? '';
  const missing = xmpKeys.filter((key) => value(key) === '');
  if (value('pdfxid:GTS_PDFXVersion') !== claims.pdfx4) missing.push('pdfx4');
  const stated = value('dc:title').replace(/<[^>]*>/g, '');
  const plain = stated.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  if (plain !== title) missing.push('dc:title');
  if (value('xmp:CreateDate').replace(/\D/g, '') !== date.replace(/\D/g, '')) missing.push('xmp:CreateDate');
  return missing;
}

function auditIntent(catalog: PDFDict, standard: PressStandard, inflate: Inflate): Fault[] {
  const intents = catalog.lookupMaybe(PDFName.of('OutputIntents'), PDFArray);
  const intent = intents?.size() === 1 ? intents.lookupMaybe(0, PDFDict) : undefined;
  if (intent?.get(PDFName.of('S'))?.toString() !== '/GTS_PDFX') return [{ rule: 'intent', detail: 'OutputIntents' }];
  const identifier = intent.lookup(PDFName.of('OutputConditionIdentifier'));
  const named = identifier instanceof PDFString || identifier instanceof PDFHexString ? identifier.decodeText() : '';
  const profile = intent.lookup(PDFName.of('DestOutputProfile'));
  if (named === '') return [{ rule: 'intent', detail: 'OutputConditionIdentifier' }];
  if (!(profile instanceof PDFRawStream)) return [{ rule: 'intent', detail: 'DestOutputProfile' }];
  const fault = profileFault(decodeStream(profile, inflate).bytes, profile.dict, standard);
  return fault === undefined ? [] : [{ rule: 'intent', detail: fault }];
}

/** ICC.1 §7.2: size, version, class and colour space, signature. PDF 1.4 knows profiles of version 2 only. */
function profileFault(profile: Uint8Array, dict: PDFDict, standard: PressStandard): string | undefined {
  const text = (from: number, to: number) => String.fromCharCode(...profile.subarray(from, to));
  if (profile.length < 132) return 'ICC';
  const size = new DataView(profile.buffer, profile.byteOffset).getUint32(0);
  if (text(12, 20) !== 'prtrCMYK') return text(12, 20);
  if (text(36, 40) !== 'acsp' || size !== profile.length) return 'ICC';
  if (profile[8]! > (standard === 'pdfx1a' ? 2 : 4)) return `ICC ${profile[8]}`;
  return dict.get(PDFName.of('N'))?.toString() === '4' ? undefined : 'N';
}

const unwantedInCatalog = ['OpenAction', 'AA', 'AcroForm', 'OCProperties', 'Names', 'Perms'];
const unwantedInPage = ['ArtBox', 'CropBox', 'Annots', 'AA', 'UserUnit', 'Rotate'];

function auditCatalog(catalog: PDFDict): Fault[] {
  return unwantedInCatalog.filter((key) => catalog.has(PDFName.of(key))).map((detail) => ({ rule: 'foreign', detail }));
}

function auditPage(page: PDFDict): Fault[] {
  const [media, bleed, trim] = ['MediaBox', 'BleedBox', 'TrimBox'].map((name) => boxOf(page, name));
  const nested = media && bleed && trim && inside(bleed, media) && inside(trim, bleed) && trim[2]! > trim[0]!;
  const boxes: Fault[] = nested ? [] : [{ rule: 'boxes', detail: JSON.stringify([media, bleed, trim]) }];
  const unwanted = unwantedInPage.filter((key) => page.has(PDFName.of(key)));
  return [...boxes, ...unwanted.map((detail): Fault => ({ rule: 'foreign', detail }))];
}

function boxOf(page: PDFDict, name: string): number[] | undefined {
  const box = page.lookupMaybe(PDFName.of(name), PDFArray);
  return box?.asArray().map((value) => (value instanceof PDFNumber ? value.asNumber() : Number.NaN));
}

const inside = (inner: number[], outer: number[]): boolean =>
  inner[0]! >= outer[0]! && inner[1]! >= outer[1]! && inner[2]! <= outer[2]! && inner[3]! <= outer[3]!;
