import { GIVE_COUNT, Give } from './gaps';

/**
 * What a line costs the paragraph. One unit is a line of plain Han opened by a twentieth of an em between characters:
 * a reader does not see it. Ten units are seen, a hundred disturb.
 */

/**
 * Squeezing a kind of white wholly; half of it costs a quarter. In CLREQ's order of compression the kinds asked first
 * are the cheap ones; the CJK–Latin gap gives only a 24th of an em. Low enough that in a column of 13 characters a mark
 * is rather pushed in (挤进) than pushed out with its character (推出), which opens the line by a twelfth of an em.
 */
export const GIVE_COST: readonly number[] = (() => {
  const costs = new Array<number>(GIVE_COUNT).fill(0);
  costs[Give.WordSpace] = 0.15;
  costs[Give.Dot] = 0.15;
  costs[Give.Bracket] = 0.6;
  costs[Give.Stop] = 0.9;
  costs[Give.LatinGap] = 0.45;
  costs[Give.Ender] = 1.05;
  return costs;
})();

/** Using the white of a mark at the line's end: nobody misses it. */
export const END_WHITE_COST = 0.2;

/** Opening word spaces, or CJK–Latin gaps, to their most. */
export const WORD_SPACE_TAKE_COST = 1;
export const LATIN_GAP_TAKE_COST = 3;

/** A gap between characters that costs one unit, em. */
const GAP_UNIT = 1 / 20;

/**
 * Characters that stand further apart than this, em, strike the eye. Gaps that hold the white of a mark then open first,
 * by up to MARKED_MOST, em: a reader looks for white there.
 */
export const LOOSE_GAP = 1 / 7;
export const MARKED_MOST = 1 / 3;
/** Such a line is as bad as one more opened by a seventh of an em. */
const LOOSE_COST = 64;

/**
 * Cost of opening all gaps of a line by `gap`, em. It grows with the fourth power: one line that is seen is worse than
 * any number of lines that are not.
 */
export function gapCost(gap: number): number {
  const square = (gap / GAP_UNIT) * (gap / GAP_UNIT);
  return gap > LOOSE_GAP ? square * square + LOOSE_COST : square * square;
}

/**
 * A line whose gaps would grow wider than this, em, is left short, flush left: no reader would take it for a line (a number
 * or an address that may not break stands behind it). Its cost stays that of the opened line.
 */
export const LOOSEST_GAP = 6;

/**
 * How far the letters of what had to be broken open, em, on the lines that it is broken over: as other gaps do, but less
 * far; further where its line has nothing else to open.
 */
export const LOOSEST_LETTERS = 1 / 2;
export const LETTERS_MOST = 1 / 4;

/** Breaking a telephone number, or a long address that fits the measure: as bad as a line opened by half an em. */
export const RELUCTANT_COST = 10_000;

/** Dividing a word with a hyphen, or after its own: as bad as a line opened by a tenth of an em. */
export const HYPHEN_COST = 16;

/**
 * Breaking a person's name: as bad as a line opened by three eighths of an em. A name is kept whole where the paper can
 * (人名不拆), but the first line of every story in a narrow column must not fall apart for it.
 */
export const NAME_COST = 3200;

/**
 * A line that starts with —— or ……: allowed (GB/T 15834), but better after it. Less than opening a line of 13 characters by
 * one, so that a line which is full without the mark stays full.
 */
export const DASH_START_COST = 10;

/** A line end between two words of one Latin phrase: as bad as a line opened by a seventh of an em. */
export const PHRASE_COST = 80;

/** A mark that hangs out. */
export const HANG_COST = 2;

/** Every line: of two ways about as good, the shorter is taken, which squeezes rather than opens (先挤进，后推出). */
export const LINE_COST = 10;

/** Per em that a ragged line stays short. */
export const RAGGED_COST = 1;

/** Last line with fewer Han characters than wished, though letters or figures make it long enough. */
export const THIN_LAST_COST = 60;

/** A line that cannot be filled at all, such as one word or one character alone. */
const UNFILLED_COST = 200_000;

/** It grows with what is missing, em. However wide gaps open, a line that has some is no worse than one without. */
export function unfilledCost(missing: number): number {
  return UNFILLED_COST * (1 + missing);
}

/** A last line of a single character: worse than the loosest line before it. */
export const STUMP_COST = 1_000_000;

/** A line longer than the measure: not even one character fits. */
export const OVERFULL_COST = 1e12;
