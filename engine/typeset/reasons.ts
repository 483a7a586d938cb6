import { BreakKind, NEVER_STARTS } from './breaks';
import { IS_LATIN } from './character-classes';
import { EPSILON, type Fitter } from './fit';
import type { Passage } from './relax';
import type { BreakReason } from './types';

/**
 * Why a line ends where it does.
 *
 * @param start its first character
 * @param to the place in the passage before which it ends
 * @param measure its own, points: without the indent
 * @param kinds break before each character, from `findBreaks`
 */
export function reasonOf(
  passage: Passage,
  start: number,
  to: number,
  measure: number,
  kinds: Uint8Array,
  fitter: Fitter,
): BreakReason {
  const end = passage.ends[to]!;
  const next = passage.places[to]!;
  const kind = kinds[next]!;
  if (kind === BreakKind.Address || kind === BreakKind.Joint) return 'address';
  if (kind === BreakKind.Hyphen) return 'hyphen';
  if (kind === BreakKind.Reluctant) return 'word';
  if (kind > BreakKind.Kept) return 'forced';
  const endsWithMark = kinds[end - 1] === BreakKind.Prohibited && NEVER_STARTS[fitter.characters.classes[end - 1]!] === 1;
  if (endsWithMark && fitter.natural(start, end) > measure + EPSILON) return 'push-in';
  if (isPushedOut(start, next, passage.end, measure, kinds, fitter)) return 'push-out';
  return kind === BreakKind.Word ? 'word' : 'between';
}

/** Whether more characters would fit at their natural width, had a rule not forbidden the break after them. */
function isPushedOut(start: number, next: number, stop: number, measure: number, kinds: Uint8Array, fitter: Fitter): boolean {
  const { classes } = fitter.characters;
  let full = next;
  while (full < stop && fitter.natural(start, full + 1) <= measure + EPSILON) full++;
  if (full === next || full === stop) return false;
  const kind = kinds[full]!;
  if (kind === BreakKind.Unit) return !(IS_LATIN[classes[full - 1]!] && IS_LATIN[classes[full]!]);
  return kind === BreakKind.Prohibited || kind === BreakKind.Welded;
}
