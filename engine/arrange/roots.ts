/** The last cut: every way to divide a whole area among all its items, the cheapest of each kind kept. */
import { columnsCost } from './article-item';
import { type Bite, type BitePair, biteCells, biteColumnsCost, biteHeights, LEAST_STEP } from './bites';
import { COLLISION } from './costs';
import { BLANK, type Fill, type Flow, type Tree } from './plan';
import type { ShapeTable } from './table';

export interface Root {
  readonly price: number;
  tree(): Tree;
}

/** What an L-shape at the last cut may cost more than a plain cut: it saves the straight gutter or rule through the page. */
const MARGIN = 30;

/** The cheapest few of a stream of roots. */
class Best {
  private roots: Root[] = [];

  /** Keeps at most so many roots that cost less than `limit`. */
  constructor(
    private readonly keep: number,
    private limit: number,
  ) {}

  /** Roots from this price on are not kept. */
  get bound(): number {
    return this.limit;
  }

  offer(price: number, tree: () => Tree): void {
    if (price >= this.limit) return;
    this.roots.push({ price, tree });
    if (this.roots.length >= this.keep * 2) this.prune();
  }

  prune(): readonly Root[] {
    this.roots.sort((a, b) => a.price - b.price);
    this.roots.length = Math.min(this.roots.length, this.keep);
    if (this.roots.length === this.keep) this.limit = this.roots[this.keep - 1]!.price;
    return this.roots;
  }
}

/** At most `keep` roots of each kind that fill the table's columns × `rows` with all its items, cheapest first. */
export function findRoots(table: ShapeTable, rows: number, keep: number): Root[] {
  if (table.items.length === 1) {
    table.complete(table.columns);
    const price = table.price(table.full, table.columns, rows);
    return price === Number.POSITIVE_INFINITY ? [] : [{ price, tree: () => table.tree(table.full, table.columns, rows) }];
  }
  const roots: Root[] = [];
  let limit = Number.POSITIVE_INFINITY;
  for (const cuts of [stacks, besides, bites, wheels]) {
    const found = cuts(table, rows, new Best(keep, limit));
    roots.push(...found);
    if (found.length > 0) limit = Math.min(limit, found[0]!.price + MARGIN);
  }
  return roots.sort((a, b) => a.price - b.price);
}

/** Every way to part the items in two, each once. */
function* halves(full: number): Iterable<readonly [number, number]> {
  for (let sub = (full - 1) & full; sub > 0; sub = (sub - 1) & full) if ((sub & 1) !== 0) yield [sub, full ^ sub];
}

function stacks(table: ShapeTable, rows: number, best: Best): readonly Root[] {
  const { columns } = table;
  for (const [upper, lower] of halves(table.full)) {
    const { least, most } = table.heightRange(upper, columns);
    for (let first = least; first <= Math.min(most, rows - BLANK - 1); first++) {
      const second = rows - BLANK - first;
      const price = table.price(upper, columns, first) + table.price(lower, columns, second);
      if (price === Number.POSITIVE_INFINITY) continue;
      const tree = (): Tree => ({
        op: 'stack',
        columns,
        rows,
        first: table.tree(upper, columns, first),
        second: table.tree(lower, columns, second),
      });
      best.offer(price, tree);
    }
  }
  return best.prune();
}

function besides(table: ShapeTable, rows: number, best: Best): readonly Root[] {
  const { columns } = table;
  for (const [one, other] of halves(table.full)) {
    for (let width = 1; width < columns; width++) {
      const price = table.price(one, width, rows) + table.price(other, columns - width, rows);
      if (price === Number.POSITIVE_INFINITY) continue;
      const tree = (): Tree => ({
        op: 'beside',
        columns,
        rows,
        first: table.tree(one, width, rows),
        second: table.tree(other, columns - width, rows),
      });
      best.offer(price, tree);
    }
  }
  return best.prune();
}

function flowOf(table: ShapeTable, item: number, columns: number): Flow | undefined {
  const flow = table.items[item]!.flow?.(columns);
  return flow && flow.least <= flow.most ? flow : undefined;
}

function bites(table: ShapeTable, rows: number, best: Best): readonly Root[] {
  const { columns } = table;
  for (let item = 0; item < table.items.length; item++) {
    const flow = flowOf(table, item, columns);
    if (!flow) continue;
    const rest = table.full ^ (1 << item);
    for (let right = rest; right > 0; right = (right - 1) & rest) {
      if ((right & rest & -rest) === 0) continue;
      for (let width = 1; width < columns; width++) {
        bitesOf(table, { item, right, left: rest ^ right, columns: width }, rows, flow, best);
      }
    }
  }
  return best.prune();
}

/** Of all pairs of heights the cheapest only: the others are hardly different pages. */
function bitesOf(table: ShapeTable, pair: BitePair, rows: number, flow: Flow, best: Best): void {
  const { columns } = table;
  let chosen: Bite | undefined;
  let least = best.bound;
  const parts =
    table.leastPrice(pair.right, pair.columns) + (pair.left === 0 ? 0 : table.leastPrice(pair.left, columns - pair.columns));
  if (parts + flow.cheapest >= least) return;
  const { count, rights, lefts, prices } = biteHeights(table, pair, columns, least - flow.cheapest);
  for (let at = 0; at < count; at++) {
    const price = prices[at]!;
    if (price + flow.cheapest >= least) continue;
    const rightRows = rights[at]!;
    const leftRows = lefts[at]!;
    const fill = flow.best(biteCells(pair, rightRows, leftRows, columns, rows));
    if (!fill || price + fill.cost >= least) continue;
    const columnPrice = biteColumnsCost(fill.plan, pair, rightRows, leftRows, rows);
    if (columnPrice === undefined || price + fill.cost + columnPrice >= least) continue;
    least = price + fill.cost + columnPrice;
    chosen = { ...pair, rightRows, leftRows };
  }
  const bite = chosen;
  if (bite) best.offer(least, () => table.bite(bite, { columns, rows })!);
}

