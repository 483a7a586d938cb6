/**
 * Which rectangles a set of items can fill exactly, and how cheaply: for every subset, width and height the best arrangement
 * by stacking, setting side by side, and letting an article's columns end at two heights over what stands below (bite).
 * Dynamic programming over subsets, after the guillotine layouts of Gange, Marriott and Stuckey (2012).
 */
import { splitCost } from './article-item';
import { type Bite, type BitePair, biteCells, biteColumnsCost, biteHeights } from './bites';
import { COLLISION } from './costs';
import { BLANK, type Flow, type Item, type Tree } from './plan';
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

const LEAF = 1;
const STACK = 2;
const BESIDE = 3;
const BITE = 4;

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

export class ShapeTable {
  private readonly cost: Float32Array;
  private readonly quiet: Uint8Array;
  private readonly how: Uint8Array;
  /** Left or upper subset, its width; item of a bite. Heights of both parts. */
  private readonly parts: Int32Array;
  private readonly heights: Int32Array;
  private readonly low: Int16Array;
  private readonly high: Int16Array;
  /** Least price of a subset at a width, whatever its height. */
  private readonly least: Float32Array;
  /** Adds to every price of a subset, so that another round finds another page. */
  private readonly whim: Float32Array;
  /** Cells that a subset may take so that all others still fit, and so that they still fill the rest. */
  private readonly leastCells: Float64Array;
  private readonly mostCells: Float64Array;
  /** Price of a subset beyond which nothing is kept. */
  private readonly mostPrice: Float64Array;
  readonly full: number;
  /** Pairs of subsets and of heights tried so far, here and at the last cut: what the table has cost, whatever the machine. */
  steps = 0;

  constructor(
    readonly items: readonly Item[],
    readonly columns: number,
    readonly rows: number,
    options: TableOptions,
  ) {
    const { random, whim, room, budget, memory = new TableMemory() } = options;
    this.full = (1 << items.length) - 1;
    const widths = (this.full + 1) * (columns + 1);
    const cells = widths * (rows + 1);
    ({ cost: this.cost, quiet: this.quiet, how: this.how, parts: this.parts, heights: this.heights } = memory.clear(cells));
    this.low = new Int16Array(widths).fill(rows + 1);
    this.high = new Int16Array(widths).fill(-1);
    this.least = new Float32Array(widths).fill(Number.POSITIVE_INFINITY);
    this.whim = new Float32Array(this.full + 1).map(() => random() * whim);
    ({ least: this.leastCells, most: this.mostCells } = cellBounds(items, columns, room));
    this.mostPrice = priceBounds(items, columns, budget === undefined ? undefined : budget + whim * items.length);
    for (let mask = 1; mask < this.full; mask++) for (let width = 1; width <= columns; width++) this.fill(mask, width);
  }

  /** Finds what all items together can fill at a width; until then the table knows only parts of them. */
  complete(width: number): void {
    this.fill(this.full, width);
  }

  /** Cheapest price of these items as this rectangle; infinite when they cannot fill it. */
  price(mask: number, columns: number, rows: number): number {
    return rows < 0 || rows > this.rows ? Number.POSITIVE_INFINITY : this.cost[this.at(mask, columns, rows)]!;
  }

  /** Cheapest prices of these items at a width, by height up to the table's rows. */
  prices(mask: number, columns: number): Float32Array {
    const from = this.at(mask, columns, 0);
    return this.cost.subarray(from, from + this.rows + 1);
  }

  /** Cheapest price of these items at a width, whatever their height. */
  leastPrice(mask: number, columns: number): number {
    return this.least[mask * (this.columns + 1) + columns]!;
  }

  isQuiet(mask: number, columns: number, rows: number): boolean {
    return this.quiet[this.at(mask, columns, rows)] === 1;
  }

  /** Least and greatest height that these items can fill at a width; least > greatest when there is none. */
  heightRange(mask: number, columns: number): { readonly least: number; readonly most: number } {
    const at = mask * (this.columns + 1) + columns;
    return { least: this.low[at]!, most: this.high[at]! };
  }

  /** The arrangement behind a finite price. */
  tree(mask: number, columns: number, rows: number): Tree {
    const at = this.at(mask, columns, rows);
    const parts = this.parts[at]!;
    const heights = this.heights[at]!;
    const size = { columns, rows };
    const subset = parts & 0xfff;
    const other = mask ^ subset;
    const width = (parts >> 12) & 0x1f;
    const first = heights & 0x3ff;
    const second = (heights >> 10) & 0x3ff;
    switch (this.how[at]) {
      case LEAF:
        return this.leaf(parts, heights, size);
      case STACK:
        return { op: 'stack', ...size, first: this.tree(subset, columns, first), second: this.tree(other, columns, second) };
      case BESIDE:
        return { op: 'beside', ...size, first: this.tree(subset, width, rows), second: this.tree(other, columns - width, rows) };
      case BITE: {
        const item = parts >> 17;
        const left = other ^ (1 << item);
        return this.bite({ item, right: subset, left, columns: width, rightRows: first, leftRows: second }, size)!;
      }
    }
    throw new Error('arrange: an arrangement was asked for that does not exist');
  }

  /** A bite as a tree; undefined when its article has no plan for that many cells. */
  bite(bite: Bite, size: { readonly columns: number; readonly rows: number }): Tree | undefined {
    const item = this.items[bite.item]!;
    const free = size.columns - bite.columns;
    const fill = item.flow?.(size.columns)?.best(biteCells(bite, bite.rightRows, bite.leftRows, size.columns, size.rows));
    if (!fill) return undefined;
    const left = bite.left === 0 ? {} : { left: this.tree(bite.left, free, bite.leftRows) };
    const right = this.tree(bite.right, bite.columns, bite.rightRows);
    return { op: 'bite', ...size, item, plan: fill.plan, price: fill.cost, ...left, right };
  }

  private leaf(item: number, shape: number, size: { readonly columns: number; readonly rows: number }): Tree {
    const leaf = this.items[item]!.shapes(size.columns)[shape]!;
    return leaf.tree ?? { op: 'leaf', ...size, item: this.items[item]!, shape: leaf };
  }

  private at(mask: number, columns: number, rows: number): number {
    return (mask * (this.columns + 1) + columns) * (this.rows + 1) + rows;
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

  private offer(
    mask: number,
    width: number,
    rows: number,
    price: number,
    quiet: boolean,
    how: number,
    parts: number,
    heights: number,
  ): void {
    const at = this.at(mask, width, rows);
    if (price >= this.cost[at]! || price > this.mostPrice[mask]!) return;
    this.cost[at] = price;
    this.quiet[at] = quiet ? 1 : 0;
    this.how[at] = how;
    this.parts[at] = parts;
    this.heights[at] = heights;
    const range = mask * (this.columns + 1) + width;
    if (price < this.least[range]!) this.least[range] = price;
    if (rows < this.low[range]!) this.low[range] = rows;
    if (rows > this.high[range]!) this.high[range] = rows;
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
