import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { darkenRow, darknessAt } from '../../engine/press/shade';

const SHADE = [
  { at: 0.4, dark: 0 },
  { at: 0.6, dark: 0.5 },
  { at: 1, dark: 0.6 },
];

describe('the shade of a picture', () => {
  it('goes evenly from stop to stop', () => {
    for (const [at, dark] of [
      [0, 0],
      [0.4, 0],
      [0.5, 0.25],
      [0.6, 0.5],
      [0.8, 0.55],
      [1, 0.6],
    ] as const)
      expect(darknessAt(SHADE, at)).toBeCloseTo(dark, 10);
  });

  it('takes its share from every sample and brightens none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (samples, at) => {
        const before = samples.slice();
        darkenRow(samples, SHADE, at);
        samples.forEach((own, index) => {
          expect(Math.abs(own - before[index]! * (1 - darknessAt(SHADE, at)))).toBeLessThanOrEqual(0.5);
        });
      }),
    );
  });
});
