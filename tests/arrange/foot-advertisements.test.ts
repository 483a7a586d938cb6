import { describe, expect, it } from 'vitest';
import { atFoot } from '../../engine/arrange/foot-advertisements';
import type { Item } from '../../engine/arrange/plan';
import type { GridRect } from '../../engine/issue/types';
import { makeIssue } from './material';

const AREA: GridRect = { column: 0, row: 13, columns: 6, rows: 72 };

/** Rectangles of advertisements of these columns and rows, beside what is locked. */
function places(sizes: readonly (readonly [columns: number, rows: number])[], locked: readonly GridRect[]) {
  const { advertisements } = makeIssue({ advertisements: sizes.map(([columns, rows]) => ({ columns, rows })) });
  const items = advertisements.map(
    ({ id }): Item => ({ content: { kind: 'advertisement', id }, rank: 'normal', shapes: () => [] }),
  );
  return atFoot(items, advertisements, AREA, locked)?.map(({ rect }) => rect);
}

describe('advertisements at the foot', () => {
  it('stand side by side in the right corner', () => {
    expect(
      places(
        [
          [2, 10],
          [3, 12],
        ],
        [],
      ),
    ).toEqual([
      { column: 1, row: 75, columns: 2, rows: 10 },
      { column: 3, row: 73, columns: 3, rows: 12 },
    ]);
  });

  it('stand left of what is locked in the right corner', () => {
    const locked = { column: 4, row: 61, columns: 2, rows: 24 };
    expect(places([[3, 10]], [locked])).toEqual([{ column: 1, row: 75, columns: 3, rows: 10 }]);
  });

  it('stand nowhere when what is locked leaves too little room, not even for the blank row above them', () => {
    expect(places([[5, 10]], [{ column: 4, row: 61, columns: 2, rows: 24 }])).toBeUndefined();
    const above = { column: 0, row: 40, columns: 6, rows: 35 };
    expect(places([[6, 10]], [above])).toBeUndefined();
    expect(places([[6, 9]], [above])).toEqual([{ column: 0, row: 76, columns: 6, rows: 9 }]);
  });
});
