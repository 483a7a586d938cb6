/** Lays a picture's samples on the plates. */
import { boxAround, inverse, lengths, times, transformed } from '../geometry';
import type { GraphicsState } from '../inspect/graphics-state';
import type { SampledPicture } from '../inspect/page-sink';
import { areaOf } from './clipping';
import { isEmpty, overlap, type PixelBox } from './coverage';
import type { PicturePlanes } from './picture-planes';
import type { PlatePainter } from './plate-painter';
import type { ClipMask, Inks } from './plates';

export function paintPicture(painter: PlatePainter, picture: SampledPicture, state: GraphicsState): void {
  const matrix = times(state.matrix, painter.toPixels);
  const { plates } = painter;
  const clip = painter.clipping.of(state);
  const open = overlap(
    overlap(pixelsAround(boxAround(matrix, { left: 0, bottom: 0, right: 1, top: 1 })), clip.box),
    plates.whole,
  );
  const back = inverse(matrix);
  if (!back || isEmpty(open) || painter.isTooMuch()) return;
  painter.spend(areaOf(open));
  const scale = lengths(matrix);
  const factor = (samples: number, pixels: number) => Math.max(1, Math.min(64, Math.floor(samples / Math.max(1, pixels))));
  const by = { x: factor(picture.width, scale.x), y: factor(picture.height, scale.y) };
  const planes = painter.shop.pictures.planesOf(picture, by);
  if (!planes) {
    painter.unread('picture');
    return;
  }
  const laying = painter.laying(state, false);
  const inks = picture.stencil ? painter.inks(state.fill, state, false) : emptyInks(painter, state);
  const targets = picture.stencil ? [] : planes.names.map((name) => plates.indexOf(name));
  for (let y = open.top; y < open.bottom; y++) {
    for (let x = open.left; x < open.right; x++) {
      const { x: u, y: v } = transformed(back, x + 0.5, y + 0.5);
      if (u < 0 || u >= 1 || v < 0 || v >= 1) continue;
      const sample = Math.floor((1 - v) * planes.height - 1e-9) * planes.width + Math.floor(u * planes.width);
      const share = shareOf(planes, sample, x, y, clip);
      if (share === 0) continue;
      for (let t = 0; t < targets.length; t++) if (targets[t]! >= 0) inks[targets[t]!] = planes.planes[t]![sample]!;
      plates.lay(plates.pixelAt(x, y), inks, share, laying);
    }
  }
}

function pixelsAround({ left, right, top, bottom }: { left: number; right: number; top: number; bottom: number }): PixelBox {
  const box = {
    left: Math.floor(left + 0.5),
    right: Math.floor(right + 0.5),
    top: Math.floor(bottom + 0.5),
    bottom: Math.floor(top + 0.5),
  };
  // Pictures of a pixel's thickness are rules: they do not vanish.
  return {
    ...box,
    right: Math.max(box.right, Math.floor(left) + 1),
    bottom: Math.max(box.bottom, Math.floor(bottom) + 1),
  };
}

/** Nothing on any plate; overprinting, plates that the picture does not name stay as they are. */
function emptyInks({ plates }: PlatePainter, { overprintFill }: GraphicsState): Inks {
  return new Int16Array(plates.plates.length).fill(overprintFill ? -1 : 0);
}

function shareOf({ alpha }: PicturePlanes, sample: number, x: number, y: number, { box, data }: ClipMask): number {
  const soft = alpha ? alpha[sample]! / 255 : 1;
  return data ? (soft * data[(y - box.top) * (box.right - box.left) + x - box.left]!) / 255 : soft;
}
