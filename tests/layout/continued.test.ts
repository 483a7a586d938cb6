import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../engine/issue';
import type { Article, ArticleParagraph, Block, ContinuationForm, GridRect, Issue, Page } from '../../engine/issue/types';
import { createLayout, KeptBlocks, type SetBlock } from '../../engine/layout';
import { article, block, fonts, form, issue, itemsOf, plain, shownText, sikai } from './support';

const BARE: ContinuationForm = { pictures: [], box: 'none', textColumns: 0 };

function first(rows: number, columns = 1, more: Partial<Block> = {}): Block {
  return { ...block('x1', 1, columns, 1, rows, { kind: 'article', article: 'a', form: form() }), ...more };
}

function further(part: number, rect: Partial<GridRect>, more: Partial<ContinuationForm> = {}): Block {
  return {
    id: `x${part}`,
    content: { kind: 'continuation', article: 'a', part, form: { ...BARE, ...more } },
    rect: { column: part, row: 0, columns: 1, rows: 20, ...rect },
    cuts: [],
    locked: false,
  };
}

function issueOf(story: Article, ...pages: readonly (readonly Block[])[]): Issue {
  return issue({ articles: [story], pages: pages.map((blocks, at): Page => ({ number: at + 1, section: '', blocks })) });
}

function set(of: Issue, page = 1) {
  return createLayout(of, fonts).page(page);
}

/** The lines of a block, top down, column by column: what stands on one baseline of a column. */
function linesOf(of: Issue, id: string, page = 1): string[] {
  const lines = new Map<string, string>();
  for (const item of itemsOf(set(of, page).display, id)) {
    if (item.kind !== 'glyphs') continue;
    const column = Math.floor((item.x[0]! - sikai.left * (72 / 25.4) + 1) / (12 * sikai.bodySize));
    const key = `${column} ${item.y.toFixed(2)}`;
    lines.set(key, (lines.get(key) ?? '') + String.fromCodePoint(...item.text));
  }
  return [...lines.values()];
}

const LONG = '河堤上的柳树又添了一百棵，居民们从清晨忙到傍晚，把树坑一个个填平。'.repeat(12);
const story = (more: Partial<Article> = {}) => article('a', { paragraphs: plain(LONG, LONG), ...more });

