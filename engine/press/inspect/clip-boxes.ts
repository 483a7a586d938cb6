/** Boxes of what clipping paths leave open, kept, since thousands of objects share one clip. */
import type { Box } from '../geometry';
import type { Clip } from './graphics-state';
import { boxOf } from './path';

const nowhere: Box = { left: 0, bottom: 0, right: 0, top: 0 };

/** What two boxes have in common; without area when they do not meet. */
export const commonBox = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  bottom: Math.max(one.bottom, other.bottom),
  right: Math.min(one.right, other.right),
  top: Math.min(one.top, other.top),
});

/** Knows of each clip, with those around it, the box that it leaves open. */
export class ClipBoxes {
  private readonly boxes = new WeakMap<Clip, Box>();

  /** @param whole what is open without a clip */
  constructor(private readonly whole: Box) {}

  of(clip: Clip | undefined): Box {
    if (!clip) return this.whole;
    let box = this.boxes.get(clip);
    if (!box) {
      box = commonBox(boxOf(clip.path) ?? nowhere, this.of(clip.outer));
      this.boxes.set(clip, box);
    }
    return box;
  }
}
