/** Fonts of a placed page: embedded ones pass with the entries that a press file may have, others are refused. */
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import { Refusal } from './refusal';
import { picked, type Work } from './work';

const simple = ['Type', 'Subtype', 'BaseFont', 'Name', 'FirstChar', 'LastChar', 'Widths', 'Encoding', 'ToUnicode'];
const composite = ['Type', 'Subtype', 'BaseFont', 'Encoding', 'ToUnicode'];
const descendant = ['Type', 'Subtype', 'BaseFont', 'CIDSystemInfo', 'W', 'DW', 'W2', 'DW2', 'CIDToGIDMap'];
const type3 = ['Type', 'Subtype', 'Name', 'FontBBox', 'FontMatrix', 'FirstChar', 'LastChar', 'Widths', 'Encoding', 'ToUnicode'];
const descriptorKeys = [
  ...['Type', 'FontName', 'FontFamily', 'FontStretch', 'FontWeight', 'Flags', 'FontBBox', 'ItalicAngle', 'Ascent', 'Descent'],
  ...['Leading', 'CapHeight', 'XHeight', 'StemV', 'StemH', 'AvgWidth', 'MaxWidth', 'MissingWidth', 'CharSet'],
];
const programs = ['FontFile', 'FontFile2', 'FontFile3'];

/** Rewrites the drawings of a Type 3 font's glyphs. */
export interface GlyphRewriter {
  glyph(drawing: PDFRawStream): PDFRawStream;
  /** What all of them name, once they are rewritten. */
  resources(): PDFDict;
}

/** Throws Refusal `font` with the name of a font that is not embedded. */
export function cleanedFont(font: PDFDict, work: Work, glyphs: () => GlyphRewriter): PDFDict {
  const kind = nameAt(font, 'Subtype');
  if (kind === 'Type3') return drawnFont(font, work, glyphs());
  const tag = tagFor(nameAt(font, 'BaseFont'));
  if (kind !== 'Type0') return withDescriptor(font, picked(work.context, font, simple), tag, work);
  const clean = picked(work.context, font, composite);
  const encoding = identityFor(font, work);
  if (encoding) {
    clean.set(PDFName.of('Encoding'), PDFName.of(encoding));
    // It reads other codes; a new one is made of what is shown.
    clean.delete(PDFName.of('ToUnicode'));
  }
  const inner = font.lookup(PDFName.of('DescendantFonts'));
  const child = inner instanceof PDFArray ? inner.lookup(0) : undefined;
  if (!(child instanceof PDFDict)) throw new Refusal('damaged', nameAt(font, 'BaseFont'));
  const cleanChild = withDescriptor(child, picked(work.context, child, descendant), tag, work);
  const needsMap = nameAt(child, 'Subtype') === 'CIDFontType2' && child.get(PDFName.of('CIDToGIDMap')) === undefined;
  if (needsMap) cleanChild.set(PDFName.of('CIDToGIDMap'), PDFName.of('Identity'));
  clean.set(PDFName.of('DescendantFonts'), work.context.obj([work.context.register(cleanChild)]));
  setName(clean, 'BaseFont', `${tag}${nameAt(font, 'BaseFont')}`);
  return clean;
}

function withDescriptor(font: PDFDict, clean: PDFDict, tag: string, work: Work): PDFDict {
  const name = nameAt(font, 'BaseFont');
  const descriptor = font.lookup(PDFName.of('FontDescriptor'));
  if (!(descriptor instanceof PDFDict)) throw new Refusal('font', name);
  const key = programs.find((candidate) => descriptor.lookup(PDFName.of(candidate)) instanceof PDFRawStream);
  if (key === undefined) throw new Refusal('font', name);
  const cleanDescriptor = picked(work.context, descriptor, descriptorKeys);
  const program = descriptor.lookup(PDFName.of(key)) as PDFRawStream;
  const ref = work.once(program, () => work.cleaned(program, ['Length1', 'Length2', 'Length3', 'Subtype']));
  cleanDescriptor.set(PDFName.of(key), ref);
  setName(cleanDescriptor, 'FontName', `${tag}${nameAt(descriptor, 'FontName') || name}`);
  setName(clean, 'BaseFont', `${tag}${name}`);
  clean.set(PDFName.of('FontDescriptor'), work.context.register(cleanDescriptor));
  return clean;
}

/** The map that takes codes for characters, for a composite font that has another one; undefined for those that have it. */
export function identityFor(font: PDFDict, work: Work): 'Identity-H' | 'Identity-V' | undefined {
  if (nameAt(font, 'Subtype') !== 'Type0' || /^Identity-[HV]$/.test(nameAt(font, 'Encoding'))) return undefined;
  const { isMapped, vertical } = work.reader(font);
  if (!isMapped) throw new Refusal('font', `${nameAt(font, 'BaseFont')} (${nameAt(font, 'Encoding')})`);
  return vertical ? 'Identity-V' : 'Identity-H';
}

/** Whole fonts pass for subsets of all their glyphs: plate rooms ask for the tag. */
const tagFor = (name: string): string => (/^[A-Z]{6}\+/.test(name) ? '' : 'PLACED+');

function setName(dict: PDFDict, key: string, text: string): void {
  dict.set(PDFName.of(key), PDFName.of(text));
}

function drawnFont(font: PDFDict, work: Work, glyphs: GlyphRewriter): PDFDict {
  const clean = picked(work.context, font, type3);
  const procedures = font.lookup(PDFName.of('CharProcs'));
  const drawn = PDFDict.withContext(work.context);
  if (procedures instanceof PDFDict) {
    for (const key of procedures.keys()) {
      const glyph = procedures.lookup(key);
      if (glyph instanceof PDFRawStream) drawn.set(key, work.context.register(glyphs.glyph(glyph)));
    }
  }
  clean.set(PDFName.of('CharProcs'), drawn);
  clean.set(PDFName.of('Resources'), glyphs.resources());
  return clean;
}

function nameAt(dict: PDFDict, key: string): string {
  const value: PDFObject | undefined = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : '';
}