describe('a story that goes on in another block', () => {
  test('keeps the lines of one composition where the measures are equal', () => {
    const whole = linesOf(issueOf(story(), [first(86)]), 'x1');
    for (const rows of [7, 13, 30]) {
      const split = issueOf(story(), [first(rows), further(2, { rows: 86 })]);
      expect([...linesOf(split, 'x1'), ...linesOf(split, 'x2')], `${rows}`).toEqual(whole);
    }
  });

  test('is overset only in its last part', () => {
    const { fits } = set(issueOf(story(), [first(10), further(2, { rows: 10 })]));
    expect(fits[0]).toMatchObject({ oversetChars: 0, emptyRows: 0 });
    expect(fits[1]!.oversetChars).toBeGreaterThan(100);
    const roomy = set(issueOf(story(), [first(10), further(2, { rows: 86 }), further(3, {})])).fits;
    expect(roomy[1]!.oversetChars).toBe(0);
    expect(roomy[2]).toMatchObject({ oversetChars: 0, emptyRows: 20, remarks: [{ rule: 'nothing-to-continue' }] });
  });

  test('is composed anew from the break on at another measure, and its line before the break is full', () => {
    const split = issueOf(article('a', { paragraphs: plain(LONG) }), [
      first(10),
      further(2, { column: 1, columns: 2, rows: 40 }, { textColumns: 1 }),
    ]);
    const ends = linesOf(split, 'x1');
    const goes = linesOf(split, 'x2');
    expect([...ends, ...goes].join('')).toBe(LONG);
    const items = itemsOf(set(split).display, 'x1').filter((item) => item.kind === 'glyphs');
    const right = (at: number) => items.at(at)!.x.at(-1)! + sikai.bodySize;
    // Every line but the first has its last character at the measure's end, the last one too.
    expect(Math.abs(right(-1) - right(-2))).toBeLessThan(sikai.bodySize);
    const left = itemsOf(set(split).display, 'x2').find((item) => item.kind === 'glyphs')!.x[0]!;
    const under = itemsOf(set(split).display, 'x2').filter((item) => item.kind === 'glyphs')[1]!.x[0]!;
    expect(left).toBeCloseTo(under, 3);
  });

  test('leaves no heading and no line alone at the break', () => {
    const paragraphs: ArticleParagraph[] = [
      ...plain('柳'.repeat(9 + 11 * 3)),
      { runs: [{ text: '栽树记', form: 'heading' }] },
      ...plain('树'.repeat(9 + 11 + 5)),
    ];
    for (let rows = 3; rows < 8; rows++) {
      const split = issueOf(article('a', { paragraphs }), [first(rows), further(2, { rows: 40 })]);
      const [above, below] = [linesOf(split, 'x1'), linesOf(split, 'x2')];
      expect(above.join('') + below.join('')).toHaveLength(42 + 3 + 25);
      expect(above.at(-1)).not.toBe('栽树记');
      // Neither the first line of a paragraph behind the heading nor a last one stands without the next.
      expect(above.join('')).not.toMatch(/栽树记树{9}$/u);
      expect(below[0]).not.toMatch(/^[柳树]{1,5}$/u);
    }
  });

  test('tells its pages, whatever they are numbered', () => {
    const titled = story({ headline: ['河堤添新绿', '居民齐动手'], jump: '（下转第9版）' });
    const blocks: Block[][] = [[first(30)], [], [further(2, { rows: 80, columns: 2 })]];
    const split = issueOf(titled, ...blocks);
    expect(linesOf(split, 'x1').at(-1)).toBe('（下转第3版）');
    expect(linesOf(split, 'x2', 3).slice(0, 1)).toEqual(['上接第1版《河堤添新绿 居民齐动手》']);
    const moved = apply(split, { type: 'insertPage', page: { number: 1, section: '', blocks: [] } }).issue;
    expect(linesOf(moved, 'x1', 2).at(-1)).toBe('（下转第4版）');
    expect(linesOf(moved, 'x2', 4)[0]).toContain('上接第2版');
    const same = issueOf(titled, [first(30), further(2, { rows: 80 })]);
    expect(shownText(set(same).display.groups.flatMap(({ items }) => items))).not.toMatch(/上接|转第3/u);
  });

  test('is read part by part, whatever the order of the blocks', () => {
    const other = block('y', 4, 6, 40, 60, { kind: 'folio' });
    const { display, fits } = set(issueOf(story(), [further(2, { rows: 86 }), other, first(30)]));
    expect(display.groups.map((group) => group.block)).toEqual(['x1', 'x2', 'y', '']);
    expect(fits.map((fit) => fit.block)).toEqual(['x2', 'y', 'x1']);
  });

  test('has no rule between its parts', () => {
    const rules = (blocks: readonly Block[], articles: Issue['articles']) =>
      set(issue({ articles, pages: [{ number: 1, section: '', blocks }] }))
        .display.groups.at(-1)!
        .items.filter((item) => item.kind === 'rule');
    const beside = further(2, { column: 1, rows: 30 });
    expect(rules([first(30), beside], [story()])).toEqual([]);
    const stranger: Block = { ...beside, content: { kind: 'article', article: 'b', form: form() } };
    expect(rules([first(30), stranger], [story(), article('b', { paragraphs: plain(LONG) })])).toHaveLength(1);
  });

  test('is set as without keeping blocks when another part or page changes', () => {
    const start = issueOf(story({ headline: ['河堤添新绿'] }), [first(20)], [further(2, { rows: 60 })]);
    const kept = new KeptBlocks<SetBlock>();
    for (const page of [1, 2]) createLayout(start, fonts, undefined, kept).page(page);
    const shorter = apply(start, { type: 'putBlock', page: 1, block: first(9) }).issue;
    const later = apply(start, { type: 'insertPage', page: { number: 2, section: '', blocks: [] } }).issue;
    const gone = apply(start, { type: 'removeBlock', page: 2, id: 'x2' }).issue;
    for (const after of [shorter, later, gone]) {
      for (const { number } of after.pages) {
        expect(createLayout(after, fonts, undefined, kept).page(number)).toEqual(createLayout(after, fonts).page(number));
      }
    }
    const elsewhere = apply(start, { type: 'setSection', page: 2, section: '副刊' }).issue;
    const group = (of: Issue) => createLayout(of, fonts, undefined, kept).page(2).display.groups[0];
    expect(group(elsewhere)).toBe(group(start));
  });
});

