import { describe, expect, it } from 'vitest';
import type { GlyphRun } from '../../engine/display/types';
import type { Article } from '../../engine/issue/types';
import { bodyLines } from '../../engine/layout/body';
import { fill } from '../../engine/layout/columns';
import { columnLeft, makeGrid, rowTop } from '../../engine/layout/grid';
import { createLayout } from '../../engine/layout/index';
import { article, block, fonts, form, issue, itemsOf, plain, sikai, textContext } from './support';

const grid = makeGrid(sikai);

interface ShownLine {
  readonly column: number;
  readonly row: number;
  readonly text: string;
  readonly faces: readonly string[];
  readonly left: number;
}

/** The lines of a story in columns 1–2, by column and row of the page. */
function linesOf(story: Article, rows: number): ShownLine[] {
  const content = { kind: 'article', article: story.id, form: form() } as const;
  const made = issue({ articles: [story], pages: [{ number: 1, section: '', blocks: [block('b', 1, 2, 1, rows, content)] }] });
  const runs = itemsOf(createLayout(made, fonts).page(1).display, 'b').filter((item): item is GlyphRun => item.kind === 'glyphs');
  const lines = new Map<string, ShownLine>();
  for (const run of runs) {
    const column = run.x[0] >= columnLeft(grid, 1) - 5 ? 1 : 0;
    const row = Math.floor((run.y - rowTop(grid, 0)) / grid.pitch);
    const key = `${column} ${row}`;
    const known = lines.get(key);
    const text = (known?.text ?? '') + String.fromCodePoint(...run.text);
    lines.set(key, {
      column,
      row,
      text,
      faces: [...(known?.faces ?? []), run.face],
      left: known?.left ?? run.x[0] - columnLeft(grid, column),
    });
  }
  return [...lines.values()];
}

