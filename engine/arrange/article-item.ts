/** An article as something to place: its rectangles, and its plans for L-shapes. */

import { articlePlans, type PlanContext } from './article-plans';
import { askedOf } from './content';
import {
  BITE,
  CUT_STORY,
  EMPTY_ARM_ROW,
  FRINGE_ROW,
  HANGING_COLUMN,
  HOLE_CELL,
  LEAST_ROWS_OF_SHORT_TEXT,
  LEAST_TEXT_ROWS,
  LONG_ARM_ROWS,
  LONG_COLUMN_ROW,
  LONG_TEXT_ROWS,
  OVERSET_LINE,
  SHORT_COLUMN_ROW,
  SHORT_TEXT_ROWS,
  SMALL_STEP,
  SMALL_STEP_ROWS,
  TOP_HEAVY_ROW,
} from './costs';
import { type ArticlePlan, type Fill, type Flow, type Item, innerRows, outerRows, type Shape } from './plan';

/** What may be bought when nothing fits exactly. */
export interface Leeway {
  /** Rows at most that a block may be too high, at HOLE_CELL a cell. */
  readonly holeRows: number;
  /** Share of an article's lines that may be overset, at CUT_STORY and OVERSET_LINE a line. */
  readonly overset: number;
}

/**
 * Price of the text columns that a plan leaves, or undefined when they are illegal: too short for text, or a closed column
 * that does not end exactly at the block's foot. The first `split` columns end at row `before` of the block, the others at `after`.
 */
export function columnsCost(plan: ArticlePlan, split: number, before: number, after: number): number | undefined {
  const columns = plan.tops.length;
  const least = leastTextRows(plan);
  let cost = splitCost(columns, split, before, after) + emptyArmCost(plan, split, before, after);
  if (plan.headColumns === columns && plan.head.head !== 'picture')
    cost += Math.max(0, 2 * plan.headRows - Math.max(split > 0 ? before : 0, split < columns ? after : 0)) * TOP_HEAVY_ROW;
  for (let column = 0; column < columns; column++) {
    const rows = (column < split ? before : after) - plan.tops[column]!;
    if (plan.closed[column]) {
      if (rows !== 0) return undefined;
      continue;
    }
    if (rows < least) return undefined;
    if (rows < LEAST_TEXT_ROWS) cost += (LEAST_TEXT_ROWS - rows) * FRINGE_ROW;
    if (rows < SHORT_TEXT_ROWS) cost += (SHORT_TEXT_ROWS - rows) * SHORT_COLUMN_ROW;
    if (rows > LONG_TEXT_ROWS) cost += (rows - LONG_TEXT_ROWS) * LONG_COLUMN_ROW;
  }
  return cost;
}

/** Rows of text that each open column of a plan has at least. */
function leastTextRows({ lines, tops }: ArticlePlan): number {
  return lines < tops.length * LEAST_TEXT_ROWS ? Math.min(LEAST_ROWS_OF_SHORT_TEXT, lines) : LEAST_TEXT_ROWS;
}

/** What the shape of a block costs by itself, when its first `split` columns end at row `before` and the others at `after`. */
export function splitCost(columns: number, split: number, before: number, after: number): number {
  return split < columns && before !== after ? stepCost(before > after ? split : columns - split, Math.abs(before - after)) : 0;
}

/**
 * What text that is too short leaves of the longer arm of an L-shape: columns end on the same row, so that the arm stays empty
 * row by row above what stands below it. A last column that is short by itself is no fault.
 */
function emptyArmCost({ need, tops }: ArticlePlan, split: number, before: number, after: number): number {
  const columns = tops.length;
  if (split === columns || before === after) return 0;
  const arm = before > after ? split : columns - split;
  if (arm === 1 && after > before) return 0;
  const spare = split * before + (columns - split) * after - need;
  return Math.min(Math.max(0, Math.floor(spare / arm)), Math.abs(before - after)) * EMPTY_ARM_ROW;
}

/** Price of an L-shape whose longer arm is so many columns wide and so many rows longer than the other. */
function stepCost(armColumns: number, armRows: number): number {
  const small = armRows < SMALL_STEP_ROWS ? SMALL_STEP : 0;
  const tail = armColumns === 1 && armRows > LONG_ARM_ROWS ? HANGING_COLUMN : 0;
  return BITE + small + tail;
}

/** Price of putting a plan into `cells`, or undefined when it does not go in with this leeway. Short by less than a row is free. */
function fillCost(plan: ArticlePlan, cells: number, leeway: Leeway): number | undefined {
  const columns = plan.tops.length;
  const spare = cells - plan.need;
  if (spare < 0) return -spare <= plan.lines * leeway.overset ? plan.cost + CUT_STORY - spare * OVERSET_LINE : undefined;
  const holes = Math.max(0, spare - (columns - 1));
  return holes <= leeway.holeRows * columns ? plan.cost + holes * HOLE_CELL : undefined;
}

