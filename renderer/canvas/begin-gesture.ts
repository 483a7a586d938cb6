/** What a press on the canvas begins, by the tool and by what lies under the pointer. */
import type { Block } from '../../engine/issue/index';
import { isMovable } from '../state/block-edits';
import { blockOf } from '../state/facts';
import { chosenIds, movableBlocks, toggled } from '../state/selection';
import { store } from '../state/store';
import { ContinueGesture } from './continue-gesture';
import { DrawGesture } from './draw-gesture';
import { type Dragging, Gesture } from './gesture';
import { Marquee } from './marquee';
import { draws, handleOf, isPort } from './press-targets';
import { type Point, pagePoint, type Viewport } from './view';

interface Pressed {
  readonly event: PointerEvent;
  /** CSS pixels of the canvas. */
  readonly from: Point;
  readonly viewport: Viewport;
  /** Block under the pointer. */
  readonly under: Block | undefined;
  /** Counts up; the steps of one drag are undone together by it. */
  readonly count: number;
}

/** Selects what was pressed; movable blocks can be dragged from there, a handle resizes, from anywhere else a marquee is drawn. */
export function beginGesture({ event, from, viewport, under, count }: Pressed): Dragging {
  const handle = handleOf(event.target);
  const desk = store.get();
  const at = pagePoint(desk.view, viewport, from);
  if (desk.tool === 'zoom') return new Marquee(desk.page, at, [], true);
  if (draws(desk.tool) && desk.readOnly === null) {
    return new DrawGesture(desk.tool, desk.page, at, { x: event.clientX, y: event.clientY });
  }
  const story = isPort(event.target) ? blockOf(desk.issue, desk.selection) : undefined;
  if (story) return new ContinueGesture(desk.page, story, from, viewport);
  const block = handle ? blockOf(desk.issue, desk.selection) : under;
  const ids = chosenIds(desk);
  if (!block && !event.shiftKey) store.select(null);
  else if (block && event.shiftKey && !handle) store.selectAll(toggled(desk, block.id));
  else if (block && !ids.includes(block.id)) store.select(block.id);
  if (!isMovable(block)) return new Marquee(desk.page, at, event.shiftKey ? ids : [], false);
  const rest = movableBlocks(store.get()).filter(({ id }) => id !== block.id);
  return new Gesture(desk.page, [block, ...rest], handle, `drag ${block.id} ${count}`);
}
