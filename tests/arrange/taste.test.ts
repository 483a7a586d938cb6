import { describe, expect, it } from 'vitest';
import { columnsCost, createArticleItem } from '../../engine/arrange/article-item';
import { articlePlans, planContext } from '../../engine/arrange/article-plans';
import { rankArticles } from '../../engine/arrange/content';
import { arrangePage } from '../../engine/arrange/index';
import { reliefOf, storiesOf } from '../../engine/arrange/leave-off';
import { createPictureSets } from '../../engine/arrange/pictures';
import type { Issue } from '../../engine/issue/types';
import { fakeLayout } from './fake-layout';
import { makeIssue, SIKAI, story } from './material';

const NONE = { groups: [], notices: [], advertisements: [] };

function best(issue: Issue, more: Partial<typeof NONE> = {}) {
  const content = { ...rankArticles(issue.articles), ...NONE, ...more };
  return arrangePage(issue, 1, content, fakeLayout(issue), { seed: 0, proposals: 1 })[0]!;
}

describe('a headline over few lines', () => {
  const issue = makeIssue({ articles: [story(900)] });
  const context = planContext(issue, fakeLayout(issue), issue.articles[0]!, 'normal', 0, false);
  const plan = createArticleItem(context, 87, { holeRows: 0, overset: 0 }, false)
    .shapes(2)
    .find((shape) => shape.plan?.head.head === 'second')!.plan!;

  it('costs by each row that it is deeper than what stands below it', () => {
    const deep = { ...plan, headRows: 14, tops: [14, 14] };
    const price = (rows: number) => columnsCost(deep, 2, rows, rows)!;
    expect(price(28)).toBe(0);
    // Columns of seven rows are long enough by themselves.
    expect(price(24) - price(28)).toBe(2 * 4);
    expect(price(21) - price(24)).toBe(2 * 3);
  });

  it('costs nothing beside text', () => {
    const beside = { ...plan, headRows: 14, headColumns: 1, tops: [14, 0] };
    expect(columnsCost(beside, 2, 22, 22)).toBe(0);
  });
});

describe('the longer arm of an L-shape', () => {
  const issue = makeIssue({ articles: [story(2000)] });
  const context = planContext(issue, fakeLayout(issue), issue.articles[0]!, 'normal', 0, false);
  const plan = articlePlans(context, 4).find(({ head }) => head.head === 'wide')!;
  /** Price of an L-shape that the text fills but for `spare` rows, more than that of one which it fills. */
  const price = (spare: number, split: number, before: number, after: number) => {
    const cells = split * before + (4 - split) * after;
    const cost = (need: number) => columnsCost({ ...plan, need }, split, before, after)!;
    return Math.round(cost(cells - spare) - cost(cells));
  };

  it('costs by each row that stays empty over all its columns', () => {
    expect([0, 1, 2, 3, 4].map((spare) => price(spare, 2, 60, 66))).toEqual([0, 0, 10, 10, 20]);
    expect([0, 1, 2, 3, 4].map((spare) => price(spare, 2, 66, 60))).toEqual([0, 0, 10, 10, 20]);
    // No more than the arm has.
    expect(price(12, 2, 60, 63)).toBe(30);
  });

  it('costs nothing where it is the last column, which may be short', () => {
    expect(price(3, 3, 60, 66)).toBe(0);
    expect(price(3, 1, 66, 60)).toBe(30);
  });

  it('costs nothing where all columns end together', () => {
    expect(price(3, 2, 66, 66)).toBe(0);
  });
});

describe('a headline of three lines', () => {
  it('costs more where two lines would do, but not the lead’s', () => {
    const issue = makeIssue({ articles: [story(900)] });
    const layout = fakeLayout(issue);
    const heads = layout.planHeads('a1', 2, 'normal').slice(0, 2);
    const cheapest = (lines: readonly number[], rank: 'lead' | 'normal', other = 22) => {
      const planned = heads.map((head, at) => ({
        ...head,
        size: at === 0 ? 24 : other,
        lines: Array.from({ length: lines[at]! }, () => '题'),
      }));
      const context = planContext(issue, { ...layout, planHeads: () => planned }, issue.articles[0]!, rank, 0, false);
      const costs = articlePlans(context, 2).filter(({ head, headRows }) => head.size === 24 && headRows === head.headRows);
      return Math.min(...costs.map(({ cost }) => cost));
    };
    for (const [lines, price] of [
      [[2, 2], 0],
      [[3, 2], 7],
      [[3, 3], 0],
      [[4, 2], 14],
    ] as const) {
      expect(cheapest(lines, 'normal') - cheapest([1, 1], 'normal')).toBe(price);
      expect(cheapest(lines, 'lead') - cheapest([1, 1], 'lead')).toBe(0);
    }
    // Two lines that are much smaller do not do.
    expect(cheapest([3, 2], 'normal', 17) - cheapest([1, 1], 'normal', 17)).toBe(0);
  });
});

describe('the lead’s picture', () => {
  it('costs by the square of the columns that it lacks to half the page', () => {
    const { photos } = makeIssue({ photos: [{ width: 3000, height: 2000, caption: '' }] });
    const issue = makeIssue({ photos });
    const cheapest = (rank: 'lead' | 'normal', columns: number) => {
      const sets = createPictureSets({ photos: issue.photos, rank, spec: SIKAI, layout: fakeLayout(issue) });
      return Math.min(...sets(1, columns).map(({ cost }) => cost));
    };
    const lacks = [1, 2, 3, 4].map((columns) => cheapest('lead', columns) - cheapest('normal', columns));
    expect(lacks.map((price) => Math.round(price / 6))).toEqual([4, 1, 0, 0]);
  });
});

describe('an advertisement', () => {
  it('stands at the foot, even where lines are cut for it', () => {
    const issue = makeIssue({
      articles: [story(1500), story(900), story(800), story(700), story(420)],
      advertisements: [
        { columns: 3, rows: 8 },
        { columns: 3, rows: 12 },
      ],
    });
    const { blocks } = best(issue, { advertisements: ['d1', 'd2'] as never[] });
    const feet = blocks.flatMap(({ content, rect }) => (content.kind === 'advertisement' ? [rect.row + rect.rows] : []));
    expect(feet).toEqual([SIKAI.rows - 2, SIKAI.rows - 2]);
  });
});

describe('too much for a page', () => {
  it('lets one story wait rather than cut many, where that is less', () => {
    const issue = makeIssue({ articles: [story(900), story(800), story(500), story(330), story(220)] });
    const content = { ...rankArticles(issue.articles), ...NONE };
    const stories = storiesOf(issue, fakeLayout(issue));
    // 21 lines are lost: the story of 220 characters has 22.
    expect(reliefOf(content, [], [9, 7, 5], stories)).toBe('a5');
    expect(reliefOf(content, ['a5'], [9, 7, 5], stories)).toBe('a4');
    // One cut is one cut; and no story is short enough for so few lines.
    expect(reliefOf(content, [], [21], stories)).toBeUndefined();
    expect(reliefOf(content, [], [2, 2], stories)).toBeUndefined();
  });
});
