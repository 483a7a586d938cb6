/** Runs a page's content (ISO 32000-1 §8, §9) and tells a sink what it draws. Bounded in operations and nesting. */
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import { identity, type Matrix, times } from '../geometry';
import { type ColourSpace, deviceSpaces, readColourSpace, resource } from './colour-space';
import { contentOf, type PdfPage } from './document';
import { decodeStream, type Inflate } from './filters';
import { numbersOf } from './functions';
import { type GraphicsState, initialState, type Paint } from './graphics-state';
import { Name, type Operand, type Operation, operationsOf } from './lexer';
import type { PageSink } from './page-sink';
import { type Path, PathBuilder } from './path';
import { type PageFont, readFont } from './pdf-font';
import { inlinePicture, pictureFrom } from './sampled-picture';
import { readShading, type Shading } from './shading';
import { TextRun } from './text-run';

/** A dense newspaper page has about 50,000. */
const mostOperations = 300_000;
const mostForms = 12;
const mostStates = 512;

/** Fonts and colour spaces that pages of one file share. */
export interface Shared {
  readonly inflate: Inflate;
  readonly fonts: Map<PDFDict, PageFont>;
}

/** Runs a page's content and tells the sink all that it draws; operations and saved states are bounded. */
export function interpretPage(page: PdfPage, shared: Shared, sink: PageSink): void {
  const interpreter = new Interpreter(shared, sink);
  interpreter.run(contentOf(page, shared.inflate), page.resources);
}

class Interpreter {
  private state = initialState();
  private readonly saved: GraphicsState[] = [];
  private path = new PathBuilder(this.state.matrix);
  private pendingClip: 'W' | 'W*' | undefined;
  private text = new TextRun();
  private operations = 0;
  private depth = 0;
  /** Space of patterns: the page's, or that of the form at work. */
  private base = identity;
  private resources: PDFDict | undefined;

  constructor(
    private readonly shared: Shared,
    private readonly sink: PageSink,
  ) {}

  run(bytes: Uint8Array, resources: PDFDict | undefined): void {
    const outer = this.resources;
    this.resources = resources;
    for (const operation of operationsOf(bytes)) {
      if (++this.operations > mostOperations) {
        this.sink.unread('operations', this.state);
        break;
      }
      this.operate(operation);
    }
    this.resources = outer;
  }

  private operate({ operator, operands, data }: Operation): void {
    if (operator === 'BI') {
      this.picture(() => inlinePicture(operands[0], data, (space) => this.spaceOf(space), this.shared.inflate));
      return;
    }
    const numbers = operands.filter((operand): operand is number => typeof operand === 'number');
    if (this.pathOperator(operator, numbers)) return;
    if (this.colourOperator(operator, numbers, operands)) return;
    if (this.stateOperator(operator, numbers, operands)) return;
    this.textOperator(operator, numbers, operands);
  }

  private pathOperator(operator: string, n: readonly number[]): boolean {
    const { path } = this;
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = n;
    switch (operator) {
      case 'm':
        path.moveTo(a, b);
        return true;
      case 'l':
        path.lineTo(a, b);
        return true;
      case 'c':
        path.cubicTo(a, b, c, d, e, f);
        return true;
      case 'v':
        path.cubicTo(...path.point, a, b, c, d);
        return true;
      case 'y':
        path.cubicTo(a, b, c, d, c, d);
        return true;
      case 'h':
        path.close();
        return true;
      case 're':
        path.rectangle(a, b, c, d);
        return true;
      case 'W':
      case 'W*':
        this.pendingClip = operator;
        return true;
      default:
        return this.paintOperator(operator);
    }
  }

  private paintOperator(operator: string): boolean {
    const painting = painters[operator];
    if (!painting) return false;
    if (painting.close) this.path.close();
    const path = this.path.take();
    if (painting.fill) this.fill(path, painting.fill === 'even-odd');
    if (painting.stroke) this.sink.stroke(path, this.state);
    if (this.pendingClip) this.clip(path, this.pendingClip === 'W*');
    this.pendingClip = undefined;
    return true;
  }

  private fill(path: Path, evenOdd: boolean): void {
    if (this.state.fill.space.family === 'pattern') this.fillWithPattern(path, evenOdd);
    else this.sink.fill(path, evenOdd, this.state);
  }

