/** A picture of a finished advertisement for the desk: what its inks look like on paper. */
import { openPdf } from '../inspect/document';
import { trimOf } from '../placed/place-page';
import { processSamples } from '../raster/composite';
import { separate } from '../raster/separate';
import { separator } from '../raster/separator';
import { inflate } from './inflate';
import { decodeFormat, jpeg } from './proof-engine';
import type { Separation } from './separation';

/** Pixels of the longer side, and the finest resolution, that a screen shows at its largest zoom. */
const longestSide = 1600;
const finestDpi = 200;

/** A JPEG of the first page's trim box, upright. Rejects when the page cannot be read. */
export async function pagePreview(bytes: Uint8Array, separation: Separation): Promise<Uint8Array> {
  const [page] = (await openPdf(bytes, '')).pages;
  if (!page) throw new RangeError('no page');
  const box = trimOf(page);
  const points = Math.max(box.right - box.left, box.top - box.bottom);
  const dpi = Math.min(finestDpi, (longestSide / points) * 72);
  const plates = separate(
    page,
    { inflate, fonts: new Map(), separate: separator((rgb) => separation.fromRgb(rgb, undefined).samples) },
    box,
    dpi,
    decodeFormat,
  );
  const { width, height } = plates.plates;
  return jpeg(separation.seen(processSamples(plates)), width, height);
}
