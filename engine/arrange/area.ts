/** The part of a page that content may fill. */
import type { GridRect, Page, PageSpec } from '../issue/types';

/** Blank row between the masthead and the first story. */
const ROWS_UNDER_MASTHEAD = 1;

/** Type area below masthead or folio line and above the imprint. At least one row. */
export function contentArea(page: Page, spec: PageSpec): GridRect {
  let top = 0;
  let foot = spec.rows;
  for (const { content, rect } of page.blocks) {
    if (content.kind === 'masthead') top = Math.max(top, rect.row + rect.rows + ROWS_UNDER_MASTHEAD);
    if (content.kind === 'folio') top = Math.max(top, rect.row + rect.rows);
    if (content.kind === 'imprint') foot = Math.min(foot, rect.row);
  }
  const row = Math.min(top, spec.rows - 1);
  return { column: 0, row, columns: spec.columns, rows: Math.max(1, foot - row) };
}
