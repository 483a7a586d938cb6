/** How the screen's colours look in print: through the press profile, with its paper. */
import { expect, test } from 'vitest';
import { printOnPaper } from '../../renderer/canvas/soft-proof';

function printed(...rgb: readonly [number, number, number]): readonly number[] {
  const pixels = Uint8ClampedArray.from([...rgb, 255, 255, 255, 255, 255, ...rgb, 255]);
  printOnPaper(pixels);
  expect([...pixels.slice(8, 11)]).toEqual([...pixels.slice(0, 3)]);
  expect(pixels[3]).toBe(255);
  return [...pixels.slice(0, 3)];
}

/** Luminance of a colour of the screen (IEC 61966-2-1). */
function luminance([r, g, b]: readonly number[]): number {
  const light = (value: number) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * light(r!) + 0.7152 * light(g!) + 0.0722 * light(b!);
}

test('white is the paper of the desk', () => {
  expect(printed(255, 255, 255)).toEqual([0xf6, 0xf3, 0xec]);
});

test('black is as weak as ink on newsprint, and darker than all else', () => {
  const black = luminance(printed(0, 0, 0));
  // Solids of newspapers have densities of 0.8 to 1.2 over their paper (ISO 12647-3 aims at L* 36 on L* 82).
  const density = Math.log10(luminance(printed(255, 255, 255)) / black);
  expect(density).toBeGreaterThan(0.75);
  expect(density).toBeLessThan(1.25);
  for (const grey of [40, 90, 160, 230]) expect(luminance(printed(grey, grey, grey))).toBeGreaterThan(black);
});

test('what the press cannot print loses its strength, what it can print keeps its place between neighbours', () => {
  const strength = (rgb: readonly number[]) => Math.max(...rgb) - Math.min(...rgb);
  expect(strength(printed(0, 0, 255))).toBeLessThan(150);
  expect(strength(printed(0, 255, 0))).toBeLessThan(200);
  const steps = [100, 104, 108, 112, 116].map((grey) => printed(grey, grey, grey)[1]!);
  expect(steps).toEqual(steps.toSorted((one, other) => one - other));
  expect(new Set(steps).size).toBeGreaterThan(2);
});
