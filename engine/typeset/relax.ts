import { BreakKind } from './breaks';
import { CharacterClass as C, IS_WORD_PART, setOf } from './character-classes';
import type { Characters } from './collect';
import { DASH_START_COST, HYPHEN_COST, NAME_COST, PHRASE_COST, RELUCTANT_COST } from './costs';
import { EPSILON, type Fitter } from './fit';
import type { Scratch } from './scratch';
import type { ParagraphStyle } from './types';

/** One stretch of text between two hard line breaks, and where lines may end in it. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  /** Of the first line, points. */
  readonly indent: number;
  /** Number of places. */
  readonly count: number;
  /** Places where a line may begin, from `start` to `end`. */
  readonly places: Int32Array;
  /** Where the line before a place ends: the spaces before it hang in the margin. */
  readonly ends: Int32Array;
  /** What a break at each place costs beside the look of its line. */
  readonly costs: Float64Array;
  /**
   * For places that part an address, a word or a mark: one more than the number of the place before which no line that
   * ends here may begin, or ANYWHERE; 0 for legal places. Undefined when all are legal.
   */
  readonly heads: Int32Array | undefined;
}

/** A line that ends inside an address may begin before the address. */
const ANYWHERE = -1;

/** The order in which reasons against a break give way. */
const GIVING_WAY = [BreakKind.Kept, BreakKind.Address, BreakKind.Joint, BreakKind.Unit, BreakKind.Prohibited, BreakKind.Welded];
const ADDRESS_STEP = GIVING_WAY.indexOf(BreakKind.Address);
const UNIT_STEP = GIVING_WAY.indexOf(BreakKind.Unit);

/** An address of more characters, about twelve em, may be broken even where it fits, though at a cost. */
const LONG_ADDRESS = 24;

/** Indent of a line that begins before character `start`, points: only that of a paragraph has one, none after a line break. */
export function indentAt(start: number, style: ParagraphStyle): number {
  return start === 0 ? style.indent * style.size : 0;
}

/**
 * Lists the places where a line may break. A stretch without any that is wider than the measure is opened: first where
 * its author wished no break, then inside an address, inside a word, against the prohibition rules, and at last anywhere.
 * An address goes on where the line stands; a word, or what the rules forbid to break, begins on a line of its own.
 *
 * Where lines are not justified they are filled as far as the rules allow, and no preference makes one shorter.
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
  scratch: Scratch,
): Passage {
  const { characters, style, leastBefore, leastUpTo } = fitter;
  const { measure } = style;
  const ragged = style.align !== 'justify';
  const indent = indentAt(start, style);
  const places = scratch.int32('places', end - start + 1);
  const costs = scratch.float64('costs', end - start + 1);
  let heads: Int32Array | undefined;
  let count = 0;
  places[count++] = start;
  let from = start;
  for (let at = start + 1; at <= end; at++) {
    if (at < end && (kinds[at]! > BreakKind.Hyphen || lineEnd[at]! <= start)) continue;
    const room = from === start ? measure - indent : measure;
    if (leastUpTo[lineEnd[at]!]! - leastBefore[from]! > room + EPSILON) openUp(from, at, 0, ANYWHERE);
    else if (at - from > LONG_ADDRESS && !ragged) openAddress(from, at);
    if (at < end) costs[count] = costOf(at, lineEnd[at]!, characters, kinds[at]!, ragged);
    places[count++] = at;
    from = at;
  }
  if (heads !== undefined) fitter.countLetters(start, end);
  const ends = scratch.int32('ends', count);
  for (let k = 0; k < count; k++) ends[k] = lineEnd[places[k]!]!;
  return { start, end, indent, count, places, ends, costs, heads };

  function isTooWide(lo: number, hi: number): boolean {
    const room = lo === start ? measure - indent : measure;
    return fitter.least(lo, lineEnd[hi]!) > room + EPSILON;
  }

  function openUp(lo: number, hi: number, step: number, head: number): void {
    if (step === GIVING_WAY.length || hi - lo < 2) return;
    let from = lo;
    for (let at = lo + 1; at <= hi; at++) {
      if (at < hi && (kinds[at] !== GIVING_WAY[step] || lineEnd[at] !== at)) continue;
      if (isTooWide(from, at)) openUp(from, at, step + 1, step + 1 === UNIT_STEP ? count : head);
      if (at < hi) part(at, step < ADDRESS_STEP ? 0 : head);
      from = at;
    }
    if (step >= ADDRESS_STEP) fitter.openLetters(lo, hi);
  }

  function openAddress(lo: number, hi: number): void {
    const before = count;
    for (let at = lo + 1; at < hi; at++) {
      if (kinds[at] !== BreakKind.Address) continue;
      costs[count] = RELUCTANT_COST;
      part(at, ANYWHERE);
    }
    if (count > before) fitter.openLetters(lo, hi);
  }

  function part(at: number, head: number): void {
    heads ??= scratch.int32('heads', end - start + 1);
    heads[count] = head;
    places[count++] = at;
  }
}

const MAY_START_RATHER_NOT = setOf(C.Dash, C.LongDash, C.Ellipsis);

/** Cost of a break before character `at`, whose line ends before `lineEnd`. */
function costOf(at: number, lineEnd: number, { classes }: Characters, kind: number, ragged: boolean): number {
  switch (kind) {
    case BreakKind.Free:
      return !ragged && MAY_START_RATHER_NOT[classes[at]!] ? DASH_START_COST : 0;
    case BreakKind.Word:
      return ragged ? 0 : wordCost(classes[lineEnd - 1]!, classes[at]!, lineEnd < at);
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

/** Cost of a line end in Latin text, after class `before`. */
function wordCost(before: number, after: number, spaced: boolean): number {
  if (spaced) return IS_WORD_PART[before] && IS_WORD_PART[after] ? PHRASE_COST : 0;
  return before === C.Hyphen ? HYPHEN_COST : 0;
}
