import { describe, expect, it } from 'vitest';
import type { GlyphRun, Rule } from '../../engine/display/types';
import type { ArticleParagraph } from '../../engine/issue/types';
import { columnLeft, columnsWidth, makeGrid, rowTop } from '../../engine/layout/grid';
import { createLayout } from '../../engine/layout/index';
import { article, block, fonts, form, inkBounds, issue, itemsOf, shownText, sikai } from './support';

const grid = makeGrid(sikai);
const CUT_ROW = 20;
const paragraph = (text: string, form?: ArticleParagraph['form']): ArticleParagraph => ({
  runs: [{ text, form: 'plain' }],
  ...(form ? { form } : {}),
});
const text = '青桐里的清早，长廊下有人修伞。';

/** A story in one text column over two of the grid's; a neighbour takes the right one from row 20 of the page on. */
function lay(paragraphs: readonly ArticleParagraph[], jump = '') {
  const content = { kind: 'article', article: 'a', form: form({ textColumns: 1 }) } as const;
  const cut = { column: 1, row: CUT_ROW, columns: 1, rows: 20 };
  const placed = { ...block('b', 1, 2, 1, 60, content), cuts: [cut] };
  const articles = [article('a', { paragraphs, jump })];
  const layout = createLayout(issue({ articles, pages: [{ number: 1, section: '', blocks: [placed] }] }), fonts).page(1);
  const items = itemsOf(layout.display, 'b');
  const glyphs = items.filter((item): item is GlyphRun => item.kind === 'glyphs');
  const rules = items.filter((item): item is Rule => item.kind === 'rule');
  return { items, glyphs, rules, fit: layout.fits[0]! };
}

const rowOf = (run: { readonly y: number }) => Math.floor((run.y - rowTop(grid, 0)) / grid.pitch);
const narrow = columnLeft(grid, 0) + columnsWidth(grid, 1);
const rows = (glyphs: readonly GlyphRun[]) => [...new Set(glyphs.map(rowOf))].sort((a, b) => a - b);

describe('a form that begins above a neighbour and ends beside it', () => {
  const above = Array.from({ length: 16 }, () => paragraph(text));
  const table = ['月份\t渡客', '一月\t四百', '二月\t三百', '三月\t五百', '四月\t六百', '五月\t七百'].map((row) =>
    paragraph(row, 'row'),
  );
  const names = paragraph(Array.from({ length: 30 }, () => '王建国').join(' '), 'names');
  const note = paragraph(`编者按：${text.repeat(4)}`, 'note');

  it.each([
    ['table', table],
    ['list of names', [names]],
    ['note', [note]],
  ])('is a %s as wide as the rows beside the neighbour, without a hole', (_, paragraphs) => {
    const { items, glyphs, fit } = lay([...above, ...paragraphs, paragraph(text.repeat(6))], '（下转2版）');
    const all = [...above, ...paragraphs, paragraph(text.repeat(6))].map(({ runs }) => runs[0]!.text).join('');
    expect(shownText(glyphs)).toBe(`${all}（下转2版）`.replace(/\s/g, ''));
    expect(fit.oversetText).toBe('');
    const beside = items.flatMap(inkBounds).filter(({ top }) => top > rowTop(grid, CUT_ROW) && top < rowTop(grid, CUT_ROW + 20));
    expect(beside.length).toBeGreaterThan(0);
    for (const { right } of beside) expect(right).toBeLessThan(narrow + 0.3);
    const steps = rows(glyphs).map((row, i, each) => row - (each[i - 1] ?? row));
    expect(Math.max(...steps)).toBeLessThanOrEqual(2);
  });

  it('has the rules of the whole table at one width', () => {
    const { rules } = lay([...above, ...table]);
    const across = rules.filter(({ y1, y2 }) => y1 === y2);
    expect(across).toHaveLength(7);
    for (const { x1, x2 } of across) expect([x1, x2]).toEqual([across[0]!.x1, across[0]!.x2]);
    expect(across[0]!.x2 - across[0]!.x1).toBeCloseTo(99, 4);
  });

  it('is as wide as the column where it ends above the neighbour', () => {
    const { rules } = lay([paragraph(text), ...table, paragraph(text.repeat(30))]);
    const across = rules.filter(({ y1, y2 }) => y1 === y2);
    expect(across[0]!.x2 - across[0]!.x1).toBeCloseTo(207, 4);
  });
});
