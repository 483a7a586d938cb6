/** Resources of a rewritten content stream: each object of the file that it uses, made fit for the press, under a new name. */
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream, type PDFRef } from 'pdf-lib';
import { lengths, type Matrix, times } from '../geometry';
import { resource } from '../inspect/colour-space';
import { decodeStream } from '../inspect/filters';
import { numbersOf } from '../inspect/functions';
import { Name } from '../inspect/lexer';
import { isHidden } from '../inspect/optional-content';
import type { Space } from './colours';
import { cleanedFont, type GlyphRewriter, identityFor } from './fonts';
import { cleanedPicture } from './pictures';
import { Refusal } from './refusal';
import type { rewrite } from './rewriter';
import { cleanedShading } from './shadings';
import type { Overprint, State } from './state';
import { cleanedState } from './states';
import { picked, type Target, type Work } from './work';

const mostForms = 12;
/** Below this, pixels show on newsprint. */
const leastPpi = 150;
/** Pictures smaller than this on paper, points, have no resolution worth telling. */
const tiny = 9;

type Category = 'ExtGState' | 'XObject' | 'Font' | 'Pattern' | 'Shading' | 'ColorSpace';
const letters: Readonly<Record<Category, string>> = {
  ExtGState: 'G',
  XObject: 'X',
  Font: 'F',
  Pattern: 'P',
  Shading: 'H',
  ColorSpace: 'C',
};

/** The resources of a page or form that is written, each named once. */
export class Parts {
  private readonly names = new Map<string, Map<PDFRef | string, Name>>();
  private readonly entries = new Map<Category, PDFDict>();

  constructor(
    private readonly resources: PDFDict | undefined,
    private readonly target: Target,
    private readonly work: Work,
    private readonly depth: number,
    private readonly rewriteContent: typeof rewrite,
  ) {}

  readonly namedSpace = (name: string): PDFObject | undefined => resource(this.resources, 'ColorSpace', name);

  dictionary(): PDFDict {
    const { context } = this.work;
    const dictionary = PDFDict.withContext(context);
    for (const [category, entries] of this.entries) dictionary.set(PDFName.of(category), entries);
    return dictionary;
  }

  private name(category: Category, key: PDFRef | string, object: () => PDFObject): Name {
    let names = this.names.get(category);
    if (!names) {
      names = new Map();
      this.names.set(category, names);
      this.entries.set(category, PDFDict.withContext(this.work.context));
    }
    let name = names.get(key);
    if (!name) {
      name = new Name(`${letters[category]}${names.size + 1}`);
      names.set(key, name);
      this.entries.get(category)!.set(PDFName.of(name.text), object());
    }
    return name;
  }

  private named(category: Category, key: PDFObject, make: () => PDFObject): Name {
    const ref = this.work.once(key, make, this.target);
    return this.name(category, ref, () => ref);
  }

  isHidden(content: PDFObject | undefined): boolean {
    return isHidden(content, this.work.hidden);
  }

  overprint(what: Overprint): Name {
    const [fill, stroke] = [what === 'fill' || what === 'both', what === 'stroke' || what === 'both'];
    const entries = { Type: 'ExtGState', OP: stroke, op: fill, OPM: 1 };
    return this.name('ExtGState', what, () => this.work.context.obj(entries));
  }

  state(dict: PDFDict, matrix: Matrix): Name {
    const mask = (group: PDFRawStream) => this.cleanedForm(group, matrix, 'mask');
    return this.named('ExtGState', dict, () => cleanedState(dict, this.work, mask));
  }

  /** A picture that is fit for the press already. */
  made(picture: PDFRawStream): Name {
    const ref = this.work.context.register(picture);
    return this.name('XObject', ref, () => ref);
  }

  picture(picture: PDFRawStream, matrix: Matrix): Name {
    const pixels = (key: string) => numbersOf(picture.dict.lookup(PDFName.of(key)))[0] ?? 0;
    const { x, y } = lengths(matrix);
    if (Math.max(x, y) >= tiny) {
      const ppi = Math.min(pixels('Width') / x, pixels('Height') / y) * 72;
      this.work.lowestPpi = Math.min(this.work.lowestPpi, ppi);
      if (ppi < leastPpi - 0.5) this.work.remarks.add('page-low-resolution');
    }
    return this.named('XObject', picture, () => cleanedPicture(picture, this.namedSpace, this.target, this.work));
  }

  form(form: PDFRawStream, state: State): Name {
    return this.named('XObject', form, () => this.cleanedForm(form, state.matrix, this.target, state));
  }

