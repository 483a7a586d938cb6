/** Operators of content streams (ISO 32000-1 Annex A) by how they are written anew, and the operands that they take. */
import type { Operand } from '../inspect/lexer';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
/** Operators that are written as they come, with how many numbers they take. */
export const passing: Readonly<Record<string, number>> = {
  ...{ m: 2, l: 2, c: 6, v: 4, y: 4, h: 0, re: 4, W: 0, 'W*': 0, J: 1, j: 1, M: 1 },
  ...{ BT: 0, ET: 0, Td: 2, TD: 2, 'T*': 0, Tc: 1, Tw: 1, Tz: 1, TL: 1, Ts: 1, Tr: 1, d0: 2, d1: 6 },
};
/** Go on from a point of the path. */
export const following = words('l c v y h');
/** Paint a path, or end it. */
export const painting = words('n f F f* S s B B* b b*');
/** Of these, those that draw its line. */
export const strokes = words('S s B B* b b*');
/** Show type. */
export const showing = words('Tj TJ \' "');

/** What an operator that shows type takes of its operands; undefined where it is not there. */
export function shownBy(operator: string, operands: readonly Operand[]): readonly Operand[] | undefined {
  const last = operands.at(-1);
  if (operator === 'TJ')
    return Array.isArray(last) ? [last.filter((item) => typeof item === 'number' || item instanceof Uint8Array)] : undefined;
  if (!(last instanceof Uint8Array)) return undefined;
  if (operator !== '"') return [last];
  const spaces = operands.slice(-3, -1).map((space) => (typeof space === 'number' ? space : 0));
  return spaces.length === 2 ? [...spaces, last] : undefined;
}

/** The lengths of a dash; none for a whole line. */
export function dashOf(operands: readonly Operand[]): readonly number[] {
  const lengths: readonly Operand[] = operands.find((operand) => Array.isArray(operand)) ?? [];
  return lengths.filter((length) => typeof length === 'number');
}
