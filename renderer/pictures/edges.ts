/** How large a picture becomes when the edge between it and the text is dragged: whole columns of the text, whole rows. */
import type { Block, Edit, Id, Issue } from '../../engine/issue/index';
import { boxOf, type Grid } from '../../engine/layout/grid';
import { clamp } from '../state/clamp';
import { columnsOf, formOf, type PicturePlace, replaced } from './placing';

/** Fewest rows of a picture. */
const LEAST_ROWS = 2;

export type PictureEdge = 'right' | 'foot';

/** Columns and rows of a picture. */
export type PictureSize = Pick<PicturePlace, 'columns' | 'rows'>;

/** The size of a block's picture; undefined when it does not stand there. */
export function sizeIn(block: Block, photo: Id): PictureSize | undefined {
  return formOf(block)?.pictures.find((picture) => picture.photo === photo);
}

/**
 * The edit that brings an edge of a picture as near as the grid allows to where the pointer has gone: `by` points from where it
 * was pressed, when the picture had the size `from`. So it does not matter how much of the way the page shows already. Undefined
 * when the edge is there, or when the picture does not stand in the block.
 */
export function edgeMoved(
  issue: Issue,
  grid: Grid,
  block: Block,
  photo: Id,
  from: PictureSize,
  edge: PictureEdge,
  by: { readonly x: number; readonly y: number },
): Edit | undefined {
  const form = formOf(block);
  const place = form?.pictures.find((picture) => picture.photo === photo);
  if (!form || !place) return undefined;
  if (edge === 'foot') {
    const most = block.rect.rows - place.row - place.captionRows;
    const rows = clamp(from.rows + Math.round(by.y / grid.pitch), LEAST_ROWS, most);
    return rows === place.rows ? undefined : replaced(issue, block, photo, { rows });
  }
  const all = columnsOf(block, form);
  const step = (boxOf(grid, block.rect).width + grid.gap) / all;
  const columns = clamp(from.columns + Math.round(by.x / step), 1, all - place.column);
  return columns === place.columns ? undefined : replaced(issue, block, photo, { columns });
}
