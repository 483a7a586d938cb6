import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DisplayItem } from '../../engine/display/types';
import type { Article, Block, Issue, PageSpec } from '../../engine/issue/types';
import { baseline, boxOf, makeGrid } from '../../engine/layout/grid';
import { createLayout } from '../../engine/layout/index';
import { article, type Bounds, block, fonts, form, inkBounds, issue, itemsOf, photo, shownText, sikai } from './support';

const duikai: PageSpec = { ...sikai, width: 390, height: 546, left: 18.79, top: 27.6, columns: 8, columnChars: 13, rows: 124 };
const large: PageSpec = { ...sikai, columns: 5, columnChars: 12, bodySize: 10, pitch: 13, rows: 70 };

const words = fc
  .array(fc.constantFrom(...'青桐里的孩子把落叶做成画挂在长廊，。：、“”（）3年12AI图①'), { minLength: 0, maxLength: 160 })
  .map((characters) => characters.join(''));
const short = words.map((text) => text.slice(0, 24));

const articles: fc.Arbitrary<Article> = fc
  .record({
    kicker: fc.oneof(fc.constant(''), short),
    headline: fc.array(short, { minLength: 0, maxLength: 2 }),
    deck: fc.oneof(fc.constant(''), short),
    lead: fc.constantFrom('', '本报讯'),
    credit: fc.constantFrom('', '（通讯员 甲乙）'),
    texts: fc.array(words, { maxLength: 6 }),
    jump: fc.constantFrom('', '（下转3版）'),
    column: fc.constantFrom('', '', '青桐人家', '孩子把落叶做成画挂在长廊的孩子们'),
    headed: fc.boolean(),
  })
  .map(({ kicker, headline, deck, lead, credit, texts, jump, column, headed }) =>
    article('a', {
      kicker,
      headline,
      deck,
      byline: { lead, credit },
      jump,
      ...(column === '' ? {} : { column }),
      paragraphs: texts.map((text, i) => ({
        runs: [...(headed && i > 0 ? [{ text: '先问再办。', form: 'heading' as const }] : []), { text, form: 'plain' as const }],
      })),
    }),
  );

