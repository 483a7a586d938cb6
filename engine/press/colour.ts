import type { Colour } from '../display/types';
import type { Spot } from './types';

const nothing = 0.0005;

/** Paper white: no ink on any plate. */
export const isWhite = (colour: Colour): boolean => colour.c + colour.m + colour.y + colour.k < nothing;

/** Black ink alone at 100 %: the colour of text and rules, which overprints. */
export const isSolidBlack = (colour: Colour): boolean => colour.c + colour.m + colour.y < nothing && colour.k > 1 - nothing;

/** Share (0–1) of a plate's full tone that `colour` stands for: 1 for the house colour itself, less for its tints. */
export function tintOf(colour: Colour, spot: Spot): number {
  const full = spot.colour.c + spot.colour.m + spot.colour.y + spot.colour.k;
  if (full < nothing) return 1;
  return Math.min(1, (colour.c + colour.m + colour.y + colour.k) / full);
}
