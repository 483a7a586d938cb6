/** Advertisements: the size bought, otherwise what the type or the picture asks for. */
import type { Advertisement, Photo } from '../issue/types';
import { columnsWidth, type Grid, rowsFor } from './grid';
import type { RowRange } from './types';

/** Rows of a typographic advertisement without its lines: the white, the label, the large line. */
const TYPE_ROWS = { bare: 4, best: 6 };

export function advertisementRows(grid: Grid, advertisement: Advertisement, photo: Photo | undefined, columns: number): RowRange {
  if (advertisement.rows > 0) return { least: advertisement.rows, best: advertisement.rows, most: advertisement.rows };
  if (photo) return pictureRows(grid, photo, columns);
  const lines = advertisement.lines.length;
  const title = advertisement.title === '' ? 2 : 0;
  return {
    least: TYPE_ROWS.bare + lines - title,
    best: TYPE_ROWS.best + lines - title,
    most: TYPE_ROWS.best + lines - title + 6,
  };
}

/** A finished picture may be cropped a little, never by more than an eighth. */
function pictureRows(grid: Grid, photo: Photo, columns: number): RowRange {
  const depth = (columnsWidth(grid, columns) * photo.height) / photo.width;
  const best = Math.max(2, rowsFor(grid, depth));
  return { least: Math.max(2, Math.ceil(best * 0.875)), best, most: Math.max(best, Math.floor(best * 1.125)) };
}
