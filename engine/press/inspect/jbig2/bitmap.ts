/** Bitmaps of JBIG2, and the two ways of coding them: by what stands around a pixel, and by a bitmap alike (T.88, 6.2 and 6.3). */
import { decodeFaxPart } from '../fax';
import type { ArithmeticDecoder, Contexts } from './arithmetic';

/** One byte a pixel, 1 is black. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A page of A3 at 600 ppi has 70 million. */
const mostPixels = 80_000_000;

/** Pixels that one picture may decode all in all; a few bytes of a hostile file can ask for any number. */
export class Budget {
  private left = mostPixels + (mostPixels >> 1);

  bitmap(width: number, height: number, fill = 0): Bitmap {
    if (width < 0 || height < 0 || width * height > mostPixels) throw new RangeError('JBIG2: size');
    this.spend(width * height + 16);
    const pixels = new Uint8Array(width * height);
    return { width, height, pixels: fill ? pixels.fill(1) : pixels };
  }

  spend(pixels: number): void {
    this.left -= pixels;
    if (this.left < 0) throw new RangeError('JBIG2: too much');
  }
}

/** A pixel of the template that a file may move: x, y from the pixel at work. */
export type Moved = readonly [x: number, y: number];

/** Pixels of the two rows above and of the row at work: how many, and how far beyond the pixel at work they reach. */
interface Template {
  readonly second: readonly [count: number, ahead: number];
  readonly first: readonly [count: number, ahead: number];
  readonly own: number;
  /** Usual places of the pixels that can be moved, with their bits. */
  readonly moved: readonly (readonly [x: number, y: number, bit: number])[];
  /** Context of the bit that says that a row repeats the one before. */
  readonly repeats: number;
}

const templates: readonly Template[] = [
  {
    second: [5, 2],
    first: [7, 3],
    own: 4,
    moved: [
      [3, -1, 4],
      [-3, -1, 10],
      [2, -2, 11],
      [-2, -2, 15],
    ],
    repeats: 0x9b25,
  },
  { second: [4, 2], first: [6, 3], own: 3, moved: [[3, -1, 3]], repeats: 0x0795 },
  { second: [3, 1], first: [5, 2], own: 2, moved: [[2, -1, 2]], repeats: 0x00e5 },
  { second: [0, 0], first: [6, 2], own: 4, moved: [[2, -1, 4]], repeats: 0x0195 },
];

export const movedPixels = (template: number): number => templates[template]!.moved.length;

/** @param skipped pixels that are white and not coded: 1 in a bitmap of the same size */
export function decodeGeneric(
  decoder: ArithmeticDecoder,
  contexts: Contexts,
  bitmap: Bitmap,
  template: number,
  moved: readonly Moved[],
  canRepeat: boolean,
  skipped?: Uint8Array,
): void {
  const { second, first, own, repeats, moved: usual } = templates[template]!;
  const { width, height, pixels } = bitmap;
  const masks = [second, first].map(([count]) => 2 ** count - 1) as [number, number];
  const ownMask = 2 ** own - 1;
  const strays = usual.flatMap(([x, y, bit], i) => {
    const [u, v] = moved[i] ?? [x, y];
    return u === x && v === y ? [] : [{ u, v, bit }];
  });
  const at = (x: number, y: number): number => (x < 0 || y < 0 || x >= width ? 0 : pixels[y * width + x]!);
  let same = 0;
  for (let y = 0; y < height; y++) {
    if (canRepeat) same ^= decoder.bit(contexts, repeats);
    if (same) {
      if (y > 0) pixels.copyWithin(y * width, (y - 1) * width, y * width);
      continue;
    }
    let [above2, above1, left] = [0, 0, 0];
    for (let i = 0; i < second[1]; i++) above2 = (above2 << 1) | at(i, y - 2);
    for (let i = 0; i < first[1]; i++) above1 = (above1 << 1) | at(i, y - 1);
    for (let x = 0; x < width; x++) {
      above2 = ((above2 << 1) | at(x + second[1], y - 2)) & masks[0];
      above1 = ((above1 << 1) | at(x + first[1], y - 1)) & masks[1];
      let context = (((above2 << first[0]) | above1) << own) | left;
      for (const { u, v, bit } of strays) context = (context & ~(1 << bit)) | (at(x + u, y + v) << bit);
      const pixel = skipped?.[y * width + x] ? 0 : decoder.bit(contexts, context);
      pixels[y * width + x] = pixel;
      left = ((left << 1) | pixel) & ownMask;
    }
  }
}

