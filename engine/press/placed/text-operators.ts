/**
 * Operators that choose type and show it (ISO 32000-1 §9.3, §9.4). A font is written with the first string that it
 * shows: files of many programs set one at the start of each page and never use it, and need not embed it.
 */
import { PDFDict, type PDFObject } from 'pdf-lib';
import { meanScale } from '../geometry';
import type { Operand } from '../inspect/lexer';
import type { ContentWriter } from './content-writer';
import { shownBy } from './operators';
import type { Parts } from './parts';
import type { State } from './state';
import type { Work } from './work';

/** Points: below this the plates of coloured type need not meet. */
const leastMultiplateType = 10;

/** Writes type, and notes in the state that it is given what it is set in. */
export class TextOperators {
  constructor(
    private readonly parts: Parts,
    private readonly work: Work,
    private readonly out: ContentWriter,
  ) {}

  /** @param size units of the text's space */
  setFont(state: State, font: PDFObject | undefined, size: number): void {
    if (!(font instanceof PDFDict)) return;
    state.size = size;
    state.font = font;
    state.isFontWritten = false;
  }

  /** What of an operator that shows type counts when nothing of it is seen: the line that it may begin. */
  skip(operator: string): void {
    if (operator === "'" || operator === '"') this.out.put('T*');
  }

  /** Throws Refusal `font`. */
  show(state: State, operator: string, operands: readonly Operand[]): void {
    const shown = shownBy(operator, operands);
    if (!shown) return;
    const { font } = state;
    if (!font) {
      this.skip(operator);
      return;
    }
    this.noteSmallType(state);
    if (!state.isFontWritten) this.out.put('Tf', this.parts.font(font, state.matrix), state.size);
    state.isFontWritten = true;
    if (operator === '"') state.wordSpace = shown[0] as number;
    const items = operator === 'TJ' ? (shown[0] as readonly Operand[]) : shown.slice(-1);
    const instead = this.work.shown(font, items, state.wordSpace, state.size);
    if (!instead) {
      this.out.put(operator, ...shown);
      return;
    }
    if (operator === '"') this.out.put('Tc', shown[1]!);
    this.skip(operator);
    this.out.put('TJ', instead);
  }

  private noteSmallType({ fill, size, textScale, matrix }: State): void {
    const plates = fill.filter((ink) => ink > 0.001).length;
    if (plates > 1 && size * textScale * meanScale(matrix) < leastMultiplateType) this.work.remarks.add('page-small-type');
  }
}
