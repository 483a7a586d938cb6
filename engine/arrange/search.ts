/**
 * Looks for pages: rounds of tables (each a little whimsical, so that each finds something else), their roots, and for each
 * root the turns that make the best page of it. Bounded by counts, never by the clock: a seed always gives the same pages.
 */
import type { GridRect } from '../issue/types';
import { FOOT_CELL } from './costs';
import type { Figure } from './figures';
import { clustered } from './items';
import { countTurns, type Placed, placeTree } from './place';
import type { Item, Tree } from './plan';
import type { Random } from './random';
import { findRoots, type Root } from './roots';
import { type ScoreParts, scorePage, total } from './score';
import { MOST_ITEMS, ShapeTable } from './table';

export interface Candidate {
  readonly placed: readonly Placed[];
  readonly parts: ScoreParts;
  readonly total: number;
  /** Cells left empty at the foot of the area. */
  readonly spare: number;
}

/** The free part of a page. */
export interface Ground {
  readonly area: GridRect;
  readonly regions: readonly GridRect[];
  readonly fixed: readonly Figure[];
}

/** Prices are blurred by up to this much from the second round on. */
const WHIM = 6;
/** Roots of each kind that are looked at closely. */
const ROOTS = 14;
/** Up to so many turns all combinations are tried; beyond, single turns that help, from a few starts. */
const ALL_TURNS = 6;
const TURN_STARTS = 3;

/** Pages for these items, best first; none when they cannot be placed together. Every round costs about the same. */
export function searchPages(items: readonly Item[], ground: Ground, random: Random, rounds: number): Candidate[] {
  if (items.length === 0 || ground.regions.length === 0) return [];
  const found: Candidate[] = [];
  for (let round = 0; round < rounds; round++) {
    found.push(...searchRound(items, ground, random, round === 0 ? 0 : WHIM));
    // Whims change prices, never what fits; only other clusters can.
    if (found.length === 0 && items.length <= MOST_ITEMS) break;
  }
  return found.sort((a, b) => a.total - b.total);
}

function searchRound(items: readonly Item[], ground: Ground, random: Random, whim: number): Candidate[] {
  const columns = Math.max(...ground.regions.map((region) => region.columns));
  const rows = Math.max(...ground.regions.map((region) => region.rows));
  const cells = ground.regions.reduce((sum, region) => sum + region.columns * region.rows, 0);
  const room = { cells, exact: ground.regions.length === 1 };
  const table = new ShapeTable(clustered(items, columns, rows, random), columns, rows, { random, whim, room });
  if (ground.regions.length > 1) return spread(table, ground, random);
  const region = ground.regions[0]!;
  const { roots, height } = rootsBelow(table, region.rows);
  const spare = (region.rows - height) * region.columns;
  return roots.flatMap((root) => turnBest([{ tree: root.tree(), region }], ground, spare, random) ?? []);
}

/** Roots of the full height, or of the greatest height below it that the items can fill. */
function rootsBelow(table: ShapeTable, rows: number): { readonly roots: readonly Root[]; readonly height: number } {
  const exact = findRoots(table, rows, ROOTS);
  if (exact.length > 0) return { roots: exact, height: rows };
  const most = table.mostRows();
  return most <= 0 ? { roots: [], height: 0 } : { roots: findRoots(table, most, ROOTS), height: most };
}

interface Piece {
  readonly tree: Tree;
  readonly region: GridRect;
}

/** Divides the items among several regions: the cheapest division, empty feet of regions counted. */
function spread(table: ShapeTable, ground: Ground, random: Random): Candidate[] {
  const { regions } = ground;
  const size = table.full + 1;
  let price = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  price[0] = 0;
  const chosen = regions.map(() => new Int32Array(size));
  const heights = regions.map((region) => Array.from({ length: size }, (_, mask) => bestHeight(table, mask, region)));
  regions.forEach((_, index) => {
    const next = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    for (let mask = 0; mask < size; mask++) {
      for (let sub = mask; ; sub = (sub - 1) & mask) {
        const sum = price[mask ^ sub]! + heights[index]![sub]!.price;
        if (sum < next[mask]!) {
          next[mask] = sum;
          chosen[index]![mask] = sub;
        }
        if (sub === 0) break;
      }
    }
    price = next;
  });
  if (price[table.full] === Number.POSITIVE_INFINITY) return [];
  const pieces: Piece[] = [];
  let spare = 0;
  let rest = table.full;
  for (let index = regions.length - 1; index >= 0; index--) {
    const sub = chosen[index]![rest]!;
    const { rows } = heights[index]![sub]!;
    const region = regions[index]!;
    if (sub !== 0) pieces.push({ tree: table.tree(sub, region.columns, rows), region });
    spare += (region.rows - rows) * region.columns;
    rest ^= sub;
  }
  return turnBest(pieces, ground, spare, random) ?? [];
}

/** Height at which these items cost a region least; 0 rows for none of them. */
function bestHeight(table: ShapeTable, mask: number, region: GridRect): { readonly rows: number; readonly price: number } {
  let best = { rows: 0, price: mask === 0 ? region.rows * region.columns * FOOT_CELL : Number.POSITIVE_INFINITY };
  for (let rows = 1; mask !== 0 && rows <= region.rows; rows++) {
    const price = table.price(mask, region.columns, rows) + (region.rows - rows) * region.columns * FOOT_CELL;
    if (price < best.price) best = { rows, price };
  }
  return best;
}

/** The best page among the turns of its trees. */
function turnBest(pieces: readonly Piece[], ground: Ground, spare: number, random: Random): Candidate[] | undefined {
  const counts = pieces.map(({ tree }) => countTurns(tree));
  const turns = counts.reduce((sum, count) => sum + count, 0);
  const view = (turned: readonly boolean[]): Candidate | undefined => {
    let from = 0;
    const placed: Placed[] = [];
    for (const [index, { tree, region }] of pieces.entries()) {
      const own = placeTree(tree, region.column, region.row, turned.slice(from, from + counts[index]!));
      if (!own) return undefined;
      placed.push(...own);
      from += counts[index]!;
    }
    const parts = scorePage(placed, ground.fixed, ground.area, spare);
    return { placed, parts, total: total(parts), spare };
  };
  const best = turns <= ALL_TURNS ? everyTurn(turns, view) : climb(turns, view, random);
  return best ? [best] : undefined;
}

type View = (turned: readonly boolean[]) => Candidate | undefined;

function everyTurn(turns: number, view: View): Candidate | undefined {
  let best: Candidate | undefined;
  for (let bits = 0; bits < 1 << turns; bits++) {
    const candidate = view(Array.from({ length: turns }, (_, turn) => (bits & (1 << turn)) !== 0));
    if (candidate && (!best || candidate.total < best.total)) best = candidate;
  }
  return best;
}

function climb(turns: number, view: View, random: Random): Candidate | undefined {
  let best: Candidate | undefined;
  for (let start = 0; start < TURN_STARTS; start++) {
    const turned = Array.from({ length: turns }, () => start > 0 && random() < 0.5);
    let here = view(turned);
    for (let quiet = 0, turn = 0; quiet < turns; turn = (turn + 1) % turns) {
      turned[turn] = !turned[turn];
      const there = view(turned);
      if (there && (!here || there.total < here.total)) {
        here = there;
        quiet = 0;
      } else {
        turned[turn] = !turned[turn];
        quiet++;
      }
    }
    if (here && (!best || here.total < best.total)) best = here;
  }
  return best;
}