const refined: readonly (readonly Moved[])[] = [
  [
    [0, -1],
    [1, -1],
    [-1, 0],
  ],
  [
    [-1, -1],
    [0, -1],
    [1, -1],
    [-1, 0],
  ],
];
const reference: readonly (readonly Moved[])[] = [
  [
    [0, -1],
    [1, -1],
    [-1, 0],
    [0, 0],
    [1, 0],
    [-1, 1],
    [0, 1],
    [1, 1],
  ],
  [
    [0, -1],
    [-1, 0],
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ],
];

export interface Refinement {
  readonly template: number;
  /** Of template 0: a pixel of the bitmap at work, and one of the other. */
  readonly moved: readonly Moved[];
  /** Rows may say that they follow the other bitmap wherever it is of one colour around a pixel. */
  readonly isPredicted?: boolean;
}

/** Contexts of the bit that begins and ends such rows, by template: black in the middle of the other bitmap alone. */
const predictions = [0x20, 0x08] as const;

/** @param dx, dy from the other bitmap to the one at work */
export function decodeRefinement(
  decoder: ArithmeticDecoder,
  contexts: Contexts,
  bitmap: Bitmap,
  other: Bitmap,
  dx: number,
  dy: number,
  { template, moved, isPredicted = false }: Refinement,
): void {
  const own = template === 0 ? [...refined[0]!, moved[0] ?? [-1, -1]] : refined[1]!;
  const theirs = template === 0 ? [...reference[0]!, moved[1] ?? [-1, -1]] : reference[1]!;
  const at = ({ width, height, pixels }: Bitmap, x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : pixels[y * width + x]!;
  let follows = 0;
  for (let y = 0; y < bitmap.height; y++) {
    if (isPredicted) follows ^= decoder.bit(contexts, predictions[template === 0 ? 0 : 1]);
    for (let x = 0; x < bitmap.width; x++) {
      const pixel = y * bitmap.width + x;
      if (follows) {
        const black = around.reduce((sum, [u, v]) => sum + at(other, x - dx + u, y - dy + v), 0);
        if (black === 0 || black === around.length) {
          bitmap.pixels[pixel] = black > 0 ? 1 : 0;
          continue;
        }
      }
      let context = 0;
      for (const [u, v] of own) context = (context << 1) | at(bitmap, x + u!, y + v!);
      for (const [u, v] of theirs) context = (context << 1) | at(other, x - dx + u!, y - dy + v!);
      bitmap.pixels[pixel] = decoder.bit(contexts, context);
    }
  }
}

/** A pixel and its eight neighbours. */
const around: readonly Moved[] = [-1, 0, 1].flatMap((v) => [-1, 0, 1].map((u) => [u, v] as const));

/** Fills a bitmap from rows of one bit a pixel that begin on a byte; 1 is black. */
export function unpack(bytes: Uint8Array, on: Bitmap): void {
  const { width, height, pixels } = on;
  const rowBytes = (width + 7) >> 3;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) pixels[y * width + x] = (bytes[y * rowBytes + (x >> 3)]! >> (7 - (x & 7))) & 1;
}

/** Fills a bitmap from a facsimile of group 4. Gives how many bytes that took. */
export function fromFax(bytes: Uint8Array, on: Bitmap): number {
  const parameters = { k: -1, columns: on.width, rows: on.height, byteAligned: false, blackIs1: true };
  const { rows, used } = decodeFaxPart(bytes, parameters);
  unpack(rows, on);
  return used;
}

/** Lays one bitmap on another: OR, AND, XOR, XNOR, REPLACE. */
export function combine(on: Bitmap, bitmap: Bitmap, left: number, top: number, operator: number): void {
  const [x0, x1] = [Math.max(0, -left), Math.min(bitmap.width, on.width - left)];
  for (let y = Math.max(0, -top); y < Math.min(bitmap.height, on.height - top); y++) {
    for (let x = x0; x < x1; x++) {
      const at = (y + top) * on.width + x + left;
      const [a, b] = [on.pixels[at]!, bitmap.pixels[y * bitmap.width + x]!];
      on.pixels[at] = operator === 0 ? a | b : operator === 1 ? a & b : operator === 2 ? a ^ b : operator === 3 ? 1 - (a ^ b) : b;
    }
  }
}
