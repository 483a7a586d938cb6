/**
 * Which rectangles a set of items can fill exactly, and how cheaply: for every subset, width and height the best arrangement
 * by stacking, setting side by side, and letting an article's columns end at two heights over what stands below (bite).
 * Dynamic programming over subsets, after the guillotine layouts of Gange, Marriott and Stuckey (2012).
 */
import { splitCost } from './article-item';
import { type BitePair, biteCells, biteColumnsCost, biteHeights } from './bites';
import { COLLISION } from './costs';
import { BESIDE, BITE, KnownShapes, LEAF, STACK } from './known-shapes';
import { BLANK, type Flow, type Item } from './plan';
import type { Random } from './random';
import { bitCount, cellBounds, priceBounds, type Room } from './table-bounds';
import { TableMemory } from './table-memory';

/** Items of one table; more are clustered first, since the work grows threefold with each. */
export const MOST_ITEMS = 9;
/** The same for a page on which clusters of that size found no room: little fits, so that most of the work falls away. Subsets have twelve bits. */
export const MOST_ITEMS_OF_TIGHT_PAGE = 12;

/** Items and columns of a part that contains a bite of its own; the last cut of a page knows no such bounds. */
const MOST_BITE_ITEMS = 4;
const LEAST_BITE_WIDTH = 2;
/** What such a bite may cost more than the cheapest rectangle of the same items. */
const BITE_MARGIN = 30;

export interface TableOptions {
  readonly random: Random;
  /** Prices are raised by up to this much, at random. */
  readonly whim: number;
  /** Without it every rectangle of every subset is found, which takes longer. */
  readonly room?: Room;
  /** Of the table before, which is needed no more; its own when absent. */
  readonly memory?: TableMemory;
  /** What a rectangle may cost more than the cheapest shapes of its items by themselves; anything when absent. */
  readonly budget?: number;
}

/** The table as it is made: finds what the items of every subset fill. */
export class ShapeTable extends KnownShapes {
  /** Adds to every price of a subset, so that another round finds another page. */
  private readonly whim: Float32Array;
  /** Cells that a subset may take so that all others still fit, and so that they still fill the rest. */
  private readonly leastCells: Float64Array;
  private readonly mostCells: Float64Array;

  constructor(items: readonly Item[], columns: number, rows: number, options: TableOptions) {
    const { random, whim, room, budget, memory = new TableMemory() } = options;
    super(
      items,
      columns,
      rows,
      priceBounds(items, columns, budget === undefined ? undefined : budget + whim * items.length),
      memory,
    );
    this.whim = new Float32Array(this.full + 1).map(() => random() * whim);
    ({ least: this.leastCells, most: this.mostCells } = cellBounds(items, columns, room));
    for (let mask = 1; mask < this.full; mask++) for (let width = 1; width <= columns; width++) this.fill(mask, width);
  }

  /** Finds what all items together can fill at a width; until then the table knows only parts of them. */
  complete(width: number): void {
    this.fill(this.full, width);
  }

  private fill(mask: number, width: number): void {
    if ((mask & (mask - 1)) === 0) {
      this.fillLeaf(31 - Math.clz32(mask), width);
      return;
    }
    const least = Math.max(1, Math.ceil(this.leastCells[mask]! / width));
    const most = Math.min(this.rows, Math.floor(this.mostCells[mask]! / width));
    if (least > most) return;
    const lowest = mask & -mask;
    this.steps += width << (bitCount(mask) - 1);
    for (let sub = (mask - 1) & mask; sub > 0; sub = (sub - 1) & mask) {
      if ((sub & lowest) === 0) continue;
      this.fillStack(mask, sub, width, least, most);
      for (let left = 1; left < width; left++) this.fillBeside(mask, sub, left, width, least, most);
    }
    if (bitCount(mask) > MOST_BITE_ITEMS) return;
    for (let item = 0; item < this.items.length; item++) {
      if ((mask & (1 << item)) !== 0 && this.items[item]!.flow) this.fillBites(mask, item, width, least, most);
    }
  }

  private fillLeaf(item: number, width: number): void {
    const mask = 1 << item;
    this.items[item]!.shapes(width).forEach((shape, index) => {
      if (shape.rows <= this.rows)
        this.offer(mask, width, shape.rows, shape.cost + this.whim[mask]!, shape.quiet, LEAF, item, index);
    });
  }

