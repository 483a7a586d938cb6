/** A rectangle drawn over the page with the mouse: selects every block that it touches, or shows that part of the page. */
import { type Id, isFurniture } from '../../engine/issue/index';
import { type Box, boxOf, makeGrid } from '../../engine/layout/grid';
import { showBox } from '../state/sight';
import { store } from '../state/store';
import type { Drag, Dragging, Step } from './gesture';
import type { Point } from './view';

const NOWHERE = { column: 0, row: 0, columns: 0, rows: 0 };

export class Marquee implements Dragging {
  private box: Box | undefined;
  private touched: readonly Id[];

  constructor(
    private readonly page: number,
    /** Points of the page. */
    private readonly from: Point,
    /** Blocks that stay selected. */
    private readonly kept: readonly Id[],
    private readonly zooms: boolean,
  ) {
    this.touched = kept;
  }

  step({ at, by }: Step): Drag {
    const { from } = this;
    const box = {
      x: Math.min(from.x, at.x),
      y: Math.min(from.y, at.y),
      width: Math.abs(at.x - from.x),
      height: Math.abs(at.y - from.y),
    };
    this.box = box;
    const covered = this.zooms ? [] : this.blocksIn(box);
    this.touched = [...new Set([...this.kept, ...covered])];
    return { kind: 'marquee', blocks: [], rect: NOWHERE, landings: [], guide: undefined, by, covered, pushed: [], box };
  }

  drop(): void {
    if (this.zooms && this.box) showBox(this.box);
    else store.selectAll(this.touched);
  }

  cancel(): void {
    this.box = undefined;
  }

  private blocksIn(box: Box): readonly Id[] {
    const { issue } = store.get();
    if (!issue) return [];
    const grid = makeGrid(issue.spec);
    const blocks = issue.pages[this.page - 1]?.blocks.filter(({ content }) => !isFurniture(content)) ?? [];
    return blocks.filter(({ rect }) => meets(boxOf(grid, rect), box)).map(({ id }) => id);
  }
}

function meets(a: Box, b: Box): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}
