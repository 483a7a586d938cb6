import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../fonts/manifest.json';
import { fonts, root } from './support';

const HAN = 0x6c49; // 汉
const DASH = 0x2014;
const HAN_OF_PLANE_2 = 0x20089; // 𠂉, in 通用规范汉字表's neighbourhood but beyond the basic plane

describe('faces of the manifest', () => {
  test.each(fonts.faces)('%s has Han characters of one em and an em box of 880 over 120', (id) => {
    const face = fonts.file(id).metrics;
    expect(face.unitsPerEm).toBe(1000);
    expect([face.ascent, face.descent]).toEqual([880, -120]);
    expect(face.glyphOf(HAN)).toBeGreaterThan(0);
    expect(face.advanceOf(face.glyphOf(HAN))).toBe(1000);
  });

  test('weights grow from regular to black', () => {
    const weights = ['regular', 'medium', 'bold', 'black'].map((weight) => fonts.file(`song-${weight}`).weightClass);
    expect(weights).toEqual([400, 500, 700, 900]);
  });

  test('the dash of Noto Serif is narrower than an em, that of LXGW WenKai is not', () => {
    const advance = (id: string, codePoint: number): number => {
      const { metrics } = fonts.file(id);
      return metrics.advanceOf(metrics.glyphOf(codePoint));
    };
    expect(advance('song-regular', DASH)).toBe(890);
    expect(advance('kai-regular', DASH)).toBe(1000);
    expect(advance('kai-regular', 0x201c)).toBe(350);
    expect(advance('hei-regular', 0xb7)).toBe(1000);
  });

  test('characters beyond the basic plane are found', () => {
    expect(fonts.file('song-regular').metrics.glyphOf(HAN_OF_PLANE_2)).toBeGreaterThan(0);
  });

  test('code points that Unicode does not have are no glyphs', () => {
    const face = fonts.file('song-regular').metrics;
    for (const codePoint of [0x10ffff, 0x110000, 0x7fffffff, -1]) expect(face.glyphOf(codePoint)).toBe(0);
  });

  test('FangSong lacks what its note says', () => {
    const face = fonts.file('fang-regular').metrics;
    for (const codePoint of [0x246a, 0x2473, 0x2e3a, 0x33a1]) expect(face.glyphOf(codePoint)).toBe(0); // ⑪ ⑳ ⸺ ㎡
    expect(face.glyphOf(0x2469)).toBeGreaterThan(0); // ⑩
  });

  test('a comma has ink in the lower left of its cell, a space has none', () => {
    const face = fonts.file('song-regular').metrics;
    const comma = face.inkOf(face.glyphOf(0xff0c))!;
    expect(comma.xMax).toBeLessThan(500);
    expect(comma.yMax).toBeLessThan(300);
    expect(face.inkOf(face.glyphOf(0x3000))).toBeUndefined();
  });

  test('brackets have another form in vertical text, Han characters have not', () => {
    const face = fonts.file('song-regular').metrics;
    const bracket = face.glyphOf(0xff08);
    expect(face.verticalOf(bracket)).not.toBe(bracket);
    const han = face.glyphOf(HAN);
    expect(face.verticalOf(han)).toBe(han);
  });

  test.each(Object.entries(manifest.faces))('%s comes with its licence, and falls back on faces that there are', (_, entry) => {
    expect(existsSync(join(root, 'fonts', entry.licenceFile))).toBe(true);
    for (const id of entry.fallback) expect(fonts.faces).toContain(id);
  });
});
