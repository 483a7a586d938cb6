/**
 * Caption, photographer and day that a photographer's program or camera wrote into a picture: IPTC (IIM 4.2, record 2) in its
 * Photoshop resource, XMP, or EXIF; of JPEG, PNG and WebP. Cameras fill the same fields with their names, and what programs are
 * called is no caption and no name: words without a Han character are a caption where they are a sentence or so, as agencies
 * abroad write them, and a name where they are a person's, of two words or three.
 */
import { isCalendarDate } from '../issue/dates';
import { tidyText } from '../manuscript';
import { headSegments } from '../press/image-header';
import { Tiff } from './tiff';
import { readXmp } from './xmp';

export interface PictureWords {
  /** Empty when there is none. */
  readonly caption: string;
  /** `张三 摄`, or empty. */
  readonly credit: string;
  /** The day it was taken, ISO; empty when unknown. */
  readonly taken: string;
}

/** Longer texts are no captions; nothing more of them is read. */
const MOST_BYTES = 3000;
const MOST_CAPTION = 1000;
const MOST_NAME = 40;

/** Texts as they are found, those that a person wrote before those of a camera. */
interface Found {
  readonly captions: string[];
  readonly names: string[];
  /** Of agencies and senders, for a picture without a photographer. */
  readonly credits: string[];
  readonly dates: string[];
}

/** Never throws, whatever the bytes are. */
export function readPictureWords(picture: Uint8Array): PictureWords {
  const [iptc, xmp, exif] = [nothing(), nothing(), nothing()];
  for (const { kind, data } of partsOf(picture)) {
    if (kind === 'iptc') addIptc(data, iptc);
    if (kind === 'xmp') addXmp(data, xmp);
    if (kind === 'exif') addExif(data, exif);
  }
  const all = (pick: (found: Found) => readonly string[]) => [iptc, xmp, exif].flatMap(pick);
  const credit =
    firstOf(
      all(({ names }) => names),
      creditFrom,
    ) ||
    firstOf(
      all(({ credits }) => credits),
      senderFrom,
    );
  return {
    caption: firstOf(
      all(({ captions }) => captions),
      captionFrom,
    ),
    credit,
    // The camera knows best when it was.
    taken: firstOf(
      [exif, iptc, xmp].flatMap(({ dates }) => dates),
      dayFrom,
    ),
  };
}

function nothing(): Found {
  return { captions: [], names: [], credits: [], dates: [] };
}

interface Part {
  readonly kind: 'iptc' | 'xmp' | 'exif';
  readonly data: Uint8Array;
}

function* partsOf(picture: Uint8Array): Generator<Part> {
  if (picture[0] === 0xff) yield* jpegParts(picture);
  else if (startsWith(picture, '\x89PNG')) yield* pngParts(picture);
  else if (startsWith(picture, 'RIFF')) yield* webpParts(picture);
}

const XAP = 'http://ns.adobe.com/xap/1.0/\0';

function* jpegParts(jpeg: Uint8Array): Generator<Part> {
  for (const { marker, data } of headSegments(jpeg)) {
    if (marker === APP13 && startsWith(data, 'Photoshop 3.0\0')) yield { kind: 'iptc', data: data.subarray(14) };
    if (marker === APP1 && startsWith(data, 'Exif\0\0')) yield { kind: 'exif', data: data.subarray(6) };
    if (marker === APP1 && startsWith(data, XAP)) yield { kind: 'xmp', data: data.subarray(XAP.length) };
  }
}

const XMP_KEYWORD = 'XML:com.adobe.xmp\0\0\0\0\0';

/** Chunks of a PNG (W3C PNG §11): EXIF, and XMP as international text that is not compressed. */
function* pngParts(png: Uint8Array): Generator<Part> {
  const view = viewOf(png);
  for (let at = 8; at + 12 <= png.length; ) {
    const length = view.getUint32(at);
    if (at + 12 + length > png.length) return;
    const data = png.subarray(at + 8, at + 8 + length);
    if (startsWith(png.subarray(at + 4), 'eXIf')) yield { kind: 'exif', data };
    if (startsWith(png.subarray(at + 4), 'iTXt') && startsWith(data, XMP_KEYWORD)) {
      yield { kind: 'xmp', data: data.subarray(XMP_KEYWORD.length) };
    }
    at += 12 + length;
  }
}

/** Chunks of a WebP (RFC 9649 §2.7). */
function* webpParts(webp: Uint8Array): Generator<Part> {
  const view = viewOf(webp);
  for (let at = 12; at + 8 <= webp.length; ) {
    const length = view.getUint32(at + 4, true);
    if (at + 8 + length > webp.length) return;
    const data = webp.subarray(at + 8, at + 8 + length);
    if (startsWith(webp.subarray(at), 'EXIF'))
      yield { kind: 'exif', data: startsWith(data, 'Exif\0\0') ? data.subarray(6) : data };
    if (startsWith(webp.subarray(at), 'XMP ')) yield { kind: 'xmp', data };
    at += 8 + length + (length % 2);
  }
}

function addExif(data: Uint8Array, found: Found): void {
  const tiff = new Tiff(viewOf(data));
  const text = (directory: Tiff | undefined, tag: number) => decoded(directory?.text(tag, MOST_BYTES) ?? NOTHING);
  found.captions.push(text(tiff, IMAGE_DESCRIPTION));
  found.names.push(text(tiff, ARTIST));
  found.dates.push(text(tiff.directory(EXIF_DIRECTORY), DATE_TIME_ORIGINAL), text(tiff, DATE_TIME));
}

