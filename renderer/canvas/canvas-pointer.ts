/** What the mouse does on the canvas: select, drag, resize, pan, zoom. */
import { makeGrid } from '../../engine/layout/grid';
import { shownFacing } from '../state/facing';
import { tellPointed } from '../state/pointed-cell';
import { tellPressing } from '../state/pressing';
import { chosenIds } from '../state/selection';
import { isTextField } from '../state/shortcuts';
import { type DeskState, store } from '../state/store';
import { beginGesture } from './begin-gesture';
import type { Drag, Dragging, Step } from './gesture';
import { blockAt, gridCell } from './hit';
import { isButton, keepFocus } from './press-targets';
import { isEditing } from './text/edited-text';
import { editText } from './text/entering';
import { drag, press } from './text/moving';
import { PressCount } from './text/press-count';
import { type Point, pagePoint, panBy, type Range, type Viewport, zoomAt } from './view';

/** A press that moves less is a click, CSS pixels. */
const THRESHOLD = 3;
/** Zoom for a wheel's step of 100: a quarter. */
const ZOOM_A_PIXEL = Math.log(1.25) / 100;
/** A click of the zoom tool. */
const ZOOM_A_CLICK = 1.5;
/** Pixels of a wheel that counts in lines. */
const LINE = 16;

/** A press of the pointer: a pan, or a block that may be dragged. */
interface Press {
  readonly from: Point;
  /** Of the element, which stays where it is meanwhile: asking for it lays out the whole window. */
  readonly box: DOMRect;
  last: Point;
  readonly pan: boolean;
  readonly gesture: Dragging | undefined;
  dragging: boolean;
}

export interface PointerState {
  readonly drag: Drag | undefined;
  /** Block under the pointer. */
  readonly hover: string | undefined;
  readonly panning: boolean;
}

export const REST: PointerState = { drag: undefined, hover: undefined, panning: false };

type ShownPage = () => { readonly size: Range; readonly viewport: Viewport | undefined };

/** Listens to the pointer on the canvas, and says what it drags. */
export class CanvasPointer {
  private press: Press | undefined;
  private space = false;
  private state = REST;
  private presses = 0;
  /** The pointer selects text. */
  private texting = false;
  private readonly clicks = new PressCount();

  constructor(
    private readonly element: HTMLElement,
    private readonly shown: ShownPage,
    private readonly publish: (state: PointerState) => void,
  ) {}

  listen(): () => void {
    const { element } = this;
    const ending = new AbortController();
    const { signal } = ending;
    element.addEventListener('pointerdown', (event) => this.down(event), { signal });
    element.addEventListener('pointermove', (event) => this.move(event), { signal });
    element.addEventListener('pointerup', (event) => this.up(event), { signal });
    element.addEventListener('mousedown', (event) => keepFocus(event), { signal });
    element.addEventListener('dblclick', (event) => this.enterText(event), { signal });
    element.addEventListener('pointercancel', () => this.cancel(), { signal });
    element.addEventListener('pointerleave', () => this.leave(), { signal });
    element.addEventListener('wheel', (event) => this.wheel(event), { signal, passive: false });
    // Before the window's shortcuts, which would clear the selection.
    window.addEventListener('keydown', (event) => this.key(event, true), { signal, capture: true });
    window.addEventListener('keyup', (event) => this.key(event, false), { signal, capture: true });
    window.addEventListener('blur', () => this.release(), { signal });
    return () => ending.abort();
  }

  private set(change: Partial<PointerState>): void {
    const { state } = this;
    if (Object.entries(change).every(([key, value]) => state[key as keyof PointerState] === value)) return;
    this.state = { ...state, ...change };
    this.publish(this.state);
  }

  private down(event: PointerEvent): void {
    if (this.press || isButton(event.target)) return;
    const from = this.place(event);
    if (event.button !== 1 && !this.space) this.turnTo(from);
    // The menu is about what lies under the pointer.
    const previewing = store.get().proposals !== null;
    if (event.button === 2 && !previewing) this.selectUnder(from);
    if (event.button > 1) return;
    if (event.button === 0 && !this.space && isEditing() && this.pressText(event, from)) return;
    const pan = event.button === 1 || this.space || previewing || store.get().tool === 'hand';
    if (event.button === 1) event.preventDefault();
    this.element.setPointerCapture(event.pointerId);
    const box = this.element.getBoundingClientRect();
    tellPressing(!pan);
    this.press = { from, box, last: from, pan, gesture: pan ? undefined : this.begin(event, from), dragging: false };
    if (pan) this.set({ panning: true });
  }

  /** A press on the facing page makes it the one that is worked on; nothing on the screen moves. */
  private turnTo(at: Point): void {
    const desk = store.get();
    const { viewport } = this.shown();
    const other = shownFacing(desk);
    if (!viewport || !desk.issue || other === 0) return;
    const { width } = makeGrid(desk.issue.spec);
    const { x } = pagePoint(desk.view, viewport, at);
    const left = other > desk.page ? width : -width;
    if (x < left || x > left + width) return;
    store.goTo(other);
    store.setView({ fit: desk.view.fit, x: desk.view.x - left });
  }

  /** What lies under the pointer, unless it is selected with others. */
  private selectUnder(at: Point): void {
    const block = this.blockAt(store.get(), at)?.id ?? null;
    if (block === null || !chosenIds(store.get()).includes(block)) store.select(block);
  }

  private begin(event: PointerEvent, from: Point): Dragging | undefined {
    const { viewport } = this.shown();
    if (!viewport) return undefined;
    this.presses += 1;
    return beginGesture({ event, from, viewport, under: this.blockAt(store.get(), from), count: this.presses });
  }

