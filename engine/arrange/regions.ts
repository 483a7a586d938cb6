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

interface Choice {
  /** Items of a region, and the rows that they fill. */
  readonly mask: number;
  readonly rows: number;
}

/** The cheapest division of all items of a table, empty feet counted; none when they do not find room. */
export function spreadItems(table: ShapeTable, regions: readonly GridRect[]): Division[] {
  const size = table.full + 1;
  let price = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  price[0] = 0;
  const choices: Choice[][] = [];
  for (const region of regions) {
    table.complete(region.columns);
    const fills = Array.from({ length: size }, (_, mask) => bestFill(table, mask, region));
    const next = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    const chosen: Choice[] = [];
    for (let mask = 0; mask < size; mask++) {
      for (let part = mask; part >= 0; part = part === 0 ? -1 : (part - 1) & mask) {
        const sum = price[mask ^ part]! + fills[part]!.price;
        if (sum >= next[mask]!) continue;
        next[mask] = sum;
        chosen[mask] = { mask: part, rows: fills[part]!.rows };
      }
    }
    choices.push(chosen);
    price = next;
  }
  return price[table.full] === Number.POSITIVE_INFINITY ? [] : [collect(table, regions, choices)];
}

function collect(table: ShapeTable, regions: readonly GridRect[], choices: readonly Choice[][]): Division {
  const pieces: Piece[] = [];
  let spare = 0;
  let rest = table.full;
  for (let index = regions.length - 1; index >= 0; index--) {
    const region = regions[index]!;
    const { mask, rows } = choices[index]![rest]!;
    if (mask !== 0) pieces.push({ tree: table.tree(mask, region.columns, rows), region });
    spare += (region.rows - rows) * region.columns;
    rest ^= mask;
  }
  return { pieces, spare };
}

/** Height at which these items, and the foot that they leave, cost a region least; 0 rows for none of them. */
export function bestFill(table: ShapeTable, mask: number, region: GridRect): { readonly rows: number; readonly price: number } {
  let best = { rows: 0, price: mask === 0 ? footCost(region.rows * region.columns) : Number.POSITIVE_INFINITY };
  for (let rows = 1; mask !== 0 && rows <= region.rows; rows++) {
    const price = table.price(mask, region.columns, rows) + footCost((region.rows - rows) * region.columns);
    if (price < best.price) best = { rows, price };
  }
  return best;
}
