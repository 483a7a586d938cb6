/** Shadings along a line and between circles (ISO 32000-1 §8.7.4.5.3–4); the other kinds are not read. */
import { PDFArray, PDFBool, PDFDict, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import type { ColourSpace } from './colour-space';
import type { Inflate } from './filters';
import { numbersOf, readFunction, type TintFunction } from './functions';

export interface Shading {
  readonly space: ColourSpace;
  /** Where a point lies between start (0) and end (1); undefined where nothing is painted. */
  readonly shareAt: (x: number, y: number) => number | undefined;
  /** Values of the space at a share 0–1. */
  readonly valuesAt: (share: number) => readonly number[];
}

/** Undefined for kinds and functions that are not read. */
export function readShading(
  object: PDFObject | undefined,
  spaceOf: (object: PDFObject | undefined) => ColourSpace,
  inflate: Inflate,
): Shading | undefined {
  const dict = object instanceof PDFRawStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return undefined;
  const value = (key: string) => dict.lookup(PDFName.of(key));
  const kind = numbersOf(value('ShadingType'))[0];
  const coordinates = numbersOf(value('Coords'));
  const space = spaceOf(value('ColorSpace'));
  const functions = functionsOf(value('Function'), inflate);
  if (!functions || space.components === 0) return undefined;
  const [from = 0, to = 1] = numbersOf(value('Domain'));
  const extend = extendOf(value('Extend'));
  const shareAt = kind === 2 ? axial(coordinates, extend) : kind === 3 ? radial(coordinates, extend) : undefined;
  if (!shareAt) return undefined;
  return { space, shareAt, valuesAt: (share) => functions.flatMap((each) => each(from + share * (to - from))) };
}

function functionsOf(object: PDFObject | undefined, inflate: Inflate): readonly TintFunction[] | undefined {
  const objects = object instanceof PDFArray ? object.asArray().map((_, i) => object.lookup(i)) : [object];
  const functions = objects.map((each) => readFunction(each, inflate));
  return functions.every((each) => each !== undefined) ? functions : undefined;
}

type Extend = readonly [start: boolean, end: boolean];

function extendOf(object: PDFObject | undefined): Extend {
  if (!(object instanceof PDFArray)) return [false, false];
  const [start, end] = [object.lookup(0), object.lookup(1)];
  return [start === PDFBool.True, end === PDFBool.True];
}

/** A share within 0–1, or held at the end that the shading extends beyond. */
function held(share: number, [start, end]: Extend): number | undefined {
  if (share < 0) return start ? 0 : undefined;
  if (share > 1) return end ? 1 : undefined;
  return share;
}

function axial(coordinates: readonly number[], extend: Extend): Shading['shareAt'] | undefined {
  if (coordinates.length !== 4) return undefined;
  const [x0, y0, x1, y1] = coordinates as [number, number, number, number];
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy;
  if (length === 0) return undefined;
  return (x, y) => held(((x - x0) * dx + (y - y0) * dy) / length, extend);
}

/** The larger share whose circle passes through the point and has a radius. */
function radial(coordinates: readonly number[], extend: Extend): Shading['shareAt'] | undefined {
  if (coordinates.length !== 6) return undefined;
  const [x0, y0, r0, x1, y1, r1] = coordinates as [number, number, number, number, number, number];
  const [dx, dy, dr] = [x1 - x0, y1 - y0, r1 - r0];
  const a = dx * dx + dy * dy - dr * dr;
  const valid = (share: number): number | undefined => (r0 + share * dr >= 0 ? held(share, extend) : undefined);
  return (x, y) => {
    const [px, py] = [x - x0, y - y0];
    const b = px * dx + py * dy + r0 * dr;
    const c = px * px + py * py - r0 * r0;
    if (Math.abs(a) < 1e-9) return b === 0 ? undefined : valid(c / (2 * b));
    const root = b * b - a * c;
    if (root < 0) return undefined;
    const [one, other] = [(b + Math.sqrt(root)) / a, (b - Math.sqrt(root)) / a];
    return valid(Math.max(one, other)) ?? valid(Math.min(one, other));
  };
}
