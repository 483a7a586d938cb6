/** A drag of blocks: what it does to the document while it goes on, and at its end. */
import type { Block, Edit, GridRect, Id, Issue } from '../../engine/issue/index';
import { type Box, makeGrid } from '../../engine/layout/grid';
import { areaOf, isMovable, LEAST_ROWS, movedTo, reshaped } from '../state/block-edits';
import { clamp } from '../state/clamp';
import { blockOf } from '../state/facts';
import { commonWay, pushedBy, putAll, swapped } from '../state/group-edits';
import { store } from '../state/store';
import { blockAt, coveredBy, sameRect } from './hit';
import { type Guide, type Handle, type SnapContext, snapMove, snapResize } from './snap';
import { type Point, scaleOf } from './view';

/** Edges of neighbours attract within so many CSS pixels. */
const REACH = 6;

export interface Place {
  readonly id: Id;
  readonly rect: GridRect;
}

/** What the overlay shows of a drag. */
export interface Drag {
  readonly kind: 'move' | 'resize' | 'continue' | 'draw' | 'marquee';
  /** Blocks that follow the pointer, as they stood; none for a marquee. */
  readonly blocks: readonly Block[];
  /** Where the first of them would stand. */
  readonly rect: GridRect;
  /** Where all of them would stand. */
  readonly landings: readonly Place[];
  readonly guide: Guide | undefined;
  /** Pointer's way so far, CSS pixels. */
  readonly by: Point;
  /** Blocks that it would cover, or that a marquee touches. */
  readonly covered: readonly Id[];
  /** Where neighbours would go to make room, or to change places. */
  readonly pushed: readonly Place[];
  /** What the marquee takes, points of the page. */
  readonly box?: Box;
}

export interface Step {
  /** The pointer's way, CSS pixels. */
  readonly by: Point;
  /** Where it is now, points of the page. */
  readonly at: Point;
  /** Suspends the pull of neighbours. */
  readonly free: boolean;
  /** Changes places with the block under the pointer. */
  readonly swaps: boolean;
}

/** What follows the pointer from a press on. */
export interface Dragging {
  step(step: Step): Drag | undefined;
  /** The pointer was let go. */
  drop(): void;
  /** Restores what was before. */
  cancel(): void;
}

/** Starts from blocks as they stand; every step is counted from there, so that dragging back restores them. */
export class Gesture implements Dragging {
  private edited = false;
  private edit: Edit | undefined;
  private name = 'edit.move';

  constructor(
    private readonly page: number,
    /** The first one is under the pointer. */
    private readonly blocks: readonly [Block, ...Block[]],
    /** Absent when the blocks are moved. */
    private readonly handle: Handle | undefined,
    private readonly key: string,
  ) {}

  /** Resizing changes the document at once, moving only shows what it would do. */
  step(step: Step): Drag | undefined {
    const { issue } = store.get();
    if (!issue || !this.blocks.every(({ id }) => blockOf(issue, id))) return undefined;
    return this.handle ? this.resize(issue, step, this.handle) : this.move(issue, step);
  }

  drop(): void {
    if (!this.handle && this.edit) store.edit(this.edit, this.name);
    store.seal();
  }

  cancel(): void {
    if (this.edited) store.undo();
    this.edited = false;
    this.edit = undefined;
  }

