/** What the canvas of the desk shows, as something to compare. */
import type { Page } from 'playwright-core';

/** A sum of the frame's pixels and where the frame stands. */
function frameSum(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    const frame = document.querySelector('canvas.frame');
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = [frame.width, frame.height];
    const context = copy.getContext('2d', { willReadFrequently: true });
    context.drawImage(frame, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, copy.width, copy.height).data.buffer);
    return pixels.reduce((sum, pixel) => (Math.imul(sum, 31) + pixel) | 0, 0) + frame.style.cssText;
  })()`);
}

/** Waits until the frame has not changed for a while: photographs and the sharp zoom come after the first. */
export async function frameAtRest(page: Page): Promise<string> {
  let last = await frameSum(page);
  for (let alike = 0; alike < 2; ) {
    await page.waitForTimeout(250);
    const now = await frameSum(page);
    alike = now === last ? alike + 1 : 0;
    last = now;
  }
  return last;
}