  /** Shading patterns; tilings are not read. */
  private fillWithPattern(path: Path, evenOdd: boolean): void {
    const { state } = this;
    const pattern = resource(this.resources, 'Pattern', state.fill.pattern ?? '');
    const shading = pattern instanceof PDFDict ? this.shadingOf(pattern.lookup(PDFName.of('Shading'))) : undefined;
    if (!shading || !(pattern instanceof PDFDict)) {
      this.sink.unread('pattern', state);
      return;
    }
    const matrix = times(matrixFrom(numbersOf(pattern.lookup(PDFName.of('Matrix')))), this.base);
    this.sink.shade(shading, matrix, { ...state, clip: { path, evenOdd, outer: state.clip } });
  }

  private shadingOf(object: PDFObject | undefined): Shading | undefined {
    return readShading(object, (space) => this.spaceOf(space), this.shared.inflate);
  }

  private shade(shading: Shading | undefined): void {
    if (shading) this.sink.shade(shading, this.state.matrix, this.state);
    else this.sink.unread('shading', this.state);
  }

  private clip(path: Path, evenOdd: boolean): void {
    this.state.clip = { path, evenOdd, outer: this.state.clip };
  }

  private colourOperator(operator: string, n: readonly number[], operands: readonly Operand[]): boolean {
    const device = deviceOperators[operator.toLowerCase()];
    const isStroke = operator === operator.toUpperCase();
    if (device && operator.length <= 2) {
      this.setPaint(isStroke, { space: device, values: n });
      return true;
    }
    switch (operator) {
      case 'cs':
      case 'CS': {
        const [name] = operands;
        const space = this.spaceOf(name instanceof Name ? PDFName.of(name.text) : undefined);
        this.setPaint(isStroke, { space, values: initialValues(space) });
        return true;
      }
      case 'sc':
      case 'scn':
      case 'SC':
      case 'SCN': {
        const before = isStroke ? this.state.stroke : this.state.fill;
        const name = operands.at(-1);
        this.setPaint(isStroke, { space: before.space, values: n, ...(name instanceof Name ? { pattern: name.text } : {}) });
        return true;
      }
      default:
        return false;
    }
  }

  private setPaint(isStroke: boolean, paint: Paint): void {
    if (isStroke) this.state.stroke = paint;
    else this.state.fill = paint;
  }

  private spaceOf(object: PDFObject | undefined): ColourSpace {
    const named = (name: string) => resource(this.resources, 'ColorSpace', name);
    return readColourSpace(object, named, this.shared.inflate);
  }

  private stateOperator(operator: string, n: readonly number[], operands: readonly Operand[]): boolean {
    const { state } = this;
    switch (operator) {
      case 'q':
        if (this.saved.length < mostStates) this.saved.push({ ...state });
        return true;
      case 'Q':
        this.state = this.saved.pop() ?? state;
        this.path.matrix = this.state.matrix;
        return true;
      case 'cm':
        this.setMatrix(times(matrixFrom(n), state.matrix));
        return true;
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
      case 'gs':
        this.setFromDictionary(this.named('ExtGState', operands));
        return true;
      case 'Do':
        this.draw(this.named('XObject', operands));
        return true;
      case 'sh':
        this.shade(this.shadingOf(this.named('Shading', operands)));
        return true;
      default:
        return false;
    }
  }

  private named(category: string, [name]: readonly Operand[]): PDFObject | undefined {
    return name instanceof Name ? resource(this.resources, category, name.text) : undefined;
  }

  private setMatrix(matrix: Matrix): void {
    this.state.matrix = matrix;
    this.path.matrix = matrix;
  }

  private setFromDictionary(dict: PDFObject | undefined): void {
    if (!(dict instanceof PDFDict)) return;
    const { state } = this;
    const number = (key: string, before: number) => numbersOf(dict.lookup(PDFName.of(key)))[0] ?? before;
    const flag = (key: string) => dict.lookup(PDFName.of(key))?.toString();
    state.lineWidth = number('LW', state.lineWidth);
    state.alphaFill = number('ca', state.alphaFill);
    state.alphaStroke = number('CA', state.alphaStroke);
    state.overprintMode = number('OPM', state.overprintMode);
    const stroke = flag('OP');
    if (stroke !== undefined) state.overprintStroke = stroke === 'true';
    const fill = flag('op') ?? stroke;
    if (fill !== undefined) state.overprintFill = fill === 'true';
    const blend = dict.lookup(PDFName.of('BM'));
    const first = blend instanceof PDFArray ? blend.lookup(0) : blend;
    if (first instanceof PDFName) state.blend = first.decodeText();
    const mask = dict.lookup(PDFName.of('SMask'));
    if (mask !== undefined) state.softMask = mask instanceof PDFDict;
    const font = dict.lookup(PDFName.of('Font'));
    if (font instanceof PDFArray) this.setFont(font.lookup(0), numbersOf(font)[0] ?? 0);
  }

