import { describe, expect, it } from 'vitest';
import type { GlyphRun } from '../../engine/display/types';
import type { Issue } from '../../engine/issue/types';
import { boxOf, MM, makeGrid } from '../../engine/layout/grid';
import { createLayout } from '../../engine/layout/index';
import { lunarDate } from '../../engine/layout/lunar';
import { contentsOf, weekday } from '../../engine/layout/masthead';
import { fakeFonts } from '../fake-font';
import { article, block, fonts, form, inkBounds, issue, itemsOf, shownText, sikai } from './support';

const grid = makeGrid(sikai);

function mastheadOf(more: Partial<Issue['paper']>, faces = fonts) {
  const base = issue();
  const pages = [
    {
      number: 1,
      section: '要闻',
      blocks: [block('m', 1, 6, 1, 12, { kind: 'masthead' }), block('i', 1, 6, 86, 87, { kind: 'imprint' })],
    },
    {
      number: 2,
      section: '社区',
      blocks: [
        block('f', 1, 6, 1, 3, { kind: 'folio' }),
        block('x', 1, 2, 5, 20, { kind: 'article', article: 'small', form: form({ size: 22 }) }),
        block('y', 3, 6, 8, 20, { kind: 'article', article: 'big', form: form({ size: 36 }) }),
      ],
    },
    { number: 3, section: '民生', blocks: [block('f', 1, 6, 1, 3, { kind: 'folio' })] },
  ] as const;
  const articles = [article('small', { headline: ['小题'] }), article('big', { headline: ['大题在', '这里'] })];
  const made = issue({ paper: { ...base.paper, ...more }, pages, articles });
  return { made, layout: createLayout(made, faces) };
}

const runsOf = (items: readonly { kind: string }[]) => items.filter((item): item is GlyphRun => item.kind === 'glyphs');

describe('the masthead', () => {
  it('sets names of two to eight characters flush left, in their columns, with equal white between the inks', () => {
    for (const name of ['青桐', '青桐报', '青桐里报', '青桐里社区报', '青桐里街道社区报']) {
      const items = itemsOf(mastheadOf({ name }).layout.page(1).display, 'm');
      const runs = runsOf(items).slice(0, [...name].length);
      expect(runs.map((run) => String.fromCodePoint(run.text[0])).join('')).toBe(name);
      const inks = runs.flatMap(inkBounds);
      const gaps = inks.slice(1).map((ink, i) => ink.left - inks[i].right);
      for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0], 3);
      expect(inks[0].left).toBeGreaterThanOrEqual(grid.left - 0.01);
      expect(inks.at(-1)!.right).toBeLessThanOrEqual(grid.left + 423 - 3 * MM + 0.01);
    }
  });

  it('uses the heavy 宋 when the name’s face lacks a character', () => {
    const lacking = fakeFonts({
      lacks: (codePoint, face) => face === 'title' && codePoint === '桐'.codePointAt(0),
      fallbacks: ['song-black'],
    });
    const items = itemsOf(mastheadOf({ name: '青桐里报' }, lacking).layout.page(1).display, 'm');
    expect(
      new Set(
        runsOf(items)
          .slice(0, 4)
          .map((run) => run.face),
      ),
    ).toEqual(new Set(['song-black']));
  });

  it('carries number, total, pages and publishers, and the licence that its kind of paper has', () => {
    const newspaper = shownText(itemsOf(mastheadOf({}).layout.page(1).display, 'm'));
    for (const part of [
      '国内统一连续出版物号CN00-0000',
      '第2期（总第186期）',
      '今日3版',
      '主管青桐街道办事处',
      '主办青桐里居委会',
      '出版青桐里报编辑部',
    ]) {
      expect(newspaper).toContain(part);
    }
    const internal = shownText(itemsOf(mastheadOf({ kind: 'internal', licence: '准印证号 青-001' }).layout.page(1).display, 'm'));
    expect(internal).toContain('准印证号青-001内部资料免费交流');
    expect(internal).not.toContain('国内统一');
  });

  it('says the day, the weekday and the lunar day', () => {
    expect(weekday('2025-01-10')).toBe('星期五');
    expect(lunarDate('2025-01-10')).toBe('农历甲辰年十二月十一');
    const shown = shownText(itemsOf(mastheadOf({}).layout.page(1).display, 'm'));
    for (const part of ['10', '2025年1月', '星期五', '农历甲辰年十二月十一']) expect(shown).toContain(part);
  });

  it('lists the largest headline of each page behind page 1', () => {
    expect(contentsOf(mastheadOf({}).made)).toEqual([{ page: 2, title: '大题在 这里' }]);
  });

  it('is the largest type of the page', () => {
    const runs = runsOf(itemsOf(mastheadOf({}).layout.page(1).display, 'm'));
    expect(Math.max(...runs.slice(4).map((run) => run.size))).toBeLessThan(runs[0].size / 2);
  });
});

describe('furniture', () => {
  it('stays in its rows', () => {
    const { layout } = mastheadOf({
      sponsor: '青桐里社区居民委员会与青桐里社区志愿服务联合会',
      address: '青桐市青桐区青桐街道青桐路一百二十三号四楼',
    });
    for (const [page, id, row, rows] of [
      [1, 'm', 0, 12],
      [1, 'i', 85, 2],
      [2, 'f', 0, 3],
      [3, 'f', 0, 3],
    ] as const) {
      const box = boxOf(grid, { column: 0, row, columns: 6, rows });
      for (const bounds of itemsOf(layout.page(page).display, id).flatMap(inkBounds)) {
        expect(bounds.left).toBeGreaterThan(box.x - 0.6);
        expect(bounds.right).toBeLessThan(box.x + box.width + 0.6);
        // The figures of the fixed face are taller than a real face’s.
        expect(bounds.top).toBeGreaterThan(box.y - 1.6);
        expect(bounds.bottom).toBeLessThan(box.y + box.height + 0.6);
      }
    }
  });

  it('names the people of the page, and the paper’s where the page names none', () => {
    const { made } = mastheadOf({});
    const pages = made.pages.map((page) => (page.number === 3 ? { ...page, people: { editor: '丁四' } } : page));
    const layout = createLayout({ ...made, pages }, fonts);
    expect(shownText(itemsOf(layout.page(2).display, 'f'))).toContain('责任编辑甲一版式乙二校对丙三');
    expect(shownText(itemsOf(layout.page(3).display, 'f'))).toContain('责任编辑丁四版式乙二校对丙三');
  });

  it('mirrors the folio line of odd pages, the figure on the outside', () => {
    const { layout } = mastheadOf({});
    const even = runsOf(itemsOf(layout.page(2).display, 'f')).flatMap(inkBounds)[0];
    const odd = runsOf(itemsOf(layout.page(3).display, 'f')).flatMap(inkBounds)[0];
    expect(even.left).toBeCloseTo(grid.left, -1);
    expect(odd.right).toBeGreaterThan(grid.left + 639 - 2);
  });
});
