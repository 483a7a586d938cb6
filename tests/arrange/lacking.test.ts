import { describe, expect, it } from 'vitest';
import { arrangePage, distribute } from '../../engine/arrange/index';
import { createItemMaker } from '../../engine/arrange/items';
import { lackingCells } from '../../engine/arrange/lacking';
import type { Ground } from '../../engine/arrange/search';
import { Wishes } from '../../engine/arrange/wishes';
import type { Article, Issue } from '../../engine/issue/types';
import { shortLines } from '../../shell/arrange-report';
import { fakeLayout } from './fake-layout';
import { makeIssue, story } from './material';

const AREA = { column: 0, row: 4, columns: 6, rows: 81 };

function arranged(articles: readonly Partial<Article>[]) {
  const issue = makeIssue({ articles, photos: [] });
  const layout = fakeLayout(issue);
  const [page] = arrangePage(issue, 1, distribute(issue, layout, [1]).get(1), layout, { seed: 1, proposals: 1 });
  return { issue, page: page! };
}

/** Cells that lack in a page of so many rows. */
function lackingIn(issue: Issue, rows: number): number {
  const layout = fakeLayout(issue);
  const area = { ...AREA, rows };
  const content = distribute(issue, layout, [1]).get(1);
  const items = createItemMaker(
    issue,
    layout,
    area,
    new Map(),
  )(content, { holeRows: 0, fewerPictures: false, overset: 0, shortened: 0 });
  const ground: Ground = { area, divisions: [[area]], fixed: [], wishes: new Wishes(issue), rulesOff: new Set() };
  return lackingCells(items, ground);
}

describe('what a page lacks', () => {
  it('is told in characters where two short stories stand on a whole page', async () => {
    const { issue, page } = arranged([story(300), story(200)]);
    expect(page.fill).toBeLessThan(0.5);
    expect(page.lacking).toBeGreaterThan(1000);
    const [line] = await shortLines(issue, 1, page, 'zh');
    expect(line!.text).toContain(`还少 ${page.lacking} 字`);
  });

  it('is never more than what the page leaves empty', () => {
    for (const chars of [300, 900, 1500, 2100, 2700]) {
      const { issue, page } = arranged([story(chars), story(400), story(200)]);
      const empty = (1 - page.fill) * AREA.columns * issue.spec.rows * issue.spec.columnChars;
      expect(page.lacking ?? 0, String(chars)).toBeLessThanOrEqual(empty);
    }
  });

  it('grows by the cells of each further row, and is nothing where the stories take the page', () => {
    const issue = makeIssue({ articles: [story(900), story(500)], photos: [] });
    expect(lackingIn(issue, 24)).toBe(0);
    const [more, less] = [lackingIn(issue, 80), lackingIn(issue, 70)];
    expect(less).toBeGreaterThan(0);
    expect(Math.abs(more - less - 10 * 6 * 0.995)).toBeLessThanOrEqual(1);
  });
});
