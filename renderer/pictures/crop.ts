/** Panning and zooming of a picture in its frame. Pure functions of the photograph. */
import type { Edit, Photo } from '../../engine/issue/index';
import { coverCrop } from '../../engine/layout/picture';
import { clamp } from '../state/clamp';

/** A frame's proportions; only its sides' ratio counts. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const MOST_ZOOM = 8;
export const ALL = { x: 0, y: 0, width: 1, height: 1 } as const;

export type Crop = Pick<Photo, 'focus' | 'zoom' | 'whole'>;

/** The part of the picture that its frame shows. */
export function shownPart(photo: Photo, frame: Frame) {
  return photo.whole ? ALL : coverCrop(photo, frame);
}

/** Dragged by so much, in shares of the picture's sides as it is shown. */
export function panned(photo: Photo, frame: Frame, dx: number, dy: number): Crop {
  if (photo.whole) return photo;
  const { x, y, width, height } = coverCrop(photo, frame);
  const focus = { x: middle(x - dx, width), y: middle(y - dy, height) };
  return { focus, zoom: photo.zoom };
}

/** So many times closer than now, the place of the frame at `at` (shares of its sides) staying where it is. */
export function zoomed(photo: Photo, frame: Frame, factor: number, at = { x: 0.5, y: 0.5 }): Crop {
  const zoom = clamp((photo.whole ? 1 : (photo.zoom ?? 1)) * factor, 1, MOST_ZOOM);
  const before = coverCrop({ ...photo, zoom: photo.whole ? 1 : photo.zoom }, frame);
  const after = coverCrop({ ...photo, zoom }, frame);
  const start = {
    x: before.x + at.x * (before.width - after.width),
    y: before.y + at.y * (before.height - after.height),
  };
  return { focus: { x: middle(start.x, after.width), y: middle(start.y, after.height) }, zoom };
}

/** The middle of a part of the picture that starts at a place, kept inside. */
function middle(start: number, size: number): number {
  return clamp(start, 0, 1 - size) + size / 2;
}

/** A crop by the editor; zoom 1 and 裁满 are what a photograph is without them. */
export function cropEdit(photo: Photo, change: Partial<Crop>): Edit {
  const { zoom: _z, whole: _w, ...rest } = photo;
  const { focus = photo.focus } = change;
  const zoom = 'zoom' in change ? change.zoom : photo.zoom;
  const whole = 'whole' in change ? change.whole : photo.whole;
  const item: Photo = {
    ...rest,
    focus: { x: round(focus.x), y: round(focus.y) },
    focusBy: 'editor',
    ...(zoom && round(zoom) > 1 ? { zoom: round(zoom) } : {}),
    ...(whole ? { whole } : {}),
  };
  return { type: 'put', list: 'photos', item };
}

/** Documents stay readable: a ten-thousandth is less than a pixel. */
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
