import { describe, expect, test } from 'vitest';
import { changeOf, changeOfGroups } from '../../renderer/canvas/page-changes';
import { reachOf } from '../../renderer/canvas/reach';
import { type PackedGroup, type PaintGroup, type PaintItem, type PaintRun, packPage } from '../../renderer/compose/packed-page';

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
const page = (...items: PaintItem[]): readonly PaintItem[] => items;

describe('a new composition of a page', () => {
  test('that is the same changes nothing and keeps all objects', () => {
    const before = page(line(20), rule(30), line(40));
    const { now: merged, changed } = changeOf(before, page(line(20), rule(30), line(40)));
    expect(changed).toBeUndefined();
    expect(merged.every((item, i) => item === before[i])).toBe(true);
  });

  test('changes what lies between the first and the last difference', () => {
    const before = page(line(20), line(40), rule(50), line(60));
    const after = page(line(20), line(40, [5, 8, 7]), rule(50), line(60));
    const { now: merged, changed } = changeOf(before, after);
    expect(changed).toEqual(reachOf(line(40)));
    expect(merged).toEqual(after);
    expect(merged[0]).toBe(before[0]);
    expect(merged[1]).toBe(after[1]);
    expect(merged[3]).toBe(before[3]);
  });

  test('changes the place of an item that went as well as of one that came', () => {
    const before = page(line(20), line(40), line(60));
    expect(changeOf(before, page(line(20), line(60))).changed).toEqual(reachOf(line(40)));
    expect(changeOf(before, page(line(20), line(40), line(60), line(80))).changed).toEqual(reachOf(line(80)));
    expect(changeOf(before, page()).changed).toMatchObject({ top: reachOf(line(20)).top, bottom: reachOf(line(60)).bottom });
  });

  test('of lines all alike finds the one that was added', () => {
    const alike = [line(20), line(20), line(20)];
    const { now: merged, changed } = changeOf(page(...alike), page(...alike, line(20)));
    expect(merged).toHaveLength(4);
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

describe('the groups of a page', () => {
  const group = (block: string, ...items: PaintItem[]): PaintGroup => ({ block, items });
  const packed = ({ block, items }: PaintGroup) => {
    const texted = items.map((item) => (item.kind === 'glyphs' ? { ...item, text: Uint32Array.from(item.glyphs) } : item));
    return packPage({ width: 1, height: 1, bleed: 0, groups: [{ block, items: texted }] }).groups[0] as PackedGroup;
  };
  const [first, second] = [group('a', line(20), line(40)), group('b', line(60), line(80))];

  test('stay the same objects where they are not sent again', () => {
    const { now, changed } = changeOfGroups([first, second], [0, packed(group('b', line(60), line(81)))]);
    expect(now[0]).toBe(first);
    expect(now[1]).toEqual(group('b', line(60), line(81)));
    expect(now[1]!.items[0]).toBe(second.items[0]);
    expect(changed).toMatchObject({ top: reachOf(line(80)).top, bottom: reachOf(line(81)).bottom });
  });

  test('sent again without a difference change nothing', () => {
    expect(changeOfGroups([first, second], [0, packed(second)]).changed).toBeUndefined();
  });

  test('change where one went, came, or was put behind another', () => {
    const places = [
      changeOfGroups([first, second], [0]),
      changeOfGroups([first], [0, packed(second)]),
      changeOfGroups([first, second], [1, 0]),
    ].map(({ changed }) => changed);
    const [of, other] = [second, first].map(({ items }) => ({ top: reachOf(items[0]!).top, bottom: reachOf(items[1]!).bottom }));
    expect(places).toMatchObject([of, of, other]);
  });
});
