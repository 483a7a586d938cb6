/** What an operator of a content stream finds set (ISO 32000-1 §8.4). */
import type { PDFObject } from 'pdf-lib';
import { identity, type Matrix } from '../geometry';
import { type ColourSpace, deviceSpaces } from './colour-space';
import type { SoftMask } from './page-sink';
import type { Path } from './path';
import type { PageFont } from './pdf-font';

export interface Paint {
  readonly space: ColourSpace;
  readonly values: readonly number[];
  /** The pattern that fills. */
  readonly pattern?: PDFObject;
}

/** Clipping paths, innermost first. */
export interface Clip {
  readonly path: Path;
  readonly evenOdd: boolean;
  readonly outer: Clip | undefined;
  /** How many there are. */
  readonly depth: number;
}

export interface GraphicsState {
  matrix: Matrix;
  clip: Clip | undefined;
  fill: Paint;
  stroke: Paint;
  lineWidth: number;
  cap: number;
  join: number;
  miterLimit: number;
  dash: readonly number[];
  dashPhase: number;
  overprintFill: boolean;
  overprintStroke: boolean;
  overprintMode: number;
  alphaFill: number;
  alphaStroke: number;
  blend: string;
  softMask: SoftMask | undefined;
  font: PageFont | undefined;
  size: number;
  charSpace: number;
  wordSpace: number;
  /** Horizontal scale, 1 = 100 %. */
  stretch: number;
  leading: number;
  rise: number;
  renderMode: number;
}

/** The state at the start of a page (ISO 32000-1 §8.4.1). */
export function initialState(): GraphicsState {
  const black: Paint = { space: deviceSpaces.grey, values: [0] };
  return {
    matrix: identity,
    clip: undefined,
    fill: black,
    stroke: black,
    lineWidth: 1,
    cap: 0,
    join: 0,
    miterLimit: 10,
    dash: [],
    dashPhase: 0,
    overprintFill: false,
    overprintStroke: false,
    overprintMode: 0,
    alphaFill: 1,
    alphaStroke: 1,
    blend: 'Normal',
    softMask: undefined,
    font: undefined,
    size: 0,
    charSpace: 0,
    wordSpace: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
  };
}

/** A clip narrowed by a path. */
export const clippedBy = (path: Path, evenOdd: boolean, outer: Clip | undefined): Clip => ({
  path,
  evenOdd,
  outer,
  depth: (outer?.depth ?? 0) + 1,
});