const forms = fc.record({
  head: fc.constantFrom('lead', 'inside', 'second', 'wide', 'single', 'box', 'vertical', 'picture') as fc.Arbitrary<'lead'>,
  size: fc.constantFrom(0, 14, 26, 44),
  headRows: fc.integer({ min: 0, max: 9 }),
  headColumns: fc.integer({ min: 0, max: 3 }),
  deck: fc.boolean(),
  box: fc.constantFrom('none', 'outline', 'thickThin', 'rules', 'ornament') as fc.Arbitrary<'none'>,
  tint: fc.boolean(),
  textColumns: fc.integer({ min: 0, max: 3 }),
  pictures: fc.array(
    fc.record({
      photo: fc.constantFrom('p', 'gone'),
      column: fc.integer({ min: 0, max: 3 }),
      columns: fc.integer({ min: 1, max: 3 }),
      row: fc.integer({ min: 0, max: 20 }),
      rows: fc.integer({ min: 1, max: 12 }),
      captionRows: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 1 },
  ),
});

const places = fc.record({
  from: fc.integer({ min: 1, max: 5 }),
  span: fc.integer({ min: 1, max: 5 }),
  first: fc.integer({ min: 1, max: 40 }),
  rows: fc.integer({ min: 1, max: 30 }),
  cut: fc.boolean(),
});

interface Case {
  readonly issue: Issue;
  readonly block: Block;
  readonly text: string;
}

const cases: fc.Arbitrary<Case> = fc
  .tuple(articles, forms, places, fc.constantFrom(sikai, duikai, large))
  .map(([story, shape, { from, span, first, rows, cut }, spec]) => {
    const to = Math.min(from + span - 1, spec.columns);
    const content = {
      kind: 'article',
      article: 'a',
      form: form({ ...shape, lines: shape.size > 0 ? story.headline : [] }),
    } as const;
    const plainBlock = block('b', from, to, first, first + rows - 1, content);
    const { rect } = plainBlock;
    const cuts =
      cut && rect.columns > 1 && rect.rows > 4 ? [{ ...rect, columns: 1, row: rect.row + rect.rows - 3, rows: 3 }] : [];
    const made = issue({
      spec,
      articles: [story],
      photos: [photo('p', { caption: '长廊挂满落叶画。孩子们在画前留影，笑声传出巷口。', credit: '甲乙 摄' })],
      pages: [{ number: 1, section: '', blocks: [{ ...plainBlock, cuts }] }],
    });
    const shown = shape.pictures
      .filter((picture) => picture.photo === 'p')
      .map(() => made.photos[0].caption + made.photos[0].credit);
    const body = story.paragraphs.flatMap((paragraph) => paragraph.runs.map((run) => run.text));
    const { byline } = story;
    const text = [
      story.column ?? '',
      story.kicker,
      ...story.headline,
      story.deck,
      byline.lead,
      byline.credit,
      ...body,
      story.jump,
      ...shown,
    ].join('');
    return { issue: made, block: made.pages[0].blocks[0], text };
  });

/** Without 。, which no line of a headline ends with. */
const sorted = (text: string) => [...text.replace(/[\s。]/g, '')].sort().join('');

describe('an article in any block and form', () => {
  it('stands or is reported, character by character', () => {
    fc.assert(
      fc.property(cases, ({ issue: made, text }) => {
        const { display, fits } = createLayout(made, fonts).page(1);
        expect(sorted(shownText(itemsOf(display, 'b')) + fits[0].oversetText)).toBe(sorted(text));
        expect(fits[0].oversetChars).toBe([...fits[0].oversetText.replace(/\s/g, '')].length);
      }),
      { numRuns: 300 },
    );
  });

  it('stays inside its rectangle', () => {
    fc.assert(
      fc.property(cases, ({ issue: made, block: placed }) => {
        const box = boxOf(makeGrid(made.spec), placed.rect);
        for (const item of itemsOf(createLayout(made, fonts).page(1).display, 'b')) {
          for (const bounds of inkBounds(item)) {
            expect(bounds.left, item.kind).toBeGreaterThan(box.x - 0.6);
            expect(bounds.right, item.kind).toBeLessThan(box.x + box.width + 0.6);
            expect(bounds.top, item.kind).toBeGreaterThan(box.y - 0.6);
            expect(bounds.bottom, item.kind).toBeLessThan(box.y + box.height + 0.6);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps its running text on the page’s baselines', () => {
    fc.assert(
      fc.property(cases, ({ issue: made }) => {
        const grid = makeGrid(made.spec);
        for (const item of itemsOf(createLayout(made, fonts).page(1).display, 'b')) {
          if (item.kind !== 'glyphs' || item.face !== 'song-regular') continue;
          const row = (item.y - baseline(grid, 0)) / grid.pitch;
          expect(Math.abs(row - Math.round(row))).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('prints nothing over anything else', () => {
    fc.assert(
      fc.property(cases, ({ issue: made }) => {
        const inked = itemsOf(createLayout(made, fonts).page(1).display, 'b').flatMap((item) =>
          item.kind === 'glyphs' || item.kind === 'picture' ? inkBounds(item).map((bounds) => ({ ...bounds, item })) : [],
        );
        for (let i = 0; i < inked.length; i++) {
          for (let k = i + 1; k < inked.length; k++) {
            const [under, over] = [inked[i]!, inked[k]!];
            if (overlap(under, over) < 0.7) continue;
            expect(isOnPicture(under.item, over.item) && isWithin(over, under), `${i} ${k}`).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says the same whether it is fitted or drawn, and draws the same twice', () => {
    fc.assert(
      fc.property(cases, ({ issue: made, block: placed }) => {
        const first = createLayout(made, fonts);
        const second = createLayout(structuredClone(made), fonts);
        expect(first.fit(placed)).toEqual(first.page(1).fits[0]);
        expect(second.page(1)).toEqual(first.page(1));
      }),
      { numRuns: 60 },
    );
  });
});

/** White type on a picture that is darkened for it, or beside it. */
function isOnPicture(under: DisplayItem, over: DisplayItem): boolean {
  return under.kind === 'picture' && under.shade !== undefined && over.kind === 'glyphs' && over.colour.k === 0;
}

/** Ink may reach a hair out of its measure. */
function isWithin(inner: Bounds, outer: Bounds): boolean {
  const hair = 0.6;
  const across = inner.left >= outer.left - hair && inner.right <= outer.right + hair;
  return across && inner.top >= outer.top - hair && inner.bottom <= outer.bottom + hair;
}

/** How far two inks reach into each other in the narrower direction, points. Marks of half a character may touch. */
function overlap(a: Bounds, b: Bounds): number {
  return Math.min(Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
}

describe('counting rows', () => {
  it('counts the free rows that no line took', () => {
    const story = article('a', { paragraphs: [{ runs: [{ text: '青'.repeat(50), form: 'plain' }] }] });
    const content = { kind: 'article', article: 'a', form: form() } as const;
    const layout = createLayout(issue({ articles: [story] }), fonts);
    // 52 characters with the indent make five lines of 11.
    expect(layout.bodyLines('a', 11)).toBe(5);
    expect(layout.fit(block('b', 1, 2, 1, 10, content))).toMatchObject({ emptyRows: 15, oversetChars: 0 });
    expect(layout.fit(block('b', 1, 1, 1, 3, content))).toMatchObject({ emptyRows: 0, oversetChars: 50 - 9 - 11 - 11 });
  });

  it('ends all columns on one row but the last', () => {
    const story = article('a', { paragraphs: [{ runs: [{ text: '青'.repeat(9 + 11 * 6), form: 'plain' }] }] });
    const content = { kind: 'article', article: 'a', form: form() } as const;
    const made = issue({ articles: [story], pages: [{ number: 1, section: '', blocks: [block('b', 1, 3, 1, 20, content)] }] });
    const { display } = createLayout(made, fonts).page(1);
    const columns = [0, 1, 2].map(
      (column) =>
        itemsOf(display, 'b').filter((item) => item.kind === 'glyphs' && Math.floor((item.x[0] - 67) / 108) === column).length,
    );
    expect(columns).toEqual([3, 3, 1]);
  });
});
