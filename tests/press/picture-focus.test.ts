import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFocus, type Pixels } from '../../engine/press/node/picture-focus';

/** A grey picture with a chequered square, the only thing in it, whose middle is given as fractions. */
function withSubject(width: number, height: number, x: number, y: number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  const side = 40;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const inside = Math.abs(column - x * width) < side / 2 && Math.abs(row - y * height) < side / 2;
      const value = inside && (Math.floor(column / 5) + Math.floor(row / 5)) % 2 === 0 ? 20 : 190;
      data.fill(value, (row * width + column) * 4, (row * width + column) * 4 + 3);
    }
  }
  return { width, height, data };
}

describe('the focus of a photograph', () => {
  it('lies so that a crop to half the width or half the height keeps the subject', async () => {
    const place = fc.double({ min: 0.15, max: 0.85, noNaN: true });
    await fc.assert(
      fc.asyncProperty(place, place, fc.constantFrom([400, 266], [266, 400], [300, 300]), async (x, y, [width, height]) => {
        const focus = await findFocus(withSubject(width!, height!, x, y));
        const start = (middle: number) => Math.min(0.5, Math.max(0, middle - 0.25));
        expect(x).toBeGreaterThan(start(focus.x));
        expect(x).toBeLessThan(start(focus.x) + 0.5);
        expect(y).toBeGreaterThan(start(focus.y));
        expect(y).toBeLessThan(start(focus.y) + 0.5);
      }),
      { numRuns: 12, seed: 5 },
    );
  });

  it('is the middle of a picture without a subject, and of a strip', async () => {
    const plain = { width: 300, height: 200, data: new Uint8ClampedArray(300 * 200 * 4).fill(200) };
    const { x, y } = await findFocus(plain);
    expect(x).toBeCloseTo(0.5, 1);
    expect(y).toBeCloseTo(0.5, 1);
    expect(await findFocus({ width: 900, height: 3, data: new Uint8ClampedArray(900 * 3 * 4) })).toEqual({ x: 0.5, y: 0.5 });
  });
});
