import { describe, expect, test } from 'vitest';
import { changeOf } from '../../renderer/canvas/page-changes';
import { reachOf } from '../../renderer/canvas/reach';
import type { PaintItem, PaintPage, PaintRun } from '../../renderer/compose/packed-page';

const black = { c: 0, m: 0, y: 0, k: 1 };
const line = (y: number, glyphs = [5, 6, 7]): PaintRun => ({
  kind: 'glyphs',
  face: 'song-regular',
  size: 9,
  colour: { ...black },
  glyphs: Uint16Array.from(glyphs),
  x: Float32Array.from(glyphs, (_, i) => 40 + i * 9),
  y,
});
const rule = (y: number): PaintItem => ({ kind: 'rule', x1: 40, y1: y, x2: 140, y2: y, weight: 1, colour: { ...black } });
const page = (...items: PaintItem[]): PaintPage => ({ width: 300, height: 400, items });

describe('a new composition of a page', () => {
  test('that is the same changes nothing and keeps all objects', () => {
    const before = page(line(20), rule(30), line(40));
    const { page: merged, changed } = changeOf(before, page(line(20), rule(30), line(40)));
    expect(changed).toBeUndefined();
    expect(merged.items.every((item, i) => item === before.items[i])).toBe(true);
  });

  test('changes what lies between the first and the last difference', () => {
    const before = page(line(20), line(40), rule(50), line(60));
    const after = page(line(20), line(40, [5, 8, 7]), rule(50), line(60));
    const { page: merged, changed } = changeOf(before, after);
    expect(changed).toEqual(reachOf(line(40)));
    expect(merged.items).toEqual(after.items);
    expect(merged.items[0]).toBe(before.items[0]);
    expect(merged.items[1]).toBe(after.items[1]);
    expect(merged.items[3]).toBe(before.items[3]);
  });

  test('changes the place of an item that went as well as of one that came', () => {
    const before = page(line(20), line(40), line(60));
    expect(changeOf(before, page(line(20), line(60))).changed).toEqual(reachOf(line(40)));
    expect(changeOf(before, page(line(20), line(40), line(60), line(80))).changed).toEqual(reachOf(line(80)));
    expect(changeOf(before, page()).changed).toMatchObject({ top: reachOf(line(20)).top, bottom: reachOf(line(60)).bottom });
  });

  test('of lines all alike finds the one that was added', () => {
    const alike = [line(20), line(20), line(20)];
    const { page: merged, changed } = changeOf(page(...alike), page(...alike, line(20)));
    expect(merged.items).toHaveLength(4);
    expect(changed).toEqual(reachOf(line(20)));
  });

  test.each([
    ['place', { y: 41 }],
    ['size', { size: 9.5 }],
    ['face', { face: 'kai-regular' }],
    ['colour', { colour: { ...black, m: 1 } }],
    ['stretch', { stretch: 0.95 }],
    ['rotation', { rotate: 90 as const }],
  ])('sees another %s', (_, other) => {
    expect(changeOf(page(line(40)), page({ ...line(40), ...other })).changed).toBeDefined();
  });
});
