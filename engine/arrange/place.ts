/** Puts a tree on the grid. Each node may be turned round (top and bottom, left and right) without changing what it fills. */
import type { GridRect } from '../issue/types';
import { columnsCost } from './article-item';
import { type ArticlePlan, type BiteTree, BLANK, type Item, innerRows, type Split, type Tree, type WheelTree } from './plan';

/** An item with its place. */
export interface Placed {
  readonly item: Item;
  readonly rect: GridRect;
  /** Parts of `rect` that belong to blocks below, the blank row over them included. */
  readonly cuts: readonly GridRect[];
  /** Price of the shape by itself. */
  readonly cost: number;
  readonly plan?: ArticlePlan;
  /** The search knew that not all text finds a place. */
  readonly overset: boolean;
}

/** Cells of a placed article that its text leaves empty beyond a short last column. */
export function holeCells(placed: Placed): number {
  return placed.plan ? Math.max(0, spareCells(placed) - (placed.plan.tops.length - 1)) : 0;
}

/** Lines of a placed article that find no place. */
export function cutLines(placed: Placed): number {
  return Math.max(0, -spareCells(placed));
}

function spareCells({ rect, cuts, plan }: Placed): number {
  if (!plan) return 0;
  const cut = cuts.reduce((sum, { columns, rows }) => sum + columns * rows, 0);
  return plan.tops.length * innerRows(plan, rect.rows) - cut - plan.need;
}

/** Nodes that can be turned, in the order in which `placeTree` reads `turned`. */
export function countTurns(tree: Tree): number {
  switch (tree.op) {
    case 'leaf':
      return 0;
    case 'stack':
    case 'beside':
      return 1 + countTurns(tree.first) + countTurns(tree.second);
    case 'bite':
      return 1 + (tree.left ? countTurns(tree.left) : 0) + countTurns(tree.right);
    case 'wheel':
      return 1 + countTurns(tree.beside) + countTurns(tree.left) + countTurns(tree.right);
  }
}

/** The placed items; undefined when a turn is impossible for a picture inside an L-shape. */
export function placeTree(tree: Tree, column: number, row: number, turned: readonly boolean[]): Placed[] | undefined {
  const placed: Placed[] = [];
  let next = 0;
  let possible = true;

  const walk = (node: Tree, x: number, y: number): void => {
    if (node.op === 'leaf') {
      const rect = { column: x, row: y, columns: node.columns, rows: node.rows };
      const { cost, plan } = node.shape;
      const overset = plan !== undefined && plan.need > plan.tops.length * innerRows(plan, node.rows);
      placed.push({ item: node.item, rect, cuts: [], cost, overset, ...(plan ? { plan } : {}) });
      return;
    }
    const turn = turned[next++] ?? false;
    if (node.op === 'bite') walkBite(node, x, y, turn);
    else if (node.op === 'wheel') walkWheel(node, x, y, turn);
    else walkSplit(node, x, y, turn);
  };

  const walkSplit = (node: Split, x: number, y: number, turn: boolean): void => {
    const [first, second] = turn ? [node.second, node.first] : [node.first, node.second];
    walk(first, x, y);
    if (node.op === 'stack') walk(second, x, y + first.rows + BLANK);
    else walk(second, x + first.columns, y);
  };

  const walkBite = (node: BiteTree, x: number, y: number, turn: boolean): void => {
    const free = node.columns - node.right.columns;
    const rightX = turn ? x : x + free;
    const leftX = turn ? x + node.right.columns : x;
    const parts = [
      { tree: node.right, x: rightX, columns: node.right.columns },
      { tree: node.left, x: leftX, columns: free },
    ];
    article(node, { column: x, row: y, columns: node.columns, rows: node.rows }, parts);
    for (const part of parts) if (part.tree) walk(part.tree, part.x, y + node.rows - part.tree.rows);
  };

  const walkWheel = (node: WheelTree, x: number, y: number, turn: boolean): void => {
    const foot = y + node.rows;
    const ownX = turn ? x + node.columns - node.own : x;
    const leftX = turn ? x + node.columns - node.left.columns : x;
    const rightX = turn ? x : x + node.left.columns;
    const parts = [
      { tree: node.left, x: leftX, columns: node.left.columns },
      { tree: node.right, x: rightX, columns: node.right.columns },
    ];
    article(node, { column: ownX, row: y, columns: node.own, rows: node.rows }, parts);
    walk(node.beside, turn ? x : x + node.own, y);
    walk(node.left, leftX, foot - node.left.rows);
    walk(node.right, rightX, foot - node.right.rows);
  };

  /** An article over parts of two heights: its rectangle ends with the longer columns, the rest is cut out. */
  const article = (
    node: BiteTree | WheelTree,
    over: GridRect,
    parts: readonly { tree?: Tree; x: number; columns: number }[],
  ): void => {
    const ends = Array.from({ length: over.columns }, (_, index) => {
      const part = parts.find(({ x, columns }) => over.column + index >= x && over.column + index < x + columns);
      return part?.tree ? over.rows - part.tree.rows - BLANK : over.rows;
    });
    const split = ends.findIndex((end) => end !== ends[0]);
    const price = columnsCost(node.plan, split < 0 ? ends.length : split, ends[0]!, ends.at(-1)!);
    if (price === undefined) possible = false;
    const rows = Math.max(...ends);
    const overset = node.plan.need > ends.reduce((sum, end) => sum + end, 0);
    const rect = { ...over, rows };
    placed.push({ item: node.item, rect, cuts: cutsOf(rect, ends), cost: node.price + (price ?? 0), plan: node.plan, overset });
  };

  walk(tree, column, row);
  return possible ? placed : undefined;
}

/** One cut for each run of columns that end above the rectangle's foot. */
function cutsOf(rect: GridRect, ends: readonly number[]): GridRect[] {
  const cuts: GridRect[] = [];
  for (let from = 0; from < ends.length; ) {
    let to = from + 1;
    while (to < ends.length && ends[to] === ends[from]) to++;
    const end = ends[from]!;
    if (end < rect.rows) {
      cuts.push({ column: rect.column + from, row: rect.row + end, columns: to - from, rows: rect.rows - end });
    }
    from = to;
  }
  return cuts;
}
