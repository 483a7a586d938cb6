import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DisplayItem, GlyphRun } from '../../engine/display/types';
import type { ArticleParagraph, Block, ParagraphForm, Run } from '../../engine/issue/types';
import { bodyLines } from '../../engine/layout/body';
import { shareRoom } from '../../engine/layout/form-table';
import { baseline, boxOf, makeGrid, rowTop } from '../../engine/layout/grid';
import { createLayout } from '../../engine/layout/index';
import { restFrom } from '../../engine/layout/text-rest';
import { article, block, fonts, form, inkBounds, issue, itemsOf, shownText, sikai, textContext } from './support';

const grid = makeGrid(sikai);
const EM = 9;

const run = (text: string, more: Partial<Run> = {}): Run => ({ text, form: 'plain', ...more });
const formed = (form: ParagraphForm, ...runs: Run[]): ArticleParagraph => ({ form, runs });
const plain = (...runs: Run[]): ArticleParagraph => ({ runs });

function rows(paragraphs: readonly ArticleParagraph[], chars = 11) {
  return bodyLines(article('a', { paragraphs }), textContext, chars * EM);
}

/** Everything that a story shows at the top left of a page. */
function shown(paragraphs: readonly ArticleParagraph[], columns = 1, depth = 20): readonly DisplayItem[] {
  const content = { kind: 'article', article: 'a', form: form() } as const;
  const made = issue({
    articles: [article('a', { paragraphs })],
    pages: [{ number: 1, section: '', blocks: [block('b', 1, columns, 1, depth, content)] }],
  });
  return itemsOf(createLayout(made, fonts).page(1).display, 'b');
}

const glyphs = (items: readonly DisplayItem[]) => items.filter((item): item is GlyphRun => item.kind === 'glyphs');
const textOf = (item: GlyphRun) => String.fromCodePoint(...item.text);

/** Text and first character's place of each row, em from the column's edge. */
function places(items: readonly DisplayItem[]) {
  return glyphs(items).map((item) => [textOf(item), Math.round(((item.x[0] - grid.left) / EM) * 100) / 100 + 0]);
}

