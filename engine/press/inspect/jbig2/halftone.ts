/** Halftones of JBIG2: a picture of grey values, each shown by a pattern on a grid that may be turned (ITU-T T.88, 6.6, 6.7, Annex C). */
import { ArithmeticDecoder } from './arithmetic';
import { type Bitmap, type Budget, combine, decodeGeneric, fromFax, type Moved } from './bitmap';
import type { ByteReader } from './byte-reader';

const mostPatterns = 1 << 16;

/** The patterns of a dictionary, from white to black as a rule: side by side in one bitmap (6.7.5). Throws RangeError. */
export function decodePatterns(reader: ByteReader, budget: Budget): readonly Bitmap[] {
  const flags = reader.u8();
  const [width, height, last] = [reader.u8(), reader.u8(), reader.u32()];
  if (width === 0 || height === 0 || last >= mostPatterns) throw new RangeError('JBIG2: patterns');
  const all = budget.bitmap((last + 1) * width, height);
  const template = (flags >> 1) & 3;
  if (flags & 1) fromFax(reader.rest(), all);
  else {
    const decoder = new ArithmeticDecoder(reader.rest());
    decodeGeneric(decoder, new Uint8Array(1 << 16), all, template, movedFrom(-width, 0), false);
  }
  return Array.from({ length: last + 1 }, (_, i) => {
    const pattern = budget.bitmap(width, height);
    for (let y = 0; y < height; y++) {
      const from = y * all.width + i * width;
      pattern.pixels.set(all.pixels.subarray(from, from + width), y * width);
    }
    return pattern;
  });
}

/** Pixels that a template may move: the first as told, the others where they usually are. */
const movedFrom = (x: number, y: number): readonly Moved[] => [
  [x, y],
  [-3, -1],
  [2, -2],
  [-2, -2],
];

/** The grid of a halftone; places and steps in 1/256 of a pixel. */
interface Grid {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly stepX: number;
  readonly stepY: number;
}

const placeOf = ({ left, top, stepX, stepY }: Grid, column: number, row: number): readonly [x: number, y: number] => [
  Math.floor((left + row * stepY + column * stepX) / 256),
  Math.floor((top + row * stepX - column * stepY) / 256),
];

/** Fills a region from grey values and patterns. Throws RangeError on what is damaged or asks for too much work. */
export function decodeHalftone(reader: ByteReader, on: Bitmap, patterns: readonly Bitmap[], budget: Budget): void {
  const [first] = patterns;
  if (!first) throw new RangeError('JBIG2: patterns');
  const flags = reader.u8();
  const [width, height] = [reader.u32(), reader.u32()];
  const [left, top] = [reader.u32() | 0, reader.u32() | 0];
  const grid = { width, height, left, top, stepX: reader.u16(), stepY: reader.u16() };
  if (flags & 0x80) on.pixels.fill(1);
  const skipped = flags & 8 ? outside(grid, on, first, budget) : undefined;
  const grey = greyValues(reader.rest(), grid, bitsOf(patterns.length), { flags, skipped }, budget);
  const operator = (flags >> 4) & 7;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [x, y] = placeOf(grid, column, row);
      if (isOutside(x, y, on, first)) continue;
      budget.spend(first.width * first.height);
      combine(on, patterns[Math.min(grey[row * width + column]!, patterns.length - 1)]!, x, y, operator);
    }
  }
}

const bitsOf = (count: number): number => (count <= 1 ? 0 : 32 - Math.clz32(count - 1));

const isOutside = (x: number, y: number, region: Bitmap, pattern: Bitmap): boolean =>
  x + pattern.width <= 0 || x >= region.width || y + pattern.height <= 0 || y >= region.height;

/** Places of the grid that show nothing, whose values are not coded (6.6.5.1). */
function outside(grid: Grid, region: Bitmap, pattern: Bitmap, budget: Budget): Uint8Array {
  const { pixels } = budget.bitmap(grid.width, grid.height);
  for (let row = 0; row < grid.height; row++)
    for (let column = 0; column < grid.width; column++) {
      const [x, y] = placeOf(grid, column, row);
      if (isOutside(x, y, region, pattern)) pixels[row * grid.width + column] = 1;
    }
  return pixels;
}

/** Planes of one bit from the highest on, each but the first as its difference from the one before: a Gray code (Annex C.5). */
function greyValues(
  bytes: Uint8Array,
  { width, height }: Grid,
  planes: number,
  { flags, skipped }: { readonly flags: number; readonly skipped: Uint8Array | undefined },
  budget: Budget,
): Uint32Array {
  budget.spend(Uint32Array.BYTES_PER_ELEMENT * width * height);
  const values = new Uint32Array(width * height);
  const template = (flags >> 1) & 3;
  const decoder = flags & 1 ? undefined : new ArithmeticDecoder(bytes);
  const contexts = new Uint8Array(1 << 16);
  let rest = bytes;
  for (let plane = 0; plane < planes; plane++) {
    const bits = budget.bitmap(width, height);
    if (decoder) decodeGeneric(decoder, contexts, bits, template, movedFrom(template <= 1 ? 3 : 2, -1), false, skipped);
    else rest = rest.subarray(fromFax(rest, bits));
    for (let i = 0; i < values.length; i++) values[i] = (values[i]! << 1) | ((values[i]! & 1) ^ bits.pixels[i]!);
  }
  return values;
}
