/** Photographs in their frames: the crop that keeps the focus, the keyline, the caption below. */
import type { Picture, ShadeStop } from '../display/types';
import type { Photo } from '../issue/types';
import type { Caption } from './caption';
import { KEYLINE, TINT } from './colours';
import { type Box, baseline, type Grid } from './grid';
import type { Sheet } from './sheet';
import type { CaptionSources } from './text-source';

const KEYLINE_WEIGHT = 0.25;
/** A picture's foot stands this much short of the row, so that its caption does not touch it; points of a 9 pt body. */
export const PICTURE_FOOT = 2;

/**
 * The part of a picture that fills a frame, fractions 0–1: the largest with the frame's proportions or as many times less as
 * the editor went closer, as near to the focus as the edges allow.
 */
export function coverCrop(photo: Photo, frame: Box): Picture['crop'] {
  const pictureRatio = photo.width / photo.height;
  const frameRatio = frame.width / frame.height;
  const zoom = photo.zoom ?? 1;
  const width = Math.min(1, frameRatio / pictureRatio) / zoom;
  const height = Math.min(1, pictureRatio / frameRatio) / zoom;
  const start = (focus: number, size: number) => Math.min(1 - size, Math.max(0, focus - size / 2));
  return { x: start(photo.focus.x, width), y: start(photo.focus.y, height), width, height };
}

/** The largest box of a picture's proportions in the middle of another. */
export function wholeIn(box: Box, { width, height }: Photo): Box {
  const scale = Math.min(box.width / width, box.height / height);
  const [wide, high] = [width * scale, height * scale];
  return { x: box.x + (box.width - wide) / 2, y: box.y + (box.height - high) / 2, width: wide, height: high };
}

const ALL = { x: 0, y: 0, width: 1, height: 1 };

/** Shows a photograph, or a frame where it has not come: light, or dark behind type. One with type on it fills its frame. */
export function drawPicture(sheet: Sheet, photo: Photo | undefined, room: Box, shade?: readonly ShadeStop[]): void {
  if (!photo) {
    // White type needs its ground in print too.
    if (shade) sheet.fill(room, KEYLINE);
    else sheet.items.push({ kind: 'fill', ...room, colour: TINT, awaits: 'picture' });
    return;
  }
  const whole = photo.whole === true && !shade;
  const frame = whole ? wholeIn(room, photo) : room;
  const crop = whole ? ALL : coverCrop(photo, frame);
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
  sheet.ofPicture(() => sheet.frame(frame, KEYLINE_WEIGHT, KEYLINE));
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
