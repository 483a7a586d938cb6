import { describe, expect, it } from 'vitest';
import { tuneHeads } from '../../engine/arrange/head-sizes';
import { arrangePage, distribute } from '../../engine/arrange/index';
import type { Placed } from '../../engine/arrange/place';
import { fakeLayout } from './fake-layout';
import { makeIssue, story } from './material';

describe('headlines', () => {
  it('of other stories are no larger than the lead’s, however small that is', () => {
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

  it('of two neighbours that look alike the shorter gets the smaller headline', () => {
    const tuned = tuneHeads([placed('a1', 13, 30), placed('a2', 34, 18)], []);
    expect(tuned.map(({ plan }) => plan!.head.size)).toEqual([24, 21]);
    expect(tuned.map(({ plan }) => plan!.headRows)).toEqual([5, 5]);
  });

  it('of lesser stories go down to a weightier one’s as far as they may, unless the paper does not mind', () => {
    const other = { ...placed('a2', 60, 18), rect: { column: 3, row: 60, columns: 3, rows: 20 } };
    const weighted = (one: Placed, asked: 'major' | 'brief', size: number): Placed => ({
      ...one,
      item: { ...one.item, asked },
      plan: { ...one.plan!, head: { ...one.plan!.head, size } },
    });
    const sizes = (size: number, byWeight?: boolean) => {
      const pair = [weighted(placed('a1', 13, 30), 'major', size), weighted(other, 'brief', 24)];
      return tuneHeads(pair, [], byWeight).map(({ plan }) => plan!.head.size);
    };
    expect(sizes(20)).toEqual([20, 20]);
    // Two steps of 0.88 to half a point.
    expect(sizes(14)).toEqual([14, 18.5]);
    expect(sizes(26)).toEqual([26, 24]);
    expect(sizes(20, false)).toEqual([20, 24]);
  });

  it('stay as they are where neighbours differ in width or size', () => {
    const wide = { ...placed('a2', 34, 18), rect: { column: 0, row: 34, columns: 3, rows: 20 } };
    const unlike = [placed('a1', 13, 30), wide];
    expect(tuneHeads(unlike, [])).toEqual(unlike);
  });
});

/** A normal story two columns wide with so many lines of text below a headline of 24 points. */
function placed(id: string, row: number, lines: number): Placed {
  const head = { head: 'second' as const, size: 24, lines: ['一行标题'], headRows: 5, headColumns: 0, textColumns: 0 };
  return {
    item: { content: { kind: 'article', id }, rank: 'normal', shapes: () => [] },
    rect: { column: 0, row, columns: 2, rows: 20 },
    cuts: [],
    cost: 0,
    overset: false,
    plan: {
      head,
      headRows: 5,
      headColumns: 2,
      deck: false,
      pictures: [],
      tops: [5, 5],
      closed: [false, false],
      need: lines + 10,
      lines,
      textColumns: 0,
      box: 'none',
      cost: 0,
    },
  };
}
