/**
 * Looks for pages: rounds of tables (each a little whimsical, so that each finds something else), their roots, and for each
 * root the turns that make the best page of it. Bounded by counts, never by the clock: a seed always gives the same pages.
 */
import type { GridRect } from '../issue/types';
import { footCost } from './costs';
import { cellsOf } from './divisions';
import { tuneHeads } from './head-sizes';
import { clustered, comfortableCells } from './items';
import { countTurns, holeCells, type Placed, placeTree } from './place';
import { BLANK, type Item } from './plan';
import type { Random } from './random';
import { bestHeight, type Division, type Piece, Spreader } from './regions';
import { findRoots, type Root } from './roots';
import { type ScoreParts, type Setting, scorePage, total } from './score';
import { MOST_ITEMS, MOST_ITEMS_OF_TIGHT_PAGE, ShapeTable } from './table';
import type { Room } from './table-bounds';
import { TableMemory } from './table-memory';

export interface Candidate {
  readonly placed: readonly Placed[];
  readonly parts: ScoreParts;
  readonly total: number;
  /** Cells left empty at the foot of the area, and inside blocks. */
  readonly spare: number;
  readonly holes: number;
}

/** The free part of a page. */
export interface Ground extends Setting {
  /** Ways to divide it into rectangles; a single one with a single rectangle when nothing is locked, none when all is. */
  readonly divisions: readonly (readonly GridRect[])[];
}

/** Cells that a page has for its items at most. */
export function roomOf({ divisions }: Ground): number {
  return Math.max(0, ...divisions.map(cellsOf));
}

/** The same with the blank row below each rectangle, which a block that ends there does not need. */
export function blankRoomOf({ divisions }: Ground): number {
  return Math.max(0, ...divisions.map((regions) => cellsOf(regions) + BLANK * widthOf(regions)));
}

function widthOf(regions: readonly GridRect[]): number {
  return regions.reduce((sum, { columns }) => sum + columns, 0);
}

/** Prices are blurred by up to this much from the second round on. */
const WHIM = 6;
/** Share of a region from which on items may fill it without looking stretched. */
const FILLABLE = 0.8;
/** Roots of each kind that are looked at closely. */
const ROOTS = 14;
/**
 * Divisions around locked blocks that are looked at closely, and what pricing one costs by the rectangle and by the pair of a
 * set of items and a part of it, in steps of tables.
 */
const SPREADS = 32;
const SPREAD_STEP = 1 / 4;
/** Up to so many turns all combinations are tried; beyond, single turns that help, from a few starts. */
const ALL_TURNS = 6;
const TURN_STARTS = 3;

/** Steps of tables after which a page is no longer bettered: about a fifth of a second's work, whatever the machine. */
const EFFORT = 9_000_000;
/** Steps after which a tight page is no longer searched with everything apart. */
const TIGHT_EFFORT = 3 * EFFORT;

/** Items of one table for the page that comes first: a ninth of the work that the next ones take. */
const MOST_ITEMS_IN_HASTE = MOST_ITEMS - 2;

/** What the search for a page has cost so far, and where its tables stand, of which only the last is in use. */
export class Effort {
  steps = 0;
  readonly memory = new TableMemory();

  /** In haste the first page found will do, and more of its items move as one. */
  constructor(private readonly isHasty = false) {}

  /** Whether a page that was found is no longer bettered. */
  get isSpent(): boolean {
    return this.isHasty || this.steps > EFFORT;
  }

  /** Items of one table as long as pages are found so. */
  get mostItems(): number {
    return this.isHasty ? MOST_ITEMS_IN_HASTE : MOST_ITEMS;
  }
}

/**
 * Pages for these items, best first; none when they cannot be placed together. Every round costs about the same. Pages that
 * cost more than the best by `worthALook` are not looked at closely.
 */
