/** Flows the text of a part that another part follows: every column is full, and the break is where a break may be. */
import type { BodyLine } from './body-line';
import { fill, type PlacedLine, type Slot } from './columns';
import { restAt, type TextLines, type TextRest } from './text-rest';

/** Rows at the feet of columns that may stay empty to keep lines together. */
const SPARE = 12;
/** Rows by which the break may go back so that no line stands alone on either side. */
const MOST_BACK = 3;

export interface OpenFlow {
  readonly placed: readonly PlacedLine[];
  readonly parted: number;
  readonly rest: TextRest;
}

/**
 * Places lines of a text from one on in the slots, which do not hold all of them. `sourced` asks for a break at a line whose place in the
 * article is known, since the next part sets the text at another measure: a table, a list or a note then goes there whole.
 */
export function flowOpen(text: TextRest, lines: TextLines, from: number, slots: readonly Slot[], sourced: boolean): OpenFlow {
  const left = lines.lines.slice(from);
  const { placed, rest, parted } = fill(left, slots, SPARE);
  const at = breakBefore(left, rest, sourced);
  return { placed: placedBefore(placed, left, at), parted, rest: at === 0 ? text : restAt(lines, from + at) };
}

/** White between paragraphs may have been left out, so that places and lines are not counted alike. */
function placedBefore(placed: readonly PlacedLine[], lines: readonly BodyLine[], at: number): readonly PlacedLine[] {
  let next = 0;
  const end = placed.findIndex(({ line }) => {
    while (lines[next] !== line) next++;
    return next++ >= at;
  });
  return end < 0 ? placed : placed.slice(0, end);
}

/**
 * The nearest line at or before one that may begin the next part: no heading stays behind, neither the first line of a
 * paragraph nor its last is parted from all others. 0 when only the first line would do.
 */
export function breakBefore(lines: readonly BodyLine[], at: number, sourced: boolean): number {
  let best = at;
  while (best > 0 && at - best < MOST_BACK && parts(lines, best)) best--;
  if (best > 0 && parts(lines, best)) best = at;
  while (sourced && best > 0 && !lines[best].source) best--;
  return best;
}

function parts(lines: readonly BodyLine[], at: number): boolean {
  const [above, below] = [lines[at - 1], lines[at]];
  const alone = (below.last && !below.first) || (above.first && !above.last && !below.first);
  return above.keep || (alone && !below.blank);
}
