import { GIVE_COUNT, Give } from './gaps';

/**
 * What a line costs the paragraph. One unit is a line of plain Han opened by half a tenth of an em between characters:
 * the reader does not see it. Ten units are seen, a hundred disturb.
 */

/** Squeezing a kind of white wholly; half of it costs a quarter. In CLREQ's order of compression, each dearer than the one before. */
export const GIVE_COST: readonly number[] = (() => {
  const costs = new Array<number>(GIVE_COUNT).fill(0);
  costs[Give.WordSpace] = 1;
  costs[Give.Dot] = 1;
  costs[Give.Bracket] = 4;
  costs[Give.Stop] = 6;
  costs[Give.LatinGap] = 3;
  costs[Give.Ender] = 12;
  return costs;
})();

/** The white of a mark at the line's end: nobody misses it. */
export const END_WHITE_COST = 0.2;

/** Opening word spaces, or CJK–Latin gaps, to their most. */
export const WORD_SPACE_TAKE_COST = 1;
export const LATIN_GAP_TAKE_COST = 3;

/** Gaps beside a mark's white join in only when the others have opened this far, em: below it nobody sees a difference. */
export const BARE_FIRST = 1 / 32;

/** A gap between Han that costs one unit, em. The cost grows with its cube: one very loose line is worse than eight a little loose. */
export const GAP_UNIT = 1 / 20;

/** A mark that hangs out. */
export const HANG_COST = 2;

/** Per em that a ragged line stays short. */
export const RAGGED_COST = 1;

/** Last line with fewer Han characters than wished, though it is wide enough to be seen; and a last line that is a mere stump. */
export const THIN_LAST_COST = 60;
export const STUMP_COST = 10_000;

/** A line that cannot be filled at all: one word alone. */
export const UNFILLED_COST = 100_000;

/** A line longer than the measure: not even one character fits. */
export const OVERFULL_COST = 10_000_000;
