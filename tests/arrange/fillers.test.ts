import { describe, expect, it } from 'vitest';
import { arrangeFilled, distribute, emptyCells } from '../../engine/arrange/index';
import type { Advertisement, Article } from '../../engine/issue/types';
import { articlesOn } from './cells';
import { fakeLayout } from './fake-layout';
import { makeIssue, story } from './material';

function arrange(articles: readonly Partial<Article>[], advertisements: readonly Partial<Advertisement>[] = []) {
  const issue = makeIssue({ articles, advertisements });
  const layout = fakeLayout(issue);
  const content = distribute(issue, layout, [1]).get(1);
  const [page] = arrangeFilled(issue, 1, content, layout, { seed: 1, proposals: 1 });
  return { issue, page: page! };
}

const SHORT = [story(1300), story(600)];

describe('fillers', () => {
  it('take the room that the material leaves', () => {
    const bare = arrange(SHORT).page;
    const { page } = arrange([...SHORT, story(300, { filler: true }), story(500, { filler: true })]);
    expect(page.fill).toBeGreaterThan(bare.fill);
    expect(articlesOn(page.blocks).some((id) => id === 'a4' || id === 'a5')).toBe(true);
  });

  it('may be advertisements of the house', () => {
    const { page } = arrange(SHORT, [{ filler: true }]);
    expect(page.blocks.some(({ content }) => content.kind === 'advertisement')).toBe(true);
    expect(page.fill).toBeGreaterThan(arrange(SHORT).page.fill);
  });

  it('stay in the stock where the page is full or they are too long', () => {
    const full = arrange([story(2000), story(1300), story(700), story(200, { filler: true })]);
    expect(full.page.fill).toBeGreaterThan(0.99);
    expect(articlesOn(full.page.blocks)).not.toContain('a4');
    const long = arrange([...SHORT, story(3000, { filler: true })]);
    expect(articlesOn(long.page.blocks)).not.toContain('a4');
    expect(long.page.overset).toEqual([]);
  });

  it('are asked for by the empty cells of a page', () => {
    const { issue, page } = arrange([story(1500)]);
    expect(emptyCells(issue, 1, page)).toBe(Math.round((1 - page.fill) * 6 * 72));
  });
});
