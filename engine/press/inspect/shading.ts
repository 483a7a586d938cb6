/** Shadings (ISO 32000-1 §8.7.4.5): along a line, between circles, by a function of the place, over a mesh. */
import { PDFArray, PDFBool, PDFDict, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import { type Box, inverse, rectangleOf, transformed } from '../geometry';
import type { ColourSpace } from './colour-space';
import type { Inflate } from './filters';
import { numbersOf, type PdfFunction, readFunctionOf } from './functions';
import { type Corner, readMesh } from './mesh';

interface Common {
  readonly space: ColourSpace;
  /** Colour where the shading itself paints nothing, when it fills as a pattern. */
  readonly background: readonly number[] | undefined;
  readonly box: Box | undefined;
}

/** Colours that depend on one number. */
export interface Gradient extends Common {
  readonly kind: 'gradient';
  /** Where a point lies between start (0) and end (1); undefined where nothing is painted. */
  readonly shareAt: (x: number, y: number) => number | undefined;
  /** Values of the space at a share 0–1. */
  readonly valuesAt: (share: number) => readonly number[];
}

export interface Field extends Common {
  readonly kind: 'field';
  readonly valuesAt: (x: number, y: number) => readonly number[] | undefined;
}

/** Triangles, later ones over earlier ones. */
export interface Mesh extends Common {
  readonly kind: 'mesh';
  readonly triangles: readonly (readonly [Corner, Corner, Corner])[];
  /** Values of the space of what is interpolated between corners. */
  readonly valuesOf: (interpolated: readonly number[]) => readonly number[];
}

export type Shading = Gradient | Field | Mesh;

/** Undefined for damaged ones. */
export function readShading(
  object: PDFObject | undefined,
  spaceOf: (object: PDFObject | undefined) => ColourSpace,
  inflate: Inflate,
): Shading | undefined {
  const dict = object instanceof PDFRawStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return undefined;
  const value = (key: string) => dict.lookup(PDFName.of(key));
  const kind = numbersOf(value('ShadingType'))[0] ?? 0;
  const space = spaceOf(value('ColorSpace'));
  if (space.components === 0 || space.family === 'pattern') return undefined;
  const background = numbersOf(value('Background'));
  const common: Common = {
    space,
    background: background.length === space.components ? background : undefined,
    box: rectangleOf(numbersOf(value('BBox'))),
  };
  const stated = value('Function');
  const evaluate = stated && functionsOf(stated, kind === 1 ? 2 : 1, inflate);
  if (stated && !evaluate) return undefined;
  if (kind >= 4 && kind <= 7) {
    if (!(object instanceof PDFRawStream)) return undefined;
    const triangles = readMesh(object, kind, evaluate ? 1 : space.components, inflate);
    return triangles && { ...common, kind: 'mesh', triangles, valuesOf: evaluate ?? ((values) => values) };
  }
  if (!evaluate) return undefined;
  if (kind === 1) return field(common, dict, evaluate);
  const coordinates = numbersOf(value('Coords'));
  const [from = 0, to = 1] = numbersOf(value('Domain'));
  const extend = extendOf(value('Extend'));
  const shareAt = kind === 2 ? axial(coordinates, extend) : kind === 3 ? radial(coordinates, extend) : undefined;
  if (!shareAt) return undefined;
  return { ...common, kind: 'gradient', shareAt, valuesAt: (share) => evaluate([from + share * (to - from)]) };
}

/** One function of all components, or one for each. */
export function functionsOf(object: PDFObject, inputs: number, inflate: Inflate): PdfFunction | undefined {
  if (!(object instanceof PDFArray)) return readFunctionOf(object, inputs, inflate);
  const functions = object.asArray().map((_, i) => readFunctionOf(object.lookup(i), inputs, inflate));
  if (functions.length === 0 || functions.includes(undefined)) return undefined;
  return (values) => functions.map((each) => each!(values)[0] ?? 0);
}

function field(common: Common, dict: PDFDict, evaluate: PdfFunction): Field | undefined {
  const [left = 0, right = 1, bottom = 0, top = 1] = numbersOf(dict.lookup(PDFName.of('Domain')));
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(dict.lookup(PDFName.of('Matrix')));
  const back = inverse([a, b, c, d, e, f]);
  if (!back) return undefined;
  return {
    ...common,
    kind: 'field',
    valuesAt: (x, y) => {
      const { x: u, y: v } = transformed(back, x, y);
      return u < left || u > right || v < bottom || v > top ? undefined : evaluate([u, v]);
    },
  };
}

type Extend = readonly [start: boolean, end: boolean];
type ShareAt = Gradient['shareAt'];

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

function axial(coordinates: readonly number[], extend: Extend): ShareAt | undefined {
  if (coordinates.length !== 4) return undefined;
  const [x0, y0, x1, y1] = coordinates as [number, number, number, number];
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy;
  if (length === 0) return undefined;
  return (x, y) => held(((x - x0) * dx + (y - y0) * dy) / length, extend);
}

/** The larger share whose circle passes through the point and has a radius. */
function radial(coordinates: readonly number[], extend: Extend): ShareAt | undefined {
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
