/** What the subsets of a table may take, by bit mask: whatever lies outside cannot be part of a whole page, and is not looked for. */
import { BLANK, type Item } from './plan';

/** Cells that all items are to share; `exact` when they are to fill them as one rectangle. */
export interface Room {
  readonly cells: number;
  readonly exact: boolean;
}

/** Cells that a subset may take so that all others still fit (`most`), and so that they still fill the rest (`least`). */
export function cellBounds(
  items: readonly Item[],
  columns: number,
  room: Room | undefined,
): { readonly least: Float64Array; readonly most: Float64Array } {
  const full = (1 << items.length) - 1;
  const least = new Float64Array(full + 1);
  const most = new Float64Array(full + 1).fill(Number.POSITIVE_INFINITY);
  if (!room) return { least, most };
  const fewest = items.map((item) => cellsOf(item, columns, Math.min, 0));
  const greatest = items.map((item) => cellsOf(item, columns, Math.max, BLANK));
  const scarce = !room.exact || sumOf(greatest, full) < room.cells;
  for (let mask = 1; mask <= full; mask++) {
    most[mask] = room.cells - sumOf(fewest, full ^ mask);
    if (!scarce) least[mask] = room.cells - sumOf(greatest, full ^ mask);
  }
  return { least, most };
}

/** Price of a subset that exceeds the cheapest of its items by `budget`; infinite without one. */
export function priceBounds(items: readonly Item[], columns: number, budget: number | undefined): Float64Array {
  const full = (1 << items.length) - 1;
  const most = new Float64Array(full + 1).fill(Number.POSITIVE_INFINITY);
  if (budget === undefined) return most;
  const cheapest = items.map((item) => cheapestOf(item, columns));
  for (let mask = 1; mask <= full; mask++) most[mask] = budget + sumOf(cheapest, mask);
  return most;
}

/** Sum of the entries whose bits are set. */
function sumOf(values: readonly number[], mask: number): number {
  return values.reduce((sum, value, item) => ((mask & (1 << item)) === 0 ? sum : sum + value), 0);
}

function cellsOf(item: Item, columns: number, choose: (a: number, b: number) => number, blank: number): number {
  let cells: number | undefined;
  for (let width = 1; width <= columns; width++) {
    for (const { rows } of item.shapes(width)) cells = choose(cells ?? width * (rows + blank), width * (rows + blank));
  }
  return cells ?? 0;
}

/** What an item costs at least, whatever its width and form. */
function cheapestOf(item: Item, columns: number): number {
  let cheapest = Number.POSITIVE_INFINITY;
  for (let width = 1; width <= columns; width++) {
    for (const { cost } of item.shapes(width)) cheapest = Math.min(cheapest, cost);
    cheapest = Math.min(cheapest, item.flow?.(width)?.cheapest ?? Number.POSITIVE_INFINITY);
  }
  return cheapest;
}

/** Items of a subset. */
export function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest &= rest - 1) count++;
  return count;
}
