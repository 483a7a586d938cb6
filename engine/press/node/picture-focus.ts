/** Where the subject of a photograph is (智能裁切): what a crop to another shape keeps. */
import smartcrop from 'smartcrop';

/** Four bytes a pixel, red, green, blue and alpha, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Fractions 0–1 of the picture's sides. */
export interface Focus {
  readonly x: number;
  readonly y: number;
}

/** Shorter side to which a picture is reduced before it is looked at, pixels: the grain that the library is made for. */
export const FOCUS_PIXELS = 256;

/** Share of a side that a trial crop keeps: about the most that a page cuts away. */
const KEPT = 0.5;
/** Crops whose score lacks at most this share of the spread count as equally good; their middle is taken. */
const ALIKE = 0.1;
/** A picture whose sides are so different gives no room to choose along the shorter one. */
const LEAST_SIDE = 32;

/**
 * The focus of a photograph. A crop cuts either width or height, so its two fractions are found apart: the one by upright
 * crops that keep half the width, the other by flat crops that keep half the height.
 */
export async function findFocus(pixels: Pixels): Promise<Focus> {
  const { width, height } = pixels;
  if (Math.min(width, height) < LEAST_SIDE) return { x: 0.5, y: 0.5 };
  const upright = await bestMiddle(pixels, width * KEPT, height, 'x');
  const flat = await bestMiddle(pixels, width, height * KEPT, 'y');
  return { x: upright, y: flat };
}

/** Middle of the best crops of this size along one side, as a fraction of the side. */
async function bestMiddle(pixels: Pixels, width: number, height: number, side: 'x' | 'y'): Promise<number> {
  const imageOperations = {
    open: (image: Pixels) => Promise.resolve(image),
    resample: (image: Pixels) => image,
    getData: (image: Pixels) => Promise.resolve(image),
  };
  const { crops = [] } = await smartcrop.crop(pixels, {
    width: Math.round(width),
    height: Math.round(height),
    minScale: 1,
    ruleOfThirds: false,
    prescale: false,
    debug: true,
    imageOperations,
  });
  const scores = crops.map(({ score }) => score.total);
  const best = Math.max(...scores);
  const enough = best - (best - Math.min(...scores)) * ALIKE;
  const good = crops.filter(({ score }) => score.total >= enough);
  if (good.length === 0) return 0.5;
  const middles = good.map((crop) => (side === 'x' ? crop.x + crop.width / 2 : crop.y + crop.height / 2));
  const middle = middles.reduce((sum, one) => sum + one, 0) / middles.length;
  return Math.min(1, Math.max(0, middle / (side === 'x' ? pixels.width : pixels.height)));
}
