import { describe, expect, it } from 'vitest';
import { arrangePage, betterPages, changedShare, distribute, type PageProposal } from '../../engine/arrange/index';
import { total } from '../../engine/arrange/score';
import { fakeLayout } from './fake-layout';
import { makeIssue, story } from './material';

function answers(tries: number, proposals = 1): readonly (readonly PageProposal[])[] {
  const issue = makeIssue({ articles: [950, 720, 510, 380, 290, 200].map((chars) => story(chars)) });
  const layout = fakeLayout(issue);
  return [...betterPages(issue, 1, distribute(issue, layout, [1]).get(1), layout, { seed: 3, proposals }, tries)];
}

describe('ever better pages', () => {
  it('begin with a legal page and never get worse', () => {
    const all = answers(4).map(([best]) => best!);
    expect(all[0]!.violations.filter(({ severity }) => severity === 'error')).toEqual([]);
    const totals = all.map(({ score }) => total(score));
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
  });

  it('come first of a search in haste, whose page stands whole though more of its stories move as one', () => {
    const chars = [700, 520, 430, 380, 330, 290, 260, 230, 210, 190, 170];
    const issue = makeIssue({ articles: chars.map((length) => story(length)) });
    const layout = fakeLayout(issue);
    const content = distribute(issue, layout, [1]).get(1);
    const search = (isFirst: boolean) => arrangePage(issue, 1, content, layout, { seed: 3, proposals: 1, isFirst })[0]!;
    const [first, later] = [search(true), search(false)];
    expect(first.overset).toEqual(later.overset);
    expect(first.violations.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(total(first.score)).toBeGreaterThanOrEqual(total(later.score));
  });

  it('are the same for a seed, and stop when nobody asks', () => {
    expect(answers(1)).toHaveLength(1);
    expect(answers(3)).toEqual(answers(3));
  });

  it('keep proposals that differ in a third of their blocks', () => {
    const last = answers(3, 3).at(-1)!;
    expect(last).toHaveLength(3);
    for (const [index, one] of last.entries()) {
      for (const other of last.slice(index + 1)) expect(changedShare(one.blocks, other.blocks)).toBeGreaterThanOrEqual(1 / 3);
    }
  });
});
