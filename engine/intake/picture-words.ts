/**
 * Caption and photographer that a photographer's program wrote into a JPEG: IPTC (IIM 4.2, record 2) in its Photoshop
 * resource, or EXIF. Cameras fill the same fields with their names; in a Chinese paper words without a Han character, and
 * what programs are called, are no caption and no name.
 */
import { tidyText } from '../manuscript';
import { headSegments } from '../press/image-header';
import { Tiff } from './tiff';

export interface PictureWords {
  /** Empty when there is none. */
  readonly caption: string;
  /** `张三 摄`, or empty. */
  readonly credit: string;
}

/** Longer texts are no captions; nothing more of them is read. */
const MOST_BYTES = 3000;
const MOST_CAPTION = 500;
const MOST_NAME = 40;

/** Never throws, whatever the bytes are. */
export function readPictureWords(jpeg: Uint8Array): PictureWords {
  const captions: Uint8Array[] = [];
  const names: Uint8Array[] = [];
  for (const segment of headSegments(jpeg)) {
    if (segment.marker === APP13 && startsWith(segment.data, 'Photoshop 3.0\0')) {
      const iptc = iptcOf(segment.data.subarray(14));
      // Written by a person, mostly: before what EXIF says.
      captions.unshift(...iptc.captions);
      names.unshift(...iptc.names);
    }
    if (segment.marker === APP1 && startsWith(segment.data, 'Exif\0\0')) {
      const tiff = new Tiff(viewOf(segment.data.subarray(6)));
      captions.push(tiff.text(IMAGE_DESCRIPTION, MOST_BYTES) ?? NOTHING);
      names.push(tiff.text(ARTIST, MOST_BYTES) ?? NOTHING);
    }
  }
  return { caption: firstOf(captions, captionFrom), credit: firstOf(names, creditFrom) };
}

const NOTHING = new Uint8Array();
const APP1 = 0xe1;
const APP13 = 0xed;
const IMAGE_DESCRIPTION = 0x010e;
const ARTIST = 0x013b;

const IPTC_RESOURCE = 0x0404;

/** The IPTC record among Photoshop's image resources: `8BIM`, number, name, length, data, each padded to an even length. */
function iptcOf(resources: Uint8Array) {
  const view = viewOf(resources);
  for (let at = 0; at + 12 <= resources.length && startsWith(resources.subarray(at), '8BIM'); ) {
    const name = at + 6;
    const size = name + even(1 + resources[name]!);
    if (size + 4 > resources.length) break;
    const end = size + 4 + view.getUint32(size);
    if (view.getUint16(at + 4) === IPTC_RESOURCE) return datasetsOf(resources.subarray(size + 4, end));
    at = even(end);
  }
  return { captions: [], names: [] };
}

function even(length: number): number {
  return length + (length % 2);
}

const CAPTION = 120;
const BYLINE = 80;

/** The datasets of record 2: tag marker, record, dataset, length in 16 bits, data. */
function datasetsOf(iptc: Uint8Array): { readonly captions: Uint8Array[]; readonly names: Uint8Array[] } {
  const view = viewOf(iptc);
  const found = { captions: [] as Uint8Array[], names: [] as Uint8Array[] };
  for (let at = 0; at + 5 <= iptc.length && iptc[at] === 0x1c; ) {
    const end = at + 5 + view.getUint16(at + 3);
    if (end > iptc.length) break;
    const data = iptc.subarray(at + 5, end);
    if (iptc[at + 1] === 2 && iptc[at + 2] === CAPTION && data.length <= MOST_BYTES) found.captions.push(data);
    if (iptc[at + 1] === 2 && iptc[at + 2] === BYLINE && data.length <= MOST_BYTES) found.names.push(data);
    at = end;
  }
  return found;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  for (let at = 0; at < text.length; at++) if (bytes[at] !== text.charCodeAt(at)) return false;
  return true;
}

function firstOf(texts: readonly Uint8Array[], read: (text: string) => string): string {
  for (const bytes of texts) {
    const text = read(decoded(bytes));
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
const noName = /相机|数码|手机|美图|微信|软件|用户|管理员|未知|默认|佚名|作者|版权/;

function captionFrom(text: string): string {
  const caption = wordsOf(text);
  return [...caption].length <= MOST_CAPTION && !noCaption.test(caption) ? caption : '';
}

function creditFrom(text: string): string {
  const name = wordsOf(text).replace(/[。；]$/, '');
  if (name === '' || [...name].length > MOST_NAME || noName.test(name) || /[，。！？：]/.test(name)) return '';
  return /(?:摄影?|供图|图片)$/.test(name) ? name : `${name} 摄`;
}

/** The text as a manuscript's would be; empty without a Han character. */
function wordsOf(text: string): string {
  const line = text.trim().replace(/\s*[\r\n]+\s*/g, ' ');
  return /\p{Script=Han}/u.test(line) && !notWritten.test(line) ? tidyText(line) : '';
}
