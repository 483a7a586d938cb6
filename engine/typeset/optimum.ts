import { CharacterClass as C } from './character-classes';
import type { Characters } from './collect';
import { OVERFULL_COST, STUMP_COST, THIN_LAST_COST } from './costs';
import { EPSILON, type Fitter } from './fit';
import type { Passage } from './relax';
import type { ParagraphStyle } from './types';

/**
 * A line that would have to be opened by more than this, em, is looked at only when nothing tighter exists. Wide enough
 * for a long Latin word after a short line.
 */
const LOOK_BACK = 3;
/** Line ends looked at for one line start; with LOOK_BACK em below the measure and squeezed lines above it few are needed. */
const MAX_ENDS = 64;

/**
 * Chooses the line ends of a passage whose costs are least over the whole paragraph (Knuth and Plass 1981, over places
 * instead of an active list: every place keeps its best way from the start). Time grows with the length of the passage
 * only: each start looks at a bounded number of ends.
 *
 * @returns indices into `passage.places` of the beginnings of all lines, then of the end
 */
export function chooseLines(
  passage: Passage,
  characters: Characters,
  fitter: Fitter,
  style: ParagraphStyle,
  indent: number,
): number[] {
  const { places, ends } = passage;
  const last = places.length - 1;
  const best = new Float64Array(places.length).fill(Infinity);
  const from = new Int32Array(places.length);
  best[0] = 0;
  let first = 1;
  for (let k = 0; k < last; k++) {
    if (best[k] === Infinity) continue;
    const start = places[k]!;
    const measure = style.measure - (k === 0 ? indent : 0);
    if (first <= k) first = k + 1;
    while (first < last && fitter.natural(start, ends[first]!) < measure - LOOK_BACK * style.size) first++;
    const tried = tryEnds(k, Math.max(k + 1, first - 1), start, measure);
    if (!tried) reach(k, k + 1, OVERFULL_COST);
  }
  return wayTo(last, from);

  function tryEnds(k: number, firstEnd: number, start: number, measure: number): boolean {
    let found = false;
    const stop = Math.min(last, firstEnd + MAX_ENDS);
    for (let l = firstEnd; l <= stop; l++) {
      const end = ends[l]!;
      if (fitter.least(start, end) > measure + EPSILON) break;
      const isLast = l === last;
      let { cost } = fitter.fit(start, end, measure, isLast);
      if (cost === Infinity) continue;
      if (isLast && k > 0) cost += lastLineCost(start, end);
      found = true;
      reach(k, l, cost);
    }
    return found;
  }

  /** Equal costs: the later start wins, so that the lines above are full. */
  function reach(k: number, l: number, cost: number): void {
    if (best[k]! + cost > best[l]!) return;
    best[l] = best[k]! + cost;
    from[l] = k;
  }

  /** A last line holds at least so many Han characters (孤字); failing that, at least as much width. */
  function lastLineCost(start: number, end: number): number {
    const least = style.lastLineLeast;
    if (least < 2) return 0;
    let han = 0;
    for (let i = start; i < end && han < least; i++) if (characters.classes[i] === C.Han) han++;
    if (han >= least) return 0;
    return fitter.natural(start, end) < least * style.size ? STUMP_COST : THIN_LAST_COST;
  }
}

function wayTo(last: number, from: Int32Array): number[] {
  const way = [last];
  for (let k = last; k > 0; ) {
    k = from[k]!;
    way.push(k);
  }
  return way.reverse();
}
