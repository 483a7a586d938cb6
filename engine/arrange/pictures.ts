/** Where an article's photographs may stand at a width, and how many rows each column loses to them. */
import type { Id, PageSpec, Photo } from '../issue/types';
import type { Layout } from '../layout/types';
import {
  CROP,
  FLATTEST_PICTURE,
  MOST_PICTURE_ROWS,
  type Rank,
  SMALL_LEAD_PICTURE,
  STAMP_PICTURE,
  TALLEST_PICTURE,
} from './costs';
import type { PicturePlan } from './plan';

/** Blank rows between a caption, or a picture without one, and text below it. */
export const ROWS_UNDER_PICTURE = 1;

/** Pictures of one story that the arranger places itself. */
export const MOST_PICTURES = 3;

/** Pictures set as one row of equal height, columns counted from the block's left edge. */
export interface PictureRow {
  readonly column: number;
  readonly columns: number;
  /** Rows of the pictures and of the deepest caption. */
  readonly rows: number;
  readonly captionRows: number;
  readonly pictures: readonly PicturePlan[];
  readonly cost: number;
}

/** Width to height of `columns` × `rows` on the grid: gutters count, the leading under the last row does not. */
export function gridAspect(spec: PageSpec, columns: number, rows: number): number {
  const width = (columns * spec.columnChars + (columns - 1) * spec.gapChars) * spec.bodySize;
  return width / (rows * spec.pitch - (spec.pitch - spec.bodySize));
}

/** Share of the photograph that a crop to `aspect` cuts away, 0–1. */
export function cropLoss(photo: Photo, aspect: number): number {
  const own = photo.width / photo.height;
  return 1 - Math.min(own, aspect) / Math.max(own, aspect);
}

/**
 * Every way to stand the photographs in one row over the rightmost `columns` of a block `blockColumns` wide: one entry for each
 * height. Empty when the photographs cannot share these columns.
 */
export function pictureRows(
  photos: readonly Photo[],
  blockColumns: number,
  columns: number,
  rank: Rank,
  spec: PageSpec,
  layout: Layout,
): PictureRow[] {
  if (columns % photos.length !== 0) return [];
  const each = columns / photos.length;
  const captions = photos.map((photo) => layout.captionRows(photo.id, each));
  const captionRows = Math.max(...captions);
  const column = blockColumns - columns;
  const found: PictureRow[] = [];
  for (let rows = 4; rows <= MOST_PICTURE_ROWS; rows++) {
    const aspect = gridAspect(spec, each, rows);
    if (aspect > FLATTEST_PICTURE || aspect < TALLEST_PICTURE) continue;
    const crop = photos.reduce((sum, photo) => sum + CROP * cropLoss(photo, aspect) ** 2, 0);
    const pictures = photos.map((photo, index) => ({
      photo: photo.id as Id,
      column: column + index * each,
      columns: each,
      row: 0,
      rows,
      captionRows: captions[index]!,
    }));
    found.push({ column, columns, rows, captionRows, pictures, cost: crop + sizeCost(each, columns, rank, spec) });
  }
  return found;
}

function sizeCost(each: number, columns: number, rank: Rank, spec: PageSpec): number {
  const stamp = each === 1 && rank !== 'brief' ? STAMP_PICTURE : 0;
  const small = rank === 'lead' && columns < spec.columns / 2 ? SMALL_LEAD_PICTURE : 0;
  return stamp + small;
}
