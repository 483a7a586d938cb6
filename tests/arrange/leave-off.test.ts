import { describe, expect, it } from 'vitest';
import { articleChars, rankArticles } from '../../engine/arrange/content';
import { arrangePage, distribute } from '../../engine/arrange/index';
import { beyondReach, exchange, nextToGo, storiesOf, without } from '../../engine/arrange/leave-off';
import type { Issue } from '../../engine/issue/types';
import { articlesOn } from './cells';
import { fakeLayout } from './fake-layout';
import { makeIssue, story } from './material';

const NO_BOXES = { groups: [], notices: [], advertisements: [] };

function contentOf(issue: Issue) {
  return { ...rankArticles(issue.articles), ...NO_BOXES };
}

function stories(issue: Issue) {
  return storiesOf(issue, fakeLayout(issue));
}

describe('leaving off', () => {
  it('lets the longest stories go, the lead never', () => {
    const issue = makeIssue({ articles: [story(500), story(3000), story(900), story(1500), story(300)] });
    const room = Math.ceil((3000 + 500 + 300) / 11) + 40;
    expect(beyondReach(contentOf(issue), stories(issue), room)).toEqual(['a4', 'a3']);
  });

  it('lets stories go that the editor called lesser before longer ones, and more important ones last', () => {
    const issue = makeIssue({
      articles: [
        story(900, { weight: 'lead' }),
        story(1800, { weight: 'major' }),
        story(1500),
        story(700, { weight: 'brief' }),
        story(400),
      ],
    });
    const gone: string[] = [];
    for (let next: string | undefined = ''; next !== undefined; ) {
      next = nextToGo(without(contentOf(issue), gone), stories(issue));
      if (next !== undefined) gone.push(next);
    }
    expect(gone).toEqual(['a4', 'a3', 'a5', 'a2', 'a1']);
  });

  it('takes a longer story instead of a shorter one when it fills more of an empty foot', () => {
    const issue = makeIssue({ articles: [story(2000), story(1500), story(900), story(600), story(300)] });
    const content = contentOf(issue);
    expect(exchange(content, ['a2', 'a3'], stories(issue), 40)).toEqual(['a2', 'a4']);
    expect(exchange(content, ['a2', 'a3'], stories(issue), 65)).toEqual(['a2', 'a5']);
    expect(exchange(content, ['a2', 'a3'], stories(issue), 10)).toBeUndefined();
  });

  it('leaves stories off rather than cut them to pieces', () => {
    const issue = makeIssue({ articles: [537, 700, 860, 1000, 1250, 1600, 2000].map((chars) => story(chars)) });
    const layout = fakeLayout(issue);
    const [page] = arrangePage(issue, 1, distribute(issue, layout, [1]).get(1)!, layout, { seed: 1, proposals: 1 });
    const standing = articlesOn(page!.blocks);
    expect(standing).toContain('a7');
    expect(page!.overset.map(({ article }) => article)).toEqual(expect.arrayContaining(['a4', 'a5', 'a6']));
    for (const { article, chars } of page!.overset) {
      const whole = articleChars(issue.articles.find(({ id }) => id === article)!);
      if (standing.includes(article)) expect(chars).toBeLessThan(0.45 * whole);
      else expect(chars).toBe(whole);
    }
    expect(page!.fill).toBeGreaterThan(0.95);
  });
});