describe('running text', () => {
  it('opens with 本报讯 in 黑 and the credit in 楷, then runs on', () => {
    const story = article('a', { byline: { lead: '本报讯', credit: '（通讯员 甲乙）' }, paragraphs: plain('青桐里的清早。') });
    const [first] = linesOf(story, 10);
    expect(first.faces.slice(0, 2)).toEqual(['hei-bold', 'kai-regular']);
    expect(first.left).toBeCloseTo(18, 4);
  });

  it('closes up a byline, and opens the line before a name, rather than break the name', () => {
    const first = (credit: string) => {
      const story = article('a', { byline: { lead: '本报讯', credit }, paragraphs: plain('青桐里的清早。'.repeat(4)) });
      return bodyLines(story, textContext, 99)[0]!.text;
    };
    expect(first('（记者 甲乙丙）')).toBe('本报讯（记者 甲乙丙）');
    expect(first('（通讯员 甲乙）')).toBe('本报讯（通讯员 甲乙）');
    expect(first('（通讯员 甲乙丙）').trim()).toBe('本报讯（通讯员');
    expect(first('（记者 Li Wu）')).toBe('本报讯（记者 Li Wu）');
  });

  it('leaves an author without 本报讯 or brackets to the headline', () => {
    const story = article('a', { byline: { lead: '', credit: '□ 甲乙' }, paragraphs: plain('我七岁以前住在青桐里。') });
    const texts = linesOf(story, 10).map(({ text }) => text);
    expect(texts.findIndex((text) => text.startsWith('我七岁'))).toBeGreaterThan(texts.indexOf('□　甲乙'));
    expect(texts).toContain('□　甲乙');
    expect(bodyLines(story, textContext, 99).every(({ text }) => !text.includes('甲乙'))).toBe(true);
  });

  it('keeps verse line by line, without indent of paragraphs, a blank row between stanzas', () => {
    const verse = ['巷口', '有一棵', '', '青桐'].map((text) => ({
      runs: text === '' ? [] : [{ text, form: 'plain' as const }],
      verse: true,
    }));
    const lines = linesOf(article('a', { paragraphs: verse }), 4);
    expect(lines.map(({ column, row, text }) => [column, row, text])).toEqual([
      [0, 0, '巷口'],
      [0, 1, '有一棵'],
      [1, 0, '青桐'],
    ]);
    for (const line of lines) expect(line.left).toBeCloseTo(4 * 9, 4);
  });

  it('stands a poem in the middle of a wide column by its longest line, whole characters from the edge', () => {
    const verse = (text: string) => ({ runs: [{ text, form: 'plain' as const }], verse: true });
    const first = (texts: readonly string[]) => {
      const rows = bodyLines(article('a', { paragraphs: texts.map(verse) }), textContext, 18 * 9);
      return rows.map(({ pieces }) => Math.round((pieces[0]!.x + pieces[0]!.line.offset) / 9));
    };
    expect(first(['巷口', '有一棵青桐树'])).toEqual([6, 6]);
    expect(first(['巷口', '有一棵青桐'])).toEqual([6, 6]);
    expect(first(['巷口的灯把对岸收走又还回来一半了'])).toEqual([1]);
  });

  it('starts no stanza in the last row of a column, and no column with a blank row', () => {
    const verse = ['巷口', '', '有一棵', '青桐', '又一棵'].map((text) => ({
      runs: text === '' ? [] : [{ text, form: 'plain' as const }],
      verse: true,
    }));
    const lines = linesOf(article('a', { paragraphs: verse }), 5);
    expect(lines.map(({ column, row, text }) => [column, row, text])).toEqual([
      [0, 0, '巷口'],
      [1, 0, '有一棵'],
      [1, 1, '青桐'],
      [1, 2, '又一棵'],
    ]);
  });

  it('ends with the jump line flush right on a row of its own', () => {
    const lines = linesOf(article('a', { paragraphs: plain('青桐。'), jump: '（下转2版）' }), 1);
    expect(lines.map(({ column, text }) => [column, text])).toEqual([
      [0, '青桐。'],
      [1, '（下转2版）'],
    ]);
    expect(lines[1].left).toBeGreaterThan(40);
  });

  it('leaves a row blank rather than a run-in heading at the foot of a column', () => {
    const heading = {
      runs: [
        { text: '先问再办。', form: 'heading' as const },
        { text: '青'.repeat(20), form: 'plain' as const },
      ],
    };
    // Five lines before the heading's first, in columns of six rows, with rows to spare.
    const story = article('a', { paragraphs: [...plain('青'.repeat(9 + 44)), heading, ...plain('青'.repeat(20))] });
    const headingLine = linesOf(story, 6).find(({ text }) => text.includes('先问'))!;
    expect([headingLine.column, headingLine.row]).toEqual([1, 0]);
  });

  it('keeps the lines of a heading together with the text below it', () => {
    const heading = { runs: [{ text: '青桐里的第一个问题是什么呢？', form: 'heading' as const }] };
    const story = article('a', { paragraphs: [...plain('青'.repeat(9 + 33)), heading, ...plain('青'.repeat(9 + 22))] });
    const lines = linesOf(story, 6);
    const heads = lines.filter(({ faces }) => faces.includes('hei-bold'));
    expect(heads.map(({ column, row }) => [column, row])).toEqual([
      [1, 0],
      [1, 1],
    ]);
    // Not justified: its first line ends where its characters end.
    expect(heads[0].text).toBe('青桐里的第一个问题');
  });

  it('counts a first line alone above what cuts a column, and a last one below it', () => {
    const lines = bodyLines(article('a', { paragraphs: plain('青'.repeat(20), '青'.repeat(31)) }), textContext, 99);
    expect(lines).toHaveLength(5);
    const lone = (cut: number) => {
      const rows = [0, 1, 2, 3, 4, 5, 6].filter((row) => row !== cut);
      return fill(
        lines,
        rows.map((row) => ({ column: 0, row })),
      ).lone;
    };
    expect([1, 2, 3, 4, 5].map(lone)).toEqual([2, 0, 1, 1, 0]);
  });
});
