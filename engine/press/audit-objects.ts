/** The objects of a press file one by one: fonts, pictures, colour spaces, graphics states, filters, content. */
import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import type { Fault } from './audit-types';
import { decodeStream, type Inflate } from './inspect/filters';
import type { PressStandard } from './types';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Operators of a press page: process and plate colour, text, paths, pictures, what a span reads as. RGB, shading and the rest are not among them. */
const pageOperators = words('q Q cm gs w k K cs CS scn SCN m l c re S f BT ET Tf Tc Tz Td Tm Tj TJ Do BDC EMC');
/** Those of a placed page: more ways to draw, still no RGB and no inline pictures. */
const placedOperators = words(
  'q Q cm gs w J j M d k K g G cs CS scn SCN sh m l c v y h re W W* n f F f* S s B B* b b* Do d0 d1 ' +
    'BT ET Tf Tz Td TD T* Tm Tj TJ \' " Tc Tw TL Ts Tr',
);
const allowedFilters = words('/FlateDecode /DCTDecode /CCITTFaxDecode');
const pictureSpaces = words('/DeviceCMYK /DeviceGray');
const unwantedKeys = ['OPI', 'Alternates', 'Ref', 'PS', 'TR', 'HTP', 'HalftoneType', 'JS', 'EF'];
const mostDepth = 12;
/** Nothing, compressed, takes 8 bytes. */
const emptyStream = 16;

/** What of the file's objects its standard does not allow, each kind of fault by name. */
export function auditObjects(context: PDFContext, pages: readonly PDFDict[], standard: PressStandard, inflate: Inflate): Fault[] {
  const contents = new Set(pages.map((page) => page.lookup(PDFName.of('Contents'))));
  const faults = new Map<string, Fault>();
  const add = ({ rule, detail }: Fault) => void faults.set(`${rule} ${detail}`, { rule, detail: detail.slice(0, 60) });
  for (const content of contents) if (!(content instanceof PDFRawStream)) add({ rule: 'operator', detail: 'Contents' });
  for (const page of pages) auditOwnFonts(page, add);
  const plates = new Map<string, string>();
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream) auditStream(object, contents.has(object), inflate, add);
    eachDict(object, 0, (dict) => auditDict(dict, standard, plates, add));
  }
  return [...faults.values()];
}

type Add = (fault: Fault) => void;

/** Calls `visit` with the dictionaries written inside an object, itself among them; references are objects of their own. */
function eachDict(object: PDFObject, depth: number, visit: (dict: PDFDict) => void): void {
  if (depth > mostDepth) return;
  if (object instanceof PDFRawStream) eachDict(object.dict, depth, visit);
  else if (object instanceof PDFArray) for (const item of object.asArray()) eachDict(item, depth + 1, visit);
  else if (object instanceof PDFDict) {
    visit(object);
    for (const value of object.values()) eachDict(value, depth + 1, visit);
  }
}

function auditStream(stream: PDFRawStream, isPage: boolean, inflate: Inflate, add: Add): void {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const names = filter instanceof PDFArray ? filter.asArray().map(String) : filter ? [String(filter)] : [];
  for (const name of names) if (!allowedFilters.has(name)) add({ rule: 'filter', detail: name });
  if (stream.dict.has(PDFName.of('F'))) add({ rule: 'foreign', detail: 'F' });
  const isForm = is(stream.dict, 'Subtype', 'Form') || stream.dict.has(PDFName.of('PatternType'));
  if (!isPage && !isForm) return;
  const content = decodeStream(stream, inflate).bytes;
  if (content.length === 0 && stream.contents.length > emptyStream) add({ rule: 'operator', detail: 'unreadable' });
  auditContent(content, isPage ? pageOperators : placedOperators, add);
}

function auditContent(content: Uint8Array, allowed: ReadonlySet<string>, add: Add): void {
  const text = new TextDecoder('latin1').decode(content);
  const tokens = text.replace(/<<|<[0-9A-Fa-f]*>|>>/g, ' ').match(/[^\s[\]]+/g) ?? [];
  for (const token of new Set(tokens)) {
    if (!/^\/|^-?[\d.]+$/.test(token) && !allowed.has(token)) add({ rule: 'operator', detail: token });
  }
}

const is = (dict: PDFDict, key: string, name: string): boolean => dict.lookup(PDFName.of(key))?.toString() === `/${name}`;

