/** Operators and dictionaries that set the graphics state (ISO 32000-1 §8.4.4–5). */
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import { lightness } from './colour-space';
import { numbersOf, readFunction } from './functions';
import type { GraphicsState } from './graphics-state';
import type { Interpreter } from './interpreter';
import type { Operand } from './lexer';
import type { SoftMask } from './page-sink';

/** Sets line weights, caps, joins and dashes; false for another operator. */
export function stateOperator(
  state: GraphicsState,
  operator: string,
  n: readonly number[],
  operands: readonly Operand[],
): boolean {
  switch (operator) {
    case 'w':
      state.lineWidth = Math.abs(n[0] ?? 0);
      return true;
    case 'J':
      state.cap = n[0] ?? 0;
      return true;
    case 'j':
      state.join = n[0] ?? 0;
      return true;
    case 'M':
      state.miterLimit = n[0] ?? 10;
      return true;
    case 'd':
      state.dash = Array.isArray(operands[0]) ? operands[0].filter((item): item is number => typeof item === 'number') : [];
      state.dashPhase = n.at(-1) ?? 0;
      return true;
    default:
      return false;
  }
}

/** An ExtGState dictionary. */
export function setFromDictionary(interpreter: Interpreter, dict: PDFObject | undefined): void {
  if (!(dict instanceof PDFDict)) return;
  const { state } = interpreter;
  const value = (key: string) => dict.lookup(PDFName.of(key));
  const number = (key: string, before: number) => numbersOf(value(key))[0] ?? before;
  state.lineWidth = number('LW', state.lineWidth);
  state.cap = number('LC', state.cap);
  state.join = number('LJ', state.join);
  state.miterLimit = number('ML', state.miterLimit);
  state.alphaFill = clamped(number('ca', state.alphaFill));
  state.alphaStroke = clamped(number('CA', state.alphaStroke));
  state.overprintMode = number('OPM', state.overprintMode);
  const dash = value('D');
  if (dash instanceof PDFArray && dash.size() === 2) {
    state.dash = numbersOf(dash.lookup(0));
    state.dashPhase = numbersOf(dash.lookup(1))[0] ?? 0;
  }
  const stroke = value('OP')?.toString();
  if (stroke !== undefined) state.overprintStroke = stroke === 'true';
  const fill = value('op')?.toString() ?? stroke;
  if (fill !== undefined) state.overprintFill = fill === 'true';
  const blend = value('BM');
  const first = blend instanceof PDFArray ? blend.lookup(0) : blend;
  if (first instanceof PDFName) state.blend = first.decodeText();
  const mask = value('SMask');
  if (mask !== undefined) state.softMask = mask instanceof PDFDict ? softMaskFrom(interpreter, mask) : undefined;
  const font = value('Font');
  if (font instanceof PDFArray) interpreter.contents.setFont(font.lookup(0), numbersOf(font)[0] ?? 0);
}

const clamped = (value: number): number => Math.min(1, Math.max(0, value));

/** The space of a mask is the one that stands when it is set. */
function softMaskFrom(interpreter: Interpreter, dict: PDFDict): SoftMask | undefined {
  const group = dict.lookup(PDFName.of('G'));
  if (!(group instanceof PDFRawStream)) return undefined;
  const known = interpreter.contents.softMasks(dict);
  if (known) return known;
  const transfer = dict.lookup(PDFName.of('TR'));
  const curve = transfer instanceof PDFName ? undefined : readFunction(transfer, interpreter.environment.inflate);
  const luminosity = dict.lookup(PDFName.of('S'))?.toString() === '/Luminosity';
  const mask: SoftMask = {
    luminosity,
    backdrop: luminosity ? backdropOf(interpreter, dict, group) : 0,
    transfer: curve ? (value) => clamped(curve(value)[0] ?? value) : (value) => value,
    draw: interpreter.contents.softMaskDrawer(group),
  };
  return interpreter.contents.softMasks(dict, mask);
}

/** Lightness of the colour that lies behind a mask's content; black when none is stated. */
function backdropOf({ environment }: Interpreter, dict: PDFDict, group: PDFRawStream): number {
  const values = numbersOf(dict.lookup(PDFName.of('BC')));
  if (values.length === 0) return 0;
  const attributes = group.dict.lookup(PDFName.of('Group'));
  const stated = attributes instanceof PDFDict ? attributes.lookup(PDFName.of('CS')) : undefined;
  const named = environment.maskColours.read(stated, () => undefined);
  const space = named.components === values.length ? named : environment.maskColours.ofChannels(values.length);
  const inks = new Float64Array(Math.max(4, space.plates.length));
  space.inks(values, inks);
  return lightness(inks[0]!, inks[1]!, inks[2]!, inks[3]!);
}
