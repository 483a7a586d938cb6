/** A story's code (二维码) in its block: at the foot of the last column that has room there. */
import type { Block, LinkCode } from '../issue/types';
import { type ArticleSpace, freeRows, type HeadPlace, type PicturePlace } from './article-space';
import type { Context } from './context';
import type { Grid } from './grid';
import { type PlannedCode, planCode } from './link-code';
import type { LayoutRemark } from './types';

export interface StoryCode {
  readonly planned: PlannedCode;
  /** Column and rows that the text leaves to it. */
  readonly place: PicturePlace;
}

export interface CodeVerdict {
  /** Undefined when there is none, or no room. */
  readonly code: StoryCode | undefined;
  /** The link without a place. */
  readonly lost: string;
  readonly remarks: readonly LayoutRemark[];
}

const NOTHING: CodeVerdict = { code: undefined, lost: '', remarks: [] };

/** Rows that a code takes of a text column, the white above it included. */
export function codeRows(grid: Grid, code: LinkCode | undefined): number {
  const planned = planCode(grid, code, grid.columnWidth);
  return planned ? Math.ceil(planned.rows) + 1 : 0;
}

/** `taken` are the pictures and quotes of the block. */
export function setCode(
  context: Context,
  block: Block,
  space: ArticleSpace,
  head: HeadPlace,
  taken: readonly PicturePlace[],
  wanted: LinkCode | undefined,
): CodeVerdict {
  const planned = planCode(context.grid, wanted, space.measure);
  if (!planned) return NOTHING;
  const rows = Math.ceil(planned.rows);
  const at = footOf(freeRows(context.grid, block, space, head, taken), rows + 1);
  const remarks: LayoutRemark[] = planned.dense ? [{ rule: 'code-dense', detail: planned.code.link }] : [];
  if (!at) return { code: undefined, lost: planned.code.link, remarks };
  const place = { photo: '', column: at.column, columns: 1, row: at.end - rows, rows, captionRows: 0 };
  return { code: { planned, place }, lost: '', remarks };
}

/** The lowest run of so many free rows, in the last column that has it. */
function footOf(
  free: readonly (readonly boolean[])[],
  rows: number,
): { readonly column: number; readonly end: number } | undefined {
  let best: { column: number; end: number } | undefined;
  free.forEach((column, index) => {
    let run = 0;
    column.forEach((open, row) => {
      run = open ? run + 1 : 0;
      if (run >= rows && row + 1 >= (best?.end ?? 0)) best = { column: index, end: row + 1 };
    });
  });
  return best;
}
