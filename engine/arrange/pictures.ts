/** Where an article's photographs may stand at a width, and how many rows each column loses to them. */
import type { PageSpec, Photo } from '../issue/types';
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

/** A picture lower than this is a stripe. */
const LEAST_PICTURE_ROWS = 4;

/** Pictures of one story that the arranger places itself. */
export const MOST_PICTURES = 3;

/** Pictures over the rightmost columns of a block, one band below the other. Rows count from the top of the set. */
export interface PictureSet {
  readonly column: number;
  /** Rows from the first picture's top to the last caption's foot. */
  readonly depth: number;
  readonly pictures: readonly PicturePlan[];
  readonly cost: number;
}

/** Pictures side by side, equally wide and high. */
interface Band {
  readonly depth: number;
  readonly pictures: readonly PicturePlan[];
  readonly cost: number;
}

/** What a set is planned for. */
export interface PicturePlace {
  readonly blockColumns: number;
  /** Columns that the set covers, at the block's right. */
  readonly columns: number;
  readonly rank: Rank;
  readonly spec: PageSpec;
  readonly layout: Layout;
}

/** Width to height of `columns` × `rows` on the grid: gutters count, the leading under the last row does not. */
function gridAspect(spec: PageSpec, columns: number, rows: number): number {
  const width = (columns * spec.columnChars + (columns - 1) * spec.gapChars) * spec.bodySize;
  return width / (rows * spec.pitch - (spec.pitch - spec.bodySize));
}

/** Share of the photograph that a crop to `aspect` cuts away, 0–1. */
export function cropLoss(photo: Photo, aspect: number): number {
  const own = photo.width / photo.height;
  return 1 - Math.min(own, aspect) / Math.max(own, aspect);
}

/**
 * Every way to set the photographs over these columns: as one band, one entry for each height; or a large one over a band of
 * the others. Empty when the photographs cannot share the columns.
 */
export function pictureSets(photos: readonly Photo[], place: PicturePlace): PictureSet[] {
  const column = place.blockColumns - place.columns;
  const single = bands(photos, place).map((band) => ({ column, ...band }));
  const [first, ...others] = photos;
  if (others.length === 0) return single;
  const small = bands(others, place).sort((a, b) => a.cost - b.cost)[0];
  if (!small) return single;
  const stacked = bands([first!], place).map((large) => ({
    column,
    depth: large.depth + ROWS_UNDER_PICTURE + small.depth,
    pictures: [...large.pictures, ...small.pictures.map((one) => ({ ...one, row: large.depth + ROWS_UNDER_PICTURE }))],
    cost: large.cost + small.cost,
  }));
  return [...single, ...stacked.filter(({ depth }) => depth <= MOST_PICTURE_ROWS)];
}

/** Bands of all heights to which the photographs may be cropped. */
function bands(photos: readonly Photo[], place: PicturePlace): Band[] {
  const { columns, spec, layout } = place;
  if (columns % photos.length !== 0) return [];
  const each = columns / photos.length;
  const captions = photos.map((photo) => layout.captionRows(photo.id, each));
  const found: Band[] = [];
  for (let rows = LEAST_PICTURE_ROWS; rows <= MOST_PICTURE_ROWS; rows++) {
    const aspect = gridAspect(spec, each, rows);
    if (aspect > FLATTEST_PICTURE || aspect < TALLEST_PICTURE) continue;
    const crop = photos.reduce((sum, photo) => sum + CROP * cropLoss(photo, aspect) ** 2, 0);
    const pictures = photos.map((photo, index) => ({
      photo: photo.id,
      column: place.blockColumns - columns + index * each,
      columns: each,
      row: 0,
      rows,
      captionRows: captions[index]!,
    }));
    found.push({ depth: rows + Math.max(...captions), pictures, cost: crop + sizeCost(each, photos.length, place) });
  }
  return found;
}

function sizeCost(each: number, count: number, { columns, rank, spec }: PicturePlace): number {
  const stamp = each === 1 && rank !== 'brief' ? STAMP_PICTURE * count : 0;
  const small = rank === 'lead' && columns < spec.columns / 2 ? SMALL_LEAD_PICTURE : 0;
  return stamp + small;
}
