import { BreakKind } from './breaks';
import { CharacterClass as C, IS_WORD_PART, setOf } from './character-classes';
import type { Characters } from './collect';
import { DASH_START_COST, HYPHEN_COST, NAME_COST, PHRASE_COST, RELUCTANT_COST } from './costs';
import { EPSILON, type Fitter } from './fit';
import type { Scratch } from './scratch';

/** One stretch of text between two hard line breaks, and where lines may end in it. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  /** Number of places. */
  readonly count: number;
  /** Places where a line may begin, from `start` to `end`. */
  readonly places: Int32Array;
  /** Where the line before a place ends: the spaces before it hang in the margin. */
  readonly ends: Int32Array;
  /** What a break at each place costs beside the look of its line. */
  readonly costs: Float64Array;
}

/** The order in which reasons against a break give way. */
const GIVING_WAY = [BreakKind.Kept, BreakKind.Address, BreakKind.Joint, BreakKind.Unit, BreakKind.Prohibited, BreakKind.Welded];

/**
 * Lists the places where a line may break. A stretch without any that is wider than the measure is opened: first where
 * its author wished no break, then inside an address, inside a word, against the prohibition rules, and at last anywhere.
 *
 * @param kinds break before each character, from `findBreaks`
 * @param ragged lines are not justified: they are filled as far as the rules allow, and no preference makes one shorter
 * @param lineEnd index after the last character that is no space, for a break before each character
 */
export function findPlaces(
  start: number,
  end: number,
  characters: Characters,
  kinds: Uint8Array,
  lineEnd: Int32Array,
  fitter: Fitter,
  indent: number,
  measure: number,
  ragged: boolean,
  scratch: Scratch,
): Passage {
  const places = scratch.int32('places', end - start + 1);
  let count = 0;
  places[count++] = start;
  let from = start;
  for (let at = start + 1; at <= end; at++) {
    if (at < end && (kinds[at]! > BreakKind.Hyphen || lineEnd[at]! <= start)) continue;
    if (isTooWide(from, at)) openUp(from, at, 0);
    places[count++] = at;
    from = at;
  }
  return passageOf(start, end, places, count, characters, kinds, lineEnd, ragged, scratch);

  function isTooWide(lo: number, hi: number): boolean {
    const room = lo === start ? measure - indent : measure;
    return fitter.least(lo, lineEnd[hi]!) > room + EPSILON;
  }

  function openUp(lo: number, hi: number, step: number): void {
    if (step === GIVING_WAY.length || hi - lo < 2) return;
    let from = lo;
    for (let at = lo + 1; at <= hi; at++) {
      if (at < hi && (kinds[at] !== GIVING_WAY[step] || lineEnd[at] !== at)) continue;
      if (isTooWide(from, at)) openUp(from, at, step + 1);
      if (at < hi) places[count++] = at;
      from = at;
    }
  }
}

function passageOf(
  start: number,
  end: number,
  places: Int32Array,
  count: number,
  characters: Characters,
  kinds: Uint8Array,
  lineEnd: Int32Array,
  ragged: boolean,
  scratch: Scratch,
): Passage {
  const ends = scratch.int32('ends', count);
  const costs = scratch.float64('costs', count);
  for (let k = 0; k < count; k++) {
    const at = places[k]!;
    ends[k] = lineEnd[at]!;
    if (k > 0 && at < end) costs[k] = costOf(at, ends[k]!, characters, kinds[at]!, ragged);
  }
  return { start, end, count, places, ends, costs };
}

const MAY_START_RATHER_NOT = setOf(C.Dash, C.LongDash, C.Ellipsis);

/** Cost of a break before character `at`, whose line ends before `lineEnd`. */
function costOf(at: number, lineEnd: number, { classes }: Characters, kind: number, ragged: boolean): number {
  switch (kind) {
    case BreakKind.Free:
      return !ragged && MAY_START_RATHER_NOT[classes[at]!] ? DASH_START_COST : 0;
    case BreakKind.Word:
      return !ragged && lineEnd < at && IS_WORD_PART[classes[lineEnd - 1]!] && IS_WORD_PART[classes[at]!] ? PHRASE_COST : 0;
    case BreakKind.Reluctant:
      return RELUCTANT_COST;
    case BreakKind.Hyphen:
      return HYPHEN_COST;
    case BreakKind.Name:
      return NAME_COST;
    default:
      return 0;
  }
}
