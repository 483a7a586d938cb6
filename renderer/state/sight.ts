/** The size of the canvas, as the view's commands need it, and the view that shows the selection. */
import type { GridRect } from '../../engine/issue/index';
import { type Box, boxOf, makeGrid } from '../../engine/layout/grid';
import { chosenBlocks } from './selection';
import { store } from './store';

/** CSS pixels of a point at zoom 1. */
const PIXELS_A_POINT = 96 / 72;
/** White around the selection, CSS pixels. */
const MARGIN = 32;

let size = { width: 0, height: 0 };

/** The canvas tells its size, CSS pixels. */
export function tellSize(width: number, height: number): void {
  size = { width, height };
}

/** Shows the selected blocks as large as they go. */
export function zoomToSelection(): void {
  const { issue } = store.get();
  const rects = chosenBlocks(store.get()).map(({ rect }) => rect);
  if (issue && rects.length > 0) showBox(boxOf(makeGrid(issue.spec), around(rects)));
}

/** Shows a part of the page, in points, as large as it goes. */
export function showBox(box: Box): void {
  if (size.width === 0) return;
  const across = (size.width - 2 * MARGIN) / (Math.max(1, box.width) * PIXELS_A_POINT);
  const down = (size.height - 2 * MARGIN) / (Math.max(1, box.height) * PIXELS_A_POINT);
  store.setView({ fit: false, zoom: Math.min(across, down), x: box.x + box.width / 2, y: box.y + box.height / 2 });
}

/** The smallest rectangle around some. */
export function around(rects: readonly GridRect[]): GridRect {
  const column = Math.min(...rects.map((rect) => rect.column));
  const row = Math.min(...rects.map((rect) => rect.row));
  const columns = Math.max(...rects.map((rect) => rect.column + rect.columns)) - column;
  return { column, row, columns, rows: Math.max(...rects.map((rect) => rect.row + rect.rows)) - row };
}
