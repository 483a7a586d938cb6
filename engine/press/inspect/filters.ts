/** Stream filters (ISO 32000-1 §7.4) with bounds, since a few bytes of a hostile file can stand for gigabytes. */
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream } from 'pdf-lib';
import { decodeFax, type FaxParameters } from './fax';
import { decodeJbig2 } from './jbig2';

/** zlib (RFC 1950) decompression; gives what could be read of damaged data, at most `most` bytes. */
export type Inflate = (bytes: Uint8Array, most: number) => Uint8Array;

/** What is left when only the filters of the picture format remain. */
export interface Decoded {
  readonly bytes: Uint8Array;
  /** `DCTDecode`, `JPXDecode`, a `JBIG2Decode` of a rare kind or another that is not undone here; empty when nothing is left. */
  readonly rest: string;
  /** What the file says of that format. */
  readonly parameters?: PDFDict | undefined;
}

/** Content streams and pictures of a newspaper page stay far below. */
const mostStreamBytes = 256 << 20;
const mostFilters = 8;

const fullNames: Readonly<Record<string, string>> = {
  Fl: 'FlateDecode',
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  LZW: 'LZWDecode',
  RL: 'RunLengthDecode',
  DCT: 'DCTDecode',
  CCF: 'CCITTFaxDecode',
};

/** The filters of a stream by their full names. */
export function filtersOf(dict: PDFDict): readonly string[] {
  const filter = entry(dict, 'Filter', 'F');
  const names = filter instanceof PDFArray ? filter.asArray().map((_, i) => filter.lookup(i)) : filter ? [filter] : [];
  return names.flatMap((name) => (name instanceof PDFName ? [fullName(name.decodeText())] : [])).slice(0, mostFilters);
}

const fullName = (name: string): string => fullNames[name] ?? name;

/** Undoes the filters of a stream as far as they are not a picture's. Damaged data is read as far as it goes. */
export function decodeStream({ dict, contents }: Pick<PDFRawStream, 'dict' | 'contents'>, inflate: Inflate): Decoded {
  const filters = filtersOf(dict);
  const parameters = entry(dict, 'DecodeParms', 'DP');
  let bytes = contents;
  for (const [i, filter] of filters.entries()) {
    const own = parameters instanceof PDFArray ? parameters.lookup(i) : parameters;
    const decoded = undo(filter, bytes, own instanceof PDFDict ? own : undefined, dict, inflate);
    if (!decoded) return { bytes, rest: filter, parameters: own instanceof PDFDict ? own : undefined };
    bytes = decoded;
  }
  return { bytes, rest: '' };
}

function entry(dict: PDFDict, long: string, short: string): PDFObject | undefined {
  return dict.lookup(PDFName.of(long)) ?? dict.lookup(PDFName.of(short));
}

function undo(
  filter: string,
  bytes: Uint8Array,
  parms: PDFDict | undefined,
  dict: PDFDict,
  inflate: Inflate,
): Uint8Array | undefined {
  switch (filter) {
    case 'FlateDecode':
      return unpredicted(inflate(bytes, mostStreamBytes), parms);
    case 'LZWDecode':
      return unpredicted(unLzw(bytes, numberOf(parms, 'EarlyChange', 1)), parms);
    case 'ASCIIHexDecode':
      return unHex(bytes);
    case 'ASCII85Decode':
      return un85(bytes);
    case 'RunLengthDecode':
      return unRunLength(bytes);
    case 'CCITTFaxDecode':
      return decodeFax(bytes, faxParameters(parms, dict));
    case 'JBIG2Decode':
      return unJbig2(bytes, parms, dict, inflate);
    case 'Crypt':
      // What was encrypted is read in clear text already.
      return bytes;
    default:
      return undefined;
  }
}

/** Undefined when the coding is damaged or not read. */
function unJbig2(bytes: Uint8Array, parms: PDFDict | undefined, dict: PDFDict, inflate: Inflate): Uint8Array | undefined {
  const shared = parms?.lookup(PDFName.of('JBIG2Globals'));
  const globals =
    shared instanceof PDFRawStream && !filtersOf(shared.dict).includes('JBIG2Decode')
      ? decodeStream(shared, inflate).bytes
      : undefined;
  try {
    return decodeJbig2(bytes, globals, numberOf(dict, 'Width', 0), numberOf(dict, 'Height', 0));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function faxParameters(parms: PDFDict | undefined, dict: PDFDict): FaxParameters {
  const flag = (key: string) => parms?.lookup(PDFName.of(key))?.toString() === 'true';
  const height = numberOf(dict, 'Height', numberOf(dict, 'H', 0));
  return {
    k: numberOf(parms, 'K', 0),
    columns: numberOf(parms, 'Columns', 1728),
    rows: height || numberOf(parms, 'Rows', 0),
    byteAligned: flag('EncodedByteAlign'),
    blackIs1: flag('BlackIs1'),
  };
}

function numberOf(dict: PDFDict | undefined, key: string, otherwise: number): number {
  const value = dict?.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : otherwise;
}

/** Takes PNG (10–15) and TIFF (2, 8 bits only) prediction back. */
function unpredicted(bytes: Uint8Array, parms: PDFDict | undefined): Uint8Array {
  const predictor = numberOf(parms, 'Predictor', 1);
  if (predictor < 2) return bytes;
  const colours = bounded(numberOf(parms, 'Colors', 1), 1, 32);
  const bits = bounded(numberOf(parms, 'BitsPerComponent', 8), 1, 16);
  const columns = bounded(numberOf(parms, 'Columns', 1), 1, 1 << 20);
  const pixel = Math.max(1, (colours * bits) >> 3);
  const row = (colours * bits * columns + 7) >> 3;
  return predictor === 2 ? unTiff(bytes, { row, colours, bits, columns }) : unPng(bytes, row, pixel);
}

const bounded = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.floor(value) || least));

