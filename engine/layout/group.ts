/** Photo groups (图片新闻): how the pictures stand in rows, and how many baseline rows the block takes. */
import type { Block, PhotoGroup } from '../issue/types';
import { type Caption, cutCaption, setCaption } from './caption';
import { type Context, need } from './context';
import { fitOf, missingPicture } from './fit';
import { columnsWidth, type Grid } from './grid';
import { setShape, shapeRows } from './group-rows';
import { photoCaption } from './set-picture';
import type { BlockFit, RowRange } from './types';

/** Rows of the red rule and its tab above the pictures, and of white between pictures and caption. */
export const GROUP_TAB_ROWS = 1;
const GROUP_CAPTION_GAP = 1;

/** Depth of the pictures at their flattest and at their tallest, as shares of the depth that suits their shapes. */
const DEPTHS = { flat: 1.4 / 1.6, best: 1, tall: 1.4 / 1.2 };

/** Widest block in which a caption may take the place of a sixth picture. */
const CELL_COLUMNS = 5;

export interface GroupPlan {
  /** Shapes (width to height) of the pictures, row by row. */
  readonly rows: readonly (readonly number[])[];
  /** The shared caption stands in the last cell of the last row instead of below. */
  readonly captionCell: boolean;
  readonly caption: Caption;
  /** Captions of their own below the pictures of each row; none where the group has only the shared one. */
  readonly under: readonly (readonly Caption[])[];
  /** Points between pictures: half a 字. */
  readonly gutter: number;
  readonly width: number;
}

/** Shape of a picture that has not come. */
const MISSING = { width: 3, height: 2 };

/** Plans a group for a width in columns; `photos` are the issue's. */
export function planGroup(context: Context, group: PhotoGroup, columns: number): GroupPlan {
  const { grid, photos } = context;
  const width = columnsWidth(grid, columns);
  const gutter = grid.em / 2;
  const shapes = group.pictures.map(({ photo }) => {
    const { width: across, height } = photos.get(photo) ?? MISSING;
    return setShape(across, height);
  });
  const alike = shapes.every((shape) => shape === shapes[0]);
  if (group.pictures.length === 5 && columns > CELL_COLUMNS && alike && !group.each) {
    const cell = (width - 2 * gutter) / 3;
    const inside = setCaption(captionOf(group), cell - grid.em, context);
    const depth = Math.floor((cell / shapes[0] + gutter) / grid.pitch);
    const [first, last] = [shapes.slice(0, 3), [...shapes.slice(3), shapes[0]]];
    if (inside.columns === 1 && inside.rows <= depth)
      return { rows: [first, last], captionCell: true, caption: inside, under: [], gutter, width };
  }
  const below = setCaption(captionOf(group), width, context);
  const plan = { rows: shapeRows(shapes, columns), captionCell: false, caption: below, under: [], gutter, width };
  return group.each ? { ...plan, under: captionsUnder(context, group, plan) } : plan;
}

function captionsUnder(context: Context, { pictures }: PhotoGroup, plan: GroupPlan): readonly (readonly Caption[])[] {
  let at = 0;
  return plan.rows.map((row) =>
    cellWidths(plan, row).map((width) => photoCaption(context, context.photos.get(pictures[at++]!.photo), width)),
  );
}

/** Rows of the page below each row of pictures. */
export function rowsUnder({ rows, under }: GroupPlan): readonly number[] {
  return rows.map((_, i) => Math.max(0, ...(under[i] ?? []).map((caption) => caption.rows)));
}

function captionOf(group: PhotoGroup) {
  return { text: group.caption, credit: group.credit, shared: true };
}

/** Rows that the block may take: pictures an eighth flatter to a sixth taller than their shapes. */
export function groupRows(grid: Grid, plan: GroupPlan): RowRange {
  const around = GROUP_TAB_ROWS + captionRowsBelow(plan) + sum(rowsUnder(plan));
  const rows = (depth: number) => around + Math.round(picturesDepth(plan, depth) / grid.pitch);
  return { least: rows(DEPTHS.flat), best: rows(DEPTHS.best), most: rows(DEPTHS.tall) };
}

function captionRowsBelow(plan: GroupPlan): number {
  if (plan.captionCell || plan.caption.rows === 0) return 0;
  return (plan.rows.length > 0 ? GROUP_CAPTION_GAP : 0) + plan.caption.rows;
}

function picturesDepth(plan: GroupPlan, share: number): number {
  return plan.rows.reduce((sum, row) => sum + naturalDepth(plan, row) * share + plan.gutter, 0);
}

/** Depth at which the pictures of a row keep their shapes, points. */
function naturalDepth(plan: GroupPlan, row: readonly number[]): number {
  return pictureWidth(plan, row) / row.reduce((sum, shape) => sum + shape, 0);
}

function pictureWidth(plan: GroupPlan, row: readonly number[]): number {
  return plan.width - (row.length - 1) * plan.gutter;
}

/** Widths of a row's pictures: they share the row by their shapes, points. */
export function cellWidths(plan: GroupPlan, row: readonly number[]): number[] {
  return row.map((shape) => shape * naturalDepth(plan, row));
}

/** Baseline rows of each picture row when they have `rows` in all; what does not divide goes to the lower rows. */
function divideRows(plan: GroupPlan, rows: number): number[] {
  const natural = plan.rows.map((row) => naturalDepth(plan, row));
  const total = natural.reduce((sum, depth) => sum + depth, 0);
  const depths = natural.map((depth) => Math.max(1, Math.floor((rows * depth) / total)));
  const left = Math.max(0, rows - depths.reduce((sum, depth) => sum + depth, 0));
  for (let i = 0; i < left && depths.length > 0; i++) depths[depths.length - 1 - (i % depths.length)]++;
  return depths;
}

export interface GroupLayout {
  readonly plan: GroupPlan;
  /** Baseline rows of each row of pictures, and the first row of the caption, from the block's top. */
  readonly pictureRows: readonly number[];
  readonly caption: Caption;
  readonly captionRow: number;
  readonly fit: BlockFit;
}

export function layGroup(context: Context, block: Block, id: string): GroupLayout {
  const group = need(context.groups, id);
  const whole = planGroup(context, group, block.rect.columns);
  const room = block.rect.rows - GROUP_TAB_ROWS;
  const leastPictures = whole.rows.length * 2;
  const isTight = whole.under.length > 0 && room - captionRowsBelow(whole) - sum(rowsUnder(whole)) < leastPictures;
  const plan = isTight ? { ...whole, under: [] } : whole;
  const under = sum(rowsUnder(plan));
  const least = Math.min(room, leastPictures);
  const pictures = plan.rows.length === 0 ? 0 : Math.max(least, room - captionRowsBelow(plan) - under);
  const pictureRows = pictures >= plan.rows.length ? divideRows(plan, pictures) : [];
  const gap = plan.captionCell || pictures === 0 ? 0 : GROUP_CAPTION_GAP;
  const captionRoom = plan.captionCell ? (pictureRows.at(-1) ?? 0) : Math.max(0, room - pictures - under - gap);
  const { caption, lost } = cutCaption(plan.caption, captionRoom);
  const without = isTight ? whole.under.flat().map((one) => cutCaption(one, 0).lost) : [];
  const missing = group.pictures.filter((slot) => !context.photos.has(slot.photo));
  const remarks = missing.map((slot) => missingPicture(String(slot.number)));
  const captionRow = GROUP_TAB_ROWS + pictures + under + gap;
  return { plan, pictureRows, caption, captionRow, fit: fitOf(block, [...without, lost], 0, remarks) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
