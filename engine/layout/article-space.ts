/** The room inside an article's block: its columns, and which rows head, pictures and cuts leave to the text. */
import { isBoxed } from '../issue/contents';
import type { ArticleForm, Block } from '../issue/types';
import type { FreeRows } from './columns';
import { type Box, boxOf, columnLeft, columnsWidth, type Grid, rowsHeight, rowTop } from './grid';

export interface PicturePlace {
  readonly photo: string;
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  readonly rows: number;
  readonly captionRows: number;
}

/** The form of a block that runs its text over the grid's columns. */
export const PLAIN_FORM = {
  head: 'second',
  size: 0,
  lines: [],
  headRows: 0,
  headColumns: 0,
  deck: true,
  pictures: [],
  box: 'none',
  textColumns: 0,
} as const;

/** Rows count from the block's top. */
export interface ArticleSpace {
  readonly box: Box;
  /** Inset of a box with tint or lines, points; 0 otherwise. */
  readonly inset: number;
  readonly rows: number;
  /** First row inside the box, and the row after the last. */
  readonly firstRow: number;
  readonly endRow: number;
  readonly columns: number;
  /** Width of a text column and the distance from one to the next, points. */
  readonly measure: number;
  readonly step: number;
  readonly left: number;
}

/**
 * Columns of a block. Plain blocks use the grid's; `textColumns` divides the width evenly (破栏) with gaps of 1 字; a box
 * is inset by 1 字 on all sides and leaves its first and last row empty, so that its text keeps the page's rows.
 */
export function articleSpace(grid: Grid, block: Block, form: Pick<ArticleForm, 'box' | 'tint' | 'textColumns'>): ArticleSpace {
  const { rect } = block;
  const box = boxOf(grid, rect);
  const boxed = isBoxed(form);
  const inset = boxed ? grid.em : 0;
  const vertical = { firstRow: boxed ? 1 : 0, endRow: boxed ? rect.rows - 1 : rect.rows };
  const common = { box, inset, rows: rect.rows, ...vertical, left: box.x + inset };
  if (!boxed && form.textColumns === 0) {
    return { ...common, columns: rect.columns, measure: grid.columnWidth, step: grid.columnWidth + grid.gap };
  }
  const width = box.width - 2 * inset;
  const mostColumns = Math.max(1, Math.floor((width + grid.gap) / (grid.em + grid.gap)));
  const columns = Math.min(form.textColumns || boxColumns(rect.columns), mostColumns);
  const { measure, step } = divideWidth(grid, width, columns);
  return { ...common, columns, measure, step, left: common.left + (columns > 1 ? 0 : (width - measure) / 2) };
}

/** Columns of whole characters over a width in points; what is left over widens the gaps. */
export function divideWidth(grid: Grid, width: number, columns: number): { readonly measure: number; readonly step: number } {
  const chars = Math.max(1, Math.floor((width - (columns - 1) * grid.gap) / columns / grid.em + 1e-6));
  const measure = Math.min(chars * grid.em, width);
  return { measure, step: columns > 1 ? (width - measure) / (columns - 1) : measure };
}

/** Text columns of a box that asks for none: two when it is three or more grid columns wide. */
export function boxColumns(columns: number): number {
  return columns >= 3 ? 2 : 1;
}

/** Columns that a story's headline and pictures are counted in, in a block of so many of the grid's columns. */
export function formColumns(form: Pick<ArticleForm, 'box' | 'tint' | 'textColumns'>, columns: number): number {
  if (form.textColumns > 0) return form.textColumns;
  return isBoxed(form) ? boxColumns(columns) : columns;
}

/** Left edge of a text column, points. */
export function textLeft(space: ArticleSpace, column: number): number {
  return space.left + column * space.step;
}

/** Width of so many text columns, points. */
export function textWidth(space: ArticleSpace, columns: number): number {
  return (columns - 1) * space.step + space.measure;
}

/** Rows and columns that a headline takes at the block's top left. */
export interface HeadPlace {
  readonly columns: number;
  /** Row, from the block's top, where the text below it starts. */
  readonly endRow: number;
}

