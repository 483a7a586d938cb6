/** Changes of several blocks at once: each is one edit, undone as one step. Pure functions of the document. */
import type { Block, Edit, GridRect, Id, Issue } from '../../engine/issue/index';
import { areaOf, isMovable, movedTo, reshaped, resizedTo } from './block-edits';
import { clamp } from './clamp';
import { takenOff } from './continuing';
import { blockOf } from './facts';
import { pageOfBlock } from './store';

export type Alignment = 'left' | 'right' | 'top' | 'bottom' | 'width' | 'height';

/** Blocks with each its new look as one edit; undefined when none changes. */
export function putAll(issue: Issue, changes: readonly { readonly from: Block; readonly to: Block }[]): Edit | undefined {
  const edits = changes.flatMap(({ from, to }): Edit[] => {
    const page = pageOfBlock(issue, from.id);
    const same = from === to || JSON.stringify(from) === JSON.stringify(to);
    return page === undefined || same ? [] : [{ type: 'putBlock', page, block: to }];
  });
  if (edits.length === 0) return undefined;
  return edits.length === 1 ? edits[0] : { type: 'batch', name: '', edits };
}

function movable(issue: Issue, ids: readonly Id[]): readonly Block[] {
  return ids.flatMap((id) => blockOf(issue, id) ?? []).filter(isMovable);
}

/** The way that all of some rectangles can go inside the area; they keep their places to each other. */
export function commonWay(
  rects: readonly GridRect[],
  area: GridRect,
  columns: number,
  rows: number,
): { readonly columns: number; readonly rows: number } {
  const left = Math.min(...rects.map((rect) => rect.column));
  const right = Math.max(...rects.map((rect) => rect.column + rect.columns));
  const top = Math.min(...rects.map((rect) => rect.row));
  const bottom = Math.max(...rects.map((rect) => rect.row + rect.rows));
  return {
    columns: clamp(columns, area.column - left, area.column + area.columns - right),
    rows: clamp(rows, area.row - top, area.row + area.rows - bottom),
  };
}

/** Moves blocks of one page together, as far as all of them can go. */
export function movedAll(issue: Issue, ids: readonly Id[], columns: number, rows: number): Edit | undefined {
  const blocks = movable(issue, ids);
  if (blocks.length === 0) return undefined;
  const area = areaOf(issue, blocks[0]!);
  const way = commonWay(
    blocks.map(({ rect }) => rect),
    area,
    columns,
    rows,
  );
  return putAll(
    issue,
    blocks.map((from) => ({ from, to: movedTo(from, area, from.rect.column + way.columns, from.rect.row + way.rows) })),
  );
}

/** Makes every block wider and higher by so much. */
export function resizedAll(issue: Issue, ids: readonly Id[], columns: number, rows: number): Edit | undefined {
  return putAll(
    issue,
    movable(issue, ids).map((from) => ({
      from,
      to: resizedTo(from, areaOf(issue, from), from.rect.columns + columns, from.rect.rows + rows),
    })),
  );
}

/** Brings the other blocks level with the first one, or makes them as wide or as high. */
export function alignedAll(issue: Issue, ids: readonly Id[], alignment: Alignment): Edit | undefined {
  const key = blockOf(issue, ids[0] ?? null);
  if (!key) return undefined;
  const changes = movable(issue, ids.slice(1)).map((from) => ({
    from,
    to: alignedTo(from, key.rect, areaOf(issue, from), alignment),
  }));
  return putAll(issue, changes);
}

function alignedTo(block: Block, key: GridRect, area: GridRect, alignment: Alignment): Block {
  const { rect } = block;
  switch (alignment) {
    case 'left':
      return movedTo(block, area, key.column, rect.row);
    case 'right':
      return movedTo(block, area, key.column + key.columns - rect.columns, rect.row);
    case 'top':
      return movedTo(block, area, rect.column, key.row);
    case 'bottom':
      return movedTo(block, area, rect.column, key.row + key.rows - rect.rows);
    case 'width':
      return resizedTo(block, area, key.columns, rect.rows);
    case 'height':
      return resizedTo(block, area, rect.columns, key.rows);
  }
}

