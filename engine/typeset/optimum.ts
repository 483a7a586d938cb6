import { IS_HAN, IS_LATIN } from './character-classes';
import { DASH_START_COST, LINE_COST, OVERFULL_COST, STUMP_COST, THIN_LAST_COST } from './costs';
import { EPSILON, type Fitter } from './fit';
import type { Passage } from './relax';
import type { Scratch } from './scratch';

/**
 * A line that would have to be opened by more than this, em, is looked at only when nothing tighter exists. Enough for a
 * number with its sign to move to the next line.
 */
const LOOK_BACK = 2;
/** Line ends looked at for one line start: a bound for very long measures; newspaper columns have about six. */
const MAX_ENDS = 64;

/**
 * Chooses the line ends of a passage whose costs are least over the whole paragraph (Knuth and Plass 1981; instead of an
 * active list every place keeps its best way from the start). Time grows with the length of the passage only: each start
 * looks at a bounded number of ends.
 *
 * One way is found line by line beforehand; what leads to dearer ones only is left aside, three of five lines.
 *
 * Stable: the best way to a place depends on nothing that follows it, and of equal ways always the same is taken. So an
 * edit at the end moves a line end near the beginning only together with every line end after it, and only if the whole
 * becomes better.
 *
 * @returns indices into `passage.places` of the beginnings of all lines, then of the end
 */
export function chooseLines(passage: Passage, fitter: Fitter, scratch: Scratch): number[] {
  const { count } = passage;
  const last = count - 1;
  const best = scratch.float64('best', count);
  const from = scratch.int32('from', count).fill(NOWHERE, 0, count);
  allowUpTo(costLineByLine(passage, fitter), best, passage, fitter);
  findWays(best, from, passage, fitter);
  if (from[last] === NOWHERE) {
    best.fill(Infinity, 0, count);
    findWays(best, from.fill(NOWHERE, 0, count), passage, fitter);
  }
  return wayTo(last, from);
}

/** No way has been found to a place. */
const NOWHERE = -1;

/**
 * Finds the best way to each place.
 *
 * @param best what a way to each place may cost; becomes what the best one costs
 * @param from becomes where the last line of the best way begins; stays NOWHERE where none is cheap enough
 */
function findWays(best: Float64Array, from: Int32Array, passage: Passage, fitter: Fitter): void {
  const { count, places, ends, costs, heads, indent } = passage;
  const last = count - 1;
  const { before, upTo, leastBefore, leastUpTo, style } = fitter;
  best[0] = 0;
  let first = 1; // the first end that is not too far back; moves on with the start
  for (let k = 0; k < last; k++) {
    if (k > 0 && from[k] === NOWHERE) continue;
    const soFar = best[k]! + LINE_COST;
    const start = places[k]!;
    const measure = style.measure - (k === 0 ? indent : 0);
    const tooNear = before[start]! + measure - LOOK_BACK * style.size;
    const tooFar = leastBefore[start]! + measure + EPSILON;
    if (first <= k) first = k + 1;
    while (first < last && upTo[ends[first]!]! < tooNear) first++;
    let found = false;
    let nearest = Math.max(first - 1, k + 1);
    const farthest = Math.min(last, nearest + MAX_ENDS);
    const least = Math.max(nearest - MAX_ENDS, k + 1);
    while (nearest > least && costs[nearest]! > DASH_START_COST) nearest--; // a line end that is rather not taken
    if (heads !== undefined && heads[nearest]! > k + 1) nearest = heads[nearest]! - 1;
    for (let l = nearest; l <= farthest; l++) {
      const end = ends[l]!;
      if (leastUpTo[end]! > tooFar) break;
      found = true;
      if (soFar + costs[l]! > best[l]!) continue; // no other cost is negative
      if (heads !== undefined && heads[l]! > k + 1) break; // a word that must be broken begins its line
      const isLast = l === last;
      const broken = heads !== undefined && (heads[k] !== 0 || heads[l] !== 0);
      let cost = soFar + costs[l]! + fitter.fit(start, end, measure, isLast, broken).cost;
      if (isLast && k > 0) cost += lastLineCost(start, end, fitter);
      if (cost > best[l]!) continue; // of equal ways the later start wins: the lines above are full
      best[l] = cost;
      from[l] = k;
    }
    if (!found && best[k]! + OVERFULL_COST < best[k + 1]!) {
      best[k + 1] = best[k]! + OVERFULL_COST;
      from[k + 1] = k;
    }
  }
}

/** Cost of a way on which each line is as full as it gets, or fuller by one place where that is better; Infinity where a line has no end. */
function costLineByLine({ count, places, ends, costs, heads, indent }: Passage, fitter: Fitter): number {
  if (heads !== undefined) return Infinity;
  const last = count - 1;
  const { before, upTo, leastBefore, leastUpTo, style } = fitter;
  let sum = 0;
  let end = 1;
  for (let k = 0; k < last; ) {
    const start = places[k]!;
    const measure = style.measure - (k === 0 ? indent : 0);
    const full = before[start]! + measure + EPSILON;
    const tooFar = leastBefore[start]! + measure + EPSILON;
    while (end < last && upTo[ends[end + 1]!]! <= full) end++;
    let least = Infinity;
    let next = last;
    for (let l = end; l <= last && l <= end + 1 && leastUpTo[ends[l]!]! <= tooFar; l++) {
      let cost = LINE_COST + costs[l]! + fitter.fit(start, ends[l]!, measure, l === last).cost;
      if (l === last && k > 0) cost += lastLineCost(start, ends[l]!, fitter);
      if (cost > least) continue;
      least = cost;
      next = l;
    }
    sum += least;
    k = next;
    if (end <= k) end = k + 1;
  }
  return sum;
}

/**
 * Tells what a way to each place may cost if the whole is to cost `most`: less than that by a line's cost for every line that
 * must follow.
 */
function allowUpTo(most: number, best: Float64Array, { count, places, ends }: Passage, fitter: Fitter): void {
  best.fill(most + EPSILON, 0, count);
  if (most === Infinity) return;
  const { leastBefore, leastUpTo, style } = fitter;
  const last = count - 1;
  let between = 0; // the most that stands between two lines: spaces, the white of a mark, a mark that hangs
  for (let k = 1; k < last; k++) between = Math.max(between, leastBefore[places[k]!]! - leastUpTo[ends[k]!]!);
  const end = leastUpTo[ends[last]!]! + between;
  const line = style.measure + EPSILON + between;
  for (let k = 1; k < last; k++) best[k]! -= LINE_COST * Math.ceil((end - leastBefore[places[k]!]!) / line - EPSILON);
}

/** A last line holds at least so many Han characters (孤字); failing that, letters and figures as wide. */
function lastLineCost(start: number, end: number, { characters, cells, style }: Fitter): number {
  const least = style.lastLineLeast;
  if (least < 2) return 0;
  const { classes } = characters;
  const { bodies } = cells;
  let han = 0;
  let width = 0;
  for (let i = start; i < end && han < least; i++) {
    if (IS_HAN[classes[i]!]) han++;
    if (IS_HAN[classes[i]!] || IS_LATIN[classes[i]!]) width += bodies[i]!;
  }
  if (han >= least) return 0;
  return width < least * style.size - EPSILON ? STUMP_COST : THIN_LAST_COST;
}

function wayTo(last: number, from: Int32Array): number[] {
  const way = [last];
  for (let k = last; k > 0; ) {
    k = Math.max(0, from[k]!);
    way.push(k);
  }
  return way.reverse();
}
