import { describe, expect, it } from 'vitest';
import type { DisplayItem } from '../../engine/display/types';
import { boxOf, makeGrid } from '../../engine/layout/grid';
import { createLayout } from '../../engine/layout/index';
import { article, block, fonts, form, inkBounds, issue, itemsOf, plain, sikai } from './support';

/** Thinnest line that a plate holds, points. */
const LEAST_LINE = 0.25;
const RECT = { column: 1, row: 10, columns: 3, rows: 20 };
const box = boxOf(makeGrid(sikai), RECT);

function drawn(style: 'thickThin' | 'rules'): readonly DisplayItem[] {
  const story = article('a', { headline: ['文武线'], paragraphs: plain('街坊们在长廊里说话。'.repeat(60)) });
  const content = { kind: 'article', article: 'a', form: form({ box: style }) } as const;
  const placed = block('b', RECT.column + 1, RECT.column + RECT.columns, RECT.row + 1, RECT.row + RECT.rows, content);
  const made = issue({ articles: [story], pages: [{ number: 1, section: '', blocks: [placed] }] });
  return itemsOf(createLayout(made, fonts).page(1).display, 'b');
}

const weightOf = (item: DisplayItem): number => ('weight' in item ? item.weight : 0);

describe('a thick-thin border', () => {
  it('has the thick rule outside, flush with the block, white, then the thin one', () => {
    const [outer, inner] = drawn('thickThin').filter(({ kind }) => kind === 'frame');
    expect(weightOf(outer!)).toBeGreaterThanOrEqual(3 * weightOf(inner!));
    expect(weightOf(inner!)).toBeGreaterThanOrEqual(LEAST_LINE);
    const [out] = inkBounds(outer!);
    const [within] = inkBounds(inner!);
    expect(out!.left).toBeCloseTo(box.x);
    expect(out!.top).toBeCloseTo(box.y);
    expect(out!.right).toBeCloseTo(box.x + box.width);
    expect(out!.bottom).toBeCloseTo(box.y + box.height);
    for (const white of [
      within!.left - out!.left,
      within!.top - out!.top,
      out!.right - within!.right,
      out!.bottom - within!.bottom,
    ]) {
      expect(white - weightOf(outer!)).toBeGreaterThan(0.5);
    }
  });

  it('leaves the text room', () => {
    const items = drawn('thickThin');
    const thin = inkBounds(items.filter(({ kind }) => kind === 'frame')[1]!)[0]!;
    for (const text of items.filter(({ kind }) => kind === 'glyphs').flatMap(inkBounds)) {
      expect(text.left).toBeGreaterThan(thin.left + 1);
      expect(text.right).toBeLessThan(thin.right - 1);
      expect(text.top).toBeGreaterThan(thin.top + 1);
      expect(text.bottom).toBeLessThan(thin.bottom - 1);
    }
  });
});

describe('thick-thin rules', () => {
  it('stand at head and foot, the thick ones outside, and mirror each other', () => {
    const rules = drawn('rules').filter((item) => item.kind === 'rule');
    expect(drawn('rules').some(({ kind }) => kind === 'frame')).toBe(false);
    expect(rules.map(({ x1, x2 }) => [x1, x2])).toEqual(rules.map(() => [box.x, box.x + box.width]));
    const levels = rules.map(({ y1, weight }) => ({ y: y1, weight })).sort((a, b) => a.y - b.y);
    expect(levels).toHaveLength(4);
    const [thick, thin, thinBelow, thickBelow] = levels;
    expect(thick!.y - thick!.weight / 2).toBeCloseTo(box.y);
    expect(thick!.weight).toBeGreaterThanOrEqual(3 * thin!.weight);
    expect([thinBelow!.weight, thickBelow!.weight]).toEqual([thin!.weight, thick!.weight]);
    expect(thick!.y - box.y).toBeCloseTo(box.y + box.height - thickBelow!.y);
    expect(thin!.y - box.y).toBeCloseTo(box.y + box.height - thinBelow!.y);
  });
});
