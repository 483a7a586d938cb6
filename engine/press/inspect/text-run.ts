/** Text objects (ISO 32000-1 §9.4): where each glyph stands. */
import { identity, lengths, type Matrix, times } from '../geometry';
import type { GraphicsState } from './graphics-state';
import type { Operand } from './lexer';
import type { ShownGlyph } from './page-sink';

export type Show = (glyph: ShownGlyph) => void;

/** A text object in progress: tells each glyph with its place on the page. */
export class TextRun {
  private matrix: Matrix = identity;
  private line: Matrix = identity;

  operate(operator: string, n: readonly number[], operands: readonly Operand[], state: GraphicsState, show: Show): void {
    const [first = 0] = n;
    switch (operator) {
      case 'BT':
        this.setLine(identity);
        break;
      case 'Tm':
        this.setLine([n[0] ?? 1, n[1] ?? 0, n[2] ?? 0, n[3] ?? 1, n[4] ?? 0, n[5] ?? 0]);
        break;
      case 'TD':
        state.leading = -(n[1] ?? 0);
        this.move(first, n[1] ?? 0);
        break;
      case 'Td':
        this.move(first, n[1] ?? 0);
        break;
      case 'T*':
        this.move(0, -state.leading);
        break;
      case 'Tc':
        state.charSpace = first;
        break;
      case 'Tw':
        state.wordSpace = first;
        break;
      case 'Tz':
        state.stretch = first / 100;
        break;
      case 'TL':
        state.leading = first;
        break;
      case 'Ts':
        state.rise = first;
        break;
      case 'Tr':
        state.renderMode = first;
        break;
      case 'Tj':
        this.show(operands[0], state, show);
        break;
      case "'":
        this.move(0, -state.leading);
        this.show(operands[0], state, show);
        break;
      case '"':
        state.wordSpace = first;
        state.charSpace = n[1] ?? 0;
        this.move(0, -state.leading);
        this.show(operands[2], state, show);
        break;
      case 'TJ':
        if (Array.isArray(operands[0])) this.showAll(operands[0], state, show);
        break;
    }
  }

  private setLine(matrix: Matrix): void {
    this.line = matrix;
    this.matrix = matrix;
  }

  private move(x: number, y: number): void {
    this.setLine(times([1, 0, 0, 1, x, y], this.line));
  }

  private showAll(items: readonly Operand[], state: GraphicsState, show: Show): void {
    for (const item of items) {
      if (typeof item !== 'number') this.show(item, state, show);
      else if (state.font?.vertical) this.advance(0, (-item / 1000) * state.size);
      else this.advance((-item / 1000) * state.size * state.stretch, 0);
    }
  }

  private advance(x: number, y: number): void {
    this.matrix = times([1, 0, 0, 1, x, y], this.matrix);
  }

  private show(bytes: Operand | undefined, state: GraphicsState, show: Show): void {
    const { font, size, stretch, rise } = state;
    if (!font || !(bytes instanceof Uint8Array)) return;
    for (const code of font.codes(bytes)) {
      const shift: Matrix = font.vertical ? [1, 0, 0, 1, -code.origin.x, -code.origin.y] : identity;
      const em = times([size * stretch, 0, 0, size, 0, rise], times(this.matrix, state.matrix));
      show({ font, code, matrix: times(shift, em), size: lengths(em).y });
      const space = state.charSpace + (code.space ? state.wordSpace : 0);
      if (font.vertical) this.advance(0, -code.height * size + space);
      else this.advance((code.width * size + space) * stretch, 0);
    }
  }
}
