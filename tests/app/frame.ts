/** What the canvas of the desk shows, as something to compare. */
import type { Page } from 'playwright-core';
import { isAtWork } from './support/at-work';

/** Longer than what was painted in haste waits until it is painted exactly, and than a photograph takes to come, milliseconds. */
const REST = 500;

/** A program that is at work for so long is waited for no longer, milliseconds. */
const MOST = 20_000;

/**
 * Waits until no frame has come for a while and nothing is at work any more: photographs and the sharp zoom come after the first
 * frame, lists and sums after it, and on a busy machine all of them late.
 */
export async function quiet(page: Page): Promise<void> {
  const end = Date.now() + MOST;
  do await noFrame(page);
  while (Date.now() < end && (await isAtWork(page)));
}

function noFrame(page: Page): Promise<void> {
  return page.evaluate(`(async () => {
    const begun = performance.now();
    const last = () => Math.max(begun, performance.getEntriesByName('banxin:frame').at(-1)?.startTime ?? 0);
    for (let left = ${REST}; left > 0; left = last() + ${REST} - performance.now())
      await new Promise((resolve) => setTimeout(resolve, left));
  })()`);
}

/** A sum of the frame's pixels and where the frame stands, once it is at rest. */
export async function frameAtRest(page: Page): Promise<string> {
  await quiet(page);
  return page.evaluate(`(() => {
    const frame = document.querySelector('canvas.frame');
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = [frame.width, frame.height];
    const context = copy.getContext('2d', { willReadFrequently: true });
    context.drawImage(frame, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, copy.width, copy.height).data.buffer);
    let sum = 0;
    for (const pixel of pixels) sum = (Math.imul(sum, 31) + pixel) | 0;
    return sum + frame.style.cssText;
  })()`);
}
