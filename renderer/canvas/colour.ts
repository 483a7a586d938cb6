/** Process colours on the screen. */
import type { Colour } from '../../engine/display/types';

type Rgb = readonly [number, number, number];

/**
 * Red, green and blue of the sixteen solid overprints; the index has a bit for each ink: 1 cyan, 2 magenta, 4 yellow, 8 black.
 * The overprints of cyan, magenta and yellow on newsprint through the press profile of templates/colour, relative
 * colorimetric with black point compensation. Those with black are set neutral, so that text reads as black as it prints.
 */
const OVERPRINTS: readonly Rgb[] = [
  [255, 255, 255],
  [0, 175, 234],
  [242, 67, 151],
  [61, 72, 157],
  [255, 236, 21],
  [0, 162, 88],
  [240, 61, 56],
  [60, 67, 76],
  [26, 23, 22],
  [8, 14, 20],
  [20, 6, 12],
  [8, 6, 12],
  [22, 18, 6],
  [6, 12, 8],
  [18, 6, 4],
  [0, 0, 0],
];

/** sRGB of a process colour, 0–255: every overprint in the share of the paper that it covers (Neugebauer). */
export function rgbOf({ c, m, y, k }: Pick<Colour, 'c' | 'm' | 'y' | 'k'>): Rgb {
  const sum = [0, 0, 0];
  OVERPRINTS.forEach((rgb, inks) => {
    const share = part(c, inks & 1) * part(m, inks & 2) * part(y, inks & 4) * part(k, inks & 8);
    for (let i = 0; i < 3; i++) sum[i]! += share * rgb[i]!;
  });
  return [Math.round(sum[0]!), Math.round(sum[1]!), Math.round(sum[2]!)];
}

function part(ink: number, printed: number): number {
  const covered = Math.min(1, Math.max(0, ink));
  return printed ? covered : 1 - covered;
}

const known = new Map<string, string>();

/** The colour as a canvas takes it. */
export function cssColour(colour: Colour): string {
  const key = `${colour.c} ${colour.m} ${colour.y} ${colour.k}`;
  let css = known.get(key);
  if (css === undefined) {
    css = `rgb(${rgbOf(colour).join(' ')})`;
    known.set(key, css);
  }
  return css;
}
