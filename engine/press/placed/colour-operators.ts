/** Colour operators of a content stream (ISO 32000-1 §8.6.8), written in process inks, or in greys inside a soft mask. */
import { type PDFDict, PDFName } from 'pdf-lib';
import { resource } from '../inspect/colour-space';
import { Name, type Operand } from '../inspect/lexer';
import { greySpace, type Inks, inkSpace, type Space } from './colours';
import type { ContentWriter } from './content-writer';
import type { Parts } from './parts';
import type { State } from './state';
import type { Target, Work } from './work';

/** Colour operators, and the device space that some of them name. */
const devices: Readonly<Record<string, '' | 'grey' | 'rgb' | 'inks'>> = {
  g: 'grey',
  G: 'grey',
  rg: 'rgb',
  RG: 'rgb',
  k: 'inks',
  K: 'inks',
  cs: '',
  CS: '',
  sc: '',
  SC: '',
  scn: '',
  SCN: '',
};

/** Whether an operator sets a colour or its space. */
export const isColourOperator = (operator: string): boolean => Object.hasOwn(devices, operator);

/** Writes colours, and notes them in the state that it is given. */
export class ColourOperators {
  /** @param resources the content's own */
  constructor(
    private readonly resources: PDFDict | undefined,
    private readonly parts: Parts,
    private readonly target: Target,
    private readonly work: Work,
    private readonly out: ContentWriter,
  ) {}

  /** @param n the numbers among the operands */
  set(state: State, operator: string, n: readonly number[], operands: readonly Operand[]): void {
    const isStroke = operator === operator.toUpperCase();
    const device = this.deviceSpace(operator);
    if (device) this.setColour(state, isStroke, device, n.length > 0 ? n : device.initial);
    else if (operator.toLowerCase() === 'cs') this.setSpace(state, isStroke, operands);
    else this.setValues(state, isStroke, n, operands);
  }

  private deviceSpace(operator: string): Space | undefined {
    const device = devices[operator];
    if (device === 'rgb') return this.work.spaces.rgb;
    if (device === 'grey') return greySpace;
    return device === 'inks' ? inkSpace : undefined;
  }

  private setSpace(state: State, isStroke: boolean, [name]: readonly Operand[]): void {
    if (!(name instanceof Name)) return;
    const under = this.parts.patternBase(name.text);
    if (under !== undefined) {
      const key = isStroke ? 'strokeSpace' : 'fillSpace';
      state[key] = 'pattern';
      state[isStroke ? 'underStroke' : 'underFill'] = under ?? undefined;
      return;
    }
    const space = this.work.spaces.read(PDFName.of(name.text), this.parts.namedSpace);
    this.setColour(state, isStroke, space, space.initial);
  }

  private setValues(state: State, isStroke: boolean, n: readonly number[], operands: readonly Operand[]): void {
    const space = isStroke ? state.strokeSpace : state.fillSpace;
    if (space !== 'pattern') {
      this.setColour(state, isStroke, space, n);
      return;
    }
    const name = operands.at(-1);
    const under = isStroke ? state.underStroke : state.underFill;
    const pattern = name instanceof Name ? resource(this.resources, 'Pattern', name.text) : undefined;
    if (!pattern) return;
    const inks = under && n.length > 0 ? this.work.printable(under.inks(n)) : undefined;
    this.out.put(isStroke ? 'CS' : 'cs', this.parts.patternSpace(inks !== undefined));
    this.out.put(isStroke ? 'SCN' : 'scn', ...(inks ? this.written(inks) : []), this.parts.pattern(pattern, state.matrix));
  }

  private setColour(state: State, isStroke: boolean, space: Space, values: readonly number[]): void {
    if (space.kind === 'rgb' || space.kind === 'lab') this.work.remarks.add('rgb-converted');
    if (space.kind === 'spot') this.work.remarks.add('spot-converted');
    const inks = this.work.printable(space.inks(values));
    if (isStroke) Object.assign(state, { strokeSpace: space, stroke: inks });
    else Object.assign(state, { fillSpace: space, fill: inks });
    const operator = this.target === 'mask' ? 'g' : 'k';
    this.out.put(isStroke ? operator.toUpperCase() : operator, ...this.written(inks));
  }

  private written([c, m, y, k]: Inks): readonly number[] {
    const rounded = (value: number) => Math.round(value * 1e4) / 1e4;
    if (this.target === 'mask') return [rounded(Math.max(0, 1 - k - 0.3 * c - 0.59 * m - 0.11 * y))];
    return [c, m, y, k].map(rounded);
  }
}