/** An article at the left, a part beside it that ends with its right columns, and two parts under them that end at two heights. */
function wheels(table: ShapeTable, rows: number, best: Best): readonly Root[] {
  for (let item = 0; item < table.items.length; item++) {
    if (!table.items[item]!.flow) continue;
    const rest = table.full ^ (1 << item);
    for (let own = 2; own < table.columns; own++) {
      const flow = flowOf(table, item, own);
      if (flow) wheelsBeside(table, item, rest, own, flow, rows, best);
    }
  }
  return best.prune();
}

/** Wheels around an article of `own` columns. */
function wheelsBeside(table: ShapeTable, item: number, rest: number, own: number, flow: Flow, rows: number, best: Best): void {
  const { columns } = table;
  for (let beside = (rest - 1) & rest; beside > 0; beside = (beside - 1) & rest) {
    const besidePrice = table.leastPrice(beside, columns - own) + flow.cheapest;
    if (besidePrice >= best.bound) continue;
    const under = rest ^ beside;
    for (let right = (under - 1) & under; right > 0; right = (right - 1) & under) {
      const left = under ^ right;
      for (let narrow = 1; narrow < own; narrow++) {
        const parts = table.leastPrice(right, columns - narrow) + table.leastPrice(left, narrow);
        // Most wheels end here: nothing may be made for them.
        if (besidePrice + parts < best.bound) wheelsOf(table, { item, beside, right, left, own, narrow }, flow, rows, best);
      }
    }
  }
}

interface WheelParts {
  readonly item: number;
  /** Subsets. */
  readonly beside: number;
  readonly right: number;
  readonly left: number;
  /** Columns of the article, and of the left part under it. */
  readonly own: number;
  readonly narrow: number;
}

/** Of all pairs of heights the cheapest only. */
function wheelsOf(table: ShapeTable, parts: WheelParts, flow: Flow, rows: number, best: Best): void {
  const { beside, right, left, own, narrow } = parts;
  const { columns } = table;
  let least = best.bound - flow.cheapest;
  let chosen: { readonly rightRows: number; readonly leftRows: number; readonly fill: Fill } | undefined;
  const besideRange = table.heightRange(beside, columns - own);
  const rights = table.heightRange(right, columns - narrow);
  const lefts = table.heightRange(left, narrow);
  const first = Math.max(rights.least, rows - BLANK - besideRange.most);
  const last = Math.min(rights.most, rows - BLANK - besideRange.least);
  if (first > last || lefts.least > lefts.most) return;
  table.steps += (last - first + 1) * (lefts.most - lefts.least + 1);
  for (let rightRows = first; rightRows <= last; rightRows++) {
    const besideRows = rows - BLANK - rightRows;
    const price = table.price(right, columns - narrow, rightRows) + table.price(beside, columns - own, besideRows);
    if (price >= least) continue;
    const clash = table.isQuiet(beside, columns - own, besideRows) ? 0 : COLLISION;
    // Cells of the article if nothing stood under its left columns; only some heights there suit its plans.
    const cells = own * (rows - BLANK) - (own - narrow) * rightRows;
    const to = Math.min(lefts.most, Math.floor((cells - flow.least) / narrow));
    for (let leftRows = Math.max(lefts.least, Math.ceil((cells - flow.most) / narrow)); leftRows <= to; leftRows++) {
      const sum = price + clash + table.price(left, narrow, leftRows);
      if (sum >= least || Math.abs(leftRows - rightRows) < LEAST_STEP) continue;
      if (sum + flow.prices[cells - narrow * leftRows]! - flow.cheapest >= least) continue;
      const fill = flow.best(cells - narrow * leftRows);
      const columnPrice = fill && columnsCost(fill.plan, narrow, rows - BLANK - leftRows, rows - BLANK - rightRows);
      if (!fill || columnPrice === undefined || sum + fill.cost + columnPrice - flow.cheapest >= least) continue;
      least = sum + fill.cost + columnPrice - flow.cheapest;
      chosen = { rightRows, leftRows, fill };
    }
  }
  const wheel = chosen;
  if (wheel) best.offer(least + flow.cheapest, () => wheelTree(table, parts, rows, wheel));
}

function wheelTree(
  table: ShapeTable,
  { item, beside, right, left, own, narrow }: WheelParts,
  rows: number,
  { rightRows, leftRows, fill }: { readonly rightRows: number; readonly leftRows: number; readonly fill: Fill },
): Tree {
  const { columns } = table;
  return {
    op: 'wheel',
    columns,
    rows,
    item: table.items[item]!,
    plan: fill.plan,
    price: fill.cost,
    own,
    beside: table.tree(beside, columns - own, rows - BLANK - rightRows),
    left: table.tree(left, narrow, leftRows),
    right: table.tree(right, columns - narrow, rightRows),
  };
}
