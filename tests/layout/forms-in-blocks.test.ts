/** Paragraphs of every form in blocks of every shape. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GlyphRun } from '../../engine/display/types';
import type { ArticleParagraph, Block, Run } from '../../engine/issue/types';
import { baseline, boxOf, makeGrid } from '../../engine/layout/grid';
import { createLayout } from '../../engine/layout/index';
import { glyphs, plain, run, textOf } from './paragraphs';
import { article, block, fonts, form, inkBounds, issue, itemsOf, shownText, sikai } from './support';

const grid = makeGrid(sikai);
const EM = 9;

describe('a pull quote over columns', () => {
  const story = article('a', { paragraphs: [plain(run('青'.repeat(400)))] });
  const quoted = (quotes: NonNullable<ReturnType<typeof form>['quotes']>, depth = 20) => {
    const content = { kind: 'article', article: 'a', form: form({ quotes }) } as const;
    const made = issue({
      articles: [story],
      pages: [{ number: 1, section: '', blocks: [block('b', 1, 3, 1, depth, content)] }],
    });
    return createLayout(made, fonts).page(1);
  };

  it('keeps its rows from the text in its columns alone', () => {
    const items = glyphs(itemsOf(quoted([{ text: '桐里', column: 1, columns: 2, row: 5 }]).display, 'b'));
    const rowOf = ({ y }: GlyphRun) => Math.round((y - baseline(grid, 0)) / grid.pitch);
    const quote = items.find((item) => textOf(item) === '桐里')!;
    expect(quote.x[0] + quote.size).toBeCloseTo(grid.left + 12 * EM + (23 * EM) / 2, 4);
    const beside = (column: number) =>
      items
        .filter((item) => item !== quote && Math.floor((item.x[0] - grid.left + 1) / (12 * EM)) === column)
        .map(rowOf)
        .filter((row) => row >= 5 && row < 9);
    expect(beside(0)).toEqual([5, 6, 7, 8]);
    for (const column of [1, 2]) expect(beside(column)).toEqual([]);
  });

  it('without room is reported', () => {
    const { fits } = quoted([{ text: '桐里', column: 0, columns: 1, row: 18 }]);
    expect(fits[0].oversetText).toContain('桐里');
  });
});

describe('a neighbour that bites into a wide column', () => {
  const story = article('a', { paragraphs: [plain(run('青'.repeat(200)))] });
  const content = { kind: 'article', article: 'a', form: form({ textColumns: 1 }) } as const;
  const given = block('b', 1, 2, 1, 30, content);
  const cutAt = (column: number): Block => ({ ...given, cuts: [{ column, columns: 1, row: 3, rows: 4 }] });
  const lines = (column: number) => {
    const made = issue({ articles: [story], pages: [{ number: 1, section: '', blocks: [cutAt(column)] }] });
    return glyphs(itemsOf(createLayout(made, fonts).page(1).display, 'b')).map(({ x, y }) => ({
      row: Math.round((y - baseline(grid, 0)) / grid.pitch),
      left: Math.round((x[0] - grid.left) / EM) + 0,
      chars: x.length,
    }));
  };

  it('leaves the text the rest of the rows, on the character grid and the page’s rows', () => {
    expect(lines(1).slice(0, 9)).toEqual([
      { row: 0, left: 2, chars: 21 },
      { row: 1, left: 0, chars: 23 },
      { row: 2, left: 0, chars: 23 },
      ...[3, 4, 5, 6].map((row) => ({ row, left: 0, chars: 11 })),
      { row: 7, left: 0, chars: 23 },
      { row: 8, left: 0, chars: 23 },
    ]);
    expect(lines(0).slice(3, 7)).toEqual([3, 4, 5, 6].map((row) => ({ row, left: 12, chars: 11 })));
  });
});

describe('any forms in any block', () => {
  const words = fc
    .array(fc.constantFrom(...'青桐里的孩子把落叶，。：“”（）3年12A\t '), { maxLength: 60 })
    .map((all) => all.join(''));
  const runs: fc.Arbitrary<Run> = fc.record(
    {
      text: words,
      form: fc.constantFrom('plain', 'heading', 'bold', 'kai') as fc.Arbitrary<'plain'>,
      dots: fc.constant(true),
      underline: fc.constant(true),
      script: fc.constantFrom('super', 'sub') as fc.Arbitrary<'super'>,
      size: fc.constantFrom(6, 12, 24, 72),
    },
    { requiredKeys: ['text', 'form'] },
  );
  const forms = ['signature', 'centre', 'names', 'question', 'answer', 'row', 'drop', 'note', 'quote'] as const;
  const paragraphs: fc.Arbitrary<ArticleParagraph> = fc.oneof(
    fc.record({ runs: fc.array(runs, { maxLength: 3 }) }),
    fc.record({ runs: fc.array(runs, { maxLength: 3 }), form: fc.constantFrom(...forms) }),
    fc.record({ runs: fc.array(runs, { maxLength: 2 }), verse: fc.constant(true) }),
  );
  const sorted = (text: string) => [...text.replace(/\s/g, '')].sort().join('');

  it('lose and repeat no character, and stay inside their block', () => {
    const shapes = fc.record({
      columns: fc.integer({ min: 1, max: 3 }),
      depth: fc.integer({ min: 2, max: 25 }),
      textColumns: fc.integer({ min: 0, max: 3 }),
      cut: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(paragraphs, { maxLength: 6 }), shapes, (texts, { columns, depth, textColumns, cut }) => {
        const content = { kind: 'article', article: 'a', form: form({ textColumns }) } as const;
        const given = block('b', 1, columns, 5, 4 + depth, content);
        const { rect } = given;
        const cuts = cut && depth > 6 ? [{ ...rect, columns: 1, row: rect.row + 3, rows: 2 }] : [];
        const blocks: Block[] = [{ ...given, cuts }];
        const made = issue({ articles: [article('a', { paragraphs: texts })], pages: [{ number: 1, section: '', blocks }] });
        const { display, fits } = createLayout(made, fonts).page(1);
        const items = itemsOf(display, 'b');
        const text = texts.flatMap((paragraph) => paragraph.runs.map((one) => one.text)).join('');
        expect(sorted(shownText(items) + fits[0].oversetText)).toBe(sorted(text));
        const box = boxOf(grid, rect);
        for (const bounds of items.flatMap(inkBounds)) {
          expect(bounds.left).toBeGreaterThan(box.x - EM);
          expect(bounds.right).toBeLessThan(box.x + box.width + EM);
        }
      }),
      { numRuns: 200 },
    );
  });
});