/** Locks all blocks, or unlocks them when all are locked. */
export function lockedAll(issue: Issue, ids: readonly Id[]): Edit | undefined {
  const blocks = ids.flatMap((id) => blockOf(issue, id) ?? []);
  const locked = !blocks.every((block) => block.locked);
  return putAll(
    issue,
    blocks.map((from) => ({ from, to: { ...from, locked } })),
  );
}

/** Takes blocks off their page, each as `takenOff`; parts of one story go once. */
export function takenOffAll(issue: Issue, ids: readonly Id[]): Edit | undefined {
  const gone = new Map<Id, Edit>();
  for (const block of movable(issue, ids)) {
    const edit = takenOff(issue, block.id);
    for (const one of edit?.type === 'batch' ? edit.edits : edit ? [edit] : []) {
      if (one.type === 'removeBlock') gone.set(one.id, one);
    }
  }
  const edits = [...gone.values()];
  return edits.length > 1 ? { type: 'batch', name: '', edits } : edits[0];
}

/** Two blocks change places, each taking the other's rectangle; undefined when one of them may not move. */
export function swapped(issue: Issue, one: Id, other: Id): Edit | undefined {
  const [a, b] = [blockOf(issue, one), blockOf(issue, other)];
  if (!a || !b || !isMovable(a) || !isMovable(b)) return undefined;
  return putAll(issue, [
    { from: a, to: reshaped({ ...a, cuts: [] }, b.rect) },
    { from: b, to: reshaped({ ...b, cuts: [] }, a.rect) },
  ]);
}

/**
 * A block that moved over its neighbours, and where those below it would go: down, each by as little as it needs, and what
 * they push in turn. Undefined when the page has no room for that, or a locked block or furniture is in the way.
 */
export function pushedBy(moved: readonly Block[], others: readonly Block[], area: GridRect): readonly Block[] | undefined {
  const settled: Block[] = [...moved];
  const pushed: Block[] = [];
  for (const block of others.toSorted((a, b) => a.rect.row - b.rect.row || a.rect.column - b.rect.column)) {
    let rect = block.rect;
    for (let hit = blocking(rect, settled); hit; hit = blocking(rect, settled)) {
      rect = { ...rect, row: hit.rect.row + hit.rect.rows + BLANK };
      if (!isMovable(block) || rect.row + rect.rows > area.row + area.rows) return undefined;
    }
    const now = rect === block.rect ? block : movedTo(block, area, rect.column, rect.row);
    settled.push(now);
    if (now !== block) pushed.push(now);
  }
  return pushed;
}

/** White between a block and what it pushed down. */
const BLANK = 1;

/** The lowest of the blocks that stand where a rectangle would; one that reaches only into their cuts stands beside them. */
function blocking(rect: GridRect, blocks: readonly Block[]): Block | undefined {
  return blocks
    .filter((block) => overlaps(rect, block.rect) && !block.cuts.some((cut) => holds(cut, common(rect, block.rect))))
    .sort((a, b) => b.rect.row + b.rect.rows - a.rect.row - a.rect.rows)[0];
}

/** Whether two rectangles of the grid have a cell in common. */
export function overlaps(a: GridRect, b: GridRect): boolean {
  const { columns, rows } = common(a, b);
  return columns > 0 && rows > 0;
}

function common(a: GridRect, b: GridRect): GridRect {
  const [column, row] = [Math.max(a.column, b.column), Math.max(a.row, b.row)];
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return { column, row, columns, rows: Math.min(a.row + a.rows, b.row + b.rows) - row };
}

function holds(outer: GridRect, inner: GridRect): boolean {
  const across = inner.column >= outer.column && inner.column + inner.columns <= outer.column + outer.columns;
  return across && inner.row >= outer.row && inner.row + inner.rows <= outer.row + outer.rows;
}
