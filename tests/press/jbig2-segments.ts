/** Segments of JBIG2 pictures, and how other programs read them. */
import { random } from './mutate';
import { makePdf, name } from './placed-pages';
import { outside } from './support';

export const binary = (value: number, length: number): string => (length === 0 ? '' : value.toString(2).padStart(length, '0'));

export const u16 = (value: number) => [value >> 8, value & 255];

export const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)];

export const noise = (seed: number, count: number): number[] => {
  const next = random(seed);
  return Array.from({ length: count }, () => Math.floor(next() * 256));
};

export const segment = (number: number, kind: number, refersTo: readonly number[], data: readonly number[]): number[] => [
  ...[...u32(number), kind, refersTo.length << 5, ...refersTo, 1],
  ...[...u32(data.length), ...data],
];

export const [wide, high] = [64, 40];

export const pageStart = segment(0, 48, [], [...u32(wide), ...u32(high), ...u32(0), ...u32(0), 0, 0, 0]);

export const region = (width = wide, height = high) => [...u32(width), ...u32(height), ...u32(0), ...u32(0), 0];

export const ghostscript = ['gs', '-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=pbmraw', '-r72', '-o', '-', 'FILE'];

export const poppler = ['sh', '-c', 'pdfimages "$0" "$0" && cat "$0"-000.pbm', 'FILE'];

/** As another program reads it: rows of one bit a pixel, 0 is black. */
export function read(bytes: Uint8Array, [program, ...args]: readonly string[]): number[] {
  const picture = { Type: 'XObject', Subtype: 'Image', Width: wide, Height: high, BitsPerComponent: 1, ColorSpace: 'DeviceGray' };
  const pdf = makePdf({
    content: `${wide} 0 0 ${high} 0 0 cm /I Do`,
    page: { MediaBox: [0, 0, wide, high] },
    resources: (make) => ({ XObject: { I: make.stream({ ...picture, Filter: name('JBIG2Decode') }, bytes) } }),
  });
  const pbm = Buffer.from(outside(program!, args, pdf, 'latin1'), 'latin1');
  return [...pbm.subarray(pbm.length - (wide / 8) * high)].map((byte) => 255 - byte);
}

export const blackPixels = (rows: readonly number[]) =>
  rows.reduce((sum, byte) => sum + binary(byte, 8).split('0').length - 1, 0);

export const bytesOf = (bits: string): number[] =>
  (bits.padEnd(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
