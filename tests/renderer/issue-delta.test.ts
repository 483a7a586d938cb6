import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, type Edit, type Issue } from '../../engine/issue';
import { issueDelta, withDelta } from '../../renderer/compose/issue-delta';
import { article, block, photo, smallIssue } from '../issue/small-issue';

/** What the other side has after a message. */
const received = (before: Issue | null, sent: Issue | null, after: Issue) =>
  withDelta(before, structuredClone(issueDelta(sent, after)));

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.string().map((text): Edit => ({ type: 'put', list: 'articles', item: article('a1', text) })),
  fc.integer({ min: 0, max: 9 }).map((row): Edit => ({ type: 'putBlock', page: 1, block: block('b1', row) })),
  fc.constantFrom('社区', '副刊').map((section): Edit => ({ type: 'insertPage', page: { number: 1, section, blocks: [] } })),
  fc.nat(3).map((at): Edit => ({ type: 'put', list: 'photos', item: photo('new'), at })),
  fc.constant<Edit>({ type: 'setSpec', spec: { ...smallIssue.spec } }),
);

describe('an issue sent as what differs', () => {
  test('arrives whole, after any edits and with requests between', () => {
    fc.assert(
      fc.property(fc.array(fc.array(edit, { maxLength: 3 }), { maxLength: 6 }), (requests) => {
        let there = received(null, null, smallIssue);
        expect(there).toEqual(smallIssue);
        let sent = smallIssue;
        for (const edits of requests) {
          const after = edits.reduce((issue, change) => apply(issue, change).issue, sent);
          there = received(there, sent, after);
          expect(there).toEqual(after);
          sent = after;
        }
      }),
      { numRuns: 100 },
    );
  });

  test('keeps the objects that stay', () => {
    const there = received(null, null, smallIssue);
    const after = apply(smallIssue, { type: 'put', list: 'articles', item: article('a1', '渡口') }).issue;
    const then = received(there, smallIssue, after);
    for (const part of ['paper', 'spec', 'photos', 'groups'] as const) expect(then[part]).toBe(there[part]);
    expect(then.pages[0]).toBe(there.pages[0]);
    expect(then.articles.filter((item) => there.articles.includes(item))).toHaveLength(there.articles.length - 1);
  });

  test('of a moved block holds that block alone', () => {
    const after = apply(smallIssue, { type: 'putBlock', page: 1, block: block('b1', 7) }).issue;
    const [page] = issueDelta(smallIssue, after).pages;
    const items = (page as { blocks: readonly unknown[] }).blocks.filter((sent) => typeof sent !== 'number');
    expect(items).toEqual([{ item: block('b1', 7) }]);
  });
});
