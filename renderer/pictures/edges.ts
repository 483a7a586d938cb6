/** How large a picture becomes when the edge between it and the text is dragged: whole columns of the text, whole rows. */
import type { Block, Edit, Id, Issue } from '../../engine/issue/index';
import { type Box, boxOf, type Grid } from '../../engine/layout/grid';
import { clamp } from '../state/clamp';
import { columnsOf, formOf, replaced } from './placing';

/** Fewest rows of a picture. */
const LEAST_ROWS = 2;

export type PictureEdge = 'right' | 'foot';

/**
 * The edit that brings an edge of a picture as near as the grid allows to a place of the page, points. Undefined when it is there
 * already, or when the picture does not stand in the block. `frame` is where the picture is shown.
 */
export function edgeMoved(
  issue: Issue,
  grid: Grid,
  block: Block,
  photo: Id,
  frame: Box,
  edge: PictureEdge,
  to: { readonly x: number; readonly y: number },
): Edit | undefined {
  const form = formOf(block);
  const place = form?.pictures.find((picture) => picture.photo === photo);
  if (!form || !place) return undefined;
  if (edge === 'foot') {
    const most = block.rect.rows - place.row - place.captionRows;
    const rows = clamp(place.rows + Math.round((to.y - frame.y - frame.height) / grid.pitch), LEAST_ROWS, most);
    return rows === place.rows ? undefined : replaced(issue, block, photo, { rows });
  }
  const all = columnsOf(block, form);
  const step = (boxOf(grid, block.rect).width + grid.gap) / all;
  const columns = clamp(place.columns + Math.round((to.x - frame.x - frame.width) / step), 1, all - place.column);
  return columns === place.columns ? undefined : replaced(issue, block, photo, { columns });
}