interface Rows {
  readonly row: number;
  readonly colours: number;
  readonly bits: number;
  readonly columns: number;
}

function unTiff(bytes: Uint8Array, { row, colours, bits, columns }: Rows): Uint8Array {
  const out = bytes.slice();
  for (let start = 0; start < out.length; start += row) {
    const end = Math.min(start + row, out.length);
    if (bits === 8) for (let i = start + colours; i < end; i++) out[i] = (out[i]! + out[i - colours]!) & 255;
    else if (bits === 16) unTiffWords(out, start, end, colours);
    else unTiffBits(out.subarray(start, end), { row, colours, bits, columns });
  }
  return out;
}

function unTiffWords(out: Uint8Array, start: number, end: number, colours: number): void {
  for (let i = start + 2 * colours; i + 1 < end; i += 2) {
    const left = 256 * out[i - 2 * colours]! + out[i - 2 * colours + 1]!;
    const value = 256 * out[i]! + out[i + 1]! + left;
    out[i] = (value >> 8) & 255;
    out[i + 1] = value & 255;
  }
}

function unTiffBits(line: Uint8Array, { colours, bits, columns }: Rows): void {
  const mask = (1 << bits) - 1;
  const before = new Uint8Array(colours);
  for (let i = 0; i < columns * colours; i++) {
    const at = i * bits;
    const shift = 8 - bits - (at & 7);
    const value = (((line[at >> 3] ?? 0) >> shift) + before[i % colours]!) & mask;
    before[i % colours] = value;
    if (at >> 3 < line.length) line[at >> 3] = (line[at >> 3]! & ~(mask << shift)) | (value << shift);
  }
}

function unPng(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let y = 0; y < rows; y++) {
    const kind = bytes[y * (row + 1)];
    const from = y * (row + 1) + 1;
    const to = y * row;
    for (let x = 0; x < row && from + x < bytes.length; x++) {
      const left = x >= pixel ? out[to + x - pixel]! : 0;
      const up = y > 0 ? out[to + x - row]! : 0;
      const corner = y > 0 && x >= pixel ? out[to + x - row - pixel]! : 0;
      out[to + x] = (bytes[from + x]! + pngPrediction(kind, left, up, corner)) & 255;
    }
  }
  return out;
}

function pngPrediction(kind: number | undefined, left: number, up: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  return kind === 4 ? paeth(left, up, corner) : 0;
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** Bytes that grow, up to the bound. */
class Output {
  private bytes = new Uint8Array(1 << 12);
  length = 0;

  push(value: number): void {
    if (this.length >= mostStreamBytes) throw new RangeError('stream too long');
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(2 * this.length);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = value;
  }

  take(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}

function unHex(bytes: Uint8Array): Uint8Array {
  const out = new Output();
  let high = -1;
  for (const byte of bytes) {
    if (byte === 0x3e) break;
    const digit = Number.parseInt(String.fromCharCode(byte), 16);
    if (Number.isNaN(digit)) continue;
    if (high < 0) high = digit;
    else {
      out.push(16 * high + digit);
      high = -1;
    }
  }
  if (high >= 0) out.push(16 * high);
  return out.take();
}

function un85(bytes: Uint8Array): Uint8Array {
  const out = new Output();
  let digits: number[] = [];
  const flush = (): void => {
    const count = digits.length;
    if (count < 2) return;
    while (digits.length < 5) digits.push(84);
    const value = digits.reduce((sum, digit) => sum * 85 + digit, 0) >>> 0;
    for (let i = 0; i < count - 1; i++) out.push((value >>> (24 - 8 * i)) & 255);
    digits = [];
  };
  for (const byte of bytes) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && digits.length === 0) for (let i = 0; i < 4; i++) out.push(0);
    if (byte < 33 || byte > 117) continue;
    digits.push(byte - 33);
    if (digits.length === 5) flush();
  }
  flush();
  return out.take();
}

function unRunLength(bytes: Uint8Array): Uint8Array {
  const out = new Output();
  for (let i = 0; i < bytes.length; ) {
    const length = bytes[i++]!;
    if (length === 128) break;
    if (length < 128) for (let k = 0; k <= length && i < bytes.length; k++) out.push(bytes[i++]!);
    else {
      for (let k = 0; k < 257 - length; k++) out.push(bytes[i] ?? 0);
      i++;
    }
  }
  return out.take();
}

const clearTable = 256;
const endOfData = 257;

function unLzw(bytes: Uint8Array, early: number): Uint8Array {
  const out = new Output();
  const table: Uint8Array[] = [];
  const reset = (): void => {
    table.length = 258;
    for (let i = 0; i < 256; i++) table[i] = Uint8Array.of(i);
  };
  reset();
  let before: Uint8Array | undefined;
  let [buffer, bits] = [0, 0];
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffffff;
    bits += 8;
    const width = Math.min(12, Math.max(9, 32 - Math.clz32(table.length + early)));
    if (bits < width) continue;
    const code = (buffer >> (bits - width)) & ((1 << width) - 1);
    bits -= width;
    if (code === endOfData) break;
    if (code === clearTable) {
      reset();
      before = undefined;
      continue;
    }
    const known: Uint8Array | undefined = table[code] ?? (before && Uint8Array.of(...before, before[0]!));
    if (!known || known.length > 1 << 15) break;
    for (const value of known) out.push(value);
    if (before && table.length < 4096) table.push(Uint8Array.of(...before, known[0]!));
    before = known;
  }
  return out.take();
}
