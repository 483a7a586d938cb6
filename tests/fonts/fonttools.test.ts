import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { InkBox } from '../../engine/fonts';
import { expectedGlyphs, expectedMaps } from './expected';
import { fonts, record, root } from './support';

const files: readonly (readonly [string, string, number])[] = [
  ['song-regular', 'node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', 211],
  ['title', 'node_modules/@expo-google-fonts/ma-shan-zheng/400Regular/MaShanZheng_400Regular.ttf', 13],
  ['kai-regular', '.cache/fonts/LXGWWenKai-Regular.ttf', 211],
  ['fang-regular', 'fonts/FandolFang-Regular.otf', 97],
];

describe.each(files)('%s as fontTools reads it', (id, path, step) => {
  const file = fonts.file(id);

  test('outlines, ink and advances', () => {
    const glyphs = expectedGlyphs(join(root, path), step);
    expect(glyphs.length).toBeGreaterThan(100);
    for (const { glyph, segments, ink, advance } of glyphs) {
      const drawn = record((sink) => file.outline(glyph, sink));
      expect(drawn, `glyph ${glyph}`).toEqual(segments);
      expect(file.metrics.advanceOf(glyph)).toBe(advance);
      const box = file.metrics.inkOf(glyph);
      // A glyf record's box is in whole units, the points of composites need not be.
      if (ink) expect(farthest(box!, ink)).toBeLessThan(1);
      else expect(box).toBeUndefined();
    }
  });

  test('characters and vertical forms', () => {
    const { cmap, vertical } = expectedMaps(join(root, path));
    const { metrics } = file;
    expect(cmap.filter(([codePoint, glyph]) => metrics.glyphOf(codePoint) !== glyph)).toEqual([]);
    const known = new Set(cmap.map(([codePoint]) => codePoint));
    let invented = 0;
    for (let codePoint = 0; codePoint < 0x30000; codePoint++) if (!known.has(codePoint) && metrics.glyphOf(codePoint)) invented++;
    expect(invented).toBe(0);
    expect([...metrics.source.verticalForms()].sort((a, b) => a[0] - b[0])).toEqual(vertical.sort((a, b) => a[0] - b[0]));
  });
});

/** Largest distance between the sides of two boxes. */
function farthest(box: InkBox, [xMin, yMin, xMax, yMax]: readonly number[]): number {
  return Math.max(Math.abs(box.xMin - xMin!), Math.abs(box.yMin - yMin!), Math.abs(box.xMax - xMax!), Math.abs(box.yMax - yMax!));
}