  private move(issue: Issue, step: Step): Drag {
    const { blocks, page } = this;
    const [first] = blocks;
    const others = this.others(issue);
    const shown = { kind: 'move', blocks, by: step.by, guide: undefined } as const;
    const target = step.swaps && blocks.length === 1 ? blockAt(others, makeGrid(issue.spec), step.at) : undefined;
    if (isMovable(target)) {
      this.edit = swapped(issue, first.id, target.id);
      this.name = 'edit.swap';
      const landings = [{ id: first.id, rect: target.rect }];
      return { ...shown, rect: target.rect, landings, covered: [], pushed: [{ id: target.id, rect: first.rect }] };
    }
    const { rect, guide } = snapMove(first.rect, this.points(step), this.context(issue, step, others));
    const area = areaOf(issue, first);
    const rects = blocks.map((block) => block.rect);
    const way = commonWay(rects, area, rect.column - first.rect.column, rect.row - first.rect.row);
    const moved = blocks.map((block) => movedTo(block, area, block.rect.column + way.columns, block.rect.row + way.rows));
    const covered = others.filter((other) => moved.some((block) => coveredBy(block.rect, [other]).length > 0));
    const pushed = covered.length > 0 ? (pushedBy(moved, others, area) ?? []) : [];
    this.name = 'edit.move';
    this.edit = putAll(issue, [
      ...moved.map((to, at) => ({ from: blocks[at]!, to })),
      ...pushed.map((to) => ({ from: issue.pages[page - 1]!.blocks.find(({ id }) => id === to.id)!, to })),
    ]);
    return {
      ...shown,
      rect: moved[0]!.rect,
      landings: moved.map(placeOf),
      guide: sameRect(moved[0]!.rect, rect) ? guide : undefined,
      covered: pushed.length > 0 ? [] : covered.map(({ id }) => id),
      pushed: pushed.map(placeOf),
    };
  }

  private resize(issue: Issue, step: Step, handle: Handle): Drag {
    const { blocks } = this;
    const [first, ...rest] = blocks;
    const others = this.others(issue);
    const { rect, guide } = snapResize(first.rect, handle, this.points(step), this.context(issue, step, others));
    const resized = [
      sameRect(rect, first.rect) ? first : reshaped(first, rect),
      ...rest.map((block) => alike(block, first.rect, rect, areaOf(issue, block))),
    ];
    this.commit(issue, resized);
    const covered = coveredBy(rect, others).map(({ id }) => id);
    return { kind: 'resize', blocks, rect, landings: resized.map(placeOf), guide, by: step.by, covered, pushed: [] };
  }

  private points({ by }: Step): Point {
    const scale = scaleOf(store.get().view);
    return { x: by.x / scale, y: by.y / scale };
  }

  private context(issue: Issue, { free }: Step, others: readonly Block[]): SnapContext {
    const { overlays, view } = store.get();
    return {
      grid: makeGrid(issue.spec),
      area: areaOf(issue, this.blocks[0]),
      neighbours: free || !overlays.snap ? [] : others.map(({ rect }) => rect),
      reach: REACH / scaleOf(view),
      leastRows: LEAST_ROWS,
    };
  }

  private others(issue: Issue): readonly Block[] {
    const own = new Set(this.blocks.map(({ id }) => id));
    return issue.pages[this.page - 1]?.blocks.filter(({ id }) => !own.has(id)) ?? [];
  }

  private commit(issue: Issue, resized: readonly Block[]): void {
    const changes = resized.flatMap((to) => {
      const from = blockOf(issue, to.id);
      return from && !sameRect(from.rect, to.rect) ? [{ from, to }] : [];
    });
    const edit = putAll(issue, changes);
    if (!edit) return;
    store.editSoon(edit, 'edit.resize', this.key);
    this.edited = true;
  }
}

function placeOf({ id, rect }: Block): Place {
  return { id, rect };
}

/** A block whose edges go as far as those of another one went. */
function alike(block: Block, before: GridRect, after: GridRect, area: GridRect): Block {
  const { rect } = block;
  const column = clamp(rect.column + after.column - before.column, area.column, rect.column + rect.columns - 1);
  const row = clamp(rect.row + after.row - before.row, area.row, rect.row + rect.rows - LEAST_ROWS);
  const right = rect.column + rect.columns + after.column + after.columns - before.column - before.columns;
  const bottom = rect.row + rect.rows + after.row + after.rows - before.row - before.rows;
  const columns = clamp(right, column + 1, area.column + area.columns) - column;
  const rows = clamp(bottom, row + LEAST_ROWS, area.row + area.rows) - row;
  const next = { column, row, columns, rows };
  return sameRect(next, rect) ? block : reshaped(block, next);
}