const paragraphs: fc.Arbitrary<ArticleParagraph[]> = fc.array(
  fc.oneof(
    fc.integer({ min: 1, max: 200 }).map((count) => plain('春江潮水连海平，'.repeat(25).slice(0, count))[0]!),
    fc.constant<ArticleParagraph>({ runs: [{ text: '小标题', form: 'heading' }] }),
    fc.constant<ArticleParagraph>({ runs: [{ text: '滟滟随波千万里', form: 'plain' }], verse: true }),
    fc.constant<ArticleParagraph>({ runs: [{ text: '姓\t龄\t址', form: 'plain' }], form: 'row' }),
    fc.constant<ArticleParagraph>({ runs: [{ text: '编者按：此处有话要说，说得略长一些。', form: 'plain' }], form: 'note' }),
    fc.constant<ArticleParagraph>({ runs: [{ text: '甲一、乙二、丙三、丁四、戊五、己六', form: 'plain' }], form: 'names' }),
  ),
  { minLength: 1, maxLength: 10 },
);

const shape = fc.record({
  columns: fc.integer({ min: 1, max: 3 }),
  rows: fc.integer({ min: 3, max: 40 }),
  textColumns: fc.integer({ min: 0, max: 2 }),
  tint: fc.boolean(),
  bitten: fc.boolean(),
  page: fc.integer({ min: 0, max: 1 }),
});

const STANDING_MARKS = /（下转第\d版）|上接第\d版/gu;

describe('all parts together', () => {
  test('tell the article, whatever their sizes', () => {
    fc.assert(
      fc.property(paragraphs, fc.array(shape, { minLength: 1, maxLength: 4 }), fc.boolean(), (texts, shapes, signed) => {
        const byline = signed ? { lead: '本报讯', credit: '（通讯员 林小满）' } : { lead: '', credit: '' };
        const told = article('a', { byline, paragraphs: texts });
        const pages: Block[][] = [[], [], []];
        let page = 0;
        shapes.forEach(({ columns, rows, textColumns, tint, bitten, page: turns }, at) => {
          page = Math.min(2, page + (at === 0 ? 0 : turns));
          const rect = { column: 0, row: at * 12, columns, rows };
          const cut = { column: columns - 1, row: at * 12 + rows - 1, columns: 1, rows: 1 };
          const made: Block = at === 0 ? first(rows, columns) : further(at + 1, rect, { textColumns, tint });
          pages[page]!.push(bitten && columns > 1 ? { ...made, rect, cuts: [cut] } : { ...made, rect });
        });
        const of = issueOf(told, ...pages);
        const results = pages.map((_, at) => set(of, at + 1));
        const shown = results.flatMap(({ display }) => display.groups.map(({ items }) => shownText(items)));
        const fits = results.flatMap((result) => result.fits);
        const text = shown.join('').replace(STANDING_MARKS, '');
        const lost = fits.map(({ oversetText }) => oversetText).join('');
        const body = texts.flatMap(({ runs }) => runs.map((run) => run.text)).join('');
        const bare = (one: string) => one.replace(/\s|、/gu, '');
        const all = bare(byline.lead + byline.credit + body);
        expect(bare(text + lost)).toBe(all);
        for (const fit of fits.slice(0, -1)) expect(fit.oversetText).toBe('');
      }),
      { numRuns: 250 },
    );
  });
});

