/** Content that other content calls: forms and groups, patterns, soft masks, glyphs that are drawn. */
import { PDFDict, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import { type Box, boxAround, identity, type Matrix, rectangleOf, times } from '../geometry';
import type { ColourReader } from './colour-reader';
import { decodeStream } from './filters';
import { numbersOf } from './functions';
import { type Clip, clippedBy, type Paint } from './graphics-state';
import type { Interpreter, Shared } from './interpreter';
import { type Operation, operationsOf } from './lexer';
import type { PageSink, SampledPicture, ShownGlyph, SoftMask, Tiling } from './page-sink';
import { moved, type Path, PathBuilder } from './path';
import { readFont } from './pdf-font';
import { readShading, type Shading } from './shading';
import { strokeOutline } from './stroke';
import { TextRun } from './text-run';

/** What the interpreters of one page share. */
export interface Environment extends Shared {
  readonly colours: ColourReader;
  /** Inside soft masks, where lightness is meant. */
  readonly maskColours: ColourReader;
  readonly hidden: ReadonlySet<PDFObject>;
  readonly budget: { operations: number };
  /** By the space that they were set in. */
  readonly masks: Map<PDFDict, Map<string, SoftMask>>;
  readonly shadings: Map<PDFObject, Shading | undefined>;
  /** Drawings of glyphs, read once. */
  readonly glyphs: Map<PDFRawStream, readonly Operation[]>;
  readonly interpreter: (environment: Environment, sink: PageSink, start: Matrix, depth: number, clip?: Clip) => Interpreter;
}

const mostNested = 12;
/** A glyph is a small drawing. */
const mostGlyphOperations = 5000;

export class ContentDrawer {
  private textClip: Path = [];

  constructor(private readonly host: Interpreter) {}

  /** A form XObject (§8.10), as one object where it is a transparency group that must be. */
  form(form: PDFRawStream): void {
    const { host } = this;
    if (!this.isWithinDepth()) return;
    const { state, text, base, uncoloured } = host;
    const depthOfStack = host.saved.length;
    host.state = { ...state, matrix: times(matrixFrom(numbersOf(entry(form.dict, 'Matrix'))), state.matrix) };
    host.setMatrix(host.state.matrix);
    host.text = new TextRun();
    host.base = host.state.matrix;
    this.clipTo(entry(form.dict, 'BBox'));
    const isGroup = this.beginGroup(form.dict);
    host.depth++;
    const resources = entry(form.dict, 'Resources');
    const own = resources instanceof PDFDict ? resources : host.resources;
    const { inflate, follow } = host.environment;
    const operations = operationsOf(decodeStream(form, inflate).bytes);
    host.run(follow ? follow(form, operations) : operations, own);
    host.depth--;
    if (isGroup) host.sink.endGroup();
    host.saved.length = Math.min(host.saved.length, depthOfStack);
    Object.assign(host, { text, base, uncoloured });
    host.state = state;
    host.setMatrix(state.matrix);
  }

  private isWithinDepth(): boolean {
    if (this.host.depth < mostNested) return true;
    this.host.sink.unread('depth', this.host.state);
    return false;
  }

  private clipTo(box: PDFObject | undefined): void {
    const numbers = numbersOf(box);
    if (numbers.length !== 4) return;
    const [x, y, u, v] = numbers as [number, number, number, number];
    const { path } = this.host;
    path.rectangle(x, y, u - x, v - y);
    this.host.clip(path.take(), false);
  }

  /** Painted piece by piece a group looks the same, unless it is isolated or as a whole translucent. */
  private beginGroup(dict: PDFDict): boolean {
    const { state, sink } = this.host;
    const group = entry(dict, 'Group');
    if (!(group instanceof PDFDict)) return false;
    const isolated = String(entry(group, 'I')) === 'true';
    const knockout = String(entry(group, 'K')) === 'true';
    const isPlain = state.alphaFill >= 1 && isNormal(state.blend) && !state.softMask;
    if (isPlain && !isolated && !knockout) return false;
    sink.beginGroup({ isolated, knockout }, { ...state });
    Object.assign(state, { alphaFill: 1, alphaStroke: 1, blend: 'Normal', softMask: undefined });
    return true;
  }

  /** Keeps masks, since the same one is set again and again; `mask` adds one. */
  softMasks(dict: PDFDict, mask?: SoftMask): SoftMask | undefined {
    const { masks: all } = this.host.environment;
    const masks = all.get(dict) ?? new Map<string, SoftMask>();
    all.set(dict, masks);
    const key = this.host.state.matrix.join(' ');
    if (mask) masks.set(key, mask);
    return mask ?? masks.get(key);
  }

  softMaskDrawer(group: PDFRawStream): SoftMask['draw'] {
    const { environment, state, depth } = this.host;
    const { matrix } = state;
    const level = depth + 1;
    return (sink) => {
      const inner = { ...environment, colours: environment.maskColours };
      environment.interpreter(inner, sink, matrix, level).contents.form(group);
    };
  }

  fillWithPattern(path: Path, evenOdd: boolean, { pattern, space, values }: Paint, alpha = this.host.state.alphaFill): void {
    const { state, sink, base } = this.host;
    const inside = { ...state, alphaFill: alpha, clip: clippedBy(path, evenOdd, state.clip) };
    const dict = pattern instanceof PDFRawStream ? pattern.dict : pattern;
    if (!(dict instanceof PDFDict)) {
      sink.unread('pattern', state);
      return;
    }
    const matrix = times(matrixFrom(numbersOf(entry(dict, 'Matrix'))), base);
    if (pattern instanceof PDFRawStream) {
      const tiling = this.tiling(pattern, matrix, { space: space.under ?? space, values });
      if (tiling && this.isWithinDepth()) sink.tile(tiling, inside);
      return;
    }
    const shading = this.shading(entry(dict, 'Shading'));
    if (shading) sink.shade(shading, matrix, inside);
    else sink.unread('shading', state);
  }

  private tiling(pattern: PDFRawStream, matrix: Matrix, colour: Paint): Tiling | undefined {
    const { host } = this;
    const { dict } = pattern;
    const number = (key: string) => numbersOf(entry(dict, key))[0] ?? 0;
    const box = rectangleOf(numbersOf(entry(dict, 'BBox')));
    const [xStep, yStep] = [Math.abs(number('XStep')), Math.abs(number('YStep'))];
    if (!box || xStep === 0 || yStep === 0) return undefined;
    const resources = entry(dict, 'Resources');
    const level = host.depth + 1;
    return {
      key: number('PaintType') === 2 ? colour : pattern,
      box,
      xStep,
      yStep,
      matrix,
      draw: (sink, start, clip) => {
        const inner = host.environment.interpreter(host.environment, sink, start, level, clip);
        if (number('PaintType') === 2) {
          Object.assign(inner.state, { fill: colour, stroke: colour });
          inner.uncoloured = true;
        }
        inner.contents.clipTo(entry(dict, 'BBox'));
        const bytes = decodeStream(pattern, host.environment.inflate).bytes;
        inner.run(operationsOf(bytes), resources instanceof PDFDict ? resources : host.resources);
      },
    };
  }

  /** The pattern shows through the whole unit square; its stencil is lost and told. */
  stencilWithPattern(picture: SampledPicture): void {
    const { host } = this;
    const { state, sink } = host;
    const draw = (inner: PageSink): void => {
      const white: Paint = { space: host.environment.maskColours.ofChannels(1), values: [1] };
      inner.picture(picture, { ...state, clip: undefined, fill: white, alphaFill: 1, softMask: undefined, blend: 'Normal' });
    };
    const mask: SoftMask = { luminosity: false, backdrop: 0, transfer: (value) => value, draw };
    const square = boxPath(boxAround(state.matrix, { left: 0, bottom: 0, right: 1, top: 1 }));
    if (state.softMask) sink.unread('soft-mask', state);
    const before = state.softMask;
    state.softMask = mask;
    this.fillWithPattern(square, false, state.fill);
    state.softMask = before;
  }

  shade(object: PDFObject | undefined): void {
    const { host } = this;
    const shading = this.shading(object);
    if (shading) host.sink.shade(shading, host.state.matrix, host.state);
    else host.sink.unread('shading', host.state);
  }

  private shading(object: PDFObject | undefined): Shading | undefined {
    const { host } = this;
    const { shadings, inflate } = host.environment;
    if (object === undefined) return undefined;
    if (!shadings.has(object))
      shadings.set(
        object,
        readShading(object, (space) => host.spaceOf(space), inflate),
      );
    return shadings.get(object);
  }

  setFont(dict: PDFObject | undefined, size: number): void {
    const { state, environment } = this.host;
    state.size = size;
    if (!(dict instanceof PDFDict)) return;
    let font = environment.fonts.get(dict);
    if (!font) {
      font = readFont(dict, environment.inflate);
      environment.fonts.set(dict, font);
    }
    state.font = font;
  }

  glyph(glyph: ShownGlyph): void {
    const { host } = this;
    if (host.isSilent || --host.environment.budget.operations < 0) return;
    const { state } = host;
    host.sink.glyph(glyph, state);
    const procedure = glyph.font.drawing(glyph.code.code);
    if (procedure) {
      if (state.renderMode !== 3) this.drawnGlyph(procedure, glyph);
      return;
    }
    const mode = state.renderMode;
    const fills = mode % 4 === 0 || mode % 4 === 2;
    const strokes = mode % 4 === 1 || mode % 4 === 2;
    const hasPattern = (fills && state.fill.space.family === 'pattern') || (strokes && state.stroke.space.family === 'pattern');
    if (mode < 4 && !hasPattern) return;
    const builder = new PathBuilder(identity);
    if (!glyph.font.draw(glyph.code.code, builder)) return;
    const outline = moved(builder.take(), glyph.matrix);
    if (mode >= 4) this.textClip = [...this.textClip, ...outline];
    if (fills && state.fill.space.family === 'pattern') this.fillWithPattern(outline, false, state.fill);
    if (strokes && state.stroke.space.family === 'pattern')
      this.fillWithPattern(strokeOutline(outline, state), false, state.stroke, state.alphaStroke);
  }

  /** What was shown in the clipping modes becomes a clip at the end of the text object. */
  clipToText(): void {
    if (this.textClip.length === 0) return;
    this.host.clip(this.textClip, false);
    this.textClip = [];
  }

  private drawnGlyph(procedure: PDFRawStream, { font, matrix }: ShownGlyph): void {
    const { host } = this;
    const { environment, state, text, uncoloured, base } = host;
    if (!this.isWithinDepth()) return;
    let operations = environment.glyphs.get(procedure);
    if (!operations) {
      operations = taken(operationsOf(decodeStream(procedure, environment.inflate).bytes), mostGlyphOperations);
      environment.glyphs.set(procedure, operations);
    }
    const depthOfStack = host.saved.length;
    host.state = { ...state, matrix: times(font.glyphSpace, matrix), renderMode: 0 };
    host.setMatrix(host.state.matrix);
    host.text = new TextRun();
    host.depth++;
    host.run(operations, font.resources ?? host.resources);
    host.depth--;
    host.saved.length = Math.min(host.saved.length, depthOfStack);
    Object.assign(host, { text, uncoloured, base });
    host.state = state;
    host.setMatrix(state.matrix);
  }
}

function taken<T>(items: Iterable<T>, most: number): T[] {
  const list: T[] = [];
  for (const item of items) {
    if (list.length >= most) break;
    list.push(item);
  }
  return list;
}

const entry = (dict: PDFDict, key: string): PDFObject | undefined => dict.lookup(PDFName.of(key));
export const isNormal = (blend: string): boolean => blend === 'Normal' || blend === 'Compatible';

function boxPath({ left, bottom, right, top }: Box): Path {
  return [{ points: [left, bottom, right, bottom, right, top, left, top], closed: true }];
}

export function matrixFrom(n: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = n;
  return [a, b, c, d, e, f];
}
