/** Text objects (ISO 32000-1 §9.4): where each glyph stands. */
import { identity, lengths, type Matrix, times } from '../geometry';
import type { GraphicsState } from './graphics-state';
import type { Operand } from './lexer';
import type { PageSink } from './page-sink';

/** A text object in progress: tells the sink each glyph with its place on the page. */
export class TextRun {
  private matrix: Matrix = identity;
  private line: Matrix = identity;

  operate(operator: string, n: readonly number[], operands: readonly Operand[], state: GraphicsState, sink: PageSink): void {
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
        this.show(operands[0], state, sink);
        break;
      case "'":
        this.move(0, -state.leading);
        this.show(operands[0], state, sink);
        break;
      case '"':
        state.wordSpace = first;
        state.charSpace = n[1] ?? 0;
        this.move(0, -state.leading);
        this.show(operands[2], state, sink);
        break;
      case 'TJ':
        if (Array.isArray(operands[0])) this.showAll(operands[0], state, sink);
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

  private showAll(items: readonly Operand[], state: GraphicsState, sink: PageSink): void {
    for (const item of items) {
      if (typeof item !== 'number') this.show(item, state, sink);
      else if (state.font?.vertical) this.advance(0, (-item / 1000) * state.size);
      else this.advance((-item / 1000) * state.size * state.stretch, 0);
    }
  }

  private advance(x: number, y: number): void {
    this.matrix = times([1, 0, 0, 1, x, y], this.matrix);
  }

  private show(bytes: Operand | undefined, state: GraphicsState, sink: PageSink): void {
    const { font, size, stretch, rise } = state;
    if (!font || !(bytes instanceof Uint8Array)) return;
    for (const code of font.codes(bytes)) {
      // Default position vector of vertical writing (§9.7.4.3): half the width, 0.88 em.
      const shift: Matrix = font.vertical ? [1, 0, 0, 1, -code.width / 2, -0.88] : identity;
      const em = times([size * stretch, 0, 0, size, 0, rise], times(this.matrix, state.matrix));
      sink.glyph({ font, code, matrix: times(shift, em), size: lengths(em).y }, state);
      const space = state.charSpace + (code.space ? state.wordSpace : 0);
      if (font.vertical) this.advance(0, -size + space);
      else this.advance((code.width * size + space) * stretch, 0);
    }
  }
}
