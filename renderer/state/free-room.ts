/** Rectangles of a page on which nothing stands. */
import type { GridRect } from '../../engine/issue/index';

/** Rows of an area in columns from one on where nothing stands; a blank row stays above and below other blocks. */
function runsOf(area: GridRect, column: number, columns: number, taken: readonly GridRect[]): GridRect[] {
  const inside = taken.filter((rect) => rect.column < column + columns && rect.column + rect.columns > column);
  const edges = inside.map((rect) => ({ from: rect.row - 1, to: rect.row + rect.rows + 1 })).sort((a, b) => a.from - b.from);
  const runs: GridRect[] = [];
  let row = area.row;
  for (const { from, to } of [...edges, { from: area.row + area.rows, to: 0 }]) {
    if (from > row) runs.push({ column, row, columns, rows: from - row });
    row = Math.max(row, to);
  }
  return runs;
}

/** Free rectangles of every width up to one, as high as they can be, no lower than `least` rows. */
export function freeRooms(area: GridRect, taken: readonly GridRect[], most: number, least: number): GridRect[] {
  const rooms: GridRect[] = [];
  for (let columns = Math.min(most, area.columns); columns >= 1; columns--) {
    for (let column = area.column; column + columns <= area.column + area.columns; column++) {
      rooms.push(...runsOf(area, column, columns, taken).filter(({ rows }) => rows >= least));
    }
  }
  return rooms;
}
