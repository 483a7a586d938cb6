import { describe, expect, it } from 'vitest';
import { clustered } from '../../engine/arrange/items';
import type { Item } from '../../engine/arrange/plan';
import { createRandom } from '../../engine/arrange/random';

/** A box of so many cells, in each of the widths that suit it. */
function box(cells: number, widths: readonly number[]): Item {
  const rows = (columns: number) => Math.ceil(cells / columns);
  const shapes = (columns: number) => (widths.includes(columns) ? [{ rows: rows(columns), cost: 0, quiet: true }] : []);
  return { content: { kind: 'briefs', ids: [] }, rank: 'normal', shapes };
}

const SUPPLE = [1, 2, 3, 4, 5, 6];

describe('clustered', () => {
  const stiff = [box(48, [6]), box(24, [3])];
  const items = [box(90, SUPPLE), ...Array.from({ length: 9 }, () => box(30, SUPPLE)), ...stiff];

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('leaves lead and things of one width alone (seed %i)', (seed) => {
    const one = clustered(items, 6, 72, createRandom(seed));
    expect(one).toHaveLength(9);
    expect(one[0]).toBe(items[0]);
    expect(one).toEqual(expect.arrayContaining(stiff));
    expect(one.filter(({ content }) => content.kind === 'cluster')).toHaveLength(3);
  });

  it('sets nothing together where there is room for all', () => {
    expect(clustered(items, 6, 72, createRandom(1), 12)).toEqual(items);
  });
});
