import { describe, expect, it } from 'vitest';
import type { DisplayItem, GlyphRun } from '../../engine/display/types';
import type { ArticleParagraph, ParagraphForm, Run } from '../../engine/issue/types';
import { bodyLines } from '../../engine/layout/body';
import { shareRoom } from '../../engine/layout/form-table';
import { baseline, makeGrid, rowTop } from '../../engine/layout/grid';
import { createLayout } from '../../engine/layout/index';
import { restFrom } from '../../engine/layout/text-rest';
import { glyphs, plain, run, textOf } from './paragraphs';
import { article, block, fonts, form, inkBounds, issue, itemsOf, sikai, textContext } from './support';

const grid = makeGrid(sikai);
const EM = 9;

const formed = (form: ParagraphForm, ...runs: Run[]): ArticleParagraph => ({ form, runs });

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
