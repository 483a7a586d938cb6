/** What mouse, wheel and keys do in the frame of a picture that is being cropped. */
import type { Photo } from '../../engine/issue/index';
import { store } from '../state/store';
import { type Chosen, choosePicture, chosenPicture } from './chosen';
import { type Crop, cropEdit, type Frame, panned, shownPart, zoomed } from './crop';

/** Zoom for a wheel's step of 100: a tenth. */
const ZOOM_A_PIXEL = Math.log(1.1) / 100;
const ZOOM_A_KEY = 1.1;
/** An arrow key moves so much of the frame, with ⇧ ten times. */
const PAN_A_KEY = 0.01;
const LARGE_STEP = 10;

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const ZOOMS: Readonly<Record<string, number>> = { '+': ZOOM_A_KEY, '=': ZOOM_A_KEY, '-': 1 / ZOOM_A_KEY };

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Cropped {
  readonly photo: Photo;
  readonly frame: Frame;
  readonly mode: Exclude<Chosen['mode'], 'chosen'>;
}

/** Steps that follow each other are undone together until `store.seal`. */
export function crop(photo: Photo, change: Crop): void {
  store.editSoon(cropEdit(photo, { whole: undefined, zoom: undefined, ...change }), 'edit.crop', `crop ${photo.id}`);
}

/** The picture stays chosen, and the keys are the canvas' again. */
export function endCropping(): void {
  const chosen = chosenPicture();
  store.seal();
  if (chosen) choosePicture({ ...chosen, mode: 'chosen' });
  document.querySelector<HTMLElement>('.board')?.focus();
}

/** Native listeners: the canvas around would take the presses before React hands them on. */
export class CropGestures {
  private last: Point | undefined;

  constructor(
    private readonly layer: HTMLElement,
    private readonly pane: HTMLElement,
    private readonly shown: () => Cropped,
  ) {}

  listen(): () => void {
    const { layer, pane } = this;
    const ending = new AbortController();
    const { signal } = ending;
    pane.addEventListener('pointerdown', (event) => this.down(event), { signal });
    pane.addEventListener('pointermove', (event) => this.move(event), { signal });
    pane.addEventListener('pointerup', () => this.up(), { signal });
    pane.addEventListener('pointercancel', () => this.up(), { signal });
    layer.addEventListener('wheel', (event) => this.wheel(event), { signal, passive: false });
    layer.addEventListener('keydown', (event) => this.key(event), { signal });
    const keep = (event: Event) => event.stopPropagation();
    for (const type of ['pointerdown', 'pointermove', 'pointerup', 'mousedown', 'dblclick', 'wheel'])
      layer.addEventListener(type, keep, { signal });
    pane.focus();
    return () => ending.abort();
  }

  /** The photograph as it is by now: several events may come between two drawings. */
  private photo(): Photo {
    const { photo } = this.shown();
    return store.get().issue?.photos.find(({ id }) => id === photo.id) ?? photo;
  }

  private down(event: PointerEvent): void {
    if (event.button !== 0) return;
    if (this.shown().mode === 'focus') {
      this.setFocus(this.placeOf(event));
      return;
    }
    this.pane.setPointerCapture(event.pointerId);
    this.pane.focus();
    this.last = { x: event.clientX, y: event.clientY };
  }

  private move({ clientX, clientY }: PointerEvent): void {
    const { last } = this;
    if (!last) return;
    const { width, height } = this.pane.getBoundingClientRect();
    this.pan((clientX - last.x) / width, (clientY - last.y) / height);
    this.last = { x: clientX, y: clientY };
  }

  private up(): void {
    if (this.last) store.seal();
    this.last = undefined;
  }

  /** By shares of the frame's sides. */
  private pan(dx: number, dy: number): void {
    const photo = this.photo();
    const { frame } = this.shown();
    const part = shownPart(photo, frame);
    crop(photo, panned(photo, frame, dx * part.width, dy * part.height));
  }

  private zoom(factor: number, at?: Point): void {
    const photo = this.photo();
    crop(photo, zoomed(photo, this.shown().frame, factor, at));
  }

  private setFocus(place: Point): void {
    const photo = this.photo();
    const { x, y, width, height } = shownPart(photo, this.shown().frame);
    store.edit(cropEdit(photo, { focus: { x: x + place.x * width, y: y + place.y * height } }), 'edit.focus');
    choosePicture({ ...chosenPicture()!, mode: 'crop' });
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    this.zoom(Math.exp(-event.deltaY * ZOOM_A_PIXEL), this.placeOf(event));
  }

  private key(event: KeyboardEvent): void {
    const { key, isComposing, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    if (isComposing || ctrlKey || metaKey || altKey) return;
    const ends = key === 'Escape' || (key === 'Enter' && target === this.pane);
    const [way, factor] = target === this.pane ? [ARROWS[key], ZOOMS[key]] : [undefined, undefined];
    if (!ends && !way && !factor) return;
    event.preventDefault();
    event.stopPropagation();
    const step = PAN_A_KEY * (shiftKey ? LARGE_STEP : 1);
    if (ends) endCropping();
    else if (way) this.pan(way[0] * step, way[1] * step);
    else if (factor) this.zoom(factor);
  }

  /** Shares of the frame's sides. */
  private placeOf({ clientX, clientY }: MouseEvent): Point {
    const { x, y, width, height } = this.pane.getBoundingClientRect();
    return { x: (clientX - x) / width, y: (clientY - y) / height };
  }
}