function addXmp(data: Uint8Array, found: Found): void {
  const { caption, creator, credit, date } = readXmp(data);
  found.captions.push(caption);
  found.names.push(creator);
  found.credits.push(credit);
  found.dates.push(date);
}

const NOTHING = new Uint8Array();
const APP1 = 0xe1;
const APP13 = 0xed;
const IMAGE_DESCRIPTION = 0x010e;
const ARTIST = 0x013b;
const DATE_TIME = 0x0132;
const EXIF_DIRECTORY = 0x8769;
const DATE_TIME_ORIGINAL = 0x9003;

const IPTC_RESOURCE = 0x0404;

/** The IPTC record among Photoshop's image resources: `8BIM`, number, name, length, data, each padded to an even length. */
function addIptc(resources: Uint8Array, found: Found): void {
  const view = viewOf(resources);
  for (let at = 0; at + 12 <= resources.length && startsWith(resources.subarray(at), '8BIM'); ) {
    const name = at + 6;
    const size = name + even(1 + resources[name]!);
    if (size + 4 > resources.length) break;
    const end = size + 4 + view.getUint32(size);
    if (view.getUint16(at + 4) === IPTC_RESOURCE) {
      addDatasets(resources.subarray(size + 4, end), found);
      return;
    }
    at = even(end);
  }
}

function even(length: number): number {
  return length + (length % 2);
}

/** Datasets of record 2. */
const LISTS: Readonly<Record<number, keyof Found>> = { 120: 'captions', 80: 'names', 110: 'credits', 55: 'dates' };

/** The datasets of record 2: tag marker, record, dataset, length in 16 bits, data. */
function addDatasets(iptc: Uint8Array, found: Found): void {
  const view = viewOf(iptc);
  for (let at = 0; at + 5 <= iptc.length && iptc[at] === 0x1c; ) {
    const end = at + 5 + view.getUint16(at + 3);
    if (end > iptc.length) break;
    const data = iptc.subarray(at + 5, end);
    const list = iptc[at + 1] === 2 ? LISTS[iptc[at + 2]!] : undefined;
    if (list && data.length <= MOST_BYTES) found[list].push(decoded(data));
    at = end;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  for (let at = 0; at < text.length; at++) if (bytes[at] !== text.charCodeAt(at)) return false;
  return true;
}

function firstOf(texts: readonly string[], read: (text: string) => string): string {
  for (const found of texts) {
    const text = read(found);
    if (text !== '') return text;
  }
  return '';
}

/** UTF-8 or GB 18030, up to the first NUL; empty for anything else. */
function decoded(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  const text = end < 0 ? bytes : bytes.subarray(0, end);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(text);
    } catch {}
  }
  return '';
}

const notWritten = /[\p{Cc}\p{Co}\p{Cn}\ufffd]/u;
/** What programs and phones call their pictures, and their users. */
const noCaption = /^[\w\s.-]*(?:数码相机|数字相机|相机|微信图片|QQ图片|屏幕截图|截图|美图秀秀|默认|无标题|图片描述)[\w\s.-]*$/;
const noLatinCaption =
  /digital\s*(?:still\s*)?camera|^(?:created|edited|processed|screenshot|captured|made|default|untitled|no (?:title|description))\b|^\w:[\\/]|[\\/]\S+[\\/]/i;
const LATIN_CAPTION = /\p{Ll}{2,}[,;:]? +(?:\S+ +)?\p{L}{2,}/u;
const LATIN_NAME = /^\p{Lu}[\p{L}.'’-]*(?: (?:(?:de|van|von|der|la|di|da|del|le|bin|al) )*\p{Lu}[\p{L}.'’-]*){1,3}$/u;
const noLatinName =
  /camera|phone|microsoft|windows|adobe|google|user|admin|owner|unknown|default|author|copyright|photo|picasa|gimp|corporation|\b(?:inc|ltd|co)\b/i;
const noName = /相机|数码|手机|美图|微信|软件|用户|管理员|未知|默认|佚名|作者|版权/;

function captionFrom(text: string): string {
  const caption = wordsOf(text, (line) => LATIN_CAPTION.test(line) && !noLatinCaption.test(line));
  return [...caption].length <= MOST_CAPTION && !noCaption.test(caption) ? caption : '';
}

function creditFrom(text: string): string {
  const name = wordsOf(text, (line) => LATIN_NAME.test(line) && !noLatinName.test(line)).replace(/[。；]$/, '');
  if (name === '' || [...name].length > MOST_NAME || noName.test(name) || /[，。！？：]/.test(name)) return '';
  return /(?:摄影?|供图|图片)$/.test(name) ? name : `${name} 摄`;
}

/** `新华社`: an agency or sender, no person. */
function senderFrom(text: string): string {
  const name = creditFrom(text).replace(/ 摄$/, '');
  return name === '' || /[发摄图片]$/.test(name) ? name : `${name}供图`;
}

/** `2026:01:25 08:30:00` of EXIF, `20260125` of IPTC, `2026-01-25T…` of XMP; nothing for a clock that was never set. */
function dayFrom(text: string): string {
  const parts = /^(\d{4})[:-]?(\d{2})[:-]?(\d{2})(?!\d)/.exec(text.trim());
  if (!parts) return '';
  const day = parts.slice(1).join('-');
  return isCalendarDate(day) && Number(parts[1]) > 1980 ? day : '';
}

/** The text as a manuscript's would be; empty without a Han character and where Latin words do not match `latin`. */
function wordsOf(text: string, latin: (line: string) => boolean): string {
  const line = text.trim().replace(/\s*[\r\n]+\s*/g, ' ');
  if (notWritten.test(line)) return '';
  return /\p{Script=Han}/u.test(line) || latin(line) ? tidyText(line) : '';
}
