import { describe, expect, test } from 'vitest';
import type { DisplayGroup, GlyphRun } from '../../engine/display/types';
import { apply, applyAll, type Block, type Edit } from '../../engine/issue';
import { rgbOf } from '../../renderer/canvas/colour';
import { changedPages } from '../../renderer/compose/changed-pages';
import { buffersOf, type PackedGroup, packPage, unpackGroup } from '../../renderer/compose/packed-page';
import { article, smallIssue } from '../issue/small-issue';

describe('colours on the screen', () => {
  const solid = { c: 0, m: 0, y: 0, k: 0 };

  test('are paper, and near black', () => {
    expect(rgbOf(solid)).toEqual([255, 255, 255]);
    expect(Math.max(...rgbOf({ ...solid, k: 1 }))).toBeLessThan(30);
  });

  test('get darker with every ink', () => {
    const light = (inks: Parameters<typeof rgbOf>[0]) => rgbOf(inks).reduce((sum, value) => sum + value);
    for (const ink of ['c', 'm', 'y', 'k'] as const) {
      for (let share = 0; share < 1; share += 0.125) {
        expect(light({ ...solid, [ink]: share + 0.125 })).toBeLessThan(light({ ...solid, [ink]: share }));
      }
    }
  });

  test('keep the hue of the inks', () => {
    const [red, green, blue] = rgbOf({ ...solid, m: 1, y: 0.95, k: 0.1 });
    expect(red).toBeGreaterThan(180);
    expect(Math.max(green, blue)).toBeLessThan(80);
  });
});

describe('a packed page', () => {
  const run = (glyphs: number[]): GlyphRun => ({
    kind: 'glyphs',
    face: 'song-regular',
    size: 9,
    colour: { c: 0, m: 0, y: 0, k: 1 },
    glyphs: Uint16Array.from(glyphs),
    x: Float32Array.from(glyphs, (_, i) => i * 9),
    text: Uint32Array.from(glyphs),
    y: 20,
  });

  test('comes out as it went in, without the text of its glyphs', () => {
    const fill = { kind: 'fill', x: 1, y: 2, width: 3, height: 4, colour: { c: 0, m: 0, y: 0, k: 0.1 } } as const;
    const runs = [run([5, 6, 7]), run([]), run([8, 9])];
    const groups = [
      { block: 'a', items: [runs[0]!, fill] },
      { block: '', items: [runs[1]!, runs[2]!] },
    ];
    const { groups: packed, width, height } = packPage({ width: 100, height: 200, bleed: 9, groups });
    const painted = ({ text: _, ...rest }: GlyphRun) => rest;
    expect({ width, height }).toEqual({ width: 100, height: 200 });
    expect((packed as PackedGroup[]).map(unpackGroup)).toEqual([
      { block: 'a', items: [painted(runs[0]!), fill] },
      { block: '', items: [painted(runs[1]!), painted(runs[2]!)] },
    ]);
  });

  test('does not hold the groups that were sent before', () => {
    const [a, b] = [run([5]), run([6])].map((item, i): DisplayGroup => ({ block: `${i}`, items: [item] })) as [
      DisplayGroup,
      DisplayGroup,
    ];
    const changed = { ...b, items: [run([7])] };
    const packed = packPage({ width: 100, height: 200, bleed: 9, groups: [changed, a] }, [a, b]);
    expect(packed.groups[1]).toBe(0);
    expect(packed.groups[0]).toMatchObject({ block: '1', glyphs: Uint16Array.of(7) });
    expect(buffersOf(packed)).toHaveLength(2);
  });
});

describe('pages that an edit changes', () => {
  const form = {
    head: 'wide',
    size: 0,
    lines: [],
    headRows: 0,
    headColumns: 0,
    deck: true,
    pictures: [],
    box: 'none',
    textColumns: 0,
  } as const;
  const story: Block = {
    id: 'story',
    content: { kind: 'article', article: smallIssue.articles[0]!.id, form },
    rect: { column: 0, row: 20, columns: 3, rows: 20 },
    cuts: [],
    locked: false,
  };
  const issue = apply(smallIssue, { type: 'putBlock', page: 2, block: story }).issue;

  test('are all of another issue', () => {
    expect(changedPages(null, issue)).toEqual([1, 2]);
    expect(changedPages(issue, issue)).toEqual([]);
  });

  test('are those on which a changed article stands', () => {
    const { id } = issue.articles[0]!;
    const after = apply(issue, { type: 'put', list: 'articles', item: article(id, '河堤又绿') }).issue;
    expect(changedPages(issue, after)).toEqual([2]);
    expect(changedPages(issue, apply(issue, { type: 'removeBlock', page: 2, id: 'story' }).issue)).toEqual([2]);
  });

  test('are all when the paper changes, one when its section does', () => {
    const paper = { ...issue.paper, name: '柳岸新报' };
    expect(changedPages(issue, apply(issue, { type: 'setPaper', paper }).issue)).toEqual([1, 2]);
    const section = apply(issue, { type: 'setSection', page: 2, section: '副刊' }).issue;
    expect(changedPages(issue, section)).toEqual([2]);
  });

  test('are those that show a changed photograph', () => {
    const photo = {
      id: 'ph',
      asset: `${'0'.repeat(64)}.jpg`,
      file: '1.jpg',
      width: 3000,
      height: 2000,
      caption: '',
      credit: '',
      focus: { x: 0.5, y: 0.5 },
    };
    const group = { id: 'gr', pictures: [{ number: 1, photo: 'ph' }], caption: '', credit: '', label: '', page: 0, source: '' };
    const shown: Block = { ...story, id: 'pictures', content: { kind: 'group', group: 'gr' } };
    const edits: Edit[] = [
      { type: 'put', list: 'photos', item: photo },
      { type: 'put', list: 'groups', item: group },
    ];
    const before = applyAll(issue, edits);
    const cropped: Edit = { type: 'put', list: 'photos', item: { ...photo, zoom: 2 } };
    expect(changedPages(before, apply(before, cropped).issue)).toEqual([]);
    const placed = apply(before, { type: 'putBlock', page: 1, block: shown }).issue;
    expect(changedPages(placed, apply(placed, cropped).issue)).toEqual([1]);
  });

  test('are none when something unplaced is added', () => {
    const after = apply(issue, { type: 'put', list: 'articles', item: article('new', '新来的稿') }).issue;
    expect(changedPages(issue, after)).toEqual([]);
  });
});
