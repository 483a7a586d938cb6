/** What letting something of the library go on a page does: its measured size, who makes room, who changes places. */
import { describe, expect, test } from 'vitest';
import { apply, type Block, type Issue } from '../../engine/issue';
import { createLayout } from '../../engine/layout';
import { contentOf, guessedSize, measuredSize } from '../../renderer/state/first-size';
import { askSize, connectMeasuring, sizeOf, takeSize } from '../../renderer/state/measured';
import { dropOf } from '../../renderer/state/placement';
import { article, block, fonts, form, issue, photo, plain } from '../layout/support';

const story = (id: string, chars: number, photos: readonly string[] = []) =>
  article(id, { headline: ['河堤'], paragraphs: plain('甲'.repeat(chars)), photos });
const material = (id: string) => ({ list: 'articles', id }) as const;
const standing = (id: string, of: string, columns: readonly [number, number], rows: readonly [number, number]): Block =>
  block(id, ...columns, ...rows, { kind: 'article', article: of, form: form() });
const page = (blocks: readonly Block[], ...articles: Issue['articles']): Issue =>
  issue({ articles, pages: [{ number: 1, section: '', blocks }] });
const rectIn = (made: Issue, id: string) => made.pages[0]!.blocks.find((one) => one.id === id)?.rect;

describe('the measured size of a story', () => {
  test.each([80, 400, 1200])('of %i characters is as low as all its text stands in it', (chars) => {
    const made = page([], story('a', chars));
    const layout = createLayout(made, fonts);
    const { columns, rows } = measuredSize(made, material('a'), layout);
    const over = (deep: number) => {
      const rect = { column: 0, row: 0, columns, rows: deep };
      return layout.fit({ id: 'x', content: contentOf(made, material('a'), rect), rect, cuts: [], locked: false }).oversetChars;
    };
    expect(over(rows)).toBe(0);
    expect(over(rows - 1)).toBeGreaterThan(0);
  });

  test('has room for its picture, and is wider where the page is too low', () => {
    const made = { ...page([], story('a', 300, ['p']), story('b', 9000)), photos: [photo('p')] };
    const layout = createLayout(made, fonts);
    const bare = measuredSize(
      { ...made, articles: [story('a', 300)] },
      material('a'),
      createLayout(page([], story('a', 300)), fonts),
    );
    expect(measuredSize(made, material('a'), layout).rows).toBeGreaterThan(bare.rows + 5);
    expect(measuredSize(made, material('b'), layout).columns).toBeGreaterThan(guessedSize(made, material('b')).columns);
  });

  test('is asked once, serves until the story changes, and a guess stands in for it', () => {
    const made = page([], story('a', 300));
    const asked: string[] = [];
    connectMeasuring(({ id }) => asked.push(id));
    askSize(made, material('a'));
    askSize(made, material('a'));
    expect(asked).toEqual(['a']);
    expect(sizeOf(made, material('a'))).toEqual(guessedSize(made, material('a')));
    takeSize(material('a'), { columns: 2, rows: 33 });
    expect(sizeOf(made, material('a'))).toEqual({ columns: 2, rows: 33 });
    const changed = page([], story('a', 301));
    expect(sizeOf(changed, material('a'))).toEqual(guessedSize(changed, material('a')));
    askSize(changed, material('a'));
    expect(asked).toEqual(['a', 'a']);
  });
});

describe('a drop', () => {
  const below = standing('x', 'b', [1, 2], [30, 40]);
  const beside = standing('y', 'c', [5, 6], [30, 40]);
  const made = page([below, beside], story('a', 300), story('b', 100), story('c', 100), story('d', 100));

  test('pushes what stands below out of its way, and shows it before', () => {
    const drop = dropOf(made, 1, material('a'), { column: 0, row: 20 })!;
    const end = drop.rect.row + drop.rect.rows;
    expect(drop.pushed.map(({ id, rect }) => [id, rect.row])).toEqual([['x', end + 1]]);
    expect(drop.covered).toEqual([]);
    const after = apply(made, drop.edit).issue;
    expect(rectIn(after, drop.block)).toEqual(drop.rect);
    expect(rectIn(after, 'x')).toEqual(drop.pushed[0]!.rect);
    expect(rectIn(after, 'y')).toEqual(beside.rect);
  });

  test('covers what is locked, and says so', () => {
    const fixed = page([{ ...below, locked: true }, beside], ...made.articles);
    const drop = dropOf(fixed, 1, material('a'), { column: 0, row: 20 })!;
    expect([drop.pushed, drop.covered.map(({ id }) => id)]).toEqual([[], ['x']]);
    expect(rectIn(apply(fixed, drop.edit).issue, 'x')).toEqual(below.rect);
  });

  test('with Alt takes the place of a block, which goes back into the library', () => {
    const drop = dropOf(made, 1, material('a'), { column: 0, row: 33 }, below)!;
    expect([drop.name, drop.rect, drop.covered.map(({ id }) => id)]).toEqual(['edit.swap', below.rect, ['x']]);
    const after = apply(made, drop.edit).issue;
    expect(rectIn(after, 'x')).toBeUndefined();
    expect(rectIn(after, drop.block)).toEqual(below.rect);
  });

  test('with Alt of a story that stands already lets the two change places, on one page and over two', () => {
    const one = dropOf(made, 1, material('b'), { column: 4, row: 33 }, beside)!;
    const after = apply(made, one.edit).issue;
    expect([rectIn(after, 'x'), rectIn(after, 'y')]).toEqual([beside.rect, below.rect]);
    const two: Issue = {
      ...made,
      pages: [...made.pages, { number: 2, section: '', blocks: [standing('z', 'd', [1, 3], [10, 20])] }],
    };
    const across = apply(two, dropOf(two, 1, { list: 'articles', id: 'd' }, { column: 0, row: 33 }, below)!.edit).issue;
    const shown = across.pages.map(({ blocks }) => blocks.map(({ content }) => content.kind === 'article' && content.article));
    expect(shown.map((names) => [...names].sort())).toEqual([['c', 'd'], ['b']]);
    expect(across.pages[1]!.blocks[0]!.rect).toEqual({ column: 0, row: 9, columns: 3, rows: 11 });
  });

  test('does nothing to a locked block', () => {
    const fixed = page([{ ...below, locked: true }], ...made.articles);
    expect(dropOf(fixed, 1, material('b'), { column: 3, row: 3 })).toBeUndefined();
  });
});
