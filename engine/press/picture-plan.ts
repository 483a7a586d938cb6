/** How many pixels a picture needs on paper. Pure arithmetic, so that every shell plans alike. */
import type { ShadeStop } from '../display/types';
import { inkLimit } from './ink';

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
  /** Darkened for type on it; see the display list. */
  readonly shade?: readonly ShadeStop[];
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

/** How pictures are made ready for a printing condition. */
export interface PictureSettings {
  /** False on pages that carry black ink alone: pictures become grey. */
  readonly colour: boolean;
  /** Pictures with more pixels per inch than `mostPpi` are reduced to `reducedPpi`; none is enlarged. */
  readonly mostPpi: number;
  readonly reducedPpi: number;
  /** Most ink on one spot, share of one plate's full tone: 2.2 is 220 %. */
  readonly inkLimit: number;
  /** False where the standard of the file knows no transparency (PDF/X-1a): placed pages are flattened. */
  readonly transparency: boolean;
  /** Strength of the edges' emphasis that makes up for what the screen and the paper swallow, 0 (none) – 2. */
  readonly sharpen: number;
}

/** Coldset newsprint: above 300 ppi its screen shows nothing more. */
export const newsprint: PictureSettings = {
  transparency: true,
  colour: true,
  mostPpi: 300,
  reducedPpi: 250,
  inkLimit,
  sharpen: 0.5,
};

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** `width` and `height` are the pixels of the upright picture. */
export function planPicture(
  width: number,
  height: number,
  { crop, widthPt, heightPt }: Placement,
  { mostPpi, reducedPpi }: Pick<PictureSettings, 'mostPpi' | 'reducedPpi'> = newsprint,
): PicturePlan {
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
