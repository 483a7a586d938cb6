/** Items spread over a line with equal white between them, first and last flush with its ends. */
import type { Colour } from '../display/types';
import { MM } from './grid';
import type { Sheet, Type } from './sheet';

/** Separators between items: weight, height and how far they reach below the baseline, points. */
const SEPARATOR = { weight: 0.35, height: 2.9 * MM, below: 0.3 * MM };
/** Least white between items, em; narrower, and the type gets smaller. */
const LEAST_GAP = 1.2;

/** Draws items over a width, all lengths in points; in smaller type where they have no room. */
export function spreadLine(
  sheet: Sheet,
  items: readonly string[],
  type: Type,
  x: number,
  width: number,
  baseline: number,
  separator?: Colour,
): void {
  if (items.length === 0) return;
  const set = items.map((item) => sheet.width(item, type));
  const text = set.reduce((sum, item) => sum + item, 0);
  const needed = text + (items.length - 1) * LEAST_GAP * type.size;
  const shrink = Math.min(1, width / needed);
  const fitted = { ...type, size: type.size * shrink };
  const gap = items.length > 1 ? (width - text * shrink) / (items.length - 1) : 0;
  let left = x;
  items.forEach((item, i) => {
    sheet.text(item, fitted, left, baseline);
    left += set[i] * shrink;
    if (separator && i < items.length - 1) {
      const middle = left + gap / 2;
      sheet.rule(
        middle,
        baseline + SEPARATOR.below - SEPARATOR.height,
        middle,
        baseline + SEPARATOR.below,
        SEPARATOR.weight,
        separator,
      );
    }
    left += gap;
  });
}
