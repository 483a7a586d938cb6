import { describe, expect, it } from 'vitest';
import { apply, type Block, type Edit, type Issue } from '../../engine/issue';
import { HEAD_STYLES } from '../../engine/layout/styles';
import { breakMoved } from '../../renderer/state/break-moves';
import { resizedHead } from '../../renderer/state/by-hand';
import { breakingOf, breaksEdit, clustersOf, gapsOf, linesOf, withBreak } from '../../renderer/state/head-lines';
import { article, smallIssue } from '../issue/small-issue';
import { form } from '../layout/support';

describe('breaks of a headline', () => {
  it('are those of the lines as they stand, spaces at a line’s end included', () => {
    const breaking = breakingOf({ headline: ['老街 通水了', '家家欢喜'] }, ['老街', '通水了家家', '欢喜']);
    expect(breaking).toEqual({ text: '老街 通水了　家家欢喜', breaks: [3, 9] });
    expect(linesOf(breaking)).toEqual(['老街', '通水了　家家', '欢喜']);
  });

  it('are the writer’s where the lines spell something else', () => {
    expect(breakingOf({ headline: ['甲乙', '丙'] }, ['别的']).breaks).toEqual([3]);
  });

  it('are moved, put and taken away', () => {
    const breaking = { text: '甲乙丙丁', breaks: [2] };
    expect(linesOf(withBreak(breaking, 2, 1))).toEqual(['甲', '乙丙丁']);
    expect(linesOf(withBreak(breaking, undefined, 3))).toEqual(['甲乙', '丙', '丁']);
    expect(linesOf(withBreak(breaking, 2, undefined))).toEqual(['甲乙丙丁']);
    expect(gapsOf('甲 乙😀丙')).toEqual([2, 3, 5]);
  });

  it('stand in a field that wraps no mark away from what it opens or closes', () => {
    const clusters = clustersOf('办“😀”（上）！啊');
    expect(clusters.map((cluster) => cluster.map(({ letter }) => letter).join(''))).toEqual(['办', '“😀”', '（上）！', '啊']);
    expect(clusters.flat().map(({ at }) => at)).toEqual([0, 1, 2, 4, 5, 6, 7, 8, 9]);
  });

  it('are stored where the headline stands, else in the headline', () => {
    const own = article('a1', '河堤夜灯');
    const standing: Block = {
      id: 'b7',
      rect: { column: 0, row: 40, columns: 2, rows: 20 },
      cuts: [],
      locked: false,
      content: { kind: 'article', article: 'a1', form: form() },
    };
    const issue = { ...smallIssue, pages: smallIssue.pages.with(0, { ...smallIssue.pages[0]!, blocks: [standing] }) };
    const placed = apply(issue, breaksEdit(issue, own, standing, ['河堤', '夜灯'])!).issue;
    expect(placed.pages[0]!.blocks[0]!.content).toMatchObject({ form: { lines: ['河堤', '夜灯'] } });
    const written = apply(smallIssue, breaksEdit(smallIssue, own, undefined, ['河堤', '夜灯'])!).issue;
    expect(written.articles[0]!.headline).toEqual(['河堤', '夜灯']);
  });
});

describe('a headline a size larger or smaller', () => {
  const sizes = HEAD_STYLES.second.headline.sizes;
  const spec = { ...smallIssue.spec, bodySize: 9 };
  const issue = { ...smallIssue, spec, articles: [article('a1', '河堤夜灯')] };
  const block = (size: number): Block => ({
    id: 'b7',
    rect: { column: 0, row: 40, columns: 2, rows: 20 },
    cuts: [],
    locked: false,
    content: { kind: 'article', article: 'a1', form: form({ head: 'second', size }) },
  });
  const sized = (size: number, step: 1 | -1, headSize: number) => {
    const content = resizedHead(issue, block(size), step, { headLines: ['河堤', '夜灯'], headSize })?.content;
    return content?.kind === 'article' ? content.form : undefined;
  };

  it('goes on from the size that the layout has chosen, and no further than the largest', () => {
    expect(sized(0, 1, sizes[1]!)).toMatchObject({ size: sizes[0], lines: ['河堤', '夜灯'] });
    expect(sized(0, -1, sizes[0]!)?.size).toBe(sizes[1]);
    expect(sized(0, 1, sizes[0]!)).toBeUndefined();
  });

  it('goes on from the size that was asked for before the page is composed anew', () => {
    expect(sized(sizes[1]!, -1, sizes[0]!)?.size).toBe(sizes[2]);
  });
});

describe('a break moved on the page', () => {
  const made: Issue = {
    ...smallIssue,
    articles: [{ ...smallIssue.articles[0]!, headline: ['河堤添绿百棵柳'] }],
    pages: [
      {
        ...smallIssue.pages[0]!,
        blocks: [
          {
            id: 'b',
            rect: { column: 0, row: 10, columns: 2, rows: 20 },
            cuts: [],
            locked: false,
            content: { kind: 'article', article: 'a1', form: form({ lines: ['河堤添绿', '百棵柳'] }) },
          },
        ],
      },
    ],
  };
  const linesAfter = (edit: Edit | undefined) => {
    const content = edit && apply(made, edit).issue.pages[0]!.blocks[0]!.content;
    return content?.kind === 'article' ? content.form.lines : undefined;
  };

  it('goes where the pointer is between two characters, and the lines follow', () => {
    expect(linesAfter(breakMoved(made, 'a1', 'b', undefined, 4, 2))).toEqual(['河堤', '添绿百棵柳']);
  });

  it('stays where it is when no line could begin there, or no line begins where it was taken', () => {
    expect(breakMoved(made, 'a1', 'b', undefined, 4, 0)).toBeUndefined();
    expect(breakMoved(made, 'a1', 'b', undefined, 4, 4)).toBeUndefined();
    expect(breakMoved(made, 'a1', 'b', undefined, 3, 2)).toBeUndefined();
  });
});
