import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../engine/errors';
import { packMetrics, readFont } from '../../engine/fonts';
import { readFaceInfo } from '../../engine/fonts/face-info';
import { isComposite, readGlyf, readParts } from '../../engine/fonts/glyf';
import { inMemory, readSfnt } from '../../engine/fonts/sfnt';
import { collectionOf } from './collection';
import { smallFonts } from './small-fonts';
import { record } from './support';

const small = smallFonts();

/** Asks a font for everything it can tell. Returns the errors' codes; anything but an InputError is thrown on. */
function exercise(bytes: Uint8Array): string[] {
  const codes: string[] = [];
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      codes.push(error.code);
      return undefined;
    }
  };
  const font = attempt(() => readFont('test', bytes));
  if (!font) return codes;
  const glyphs = Array.from({ length: 24 }, (_, glyph) => glyph);
  for (const glyph of glyphs) {
    attempt(() => record((sink) => font.outline(glyph, sink)));
    attempt(() => font.metrics.inkOf(glyph));
  }
  attempt(() => packMetrics(font.metrics));
  attempt(() => font.subset(glyphs.slice(0, 12)));
  return codes;
}

describe.each(Object.entries(small))('the small %s font', (_, font) => {
  test('is read without complaint', () => {
    const glyphCount = readFaceInfo(readSfnt(inMemory(font), 0)).glyphCount;
    expect(exercise(font).length).toBeLessThanOrEqual(2 * Math.max(0, 24 - glyphCount));
  });

  test('cut short anywhere is damaged, never worse', () => {
    fc.assert(
      fc.property(fc.nat(font.length - 4), (length) => {
        expect(exercise(font.slice(0, length)).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  test('with bytes changed gives glyphs or input errors, never worse', () => {
    const change = fc.tuple(fc.nat(font.length - 1), fc.constantFrom(0, 1, 127, 128, 254, 255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const bytes = font.slice();
        for (const [at, value] of changes) bytes[at] = value;
        exercise(bytes);
      }),
      { numRuns: 250 },
    );
  });
});

describe('fonts made to hurt', () => {
  test('any bytes at all are refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(exercise(bytes)).toEqual(['fonts.notFont']);
      }),
    );
  });

  test('a composite that contains itself', () => {
    const bytes = small.composite.slice();
    const sfnt = readSfnt(inMemory(bytes), 0);
    const info = readFaceInfo(sfnt);
    const table = readGlyf(sfnt, info);
    const glyph = Array.from({ length: info.glyphCount }, (_, i) => i).find((i) => isComposite(table.record(i)))!;
    const part = readParts(table.record(glyph))[0]!;
    table.record(glyph).setUint16(part.at, glyph);
    const font = readFont('test', bytes);
    expect(() => record((sink) => font.outline(glyph, sink))).toThrow(expect.objectContaining({ code: 'fonts.damaged' }));
    expect(font.subset([glyph]).program.length).toBeGreaterThan(100);
  });

  test('a character map that covers all of Unicode many times over', () => {
    const bytes = small.vertical.slice();
    const cmap = readSfnt(inMemory(bytes), 0).table('cmap');
    const subtables = cmap.getUint16(2);
    for (let i = 0; i < subtables; i++) {
      const offset = cmap.getUint32(8 + 8 * i);
      if (cmap.getUint16(offset) !== 12) continue;
      for (let group = 0; group < cmap.getUint32(offset + 12); group++) {
        cmap.setUint32(offset + 16 + 12 * group, 0);
        cmap.setUint32(offset + 20 + 12 * group, 0xffffffff);
        cmap.setUint32(offset + 24 + 12 * group, 1);
      }
    }
    const { metrics } = readFont('test', bytes);
    expect([0, 1, 2].map((codePoint) => metrics.glyphOf(codePoint))).toEqual([1, 2, 3]);
  });

  test.each([
    [2, 'fonts.embeddingForbidden'],
    [0x0100, 'fonts.embeddingForbidden'],
    [0x0200, 'fonts.embeddingForbidden'],
    [0, undefined],
    [4, undefined],
    [8, undefined],
    [2 | 8, undefined],
  ])('embedding permission %i', (fsType, code) => {
    const bytes = small.vertical.slice();
    readSfnt(inMemory(bytes), 0).table('OS/2').setUint16(8, fsType);
    if (code) expect(() => readFont('test', bytes)).toThrow(expect.objectContaining({ code }));
    else expect(readFont('test', bytes).id).toBe('test');
  });
});

describe('collections', () => {
  test('a face of a collection is chosen by its index, one beyond it is refused', () => {
    const collection = collectionOf([small.composite, small.vertical]);
    expect(readFont('a', collection, 0).postScriptName).toBe('MaShanZheng-Regular');
    const second = readFont('b', collection, 1);
    expect(second.postScriptName).toBe('NotoSerifSC-Regular');
    const glyph = second.metrics.glyphOf(0x6c49);
    const alone = readFont('c', small.vertical);
    expect(record((sink) => second.outline(glyph, sink))).toEqual(record((sink) => alone.outline(glyph, sink)));
    expect(() => readFont('d', collection, 2)).toThrow(expect.objectContaining({ code: 'fonts.noSuchIndex' }));
  });
});
