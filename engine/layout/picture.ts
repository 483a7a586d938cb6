/** Photographs in their frames: the crop that keeps the focus, the keyline, the caption below. */
import type { ShadeStop } from '../display/types';
import type { Photo } from '../issue/types';
import type { Caption } from './caption';
import { KEYLINE, TINT } from './colours';
import { type Box, baseline, type Grid } from './grid';
import type { Sheet } from './sheet';
import type { CaptionSources } from './text-source';

const KEYLINE_WEIGHT = 0.25;

/** The largest part of a picture with the frame's proportions, as near to the focus as the edges allow; fractions 0–1. */
export function coverCrop(photo: Photo, frame: Box): { x: number; y: number; width: number; height: number } {
  const pictureRatio = photo.width / photo.height;
  const frameRatio = frame.width / frame.height;
  const width = Math.min(1, frameRatio / pictureRatio);
  const height = Math.min(1, pictureRatio / frameRatio);
  const start = (focus: number, size: number) => Math.min(1 - size, Math.max(0, focus - size / 2));
  return { x: start(photo.focus.x, width), y: start(photo.focus.y, height), width, height };
}

/** Shows a photograph, or a frame where it has not come: light, or dark behind type. */
export function drawPicture(sheet: Sheet, photo: Photo | undefined, frame: Box, shade?: readonly ShadeStop[]): void {
  if (!photo) {
    sheet.fill(frame, shade ? KEYLINE : TINT);
    return;
  }
  const crop = coverCrop(photo, frame);
  const ppi = (photo.width * crop.width) / (frame.width / 72);
  sheet.items.push({
    kind: 'picture',
    asset: photo.asset,
    ...(photo.preview ? { preview: photo.preview } : {}),
    x: frame.x,
    y: frame.y,
    width: frame.width,
    height: frame.height,
    crop,
    ppi,
    ...(shade ? { shade } : {}),
  });
  sheet.frame(frame, KEYLINE_WEIGHT, KEYLINE);
}

/** Sets a caption from a row on, its columns from x. */
export function drawCaption(
  sheet: Sheet,
  grid: Grid,
  caption: Caption,
  x: number,
  width: number,
  row: number,
  sources: CaptionSources | undefined,
): void {
  sheet.report(caption.paragraph);
  caption.lines.forEach((line, i) => {
    const column = Math.floor(i / caption.depth);
    const y = baseline(grid, row + i - column * caption.depth);
    sheet.shows(sources?.caption, () => sheet.line(line, x + column * caption.step, y));
  });
  const { credit } = caption;
  if (!credit) return;
  const creditRow = caption.creditOwnRow ? row + caption.depth : row + Math.max(0, caption.depth - 1);
  sheet.shows(sources?.credit, () => sheet.set(credit, x + width, baseline(grid, creditRow), 'right'));
}