  /** A press in the text that is edited. */
  private pressText(event: PointerEvent, from: Point): boolean {
    const { viewport } = this.shown();
    const desk = store.get();
    if (!viewport) return false;
    const count = this.clicks.add(event.timeStamp, from);
    const point = pagePoint(desk.view, viewport, from);
    if (!press(desk.page, this.blockAt(desk, from)?.id, point, count, event.shiftKey)) return false;
    this.element.setPointerCapture(event.pointerId);
    this.texting = true;
    return true;
  }

  private enterText(event: MouseEvent): void {
    const desk = store.get();
    const { viewport } = this.shown();
    const at = this.place(event);
    const block = this.blockAt(desk, at);
    if (!block || !viewport || isEditing() || isButton(event.target)) return;
    editText(block.id, pagePoint(desk.view, viewport, at));
  }

  private move(event: PointerEvent): void {
    const { press } = this;
    const at = this.place(event);
    const { viewport } = this.shown();
    if (this.texting && viewport) {
      drag(store.get().page, pagePoint(store.get().view, viewport, at));
      return;
    }
    this.tell(at);
    if (!press) {
      this.set({ hover: this.blockAt(store.get(), at)?.id });
      return;
    }
    if (press.pan) {
      const { size } = this.shown();
      store.setViewSoon(panBy(store.get().view, size, at.x - press.last.x, at.y - press.last.y));
    }
    press.last = at;
    const by = { x: at.x - press.from.x, y: at.y - press.from.y };
    press.dragging ||= Math.hypot(by.x, by.y) >= THRESHOLD;
    // What listens around the canvas, as the borders of the panels do, would lay out the window for every step.
    if (press.dragging) event.stopPropagation();
    if (press.gesture && press.dragging) this.set({ drag: press.gesture.step(this.stepTo(at, by, event)) });
  }

  private leave(): void {
    tellPointed(null);
    this.set({ hover: undefined });
  }

  /** Tells the column and row under the pointer. */
  private tell(at: Point): void {
    const { issue, view } = store.get();
    const { viewport } = this.shown();
    if (!issue || !viewport) return;
    const { columns, rows } = issue.spec;
    const cell = gridCell(makeGrid(issue.spec), pagePoint(view, viewport, at));
    tellPointed(cell.column >= 0 && cell.column < columns && cell.row >= 0 && cell.row < rows ? cell : null);
  }

  private stepTo(at: Point, by: Point, event: PointerEvent): Step {
    const { viewport } = this.shown();
    const { view } = store.get();
    return {
      by,
      at: viewport ? pagePoint(view, viewport, at) : at,
      free: event.ctrlKey || event.metaKey,
      swaps: event.altKey,
    };
  }

  private up(event: PointerEvent): void {
    const { press } = this;
    this.texting = false;
    if (press?.dragging) press.gesture?.drop();
    else if (press && !press.pan) this.click(event, press.from);
    this.end();
  }

  /** A click without a drag: of several selected blocks only this one stays, the zoom tool goes nearer or further. */
  private click(event: PointerEvent, at: Point): void {
    const desk = store.get();
    const { viewport } = this.shown();
    if (desk.tool === 'text' && event.button === 0) {
      const block = this.blockAt(desk, at);
      if (block && viewport) editText(block.id, pagePoint(desk.view, viewport, at));
      return;
    }
    if (desk.tool === 'zoom' && viewport && event.button === 0) {
      store.setView(zoomAt(desk.view, viewport, event.altKey ? 1 / ZOOM_A_CLICK : ZOOM_A_CLICK, at));
    } else if (event.button === 0 && !event.shiftKey && desk.also.length > 0) {
      store.select(this.blockAt(desk, at)?.id ?? null);
    }
  }

  private cancel(): void {
    this.press?.gesture?.cancel();
    this.end();
  }

  private end(): void {
    tellPressing(false);
    this.press = undefined;
    this.set({ drag: undefined, panning: this.space });
  }

  private key(event: KeyboardEvent, down: boolean): void {
    if (event.key === 'Escape' && down && this.press?.dragging) {
      event.stopPropagation();
      event.preventDefault();
      this.cancel();
    }
    if (event.code !== 'Space' || (down && !this.isForPage(event))) return;
    if (down) event.preventDefault();
    this.space = down;
    if (!this.press) this.set({ panning: down });
  }

  /** Texts on the page and buttons over it have spaces of their own. */
  private isForPage({ target }: KeyboardEvent): boolean {
    return this.element.contains(target as Node) && !isTextField(target) && !isButton(target);
  }

  private release(): void {
    this.space = false;
    this.cancel();
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const { size, viewport } = this.shown();
    if (!viewport) return;
    const { view } = store.get();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
    if (event.ctrlKey || event.metaKey) {
      store.setViewSoon(zoomAt(view, viewport, Math.exp(-event.deltaY * unit * ZOOM_A_PIXEL), this.place(event)));
      return;
    }
    const [x, y] = event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
    store.setViewSoon(panBy(view, size, -x * unit, -y * unit));
  }

  private blockAt({ issue, page, view, proposals }: DeskState, at: Point) {
    const { viewport } = this.shown();
    const blocks = issue?.pages[page - 1]?.blocks;
    if (!issue || !blocks || !viewport || proposals) return undefined;
    return blockAt(blocks, makeGrid(issue.spec), pagePoint(view, viewport, at));
  }

  /** Place of the pointer in the element. */
  private place(event: MouseEvent): Point {
    const box = this.press?.box ?? this.element.getBoundingClientRect();
    return { x: event.clientX - box.x, y: event.clientY - box.y };
  }
}
