/**
 * A content stream of a placed page, written anew for the press: every colour in process inks, black type overprinting
 * and nothing else, no line thinner than a plate holds, no marked content, nothing of hidden layers. Resources are
 * collected as they are used, so that nothing else of the file comes along.
 */
import { PDFArray, PDFDict, PDFName, PDFRawStream } from 'pdf-lib';
import { type Matrix, meanScale, times } from '../geometry';
import type { PrintedAnnotation } from '../inspect/annotations';
import { resource, unknownSpace } from '../inspect/colour-space';
import { numbersOf } from '../inspect/functions';
import { Name, type Operand, type Operation, operationsOf } from '../inspect/lexer';
import { inlinePicture } from '../inspect/sampled-picture';
import { ColourOperators, isColourOperator } from './colour-operators';
import type { Inks } from './colours';
import { ContentWriter } from './content-writer';
import { dashOf, following, painting, passing, showing, strokes } from './operators';
import { Parts } from './parts';
import { initial, type Overprint, type State } from './state';
import { TextOperators } from './text-operators';
import type { Target, Work } from './work';

/** Points. */
const thinnestLine = 0.25;
const mostStates = 512;
const nothing = 0.0005;

export interface Rewritten {
  readonly content: Uint8Array;
  readonly resources: PDFDict;
}

/** Where content is written to, and what it finds there. */
export interface Call {
  /** Operations that paint: from `first` on, before `end`; those before still set what later ones find. */
  readonly span?: { readonly first: number; readonly end: number };
  readonly target: Target;
  readonly work: Work;
  readonly depth?: number;
  /** What a form finds set by the content that draws it. */
  readonly inherited?: State | undefined;
  /** Resources that several pieces of content share. */
  readonly parts?: Parts;
  /** Drawn on top, each by its matrix. */
  readonly annotations?: readonly PrintedAnnotation[];
}

/**
 * @param matrix content's space → points on the page that it is placed on
 *
 * Throws Refusal.
 */
export function rewrite(bytes: Uint8Array, resources: PDFDict | undefined, matrix: Matrix, call: Call): Rewritten {
  const parts = call.parts ?? new Parts(resources, call.target, call.work, call.depth ?? 0, rewrite);
  const state = { ...(call.inherited ?? initial), matrix, writtenWidth: Number.NaN, isFontWritten: false };
  const rewriter = new Rewriter(resources, call.target, call.work, parts, state);
  return rewriter.run(bytes, call.annotations ?? [], call.span);
}

class Rewriter {
  private readonly out = new ContentWriter();
  private readonly saved: State[] = [];
  /** One entry a marked sequence: whether it belongs to a layer that is off. */
  private readonly marks: boolean[] = [];
  /** A glyph that takes its colour from the text. */
  private isUncoloured = false;
  /** Before what is to be shown: nothing is painted. */
  private isEarly = false;
  private readonly colours: ColourOperators;
  private readonly text: TextOperators;
  /** The path has a point to go on from: some plate-setters give the page up without. */
  private isPathBegun = false;

  constructor(
    private readonly resources: PDFDict | undefined,
    private readonly target: Target,
    private readonly work: Work,
    private readonly parts: Parts,
    private state: State,
  ) {
    this.colours = new ColourOperators(resources, parts, target, work, this.out);
    this.text = new TextOperators(parts, work, this.out);
  }

  run(bytes: Uint8Array, annotations: readonly PrintedAnnotation[], span: Call['span']): Rewritten {
    // Content may leave its space changed; what is drawn on top starts from the page's.
    if (annotations.length > 0 || span) {
      this.saved.push({ ...this.state });
      this.out.put('q');
    }
    let at = 0;
    for (const operation of operationsOf(bytes)) {
      if (span && at >= span.end) break;
      this.isEarly = span !== undefined && at++ < span.first;
      this.work.count();
      this.operate(operation);
    }
    const outermost = this.saved.shift();
    if (outermost) this.endAll(outermost);
    for (const { form, matrix } of annotations) this.annotation(form, matrix);
    return { content: this.out.take(), resources: this.parts.dictionary() };
  }

