/** A drag from a story's block to where its text goes on. */
import { contentArea } from '../../engine/arrange/area';
import type { Block, GridRect, Issue } from '../../engine/issue/index';
import { makeGrid } from '../../engine/layout/grid';
import { continuedAt, sizeOfRest } from '../state/continuing';
import { store } from '../state/store';
import type { Drag, Dragging, Step } from './gesture';
import { coveredBy, gridCell } from './hit';
import { type Point, pagePoint, type Viewport } from './view';

/** Nothing changes before the drop. */
export class ContinueGesture implements Dragging {
  private landing: GridRect | undefined;

  constructor(
    private readonly page: number,
    private readonly block: Block,
    /** Where the pointer was pressed, CSS pixels of the canvas. */
    private readonly from: Point,
    private readonly viewport: Viewport,
  ) {}

  step({ by }: Step): Drag | undefined {
    const { issue } = store.get();
    if (!issue) return undefined;
    const rect = this.landingOf(issue, by);
    this.landing = rect;
    const covered = coveredBy(rect, issue.pages[this.page - 1]?.blocks ?? []).map(({ id }) => id);
    const landings = [{ id: this.block.id, rect }];
    return { kind: 'continue', blocks: [this.block], rect, landings, guide: undefined, by, covered, pushed: [] };
  }

  drop(): void {
    const { issue } = store.get();
    const made = issue && this.landing && continuedAt(issue, this.block.id, this.page, this.landing);
    if (!made) return;
    store.edit(made.edit, 'edit.continue');
    store.showBlock(made.block);
  }

  cancel(): void {
    this.landing = undefined;
  }

  /** The pointer is at the new block's left upper corner, as far as the page allows. */
  private landingOf(issue: Issue, by: Point): GridRect {
    const { view, layouts } = store.get();
    const grid = makeGrid(issue.spec);
    const fit = layouts.get(this.page)?.fits.find(({ block }) => block === this.block.id);
    const size = sizeOfRest(issue, this.block, fit?.oversetChars ?? 0, false);
    const area = contentArea(issue.pages[this.page - 1]!, issue.spec);
    const at = gridCell(grid, pagePoint(view, this.viewport, { x: this.from.x + by.x, y: this.from.y + by.y }));
    const [columns, rows] = [Math.min(size.columns, area.columns), Math.min(size.rows, area.rows)];
    return {
      column: Math.max(area.column, Math.min(at.column, area.column + area.columns - columns)),
      row: Math.max(area.row, Math.min(at.row, area.row + area.rows - rows)),
      columns,
      rows,
    };
  }
}
