import { describe, expect, it } from 'vitest';
import { baseline, boxOf, columnLeft, columnsWidth, MM, makeGrid, rowTop } from '../../engine/layout/grid';
import { sikai } from './support';

const grid = makeGrid(sikai);

describe('the grid of 四开', () => {
  it('puts the columns where the design has them', () => {
    const lefts = [0, 1, 2, 3, 4, 5].map((column) => columnLeft(grid, column) / MM);
    [23.79, 61.89, 99.99, 138.09, 176.19, 214.29].forEach((left, i) => {
      expect(lefts[i]).toBeCloseTo(left, 6);
    });
  });

  it('makes columns together as wide as their characters', () => {
    expect([1, 2, 3, 4, 5, 6].map((columns) => columnsWidth(grid, columns))).toEqual([99, 207, 315, 423, 531, 639]);
  });

  it('stands the baseline 7.92 pt below the top of the em box', () => {
    expect(baseline(grid, 0) - rowTop(grid, 0)).toBeCloseTo(7.92, 9);
    expect((rowTop(grid, 13) - rowTop(grid, 12)) / MM).toBeCloseTo(3.96875, 9);
    expect(rowTop(grid, 0) / MM).toBeCloseTo(23, 9);
  });

  it('ends a block on the em box of its last row', () => {
    const box = boxOf(grid, { column: 0, row: 23, columns: 4, rows: 19 });
    expect(box.height).toBeCloseTo(19 * 11.25 - 2.25, 9);
    expect(box.width).toBe(423);
    expect((box.y + box.height) / MM).toBeCloseTo(23 + 42 * 3.96875 - 0.79375, 6);
  });

  it('fills the type area with 71 字 and 87 rows', () => {
    const box = boxOf(grid, { column: 0, row: 0, columns: 6, rows: 87 });
    expect(box.width / MM).toBeCloseTo(225.425, 3);
    expect(box.height / MM).toBeCloseTo(344.4875, 3);
  });
});
