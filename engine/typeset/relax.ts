import { BreakKind } from './breaks';
import { RELUCTANT_COST } from './costs';
import { EPSILON, type Fitter } from './fit';

/** One stretch of text between two hard line breaks, and where lines may end in it. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  /** Places where a line may begin, from `start` to `end`. */
  readonly places: Int32Array;
  /** Where the line before a place ends: the spaces before it hang in the margin. */
  readonly ends: Int32Array;
  /** What a break at each place costs beside the look of its line. */
  readonly costs: Float64Array;
}

/** The order in which reasons against a break give way. */
const GIVING_WAY = [BreakKind.Kept, BreakKind.Address, BreakKind.Unit, BreakKind.Prohibited, BreakKind.Welded];

/**
 * Lists the places where a line may break. A stretch without any that is wider than the measure is opened: first where
 * its author wished no break, then inside an address, inside a word, against the prohibition rules, and at last anywhere.
 *
 * @param kinds break before each character, from `findBreaks`
 * @param lineEnd index after the last character that is no space, for a break before each character
 */
export function findPlaces(
  start: number,
  end: number,
  kinds: Uint8Array,
  lineEnd: Int32Array,
  fitter: Fitter,
  indent: number,
  measure: number,
): Passage {
  const places: number[] = [start];
  let from = start;
  for (let at = start + 1; at <= end; at++) {
    if (at < end && (kinds[at]! > BreakKind.Reluctant || lineEnd[at]! <= start)) continue;
    const room = from === start ? measure - indent : measure;
    if (fitter.least(from, lineEnd[at]!) > room + EPSILON) openUp(from, at, 0);
    places.push(at);
    from = at;
  }

  function openUp(lo: number, hi: number, step: number): void {
    if (step === GIVING_WAY.length || hi - lo < 2) return;
    let from = lo;
    for (let at = lo + 1; at <= hi; at++) {
      if (at < hi && (kinds[at] !== GIVING_WAY[step] || lineEnd[at] !== at)) continue;
      const room = from === start ? measure - indent : measure;
      if (fitter.least(from, lineEnd[at]!) > room + EPSILON) openUp(from, at, step + 1);
      if (at < hi) places.push(at);
      from = at;
    }
  }

  return {
    start,
    end,
    places: Int32Array.from(places),
    ends: Int32Array.from(places, (at) => lineEnd[at]!),
    costs: Float64Array.from(places, (at) => (at < end && kinds[at] === BreakKind.Reluctant ? RELUCTANT_COST : 0)),
  };
}
