/** A drag of a block: what it does to the document while it goes on, and at its end. */
import type { Block, GridRect, Id, Issue } from '../../engine/issue/index';
import { makeGrid } from '../../engine/layout/grid';
import { areaOf, LEAST_ROWS, movedTo, reshaped } from '../state/block-edits';
import { blockOf } from '../state/facts';
import { store } from '../state/store';
import { coveredBy, sameRect } from './hit';
import { type Guide, type Handle, type Landing, type SnapContext, snapMove, snapResize } from './snap';
import { type Point, scaleOf } from './view';

/** Edges of neighbours attract within so many CSS pixels. */
const REACH = 6;

/** What the overlay shows of a drag. */
export interface Drag {
  readonly kind: 'move' | 'resize' | 'continue';
  readonly block: Block;
  /** Where it would stand. */
  readonly rect: GridRect;
  readonly guide: Guide | undefined;
  /** Pointer's way so far, CSS pixels. */
  readonly by: Point;
  /** Blocks that it would cover. */
  readonly covered: readonly Id[];
}

/** What follows the pointer from a press on. */
export interface Dragging {
  /** The pointer has gone so far, CSS pixels; `free` suspends the pull of neighbours. */
  step(by: Point, free: boolean): Drag | undefined;
  /** The pointer was let go. */
  drop(): void;
  /** Restores what was before. */
  cancel(): void;
}

/** Starts from a block as it stands; every step is counted from there, so that dragging back restores it. */
export class Gesture implements Dragging {
  private edited = false;
  private last: GridRect;

  constructor(
    private readonly page: number,
    private readonly block: Block,
    /** Absent when the block is moved. */
    private readonly handle: Handle | undefined,
    private readonly key: string,
  ) {
    this.last = block.rect;
  }

  /** The pointer has gone so far, CSS pixels; `free` suspends the pull of neighbours. Resizing changes the document at once. */
  step(by: Point, free: boolean): Drag | undefined {
    const { issue } = store.get();
    if (!issue || !blockOf(issue, this.block.id)) return undefined;
    const landing = this.landing(issue, by, free);
    const others = this.others(issue);
    this.last = landing.rect;
    if (this.handle) this.commit(landing.rect);
    const covered = coveredBy(landing.rect, others).map(({ id }) => id);
    return { kind: this.handle ? 'resize' : 'move', block: this.block, ...landing, by, covered };
  }

  /** The pointer was let go. */
  drop(): void {
    this.commit(this.last);
    store.seal();
  }

  /** Restores what was before. */
  cancel(): void {
    if (this.edited) store.undo();
    this.edited = false;
  }

  private landing(issue: Issue, by: Point, free: boolean): Landing {
    const scale = scaleOf(store.get().view);
    const points = { x: by.x / scale, y: by.y / scale };
    const context: SnapContext = {
      grid: makeGrid(issue.spec),
      area: areaOf(issue, this.block),
      neighbours: free ? [] : this.others(issue).map(({ rect }) => rect),
      reach: REACH / scale,
      leastRows: LEAST_ROWS,
    };
    return this.handle ? snapResize(this.block.rect, this.handle, points, context) : snapMove(this.block.rect, points, context);
  }

  private others(issue: Issue): readonly Block[] {
    return issue.pages[this.page - 1]?.blocks.filter(({ id }) => id !== this.block.id) ?? [];
  }

  private commit(rect: GridRect): void {
    const { issue } = store.get();
    const now = blockOf(issue, this.block.id);
    if (!issue || !now || sameRect(now.rect, rect)) return;
    const { block, page, handle } = this;
    const changed = handle ? reshaped(block, rect) : movedTo(block, areaOf(issue, block), rect.column, rect.row);
    const restored = sameRect(rect, block.rect) ? block : changed;
    store.editSoon({ type: 'putBlock', page, block: restored }, handle ? 'edit.resize' : 'edit.move', this.key);
    this.edited = true;
  }
}
