import { describe, expect, it } from 'vitest';
import { arrangePages } from '../../engine/arrange/index';
import type { Issue } from '../../engine/issue/types';
import { articlesOn } from './cells';
import { fakeLayout } from './fake-layout';
import { makeIssue, story } from './material';

function arrangeAll(issue: Issue) {
  const numbers = issue.pages.map(({ number }) => number);
  return [...arrangePages(issue, numbers, fakeLayout(issue), { seed: 0, proposals: 1 })];
}

describe('arrangePages', () => {
  it('sets every story once or reports it once, whichever pages have no room for it', () => {
    const sizes = [4200, 3900, 2600, 1500, 1400, 300, 250, 200];
    const issue = makeIssue({ pages: 3, articles: sizes.map((chars) => story(chars)) });
    const pages = arrangeAll(issue);
    const stands = pages.flatMap(({ proposals }) => articlesOn(proposals[0]!.blocks));
    const reported = pages.flatMap(({ proposals }) => proposals[0]!.overset.map(({ article }) => article));
    const missing = issue.articles.map(({ id }) => id).filter((id) => !stands.includes(id));
    expect(new Set(stands).size).toBe(stands.length);
    expect(reported.filter((id) => !stands.includes(id)).sort()).toEqual(missing.sort());
  });

  it('leaves no page empty while another leaves stories off', () => {
    const issue = makeIssue({ pages: 2, articles: [story(2000), story(2000)] });
    const pages = arrangeAll(issue);
    expect(pages.map(({ proposals }) => articlesOn(proposals[0]!.blocks).length)).toEqual([1, 1]);
    expect(pages.flatMap(({ proposals }) => proposals[0]!.overset)).toEqual([]);
  });
});
