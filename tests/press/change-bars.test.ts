import { expect, test } from 'vitest';
import type { DisplayItem, DisplayPage, GlyphRun } from '../../engine/display/types';
import { changeBars } from '../../engine/press/change-bars';

const black = { c: 0, m: 0, y: 0, k: 1 };

/** A line of 10 pt, its characters an em apart. */
function line(text: string, left: number, y: number): GlyphRun {
  const characters = [...text];
  return {
    kind: 'glyphs',
    face: 'song',
    size: 10,
    colour: black,
    glyphs: Uint16Array.from(characters, () => 1),
    x: Float32Array.from(characters, (_, index) => left + 10 * index),
    y,
    text: Uint32Array.from(characters, (character) => character.codePointAt(0)!),
  };
}

const page = (...groups: readonly (readonly [string, readonly DisplayItem[]])[]): DisplayPage => ({
  width: 400,
  height: 400,
  bleed: 9,
  groups: groups.map(([block, items]) => ({ block, items })),
});
const same = (block: string) => block;
/** Column and baseline of each bar. */
const places = (before: DisplayPage, after: DisplayPage, keyAfter = same) =>
  changeBars(before, after, same, keyAfter).map(({ x1, y2 }) => [Math.round(x1 + 2.5), Math.round(y2 - 1.5)]);

const story = page(['b1', [line('路灯昨晚', 50, 100), line('亮了。', 50, 115), line('行人放心', 150, 100)]]);

test('a page that is the same has no bars', () => {
  expect(places(story, story)).toEqual([]);
});

test('a line with another character has one, at the left of its column', () => {
  const after = page(['b1', [line('路灯昨晚', 50, 100), line('亮了！', 50, 115), line('行人放心', 150, 100)]]);
  expect(places(story, after)).toEqual([[50, 115]]);
});

test('a character that moves every later one to another line is one change', () => {
  const after = page(['b1', [line('北路灯昨', 50, 100), line('晚亮了。', 50, 115), line('行人放心', 150, 100)]]);
  expect(places(story, after)).toEqual([[50, 100]]);
});

test('where words went, the line that they stood behind has one', () => {
  const after = page(['b1', [line('路灯昨晚', 50, 100), line('亮了。', 50, 115), line('行人', 150, 100)]]);
  expect(places(story, after)).toEqual([[150, 100]]);
});

test('a line of several runs has one bar, at its left end', () => {
  const before = page(['b1', [line('甲乙', 50, 100), line('丙丁', 70, 100)]]);
  const after = page(['b1', [line('甲乙', 50, 100), line('丙戊', 70, 100)]]);
  expect(places(before, after)).toEqual([[50, 100]]);
});

test('a story that stands elsewhere under another name is compared with itself; a new one has bars at all lines', () => {
  const moved = page(['b7', [line('路灯昨晚', 250, 200), line('亮了。', 250, 215), line('行人放心', 350, 200)]]);
  expect(places(story, moved, () => 'b1')).toEqual([]);
  expect(places(story, moved)).toEqual([
    [250, 200],
    [250, 215],
    [350, 200],
  ]);
});

test('a picture that was exchanged has one along its side', () => {
  const crop = { x: 0, y: 0, width: 1, height: 1 };
  const picture = (asset: string) => ({ kind: 'picture', asset, x: 50, y: 120, width: 100, height: 60, crop, ppi: 200 }) as const;
  const [bar, ...rest] = changeBars(page(['b1', [picture('a')]]), page(['b1', [picture('b')]]), same, same);
  expect(rest).toEqual([]);
  expect(bar).toMatchObject({ x1: 47.5, y1: 120, y2: 180 });
});
