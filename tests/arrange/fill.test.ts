import { describe, expect, it } from 'vitest';
import { fillOf } from '../../engine/arrange/fill';
import type { Block } from '../../engine/issue/types';
import type { BlockFit } from '../../engine/layout/types';

const AREA = { column: 0, row: 0, columns: 4, rows: 25 };
const FORM = {
  head: 'second' as const,
  size: 0,
  lines: [],
  headRows: 0,
  headColumns: 0,
  deck: false,
  pictures: [],
  box: 'none' as const,
};

const block = (content: Block['content'], rows = 25): Block => ({
  id: 'b',
  content,
  rect: { ...AREA, rows },
  cuts: [],
  locked: false,
});
const story = (textColumns = 0) => block({ kind: 'article', article: 'a', form: { ...FORM, textColumns } });

/** Cells of the page, of 100, that count as empty when a block leaves so many rows of its columns empty. */
function emptyCells(one: Block, emptyRows: number): number {
  const figure = { block: 'b', kind: one.content.kind, rect: one.rect, cuts: one.cuts, articles: [], pictures: [], boxed: false };
  const fit: BlockFit = { block: 'b', oversetChars: 0, oversetText: '', emptyRows, remarks: [] };
  return Math.round((1 - fillOf([{ ...figure, rank: 'normal' as const }], [one], [fit], AREA)) * 1000) / 10;
}

describe('how full a page is', () => {
  it('lets the last column of a story be short by fewer rows than the story has columns', () => {
    expect(emptyCells(story(), 3)).toBe(0);
    expect(emptyCells(story(), 5)).toBe(2);
  });

  it('counts by the columns in which the text runs, each as wide as it is', () => {
    expect(emptyCells(story(2), 1)).toBe(0);
    expect(emptyCells(story(2), 3)).toBe(4);
  });

  it('counts white inside 简讯', () => {
    const briefs = block({ kind: 'briefs', label: '简讯', articles: ['a', 'b'] });
    expect(emptyCells(briefs, 3)).toBe(0);
    expect(emptyCells(briefs, 7)).toBe(4);
  });

  it('counts what no block covers, but not the blank row between two blocks', () => {
    expect(emptyCells(block({ kind: 'group', group: 'g' }, 20), 0)).toBe(20);
  });
});
