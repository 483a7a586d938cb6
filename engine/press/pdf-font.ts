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

/** Collects the glyphs of one face that a PDF shows, then writes the font. */
export class PdfFont {
  private readonly glyphs: number[] = [];
  private readonly codePoints: number[] = [];
  private readonly cids = new Map<number, number>();

  constructor(private readonly file: FontFile) {}

  /**
   * The code (CID) that shows this glyph as this character; allotted at first use, from 1 on. A glyph that stands for
   * two characters (⼀ and 一 in many faces) has two codes, so that the text can be copied and searched.
   */
  cid(glyph: number, codePoint: number): number {
    const key = glyph * 0x110000 + codePoint;
    const known = this.cids.get(key);
    if (known !== undefined) return known;
    const cid = this.glyphs.push(glyph);
    if (cid > MAX_CID) throw new RangeError('more than 65535 glyphs of one face');
    this.codePoints.push(codePoint);
    this.cids.set(key, cid);
    return cid;
  }

  /** Advance of a glyph as the PDF's reader will see it, thousandths of an em. */
  width(glyph: number): number {
    return advance(this.file.metrics, glyph);
  }

  /** Writes the font with all codes allotted so far. Call it once, after the last `cid`. */
  embed(context: PDFContext, deflate: Deflate): PDFRef {
    const { file } = this;
    const name = `${this.tag()}+${file.postScriptName}`;
    const descendant = context.register(
      context.obj({
        Type: 'Font',
        Subtype: file.format === 'glyf' ? 'CIDFontType2' : 'CIDFontType0',
        BaseFont: name,
        CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
        FontDescriptor: this.descriptor(context, name, deflate),
        ...widths(context, file.metrics, this.glyphs),
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
        ToUnicode: stream(context, toUnicode(this.codePoints), {}, deflate),
      }),
    );
  }

  private descriptor(context: PDFContext, name: string, deflate: Deflate): PDFRef {
    const { file } = this;
    const scaled = (units: number): number => Math.round((units * 1000) / file.metrics.unitsPerEm);
    const { program } = file.subset(this.glyphs);
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

  /** Six capital letters that name the subset: two subsets of a face in merged files must differ (9.9.2). */
  private tag(): string {
    let hash = 0x811c9dc5; // FNV-1a
    for (let i = 0; i < this.glyphs.length; i++) {
      hash = Math.imul(hash ^ this.glyphs[i]!, 0x01000193);
      hash = Math.imul(hash ^ this.codePoints[i]!, 0x01000193);
    }
    let rest = hash >>> 0;
    return Array.from({ length: 6 }, () => {
      const letter = String.fromCharCode(65 + (rest % 26));
      rest = Math.floor(rest / 26);
      return letter;
    }).join('');
  }
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

/** `DW` is the commonest width; `W` lists the others: `c [w …]` for neighbours, `first last w` for equal ones (9.7.4.3). */
function widths(context: PDFContext, metrics: FaceMetrics, glyphs: readonly number[]): { DW: number; W: PDFArray } {
  const all = [0, ...glyphs].map((glyph) => advance(metrics, glyph));
  const usual = commonest(all);
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

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

function stream(context: PDFContext, bytes: Uint8Array, entries: Record<string, string | number>, deflate: Deflate): PDFRef {
  const packed = deflate(bytes);
  const dict = context.obj({ ...entries, Filter: PDFName.of('FlateDecode'), Length: packed.length });
  return context.register(PDFRawStream.of(dict, packed));
}
