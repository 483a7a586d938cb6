/** Where an article's photographs may stand at a width, and how many rows each column loses to them. */
import type { PageSpec, Photo } from '../issue/types';
import type { Layout } from '../layout/types';
import {
  CROP,
  FLATTEST_PICTURE,
  MOST_CROP,
  MOST_PICTURE_ROWS,
  MOST_SET_ROWS,
  OUTGROWN_PICTURE,
  type Rank,
  SMALL_LEAD_PICTURE,
  STAMP_PICTURE,
  TALLEST_PICTURE,
} from './costs';
import type { PicturePlan } from './plan';

/** Blank rows between a caption, or a picture without one, and text or another picture below it. */
export const ROWS_UNDER_PICTURE = 1;

/** A picture lower than this is a stripe. */
const LEAST_PICTURE_ROWS = 4;

/** Pictures of one story that the arranger places itself. */
export const MOST_PICTURES = 9;

/** Pictures side by side in one band. */
const MOST_ABREAST = 4;

/** Pictures as bands one below the other. Columns and rows count from the top left of the set. */
export interface PictureSet {
  readonly columns: number;
  /** Rows from the first picture's top to the last caption's foot. */
  readonly depth: number;
  readonly pictures: readonly PicturePlan[];
  readonly cost: number;
}

/** What sets are planned for. */
export interface PicturePlace {
  readonly photos: readonly Photo[];
  readonly rank: Rank;
  readonly spec: PageSpec;
  readonly layout: Layout;
}

/** The cheapest set or band of each depth. */
type ByDepth = Map<number, Omit<PictureSet, 'columns' | 'depth'>>;

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
 * The sets of the first `count` photographs over so many columns, one for each depth: bands of up to four pictures of equal
 * height, whose widths follow their shapes. Kept, since every width of a block asks for them. Empty when they do not fit.
 */
export function createPictureSets(place: PicturePlace): (count: number, columns: number) => readonly PictureSet[] {
  const known = new Map<string, readonly PictureSet[]>();
  return (count, columns) => {
    const key = `${count} ${columns}`;
    let sets = known.get(key);
    if (!sets) {
      sets = [...stackBands(place, count, columns)].map(([depth, set]) => ({ columns, depth, ...set }));
      known.set(key, sets);
    }
    return sets;
  };
}

/** Bands one below the other: the cheapest way to come to each depth with the photographs so far. */
function stackBands(place: PicturePlace, count: number, columns: number): ByDepth {
  const most = count <= 3 ? MOST_PICTURE_ROWS : MOST_SET_ROWS;
  const upTo: ByDepth[] = [new Map([[0, { pictures: [], cost: smallLead(place, columns) }]])];
  for (let end = 1; end <= count; end++) {
    const sets: ByDepth = new Map();
    for (let from = Math.max(0, end - MOST_ABREAST); from < end; from++) {
      const bands = bandsOf(place, from, end, columns);
      for (const [above, set] of upTo[from]!) {
        const top = above === 0 ? 0 : above + ROWS_UNDER_PICTURE;
        for (const [depth, band] of bands) {
          if (top + depth > most) continue;
          const cost = set.cost + band.cost + outgrown(set.pictures[0], band.pictures);
          if (cost >= (sets.get(top + depth)?.cost ?? Number.POSITIVE_INFINITY)) continue;
          const pictures = [...set.pictures, ...band.pictures.map((picture) => ({ ...picture, row: top }))];
          sets.set(top + depth, { pictures, cost });
        }
      }
    }
    upTo.push(sets);
  }
  return upTo[count]!;
}

function smallLead({ rank, spec }: PicturePlace, columns: number): number {
  return rank === 'lead' ? Math.max(0, Math.ceil(spec.columns / 2) - columns) ** 2 * SMALL_LEAD_PICTURE : 0;
}

/** The first picture is the writer's choice for the biggest. */
function outgrown(first: PicturePlan | undefined, others: readonly PicturePlan[]): number {
  const size = ({ columns, rows }: PicturePlan) => columns * rows;
  return first && others.some((other) => size(other) > size(first)) ? OUTGROWN_PICTURE : 0;
}

/** Photographs `from` … `end` − 1 side by side at every height and division of the columns that crops them within the limits. */
function bandsOf(place: PicturePlace, from: number, end: number, columns: number): ByDepth {
  const { photos, spec, layout, rank } = place;
  const bands: ByDepth = new Map();
  for (const widths of compositions(columns, end - from)) {
    // Feet of pictures stand level; one with the shorter caption, or none, leaves white below it.
    const captionRows = Math.max(...widths.map((width, index) => layout.captionRows(photos[from + index]!.id, width)));
    const stamps = rank === 'brief' ? 0 : widths.filter((width) => width === 1).length * STAMP_PICTURE;
    for (let rows = LEAST_PICTURE_ROWS; rows <= MOST_PICTURE_ROWS; rows++) {
      const crop = widths.reduce((sum, width, index) => sum + cropCost(photos[from + index]!, gridAspect(spec, width, rows)), 0);
      const depth = rows + captionRows;
      if (crop + stamps >= (bands.get(depth)?.cost ?? Number.POSITIVE_INFINITY)) continue;
      let column = 0;
      const pictures = widths.map((width, index) => {
        const picture = { photo: photos[from + index]!.id, column, columns: width, row: 0, rows, captionRows };
        column += width;
        return picture;
      });
      bands.set(depth, { pictures, cost: crop + stamps });
    }
  }
  return bands;
}

/** Infinite beyond what a picture can lose or a shape that no picture should have. */
function cropCost(photo: Photo, aspect: number): number {
  const loss = cropLoss(photo, aspect);
  const illegal = aspect > FLATTEST_PICTURE || aspect < TALLEST_PICTURE || loss > MOST_CROP;
  return illegal ? Number.POSITIVE_INFINITY : CROP * loss ** 2;
}

/** Every way to part `whole` columns into so many parts of at least one. */
function* compositions(whole: number, parts: number): Iterable<readonly number[]> {
  if (parts === 1) {
    if (whole > 0) yield [whole];
    return;
  }
  for (let first = 1; first <= whole - parts + 1; first++) {
    for (const rest of compositions(whole - first, parts - 1)) yield [first, ...rest];
  }
}
