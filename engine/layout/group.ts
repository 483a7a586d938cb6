/** Photo groups (图片新闻): how the pictures stand in rows, and how many baseline rows the block takes. */
import type { FontSet } from '../fonts/types';
import type { Block, PhotoGroup } from '../issue/types';
import { type Caption, cutCaption, setCaption } from './caption';
import { type Context, need } from './context';
import { fitOf, missingPicture } from './fit';
import { columnsWidth, type Grid } from './grid';
import type { BlockFit, RowRange } from './types';

/** Rows of the red rule and its tab above the pictures, and of white between pictures and caption. */
export const GROUP_TAB_ROWS = 1;
const GROUP_CAPTION_GAP = 1;

/** Width to height of the pictures: widest, best and narrowest. */
const RATIO = { wide: 1.6, best: 1.4, narrow: 1.2 };

/** Pictures in each row, by their number, for blocks of up to two columns, three or four, and more. */
const NARROW: readonly (readonly number[])[] = [
  [1],
  [1, 1],
  [1, 2],
  [2, 2],
  [1, 2, 2],
  [2, 2, 2],
  [1, 2, 2, 2],
  [2, 2, 2, 2],
  [1, 2, 2, 2, 2],
];
const MIDDLE: readonly (readonly number[])[] = [[1], [2], [1, 2], [2, 2], [2, 3], [3, 3], [2, 2, 3], [2, 3, 3], [3, 3, 3]];
const WIDE: readonly (readonly number[])[] = [[1], [2], [3], [2, 2], [2, 3], [3, 3], [3, 4], [4, 4], [4, 5]];

/** Widest block in which a caption may take the place of a sixth picture. */
const CELL_COLUMNS = 5;

export interface GroupPlan {
  /** Pictures in each row, top to bottom. */
  readonly pattern: readonly number[];
  /** The shared caption stands in the last cell of the last row instead of below. */
  readonly captionCell: boolean;
  readonly caption: Caption;
  /** Points between pictures: half a 字. */
  readonly gutter: number;
  readonly width: number;
}

/** Plans a group for a width in columns. Beyond nine pictures the rows hold three or four. */
export function planGroup(grid: Grid, group: PhotoGroup, columns: number, fonts: FontSet): GroupPlan {
  const width = columnsWidth(grid, columns);
  const gutter = grid.em / 2;
  const below = setCaption(captionOf(group), width, grid.em, grid.gap, fonts);
  if (group.pictures.length === 5 && columns > CELL_COLUMNS) {
    const cell = (width - 2 * gutter) / 3;
    const inside = setCaption(captionOf(group), cell - grid.em, grid.em, grid.gap, fonts);
    const rows = Math.floor((cell / RATIO.best + gutter) / grid.pitch);
    if (inside.columns === 1 && inside.rows <= rows)
      return { pattern: [3, 3], captionCell: true, caption: inside, gutter, width };
  }
  return { pattern: patternFor(group.pictures.length, columns), captionCell: false, caption: below, gutter, width };
}

function captionOf(group: PhotoGroup) {
  return { text: group.caption, credit: group.credit, shared: true };
}

export function patternFor(pictures: number, columns: number): readonly number[] {
  if (pictures === 0) return [];
  if (columns === 1) return new Array<number>(pictures).fill(1);
  const table = columns === 2 ? NARROW : columns <= 4 ? MIDDLE : WIDE;
  if (pictures <= table.length) return table[pictures - 1];
  const across = columns === 2 ? 2 : columns <= 4 ? 3 : 4;
  const rows = Math.ceil(pictures / across);
  const least = Math.floor(pictures / rows);
  return Array.from({ length: rows }, (_, row) => least + (row >= rows - (pictures % rows) ? 1 : 0));
}

/** Rows that the block may take: pictures between 1.6 : 1 and 1.2 : 1. */
export function groupRows(grid: Grid, plan: GroupPlan): RowRange {
  const around = GROUP_TAB_ROWS + captionRowsBelow(plan);
  const rows = (ratio: number) => around + Math.round(picturesDepth(plan, ratio) / grid.pitch);
  return { least: rows(RATIO.wide), best: rows(RATIO.best), most: rows(RATIO.narrow) };
}

function captionRowsBelow(plan: GroupPlan): number {
  if (plan.captionCell || plan.caption.rows === 0) return 0;
  return (plan.pattern.length > 0 ? GROUP_CAPTION_GAP : 0) + plan.caption.rows;
}

function picturesDepth(plan: GroupPlan, ratio: number): number {
  return plan.pattern.reduce((sum, count) => sum + cellWidth(plan, count) / ratio + plan.gutter, 0);
}

export function cellWidth(plan: GroupPlan, count: number): number {
  return (plan.width - (count - 1) * plan.gutter) / count;
}

/** Baseline rows of each picture row when they have `rows` in all; what does not divide goes to the lower rows. */
function divideRows(plan: GroupPlan, rows: number): number[] {
  const widths = plan.pattern.map((count) => cellWidth(plan, count));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const depths = widths.map((width) => Math.max(1, Math.floor((rows * width) / total)));
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
  const plan = planGroup(context.grid, group, block.rect.columns, context.fonts);
  const room = block.rect.rows - GROUP_TAB_ROWS;
  const least = Math.min(room, plan.pattern.length * 2);
  const pictures = plan.pattern.length === 0 ? 0 : Math.max(least, room - captionRowsBelow(plan));
  const pictureRows = pictures >= plan.pattern.length ? divideRows(plan, pictures) : [];
  const gap = plan.captionCell || pictures === 0 ? 0 : GROUP_CAPTION_GAP;
  const captionRoom = plan.captionCell ? (pictureRows.at(-1) ?? 0) : Math.max(0, room - pictures - gap);
  const { caption, lost } = cutCaption(plan.caption, captionRoom);
  const missing = group.pictures.filter((slot) => !context.photos.has(slot.photo));
  const remarks = missing.map((slot) => missingPicture(String(slot.number)));
  return { plan, pictureRows, caption, captionRow: GROUP_TAB_ROWS + pictures + gap, fit: fitOf(block, [lost], 0, remarks) };
}
