import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeDivisions } from '../../engine/arrange/divisions';
import type { GridRect } from '../../engine/issue/types';

const AREA: GridRect = { column: 0, row: 13, columns: 6, rows: 72 };

const rect = fc
  .record({
    column: fc.integer({ min: 0, max: 5 }),
    row: fc.integer({ min: 13, max: 80 }),
    columns: fc.integer({ min: 1, max: 6 }),
    rows: fc.integer({ min: 5, max: 40 }),
  })
  .filter(({ column, columns, row, rows }) => column + columns <= 6 && row + rows <= 85);

/** Cells of a rectangle as `column row`, with so many rows above and below it. */
function cells({ column, row, columns, rows }: GridRect, more = 0): string[] {
  const found: string[] = [];
  for (let x = column; x < column + columns; x++) for (let y = row - more; y < row + rows + more; y++) found.push(`${x} ${y}`);
  return found;
}

describe('freeDivisions', () => {
  it('is the area itself where nothing is locked', () => {
    expect(freeDivisions(AREA, [])).toEqual([[AREA]]);
  });

  it('leaves locked blocks alone, and a blank row above and below each rectangle', () => {
    fc.assert(
      fc.property(fc.array(rect, { minLength: 1, maxLength: 3 }), (locked) => {
        const inArea = new Set(cells(AREA));
        for (const regions of freeDivisions(AREA, locked)) {
          const taken = new Set(locked.flatMap((one) => cells(one)));
          for (const region of regions) {
            expect(cells(region).every((cell) => inArea.has(cell))).toBe(true);
            expect(cells(region, 1).filter((cell) => taken.has(cell))).toEqual([]);
            for (const cell of cells(region)) taken.add(cell);
          }
        }
      }),
      { numRuns: 20, seed: 3 },
    );
  });

  it('finds the one division that loses nothing', () => {
    const locked = { column: 2, row: 40, columns: 2, rows: 12 };
    const [best] = freeDivisions(AREA, [locked]);
    const free = best!.reduce((sum, { columns, rows }) => sum + columns * rows, 0);
    // A blank row above and below the block over its own two columns is all that is lost.
    expect(free).toBe(6 * 72 - 2 * 12 - 2 * 2);
  });

  it('divides at more heights than the locked block has', () => {
    const locked = { column: 0, row: 40, columns: 3, rows: 20 };
    const tops = freeDivisions(AREA, [locked]).flatMap((regions) =>
      regions.filter(({ columns, row }) => columns === 6 && row === 13).map(({ rows }) => rows),
    );
    expect(new Set(tops).size).toBeGreaterThan(5);
  });
});
