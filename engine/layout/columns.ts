/** Flows lines over columns: from left to right, each column from its head to its foot, past pictures and cuts. */
import type { BodyLine } from './body';

/** A free row of a column. Column and row count from the block's top left corner. */
export interface Slot {
  readonly column: number;
  readonly row: number;
}

/** Which rows of each column the text may take: `free[column][row]`. */
export type FreeRows = readonly (readonly boolean[])[];

export interface PlacedLine extends Slot {
  readonly line: BodyLine;
}

export interface Flow {
  readonly placed: readonly PlacedLine[];
  /** Index of the first line that found no row; the number of lines when all stand. */
  readonly rest: number;
  readonly emptyRows: number;
}

/** A last line of a paragraph this short does not open a column while there is room to avoid it. */
const SHORT_LINE = 2;

/**
 * Places lines on the free rows. With rows to spare, all columns end on the same row and only the last is short; they end
 * one row lower where that avoids a bad break.
 */
export function flowColumns(lines: readonly BodyLine[], free: FreeRows): Flow {
  const all = slotsAbove(free, Number.POSITIVE_INFINITY);
  const foot = evenFoot(free, lines.length);
  const even = fill(lines, slotsAbove(free, foot));
  const lower = even.bad === 0 ? even : fill(lines, slotsAbove(free, foot + 1));
  const { placed } = lower.bad < even.bad ? lower : even;
  return { placed, rest: placed.length, emptyRows: all.length - placed.length };
}

/** Fills the slots in order; spare ones are left where a line would break badly. Counts the bad breaks that remain. */
function fill(
  lines: readonly BodyLine[],
  slots: readonly Slot[],
): { readonly placed: readonly PlacedLine[]; readonly bad: number } {
  const placed: PlacedLine[] = [];
  let spare = slots.length - lines.length;
  let bad = 0;
  slots.forEach((slot, i) => {
    const line = lines[placed.length];
    if (!line) return;
    if (!endsSegment(slot, slots[i + 1]) || !breaksBadly(lines, placed.length)) placed.push({ ...slot, line });
    else if (spare > 0) spare--;
    else {
      bad++;
      placed.push({ ...slot, line });
    }
  });
  return { placed, bad };
}

function slotsAbove(free: FreeRows, foot: number): Slot[] {
  return free.flatMap((rows, column) => rows.flatMap((open, row) => (open && row < foot ? [{ column, row }] : [])));
}

/** The highest common foot above which the lines still find room. */
function evenFoot(free: FreeRows, lines: number): number {
  const rows = Math.max(0, ...free.map((column) => column.length));
  let room = 0;
  for (let row = 0; row < rows; row++) {
    if (room >= lines) return row;
    room += free.filter((column) => column[row]).length;
  }
  return rows;
}

function endsSegment(slot: Slot, following: Slot | undefined): boolean {
  return following !== undefined && (following.column !== slot.column || following.row !== slot.row + 1);
}

/** A run-in heading at the foot of a column, or after it a last line of one or two characters at the head of the next. */
function breaksBadly(lines: readonly BodyLine[], at: number): boolean {
  const line = lines[at];
  const following = lines[at + 1];
  if (!following) return false;
  if (line.heading && !line.last) return true;
  return !line.first && following.last && !following.first && following.characters <= SHORT_LINE;
}
