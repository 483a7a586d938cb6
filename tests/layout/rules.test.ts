import { describe, expect, it } from 'vitest';
import type { Rule } from '../../engine/display/types';
import type { Block } from '../../engine/issue/types';
import { columnLeft, makeGrid, rowsHeight, rowTop } from '../../engine/layout/grid';
import { createLayout } from '../../engine/layout/index';
import { article, block, fonts, form, issue, itemsOf, plain, sikai } from './support';

const grid = makeGrid(sikai);
const story = (id: string) => article(id, { headline: ['青桐'], paragraphs: plain('青'.repeat(30)) });

const content = (id: string, tint = false) => ({ kind: 'article', article: id, form: form({ tint }) }) as const;

function rulesOf(...blocks: Block[]): Rule[] {
  const made = issue({
    articles: ['a', 'b', 'c'].map(story),
    notices: [{ id: 'n', title: '启事', text: '', entries: [], page: 0, source: '' }],
    pages: [{ number: 2, section: '', blocks }],
  });
  return itemsOf(createLayout(made, fonts).page(2).display, '').filter((item) => item.kind === 'rule');
}

const gutter = (column: number) => columnLeft(grid, column) - 4.5;

describe('rules between stories', () => {
  it('stand in the gutter where two stories are neighbours, and only there', () => {
    const rules = rulesOf(block('1', 1, 2, 5, 20, content('a')), block('2', 3, 6, 10, 30, content('b')));
    expect(rules).toHaveLength(1);
    const [rule] = rules;
    expect(rule.x1).toBeCloseTo(gutter(2), 9);
    expect(rule.x2).toBe(rule.x1);
    expect(rule.y1).toBeCloseTo(rowTop(grid, 9), 9);
    expect(rule.y2).toBeCloseTo(rowTop(grid, 9) + rowsHeight(grid, 11), 9);
    expect(rule.weight).toBe(0.35);
  });

  it('stand in the middle of the blank row between stacked stories', () => {
    const rules = rulesOf(block('1', 1, 3, 5, 20, content('a')), block('2', 1, 3, 22, 30, content('b')));
    expect(rules).toHaveLength(1);
    expect(rules[0].y1).toBeCloseTo(rowTop(grid, 20) + 4.5, 9);
    expect([rules[0].x1, rules[0].x2]).toEqual([columnLeft(grid, 0), columnLeft(grid, 3) - 9]);
  });

  it('do not stand beside or above boxes', () => {
    expect(rulesOf(block('1', 1, 2, 5, 20, content('a')), block('2', 3, 4, 5, 20, content('b', true)))).toEqual([]);
    expect(rulesOf(block('1', 1, 2, 5, 20, content('a')), block('2', 1, 2, 22, 30, { kind: 'notice', notice: 'n' }))).toEqual([]);
  });

  it('go on over the whole story below where a box stands beside the story above it', () => {
    const beside = [block('1', 1, 1, 5, 20, content('a')), block('2', 2, 3, 5, 20, content('b', true))];
    const rules = rulesOf(...beside, block('3', 1, 3, 22, 30, content('c')));
    expect(rules.map(({ x1, x2 }) => [x1, x2])).toEqual([[columnLeft(grid, 0), columnLeft(grid, 3) - 9]]);
    expect(rulesOf(beside[1]!, block('3', 1, 3, 22, 30, content('c')))).toEqual([]);
  });

  it('do not stand inside a story', () => {
    expect(rulesOf(block('1', 1, 6, 5, 20, content('a')))).toEqual([]);
  });

  it('follow an L-shaped story around the one that bites in', () => {
    const lead = { ...block('1', 1, 4, 14, 71, content('a')), cuts: [{ column: 0, columns: 2, row: 60, rows: 11 }] };
    const rules = rulesOf(lead, block('2', 1, 2, 62, 85, content('b')));
    const across = rules.filter((rule) => rule.y1 === rule.y2);
    const down = rules.filter((rule) => rule.x1 === rule.x2);
    expect(across).toHaveLength(1);
    expect(across[0].y1).toBeCloseTo(rowTop(grid, 60) + 4.5, 9);
    expect(across[0].x2).toBeCloseTo(columnLeft(grid, 2) - 9, 9);
    // From the blank row with the rule above the second story to the lead's last row.
    expect(down).toHaveLength(1);
    expect([down[0].y1, down[0].y2]).toEqual([rowTop(grid, 60), rowTop(grid, 60) + rowsHeight(grid, 11)]);
  });

  it('leave the blank row above 简讯 and photo groups free, which bring their own', () => {
    const briefs = { kind: 'briefs', label: '简讯', articles: ['c'] } as const;
    const rules = rulesOf(
      block('1', 1, 4, 14, 71, content('a')),
      block('2', 5, 6, 14, 46, content('b')),
      block('3', 5, 6, 48, 71, briefs),
    );
    expect(rules.map((rule) => rule.x1)).toEqual([gutter(4), gutter(4)]);
    expect(rules[0].y2).toBeCloseTo(rowTop(grid, 45) + 9, 9);
    expect(rules[1].y1).toBeCloseTo(rowTop(grid, 47), 9);
  });
});
