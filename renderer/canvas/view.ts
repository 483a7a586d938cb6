/**
 * Where the page lies on the screen. The middle of the canvas shows the view's point (x, y) of the page; zoom 1 shows a
 * point as 96/72 CSS pixels. The page's corner stands on a whole device pixel, so that frames are not blurred.
 */
import { clamp } from '../state/clamp';
import { LEAST_ZOOM, MOST_ZOOM, type View } from '../state/store';
import type { PixelRect } from './paint';

/** The canvas without its rulers, CSS pixels; `ratio` device pixels each. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

/** Trim size of a page, points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** What is shown beside each other: one page, or two facing ones, points from the corner of the page that is worked on. */
export interface Range extends PageSize {
  readonly left: number;
}

/** The page alone, or with the one whose left edge is at `left`. */
export function rangeOf({ width, height }: PageSize, left: number): Range {
  return { left: Math.min(0, left), width: left === 0 ? width : 2 * width, height };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** CSS pixels of a point at zoom 1. */
const PIXELS_A_POINT = 96 / 72;
/** White around a page that fits, CSS pixels. */
const FIT_MARGIN = 24;

/** CSS pixels a point. */
export function scaleOf({ zoom }: Pick<View, 'zoom'>): number {
  return zoom * PIXELS_A_POINT;
}

/** The page's left upper corner in the viewport, CSS pixels. */
export function originOf(view: View, { width, height, ratio }: Viewport): Point {
  const scale = scaleOf(view);
  const whole = (value: number) => Math.round(value * ratio) / ratio;
  return { x: whole(width / 2 - view.x * scale), y: whole(height / 2 - view.y * scale) };
}

/** The point of the page, in points, at a place of the viewport. */
export function pagePoint(view: View, viewport: Viewport, { x, y }: Point): Point {
  const origin = originOf(view, viewport);
  const scale = scaleOf(view);
  return { x: (x - origin.x) / scale, y: (y - origin.y) / scale };
}

/** Everything that is shown, as large as it goes. */
export function fitView(page: Range, { width, height }: Viewport): View {
  const across = (width - 2 * FIT_MARGIN) / (page.width * PIXELS_A_POINT);
  const down = (height - 2 * FIT_MARGIN) / (page.height * PIXELS_A_POINT);
  return {
    fit: true,
    zoom: clamp(Math.min(across, down), LEAST_ZOOM, MOST_ZOOM),
    x: page.left + page.width / 2,
    y: page.height / 2,
  };
}

/** Larger or smaller by a factor; the point of the page at `at` stays there. */
export function zoomAt(view: View, viewport: Viewport, factor: number, at: Point): View {
  const zoom = clamp(view.zoom * factor, LEAST_ZOOM, MOST_ZOOM);
  // Points from the middle of the canvas to the place, now and then.
  const change = 1 / scaleOf(view) - 1 / scaleOf({ zoom });
  const x = view.x + (at.x - viewport.width / 2) * change;
  return { fit: false, zoom, x, y: view.y + (at.y - viewport.height / 2) * change };
}

/** Moved as if the page were dragged by so many CSS pixels; the middle of the canvas stays over the page. */
export function panBy(view: View, page: Range, dx: number, dy: number): View {
  const scale = scaleOf(view);
  const x = clamp(view.x - dx / scale, page.left, page.left + page.width);
  const y = clamp(view.y - dy / scale, 0, page.height);
  return { ...view, fit: false, x, y };
}

/** The part of the page in sight with `margin` device pixels around it; empty when the page is out of sight. */
export function visiblePart(view: View, viewport: Viewport, page: PageSize, margin: number): PixelRect {
  const { ratio } = viewport;
  const origin = originOf(view, viewport);
  const scale = scaleOf(view) * ratio;
  const left = clamp(Math.floor(-origin.x * ratio) - margin, 0, Math.ceil(page.width * scale));
  const top = clamp(Math.floor(-origin.y * ratio) - margin, 0, Math.ceil(page.height * scale));
  const right = clamp(Math.ceil((viewport.width - origin.x) * ratio) + margin, left, Math.ceil(page.width * scale));
  const bottom = clamp(Math.ceil((viewport.height - origin.y) * ratio) + margin, top, Math.ceil(page.height * scale));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function contains(outer: PixelRect, inner: PixelRect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
