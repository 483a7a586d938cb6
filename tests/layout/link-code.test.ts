import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DisplayItem, Fill } from '../../engine/display/types';
import type { Advertisement, Issue, LinkCode, Notice } from '../../engine/issue/types';
import { boxOf, MM, makeGrid } from '../../engine/layout/grid';
import { createLayout } from '../../engine/layout/index';
import { darkParts } from '../../engine/layout/link-code';
import { article, block, fonts, form, inkBounds, issue, itemsOf, plain, shownText, sikai } from './support';

const grid = makeGrid(sikai);
const code: LinkCode = { link: 'https://qingtongli.example.com/a/186', label: '扫码看视频' };
const long = { link: `https://qingtongli.example.com/${'a1b2c3'.repeat(60)}`, label: '' };

function notice(more: Partial<Notice> = {}): Notice {
  return { id: 'n', title: '本报征稿', text: '', entries: [], page: 0, source: '', code, ...more };
}

function advertisement(more: Partial<Advertisement> = {}): Advertisement {
  const lines = ['青桐路1号', '电话 000-0000'];
  return { id: 'ad', label: '广告', title: '面包房', lines, photo: '', columns: 0, rows: 0, page: 0, source: '', code, ...more };
}

const isFill = (item: DisplayItem): item is Fill => item.kind === 'fill';

/** The white under a code, and its dark parts; undefined where the block shows none. */
function codeOf(items: readonly DisplayItem[]) {
  const fills = items.filter(isFill);
  const white = fills.find(({ colour }) => colour.k === 0 && colour.c + colour.m + colour.y === 0);
  const dark = fills.filter(({ colour }) => colour.k === 1);
  return white && { white, dark };
}

function onPage(
  content: Issue['pages'][number]['blocks'][number]['content'],
  columns: number,
  rows: number,
  more: Partial<Issue>,
) {
  const placed = block('b', 1, columns, 5, 4 + rows, content);
  const page = createLayout(issue({ ...more, pages: [{ number: 1, section: '', blocks: [placed] }] }), fonts).page(1);
  return { placed, fit: page.fits[0]!, items: itemsOf(page.display, 'b') };
}

describe('dark modules as rectangles', () => {
  it('cover every one once, and no light one', () => {
    const bitmaps = fc.integer({ min: 1, max: 12 }).chain((size) =>
      fc.array(fc.boolean(), { minLength: size * size, maxLength: size * size }).map((modules) => ({
        size,
        get: (x: number, y: number) => x < size && y < size && modules[y * size + x]!,
      })),
    );
    fc.assert(
      fc.property(bitmaps, (bitmap) => {
        const covered = Array.from({ length: bitmap.size }, () => new Array<number>(bitmap.size).fill(0));
        for (const { x, y, width, height } of darkParts(bitmap))
          for (let row = y; row < y + height; row++)
            for (let column = x; column < x + width; column++) covered[row]![column]! += 1;
        covered.forEach((row, y) => {
          row.forEach((times, x) => {
            expect(times).toBe(bitmap.get(x, y) ? 1 : 0);
          });
        });
      }),
    );
  });
});

