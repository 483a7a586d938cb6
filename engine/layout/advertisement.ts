/** Advertisements: the size bought, otherwise what the type or the picture asks for. */
import type { Advertisement, Block, Photo } from '../issue/types';
import { type Context, need } from './context';
import { fitOf, missingPicture } from './fit';
import { boxOf, columnsWidth, type Grid, rowsFor } from './grid';
import type { BlockFit, RowRange } from './types';

/** Points of a 9 pt body: from one text line to the next, the label with its white, the large line at its smallest and at its best. */
export const LINE_STEP = 15.3;
const LABEL_DEPTH = 12;
const TITLE_DEPTH = { least: 18, best: 36 };
/** Rows of white around the type that looks right, and how many more it may have. */
const WHITE_ROWS = { best: 2, more: 6 };

/** Depth that label and large line need at least, points of a 9 pt body. */
function headDepth({ title }: Advertisement): number {
  return LABEL_DEPTH + (title === '' ? 0 : TITLE_DEPTH.least);
}

export function advertisementRows(grid: Grid, advertisement: Advertisement, photo: Photo | undefined, columns: number): RowRange {
  if (advertisement.rows > 0) return { least: advertisement.rows, best: advertisement.rows, most: advertisement.rows };
  if (photo) return pictureRows(grid, photo, columns);
  const lines = advertisement.lines.length * LINE_STEP;
  // The box ends on its last row's em box, so that a depth needs the row that it starts.
  const rows = (depth: number) => rowsFor(grid, depth * grid.scale + grid.pitch - grid.em);
  const least = rows(headDepth(advertisement) + lines);
  const best = Math.max(least, rows((advertisement.title === '' ? 0 : TITLE_DEPTH.best) + lines) + WHITE_ROWS.best);
  return { least, best, most: best + WHITE_ROWS.more };
}

/** A finished picture may be cropped a little, never by more than an eighth. */
function pictureRows(grid: Grid, photo: Photo, columns: number): RowRange {
  const depth = (columnsWidth(grid, columns) * photo.height) / photo.width;
  const best = Math.max(2, rowsFor(grid, depth));
  return { least: Math.max(2, Math.ceil(best * 0.875)), best, most: Math.max(best, Math.floor(best * 1.125)) };
}

export interface AdvertisementLayout {
  readonly advertisement: Advertisement;
  /** Number of text lines that stand below the large line. */
  readonly lines: number;
  readonly fit: BlockFit;
}

/** A finished picture stands instead of the type; otherwise the text lines give way to the label and the large line. */
export function layAdvertisement(context: Context, block: Block, id: string): AdvertisementLayout {
  const advertisement = need(context.advertisements, id);
  const picture = context.photos.has(advertisement.photo);
  const { height } = boxOf(context.grid, block.rect);
  const room = height / context.grid.scale - headDepth(advertisement);
  const lines = picture ? 0 : Math.max(0, Math.min(advertisement.lines.length, Math.floor(room / LINE_STEP)));
  const lost = [picture ? advertisement.title : '', ...advertisement.lines.slice(lines)];
  const remarks = advertisement.photo !== '' && !picture ? [missingPicture(advertisement.photo)] : [];
  return { advertisement, lines, fit: fitOf(block, lost, 0, remarks) };
}
