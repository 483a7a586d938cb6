import { describe, expect, it } from 'vitest';
import { arrangePages } from '../../engine/arrange/index';
import { jumpOf } from '../../engine/arrange/jumps';
import { dividedContents } from '../../engine/arrange/split-stories';
import { chainFaults } from '../../engine/issue/chain-faults';
import { chainOf, type Issue } from '../../engine/issue/index';
import { fakeLayout } from './fake-layout';
import { makeIssue, story } from './material';

/** Four pages whose first has a lead of so many characters among other stories. */
function issueOf(chars: number, jumps: boolean): Issue {
  const others = Array.from({ length: 14 }, (_, at) => story(300 + 60 * at, at < 3 ? { page: 1 } : {}));
  const made = makeIssue({ pages: 4, articles: [story(chars, { weight: 'lead', page: 1 }), ...others] });
  return { ...made, paper: { ...made.paper, arranging: { jumps } } };
}

function arrange(issue: Issue) {
  const numbers = issue.pages.map(({ number }) => number);
  const pages = [...arrangePages(issue, numbers, fakeLayout(issue), { seed: 0, proposals: 1 })];
  return { pages, issue: pages.at(-1)!.issue };
}

const lost = (pages: ReturnType<typeof arrange>['pages'], id: string) =>
  pages.flatMap(({ proposals }) => proposals[0]!.overset).filter(({ article }) => article === id);

describe('a long lead of page 1', () => {
  it('goes on on another page where the paper allows jumps, and loses nothing', () => {
    const { pages, issue } = arrange(issueOf(3400, true));
    const parts = chainOf(issue.pages, 'a1');
    expect(parts.map(({ block }) => block.content.kind)).toEqual(['article', 'continuation']);
    expect(parts[0]!.page).toBe(1);
    expect(parts[1]!.page).toBeGreaterThan(1);
    expect(lost(pages, 'a1')).toEqual([]);
    expect(chainFaults(issue)).toEqual([]);
    const layout = fakeLayout(issue);
    for (const { block } of parts) expect(layout.fit(block, parts)).toMatchObject({ oversetChars: 0 });
    // The rest is as deep as its text: fewer empty cells than it has columns and its mark rows.
    const { emptyRows } = layout.fit(parts[1]!.block, parts);
    expect(emptyRows).toBeLessThan(3 * parts[1]!.block.rect.columns);
    for (const { proposals } of pages) {
      expect(proposals[0]!.violations.map(({ rule }) => rule)).not.toContain('overset');
      expect(proposals[0]!.fill).toBeGreaterThan(0.95);
    }
  });

  it('stays whole where the paper wants no jumps, or where it is not too long', () => {
    for (const issue of [issueOf(3400, false), issueOf(1200, true)]) {
      expect(chainOf(arrange(issue).issue.pages, 'a1').length).toBeLessThanOrEqual(1);
    }
  });

  it('keeps its share of the page and gives no few lines away', () => {
    expect(jumpOf('a', 300, 350, 432, 0)).toMatchObject({ opening: 300 - Math.ceil(350 - 0.45 * 432) + 1 });
    expect(jumpOf('a', 300, 350, 432, 290)).toMatchObject({ opening: 121, rest: 180 });
    expect(jumpOf('a', 150, 190, 432, 10)).toBeUndefined();
    expect(jumpOf('a', 150, 190, 432, 40)).toMatchObject({ rest: 40 });
  });
});

describe('stories divided on their page', () => {
  const content = {
    articles: ['a1', 'a2', 'a3'].map((id) => ({ id, rank: 'normal' as const })),
    briefs: [],
    groups: [],
    notices: [],
    advertisements: [],
  };
  const lines: Readonly<Record<string, number>> = { a1: 60, a2: 90, a3: 20 };

  it('are the longest, in halves first, and keep all their lines', () => {
    const divided = dividedContents(content, (id) => lines[id]!);
    const sums = divided.map(({ articles, continuations }) => {
      const story = articles.find(({ opening }) => opening !== undefined)!;
      const [rest] = continuations!;
      expect(rest).toMatchObject({ id: story.id, from: 0 });
      return `${story.id} ${story.opening} ${rest!.lines}`;
    });
    expect(sums.slice(0, 2)).toEqual(['a2 45 45', 'a1 30 30']);
    expect(sums).toHaveLength(6);
    expect(sums.join()).not.toContain('a3');
  });

  it('are proposed only where nothing else fills the page, in reading order', () => {
    // Two stories of awkward shape: five columns of advertisement leave one column beside them.
    let found = 0;
    for (let chars = 900; chars < 3300; chars += 150) {
      const advertisements = [{ columns: 5, rows: 30 }];
      const issue = makeIssue({ articles: [story(chars), story(Math.max(300, 3300 - chars))], advertisements });
      const [page] = [...arrangePages(issue, [1], fakeLayout(issue), { seed: 0, proposals: 1 })];
      const { blocks, violations, overset } = page!.proposals[0]!;
      const rules = violations.map(({ rule }) => rule);
      expect(rules).not.toContain('broken-chain');
      if (!blocks.some(({ content: { kind } }) => kind === 'continuation')) continue;
      found++;
      expect(overset).toEqual([]);
    }
    expect(found).toBeGreaterThan(0);
  });
});
