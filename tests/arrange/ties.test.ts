import { describe, expect, it } from 'vitest';
import { arrangePages } from '../../engine/arrange/index';
import { type Block, chainOf, type GridRect, type Issue } from '../../engine/issue/index';
import { fakeLayout } from './fake-layout';
import { makeIssue, story } from './material';

const FORM = { pictures: [], box: 'none', textColumns: 0 } as const;
const HEADED = { ...FORM, head: 'second', size: 24, lines: ['社区食堂开张'], headRows: 8, headColumns: 0, deck: false } as const;

function begins(id: string, rect: GridRect, locked = false): Block {
  return { id, content: { kind: 'article', article: 'a1', form: HEADED }, rect, cuts: [], locked };
}

function goesOn(id: string, rect: GridRect, locked = false): Block {
  return { id, content: { kind: 'continuation', article: 'a1', part: 2, form: FORM }, rect, cuts: [], locked };
}

/** An issue whose first story begins on page 1 and goes on on page 2. */
function issueOf(first: Block, second: Block): Issue {
  const made = makeIssue({ pages: 2, articles: [story(600), story(900), story(700), story(500), story(400)] });
  const pages = made.pages.map((page, at) => ({ ...page, blocks: [...page.blocks, at === 0 ? first : second] }));
  return { ...made, pages };
}

const arranged = (issue: Issue, numbers: readonly number[]) =>
  [...arrangePages(issue, numbers, fakeLayout(issue), { seed: 0, proposals: 1 })].at(-1)!;

describe('stories that go on elsewhere', () => {
  const first = begins('x', { column: 0, row: 13, columns: 2, rows: 30 });
  const second = goesOn('y', { column: 0, row: 3, columns: 3, rows: 20 });

  it('stay where they are, and unlocked, while one of their pages is arranged', () => {
    const issue = issueOf(first, second);
    const { issue: after, proposals } = arranged(issue, [1]);
    expect(after.pages[0]!.blocks.filter(({ id }) => id === 'x')).toEqual([first]);
    expect(after.pages[0]!.blocks.length).toBeGreaterThan(issue.pages[0]!.blocks.length);
    for (const { rule } of proposals[0]!.violations) expect(['told-twice', 'broken-chain', 'overlap']).not.toContain(rule);
  });

  it('stay when one of their blocks is locked', () => {
    const issue = issueOf(first, { ...second, locked: true });
    const { issue: after } = arranged(issue, [1, 2]);
    expect(chainOf(after.pages, 'a1').map(({ block }) => block)).toEqual([first, { ...second, locked: true }]);
  });

  it('are set anew with all their pages, each told once', () => {
    const { issue: after } = arranged(issueOf(first, second), [1, 2]);
    const parts = chainOf(after.pages, 'a1');
    expect(parts.map(({ block }) => block.content.kind)).toEqual(['article']);
    const told = after.pages.flatMap(({ blocks }) =>
      blocks.flatMap(({ content }) => (content.kind === 'article' ? [content.article] : [])),
    );
    expect(new Set(told).size).toBe(told.length);
  });

  it('do not count as told twice on a page whose turn is still to come', () => {
    const issue = makeIssue({ pages: 2, articles: [story(900), story(800), story(700), story(600)] });
    const once = arranged(issue, [1, 2]).issue;
    const swapped = { ...once, articles: [...once.articles].reverse() };
    for (const { proposals } of arrangePages(swapped, [1, 2], fakeLayout(swapped), { seed: 3, proposals: 1 })) {
      expect(proposals[0]!.violations.map(({ rule }) => rule)).not.toContain('told-twice');
    }
  });
});
