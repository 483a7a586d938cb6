/**
 * Fonts in the PDF: Type 0 with Identity-H and a subset of the face, over pdf-lib's object layer
 * (ISO 32000-2, 9.7 and 9.8).
 */
import { PDFArray, type PDFContext, PDFName, PDFNumber, PDFRawStream, type PDFRef, PDFString } from 'pdf-lib';
import type { FaceMetrics, FontFile } from '../fonts/types';
import { toUnicode } from './to-unicode';

export type Deflate = (bytes: Uint8Array) => Uint8Array;

/** Codes are two bytes. */
const MAX_CID = 0xffff;

/** Glyphs have ids of 16 bits. */
const GLYPHS = 0x10000;

/** A glyph as one character. */
export interface Shown {
  readonly glyph: number;
  readonly codePoint: number;
  /** 0 until all are noted. */
  cid: number;
  /** Advance, thousandths of an em. */
  readonly width: number;
}

const nothing: Shown = { glyph: 0, codePoint: -1, cid: 0, width: 0 };

/**
 * One face of a PDF: first it is told every glyph that will be shown (`note`), then it gives each its code and writes
 * the font. Codes follow the order of the characters: neighbours in the code chart share strokes, so that the outlines pack
 * 4 % smaller than in the order of the text, and the ToUnicode map falls into ranges.
 */
export class PdfFont {
  /** In the order in which they were noted, from 1 on. */
  private readonly noted: Shown[] = [nothing];
  /** Of each glyph the place of its first character in `noted`; 0 where there is none. */
  private readonly places = new Uint16Array(GLYPHS);
  /** Codes of glyphs that show a second character, by glyph and character. */
  private readonly others = new Map<string, Shown>();
  private shown: readonly Shown[] | undefined;

  constructor(private readonly file: FontFile) {}

  /**
   * The glyph will be shown as this character. A glyph that stands for two characters (⼀ and 一 in many faces) gets two
   * codes, so that the text can be copied and searched. Throws RangeError once codes have been given.
   */
  note(glyph: number, codePoint: number): void {
    const place = this.places[glyph]!;
    if (this.noted[place]!.codePoint === codePoint) return;
    if (this.shown) throw new RangeError('a glyph is noted before codes are given');
    const entry = { glyph, codePoint, cid: 0, width: advance(this.file.metrics, glyph) };
    if (place > 0) this.others.set(`${glyph} ${codePoint}`, entry);
    else {
      this.places[glyph] = this.noted.length;
      this.noted.push(entry);
    }
  }

  /** How this glyph is shown as this character: its code (CID) is 1 or more. Throws RangeError when it was not noted. */
  showing(glyph: number, codePoint: number): Shown {
    this.shown ??= this.number();
    const first = this.noted[this.places[glyph]!]!;
    if (first.codePoint === codePoint) return first;
    const entry = this.others.get(`${glyph} ${codePoint}`);
    if (!entry) throw new RangeError(`glyph ${glyph} was not noted`);
    return entry;
  }

  private number(): readonly Shown[] {
    const all = [...this.noted.slice(1), ...this.others.values()];
    if (all.length > MAX_CID) throw new RangeError('more than 65535 glyphs of one face');
    all.sort((a, b) => a.codePoint - b.codePoint || a.glyph - b.glyph);
    for (let i = 0; i < all.length; i++) all[i]!.cid = i + 1;
    return all;
  }

  /** Advance of a glyph as the PDF's reader will see it, thousandths of an em. */
  width(glyph: number): number {
    const place = this.places[glyph]!;
    return place > 0 ? this.noted[place]!.width : advance(this.file.metrics, glyph);
  }

