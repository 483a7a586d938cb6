/** Small pictures that were painted before, by what they show; the longest unused ones go when they take too much memory. */

export interface Stamp {
  readonly picture: ImageBitmap;
  /** Its left upper corner from the whole pixel that it is placed by. */
  readonly left: number;
  readonly top: number;
}

const BYTES_A_PIXEL = 4;
/** What a bitmap takes besides its pixels, about. A canvas takes ten times as much, and thousands of small ones are kept. */
const BYTES_A_STAMP = 1600;

export class Stamps {
  private readonly stamps = new Map<string, Stamp>();
  private bytes = 0;

  /** `most` bytes are kept. */
  constructor(private readonly most: number) {}

  /** The stamp of that key; `make` paints it when it is not there. */
  get(key: string, make: () => Stamp): Stamp {
    const known = this.stamps.get(key);
    if (known) {
      // A map keeps its keys in the order of their setting: the first is the longest unused.
      this.stamps.delete(key);
      this.stamps.set(key, known);
      return known;
    }
    const stamp = make();
    this.stamps.set(key, stamp);
    this.bytes += bytesOf(stamp);
    this.forget();
    return stamp;
  }

  /** Whether the stamp of that key is there. */
  has(key: string): boolean {
    return this.stamps.has(key);
  }

  private forget(): void {
    for (const [key, stamp] of this.stamps) {
      if (this.bytes <= this.most || this.stamps.size === 1) return;
      this.stamps.delete(key);
      this.bytes -= bytesOf(stamp);
      stamp.picture.close();
    }
  }
}

function bytesOf({ picture }: Stamp): number {
  return picture.width * picture.height * BYTES_A_PIXEL + BYTES_A_STAMP;
}

/** A canvas in main memory: pages are put together from thousands of small ones, which no graphics card likes. */
export function makeCanvas(
  width: number,
  height: number,
): { canvas: OffscreenCanvas; context: OffscreenCanvasRenderingContext2D } {
  const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
  return { canvas, context: canvas.getContext('2d', { willReadFrequently: true })! };
}

/** Stamps are painted on it one after the other; each takes its pixels along. */
const sheet = makeCanvas(1, 1);

/** A picture of so many pixels as `paint` paints it on nothing. */
export function paintStamp(
  width: number,
  height: number,
  paint: (context: OffscreenCanvasRenderingContext2D) => void,
): ImageBitmap {
  const { canvas, context } = sheet;
  if (canvas.width !== width) canvas.width = Math.max(1, width);
  if (canvas.height !== height) canvas.height = Math.max(1, height);
  context.save();
  paint(context);
  context.restore();
  return canvas.transferToImageBitmap();
}
