/** The last cut: every way to divide a whole area among all its items, the cheapest of each kind kept. */
import { columnsCost } from './article-item';
import { type Bite, type BitePair, biteCells, biteColumnsCost, eachBite, LEAST_STEP } from './bites';
import { COLLISION } from './costs';
import { BLANK, type Flow, type Tree } from './plan';
import type { ShapeTable } from './table';

export interface Root {
  readonly price: number;
  tree(): Tree;
}

/** The cheapest few of a stream of roots. */
class Best {
  private roots: Root[] = [];
  private limit = Number.POSITIVE_INFINITY;

  constructor(private readonly keep: number) {}

  /** Roots from this price on are not kept. */
  get bound(): number {
    return this.limit;
  }

  offer(price: number, tree: () => Tree): void {
    if (price >= this.limit) return;
    this.roots.push({ price, tree });
    if (this.roots.length >= this.keep * 4) this.prune();
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
    const price = table.price(table.full, table.columns, rows);
    return price === Number.POSITIVE_INFINITY ? [] : [{ price, tree: () => table.tree(table.full, table.columns, rows) }];
  }
  const cuts = [stacks(table, rows, keep), besides(table, rows, keep), bites(table, rows, keep), wheels(table, rows, keep)];
  return cuts.flat().sort((a, b) => a.price - b.price);
}

/** Every way to part the items in two, each once. */
function* halves(full: number): Iterable<readonly [number, number]> {
  for (let sub = (full - 1) & full; sub > 0; sub = (sub - 1) & full) if ((sub & 1) !== 0) yield [sub, full ^ sub];
}

function stacks(table: ShapeTable, rows: number, keep: number): readonly Root[] {
  const best = new Best(keep);
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

function besides(table: ShapeTable, rows: number, keep: number): readonly Root[] {
  const best = new Best(keep);
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

function bites(table: ShapeTable, rows: number, keep: number): readonly Root[] {
  const best = new Best(keep);
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
  eachBite(table, pair, columns, least - flow.cheapest, (rightRows, leftRows, price) => {
    if (price + flow.cheapest >= least) return;
    const fill = flow.best(biteCells(pair, rightRows, leftRows, columns, rows));
    if (!fill || price + fill.cost >= least) return;
    const columnPrice = biteColumnsCost(fill.plan, pair, rightRows, leftRows, rows);
    if (columnPrice === undefined || price + fill.cost + columnPrice >= least) return;
    least = price + fill.cost + columnPrice;
    chosen = { ...pair, rightRows, leftRows };
  });
  const bite = chosen;
  if (bite) best.offer(least, () => table.bite(bite, { columns, rows })!);
}

/** An article at the left, a part beside it that ends with its right columns, and two parts under them that end at two heights. */
function wheels(table: ShapeTable, rows: number, keep: number): readonly Root[] {
  const best = new Best(keep);
  const { columns } = table;
  for (let item = 0; item < table.items.length; item++) {
    if (!table.items[item]!.flow) continue;
    const rest = table.full ^ (1 << item);
    for (let beside = (rest - 1) & rest; beside > 0; beside = (beside - 1) & rest) {
      const under = rest ^ beside;
      for (let right = (under - 1) & under; right > 0; right = (right - 1) & under) {
        for (let own = 2; own < columns; own++) wheelsOf(table, item, { beside, right, left: under ^ right }, own, rows, best);
      }
    }
  }
  return best.prune();
}

interface WheelParts {
  readonly beside: number;
  readonly right: number;
  readonly left: number;
}

function wheelsOf(table: ShapeTable, item: number, parts: WheelParts, own: number, rows: number, best: Best): void {
  const flow = flowOf(table, item, own);
  if (!flow) return;
  const { columns } = table;
  const besideRange = table.heightRange(parts.beside, columns - own);
  const besideLeast = table.leastPrice(parts.beside, columns - own);
  for (let narrow = 1; narrow < own; narrow++) {
    const under = table.leastPrice(parts.right, columns - narrow) + table.leastPrice(parts.left, narrow);
    if (besideLeast + under + flow.cheapest >= best.bound) continue;
    const rights = table.heightRange(parts.right, columns - narrow);
    const lefts = table.heightRange(parts.left, narrow);
    const from = Math.max(rights.least, rows - BLANK - besideRange.most);
    const to = Math.min(rights.most, rows - BLANK - besideRange.least);
    for (let rightRows = from; rightRows <= to; rightRows++) {
      const besideRows = rows - BLANK - rightRows;
      const price = table.price(parts.right, columns - narrow, rightRows) + table.price(parts.beside, columns - own, besideRows);
      if (price + flow.cheapest >= best.bound) continue;
      const clash = table.isQuiet(parts.beside, columns - own, besideRows) ? 0 : COLLISION;
      for (let leftRows = lefts.least; leftRows <= lefts.most; leftRows++) {
        const sum = price + clash + table.price(parts.left, narrow, leftRows);
        if (sum + flow.cheapest >= best.bound || Math.abs(leftRows - rightRows) < LEAST_STEP) continue;
        const fill = flow.best(own * (rows - BLANK) - narrow * leftRows - (own - narrow) * rightRows);
        if (!fill || sum + fill.cost >= best.bound) continue;
        const columnPrice = columnsCost(fill.plan, narrow, rows - BLANK - leftRows, rows - BLANK - rightRows);
        if (columnPrice === undefined) continue;
        const tree = (): Tree => ({
          op: 'wheel',
          columns,
          rows,
          item: table.items[item]!,
          plan: fill.plan,
          price: fill.cost,
          own,
          beside: table.tree(parts.beside, columns - own, besideRows),
          left: table.tree(parts.left, narrow, leftRows),
          right: table.tree(parts.right, columns - narrow, rightRows),
        });
        best.offer(sum + fill.cost + columnPrice, tree);
      }
    }
  }
}
