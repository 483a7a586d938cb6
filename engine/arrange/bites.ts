/** Bites (咬合): an article whose columns end at two heights above one or two parts that stand below it. */
import { columnsCost } from './article-item';
import { COLLISION, COLLISION_ROWS, NEAR_COLLISION } from './costs';
import type { KnownShapes } from './known-shapes';
import { type ArticlePlan, BLANK } from './plan';

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

/**
 * Pairs of heights with the price of the parts: of those that leave the article as many cells the cheapest two, one with the
 * left and one with the right part the higher. The lists are used again by the next question.
 */
export interface BiteHeights {
  readonly count: number;
  readonly rights: ArrayLike<number>;
  readonly lefts: ArrayLike<number>;
  readonly prices: ArrayLike<number>;
}

/** Grown as needed: allocating for every question costs more than answering it. */
let rights = new Int16Array(0);
let lefts = new Int16Array(0);
let prices = new Float64Array(0);
let leftHeights = new Int16Array(0);
/** Place in the lists of the pair that takes so many cells, twice as many entries as cells. */
let known = new Int32Array(0);

const NONE: BiteHeights = { count: 0, rights, lefts, prices };

/** Every pair of heights of the two parts that costs less than `limit`. */
export function biteHeights(table: KnownShapes, pair: BitePair, width: number, limit: number): BiteHeights {
  const { right, left, columns } = pair;
  const free = width - columns;
  const rightRange = table.heightRange(right, columns);
  const leftRange = left === 0 ? NO_ROWS : table.heightRange(left, free);
  if (rightRange.least > rightRange.most || leftRange.least > leftRange.most) return NONE;
  const pairs = (rightRange.most - rightRange.least + 1) * (leftRange.most - leftRange.least + 1);
  table.steps += pairs;
  const mostCells = columns * rightRange.most + free * leftRange.most;
  if (prices.length < pairs) {
    rights = new Int16Array(pairs);
    lefts = new Int16Array(pairs);
    prices = new Float64Array(pairs);
    leftHeights = new Int16Array(pairs);
  }
  if (known.length < 2 * mostCells + 2) known = new Int32Array(2 * mostCells + 2);
  known.fill(-1, 0, 2 * mostCells + 2);
  const rightPrices = table.prices(right, columns);
  const leftPrices = left === 0 ? NOTHING : table.prices(left, free);
  const leftLeast = left === 0 ? 0 : table.leastPrice(left, free);
  const rightLeast = table.leastPrice(right, columns);
  let heights = 0;
  for (let rows = leftRange.least; rows <= leftRange.most; rows++) {
    if (rightLeast + leftPrices[rows]! < limit) leftHeights[heights++] = rows;
  }
  let count = 0;
  for (let rightRows = rightRange.least; rightRows <= rightRange.most; rightRows++) {
    const rightPrice = rightPrices[rightRows]!;
    if (rightPrice + leftLeast >= limit) continue;
    const rightLoud = left !== 0 && !table.isQuiet(right, columns, rightRows);
    for (let at = 0; at < heights; at++) {
      const leftRows = leftHeights[at]!;
      const price = rightPrice + leftPrices[leftRows]!;
      if (price >= limit) continue;
      const step = Math.abs(rightRows - leftRows);
      if (step < LEAST_STEP) continue;
      const sum = rightLoud && !table.isQuiet(left, free, leftRows) ? price + clashCost(step) : price;
      const cells = 2 * (columns * rightRows + free * leftRows) + (leftRows > rightRows ? 1 : 0);
      let to = known[cells]!;
      if (to < 0) {
        to = count++;
        known[cells] = to;
      } else if (sum >= prices[to]!) continue;
      rights[to] = rightRows;
      lefts[to] = leftRows;
      prices[to] = sum;
    }
  }
  return { count, rights, lefts, prices };
}

const NO_ROWS = { least: 0, most: 0 };

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
