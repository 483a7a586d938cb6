/**
 * What is known about the rectangles that the subsets of a page's items fill: for every subset, width and height the price of
 * the best arrangement found so far, and how to make it.
 */
import { type Bite, biteCells } from './bites';
import type { Item, Tree } from './plan';
import type { TableMemory } from './table-memory';

/** How an arrangement is made. */
export const LEAF = 1;
export const STACK = 2;
export const BESIDE = 3;
export const BITE = 4;

/** The table as it is read; `ShapeTable` fills it. Subsets are bit masks of items, of at most twelve. */
export class KnownShapes {
  protected readonly cost: Float32Array;
  protected readonly quiet: Uint8Array;
  private readonly how: Uint8Array;
  /** Left or upper subset, its width; item of a bite. Heights of both parts. */
  private readonly parts: Int32Array;
  private readonly heights: Int32Array;
  private readonly low: Int16Array;
  private readonly high: Int16Array;
  /** Least price of a subset at a width, whatever its height. */
  private readonly least: Float32Array;
  readonly full: number;
  /** Pairs of subsets and of heights tried so far, here and at the last cut: what the table has cost, whatever the machine. */
  steps = 0;

  constructor(
    readonly items: readonly Item[],
    readonly columns: number,
    readonly rows: number,
    /** Price of each subset beyond which nothing is kept. */
    protected readonly mostPrice: Float64Array,
    memory: TableMemory,
  ) {
    this.full = (1 << items.length) - 1;
    const widths = (this.full + 1) * (columns + 1);
    const cells = widths * (rows + 1);
    ({ cost: this.cost, quiet: this.quiet, how: this.how, parts: this.parts, heights: this.heights } = memory.clear(cells));
    this.low = new Int16Array(widths).fill(rows + 1);
    this.high = new Int16Array(widths).fill(-1);
    this.least = new Float32Array(widths).fill(Number.POSITIVE_INFINITY);
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

  protected at(mask: number, columns: number, rows: number): number {
    return (mask * (this.columns + 1) + columns) * (this.rows + 1) + rows;
  }

  /** Keeps an arrangement of these items as this rectangle, where it is cheaper than what is known. */
  protected offer(
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
}
