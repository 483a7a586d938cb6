import { describe, expect, it } from 'vitest';
import { arrangePage, distribute } from '../../engine/arrange/index';
import { fakeLayout } from './fake-layout';
import { makeIssue, story } from './material';

describe('the lead', () => {
  it('has the largest headline even where its own is small', () => {
    const issue = makeIssue({ articles: [story(1300), story(1200), story(900)] });
    const layout = fakeLayout(issue);
    const modest = {
      ...layout,
      planHeads: (...asked: Parameters<typeof layout.planHeads>) =>
        layout.planHeads(...asked).map((plan) => (asked[2] === 'lead' ? { ...plan, size: 20 } : plan)),
    };
    const [page] = arrangePage(issue, 1, distribute(issue, layout, [1]).get(1), modest, { seed: 1, proposals: 1 });
    const sizes = page!.blocks.flatMap(({ content }) => (content.kind === 'article' ? [content.form.size] : []));
    expect(Math.max(...sizes)).toBe(20);
    expect(page!.violations.map(({ rule }) => rule)).not.toContain('outshone-lead');
  });
});
