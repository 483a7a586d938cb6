/** A rectangle drawn on the grid with a tool: what the tool makes stands there afterwards. */
import type { GridRect } from '../../engine/issue/index';
import { makeGrid } from '../../engine/layout/grid';
import { finishDrawing } from '../state/drawing';
import { drawnRect } from '../state/drawn';
import { store, type Tool } from '../state/store';
import type { Drag, Dragging, Step } from './gesture';
import { coveredBy, gridCell } from './hit';
import type { Point } from './view';

/** From the press of the pointer to its release; without a release nothing is made. */
export class DrawGesture implements Dragging {
  private rect: GridRect | undefined;
  private end: Point | undefined;

  constructor(
    private readonly tool: Tool,
    private readonly page: number,
    /** Where the pointer was pressed: points of the page, and CSS pixels of the window. */
    private readonly from: Point,
    private readonly pressed: Point,
  ) {}

  step({ at, by }: Step): Drag | undefined {
    const { issue } = store.get();
    const page = issue?.pages[this.page - 1];
    if (!issue || !page) return undefined;
    const grid = makeGrid(issue.spec);
    const rect = drawnRect(page, issue.spec, gridCell(grid, this.from), gridCell(grid, at));
    this.rect = rect;
    this.end = { x: this.pressed.x + by.x, y: this.pressed.y + by.y };
    const covered = coveredBy(rect, page.blocks).map(({ id }) => id);
    return { kind: 'draw', blocks: [], rect, landings: [{ id: '', rect }], guide: undefined, by, covered, pushed: [] };
  }

  drop(): void {
    if (this.rect && this.end) finishDrawing(this.tool, this.page, this.rect, this.end);
  }

  cancel(): void {
    this.rect = undefined;
  }
}