  private cleanedForm(form: PDFRawStream, matrix: Matrix, target: Target, inherited?: State): PDFRawStream {
    const { work } = this;
    if (this.depth >= mostForms) throw new Refusal('too-much');
    const own = form.dict.lookup(PDFName.of('Resources'));
    const inner = times(matrixOf(form.dict), matrix);
    const resources = own instanceof PDFDict ? own : this.resources;
    const bytes = decodeStream(form, work.tools.inflate).bytes;
    const rewritten = this.rewriteContent(bytes, resources, inner, { target, work, depth: this.depth + 1, inherited });
    const dict = picked(work.context, form.dict, ['Type', 'Subtype', 'FormType', 'BBox', 'Matrix']);
    dict.set(PDFName.of('Resources'), rewritten.resources);
    const group = form.dict.lookup(PDFName.of('Group'));
    if (group instanceof PDFDict && (work.transparency === 'kept' || target === 'mask')) {
      dict.set(PDFName.of('Group'), cleanedGroup(group, target, work));
    }
    return work.packed(dict, rewritten.content);
  }

  font(font: PDFDict, matrix: Matrix): Name {
    const name = this.named('Font', font, () => cleanedFont(font, this.work, () => this.glyphRewriter(font, matrix)));
    const clean = this.entries.get('Font')?.get(PDFName.of(name.text));
    this.work.noteFont(font, clean, identityFor(font, this.work) !== undefined);
    return name;
  }

  /** Glyphs of a font share their resources. */
  private glyphRewriter(font: PDFDict, matrix: Matrix): GlyphRewriter {
    if (this.depth >= mostForms) throw new Refusal('too-much');
    const own = font.lookup(PDFName.of('Resources'));
    const resources = own instanceof PDFDict ? own : this.resources;
    const parts = new Parts(resources, this.target, this.work, this.depth + 1, this.rewriteContent);
    return {
      glyph: (drawing) => {
        const bytes = decodeStream(drawing, this.work.tools.inflate).bytes;
        const call = { target: this.target, work: this.work, depth: this.depth + 1, parts };
        return this.work.packed(
          PDFDict.withContext(this.work.context),
          this.rewriteContent(bytes, resources, matrix, call).content,
        );
      },
      resources: () => parts.dictionary(),
    };
  }

  shading(shading: PDFObject): Name {
    return this.named('Shading', shading, () => cleanedShading(shading, this.namedSpace, this.target, this.work));
  }

  /** Undefined for no pattern space; null for that of coloured patterns. */
  patternBase(name: string): Space | null | undefined {
    if (name === 'Pattern') return null;
    const space = this.namedSpace(name);
    if (space instanceof PDFName) return space.decodeText() === 'Pattern' ? null : undefined;
    if (!(space instanceof PDFArray) || space.lookup(0)?.toString() !== '/Pattern') return undefined;
    return space.size() > 1 ? this.work.spaces.read(space.lookup(1), this.namedSpace) : null;
  }

  patternSpace(withColour: boolean): Name {
    if (!withColour) return new Name('Pattern');
    const base = this.target === 'mask' ? 'DeviceGray' : 'DeviceCMYK';
    return this.name('ColorSpace', base, () => this.work.context.obj(['Pattern', base].map((word) => PDFName.of(word))));
  }

  pattern(pattern: PDFObject, matrix: Matrix): Name {
    return this.named('Pattern', pattern, () =>
      pattern instanceof PDFRawStream ? this.tiling(pattern, matrix) : this.shadingPattern(pattern),
    );
  }

  private tiling(pattern: PDFRawStream, matrix: Matrix): PDFRawStream {
    if (this.depth >= mostForms) throw new Refusal('too-much');
    const { work } = this;
    const own = pattern.dict.lookup(PDFName.of('Resources'));
    const bytes = decodeStream(pattern, work.tools.inflate).bytes;
    const inner = times(matrixOf(pattern.dict), matrix);
    const resources = own instanceof PDFDict ? own : this.resources;
    const call = { target: this.target, work, depth: this.depth + 1 };
    const rewritten = this.rewriteContent(bytes, resources, inner, call);
    const keys = ['Type', 'PatternType', 'PaintType', 'TilingType', 'BBox', 'XStep', 'YStep', 'Matrix'];
    const dict = picked(work.context, pattern.dict, keys);
    dict.set(PDFName.of('Resources'), rewritten.resources);
    return work.packed(dict, rewritten.content);
  }

  private shadingPattern(pattern: PDFObject): PDFDict {
    const shading = pattern instanceof PDFDict ? pattern.lookup(PDFName.of('Shading')) : undefined;
    if (!(pattern instanceof PDFDict) || !shading) throw new Refusal('damaged', 'Pattern');
    const dict = picked(this.work.context, pattern, ['Type', 'PatternType', 'Matrix']);
    const clean = this.work.once(shading, () => cleanedShading(shading, this.namedSpace, this.target, this.work));
    dict.set(PDFName.of('Shading'), clean);
    return dict;
  }
}

function cleanedGroup(group: PDFDict, target: Target, work: Work): PDFDict {
  const clean = picked(work.context, group, ['Type', 'S', 'I', 'K']);
  clean.set(PDFName.of('CS'), PDFName.of(target === 'mask' ? 'DeviceGray' : 'DeviceCMYK'));
  return clean;
}

function matrixOf(dict: PDFDict): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(dict.lookup(PDFName.of('Matrix')));
  return [a, b, c, d, e, f];
}
