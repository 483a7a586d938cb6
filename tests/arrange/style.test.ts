import { describe, expect, it } from 'vitest';
import { arrangePage, distribute } from '../../engine/arrange/index';
import type { ArrangingStyle, Article, Block } from '../../engine/issue/types';
import { isContent } from './cells';
import { fakeLayout } from './fake-layout';
import { makeIssue, story } from './material';

const SIZES = [700, 500, 300, 220];

/** Blocks of stories on the pages that several seeds propose for one load. */
function blocksOf(arranging: ArrangingStyle, more: Partial<Article> = {}): Block[] {
  const articles = SIZES.map((chars, index) => story(chars, { ...more, ...(index < 2 ? { photos: [`p${index + 1}`] } : {}) }));
  const made = makeIssue({ articles, photos: [{}, {}] });
  const issue = { ...made, paper: { ...made.paper, arranging } };
  const layout = fakeLayout(issue);
  return [1, 2].flatMap((seed) => {
    const pages = arrangePage(issue, 1, distribute(issue, layout, [1]).get(1), layout, { seed, proposals: 1 });
    return pages.flatMap(({ blocks }) => blocks.filter(isContent));
  });
}

function forms(blocks: readonly Block[]) {
  return blocks.flatMap(({ content, rect }) => (content.kind === 'article' ? [{ ...content.form, rect }] : []));
}

describe('the style of a paper', () => {
  it('sets stories off as the paper does, or not at all', () => {
    const boxes = (arranging: ArrangingStyle) => new Set(forms(blocksOf(arranging)).map(({ box }) => box));
    expect([...boxes({ boxes: 'none' })]).toEqual(['none']);
    for (const style of ['outline', 'thickThin', 'rules', 'ornament'] as const) {
      const others = [...boxes({ boxes: style })].filter((box) => box !== 'none');
      expect(others.every((box) => box === style)).toBe(true);
    }
  });

  it('sets a headline on a picture where the paper wants it, as wide as the block and deep enough', () => {
    const on = forms(blocksOf({ headsOnPictures: true })).filter(({ head }) => head === 'picture');
    expect(on.length).toBeGreaterThan(0);
    for (const { pictures, headRows, rect } of on) {
      expect(headRows).toBe(0);
      expect(pictures).toHaveLength(1);
      expect(pictures[0]).toMatchObject({ column: 0, row: 0, columns: rect.columns });
      // The headline of the fake layout is four rows deep.
      expect(pictures[0]!.rows).toBeGreaterThanOrEqual(4 / 0.45);
    }
    expect(forms(blocksOf({})).filter(({ head }) => head === 'picture')).toEqual([]);
  });

  it('sets headlines from top to bottom now and then, and none where the paper does not want them', () => {
    const upright = (arranging: ArrangingStyle) =>
      forms(blocksOf({ ...arranging, boxes: 'none' }, { photos: [] })).filter(({ head }) => head === 'vertical');
    expect(upright({}).length).toBeGreaterThan(0);
    expect(upright({ verticalHeads: false })).toEqual([]);
  });

  it('sets no headline on a picture that has a kicker or a deck, which would be too small', () => {
    for (const more of [{ kicker: '三月走访' }, { deck: '八百户居民参加' }])
      expect(forms(blocksOf({ headsOnPictures: true }, more)).filter(({ head }) => head === 'picture')).toEqual([]);
  });
});

describe('recurring columns', () => {
  it('keep their stories on one page, and out of the short news', () => {
    const named = { column: '社区故事' };
    const articles = [story(900), story(800), story(700), story(90, named), story(80), story(70), story(60), story(85, named)];
    const issue = makeIssue({ articles, pages: 3 });
    const layout = fakeLayout(issue);
    const distribution = distribute(issue, layout, [1, 2, 3]);
    const pages = [1, 2, 3].map((page) => distribution.get(page));
    const holding = pages.filter(({ articles }) => articles.some(({ id }) => id === 'a4' || id === 'a8'));
    expect(holding).toHaveLength(1);
    expect(holding[0]!.articles.map(({ id }) => id)).toEqual(expect.arrayContaining(['a4', 'a8']));
    expect(pages.flatMap(({ briefs }) => briefs)).toEqual(['a5', 'a6', 'a7']);
  });
});
