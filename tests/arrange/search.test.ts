import { describe, expect, it } from 'vitest';
import { distribute } from '../../engine/arrange/index';
import { createItemMaker } from '../../engine/arrange/items';
import { createRandom } from '../../engine/arrange/random';
import { Effort, type Ground, searchPages } from '../../engine/arrange/search';
import { Wishes } from '../../engine/arrange/wishes';
import { fakeLayout } from './fake-layout';
import { makeIssue, story } from './material';

const AREA = { column: 0, row: 13, columns: 6, rows: 72 };
const GROUND: Ground = {
  area: AREA,
  divisions: [[AREA]],
  fixed: [],
  wishes: new Wishes({ articles: [] }),
  rulesOff: new Set(),
};
const TERMS = { holeRows: 0, overset: 0, shortened: 0, fewerPictures: false };

function search(effort: Effort) {
  const issue = makeIssue({ articles: [900, 700, 600, 450, 300].map((chars) => story(chars)) });
  const layout = fakeLayout(issue);
  const makeItems = createItemMaker(issue, layout, AREA, new Map());
  return searchPages(makeItems(distribute(issue, layout, [1]).get(1), TERMS), GROUND, createRandom(1), 4, effort, 30);
}

describe('searchPages', () => {
  it('gives a page however little effort is left, and betters it no more', () => {
    const spent = new Effort();
    spent.steps = Number.MAX_SAFE_INTEGER;
    const hasty = search(spent);
    const patient = search(new Effort());
    expect(hasty.length).toBeGreaterThan(0);
    expect(patient.length).toBeGreaterThan(hasty.length);
    expect(patient[0]!.total).toBeLessThanOrEqual(hasty[0]!.total);
  });

  it('counts its work alike on every run', () => {
    const [one, other] = [new Effort(), new Effort()];
    search(one);
    search(other);
    expect(one.steps).toBeGreaterThan(0);
    expect(one.steps).toBe(other.steps);
  });
});
