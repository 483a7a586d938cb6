/** How many pixels a picture needs on paper. Pure arithmetic, so that every shell plans alike. */

/** Fractions 0–1 of the upright picture. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a picture stands; lengths in points. */
export interface Placement {
  readonly crop: Crop;
  readonly widthPt: number;
  readonly heightPt: number;
}

export interface PicturePlan {
  /** The crop in pixels of the upright picture. */
  readonly left: number;
  readonly top: number;
  readonly cropWidth: number;
  readonly cropHeight: number;
  /** Pixels that go into the file. */
  readonly width: number;
  readonly height: number;
}

/** Above 300 ppi a newsprint screen shows nothing more; such pictures are reduced to 250. Never enlarged. */
const mostPpi = 300;
const reducedPpi = 250;

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** `width` and `height` are the pixels of the upright picture. */
export function planPicture(width: number, height: number, { crop, widthPt, heightPt }: Placement): PicturePlan {
  const left = clamp(Math.round(crop.x * width), 0, width - 1);
  const top = clamp(Math.round(crop.y * height), 0, height - 1);
  const cropWidth = clamp(Math.round(crop.width * width), 1, width - left);
  const cropHeight = clamp(Math.round(crop.height * height), 1, height - top);
  const inches = { x: Math.max(widthPt, 1) / 72, y: Math.max(heightPt, 1) / 72 };
  const ppi = Math.min(cropWidth / inches.x, cropHeight / inches.y);
  const scale = ppi > mostPpi ? reducedPpi / ppi : 1;
  return {
    left,
    top,
    cropWidth,
    cropHeight,
    width: Math.max(1, Math.round(cropWidth * scale)),
    height: Math.max(1, Math.round(cropHeight * scale)),
  };
}

/** A JPEG decoder can halve its output up to three times for free: the largest divisor that still leaves enough pixels. */
export function jpegDivisor(plan: PicturePlan): 1 | 2 | 4 | 8 {
  const spare = plan.cropWidth / plan.width;
  if (spare >= 8) return 8;
  if (spare >= 4) return 4;
  return spare >= 2 ? 2 : 1;
}
