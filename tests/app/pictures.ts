/** Pictures of the canvas, kept in the window as pixels and compared there. */
import type { JSHandle, Page } from 'playwright-core';
import { quiet } from './frame';

/** Repainting a part of the page may round the edge of the part differently by a level or two; nobody sees that. */
const UNSEEN = 6;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each. */
  readonly data: Uint8ClampedArray;
}

export type Picture = JSHandle<Pixels>;

/** What the canvas shows now. */
export function takePicture(page: Page): Promise<Picture> {
  return page.evaluateHandle(`(() => {
    const frame = document.querySelector('canvas.frame');
    const context = new OffscreenCanvas(frame.width, frame.height).getContext('2d', { willReadFrequently: true });
    context.drawImage(frame, 0, 0);
    return context.getImageData(0, 0, frame.width, frame.height);
  })()`) as Promise<Picture>;
}

/** What it shows when nothing changes any more. */
export async function pictureAtRest(page: Page): Promise<Picture> {
  await quiet(page);
  return takePicture(page);
}

/** Pixels in which two pictures differ to the eye; those of other sizes do in all. */
export function differentPixels(one: Picture, other: Picture): Promise<number> {
  return one.evaluate(
    (a, [b, unseen]) => {
      if (a.width !== b.width || a.height !== b.height) return a.width * a.height;
      let count = 0;
      for (let at = 0; at < a.data.length; at++) {
        if (Math.abs(a.data[at]! - b.data[at]!) <= unseen) continue;
        count++;
        // The last of the pixel's four.
        at |= 3;
      }
      return count;
    },
    [other, UNSEEN] as const,
  );
}