/** First row of a column that the headline leaves. */
export function textTop(space: ArticleSpace, head: HeadPlace, column: number): number {
  return column < head.columns ? Math.max(head.endRow, space.firstRow) : space.firstRow;
}

/** Rows that the text may take: not the headline's, not the pictures', and not those of the cuts, which are the neighbours'. */
export function freeRows(
  grid: Grid,
  block: Block,
  space: ArticleSpace,
  head: HeadPlace,
  pictures: readonly PicturePlace[],
): FreeRows {
  const free = Array.from({ length: space.columns }, (_, column) => {
    const top = textTop(space, head, column);
    return Array.from({ length: space.rows }, (_, row) => row >= top && row < space.endRow);
  });
  cutOut(grid, block, space, free);
  for (const picture of pictures) blockPicture(space, head, picture, free);
  return free;
}

/** The part of a row that text may take, points from its column's left edge. */
export interface Span {
  readonly x: number;
  readonly width: number;
}

/** The free part of each row of each column: `spans[column][row]`. */
export type RowSpans = readonly (readonly (Span | undefined)[])[];

/** Narrowest text beside a cut, characters. */
const LEAST_SPAN = 7;

/**
 * As `freeRows`, but where a cut takes a part of a wide column's row, the text keeps the rest of it, whole characters. The
 * cut's neighbour stands a gap away.
 */
export function rowSpans(
  grid: Grid,
  block: Block,
  space: ArticleSpace,
  head: HeadPlace,
  pictures: readonly PicturePlace[],
): RowSpans {
  const free = freeRows(grid, { ...block, cuts: [] }, space, head, pictures);
  return free.map((rows, column) =>
    rows.map((open, row) => (open ? spanBeside(grid, block, space, column, row + block.rect.row) : undefined)),
  );
}

function spanBeside(grid: Grid, block: Block, space: ArticleSpace, column: number, row: number): Span | undefined {
  let [from, to] = [0, space.measure];
  for (const cut of block.cuts) {
    if (row < cut.row || row >= cut.row + cut.rows) continue;
    const left = columnLeft(grid, cut.column) - textLeft(space, column);
    const right = left + columnsWidth(grid, cut.columns);
    if (left >= to - 0.01 || right <= from + 0.01) continue;
    if (left - grid.gap - from >= to - right - grid.gap) to = left - grid.gap;
    else from = right + grid.gap;
  }
  if (from === 0 && to === space.measure) return { x: 0, width: to };
  const chars = Math.floor((to - from) / grid.em + 1e-6);
  return chars >= LEAST_SPAN ? { x: from, width: chars * grid.em } : undefined;
}

function cutOut(grid: Grid, block: Block, space: ArticleSpace, free: boolean[][]): void {
  for (const cut of block.cuts) {
    const left = columnLeft(grid, cut.column);
    const right = columnLeft(grid, cut.column + cut.columns) - grid.gap;
    for (let column = 0; column < space.columns; column++) {
      const x = textLeft(space, column);
      if (x >= right - 0.01 || x + space.measure <= left + 0.01) continue;
      for (let row = cut.row - block.rect.row; row < cut.row - block.rect.row + cut.rows; row++) {
        if (row >= 0 && row < space.rows) free[column][row] = false;
      }
    }
  }
}

/** A picture takes its rows and its caption's; one blank row keeps it from text above and below. */
function blockPicture(space: ArticleSpace, head: HeadPlace, picture: PicturePlace, free: boolean[][]): void {
  const end = picture.row + picture.rows + picture.captionRows;
  for (let column = picture.column; column < picture.column + picture.columns; column++) {
    const start = picture.row > textTop(space, head, column) ? picture.row - 1 : picture.row;
    for (let row = start; row < Math.min(space.rows, end + 1); row++) free[column][row] = false;
  }
}

/** Where a picture stands on the page, points. */
export function pictureBox(grid: Grid, block: Block, space: ArticleSpace, { column, columns, row, rows }: PicturePlace): Box {
  return {
    x: textLeft(space, column),
    y: rowTop(grid, block.rect.row + row),
    width: textWidth(space, columns),
    height: rowsHeight(grid, rows),
  };
}