describe('forms of paragraphs', () => {
  it('a signature stands at the right, 1 字 from the edge, in 楷, and keeps the line above it', () => {
    const paragraphs = [plain(run('青'.repeat(4))), formed('signature', run('甲乙丙'))];
    expect(places(shown(paragraphs))).toEqual([
      ['青青青青', 2],
      ['甲乙丙', 7],
    ]);
    expect(glyphs(shown(paragraphs))[1].face).toBe('kai-regular');
    expect(rows(paragraphs).map(({ keep }) => keep)).toEqual([true, false]);
  });

  it('a centred paragraph stands in the middle', () => {
    expect(places(shown([formed('centre', run('甲乙丙'))]))).toEqual([['甲乙丙', 4]]);
  });

  it('names stand in columns of whole characters, those of two characters as wide as those of three', () => {
    const items = shown([formed('names', run('甲乙 丙丁戊、己庚\n辛壬癸'))]);
    const at = glyphs(items).map((item) => [...item.x].map((x) => Math.round((x - grid.left) / EM) + 0));
    expect(at).toEqual([
      [0, 2],
      [4, 5, 6],
      [8, 10],
      [0, 1, 2],
    ]);
  });

  it('a name of four characters takes two columns', () => {
    const items = shown([formed('names', run('甲乙 欧阳甲乙 丙丁戊 己庚 辛壬'))]);
    expect(places(items)).toEqual([
      ['甲乙', 0],
      ['欧阳甲乙', 4],
      ['丙丁戊', 0],
      ['己庚', 4],
      ['辛壬', 8],
    ]);
  });

  it('a name of Latin words stays one', () => {
    const items = shown([formed('names', run('甲乙 Tom Lee 丙丁'))], 2);
    expect(glyphs(items).map(textOf)).toEqual(['甲乙', 'Tom Lee', '丙丁']);
  });

  it('speakers are set in 黑, questions in 楷 above their answers', () => {
    const paragraphs = [formed('question', run('问：几点？')), formed('answer', run('答：七点。'))];
    expect(glyphs(shown(paragraphs)).map((item) => [textOf(item), item.face])).toEqual([
      ['问：', 'hei-bold'],
      ['几点？', 'kai-medium'],
      ['答：', 'hei-bold'],
      ['七点。', 'song-regular'],
    ]);
    expect(rows(paragraphs)[0].keep).toBe(true);
  });

  it('a first character sinks over two rows, and only the lines beside it are shorter', () => {
    const items = shown([formed('drop', run('青桐里'.repeat(12)))]);
    const [cap, ...lines] = glyphs(items);
    expect(textOf(cap)).toBe('青');
    expect(cap.size).toBeCloseTo(grid.pitch + EM, 6);
    expect(cap.y).toBeCloseTo(rowTop(grid, 0) + 0.88 * cap.size, 4);
    expect(lines.map(({ x }) => x[0] - grid.left > EM)).toEqual([true, true, false, false]);
    expect(lines.map(({ y }) => y)).toEqual([0, 1, 2, 3].map((row) => expect.closeTo(baseline(grid, row), 4)));
  });

  it('takes along the mark that opens before it; a number or a word of several characters does not sink', () => {
    const first = (text: string) => glyphs(shown([formed('drop', run(text))]))[0]!;
    const [quoted, number] = [first(`“青桐里”${'青桐里'.repeat(12)}`), first(`2026年${'青桐里'.repeat(12)}`)];
    expect(textOf(quoted)).toBe('“青');
    expect(quoted.size).toBeCloseTo(grid.pitch + EM, 6);
    expect(number.size).toBe(EM);
  });

  it('a paragraph of one line sinks nothing', () => {
    expect(places(shown([formed('drop', run('青桐里'))]))).toEqual([['青桐里', 2]]);
  });

  it('stands below a byline, which has a line of its own', () => {
    const story = article('a', {
      byline: { lead: '本报讯', credit: '（通讯员 甲乙）' },
      paragraphs: [formed('drop', run('青桐里'.repeat(12)))],
    });
    const texts = bodyLines(story, textContext, 23 * EM).map(({ text }) => text);
    expect(texts[0]).toBe('本报讯（通讯员 甲乙）');
    expect(texts[1]).toMatch(/^青桐里/);
    expect(bodyLines(story, textContext, 23 * EM)[1]!.pieces).toHaveLength(2);
    const short = { ...story, paragraphs: [formed('drop', run('青桐里'))] };
    expect(bodyLines(short, textContext, 23 * EM).map(({ text }) => text)).toEqual(['本报讯（通讯员 甲乙）青桐里']);
  });

  it('sinks once, wherever its paragraph goes on', () => {
    const text = '青桐里的清早。'.repeat(12);
    const story = article('a', { paragraphs: [formed('drop', run(text))] });
    const lines = bodyLines(story, textContext, 11 * EM);
    const source = lines[4]!.source!;
    const rest = restFrom(story, source);
    const after = bodyLines(rest.article, textContext, 11 * EM, rest.continued);
    const said = [...lines.slice(0, 4), ...after].map((line) => line.text).join('');
    expect(said).toBe(text);
    expect(after.every(({ pieces }) => pieces.length === 1)).toBe(true);
  });

  it('an editor’s note stands in a frame, 1 字 from its sides, its label in 黑', () => {
    const items = shown([formed('note', run('编者按：青桐里的清早。')), plain(run('青'.repeat(9)))]);
    expect(places(items).slice(0, 2)).toEqual([
      ['编者按：', 3],
      ['青桐里', expect.any(Number)],
    ]);
    expect(glyphs(items)[0].face).toBe('hei-bold');
    const upright = items.filter((item) => item.kind === 'rule' && item.x1 === item.x2);
    const level = items.filter((item) => item.kind === 'rule' && item.y1 === item.y2);
    // Two sides and two edges, each drawn once.
    expect([upright.length, level.length]).toEqual([2, 2]);
    for (const item of glyphs(items)) expect((item.y - baseline(grid, 0)) % grid.pitch).toBeCloseTo(0, 2);
  });

  it('a pull quote takes whole rows between two rules', () => {
    const lines = rows([formed('quote', run('青桐里的清早'.repeat(3)))]);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.slice(0, -1).every(({ keep }) => keep)).toBe(true);
    expect(lines.flatMap(({ rules }) => rules)).toHaveLength(2);
    const inks = shown([formed('quote', run('青桐里的清早'.repeat(3)))]);
    const text = inks.filter((item) => item.kind === 'glyphs').flatMap(inkBounds);
    const [above, below] = inks.filter((item) => item.kind === 'rule').flatMap(inkBounds);
    expect(Math.min(...text.map(({ top }) => top))).toBeGreaterThan(above.bottom);
    expect(Math.max(...text.map(({ bottom }) => bottom))).toBeLessThan(below.top);
  });

  it('rows make one table with rules around its cells, short columns in the middle', () => {
    const items = shown([formed('row', run('日\t米')), formed('row', run('一\t二三'))]);
    const level = items.filter((item) => item.kind === 'rule' && item.y1 === item.y2);
    const upright = items.filter((item) => item.kind === 'rule' && item.x1 === item.x2);
    expect([level.length, upright.length]).toEqual([3, 3]);
    expect(glyphs(items).map(textOf)).toEqual(['日', '米', '一', '二三']);
    const middle = (item: GlyphRun) => (item.x[0] + item.x[item.x.length - 1] + EM) / 2;
    const [day, metre, one, many] = glyphs(items).map(middle);
    expect(day).toBeCloseTo(one, 4);
    expect(metre).toBeCloseTo(many, 4);
  });

  it('narrow columns of a table get what they need before wide ones', () => {
    expect(shareRoom([20, 30, 10], 90, [20, 27, 10])).toEqual([30, 40, 20]);
    expect(shareRoom([10, 200, 20], 100, [10, 27, 20])).toEqual([10, 70, 20]);
    expect(shareRoom([50, 50], 60, [27, 27])).toEqual([33, 27]);
    expect(shareRoom([90, 25, 24], 81, [8, 22, 24])).toEqual([32, 25, 24]);
  });

  it('no cell of a table parts a number where a word beside it can turn over', () => {
    const table = ['项目\t2024年\t2025年\t增幅', '接待读者（万人次）\t112.3\t128.6\t14.2%', '活动（场）\t1,024\t1,368\t33.6%'];
    const texts = glyphs(
      shown(
        table.map((text) => formed('row', run(text))),
        1,
        40,
      ),
    ).map(textOf);
    for (const number of ['112.3', '128.6', '14.2%', '1,024', '33.6%']) expect(texts).toContain(number);
  });

  it('a line of verse turns over below itself, deeper than the others', () => {
    const verse = { verse: true, runs: [run('清早的雾把对岸收走又还回来')] };
    expect(places(shown([verse])).map(([, x]) => x)).toEqual([1, 2]);
  });
});

