/**
 * Shows frames of the painting worker on a canvas element. Panning and zooming move and stretch the last frame at once;
 * a new one is asked for when it does not reach far enough, or when the zoom has come to rest.
 */
import { textsSeen } from '../compose/texts';
import { firstFrame } from '../state/first-frame';
import { letterSeen } from '../state/held-letter';
import { store, type View } from '../state/store';
import type { Frame, FrameRequest } from './paint-protocol';
import { painter } from './painter';
import { contains, originOf, type PageSize, scaleOf, type Viewport, visiblePart } from './view';

/** Device pixels painted around what is in sight. */
const MARGIN = 320;
/** A new frame is asked for when less than this is left of them. */
const LEAST_MARGIN = 96;
/** After the last change of the zoom a sharp frame is asked for, milliseconds. */
const REST = 80;

/** The panels leave the frame after it to whoever answers it, milliseconds. */
const PANEL_REST = 20;

type Asked = Omit<FrameRequest, 'kind' | 'slot'>;

export interface Shown {
  readonly page: number;
  readonly size: PageSize;
  readonly soft: boolean;
  readonly view: View;
  readonly viewport: Viewport;
}

export class FrameView {
  private readonly context: ImageBitmapRenderingContext;
  /** The view that the elements around are drawn for; the canvas stands among them. */
  private drawn: Shown | undefined;
  /** The view as it is by now. */
  private shown: Shown | undefined;
  private asked: Asked | undefined;
  private frame: Omit<Frame, 'bitmap'> | undefined;
  private resting: ReturnType<typeof setTimeout> | undefined;

  /** `slot` tells the pages that are shown at the same time apart. */
  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly slot: number,
  ) {
    this.context = canvas.getContext('bitmaprenderer', { alpha: false })!;
  }

  show(shown: Shown): void {
    this.drawn = shown;
    this.place();
    this.follow(shown);
  }

  /** The view goes on, and the elements around are moved as a whole until they are drawn anew. */
  follow(shown: Shown): void {
    this.shown = shown;
    if (this.reachesFar(shown)) return;
    clearTimeout(this.resting);
    const zooming = this.asked?.page === shown.page && this.frame?.page === shown.page && this.asked.scale !== deviceScale(shown);
    if (zooming) this.resting = setTimeout(() => this.ask(), REST);
    else this.ask();
  }

  close(): void {
    clearTimeout(this.resting);
    this.shown = undefined;
    painter.leave(this.slot);
  }

  /** Whether what was last asked for will do. */
  private reachesFar({ page, size, soft, view, viewport }: Shown): boolean {
    const { asked } = this;
    if (asked?.page !== page || asked.soft !== soft || asked.scale !== scaleOf(view) * viewport.ratio) return false;
    return contains(asked.part, visiblePart(view, viewport, size, LEAST_MARGIN));
  }

  private ask(): void {
    if (!this.shown) return;
    const { page, size, soft, view, viewport } = this.shown;
    this.asked = { page, soft, scale: deviceScale(this.shown), part: visiblePart(view, viewport, size, MARGIN) };
    painter.show({ slot: this.slot, ...this.asked }, (frame) => this.take(frame));
  }

  private take({ bitmap, ...frame }: Frame): void {
    if (frame.page !== this.shown?.page) {
      bitmap.close();
      return;
    }
    if (this.canvas.width !== bitmap.width) this.canvas.width = bitmap.width;
    if (this.canvas.height !== bitmap.height) this.canvas.height = bitmap.height;
    this.context.transferFromImageBitmap(bitmap);
    this.frame = frame;
    this.place();
    textsSeen(frame.revision);
    performance.clearMarks('banxin:frame');
    performance.mark('banxin:frame', { detail: frame.revision });
    letterSeen(frame.revision);
    // Tasks of their own after the frame, which is on the screen by then.
    requestAnimationFrame(() => {
      setTimeout(() => firstFrame.come());
      setTimeout(() => store.seen(frame.revision), PANEL_REST);
    });
  }

  /** Puts the last frame where it belongs in the drawn view; one of another page is hidden. */
  private place(): void {
    const { frame, drawn, canvas } = this;
    const { style } = canvas;
    style.visibility = frame && drawn && isSameSheet(frame.page, drawn.page) ? 'visible' : 'hidden';
    if (!frame || !drawn) return;
    const origin = originOf(drawn.view, drawn.viewport);
    const stretch = scaleOf(drawn.view) / frame.scale;
    style.width = `${frame.part.width * stretch}px`;
    style.height = `${frame.part.height * stretch}px`;
    style.transform = `translate(${origin.x + frame.part.x * stretch}px, ${origin.y + frame.part.y * stretch}px)`;
  }
}

/** A proposal of the page has a key below zero; it shows until the page itself is painted, and the other way round. */
function isSameSheet(one: number, other: number): boolean {
  return one === other || one < 0 || other < 0;
}

function deviceScale({ view, viewport }: Shown): number {
  return scaleOf(view) * viewport.ratio;
}
