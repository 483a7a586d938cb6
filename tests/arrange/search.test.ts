import { describe, expect, it } from 'vitest';
import { freeDivisions } from '../../engine/arrange/divisions';
import { distribute } from '../../engine/arrange/index';
import { createItemMaker } from '../../engine/arrange/items';
import type { Item, Shape } from '../../engine/arrange/plan';
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

  it('takes dear shapes where cheap ones fill no page', () => {
    // Eight of nine rows with the blank one are the page's 72; the cheap shapes of five columns leave the sixth empty.
    const items = boxes(8, (columns) =>
      columns === 6 ? [{ rows: 8, cost: 20, quiet: true }] : columns === 5 ? [{ rows: 8, cost: 0, quiet: true }] : [],
    );
    const ground = { ...GROUND, area: { ...AREA, rows: 71 }, divisions: [[{ ...AREA, rows: 71 }]] };
    const [best] = searchPages(items, ground, createRandom(1), 2, new Effort(), 30);
    expect([best?.placed.length, best?.spare]).toEqual([8, 0]);
  });

  it('fills a page that can be filled, though a row left empty at its foot would look better', () => {
    const items = boxes(4, (columns, at) =>
      columns === 6 ? [17, ...(at === 0 ? [18] : [])].map((rows) => ({ rows, cost: rows === 18 ? 80 : 0, quiet: true })) : [],
    );
    const [best] = searchPages(items, GROUND, createRandom(1), 2, new Effort(), 30);
    expect(best?.spare).toBe(0);
  });
});

describe('around locked blocks', () => {
  it('spends little on few things, so that there is effort left for other ways to set them', () => {
    const corners = [
      { column: 0, row: 65, columns: 3, rows: 20 },
      { column: 3, row: 13, columns: 3, rows: 20 },
    ];
    const divisions = freeDivisions(AREA, corners);
    const items = boxes(3, (columns) =>
      Array.from({ length: 40 }, (_, rows) => ({ rows: rows + 8, cost: columns, quiet: true })),
    );
    const effort = new Effort();
    for (let way = 0; way < 4; way++) searchPages(items, { ...GROUND, divisions }, createRandom(1), 2, effort, 30);
    expect([divisions.length > 100, effort.isSpent]).toEqual([true, false]);
  });
});

/** Things to place that have just these shapes. */
function boxes(count: number, shapesAt: (columns: number, at: number) => Shape[]): Item[] {
  return Array.from({ length: count }, (_, at) => ({
    content: { kind: 'notice', id: `n${at}` },
    rank: 'normal',
    shapes: (columns: number) => shapesAt(columns, at),
  }));
}