describe('a code', () => {
  it('has four modules of white around, modules of half a millimetre at least, and its words below', () => {
    const { items, placed, fit } = onPage({ kind: 'notice', notice: 'n' }, 2, 22, { notices: [notice()] });
    const { white, dark } = codeOf(items)!;
    // The upper left finder's edge is seven modules long and stands first.
    const module = dark[0]!.width / 7;
    expect(module).toBeGreaterThanOrEqual(0.5 * MM - 1e-9);
    expect(dark[0]!.x - white.x).toBeCloseTo(4 * module, 6);
    expect(dark[0]!.y - white.y).toBeCloseTo(4 * module, 6);
    expect(white.x + white.width - Math.max(...dark.map(({ x, width }) => x + width))).toBeCloseTo(4 * module, 6);
    const box = boxOf(grid, placed.rect);
    expect(white.x + white.width / 2).toBeCloseTo(box.x + box.width / 2, 6);
    expect(shownText(items)).toBe('本报征稿扫码看视频');
    expect(fit.remarks).toEqual([]);
  });

  it('of a long link grows, and says so where a column is too narrow for it', () => {
    const wide = onPage({ kind: 'notice', notice: 'n' }, 3, 40, { notices: [notice({ code: long })] });
    expect(wide.fit.remarks).toEqual([]);
    expect(codeOf(wide.items)!.white.width).toBeGreaterThan(30 * MM);
    const narrow = onPage({ kind: 'notice', notice: 'n' }, 1, 40, { notices: [notice({ code: long })] });
    expect(narrow.fit.remarks).toEqual([{ rule: 'code-dense', detail: long.link }]);
  });

  it('that has no room is reported with its link', () => {
    const { items, fit } = onPage({ kind: 'notice', notice: 'n' }, 2, 6, { notices: [notice()] });
    expect(codeOf(items)).toBeUndefined();
    expect(fit.oversetText).toContain(code.link);
    const short = onPage({ kind: 'advertisement', advertisement: 'ad' }, 3, 4, { advertisements: [advertisement()] });
    expect(short.fit.oversetText).toContain(code.link);
  });

  it.each([
    [1, 'below'],
    [4, 'beside'],
  ] as const)('of an advertisement over %i columns stands %s the type and off it', (columns, where) => {
    const made = { advertisements: [advertisement()] };
    const { best } = createLayout(issue(made), fonts).advertisementRows('ad', columns);
    const { items, placed, fit } = onPage({ kind: 'advertisement', advertisement: 'ad' }, columns, best, made);
    expect(fit.oversetChars).toBe(0);
    const { white } = codeOf(items)!;
    const box = boxOf(grid, placed.rect);
    expect(white.y).toBeGreaterThan(box.y);
    expect(white.y + white.height).toBeLessThanOrEqual(box.y + box.height);
    const type = items.filter((item) => item.kind === 'glyphs').flatMap(inkBounds);
    for (const { left, right, top, bottom } of type)
      expect(right <= white.x || left >= white.x + white.width || bottom <= white.y || top >= white.y + white.height).toBe(true);
    const lines = Math.min(...type.map(({ left }) => left));
    expect(where === 'beside' ? white.x > lines + 30 : white.x < box.x + box.width / 2).toBe(true);
  });
});

describe('a story with a code', () => {
  const text = '河堤上的灯亮了，渡口换了新的缆绳。'.repeat(30);
  const story = (more = {}) => article('a', { headline: ['渡口'], paragraphs: plain(text), code, ...more });

  it('runs its text past it, losing no character', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 20, max: 70 }), (columns, rows) => {
        const content = { kind: 'article', article: 'a', form: form() } as const;
        const { items, fit, placed } = onPage(content, columns, rows, { articles: [story()] });
        const found = codeOf(items);
        const link = found ? '' : code.link;
        const standing = (shownText(items) + fit.oversetText).replace(/[\s]/g, '');
        expect([...standing].sort().join('')).toBe([...`渡口${text}${found ? code.label : ''}${link}`].sort().join(''));
        if (!found) return;
        const { white } = found;
        const box = boxOf(grid, placed.rect);
        expect(white.y + white.height).toBeLessThanOrEqual(box.y + box.height + 0.01);
        for (const { left, right, top, bottom } of items.filter((item) => item.kind === 'glyphs').flatMap(inkBounds))
          expect(
            right <= white.x + 0.6 || left >= white.x + white.width - 0.6 || bottom <= white.y || top >= white.y + white.height,
          ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('that goes on elsewhere has it in its last part', () => {
    const first = block('x', 1, 1, 5, 24, { kind: 'article', article: 'a', form: form() });
    const rest = block('y', 2, 3, 5, 50, {
      kind: 'continuation',
      article: 'a',
      part: 2,
      form: { pictures: [], box: 'none', textColumns: 0 },
    });
    const made = issue({ articles: [story()], pages: [{ number: 1, section: '', blocks: [first, rest] }] });
    const { display } = createLayout(made, fonts).page(1);
    expect(codeOf(itemsOf(display, 'x'))).toBeUndefined();
    expect(codeOf(itemsOf(display, 'y'))).toBeDefined();
  });
});
