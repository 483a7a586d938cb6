import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Advertisement, Block, Issue, Notice } from '../../engine/issue/types';
import { boxOf, makeGrid } from '../../engine/layout/grid';
import { createLayout } from '../../engine/layout/index';
import { article, block, fonts, form, inkBounds, issue, itemsOf, photo, plain, shownText, sikai } from './support';

const grid = makeGrid(sikai);
/** The mark of 简讯 is drawn, not set. */
const sorted = (text: string) => [...text.replace(/[\s■]/g, '')].sort().join('');

const words = (most: number) =>
  fc.array(fc.constantFrom(...'青桐里的孩子在长廊，。“”3年A7@.'), { maxLength: most }).map((all) => all.join(''));

const notices: fc.Arbitrary<Notice> = fc.record({
  id: fc.constant('n'),
  title: words(10),
  text: words(80),
  entries: fc.array(
    fc.record({
      label: words(8),
      value: words(24).filter((value) => value.trim() !== ''),
      kind: fc.constantFrom('phone', 'email', 'text') as fc.Arbitrary<'phone'>,
    }),
    { maxLength: 4 },
  ),
  page: fc.constant(0),
  source: fc.constant(''),
});

const advertisements: fc.Arbitrary<Advertisement> = fc.record({
  id: fc.constant('x'),
  label: fc.constantFrom('广告', '公益广告'),
  title: words(20),
  lines: fc.array(
    words(30).filter((line) => line !== ''),
    { maxLength: 4 },
  ),
  photo: fc.constant(''),
  columns: fc.constant(0),
  rows: fc.constant(0),
  page: fc.constant(0),
  source: fc.constant(''),
});

const sizes = fc.record({ columns: fc.integer({ min: 1, max: 6 }), rows: fc.integer({ min: 3, max: 30 }) });

function check(made: Parameters<typeof issue>[0], content: Block['content'], columns: number, rows: number, text: string) {
  const page = { number: 1, section: '', blocks: [block('b', 1, columns, 5, 4 + rows, content)] };
  const { display, fits } = createLayout(issue({ ...made, pages: [page] }), fonts).page(1);
  const items = itemsOf(display, 'b');
  expect(sorted(shownText(items) + fits[0].oversetText)).toBe(sorted(text));
  const box = boxOf(grid, { column: 0, row: 4, columns, rows });
  for (const bounds of items.flatMap(inkBounds)) {
    expect(bounds.left).toBeGreaterThan(box.x - 0.6);
    expect(bounds.right).toBeLessThan(box.x + box.width + 0.6);
    expect(bounds.top).toBeGreaterThan(box.y - 0.6);
    expect(bounds.bottom).toBeLessThan(box.y + box.height + 0.6);
  }
}

describe('boxes of any size', () => {
  it('hold a notice or report what does not fit', () => {
    fc.assert(
      fc.property(notices, sizes, (notice, { columns, rows }) => {
        const text = notice.title + notice.text + notice.entries.map(({ label, value }) => label + value).join('');
        check({ notices: [notice] }, { kind: 'notice', notice: 'n' }, columns, rows, text);
      }),
      { numRuns: 150 },
    );
  });

  it('hold an advertisement or report what does not fit', () => {
    fc.assert(
      fc.property(advertisements, sizes, (advertisement, { columns, rows }) => {
        const text = advertisement.label + advertisement.title + advertisement.lines.join('');
        check({ advertisements: [advertisement] }, { kind: 'advertisement', advertisement: 'x' }, columns, rows, text);
      }),
      { numRuns: 150 },
    );
  });

  it('hold 简讯 or report what does not fit', () => {
    const item = fc.record({
      headline: fc.array(words(10), { minLength: 1, maxLength: 2 }),
      text: words(60),
      credit: fc.constantFrom('', '（甲乙）'),
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), sizes, (items, { columns, rows }) => {
        const articles = items.map(({ headline, text, credit }, i) =>
          article(`a${i}`, { headline, byline: { lead: '', credit }, paragraphs: plain(text) }),
        );
        const text = `简讯${items.map((one) => `■${one.headline.join('')}${one.text}${one.credit}`).join('')}`;
        check({ articles }, { kind: 'briefs', label: '简讯', articles: articles.map(({ id }) => id) }, columns, rows, text);
      }),
      { numRuns: 150 },
    );
  });
});

