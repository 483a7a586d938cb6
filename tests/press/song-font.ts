/** A Chinese font as clients embed it. */
import { type PDFDict, type PDFName, PDFString } from 'pdf-lib';
import type { PageMaker } from './placed-pages';
import { fontFile } from './support';

/** 中 and the half-width space of Adobe-GB1, embedded under other glyph numbers. */
export function chinese({ stream, context }: PageMaker, Encoding: PDFName, isEmbedded = true): PDFDict {
  const { metrics, subset } = fontFile('song-regular');
  const { program } = subset([...'中 '].map((character) => metrics.glyphOf(character.codePointAt(0)!)));
  const glyphs = new Uint8Array(2 * 8000);
  glyphs[2 * 4559 + 1] = 1;
  glyphs[2 * 7716 + 1] = 2;
  const shape = {
    Flags: 4,
    FontBBox: [0, -200, 1000, 900],
    ItalicAngle: 0,
    Ascent: 880,
    Descent: -120,
    CapHeight: 700,
    StemV: 80,
  };
  const file = isEmbedded ? { FontFile2: stream({}, program) } : {};
  const descriptor = { Type: 'FontDescriptor', FontName: 'ABCDEF+Song', ...shape, ...file };
  const descendant = {
    ...{ Type: 'Font', Subtype: 'CIDFontType2', BaseFont: 'ABCDEF+Song', DW: 1000, W: [7716, [500]] },
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('GB1'), Supplement: 2 },
    FontDescriptor: context.register(context.obj(descriptor)),
    CIDToGIDMap: stream({}, glyphs),
  };
  const DescendantFonts = [context.register(context.obj(descendant))];
  return context.obj({ Type: 'Font', Subtype: 'Type0', BaseFont: 'ABCDEF+Song', Encoding, DescendantFonts });
}
