/** Divides a page's items among the free rectangles around locked blocks. */
import type { GridRect } from '../issue/types';
import { footCost } from './costs';
import type { Tree } from './plan';
import type { ShapeTable } from './table';

/** A part of the page and how it is filled. */
export interface Piece {
  readonly tree: Tree;
  readonly region: GridRect;
}

export interface Division {
  readonly pieces: readonly Piece[];
  /** Cells that stay empty at the feet of the regions. */
  readonly spare: number;
}

/** For every subset of the items the height at which it, and the foot that it leaves, cost a rectangle least. */
interface Fills {
  readonly prices: Float64Array;
  readonly heights: Int16Array;
}

/** Spreads the items of one table over rectangles; what fills a size of rectangle is worked out once. */
export class Spreader {
  private readonly known = new Map<number, Fills>();

  constructor(private readonly table: ShapeTable) {}

  /** Price of the cheapest division of all items among rectangles, empty feet counted; infinite when they find no room. */
  price(regions: readonly GridRect[]): number {
    return this.upTo(regions, regions.length)[this.table.full]!;
  }

  /** That division; the price must be finite. */
  divide(regions: readonly GridRect[]): Division {
    const pieces: Piece[] = [];
    let spare = 0;
    let rest = this.table.full;
    for (let index = regions.length - 1; index >= 0; index--) {
      const region = regions[index]!;
      const { prices, heights } = this.fills(region);
      const before = this.upTo(regions, index);
      let mask = 0;
      let least = Number.POSITIVE_INFINITY;
      for (let part = rest; part >= 0; part = part === 0 ? -1 : (part - 1) & rest) {
        const sum = before[rest ^ part]! + prices[part]!;
        if (sum >= least) continue;
        least = sum;
        mask = part;
      }
      const rows = heights[mask]!;
      if (mask !== 0) pieces.push({ tree: this.table.tree(mask, region.columns, rows), region });
      spare += (region.rows - rows) * region.columns;
      rest ^= mask;
    }
    return { pieces, spare };
  }

  /** Least price of every subset over the first `count` rectangles. */
  private upTo(regions: readonly GridRect[], count: number): Float64Array {
    const { full } = this.table;
    let price = new Float64Array(full + 1).fill(Number.POSITIVE_INFINITY);
    price[0] = 0;
    for (let index = 0; index < count; index++) {
      const { prices } = this.fills(regions[index]!);
      if (index === 0) {
        price = prices.slice();
        continue;
      }
      const next = new Float64Array(full + 1).fill(Number.POSITIVE_INFINITY);
      for (let mask = index === regions.length - 1 ? full : 0; mask <= full; mask++) {
        let least = Number.POSITIVE_INFINITY;
        for (let part = mask; part >= 0; part = part === 0 ? -1 : (part - 1) & mask) {
          const sum = price[mask ^ part]! + prices[part]!;
          if (sum < least) least = sum;
        }
        next[mask] = least;
      }
      price = next;
    }
    return price;
  }

  private fills({ columns, rows }: GridRect): Fills {
    const key = columns * 4096 + rows;
    const known = this.known.get(key);
    if (known) return known;
    const { table } = this;
    table.complete(columns);
    const feet = Float64Array.from({ length: rows + 1 }, (_, height) => footCost((rows - height) * columns));
    const prices = new Float64Array(table.full + 1).fill(Number.POSITIVE_INFINITY);
    const heights = new Int16Array(table.full + 1);
    prices[0] = feet[0]!;
    for (let mask = 1; mask <= table.full; mask++) {
      const own = table.prices(mask, columns);
      const { least, most } = table.heightRange(mask, columns);
      for (let height = least; height <= Math.min(most, rows); height++) {
        const price = own[height]! + feet[height]!;
        if (price >= prices[mask]!) continue;
        prices[mask] = price;
        heights[mask] = height;
      }
    }
    const fills = { prices, heights };
    this.known.set(key, fills);
    return fills;
  }
}

/** Height at which all items of a table, and the foot that they leave, cost a region least; 0 rows when they find no room. */
export function bestHeight(table: ShapeTable, region: GridRect): number {
  let best = { rows: 0, price: Number.POSITIVE_INFINITY };
  for (let rows = 1; rows <= region.rows; rows++) {
    const price = table.price(table.full, region.columns, rows) + footCost((region.rows - rows) * region.columns);
    if (price < best.price) best = { rows, price };
  }
  return best.rows;
}