/** All plans of an article by width in columns, each worked out once. */
export type PlansAt = (columns: number) => readonly ArticlePlan[];

/** The plans of an article by its columns, each made when it is first asked for. */
export function plansOf(context: PlanContext): PlansAt {
  const plans: ArticlePlan[][] = [];
  return (columns) => (plans[columns] ??= articlePlans(context, columns));
}

/** The article as an item of at most `most` rows; `plansAt` are its plans, which items with another leeway may share. */
export function createArticleItem(
  context: PlanContext,
  most: number,
  leeway: Leeway,
  mayBite: boolean,
  plansAt = plansOf(context),
): Item {
  const shapes: Shape[][] = [];
  const item: Item = {
    content: { kind: 'article', id: context.article.id },
    rank: context.rank,
    ...askedOf(context.article),
    shapes: (columns) => (shapes[columns] ??= rectangles(plansAt(columns), most, leeway)),
  };
  if (!mayBite) return item;
  const flows: Flow[] = [];
  return { ...item, flow: (columns) => (flows[columns] ??= flowOf(plansAt(columns), columns, most * columns, leeway)) };
}

function rectangles(plans: readonly ArticlePlan[], most: number, leeway: Leeway): Shape[] {
  const best = new Map<number, Shape>();
  for (const plan of plans) {
    const columns = plan.tops.length;
    const least = Math.ceil((plan.need - plan.lines * leeway.overset) / columns);
    const last = Math.min(innerRows(plan, most), Math.ceil(plan.need / columns) + leeway.holeRows);
    for (let inner = Math.max(1, least); inner <= last; inner++) {
      const rows = outerRows(plan, inner);
      const fill = fillCost(plan, inner * columns, leeway);
      const known = best.get(rows);
      if (fill === undefined || (known && known.cost <= fill)) continue;
      const columnCost = columnsCost(plan, columns, inner, inner);
      if (columnCost === undefined || (known && known.cost <= fill + columnCost)) continue;
      const quiet = plan.head.head === 'vertical' || plan.head.head === 'picture' || plan.textColumns > 0;
      best.set(rows, { rows, cost: fill + columnCost, quiet, plan });
    }
  }
  return [...best.values()].sort((a, b) => a.rows - b.rows);
}

/** Keeps for every number of cells the cheapest plan that fills them. Plans with closed columns stay rectangular. */
function flowOf(plans: readonly ArticlePlan[], columns: number, mostCells: number, leeway: Leeway): Flow {
  const table: (Fill | undefined)[] = [];
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  let cheapest = Number.POSITIVE_INFINITY;
  const leastLeft = new Int16Array(columns + 1).fill(NO_ARM);
  const leastRight = new Int16Array(columns + 1).fill(NO_ARM);
  for (const plan of plans) {
    if (plan.closed.some(Boolean) || plan.head.head === 'vertical' || plan.textColumns > 0) continue;
    const from = Math.ceil(plan.need - plan.lines * leeway.overset);
    const to = Math.min(mostCells, plan.need + columns - 1 + leeway.holeRows * columns);
    if (from > to) continue;
    for (let cells = from; cells <= to; cells++) {
      const cost = fillCost(plan, cells, leeway);
      if (cost === undefined) continue;
      const known = table[cells];
      if (!known || cost < known.cost) table[cells] = { plan, cost };
    }
    least = Math.min(least, from);
    most = Math.max(most, to);
    cheapest = Math.min(cheapest, plan.cost);
    shortenArms(plan, leastLeft, leastRight);
  }
  const prices = Float64Array.from({ length: most + 1 }, (_, cells) => table[cells]?.cost ?? Number.POSITIVE_INFINITY);
  return { least, most, cheapest, prices, leastLeft, leastRight, best: (cells) => table[cells] };
}

/** More rows than any page has. */
const NO_ARM = 0x7fff;

/** Lowers the least rows of the first columns and of the others, by the number of the first, to what a plan needs. */
function shortenArms(plan: ArticlePlan, leastLeft: Int16Array, leastRight: Int16Array): void {
  const { tops } = plan;
  const text = leastTextRows(plan);
  let left = 0;
  let right = 0;
  for (let split = 0; split <= tops.length; split++) {
    const other = tops.length - split;
    leastLeft[split] = Math.min(leastLeft[split]!, left);
    leastRight[other] = Math.min(leastRight[other]!, right);
    left = Math.max(left, (tops[split] ?? 0) + text);
    right = Math.max(right, (tops[other - 1] ?? 0) + text);
  }
}