describe('runs', () => {
  it('have emphasis dots below each character but marks, one apart from the next row', () => {
    const items = shown([plain(run('青，桐', { dots: true }), run('里'))]);
    const dots = items.filter((item) => item.kind === 'disc');
    const [first] = glyphs(items);
    expect(dots).toHaveLength(2);
    expect(dots.map(({ cx }) => cx - first.x[0])).toEqual([
      expect.closeTo(4.5, 4),
      expect.closeTo(first.x[2] - first.x[0] + 4.5, 4),
    ]);
    for (const { cy, radius } of dots) {
      expect(cy - radius).toBeGreaterThan(rowTop(grid, 0) + EM);
      expect(cy + radius).toBeLessThan(rowTop(grid, 1));
    }
  });

  it('are underlined from their first character to their last', () => {
    const items = shown([plain(run('青'), run('桐里', { underline: true }), run('巷'))]);
    const [line] = items.filter((item) => item.kind === 'rule');
    expect([line.x1, line.x2].map((x) => Math.round(((x - grid.left) / EM) * 10) / 10)).toEqual([3, 5]);
  });

  it('are raised and lowered at a smaller size, the grid left alone', () => {
    const items = glyphs(shown([plain(run('m'), run('3', { script: 'super' }), run('O'), run('2', { script: 'sub' }))]));
    const base = baseline(grid, 0);
    expect(items.map(({ size }) => size)).toEqual([9, 5.4, 9, 5.4].map((size) => expect.closeTo(size, 6)));
    expect(items.map(({ y }) => Math.sign(Math.round((y - base) * 10)))).toEqual([0, -1, 0, 1]);
  });

  it('raised stay close behind the character that they belong to', () => {
    const [area, two] = glyphs(shown([plain(run('青米'), run('2', { script: 'super' }))]));
    expect(two.x[0]).toBeCloseTo(area.x[1] + EM, 4);
    const lines = rows([plain(run('青'.repeat(9)), run('2', { script: 'super' }), run('里'))]);
    expect(lines.map(({ text }) => text)).toEqual(['青'.repeat(8), '青2里']);
  });

  it('of larger type take a row more and stand on the grid’s baseline', () => {
    const items = glyphs(shown([plain(run('大字', { size: 18 }), run('青'.repeat(12)))]));
    for (const { y } of items) expect((y - baseline(grid, 0)) % grid.pitch).toBeCloseTo(0, 2);
    expect(items[0].y).toBeCloseTo(baseline(grid, 1), 4);
  });
});

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
