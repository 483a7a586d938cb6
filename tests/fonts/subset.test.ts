import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FontFile, FontSubset } from '../../engine/fonts';
import { readCff } from '../../engine/fonts/cff';
import { cffOutline } from '../../engine/fonts/cff-outline';
import { readAdvances, readFaceInfo } from '../../engine/fonts/face-info';
import { glyfOutline, isComposite, readGlyf } from '../../engine/fonts/glyf';
import { inMemory, readSfnt, viewOf } from '../../engine/fonts/sfnt';
import { codePoints, fonts, record, type Segment } from './support';
import { python } from './tools';

/** What a subset draws for a code. */
function drawnFrom({ program, format }: FontSubset): (code: number) => Segment[] {
  if (format === 'cff') {
    const cff = readCff(viewOf(program));
    return (code) => record((sink) => cffOutline(cff, code, sink));
  }
  const sfnt = readSfnt(inMemory(program), 0);
  const table = readGlyf(sfnt, readFaceInfo(sfnt));
  return (code) => record((sink) => glyfOutline(table, code, sink));
}

function outline(file: FontFile, glyph: number): Segment[] {
  return record((sink) => file.outline(glyph, sink));
}

describe.each(['song-regular', 'kai-regular', 'title', 'fang-regular'])('a subset of %s', (id) => {
  const file = fonts.file(id);

  test('draws what the font draws, whatever glyphs are taken in whatever order', () => {
    const someGlyphs = fc.uniqueArray(fc.integer({ min: 1, max: 7000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(someGlyphs, (glyphs) => {
        const subset = file.subset(glyphs);
        const draw = drawnFrom(subset);
        glyphs.forEach((glyph, i) => {
          expect(subset.cidOf(glyph)).toBe(i + 1);
          expect(draw(i + 1)).toEqual(outline(file, glyph));
        });
        expect(draw(0)).toEqual(outline(file, 0));
      }),
      { numRuns: 25 },
    );
  });

  test('gives a glyph that is asked for twice two codes', () => {
    const glyph = file.metrics.glyphOf(0x6c49);
    const other = file.metrics.glyphOf(0x5b57);
    const draw = drawnFrom(file.subset([glyph, other, glyph]));
    expect([1, 2, 3].map(draw)).toEqual([glyph, other, glyph].map((one) => outline(file, one)));
  });

  test('is the same bytes for the same glyphs', () => {
    const glyphs = codePoints('江春入旧年').map((codePoint) => file.metrics.glyphOf(codePoint));
    expect(file.subset(glyphs).program).toEqual(file.subset(new Set(glyphs)).program);
  });

  test('of nothing holds .notdef', () => {
    expect(drawnFrom(file.subset([]))(0)).toEqual(outline(file, 0));
  });
});

describe('a TrueType subset', () => {
  const file = fonts.file('title');
  const letters = codePoints('ＡＢ…Ae汉').map((codePoint) => file.metrics.glyphOf(codePoint));
  const { program } = file.subset(letters);

  test('keeps advances, and brings the parts of its composites', () => {
    const sfnt = readSfnt(inMemory(program), 0);
    const info = readFaceInfo(sfnt);
    const table = readGlyf(sfnt, info);
    expect(letters.some((_, i) => isComposite(table.record(i + 1)))).toBe(true);
    expect(info.glyphCount).toBeGreaterThan(letters.length + 1);
    const advances = readAdvances(sfnt.table('hmtx'), info);
    expect(letters.map((_, i) => advances[i + 1])).toEqual(letters.map((glyph) => file.metrics.advanceOf(glyph)));
  });

  test('has the checksums that fontTools computes, and only the tables that a PDF needs', () => {
    const tables = python<string[]>(CHECK, [Buffer.from(program).toString('base64')]);
    expect(tables).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep']);
  });
});

/** `checkChecksums=2` raises an error for a wrong one; the sum over the whole file is a fixed number. */
const CHECK = `
import base64, io, json, struct, sys
from fontTools.ttLib import TTFont
data = base64.b64decode(sys.argv[1])
font = TTFont(io.BytesIO(data), checkChecksums=2)
tables = sorted(t for t in font.keys() if t != 'GlyphOrder')
for t in tables: font.reader[t]
assert sum(struct.unpack('>%dL' % (len(data) // 4), data)) & 0xffffffff == 0xb1b0afba
print(json.dumps(tables))
`;
