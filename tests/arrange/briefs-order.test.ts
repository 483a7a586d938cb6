import { describe, expect, it } from 'vitest';
import { withBriefsOrdered } from '../../engine/arrange/briefs-order';
import type { Block, Id } from '../../engine/issue/types';
import type { Layout } from '../../engine/layout/types';
import { fakeLayout } from './fake-layout';
import { makeIssue, story } from './material';

const ISSUE = makeIssue({ articles: [story(60), story(80), story(90), story(70)] });
const IDS = ['a1', 'a2', 'a3', 'a4'];
const block = (articles: readonly Id[]): Block => ({
  id: 'b',
  content: { kind: 'briefs', label: '简讯', articles },
  rect: { column: 0, row: 13, columns: 2, rows: 20 },
  cuts: [],
  locked: false,
});

/** A layout that parts lines unless the order is among these. */
function partingUnless(good: readonly string[]): Layout {
  const layout = fakeLayout(ISSUE);
  const isGood = (one: Block) => one.content.kind === 'briefs' && good.includes(one.content.articles.join(' '));
  return {
    ...layout,
    fit: (one) => ({ ...layout.fit(one), remarks: isGood(one) ? [] : [{ rule: 'lines-parted', detail: '1' }] }),
  };
}

function ordered(good: readonly string[]): string {
  const [one] = withBriefsOrdered([block(IDS)], partingUnless(good));
  return one!.content.kind === 'briefs' ? one!.content.articles.join(' ') : '';
}

describe('short news', () => {
  it('keeps its order where that parts nothing, and where none does better', () => {
    expect(ordered(['a1 a2 a3 a4', 'a2 a1 a3 a4'])).toBe('a1 a2 a3 a4');
    expect(ordered([])).toBe('a1 a2 a3 a4');
  });

  it('takes another order where lines would be parted', () => {
    expect(ordered(['a1 a4 a3 a2'])).toBe('a1 a4 a3 a2');
    expect(ordered(['a2 a3 a4 a1'])).toBe('a2 a3 a4 a1');
  });
});
