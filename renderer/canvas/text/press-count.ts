/** Presses that follow each other at one place count together: once places the caret, twice takes a word, three times a paragraph. */
import type { Point } from '../view';

/** So soon after each other, milliseconds, and so near, CSS pixels. */
const MULTIPLE = 450;
const NEAR = 3;

/** Counts the presses of one pointer. */
export class PressCount {
  private last = { time: 0, x: 0, y: 0, count: 0 };

  /** How many presses this one makes, 1 to 3. */
  add(time: number, { x, y }: Point): number {
    const { last } = this;
    const again = time - last.time < MULTIPLE && Math.hypot(x - last.x, y - last.y) < NEAR;
    this.last = { time, x, y, count: again ? (last.count % 3) + 1 : 1 };
    return this.last.count;
  }
}