export function searchPages(
  items: readonly Item[],
  ground: Ground,
  random: Random,
  rounds: number,
  effort: Effort,
  worthALook: number,
): Candidate[] {
  if (items.length === 0 || ground.divisions.length === 0) return [];
  const found: Candidate[] = [];
  let most = effort.mostItems;
  for (let round = 0; round < rounds; round++) {
    found.push(...searchRound(items, ground, random, round === 0 ? 0 : WHIM, effort, worthALook, most));
    if (found.length > 0 && effort.isSpent) break;
    if (found.length > 0) continue;
    // Whims change prices, never what fits; only fewer or other clusters can.
    if (items.length <= most || effort.steps > TIGHT_EFFORT) break;
    most = MOST_ITEMS_OF_TIGHT_PAGE;
  }
  return found.sort((a, b) => a.total - b.total);
}

function searchRound(
  items: readonly Item[],
  ground: Ground,
  random: Random,
  whim: number,
  effort: Effort,
  worthALook: number,
  mostItems: number,
): Candidate[] {
  const { area, divisions } = ground;
  const tables: ShapeTable[] = [];
  const tableFor: TableFor = (columns, rows, room, budget) => {
    const own = clustered(items, columns, rows, random, mostItems);
    const table = new ShapeTable(own, columns, rows, { random, whim, room, budget, memory: effort.memory });
    tables.push(table);
    return table;
  };
  const [only] = divisions;
  const isOne = divisions.length === 1 && only!.length === 1;
  const ways = isOne
    ? fillRegion(tableFor, items, only![0]!, mostItems > MOST_ITEMS)
    : spread(tableFor, divisions, area, roomOf(ground));
  for (const { steps } of tables) effort.steps += steps;
  const found: Candidate[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const { pieces, spare } of ways) {
    const best = turnBest(pieces, ground, spare, random, least + worthALook);
    if (!best) continue;
    found.push(best);
    least = Math.min(least, best.total);
  }
  return found;
}

/** The cheapest ways to spread the items around locked blocks; what a division loses of the free part counts as empty. */
function spread(
  tableFor: TableFor,
  divisions: readonly (readonly GridRect[])[],
  { columns }: GridRect,
  room: number,
): Division[] {
  const rows = Math.max(...divisions.flat().map((region) => region.rows));
  const table = tableFor(columns, rows, { cells: room, exact: false }, Number.POSITIVE_INFINITY);
  const spreader = new Spreader(table);
  const pairs = 3 ** Math.log2(table.full + 1);
  const priced = divisions.map((regions) => {
    table.steps += Math.round(regions.length * pairs * SPREAD_STEP);
    return { regions, price: spreader.price(regions) + footCost(room - cellsOf(regions)) };
  });
  const fit = priced.filter(({ price }) => price < Number.POSITIVE_INFINITY).sort((a, b) => a.price - b.price);
  return fit.slice(0, SPREADS).map(({ regions }) => {
    const { pieces, spare } = spreader.divide(regions);
    return { pieces, spare: spare + room - cellsOf(regions) };
  });
}

type TableFor = (columns: number, rows: number, room: Room, budget: number) => ShapeTable;

/** What a page may cost more than its items would by themselves: nearly every good one costs less, and the tables stay small. */
const BUDGET = 45;
/** Fewer items make small tables anyway, and seldom fit so well. */
const LEAST_ITEMS_OF_BUDGET = 7;

/** What is found within the budget; where nothing is, at any price, as at once for items that hardly fit. */
function affordable<T>(items: number, isTight: boolean, find: (budget: number) => T[]): T[] {
  const found = items < LEAST_ITEMS_OF_BUDGET || isTight ? [] : find(BUDGET);
  return found.length > 0 ? found : find(Number.POSITIVE_INFINITY);
}

/**
 * Divisions of the full height, unless the items are far too few for it; and where those are dearer than a row left empty,
 * divisions of the height that costs least with the foot below it.
 */