  /** Closes what the content left open. */
  private endAll(outermost: State): void {
    this.out.put('Q');
    while (this.saved.pop()) this.out.put('Q');
    this.state = outermost;
    this.marks.length = 0;
  }

  private annotation(form: PDFRawStream, matrix: Matrix): void {
    const before = { ...this.state };
    this.out.put('q');
    this.out.put('cm', ...matrix);
    this.overprint('none');
    this.out.put('Do', this.parts.form(form, { ...initial, matrix: times(matrix, before.matrix) }));
    this.out.put('Q');
    this.state = before;
  }

  private get isHidden(): boolean {
    return this.isEarly || this.marks.includes(true);
  }

  private operate({ operator, operands, data }: Operation): void {
    const numbers = operands.filter((operand): operand is number => typeof operand === 'number');
    if (operator === 'd1') this.isUncoloured = true;
    if (Object.hasOwn(passing, operator)) this.pass(operator, numbers);
    else if (painting.has(operator)) this.paint(operator);
    else if (isColourOperator(operator)) {
      if (!this.isUncoloured) this.colours.set(this.state, operator, numbers, operands);
    } else if (showing.has(operator)) this.show(operator, operands);
    else if (operator === 'BI') this.inline(operands[0], data);
    else this.other(operator, numbers, operands);
  }

  /** With as many numbers as it takes, the last ones; not without them. */
  private pass(operator: string, numbers: readonly number[]): void {
    const count = passing[operator]!;
    if (numbers.length < count || (following.has(operator) && !this.isPathBegun)) return;
    if (operator === 'm' || operator === 're') this.isPathBegun = true;
    if (operator === 'Tw') this.state.wordSpace = numbers.at(-1)!;
    if (operator === 'Tr') this.state.renderMode = numbers.at(-1)!;
    this.out.put(operator, ...(count > 0 ? numbers.slice(-count) : []));
  }

  private other(operator: string, n: readonly number[], operands: readonly Operand[]): void {
    const { state, out } = this;
    switch (operator) {
      case 'q':
        if (this.saved.length >= mostStates) return;
        this.saved.push({ ...state });
        out.put('q');
        return;
      case 'Q': {
        const before = this.saved.pop();
        if (!before) return;
        this.state = before;
        out.put('Q');
        return;
      }
      case 'cm':
        if (n.length < 6) return;
        state.matrix = times(n.slice(0, 6) as unknown as Matrix, state.matrix);
        out.put('cm', ...n.slice(0, 6));
        return;
      case 'd':
        out.put('d', dashOf(operands), n.at(-1) ?? 0);
        return;
      case 'w':
        state.lineWidth = Math.abs(n[0] ?? 0);
        return;
      case 'gs':
        this.graphicsState(operands);
        return;
      case 'Do':
        this.draw(operands);
        return;
      case 'sh':
        this.shade(operands);
        return;
      case 'Tf':
        this.font(operands, n[0] ?? 0);
        return;
      case 'Tm':
        if (n.length < 6) return;
        state.textScale = meanScale(n.slice(-6) as unknown as Matrix);
        out.put('Tm', ...n.slice(-6));
        return;
      case 'BMC':
        this.marks.push(false);
        return;
      case 'BDC':
        this.marks.push(this.isOff(operands));
        return;
      case 'EMC':
        this.marks.pop();
        return;
    }
  }

  /** Whether a marked sequence belongs to optional content that does not print. */
  private isOff([tag, name]: readonly Operand[]): boolean {
    if (!(tag instanceof Name) || tag.text !== 'OC' || !(name instanceof Name)) return false;
    return this.parts.isHidden(resource(this.resources, 'Properties', name.text));
  }

