/** Flows lines over columns: from left to right, each column from its head to its foot, past pictures and cuts. */
import type { BodyLine } from './body-line';

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
  /** Places where a column's end parts lines that belong together, for want of spare rows. */
  readonly partings: number;
}

/** A last line of a paragraph this short does not open a column while there is room to avoid it. */
const SHORT_LINE = 2;
/** Longest run of lines that is kept together, rows. */
const MOST_TOGETHER = 40;

/** Rows by which columns may end below the row that divides the lines evenly: for lone lines, and for lines that part. */
const MOST_LOWER = { lone: 2, parted: 12 };

/** Lines placed, and what column ends do to them. */
export interface Filling {
  readonly placed: readonly PlacedLine[];
  readonly rest: number;
  /** Lines that belong together and were parted. */
  readonly parted: number;
  /** First lines of paragraphs alone at a column's foot or above what cuts it, last ones alone at its head or below that. */
  readonly lone: number;
}

/**
 * Places lines on the free rows. With rows to spare, all columns end on the same row and only the last is short; they end
 * a little lower where that parts fewer lines.
 */
export function flowColumns(lines: readonly BodyLine[], free: FreeRows): Flow {
  const all = slotsAbove(free, Number.POSITIVE_INFINITY);
  const foot = evenFoot(free, lines.length);
  let best = fill(lines, slotsAbove(free, foot));
  for (let more = 1; more <= lowering(best); more++) {
    const lower = fill(lines, slotsAbove(free, foot + more));
    if (isBetter(lower, best)) best = lower;
  }
  const { placed, rest, parted } = best;
  return { placed, rest, emptyRows: all.length - placed.length, partings: parted };
}

function lowering({ parted, lone }: Filling): number {
  if (parted > 0) return MOST_LOWER.parted;
  return lone > 0 ? MOST_LOWER.lone : 0;
}

/** A lone line is no reason to leave a column empty. */
function isBetter(a: Filling, b: Filling): boolean {
  if (a.parted !== b.parted) return a.parted < b.parted;
  return a.lone < b.lone && a.placed.at(-1)?.column === b.placed.at(-1)?.column;
}

/**
 * Fills the slots in order; spare ones are left where lines that belong together would part. White between paragraphs is
 * left out at the head of a column.
 */
export function fill(lines: readonly BodyLine[], slots: readonly Slot[], most = slots.length - lines.length): Filling {
  const left = rowsLeft(slots);
  const tallest = Math.max(0, ...left);
  const placed: PlacedLine[] = [];
  let rest = 0;
  let spare = most;
  let parted = 0;
  let lone = 0;
  slots.forEach((slot, i) => {
    const heads = slots[i - 1]?.column !== slot.column;
    while (heads && lines[rest]?.blank) rest++;
    const line = lines[rest];
    if (!line) return;
    const together = rowsTogether(lines, rest);
    const parts = left[i] < together;
    if (parts && together <= tallest && spare >= left[i]) {
      spare--;
      return;
    }
    if (parts) parted++;
    const [opens, ends] = [i > 0 && !follow(slots[i - 1], slot), i + 1 < slots.length && !follow(slot, slots[i + 1])];
    if ((opens && line.last && !line.first) || (ends && line.first && !line.last)) lone++;
    placed.push({ ...slot, line });
    rest++;
  });
  while (lines[rest]?.blank) rest++;
  return { placed, rest, parted, lone };
}

/** Whether a row stands right below another, nothing between them. */
function follow(above: Slot, below: Slot): boolean {
  return above.column === below.column && above.row + 1 === below.row;
}

/** Rows from each slot to the foot of its column or the next picture, itself included. */
function rowsLeft(slots: readonly Slot[]): number[] {
  const left = new Array<number>(slots.length).fill(1);
  for (let i = slots.length - 2; i >= 0; i--) {
    left[i] = follow(slots[i], slots[i + 1]) ? left[i + 1] + 1 : 1;
  }
  return left;
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

/**
 * Rows that the lines from one on need together: a heading with the line below it, the first two lines of a stanza; a line
 * with a last line of one or two characters after it. 1 for all others.
 */
function rowsTogether(lines: readonly BodyLine[], at: number): number {
  let end = at;
  while (lines[end]?.keep && end - at < MOST_TOGETHER) end++;
  if (end > at) return Math.min(end + 1, lines.length) - at;
  const following = lines[at + 1];
  const short = following?.last && !following.first && following.characters <= SHORT_LINE;
  return short && !lines[at].first ? 2 : 1;
}
