import { BreakKind, NEVER_STARTS } from './breaks';
import { IS_LATIN } from './character-classes';
import type { Characters } from './collect';
import { EPSILON, type Fitter } from './fit';
import type { BreakReason } from './types';

/**
 * Why a line ends before character `next`.
 *
 * @param end index after the line's last character (without the spaces before `next`)
 * @param stop end of the passage
 */
export function reasonOf(
  start: number,
  end: number,
  next: number,
  stop: number,
  measure: number,
  characters: Characters,
  kinds: Uint8Array,
  fitter: Fitter,
): BreakReason {
  const kind = kinds[next]!;
  if (kind === BreakKind.Address || kind === BreakKind.Joint) return 'address';
  if (kind === BreakKind.Hyphen) return 'hyphen';
  if (kind === BreakKind.Reluctant) return 'word';
  if (kind > BreakKind.Kept) return 'forced';
  const endsWithMark = kinds[end - 1] === BreakKind.Prohibited && NEVER_STARTS[characters.classes[end - 1]!] === 1;
  if (endsWithMark && fitter.natural(start, end) > measure + EPSILON) return 'push-in';
  if (isPushedOut(start, next, stop, measure, characters, kinds, fitter)) return 'push-out';
  return kind === BreakKind.Word ? 'word' : 'between';
}

/** Whether more characters would fit at their natural width, had a rule not forbidden the break after them. */
function isPushedOut(
  start: number,
  next: number,
  stop: number,
  measure: number,
  { classes }: Characters,
  kinds: Uint8Array,
  fitter: Fitter,
): boolean {
  let full = next;
  while (full < stop && fitter.natural(start, full + 1) <= measure + EPSILON) full++;
  if (full === next || full === stop) return false;
  const kind = kinds[full]!;
  if (kind === BreakKind.Unit) return !(IS_LATIN[classes[full - 1]!] && IS_LATIN[classes[full]!]);
  return kind === BreakKind.Prohibited || kind === BreakKind.Welded;
}