describe('a headline over two pages', () => {
  const titled = story({ headline: ['社区老楼加装电梯之后'], kicker: '民生观察', deck: '一部电梯带来的邻里新关系' });
  const left = (more: Partial<Parameters<typeof form>[0]> = {}): Block => ({
    ...first(60, 6),
    content: { kind: 'article', article: 'a', form: form({ head: 'lead', across: true, ...more }) },
  });
  const right = further(2, { column: 0, columns: 6, rows: 60 });
  const folded = (pages: number, at: number, one = left(), other = right) =>
    issueOf(titled, ...Array.from({ length: pages }, (_, i) => (i + 1 === at ? [one] : i === at ? [other] : [])));
  const large = (of: Issue, page: number) =>
    itemsOf(set(of, page).display, page % 2 === 0 ? 'x1' : 'x2').flatMap((item) =>
      item.kind === 'glyphs' && item.size > sikai.bodySize ? [item] : [],
    );
  const width = sikai.width * (72 / 25.4);

  test('is parted between two characters, level on both pages, and keeps off the fold', () => {
    for (const [pages, at] of [
      [4, 2],
      [8, 4],
      [8, 2],
      [6, 4],
    ] as const) {
      const halves = [large(folded(pages, at), at), large(folded(pages, at), at + 1)];
      const texts = halves.map((items) => items.map(({ text }) => String.fromCodePoint(...text)));
      expect(set(folded(pages, at), at).fits[0]!.headLines).toEqual(titled.headline);
      const lines = texts[0]!.map((text, i) => text + texts[1]![i]);
      expect(lines.map((line) => line.replace(/\s/gu, ''))).toEqual([titled.kicker, titled.headline[0], titled.deck]);
      expect(halves[0]!.map(({ y, size }) => [y, size])).toEqual(halves[1]!.map(({ y, size }) => [y, size]));
      const inner = at === (pages === 4 ? 2 : 4);
      for (const item of halves[0]!) {
        const end = item.x.at(-1)! + item.size;
        expect(end).toBeLessThanOrEqual(width - 5);
        if (inner) expect(end).toBeGreaterThan(width - 20);
        else expect(end).toBeLessThanOrEqual(sikai.left * (72 / 25.4) + 639.01);
      }
      for (const item of halves[1]!) expect(item.x[0]).toBeGreaterThanOrEqual(inner ? 5 : sikai.left * (72 / 25.4) - 0.01);
    }
  });

  test('has no jump, and its text begins on the same row on both pages', () => {
    const of = folded(4, 2, { ...left(), rect: { column: 0, row: 0, columns: 6, rows: 15 } });
    const shown = [2, 3].flatMap((page) => set(of, page).display.groups.map(({ items }) => shownText(items))).join('');
    expect(shown).not.toMatch(/下转|上接/u);
    const tops = [2, 3].map((page) => {
      const items = itemsOf(set(of, page).display, page === 2 ? 'x1' : 'x2');
      return Math.min(...items.flatMap((item) => (item.kind === 'glyphs' && item.size === sikai.bodySize ? [item.y] : [])));
    });
    expect(tops[0]).toBe(tops[1]);
  });

  test('stays on its page, and says so, where the other half has no place', () => {
    const low = further(2, { column: 0, row: 3, columns: 6, rows: 60 });
    for (const of of [folded(4, 2, left(), low), folded(4, 1), issueOf(titled, [], [left()])]) {
      const page = of.pages.findIndex(({ blocks }) => blocks.some(({ id }) => id === 'x1')) + 1;
      const { display, fits } = set(of, page);
      expect(fits.find(({ block: id }) => id === 'x1')!.remarks).toContainEqual({ rule: 'headline-not-across', detail: '' });
      expect(shownText(itemsOf(display, 'x1'))).toContain(titled.headline[0]);
    }
  });
});