  private graphicsState([name]: readonly Operand[]): void {
    const dict = name instanceof Name ? resource(this.resources, 'ExtGState', name.text) : undefined;
    if (!(dict instanceof PDFDict)) return;
    const width = numbersOf(dict.lookup(PDFName.of('LW')))[0];
    if (width !== undefined) this.state.lineWidth = this.state.writtenWidth = Math.abs(width);
    this.out.put('gs', this.parts.state(dict, this.state.matrix));
    const font = dict.lookup(PDFName.of('Font'));
    if (font instanceof PDFArray) this.text.setFont(this.state, font.lookup(0), numbersOf(font)[0] ?? 0);
  }

  private draw([name]: readonly Operand[]): void {
    const object = name instanceof Name ? resource(this.resources, 'XObject', name.text) : undefined;
    if (!(object instanceof PDFRawStream) || this.isHidden) return;
    if (this.parts.isHidden(object.dict.lookup(PDFName.of('OC')))) return;
    this.overprint('none');
    const kind = object.dict.lookup(PDFName.of('Subtype'))?.toString();
    if (kind === '/Image') this.out.put('Do', this.parts.picture(object, this.state.matrix));
    if (kind === '/Form') this.out.put('Do', this.parts.form(object, this.state));
  }

  private inline(entries: Operand | undefined, data: Uint8Array | undefined): void {
    if (this.isHidden) return;
    const picture = inlinePicture(entries, data, () => unknownSpace, this.work.colours, this.work.tools.inflate);
    if (!picture) return;
    this.overprint('none');
    this.out.put('Do', this.parts.picture(picture.stream, this.state.matrix));
  }

  private shade([name]: readonly Operand[]): void {
    const shading = name instanceof Name ? resource(this.resources, 'Shading', name.text) : undefined;
    if (!shading || this.isHidden) return;
    this.overprint('none');
    this.out.put('sh', this.parts.shading(shading));
  }

  private font([name]: readonly Operand[], size: number): void {
    const font = name instanceof Name ? resource(this.resources, 'Font', name.text) : undefined;
    this.text.setFont(this.state, font, size);
  }

  private paint(operator: string): void {
    this.isPathBegun = false;
    if (this.isHidden) {
      this.out.put('n');
      return;
    }
    if (operator !== 'n') this.overprint('none');
    if (strokes.has(operator)) this.lineWidth();
    this.out.put(operator);
  }

  /** Thinner than a plate holds would vanish here and there. */
  private lineWidth(): void {
    const { state } = this;
    const scale = meanScale(state.matrix);
    const thin = state.lineWidth * scale < thinnestLine - 1e-6;
    const width = thin && scale > 1e-6 ? (thinnestLine * 1.0001) / scale : state.lineWidth;
    if (thin) this.work.remarks.add('lines-thickened');
    if (width !== state.writtenWidth) this.out.put('w', width);
    state.writtenWidth = width;
  }

  private show(operator: string, operands: readonly Operand[]): void {
    if (this.isHidden) {
      this.text.skip(operator);
      return;
    }
    const { fill, fillSpace, stroke, strokeSpace } = this.state;
    const [fills, strokes] = [isBlack(fill, fillSpace), isBlack(stroke, strokeSpace)];
    const hasLine = this.state.renderMode % 4 === 1 || this.state.renderMode % 4 === 2;
    if (hasLine) this.lineWidth();
    if (this.target === 'mask') this.overprint('none');
    else if (!hasLine || fills === strokes) this.overprint(fills ? 'both' : 'none');
    else this.overprint(fills ? 'fill' : 'stroke');
    this.text.show(this.state, operator, operands);
  }

  private overprint(what: Overprint): void {
    if (this.state.overprint === what || this.isUncoloured) return;
    this.state.overprint = what;
    if (what !== 'none') this.work.hasOverprint = true;
    this.out.put('gs', this.parts.overprint(what));
  }
}

const isBlack = ([c, m, y, k]: Inks, space: State['fillSpace']): boolean =>
  c + m + y < nothing && k > 1 - nothing && space !== 'pattern';
