/** Runs a page's content (ISO 32000-1 §8, §9) and tells a sink what it draws. Bounded in operations and nesting. */
import { type PDFDict, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import { identity, type Matrix, times } from '../geometry';
import { annotationsOf } from './annotations';
import { colourOperator } from './colour-operators';
import { ColourReader } from './colour-reader';
import { type ColourSpace, plainSeparation, resource, type Separate } from './colour-space';
import { ContentDrawer, type Environment, matrixFrom } from './contents';
import { contentOf, type PdfPage } from './document';
import type { Inflate } from './filters';
import { type Clip, clippedBy, type GraphicsState, initialState } from './graphics-state';
import { Name, type Operand, type Operation, operationsOf } from './lexer';
import { painters } from './operators';
import { isHidden } from './optional-content';
import type { PageSink } from './page-sink';
import { type Path, PathBuilder } from './path';
import { pathOperator } from './path-operators';
import type { PageFont } from './pdf-font';
import { inlinePicture, pictureFrom } from './sampled-picture';
import { setFromDictionary, stateOperator } from './state-operators';
import { strokeOutline } from './stroke';
import { TextRun } from './text-run';

/** A dense newspaper page has about 50,000; a map of a city some 300,000. */
const mostOperations = 300_000;
const mostStates = 512;
const mostClips = 1000;

/** Fonts and colours that pages of one file share. */
export interface Shared {
  readonly inflate: Inflate;
  readonly fonts: Map<PDFDict, PageFont>;
  /** How RGB and Lab become inks; by the plain formula when undefined. */
  readonly separate?: Separate;
  /** Sees the operations of a form before they are run, each time that it is drawn. */
  readonly follow?: (form: PDFRawStream, operations: Iterable<Operation>) => Iterable<Operation>;
}

/** Runs a page's content, then the annotations that print, on the upright page. */
export function interpretPage(page: PdfPage, shared: Shared, sink: PageSink): void {
  interpretOperations(operationsOf(contentOf(page, shared.inflate)), page, shared, sink);
}

/** As `interpretPage`, with operations that stand for the page's content. */
export function interpretOperations(operations: Iterable<Operation>, page: PdfPage, shared: Shared, sink: PageSink): void {
  const colours = new ColourReader(shared.inflate, shared.separate ?? plainSeparation);
  const maskColours = new ColourReader(shared.inflate, plainSeparation);
  const environment: Environment = {
    ...shared,
    colours,
    maskColours,
    hidden: page.hidden,
    budget: { operations: mostOperations },
    glyphs: new Map(),
    masks: new Map(),
    shadings: new Map(),
    interpreter: (...rest) => new Interpreter(...rest),
  };
  const interpreter = new Interpreter(environment, sink, page.upright, 0);
  interpreter.run(operations, page.resources);
  for (const { form, matrix } of annotationsOf(page)) {
    new Interpreter(environment, sink, times(matrix, page.upright), 0).contents.form(form);
  }
}

/** One content stream with what it calls. */
export class Interpreter {
  state: GraphicsState;
  readonly saved: GraphicsState[] = [];
  readonly path: PathBuilder;
  text = new TextRun();
  resources: PDFDict | undefined;
  /** Space of patterns: the page's, or that of the form at work. */
  base: Matrix;
  /** Inside a glyph or a cell that takes its colour from outside. */
  uncoloured = false;
  readonly contents: ContentDrawer;
  private pendingClip: 'W' | 'W*' | undefined;
  /** One entry a marked sequence: whether it belongs to a layer that is off. */
  private readonly marks: boolean[] = [];

  constructor(
    readonly environment: Environment,
    readonly sink: PageSink,
    start: Matrix = identity,
    public depth = 0,
    clip?: Clip,
  ) {
    this.state = { ...initialState(), matrix: start, clip };
    this.base = start;
    this.path = new PathBuilder(start);
    this.contents = new ContentDrawer(this);
  }

  run(operations: Iterable<Operation>, resources: PDFDict | undefined): void {
    const outer = this.resources;
    this.resources = resources;
    for (const operation of operations) {
      if (--this.environment.budget.operations < 0) {
        if (this.environment.budget.operations === -1) this.sink.unread('operations', this.state);
        break;
      }
      this.operate(operation);
    }
    this.resources = outer;
  }

  private operate({ operator, operands, data }: Operation): void {
    if (operator === 'BI') {
      const read = (space: PDFObject | undefined) => this.spaceOf(space);
      this.picture(inlinePicture(operands[0], data, read, this.environment.colours, this.environment.inflate));
      return;
    }
    const numbers = operands.filter((operand): operand is number => typeof operand === 'number');
    if (pathOperator(this.path, operator, numbers) || this.paintOperator(operator)) return;
    if (colourOperator(this, operator, numbers, operands)) return;
    if (stateOperator(this.state, operator, numbers, operands)) return;
    if (this.otherOperator(operator, numbers, operands)) return;
    this.text.operate(operator, numbers, operands, this.state, (glyph) => this.contents.glyph(glyph));
    if (operator === 'ET') this.contents.clipToText();
  }

  private get isHidden(): boolean {
    return this.marks.includes(true);
  }

  private paintOperator(operator: string): boolean {
    if (operator === 'W' || operator === 'W*') {
      this.pendingClip = operator;
      return true;
    }
    const painting = painters[operator];
    if (!painting) return false;
    if (painting.close) this.path.close();
    const path = this.path.take();
    if (painting.fill) this.fill(path, painting.fill === 'even-odd');
    if (painting.stroke) this.stroke(path);
    if (this.pendingClip) this.clip(path, this.pendingClip === 'W*');
    this.pendingClip = undefined;
    return true;
  }

  fill(path: Path, evenOdd: boolean): void {
    if (this.isHidden) return;
    if (this.state.fill.space.family === 'pattern') this.contents.fillWithPattern(path, evenOdd, this.state.fill);
    else this.sink.fill(path, evenOdd, this.state);
  }

  stroke(path: Path): void {
    if (this.isHidden) return;
    const { state } = this;
    if (state.stroke.space.family === 'pattern')
      this.contents.fillWithPattern(strokeOutline(path, state), false, state.stroke, state.alphaStroke);
    else this.sink.stroke(path, state);
  }

  clip(path: Path, evenOdd: boolean): void {
    const { clip } = this.state;
    if ((clip?.depth ?? 0) < mostClips) this.state.clip = clippedBy(path, evenOdd, clip);
  }

  spaceOf(object: PDFObject | undefined): ColourSpace {
    return this.environment.colours.read(object, (name) => resource(this.resources, 'ColorSpace', name));
  }

  private otherOperator(operator: string, n: readonly number[], operands: readonly Operand[]): boolean {
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
      case 'gs':
        setFromDictionary(this, this.named('ExtGState', operands));
        return true;
      case 'Do':
        this.draw(this.named('XObject', operands));
        return true;
      case 'sh':
        if (!this.isHidden) this.contents.shade(this.named('Shading', operands));
        return true;
      case 'Tf':
        this.contents.setFont(this.named('Font', operands), n[0] ?? 0);
        return true;
      case 'd1':
        this.uncoloured = true;
        return true;
      case 'BMC':
        this.marks.push(false);
        return true;
      case 'BDC': {
        const [tag] = operands;
        const isLayer = tag instanceof Name && tag.text === 'OC';
        this.marks.push(isLayer && isHidden(this.named('Properties', operands.slice(1)), this.environment.hidden));
        return true;
      }
      case 'EMC':
        this.marks.pop();
        return true;
      default:
        return false;
    }
  }

  private named(category: string, [name]: readonly Operand[]): PDFObject | undefined {
    return name instanceof Name ? resource(this.resources, category, name.text) : undefined;
  }

  setMatrix(matrix: Matrix): void {
    this.state.matrix = matrix;
    this.path.matrix = matrix;
  }

  private draw(object: PDFObject | undefined): void {
    if (!(object instanceof PDFRawStream) || this.isHidden) return;
    if (isHidden(object.dict.lookup(PDFName.of('OC')), this.environment.hidden)) return;
    const subtype = object.dict.lookup(PDFName.of('Subtype'))?.toString();
    const read = (space: PDFObject | undefined) => this.spaceOf(space);
    if (subtype === '/Image') this.picture(pictureFrom(object, read, this.environment.colours, this.environment.inflate));
    if (subtype === '/Form') this.contents.form(object);
  }

  private picture(picture: ReturnType<typeof pictureFrom>): void {
    if (!picture || this.isHidden) return;
    if (picture.stencil && this.state.fill.space.family === 'pattern') this.contents.stencilWithPattern(picture);
    else this.sink.picture(picture, this.state);
  }

  /** Whether glyphs show at all. */
  get isSilent(): boolean {
    return this.isHidden;
  }
}
