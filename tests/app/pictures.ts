import type { Page } from 'playwright-core';

/** Repainting a part of the page may round the edge of the part differently by a level or two; nobody sees that. */
const UNSEEN = 6;

/** Pixels in which two screenshots of the same size (PNG, base64) differ to the eye. Decoded by the window itself. */
export function differentPixels(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    `(async () => {
      const pixels = async (picture) => {
        const image = new Image();
        image.src = 'data:image/png;base64,' + picture;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
        canvas.drawImage(image, 0, 0);
        return canvas.getImageData(0, 0, image.width, image.height).data;
      };
      const [one, other] = [await pixels('${one}'), await pixels('${other}')];
      let count = Math.abs(one.length - other.length) / 4;
      for (let at = 0; at < Math.min(one.length, other.length); at += 4) {
        const far = [0, 1, 2].some((ink) => Math.abs(one[at + ink] - other[at + ink]) > ${UNSEEN});
        if (far) count++;
      }
      return count;
    })()`,
  );
}
