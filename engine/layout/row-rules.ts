/** Rules that rows bring along (tables, frames): those that meet end to end become one. */
import type { RowRule } from './body-line';

/** Ends this near meet, points. */
const TOUCH = 0.01;

/** A row's rule on the page. */
export function placedRule({ x1, y1, x2, y2, weight }: RowRule, left: number, top: number): RowRule {
  return { x1: left + x1, y1: top + y1, x2: left + x2, y2: top + y2, weight };
}

/** Rules in their order; upright ones that go on from row to row are drawn once, and a rule of two rows too. */
export function joinRules(rules: readonly RowRule[]): RowRule[] {
  const joined: RowRule[] = [];
  const open = new Map<string, number>();
  for (const rule of rules) {
    const upright = rule.x1 === rule.x2;
    const key = upright ? `x ${rule.x1.toFixed(2)} ${rule.weight}` : `y ${rule.y1.toFixed(2)} ${rule.x1.toFixed(2)}`;
    const at = open.get(key);
    const known = at === undefined ? undefined : joined[at];
    if (at === undefined || !known || (upright && Math.abs(known.y2 - rule.y1) > TOUCH)) {
      open.set(key, joined.push(rule) - 1);
    } else {
      joined[at] = upright ? { ...known, y2: rule.y2 } : { ...known, weight: Math.max(known.weight, rule.weight) };
    }
  }
  return joined;
}
