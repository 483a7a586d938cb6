/** Bites (咬合): an article whose columns end at two heights above one or two parts that stand below it. */
import { columnsCost } from './article-item';
import { COLLISION, COLLISION_ROWS, NEAR_COLLISION } from './costs';
import { type ArticlePlan, BLANK } from './plan';
import type { ShapeTable } from './table';

/** Rows by which the columns of a bite differ at least: less looks like a mistake. */
export const LEAST_STEP = 3;

/** An article, and the subsets below it: the right one `columns` wide, the left one under the other columns; 0 for none. */
export interface BitePair {
  readonly item: number;
  readonly right: number;
  readonly left: number;
  readonly columns: number;
}

/** A pair with the heights of its parts. */
export interface Bite extends BitePair {
  readonly rightRows: number;
  readonly leftRows: number;
}

/** Prices of a part that is not there, by its only height. */
const NOTHING = new Float32Array(1);

/** Calls `visit` for every pair of heights of the two parts that costs less than `limit`, with the price of the parts. */
export function eachBite(
  table: ShapeTable,
  pair: BitePair,
  width: number,
  limit: number,
  visit: (rightRows: number, leftRows: number, price: number) => void,
): void {
  const { right, left, columns } = pair;
  const free = width - columns;
  const rights = table.heightRange(right, columns);
  const lefts = left === 0 ? { least: 0, most: 0 } : table.heightRange(left, free);
  if (rights.least > rights.most || lefts.least > lefts.most) return;
  table.steps += (rights.most - rights.least + 1) * (lefts.most - lefts.least + 1);
  const rightPrices = table.prices(right, columns);
  const leftPrices = left === 0 ? NOTHING : table.prices(left, free);
  const leftLeast = left === 0 ? 0 : table.leastPrice(left, free);
  for (let rightRows = rights.least; rightRows <= rights.most; rightRows++) {
    const rightPrice = rightPrices[rightRows]!;
    if (rightPrice + leftLeast >= limit) continue;
    const rightLoud = left !== 0 && !table.isQuiet(right, columns, rightRows);
    for (let leftRows = lefts.least; leftRows <= lefts.most; leftRows++) {
      const step = Math.abs(rightRows - leftRows);
      if (step < LEAST_STEP) continue;
      const price = rightPrice + leftPrices[leftRows]!;
      if (price >= limit) continue;
      const clash = rightLoud && !table.isQuiet(left, free, leftRows) ? clashCost(step) : 0;
      visit(rightRows, leftRows, price + clash);
    }
  }
}

/** Headlines side by side whose tops are so many rows apart. */
function clashCost(step: number): number {
  if (step <= COLLISION_ROWS) return COLLISION;
  return step <= 2 * COLLISION_ROWS ? NEAR_COLLISION : 0;
}

/** Cells of a rectangle that a bite leaves to its article. */
export function biteCells(pair: BitePair, rightRows: number, leftRows: number, width: number, rows: number): number {
  const under = pair.left === 0 ? 0 : (width - pair.columns) * (leftRows + BLANK);
  return width * rows - pair.columns * (rightRows + BLANK) - under;
}

/** Price of the columns of a bite's article, undefined when they are illegal. */
export function biteColumnsCost(
  plan: ArticlePlan,
  pair: BitePair,
  rightRows: number,
  leftRows: number,
  rows: number,
): number | undefined {
  const left = pair.left === 0 ? rows : rows - leftRows - BLANK;
  return columnsCost(plan, plan.tops.length - pair.columns, left, rows - rightRows - BLANK);
}
