/** The page behind the start screen is one that the schema would take, and no two of its stories are alike. */
import { expect, test } from 'vitest';
import { readIssue } from '../../engine/issue/validate';
import { rehearsalIssue } from '../../renderer/compose/rehearsal';

test('the rehearsed issue is a sound document of stories that differ', () => {
  const issue = rehearsalIssue();
  expect(readIssue(JSON.parse(JSON.stringify(issue)))).toEqual(issue);
  const texts = issue.articles.flatMap(({ paragraphs }) => paragraphs.map(({ runs }) => runs[0]!.text));
  expect(new Set(texts).size).toBe(texts.length);
});
