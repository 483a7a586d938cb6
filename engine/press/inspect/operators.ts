/** What operators of content streams mean (ISO 32000-1 Annex A). */
import { type ColourSpace, deviceSpaces } from './colour-space';

interface Painting {
  readonly close?: true;
  readonly fill?: 'nonzero' | 'even-odd';
  readonly stroke?: true;
}

/** What operators that paint a path do with it (§8.5.3). */
export const painters: Readonly<Record<string, Painting>> = {
  n: {},
  f: { fill: 'nonzero' },
  F: { fill: 'nonzero' },
  'f*': { fill: 'even-odd' },
  S: { stroke: true },
  s: { close: true, stroke: true },
  B: { fill: 'nonzero', stroke: true },
  'B*': { fill: 'even-odd', stroke: true },
  b: { close: true, fill: 'nonzero', stroke: true },
  'b*': { close: true, fill: 'even-odd', stroke: true },
};

/** Components of the device spaces that operators name. */
export const deviceOperators: Readonly<Record<string, number>> = { g: 1, rg: 3, k: 4 };

/** Initial colours (§8.6.8): black in device spaces, full tone of a plate. */
export function initialValues(space: ColourSpace): readonly number[] {
  if (space.family === 'plate' || space.family === 'plates') return new Array<number>(space.components).fill(1);
  return space === deviceSpaces.cmyk || space.family === 'cmyk' ? [0, 0, 0, 1] : new Array<number>(space.components).fill(0);
}