  /** Writes the font with all glyphs noted so far. Call it once, at the end. */
  embed(context: PDFContext, deflate: Deflate): PDFRef {
    const { file } = this;
    const shown = this.shown ?? this.number();
    const glyphs = shown.map(({ glyph }) => glyph);
    const name = `${tag(shown)}+${file.postScriptName}`;
    const descendant = context.register(
      context.obj({
        Type: 'Font',
        Subtype: file.format === 'glyf' ? 'CIDFontType2' : 'CIDFontType0',
        BaseFont: name,
        CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
        FontDescriptor: this.descriptor(context, name, glyphs, deflate),
        ...widths(context, [advance(file.metrics, 0), ...shown.map(({ width }) => width)]),
        ...(file.format === 'glyf' ? { CIDToGIDMap: 'Identity' } : {}),
      }),
    );
    return context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: file.format === 'glyf' ? name : `${name}-Identity-H`,
        Encoding: 'Identity-H',
        DescendantFonts: [descendant],
        ToUnicode: stream(context, toUnicode(shown.map(({ codePoint }) => codePoint)), {}, deflate),
      }),
    );
  }

  private descriptor(context: PDFContext, name: string, glyphs: readonly number[], deflate: Deflate): PDFRef {
    const { file } = this;
    const scaled = (units: number): number => Math.round((units * 1000) / file.metrics.unitsPerEm);
    const { program } = file.subset(glyphs);
    const { xMin, yMin, xMax, yMax } = file.bbox;
    const glyf = file.format === 'glyf';
    const programRef = stream(context, program, glyf ? { Length1: program.length } : { Subtype: 'CIDFontType0C' }, deflate);
    return context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: name,
        Flags: SYMBOLIC | (file.italicAngle === 0 ? 0 : ITALIC),
        FontBBox: [xMin, yMin, xMax, yMax].map(scaled),
        ItalicAngle: file.italicAngle,
        Ascent: scaled(file.metrics.ascent),
        Descent: scaled(file.metrics.descent),
        CapHeight: scaled(file.capHeight),
        StemV: stemV(file.weightClass),
        [glyf ? 'FontFile2' : 'FontFile3']: programRef,
      }),
    );
  }
}

/** Six capital letters that name the subset: two subsets of a face in merged files must differ (9.9.2). */
function tag(shown: readonly Shown[]): string {
  let hash = 0x811c9dc5; // FNV-1a
  for (const { glyph, codePoint } of shown) {
    hash = Math.imul(hash ^ glyph, 0x01000193);
    hash = Math.imul(hash ^ codePoint, 0x01000193);
  }
  let rest = hash >>> 0;
  return Array.from({ length: 6 }, () => {
    const letter = String.fromCharCode(65 + (rest % 26));
    rest = Math.floor(rest / 26);
    return letter;
  }).join('');
}

/** Font flags (table 121): the character set is not the standard Latin one; slanted. */
const SYMBOLIC = 1 << 2;
const ITALIC = 1 << 6;

/** Width of vertical stems from the weight, as PDF producers usually estimate it: the files do not state it. */
function stemV(weightClass: number): number {
  return Math.round(50 + (weightClass / 65) ** 2);
}

const advance = (metrics: FaceMetrics, glyph: number): number =>
  Math.round((metrics.advanceOf(glyph) * 100_000) / metrics.unitsPerEm) / 100;

/** What a reader takes for a width that a font does not tell. */
const DEFAULT_WIDTH = 1000;

/** `DW` is the commonest whole width, for readers take no other (table 115); `W` lists the others: `c [w …]` for neighbours, `first last w` for equal ones (9.7.4.3). */
function widths(context: PDFContext, all: readonly number[]): { DW: number; W: PDFArray } {
  const usual = commonest(all.filter(Number.isInteger)) ?? DEFAULT_WIDTH;
  const array = PDFArray.withContext(context);
  for (let cid = 0; cid < all.length; ) {
    const width = all[cid]!;
    let end = cid + 1;
    while (end < all.length && all[end] === width) end++;
    if (width !== usual && end - cid > 2) pushNumbers(array, [cid, end - 1, width]);
    else if (width !== usual) {
      end = cid + 1;
      while (end < all.length && all[end] !== usual) end++;
      pushNumbers(array, [cid]);
      array.push(context.obj(all.slice(cid, end)));
    }
    cid = end;
  }
  return { DW: usual, W: array };
}

function pushNumbers(array: PDFArray, numbers: readonly number[]): void {
  for (const number of numbers) array.push(PDFNumber.of(number));
}

function commonest(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function stream(context: PDFContext, bytes: Uint8Array, entries: Record<string, string | number>, deflate: Deflate): PDFRef {
  const packed = deflate(bytes);
  const dict = context.obj({ ...entries, Filter: PDFName.of('FlateDecode'), Length: packed.length });
  return context.register(PDFRawStream.of(dict, packed));
}