function auditDict(dict: PDFDict, standard: PressStandard, plates: Map<string, string>, add: Add): void {
  // In a soft mask TR is the curve of its opacity, no transfer curve of a plate.
  const isSoftMask = is(dict, 'S', 'Luminosity') || is(dict, 'S', 'Alpha');
  for (const key of unwantedKeys)
    if (dict.has(PDFName.of(key)) && !(key === 'TR' && isSoftMask)) add({ rule: 'foreign', detail: key });
  if (is(dict, 'Type', 'Font')) auditFont(dict, add);
  if (is(dict, 'Subtype', 'Image')) auditPicture(dict, add);
  if (dict.has(PDFName.of('ShadingType'))) auditSpace(dict.lookup(PDFName.of('ColorSpace')), plates, add);
  const spaces = dict.lookup(PDFName.of('ColorSpace'));
  if (spaces instanceof PDFDict) for (const key of spaces.keys()) auditSpace(spaces.lookup(key), plates, add);
  if (standard === 'pdfx1a') auditOpacity(dict, add);
}

function auditFont(font: PDFDict, add: Add): void {
  const name = font.lookup(PDFName.of('BaseFont'))?.toString() ?? '';
  if (is(font, 'Subtype', 'Type3')) return;
  if (is(font, 'Subtype', 'Type0')) {
    if (!/^\/[A-Z]{6}\+/.test(name)) add({ rule: 'font', detail: name });
    return;
  }
  const descriptor = font.lookup(PDFName.of('FontDescriptor'));
  const programs = ['FontFile', 'FontFile2', 'FontFile3'].map((key) =>
    descriptor instanceof PDFDict ? descriptor.lookup(PDFName.of(key)) : undefined,
  );
  if (!programs.some((program) => program instanceof PDFRawStream)) add({ rule: 'font', detail: name });
  const mapped = !is(font, 'Subtype', 'CIDFontType2') || font.has(PDFName.of('CIDToGIDMap'));
  if (!mapped) add({ rule: 'font', detail: `${name} CIDToGIDMap` });
}

/** Type that this program set can be copied and searched; a client's page may lack that. */
function auditOwnFonts(page: PDFDict, add: Add): void {
  const resources = page.lookup(PDFName.of('Resources'));
  const fonts = resources instanceof PDFDict ? resources.lookup(PDFName.of('Font')) : undefined;
  if (!(fonts instanceof PDFDict)) return;
  for (const key of fonts.keys()) {
    const font = fonts.lookup(key);
    if (!(font instanceof PDFDict && font.has(PDFName.of('ToUnicode')))) add({ rule: 'font', detail: `${key} ToUnicode` });
  }
}

function auditPicture(picture: PDFDict, add: Add): void {
  if (picture.lookup(PDFName.of('ImageMask'))?.toString() === 'true') return;
  const space = picture.lookup(PDFName.of('ColorSpace'))?.toString() ?? '';
  if (!pictureSpaces.has(space)) add({ rule: 'colour', detail: `Image ${space}` });
}

/** Process inks, a pattern over them, or a plate with a process equivalent that is the same wherever its name stands. */
function auditSpace(space: PDFObject | undefined, plates: Map<string, string>, add: Add): void {
  if (pictureSpaces.has(String(space))) return;
  const [kind = '', name = '', alternate = '', tint = ''] = space instanceof PDFArray ? space.asArray().map(String) : [];
  if (kind === '/Pattern' && (name === '' || pictureSpaces.has(name))) return;
  if (kind !== '/Separation' || alternate !== '/DeviceCMYK') add({ rule: 'colour', detail: `${kind} ${alternate}` });
  if ((plates.get(name) ?? tint) !== tint) add({ rule: 'colour', detail: `${name} differs` });
  plates.set(name, tint);
}

/** PDF/X-1a: everything is opaque. */
function auditOpacity(dict: PDFDict, add: Add): void {
  const value = (key: string) => dict.lookup(PDFName.of(key))?.toString();
  const mask = value('SMask');
  const alpha = ['ca', 'CA'].map(value).filter((text) => text !== undefined && Number(text) !== 1);
  const blend = value('BM');
  const blends = blend !== undefined && blend !== '/Normal' && blend !== '/Compatible';
  if (alpha.length > 0 || blends || (mask !== undefined && mask !== '/None')) add({ rule: 'transparency', detail: 'ExtGState' });
  if (is(dict, 'S', 'Transparency')) add({ rule: 'transparency', detail: 'Group' });
}
