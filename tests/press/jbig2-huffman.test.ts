/** Huffman coding of JBIG2: the standard's tables, and pictures that other decoders read alike. */
import { describe, expect, it } from 'vitest';
import { decodeJbig2 } from '../../engine/press/inspect/jbig2';
import type { Line } from '../../engine/press/inspect/jbig2/huffman';
import { standardLines } from '../../engine/press/inspect/jbig2/standard-tables';
import {
  binary,
  blackPixels,
  bytesOf,
  ghostscript,
  high,
  noise,
  pageStart,
  poppler,
  read,
  region,
  segment,
  u16,
  u32,
  wide,
} from './jbig2-segments';

describe('standard tables', () => {
  it.each(standardLines.map((lines, i) => [i + 1, lines] as const))(
    'B.%i have a prefix for everything and no gap',
    (_, lines) => {
      expect(lines.reduce((sum, { prefix }) => sum + 2 ** -prefix, 0)).toBe(1);
      const upwards = lines.filter(({ kind }) => kind === undefined);
      for (const [i, { low, bits }] of upwards.slice(0, -1).entries()) expect(upwards[i + 1]!.low).toBe(low + 2 ** bits);
      const below = lines.find(({ kind }) => kind === 'below');
      if (below) expect(below.low).toBe(upwards[0]!.low - 1);
    },
  );
});

/** Prefixes by length, then by place. */
function prefixes(lengths: readonly number[]): string[] {
  const codes: string[] = [];
  let code = 0;
  for (let length = 1; length <= Math.max(...lengths); length++, code *= 2)
    for (const [i, own] of lengths.entries()) if (own === length) codes[i] = binary(code++, length);
  return codes;
}

/** Bits of a number in a table; undefined is the value out of band. */
function coded(lines: readonly Line[], value: number | undefined): string {
  const codes = prefixes(lines.map(({ prefix }) => prefix));
  const at = lines.findIndex(({ low, bits, kind }) => {
    if (value === undefined || kind === 'out') return value === undefined && kind === 'out';
    return kind === 'below' ? value <= low : value >= low && value < low + 2 ** bits;
  });
  const { low, bits } = lines[at]!;
  return codes[at]! + (value === undefined ? '' : binary(Math.abs(value - low), bits));
}

const table = (number: number) => (value: number | undefined) => coded(standardLines[number - 1]!, value);
const aligned = (bits: string): string => bits.padEnd(Math.ceil(bits.length / 8) * 8, '0');
const bitsOfBytes = (bytes: readonly number[]): string => bytes.map((byte) => binary(byte, 8)).join('');

/** Four symbols of two heights, plain and one height as a facsimile of white. */
function dictionary(number: number): number[] {
  const height = table(4);
  const width = table(2);
  const size = table(1);
  let bits = height(6) + width(5) + width(4) + width(undefined);
  // Five and nine pixels, side by side in two bytes a row.
  bits = aligned(bits + size(0)) + bitsOfBytes(noise(1, 2 * 6));
  bits += height(3) + width(7) + width(1) + width(undefined);
  bits = aligned(bits + size(0)) + bitsOfBytes(noise(2, 2 * 9));
  bits += size(0) + size(4);
  return segment(number, 0, [], [...u16(1), ...u32(4), ...u32(4), ...bytesOf(bits)]);
}

/** Symbols in strips of four rows: two lines of text, the second one refined where `refine` says so. */
function text(number: number, refersTo: readonly number[], refine: boolean, transposed = false): number[] {
  const [strip, first, gap] = [table(11), table(6), table(8)];
  const flags = 1 | (refine ? 2 : 0) | (2 << 2) | (1 << 4) | (transposed ? 0x40 : 0) | (2 << 10);
  const lengths = [1, 2, 3, 3];
  const codes = prefixes(lengths);
  // Run lengths 0–3 as codes of two bits, the others none.
  let bits = Array.from({ length: 35 }, (_, i) => binary(i < 4 ? 2 : 0, 4)).join('');
  bits = aligned(bits + lengths.map((length) => binary(length, 2)).join(''));
  const symbol = (id: number, row: number, isRefined = false) => {
    const plain = binary(row, 2) + codes[id]! + (refine ? (isRefined ? '1' : '0') : '');
    if (!isRefined) return plain;
    const change = table(15);
    return aligned(plain + change(1) + change(-1) + change(2) + change(0) + table(1)(12)) + bitsOfBytes(noise(3, 12));
  };
  bits += strip(1) + strip(2) + first(3) + symbol(0, 1) + gap(2) + symbol(1, 3) + gap(-1) + symbol(3, 0) + gap(undefined);
  bits += strip(3) + first(-2) + symbol(2, 0) + gap(30) + symbol(1, 2, refine) + gap(undefined);
  const huffman = refine ? 0b01_01_01_01_00_00_00 : 0;
  const moved = refine ? [255, 255, 255, 255] : [];
  return segment(number, 6, refersTo, [...region(), ...u16(flags), ...u16(huffman), ...moved, ...u32(5), ...bytesOf(bits)]);
}

describe('pictures in Huffman coding and refined ones', () => {
  it.each([
    ['text of symbols side by side', ghostscript, [...dictionary(1), ...text(2, [1], false)]],
    ['text down the page', ghostscript, [...dictionary(1), ...text(2, [1], false, true)]],
    // Ghostscript gives such text up.
    ['text with refined symbols', poppler, [...dictionary(1), ...text(2, [1], true)]],
    [
      'a refined page that is predicted',
      ghostscript,
      [...dictionary(1), ...text(2, [1], false), ...segment(3, 42, [], [...region(), 2, 255, 255, 255, 255, ...noise(5, 900)])],
    ],
    [
      'a refined page of the other template',
      ghostscript,
      [...dictionary(1), ...text(2, [1], false), ...segment(3, 42, [], [...region(), 1, ...noise(6, 900)])],
    ],
  ])('show %s', (_, program, segments) => {
    const bytes = Uint8Array.from([...pageStart, ...segments]);
    const ours = [...decodeJbig2(bytes, undefined, wide, high)];
    expect(blackPixels(ours)).toBeGreaterThan(20);
    expect(ours).toEqual(read(bytes, program));
  });
});