describe('rows that boxes ask for', () => {
  const notice: Notice = {
    id: 'n',
    title: '征稿启事',
    text: '青'.repeat(30),
    entries: [{ label: '热线', value: '000-0000', kind: 'phone' }],
    page: 0,
    source: '',
  };

  it('hold the notice', () => {
    for (const columns of [1, 2, 3]) {
      const rows = createLayout(issue({ notices: [notice] }), fonts).noticeRows('n', columns);
      const fitted = (count: number) =>
        createLayout(issue({ notices: [notice] }), fonts).fit(block('b', 1, columns, 1, count, { kind: 'notice', notice: 'n' }));
      expect(fitted(rows.least).oversetChars).toBe(0);
      expect(rows.best).toBeGreaterThanOrEqual(rows.least);
      expect(rows.most).toBeGreaterThanOrEqual(rows.best);
    }
  });

  const shownIn = (more: Partial<Issue>, content: Block['content'], columns: number, rows: number) => {
    const made = issue({ ...more, pages: [{ number: 1, section: '', blocks: [block('b', 1, columns, 1, rows, content)] }] });
    return itemsOf(createLayout(made, fonts).page(1).display, 'b').flatMap((item) =>
      item.kind === 'glyphs' ? [{ text: String.fromCodePoint(...item.text), size: item.size, x: item.x[0]!, y: item.y }] : [],
    );
  };

  it('set a notice larger in a box deeper than it asks for, as long as all of it stands', () => {
    const layout = createLayout(issue({ notices: [notice] }), fonts);
    const { best } = layout.noticeRows('n', 3);
    const sizes = (rows: number) =>
      shownIn({ notices: [notice] }, { kind: 'notice', notice: 'n' }, 3, rows).flatMap(({ text, size }) =>
        text.includes('青') ? [size] : [],
      );
    expect(new Set(sizes(best))).toEqual(new Set([9]));
    expect(new Set(sizes(best + 4))).toEqual(new Set([13.5]));
    for (let rows = best; rows <= best + 6; rows++)
      expect(layout.fit(block('b', 1, 3, 1, rows, { kind: 'notice', notice: 'n' })).oversetChars).toBe(0);
  });

  it('stand who signs a notice and the day at its right', () => {
    const signed = { ...notice, entries: [], text: '青桐东路停水一天，请先储水。\n青桐水务\n2026年4月14日' };
    const shown = shownIn({ notices: [signed] }, { kind: 'notice', notice: 'n' }, 3, 9);
    const at = (start: string) => shown.find(({ text }) => text.startsWith(start))!;
    const [text, signer] = [at('青桐东路'), at('青桐水务')];
    expect(signer.x).toBeGreaterThan(text.x + 100);
    const unsigned = { ...signed, text: '青桐东路停水一天，请先储水。\n青桐水务' };
    const level = shownIn({ notices: [unsigned] }, { kind: 'notice', notice: 'n' }, 3, 9).find(
      ({ text }) => text === '青桐水务',
    )!;
    expect(level.x).toBeLessThan(text.x);
  });

  it('break the large line of a narrow advertisement where it is larger so, and let the others grow half as large at most', () => {
    const advertisement: Advertisement = {
      id: 'x',
      label: '公益广告',
      title: '文明养犬 一根绳子开始',
      lines: ['青桐居委会'],
      photo: '',
      columns: 0,
      rows: 0,
      page: 0,
      source: '',
    };
    const shown = (columns: number, rows: number) =>
      shownIn({ advertisements: [advertisement] }, { kind: 'advertisement', advertisement: 'x' }, columns, rows);
    const narrow = shown(1, 10);
    expect(narrow.map(({ text }) => text)).toEqual(['公益广告', '文明养犬', '一根绳子开始', '青桐居委会']);
    expect(narrow[1]!.size).toBeGreaterThan(9);
    const wide = shown(6, 12);
    expect(wide.map(({ text }) => text)).toEqual(['公益广告', '文明养犬\u3000一根绳子开始', '青桐居委会']);
    expect(wide[2]!.size).toBeGreaterThan(9);
    for (const [, title, ...rest] of [narrow, wide]) expect(rest.at(-1)!.size).toBeLessThanOrEqual(Math.max(9, title!.size / 2));
  });

  it('hold the advertisement, and respect a size that was bought', () => {
    const advertisement: Advertisement = {
      id: 'x',
      label: '广告',
      title: '大字',
      lines: ['一', '二'],
      photo: '',
      columns: 0,
      rows: 0,
      page: 0,
      source: '',
    };
    const layout = createLayout(issue({ advertisements: [advertisement] }), fonts);
    const { least } = layout.advertisementRows('x', 4);
    expect(layout.fit(block('b', 1, 4, 1, least, { kind: 'advertisement', advertisement: 'x' })).oversetChars).toBe(0);
    const bought = createLayout(issue({ advertisements: [{ ...advertisement, rows: 9 }] }), fonts).advertisementRows('x', 4);
    expect(bought).toEqual({ least: 9, best: 9, most: 9 });
  });

  it('hold 简讯 exactly', () => {
    const articles = [1, 2, 3].map((i) => article(`a${i}`, { headline: ['短题'], paragraphs: plain('青'.repeat(20 * i)) }));
    const ids = articles.map(({ id }) => id);
    const layout = createLayout(issue({ articles }), fonts);
    for (const columns of [1, 2, 3]) {
      const rows = layout.briefsRows(ids, columns);
      const fitted = (count: number) =>
        layout.fit(block('b', 1, columns, 1, count, { kind: 'briefs', label: '简讯', articles: ids }));
      expect(fitted(rows).oversetChars).toBe(0);
      expect(fitted(rows).emptyRows).toBeLessThan(columns);
      expect(fitted(rows - 1).oversetChars).toBeGreaterThan(0);
    }
  });

  it('count a photograph’s caption', () => {
    const layout = createLayout(
      issue({ photos: [photo('p', { caption: '青'.repeat(20), credit: '甲 摄' }), photo('q')] }),
      fonts,
    );
    expect(layout.captionRows('p', 1)).toBe(3);
    expect(layout.captionRows('p', 4)).toBe(1);
    expect(layout.captionRows('q', 2)).toBe(0);
  });
});

