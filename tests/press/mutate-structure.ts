/** Damage where it hurts readers most: lengths, counts, offsets and types of a file's own structure, and words of a PDF. */
import { constants, crc32, deflateSync, inflateSync } from 'node:zlib';
import type { Random } from './mutate';

/** A number of a file's structure. */
interface Field {
  readonly at: number;
  readonly size: 1 | 2 | 4;
  readonly isLittle?: boolean;
}

const extremes = [0, 1, 0x7f, 0xff, 0x100, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff, 20_000_000];

/** Fields of one size that follow each other. */
const run = (at: number, count: number, size: Field['size'], isLittle = false): Field[] =>
  Array.from({ length: count }, (_, i) => ({ at: at + i * size, size, isLittle }));

/** Each chunk's length, type and first words. */
function pngFields(bytes: Buffer): Field[] {
  const fields: Field[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    fields.push(...run(at, 2, 4), ...run(at + 8, Math.min(6, bytes.readUInt32BE(at) >> 2), 4), ...run(at + 16, 5, 1));
  }
  return fields;
}

/** Each segment's marker, length and what it begins with. */
function jpegFields(bytes: Buffer): Field[] {
  const fields: Field[] = [];
  for (let at = 2; at + 4 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    fields.push({ at: at + 1, size: 1 }, ...run(at + 2, 1, 2), ...run(at + 4, 20, 1), ...run(at + 5, 8, 2));
    if (bytes[at + 1] === 0xda) break;
  }
  return fields;
}

/** Tag, type, count and value of each entry of the first directory. */
function tiffFields(bytes: Buffer): Field[] {
  const isLittle = bytes[0] === 0x49;
  const directory = isLittle ? bytes.readUInt32LE(4) : bytes.readUInt32BE(4);
  const count = isLittle ? bytes.readUInt16LE(directory) : bytes.readUInt16BE(directory);
  const entries = Array.from({ length: count }, (_, i) => directory + 2 + 12 * i);
  return [
    ...run(4, 1, 4, isLittle),
    ...run(directory, 1, 2, isLittle),
    ...entries.flatMap((at) => [...run(at, 2, 2, isLittle), ...run(at + 4, 2, 4, isLittle)]),
  ];
}

function webpFields(bytes: Buffer): Field[] {
  const fields: Field[] = run(4, 1, 4, true);
  for (let at = 12; at + 8 <= bytes.length; at += 8 + ((bytes.readUInt32LE(at + 4) + 1) & ~1))
    fields.push(...run(at, 2, 4, true), ...run(at + 8, 10, 2, true));
  return fields;
}

/** The header, and of each tag its name, place and length, and what it begins with. */
function profileFields(bytes: Buffer): Field[] {
  const tags = Array.from({ length: bytes.readUInt32BE(128) }, (_, i) => 132 + 12 * i);
  return [...run(0, 33, 4), ...tags.flatMap((at) => [...run(at, 3, 4), ...run(bytes.readUInt32BE(at + 4), 6, 4)])];
}

/** Each table's name, place and length, and what it begins with. */
function fontFields(bytes: Buffer): Field[] {
  const tables = Array.from({ length: bytes.readUInt16BE(4) }, (_, i) => 12 + 16 * i);
  const fieldsOfTable = (at: number) => [...run(at, 1, 4), ...run(at + 8, 2, 4), ...run(bytes.readUInt32BE(at + 8), 16, 2)];
  return [...run(0, 6, 2), ...tables.flatMap(fieldsOfTable)];
}

const fieldsOf = { png: pngFields, jpeg: jpegFields, tiff: tiffFields, webp: webpFields, icc: profileFields, font: fontFields };

export type Structured = keyof typeof fieldsOf | 'pdf';

const pick = <T>(from: readonly T[], next: Random): T => from[Math.floor(next() * from.length)]!;

/** The file with one to three parts of its structure changed; PNG keeps sums that are right. */
export function restructured(kind: Structured, file: Uint8Array, next: Random): Uint8Array {
  if (kind === 'pdf') return reworded(file, next);
  const bytes = Buffer.from(file);
  const fields = fieldsOf[kind](bytes).filter(({ at, size }) => at + size <= bytes.length);
  for (let i = 0; i <= next() * 3; i++) {
    const { at, size, isLittle } = pick(fields, next);
    const value = pick(extremes, next) % 2 ** (8 * size);
    if (isLittle) bytes.writeUIntLE(value, at, size);
    else bytes.writeUIntBE(value, at, size);
  }
  if (kind === 'png') sum(bytes);
  return new Uint8Array(bytes);
}

/** Sums of the chunks as far as they can be told. */
function sum(bytes: Buffer): void {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length) return;
    bytes.writeUInt32BE(crc32(bytes.subarray(at + 4, end)), end);
    at = end + 4;
  }
}

const numbers = ['0', '1', '-1', '1e9', '99999999', '0.00001', '2147483648', '-32768', '7', '3 0 R', '9 0 R'];
const words =
  'q Q cm re f W Do Tf Tj gs scn sh BT ET /Pattern /DeviceN /Indexed /ICCBased null true << >> [ ] ( obj endobj stream ' +
  '/SMask /JBIG2Decode /JPXDecode /DCTDecode /CCITTFaxDecode /LZWDecode /Type0 /Type3 /Function';

/** Words of a PDF exchanged for others, numbers for extremes; as often inside a packed stream. */
function reworded(file: Uint8Array, next: Random): Uint8Array {
  const text = Buffer.from(file).toString('latin1');
  const streams = [...text.matchAll(/\/Length \d+(.{0,400}?stream\r?\n)(x.*?)(\r?\n?endstream)/gs)];
  const stream = streams.length > 0 && next() < 0.5 ? pick(streams, next) : undefined;
  return new Uint8Array(Buffer.from(stream ? repacked(text, stream, next) : exchanged(text, next), 'latin1'));
}

function repacked(text: string, [whole, head, data, tail]: RegExpExecArray, next: Random): string {
  // A line end that belongs to the stream may have been taken for that behind it.
  const bytes = inflateSync(Buffer.from(data!, 'latin1'), { finishFlush: constants.Z_SYNC_FLUSH });
  const packed = deflateSync(Buffer.from(exchanged(bytes.toString('latin1'), next), 'latin1'));
  return text.replace(whole, () => `/Length ${packed.length}${head}${packed.toString('latin1')}${tail}`);
}

function exchanged(text: string, next: Random): string {
  let result = text;
  for (let i = 0; i <= next() * 4; i++) {
    const from = Math.floor(next() * result.length);
    const word = /[^\s/[(<>\])]+/.exec(result.slice(from, from + 400));
    if (!word) continue;
    const other = pick(/^-?[\d.]+$/.test(word[0]) ? numbers : words.split(' '), next);
    result = result.slice(0, from + word.index) + other + result.slice(from + word.index + word[0].length);
  }
  return result;
}