  private setFont(dict: PDFObject | undefined, size: number): void {
    this.state.size = size;
    if (!(dict instanceof PDFDict)) return;
    let font = this.shared.fonts.get(dict);
    if (!font) {
      font = readFont(dict, this.shared.inflate);
      this.shared.fonts.set(dict, font);
    }
    this.state.font = font;
  }

  private draw(object: PDFObject | undefined): void {
    if (!(object instanceof PDFRawStream)) return;
    const subtype = object.dict.lookup(PDFName.of('Subtype'))?.toString();
    if (subtype === '/Image') this.picture(() => pictureFrom(object, (space) => this.spaceOf(space), this.shared.inflate));
    if (subtype === '/Form') this.form(object);
  }

  private picture(read: () => ReturnType<typeof pictureFrom>): void {
    const picture = read();
    if (picture) this.sink.picture(picture, this.state);
  }

  private form(form: PDFRawStream): void {
    if (this.depth >= mostForms) {
      this.sink.unread('depth', this.state);
      return;
    }
    const [before, text, base, depthOfStack] = [{ ...this.state }, this.text, this.base, this.saved.length];
    this.depth++;
    this.text = new TextRun();
    this.setMatrix(times(matrixFrom(numbersOf(form.dict.lookup(PDFName.of('Matrix')))), this.state.matrix));
    this.base = this.state.matrix;
    this.tellGroup(form.dict);
    const box = numbersOf(form.dict.lookup(PDFName.of('BBox')));
    if (box.length === 4) {
      const [x, y, u, v] = box as [number, number, number, number];
      this.path.rectangle(x, y, u - x, v - y);
      this.clip(this.path.take(), false);
    }
    const resources = form.dict.lookup(PDFName.of('Resources'));
    this.run(decodeStream(form, this.shared.inflate).bytes, resources instanceof PDFDict ? resources : this.resources);
    this.saved.length = Math.min(this.saved.length, depthOfStack);
    this.state = before;
    this.path.matrix = before.matrix;
    this.text = text;
    this.base = base;
    this.depth--;
  }

  /** A group painted as a whole is painted piece by piece here: the same unless it is translucent itself. */
  private tellGroup(dict: PDFDict): void {
    const { alphaFill, blend, softMask } = this.state;
    if (dict.lookup(PDFName.of('Group')) instanceof PDFDict && (alphaFill < 1 || blend !== 'Normal' || softMask))
      this.sink.unread('group', this.state);
  }

  private textOperator(operator: string, n: readonly number[], operands: readonly Operand[]): void {
    if (operator === 'Tf') {
      this.setFont(this.named('Font', operands), n[0] ?? 0);
      return;
    }
    this.text.operate(operator, n, operands, this.state, this.sink);
  }
}

interface Painting {
  readonly close?: true;
  readonly fill?: 'nonzero' | 'even-odd';
  readonly stroke?: true;
}

const painters: Readonly<Record<string, Painting>> = {
  n: {},
  f: { fill: 'nonzero' },
  F: { fill: 'nonzero' },
  'f*': { fill: 'even-odd' },
  S: { stroke: true },
  s: { close: true, stroke: true },
  B: { fill: 'nonzero', stroke: true },
  'B*': { fill: 'even-odd', stroke: true },
  b: { close: true, fill: 'nonzero', stroke: true },
  'b*': { close: true, fill: 'even-odd', stroke: true },
};

const deviceOperators: Readonly<Record<string, ColourSpace>> = {
  g: deviceSpaces.grey,
  rg: deviceSpaces.rgb,
  k: deviceSpaces.cmyk,
};

/** Initial colours (§8.6.8): black in device spaces, full tone of a plate. */
function initialValues(space: ColourSpace): readonly number[] {
  if (space.family === 'plate' || space.family === 'plates') return new Array<number>(space.components).fill(1);
  return space.family === 'cmyk' ? [0, 0, 0, 1] : new Array<number>(space.components).fill(0);
}

function matrixFrom(n: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = n;
  return [a, b, c, d, e, f];
}
