/** 压题照片: a headline in white on its story's first picture, which is darkened behind it. */
import type { ShadeStop } from '../display/types';
import type { Photo } from '../issue/types';
import { WHITE } from './colours';
import { BASELINE, type Box } from './grid';
import type { HeadStack } from './head-stack';
import type { Sheet } from './sheet';
import { HEAD_FOOT } from './styles';
import type { HeadSources } from './text-source';

/** White between the headline and the picture's edge, points of a 9 pt body. */
const EDGE = 10;
/** Depth over which the picture goes over into the dark behind the headline, as a share of the headline's. */
const FADE = 0.7;
/** How dark: white on a white sky so darkened still has a contrast of 6 to 1. */
const DARK = 0.62;
/** A subject below this share of the height has the headline above it. */
const LOW = 0.62;

/** Points that a picture's foot loses to its caption's white. */
const FOOT = 2;

/** Whether a picture of a height in points is deep enough for a stack. */
export function fitsOn(stack: HeadStack, height: number, scale: number): boolean {
  return depthOf(stack, scale) + 2 * EDGE * scale <= height - FOOT * scale;
}

/** From the first line's top to the last line's foot, points. */
function depthOf({ lines, depth }: HeadStack, scale: number): number {
  return Math.max(0, depth - HEAD_FOOT * scale - (lines[0]?.top ?? 0));
}

/** Where the headline stands in a frame, and the shade behind it. */
export interface HeadOnPicture {
  /** Top of the stack's own depth, points on the page. */
  readonly top: number;
  readonly shade: readonly ShadeStop[];
}

/** At the picture's foot, or above a subject that is low. */
export function headOnPicture(stack: HeadStack, frame: Box, photo: Photo | undefined, scale: number): HeadOnPicture {
  const first = stack.lines[0]?.top ?? 0;
  const depth = depthOf(stack, scale);
  const edge = EDGE * scale;
  const dark = Math.min(1, (depth + 2 * edge) / frame.height);
  const fade = Math.min(1, dark + (depth * FADE) / frame.height);
  if (photo && photo.focus.y > LOW)
    return { top: frame.y + edge - first, shade: [stop(0, DARK), stop(dark, DARK), stop(fade, 0)] };
  const shade = [stop(1 - fade, 0), stop(1 - dark, DARK), stop(1, DARK)];
  return { top: frame.y + frame.height - edge - depth - first, shade };
}

function stop(at: number, dark: number): ShadeStop {
  return { at, dark };
}

/** Draws the lines in white, which knocks out of the picture, in the middle of the frame. */
export function drawHeadOnPicture(sheet: Sheet, stack: HeadStack, sources: HeadSources, frame: Box, top: number): void {
  for (const line of stack.lines) {
    const y = top + line.top + BASELINE * line.size;
    const middle = frame.x + frame.width / 2 + line.shift;
    sheet.shows(sources[line.part], () => sheet.set(line.set, middle, y, 'centre', WHITE, line.stretch));
  }
}