describe('a tinted box', () => {
  it.each(['outline', 'thickThin', 'rules', 'ornament'] as const)('lies below its lines: %s', (box) => {
    const drawn = (tint: boolean) => {
      const content = { kind: 'article', article: 'a', form: form({ head: 'box', box, tint }) } as const;
      const made = issue({
        articles: [article('a', { headline: ['滨河小路'], paragraphs: plain('青') })],
        pages: [{ number: 1, section: '', blocks: [block('b', 3, 5, 73, 85, content)] }],
      });
      return itemsOf(createLayout(made, fonts).page(1).display, 'b');
    };
    const [first, ...lines] = drawn(true);
    expect(first).toMatchObject({
      kind: 'fill',
      ...boxOf(grid, { column: 2, row: 72, columns: 3, rows: 13 }),
      colour: { k: 0.08 },
    });
    expect(lines).toEqual(drawn(false));
  });

  it('insets its text by 1 字 and keeps it on the page’s rows', () => {
    const story = article('a', { headline: ['滨河小路'], paragraphs: plain('青'.repeat(60)) });
    const content = {
      kind: 'article',
      article: 'a',
      form: form({ head: 'box', tint: true, textColumns: 2, headColumns: 1 }),
    } as const;
    const made = issue({ articles: [story], pages: [{ number: 1, section: '', blocks: [block('b', 3, 5, 73, 85, content)] }] });
    const items = itemsOf(createLayout(made, fonts).page(1).display, 'b');
    const box = boxOf(grid, { column: 2, row: 72, columns: 3, rows: 13 });
    const text = items.filter((item) => item.kind === 'glyphs');
    const bounds = text.flatMap(inkBounds);
    expect(Math.min(...bounds.map(({ left }) => left))).toBeGreaterThanOrEqual(box.x + 9);
    expect(Math.max(...bounds.map(({ right }) => right))).toBeLessThanOrEqual(box.x + box.width - 9);
    expect(Math.max(...bounds.map(({ bottom }) => bottom))).toBeLessThan(box.y + box.height - 9);
    expect(items.find((item) => item.kind === 'fill')).toMatchObject({ x: box.x, y: box.y, width: 315, colour: { k: 0.08 } });
  });
});