function fillRegion(tableFor: TableFor, items: readonly Item[], region: GridRect, isTight: boolean): Division[] {
  const { columns, rows } = region;
  const comfortable = items.reduce((sum, item) => sum + comfortableCells(item, columns), 0);
  const cells = columns * rows;
  const fill = (budget: number) => findRoots(tableFor(columns, rows, { cells, exact: true }, budget), rows, ROOTS);
  const exact = comfortable < cells * FILLABLE ? [] : affordable(items.length, isTight, fill);
  const full = exact.map((root) => division(root, region, rows));
  if (exact.length > 0 && exact[0]!.price <= footCost(columns)) return full;
  const most = Math.min(rows, Math.ceil(comfortable / columns));
  const below = (height: number) =>
    affordable(items.length, isTight, (budget) => divisionsBelow(tableFor, region, height, budget));
  const lower = below(most);
  return lower.length === 0 && exact.length === 0 && most < rows ? below(rows) : [...full, ...lower];
}

/** Divisions of the height up to `most` that costs least, if it leaves a foot. */
function divisionsBelow(tableFor: TableFor, region: GridRect, most: number, budget: number): Division[] {
  const table = tableFor(region.columns, most, { cells: most * region.columns, exact: false }, budget);
  table.complete(region.columns);
  const rows = bestHeight(table, region);
  return rows === 0 || rows === region.rows ? [] : findRoots(table, rows, ROOTS).map((root) => division(root, region, rows));
}

function division(root: Root, region: GridRect, height: number): Division {
  return { pieces: [{ tree: root.tree(), region }], spare: (region.rows - height) * region.columns };
}

/** The best page among the turns of its trees; none when what no turn changes costs more than `limit` already. */
function turnBest(pieces: readonly Piece[], ground: Ground, spare: number, random: Random, limit: number): Candidate | undefined {
  const counts = pieces.map(({ tree }) => countTurns(tree));
  const turns = counts.reduce((sum, count) => sum + count, 0);
  const view: View = (turned, most) => {
    let from = 0;
    const placed: Placed[] = [];
    for (const [index, { tree, region }] of pieces.entries()) {
      const own = placeTree(tree, region.column, region.row, turned.slice(from, from + counts[index]!));
      if (!own) return undefined;
      placed.push(...own);
      from += counts[index]!;
    }
    return scored(placed, ground, spare, most);
  };
  const first = view([], Number.POSITIVE_INFINITY);
  if (first && first.parts.shapes! + first.parts.foot! > limit) return undefined;
  const best = turns <= ALL_TURNS ? everyTurn(turns, view, first) : climb(turns, view, random);
  const byWeight = !ground.rulesOff.has('headline-weight');
  return best && scored(tuneHeads(best.placed, ground.fixed, byWeight), ground, spare, Number.POSITIVE_INFINITY);
}

/** A page with its price; undefined when that is more than `most`. */
function scored(placed: readonly Placed[], ground: Ground, spare: number, most: number): Candidate | undefined {
  const parts = scorePage(placed, ground, spare, most);
  if (!parts) return undefined;
  const holes = placed.reduce((sum, one) => sum + holeCells(one), 0);
  return { placed, parts, total: total(parts), spare, holes };
}

/** The page with these turns; undefined when they are impossible, or it costs more than `most`. */
type View = (turned: readonly boolean[], most: number) => Candidate | undefined;

/** `unturned` is the page without any. */
function everyTurn(turns: number, view: View, unturned: Candidate | undefined): Candidate | undefined {
  let best = unturned;
  for (let bits = 1; bits < 1 << turns; bits++) {
    const turned = Array.from({ length: turns }, (_, turn) => (bits & (1 << turn)) !== 0);
    const candidate = view(turned, best?.total ?? Number.POSITIVE_INFINITY);
    if (candidate && (!best || candidate.total < best.total)) best = candidate;
  }
  return best;
}

function climb(turns: number, view: View, random: Random): Candidate | undefined {
  let best: Candidate | undefined;
  for (let start = 0; start < TURN_STARTS; start++) {
    const turned = Array.from({ length: turns }, () => start > 0 && random() < 0.5);
    let here = view(turned, Number.POSITIVE_INFINITY);
    for (let quiet = 0, turn = 0; quiet < turns; turn = (turn + 1) % turns) {
      turned[turn] = !turned[turn];
      const there = view(turned, here?.total ?? Number.POSITIVE_INFINITY);
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