  private fillStack(mask: number, sub: number, width: number, least: number, most: number): void {
    const other = mask ^ sub;
    const mostPrice = this.mostPrice[mask]!;
    const leastLower = this.leastPrice(other, width);
    if (this.leastPrice(sub, width) + leastLower > mostPrice) return;
    const upper = this.heightRange(sub, width);
    const lower = this.heightRange(other, width);
    if (upper.least > upper.most || lower.least > lower.most) return;
    this.steps += (upper.most - upper.least + 1) * (lower.most - lower.least + 1);
    const { cost } = this;
    const subAt = this.at(sub, width, 0);
    const otherAt = this.at(other, width, 0);
    const maskAt = this.at(mask, width, 0);
    const whim = this.whim[mask]!;
    for (let first = upper.least; first <= upper.most; first++) {
      const price = cost[subAt + first]! + whim;
      if (price === Number.POSITIVE_INFINITY || price + leastLower > mostPrice) continue;
      const last = Math.min(lower.most, most - BLANK - first);
      for (let second = Math.max(lower.least, least - BLANK - first); second <= last; second++) {
        const sum = price + cost[otherAt + second]!;
        const rows = first + BLANK + second;
        if (sum >= cost[maskAt + rows]!) continue;
        const quiet = this.quiet[subAt + first] === 1 || this.quiet[otherAt + second] === 1;
        this.offer(mask, width, rows, sum, quiet, STACK, sub, first | (second << 10));
      }
    }
  }

  private fillBeside(mask: number, sub: number, left: number, width: number, least: number, most: number): void {
    const other = mask ^ sub;
    if (this.leastPrice(sub, left) + this.leastPrice(other, width - left) > this.mostPrice[mask]!) return;
    const a = this.heightRange(sub, left);
    const b = this.heightRange(other, width - left);
    const last = Math.min(a.most, b.most, most);
    for (let rows = Math.max(a.least, b.least, least); rows <= last; rows++) {
      const aAt = this.at(sub, left, rows);
      const bAt = this.at(other, width - left, rows);
      const sum = this.cost[aAt]! + this.cost[bAt]! + this.whim[mask]!;
      if (sum === Number.POSITIVE_INFINITY) continue;
      const quiet = this.quiet[aAt] === 1 || this.quiet[bAt] === 1;
      this.offer(mask, width, rows, sum + (quiet ? 0 : COLLISION), quiet, BESIDE, sub | (left << 12), rows | (rows << 10));
    }
  }

  private fillBites(mask: number, item: number, width: number, least: number, most: number): void {
    const flow = this.items[item]!.flow!(width);
    if (width < LEAST_BITE_WIDTH || !flow || flow.least > flow.most) return;
    const rest = mask ^ (1 << item);
    const lowest = rest & -rest;
    for (let right = rest; right > 0; right = (right - 1) & rest) {
      if ((right & lowest) === 0) continue;
      for (let columns = 1; columns < width; columns++) {
        this.offerBites(mask, width, least, most, flow, { item, right, left: rest ^ right, columns });
      }
    }
  }

  private offerBites(mask: number, width: number, least: number, most: number, flow: Flow, pair: BitePair): void {
    const mostPrice = this.mostPrice[mask]!;
    const limit = Math.min(this.leastPrice(mask, width) + BITE_MARGIN, mostPrice) - flow.cheapest;
    const left = pair.left === 0 ? 0 : this.leastPrice(pair.left, width - pair.columns);
    if (this.leastPrice(pair.right, pair.columns) + left >= limit) return;
    const { cost } = this;
    const maskAt = this.at(mask, width, 0);
    const { prices } = flow;
    const split = width - pair.columns;
    const leastLeft = flow.leastLeft[split]! + (pair.left === 0 ? 0 : BLANK);
    const leastRight = flow.leastRight[split]! + BLANK;
    const whim = this.whim[mask]!;
    const { count, rights, lefts, prices: partPrices } = biteHeights(this, pair, width, limit);
    for (let at = 0; at < count; at++) {
      const price = partPrices[at]!;
      const rightRows = rights[at]!;
      const leftRows = lefts[at]!;
      const lost = biteCells(pair, rightRows, leftRows, width, 0);
      const last = Math.min(most, Math.floor((flow.most - lost) / width));
      const first = Math.max(least, Math.ceil((flow.least - lost) / width), leftRows + leastLeft, rightRows + leastRight);
      if (first > last) continue;
      // Whatever the height, the step between its columns is the same.
      const known = price + whim + splitCost(width, split, pair.left === 0 ? rightRows + BLANK : rightRows, leftRows);
      if (known + flow.cheapest > mostPrice) continue;
      for (let rows = first; rows <= last; rows++) {
        if (known + prices[width * rows + lost]! >= cost[maskAt + rows]!) continue;
        const fill = flow.best(width * rows + lost)!;
        const columnPrice = biteColumnsCost(fill.plan, pair, rightRows, leftRows, rows);
        if (columnPrice === undefined) continue;
        const parts = pair.right | (pair.columns << 12) | (pair.item << 17);
        const heights = rightRows | (leftRows << 10);
        this.offer(mask, width, rows, price + fill.cost + columnPrice + whim, false, BITE, parts, heights);
      }
    }
  }
}
