/**
 * Looks for pages: rounds of tables (each a little whimsical, so that each finds something else), their roots, and for each
 * root the turns that make the best page of it. Bounded by counts, never by the clock: a seed always gives the same pages.
 */
import type { GridRect } from '../issue/types';
import { footCost } from './costs';
import { tuneHeads } from './head-sizes';
import { clustered, comfortableCells } from './items';
import { countTurns, holeCells, type Placed, placeTree } from './place';
import type { Item } from './plan';
import type { Random } from './random';
import { bestFill, type Division, type Piece, spreadItems } from './regions';
import { findRoots, type Root } from './roots';
import { type ScoreParts, type Setting, scorePage, total } from './score';
import { MOST_ITEMS, type Room, ShapeTable } from './table';

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

function cellsOf(regions: readonly GridRect[]): number {
  return regions.reduce((sum, { columns, rows }) => sum + columns * rows, 0);
}

/** Prices are blurred by up to this much from the second round on. */
const WHIM = 6;
/** Share of a region from which on items may fill it without looking stretched. */
const FILLABLE = 0.8;
/** Roots of each kind that are looked at closely. */
const ROOTS = 14;
/** Up to so many turns all combinations are tried; beyond, single turns that help, from a few starts. */
const ALL_TURNS = 6;
const TURN_STARTS = 3;

/** Steps of tables after which a page is no longer bettered: about a third of a second's work, whatever the machine. */
const EFFORT = 40_000_000;

/** What the search for a page has cost so far. */
export class Effort {
  steps = 0;

  get isSpent(): boolean {
    return this.steps > EFFORT;
  }
}

/** Pages for these items, best first; none when they cannot be placed together. Every round costs about the same. */
export function searchPages(items: readonly Item[], ground: Ground, random: Random, rounds: number, effort: Effort): Candidate[] {
  const { divisions } = ground;
  if (items.length === 0 || divisions.length === 0) return [];
  const found: Candidate[] = [];
  for (let round = 0; round < Math.max(rounds, divisions.length); round++) {
    const regions = divisions[round % divisions.length]!;
    found.push(...searchRound(items, ground, regions, random, round === 0 ? 0 : WHIM, effort));
    if (found.length > 0 && effort.isSpent) break;
    // Whims change prices, never what fits; only another division or other clusters can.
    if (found.length === 0 && items.length <= MOST_ITEMS && round + 1 >= divisions.length) break;
  }
  return found.sort((a, b) => a.total - b.total);
}

function searchRound(
  items: readonly Item[],
  ground: Ground,
  regions: readonly GridRect[],
  random: Random,
  whim: number,
  effort: Effort,
): Candidate[] {
  const columns = Math.max(...regions.map((region) => region.columns));
  const cells = cellsOf(regions);
  const tables: ShapeTable[] = [];
  const tableFor: TableFor = (rows, room) => {
    const table = new ShapeTable(clustered(items, columns, rows, random), columns, rows, { random, whim, room });
    tables.push(table);
    return table;
  };
  const comfortable = items.reduce((sum, item) => sum + comfortableCells(item, columns), 0);
  const divisions =
    regions.length > 1
      ? spreadItems(tableFor(Math.max(...regions.map(({ rows }) => rows)), { cells, exact: false }), regions)
      : fillRegion(tableFor, regions[0]!, comfortable);
  for (const { steps } of tables) effort.steps += steps;
  // Slivers that a division cannot use count as empty.
  const slivers = roomOf(ground) - cells;
  return divisions.flatMap(({ pieces, spare }) => turnBest(pieces, ground, slivers + spare, random) ?? []);
}

type TableFor = (rows: number, room: Room) => ShapeTable;

/**
 * Divisions of the full height, unless the items are far too few for it; and where those are dearer than a row left empty,
 * divisions of the height that costs least with the foot below it.
 */
function fillRegion(tableFor: TableFor, region: GridRect, comfortable: number): Division[] {
  const { columns, rows } = region;
  const cells = columns * rows;
  const exact = comfortable < cells * FILLABLE ? [] : findRoots(tableFor(rows, { cells, exact: true }), rows, ROOTS);
  const full = exact.map((root) => division(root, region, rows));
  if (exact.length > 0 && exact[0]!.price <= footCost(columns)) return full;
  const most = Math.min(rows, Math.ceil(comfortable / columns));
  const lower = divisionsBelow(tableFor, region, most);
  return lower.length === 0 && exact.length === 0 && most < rows ? divisionsBelow(tableFor, region, rows) : [...full, ...lower];
}

/** Divisions of the height up to `most` that costs least, if it leaves a foot. */
function divisionsBelow(tableFor: TableFor, region: GridRect, most: number): Division[] {
  const table = tableFor(most, { cells: most * region.columns, exact: false });
  table.complete(region.columns);
  const { rows } = bestFill(table, table.full, region);
  return rows === 0 || rows === region.rows ? [] : findRoots(table, rows, ROOTS).map((root) => division(root, region, rows));
}

function division(root: Root, region: GridRect, height: number): Division {
  return { pieces: [{ tree: root.tree(), region }], spare: (region.rows - height) * region.columns };
}

/** The best page among the turns of its trees. */
function turnBest(pieces: readonly Piece[], ground: Ground, spare: number, random: Random): Candidate | undefined {
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
    return scored(placed, ground, spare);
  };
  const best = turns <= ALL_TURNS ? everyTurn(turns, view) : climb(turns, view, random);
  return best && scored(tuneHeads(best.placed, ground.fixed), ground, spare);
}

function scored(placed: readonly Placed[], ground: Ground, spare: number): Candidate {
  const parts = scorePage(placed, ground, spare);
  const holes = placed.reduce((sum, one) => sum + holeCells(one), 0);
  return { placed, parts, total: total(parts), spare, holes };
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
