/** Rows of tables among lines of text: an import and a paste tell them alike. */
import { CELL, isHeaderRow } from './paragraph-forms';

/** A row of a table; `head` is the first row that says what stands in the columns. */
export type TableRow = 'head' | 'row';

/** Rows of a table that are looked at for its heads. */
const HEAD_ROWS = 50;

/**
 * For each line whether it is a row of a table: tabs part its cells. A tab that only indents a line makes no row of it, but a row's
 * first cell may be empty.
 */
export function tableRows(lines: readonly string[]): readonly (TableRow | undefined)[] {
  const isCertain = lines.map((line) => line.trimStart().includes(CELL));
  const isRow = lines.map((line, at) => isCertain[at]! || (line.includes(CELL) && (isCertain[at - 1] || isCertain[at + 1])));
  return lines.map((_, at) => {
    if (!isRow[at]) return undefined;
    if (isRow[at - 1]) return 'row';
    const end = isRow.indexOf(false, at);
    const rows = lines.slice(at, Math.min(end < 0 ? lines.length : end, at + HEAD_ROWS));
    return isHeaderRow(rows) ? 'head' : 'row';
  });
}
