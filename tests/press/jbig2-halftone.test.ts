/** Halftones of JBIG2, read as other decoders read them: any bytes are an arithmetically coded picture. */
import { describe, expect, it } from 'vitest';
import { decodeJbig2 } from '../../engine/press/inspect/jbig2';
import {
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

/** Four pixels wide and high each. */
const patterns = (number: number, { template = 0, last = 7 } = {}): number[] =>
  segment(number, 16, [], [template << 1, 4, 4, ...u32(last), ...noise(11 + template, 120)]);

/** Rows alike as a facsimile: first by two runs, then as the row above; the end of the block, and what fills its last byte. */
function facsimile(runs: string, rows: number): number[] {
  const bits = `001${runs}${'11'.repeat(rows - 1)}${'000000000001'.repeat(2)}`;
  return bytesOf(bits);
}

interface Screen {
  readonly flags?: number;
  readonly width?: number;
  readonly height?: number;
  readonly left?: number;
  readonly top?: number;
  readonly steps?: readonly [number, number];
  readonly data?: readonly number[];
}

const halftone = (number: number, kind: number, screen: Screen): number[] => {
  const { flags = 0, width = 16, height = 10, left = 0, top = 0, steps = [4 * 256, 0], data = noise(21, 400) } = screen;
  const grid = [...u32(width), ...u32(height), ...u32(left), ...u32(top), ...u16(steps[0]), ...u16(steps[1])];
  return segment(number, kind, [1], [...region(), flags, ...grid, ...data]);
};

const turned = { width: 14, height: 14, left: -2000, top: 3000, steps: [3 * 256, 300] } as const;

/** Four white patterns and four black ones: white 16, black 16. */
const dark = facsimile('1010100000010111', 4);
/** Planes that change at columns 8, 4 and 8. */
const planes = [facsimile('10011000101', 10), facsimile('10110000111', 10), facsimile('10011000101', 10)];
const screened = { flags: 1, data: planes.flat() } as const;

describe('halftones', () => {
  it.each([
    ['upright', [...patterns(1), ...halftone(2, 22, {})]],
    ['of template 1', [...patterns(1, { template: 1 }), ...halftone(2, 22, { flags: 1 << 1 })]],
    ['of template 2', [...patterns(1, { template: 2 }), ...halftone(2, 23, { flags: 2 << 1 })]],
    ['of template 3', [...patterns(1, { template: 3 }), ...halftone(2, 22, { flags: 3 << 1 })]],
    ['of one bit', [...patterns(1, { last: 1 }), ...halftone(2, 22, {})]],
    ['turned, with exclusive or', [...patterns(1), ...halftone(2, 22, { ...turned, left: 0, flags: 2 << 4 })]],
    ['of facsimiles one behind the other', [...segment(1, 16, [], [1, 4, 4, ...u32(7), ...dark]), ...halftone(2, 22, screened)]],
  ])('%s', (_, segments) => {
    const bytes = Uint8Array.from([...pageStart, ...segments]);
    const ours = [...decodeJbig2(bytes, undefined, wide, high)];
    expect(blackPixels(ours)).toBeGreaterThan(100);
    expect(ours).toEqual(read(bytes, poppler));
    expect(ours).toEqual(read(bytes, ghostscript));
  });

  it('lie on black where they say so', () => {
    const on = (flags: number) => {
      const bytes = Uint8Array.from([...pageStart, ...patterns(1), ...halftone(2, 22, { flags })]);
      return [...decodeJbig2(bytes, undefined, wide, high)];
    };
    const [or, and, , , replace] = [0, 1, 2, 3, 4].map((operator) => on(0x80 | (operator << 4)));
    expect(blackPixels(or!)).toBe(wide * high);
    expect(and).toEqual(replace);
    expect(replace).toEqual(on(0));
  });

  // Poppler gives the first up, and takes no sign of a place.
  it.each([
    ['values beyond the last pattern', [...patterns(1, { last: 8 }), ...halftone(2, 22, {})]],
    ['a grid that begins outside', [...patterns(1), ...halftone(2, 22, turned)]],
    ['a grid whose places outside are not coded', [...patterns(1), ...halftone(2, 22, { ...turned, flags: 8 })]],
  ])('with %s', (_, segments) => {
    const bytes = Uint8Array.from([...pageStart, ...segments]);
    const ours = [...decodeJbig2(bytes, undefined, wide, high)];
    expect(blackPixels(ours)).toBeGreaterThan(100);
    expect(ours).toEqual(read(bytes, ghostscript));
  });

  it.each([
    ['without patterns', halftone(2, 22, {})],
    ['that asks for too much work', [...patterns(1), ...halftone(2, 22, { width: 60_000, height: 1300, steps: [0, 0] })]],
    ['with patterns of no size', [...segment(1, 16, [], [0, 0, 4, ...u32(3)]), ...halftone(2, 22, {})]],
    ['with too many patterns', [...segment(1, 16, [], [0, 1, 1, ...u32(0xffffffff)]), ...halftone(2, 22, {})]],
  ])('is refused %s', (_, segments) => {
    expect(() => decodeJbig2(Uint8Array.from([...pageStart, ...segments]), undefined, wide, high)).toThrow(RangeError);
  });
});
