import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, applyAll, type Edit, type Issue, issueDifference } from '../../engine/issue';
import { article, block, photo, smallIssue } from './small-issue';

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 6 });
const words = fc.constantFrom('柳岸添新绿', '河道清淤', '');

/** Issues over the same few ids, so that two of them share items in other orders and with other words. */
const issue: fc.Arbitrary<Issue> = fc
  .record({
    date: fc.constantFrom('2024-02-29', '2024-03-01'),
    name: words,
    rows: fc.constantFrom(80, 87),
    articles: fc.tuple(ids, words),
    photos: ids,
    pages: fc.array(fc.tuple(words, ids, fc.constantFrom(0, 4)), { maxLength: 4 }),
  })
  .map(({ date, name, rows, articles: [articles, headline], photos, pages }) => ({
    ...smallIssue,
    date,
    paper: { ...smallIssue.paper, name },
    spec: { ...smallIssue.spec, rows },
    articles: articles.map((id) => article(`a${id}`, headline)),
    photos: photos.map((id) => photo(`p${id}`)),
    pages: pages.map(([section, blocks, row], index) => ({
      number: index + 1,
      section,
      blocks: blocks.map((id) => block(`b${id}`, row)),
    })),
  }));

describe('the difference of two issues', () => {
  test('leads from one to the other, and its inverse back', () => {
    fc.assert(
      fc.property(issue, issue, (before, after) => {
        const applied = apply(before, issueDifference(before, after));
        expect(applied.issue).toEqual(after);
        expect(apply(applied.issue, applied.inverse).issue).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  test('is empty between equal issues, whatever the order of their keys', () => {
    const copy = JSON.parse(JSON.stringify(smallIssue)) as Issue;
    const turned = Object.fromEntries(Object.entries(copy.paper).reverse()) as unknown as Issue['paper'];
    expect(issueDifference(smallIssue, { ...copy, paper: turned })).toEqual({ type: 'batch', name: '', edits: [] });
  });

  test('says only what differs', () => {
    const changed: Edit = { type: 'put', list: 'articles', item: article('a1', '河堤夜灯') };
    const after = applyAll(smallIssue, [changed]);
    expect(issueDifference(smallIssue, after, '导入')).toEqual({ type: 'batch', name: '导入', edits: [changed] });
  });
});
