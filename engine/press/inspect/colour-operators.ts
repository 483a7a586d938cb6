/** Operators that set colours and their spaces (ISO 32000-1 §8.6.8). */
import { PDFName } from 'pdf-lib';
import { resource } from './colour-space';
import type { Paint } from './graphics-state';
import type { Interpreter } from './interpreter';
import { Name, type Operand } from './lexer';
import { deviceOperators, initialValues } from './operators';

/** Sets a colour of the interpreter's state; false for another operator. */
export function colourOperator(
  interpreter: Interpreter,
  operator: string,
  n: readonly number[],
  operands: readonly Operand[],
): boolean {
  const device = deviceOperators[operator.toLowerCase()];
  const isStroke = operator === operator.toUpperCase();
  if (device && operator.length <= 2) {
    setPaint(interpreter, isStroke, { space: interpreter.environment.colours.ofChannels(device), values: n });
    return true;
  }
  switch (operator) {
    case 'cs':
    case 'CS': {
      const [name] = operands;
      const space = interpreter.spaceOf(name instanceof Name ? PDFName.of(name.text) : undefined);
      setPaint(interpreter, isStroke, { space, values: initialValues(space) });
      return true;
    }
    case 'sc':
    case 'scn':
    case 'SC':
    case 'SCN': {
      const { space } = isStroke ? interpreter.state.stroke : interpreter.state.fill;
      const name = operands.at(-1);
      const pattern = name instanceof Name ? resource(interpreter.resources, 'Pattern', name.text) : undefined;
      setPaint(interpreter, isStroke, { space, values: n, ...(pattern ? { pattern } : {}) });
      return true;
    }
    default:
      return false;
  }
}

/** Inside a glyph or a cell that takes its colour from outside, colours are passed over. */
function setPaint({ uncoloured, state }: Interpreter, isStroke: boolean, paint: Paint): void {
  if (uncoloured) return;
  if (isStroke) state.stroke = paint;
  else state.fill = paint;
}
