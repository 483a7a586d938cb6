/** Names of press files by a shop's pattern. */
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../engine/issue/types';
import { pressStem } from '../../engine/press/handoff/names';
import { smallIssue } from '../issue/small-issue';

const issue: Issue = { ...smallIssue, paper: { ...smallIssue.paper, name: '澄塘社区报' }, date: '2026-03-10' };

describe('the name of a file of all pages', () => {
  it.each([
    [undefined, '澄塘社区报_20260310', '澄塘社区报_20260310_v2'],
    ['{date}-{page}', '20260310', '20260310_v2'],
    ['{page}_{paper}', '澄塘社区报', '澄塘社区报_v2'],
    ['{page}', '澄塘社区报', '澄塘社区报_v2'],
    ['{paper} {page} {version}', '澄塘社区报 1', '澄塘社区报 2'],
  ])('is the pattern %s without its page', (pattern, first, second) => {
    expect(pressStem(issue, 'all', pattern, 1)).toBe(first);
    expect(pressStem(issue, 'all', pattern, 2)).toBe(second);
  });
});

describe('the name of an imposed file', () => {
  const side = { sheet: 2, front: false, left: 6, right: 3 };
  it.each([
    [undefined, 1, '澄塘社区报_20260310_拼2反_A06-A03', '澄塘社区报_20260310_跨空-A03'],
    ['{page}.{date}', 2, '拼2反_A06-A03.20260310_v2', '跨空-A03.20260310_v2'],
    ['{version}{page}', 3, '3拼2反_A06-A03', '3跨空-A03'],
  ])('has sheet and pages where the pattern %s has the page', (pattern, version, sheet, spread) => {
    expect(pressStem(issue, { pages: [6, 3], side }, pattern, version)).toBe(sheet);
    expect(pressStem(issue, { pages: [0, 3] }, pattern, version)).toBe(spread);
  });
});
