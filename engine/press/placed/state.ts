/** What an operator of a content stream that is written anew finds set. */
import type { PDFDict } from 'pdf-lib';
import { identity, type Matrix } from '../geometry';
import { greySpace, type Inks, type Space } from './colours';

/** Of fills and of lines. */
export type Overprint = 'none' | 'fill' | 'stroke' | 'both';

/** What an operator finds set. */
export interface State {
  matrix: Matrix;
  fillSpace: Space | 'pattern';
  strokeSpace: Space | 'pattern';
  /** Space of an uncoloured pattern's colour. */
  underFill: Space | undefined;
  underStroke: Space | undefined;
  fill: Inks;
  stroke: Inks;
  lineWidth: number;
  writtenWidth: number;
  /** Whether what is filled, and lines, overprint by what is written. */
  overprint: Overprint;
  renderMode: number;
  size: number;
  textScale: number;
  wordSpace: number;
  font: PDFDict | undefined;
  /** Content that is read later knows the font. */
  isFontWritten: boolean;
}

/** At the start of a page: black, a line of one point. */
export const initial: State = {
  matrix: identity,
  fillSpace: greySpace,
  strokeSpace: greySpace,
  underFill: undefined,
  underStroke: undefined,
  fill: [0, 0, 0, 1],
  stroke: [0, 0, 0, 1],
  lineWidth: 1,
  writtenWidth: 1,
  overprint: 'none',
  renderMode: 0,
  size: 1,
  textScale: 1,
  wordSpace: 0,
  font: undefined,
  isFontWritten: false,
};
