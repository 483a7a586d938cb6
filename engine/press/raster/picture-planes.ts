/** Samples of a PDF's picture → ink planes. */
import type { ColourSpace } from '../inspect/colour-space';
import type { SampledPicture } from '../inspect/page-sink';
import { type DecodeFormat, isTooLarge, none, type Reduction, rawSamples, type Samples } from './picture-samples';

export interface PicturePlanes {
  readonly width: number;
  readonly height: number;
  /** Plates that the planes belong to. */
  readonly names: readonly string[];
  readonly planes: readonly Uint8Array[];
  /** 0–255; undefined when all of it is opaque. */
  readonly alpha?: Uint8Array;
}

/**
 * Undefined when the samples cannot be told. A stencil has no planes but its shape as `alpha`. Samples are averaged before
 * they are turned into inks, so that no ink between the painted pixels is lost and large pictures cost little.
 */
export function planesOf(picture: SampledPicture, decodeFormat: DecodeFormat, by: Reduction): PicturePlanes | undefined {
  if (isTooLarge(picture)) return undefined;
  const isMixable = !picture.space.name.startsWith('Indexed') && !picture.colourKey && !picture.matte && !picture.stencil;
  const raw = rawSamples(picture, decodeFormat, isMixable ? by : none);
  if (!raw) return undefined;
  if (picture.stencil) return reduced(stencil(picture, raw), by.x, by.y);
  const space = picture.space.components > 0 ? picture.space : picture.spaceOf(raw.channels);
  const shape = shapeOf(picture, raw, decodeFormat, by);
  const own = picture.matte && shape ? withoutMatte(raw, shape, picture.matte) : raw;
  const planes = inkPlanes(picture, space, own);
  const whole = { width: raw.width, height: raw.height, names: space.plates, planes };
  if (!shape) return isMixable ? whole : reduced(whole, by.x, by.y);
  const masked = shape.width > raw.width || shape.height > raw.height ? enlarged(whole, shape) : whole;
  const alpha = sized(shape, masked.width, masked.height);
  return isMixable ? { ...masked, alpha } : reduced({ ...masked, alpha }, by.x, by.y);
}

/** Decode [0 1] paints where samples are 0. */
function stencil(picture: SampledPicture, { width, height, values }: Samples): PicturePlanes {
  const painted = picture.decode?.[0] === 1;
  const alpha = new Uint8Array(width * height);
  for (let i = 0; i < alpha.length; i++) alpha[i] = values[i]! > 0 === painted ? 255 : 0;
  return { width, height, names: [], planes: [], alpha };
}

function inkPlanes(
  { decode }: SampledPicture,
  space: ColourSpace,
  { width, height, channels, bits, values }: Samples,
): Uint8Array[] {
  const ranges = decode ?? space.decode(bits);
  const most = 2 ** bits - 1;
  const planes = space.plates.map(() => new Uint8Array(width * height));
  const entry = new Float64Array(channels);
  const inks = new Float64Array(Math.max(4, planes.length));
  const scales = Array.from({ length: channels }, (_, i) => ((ranges[2 * i + 1] ?? 1) - (ranges[2 * i] ?? 0)) / most);
  let before = -1;
  for (let i = 0, at = 0; i < width * height; i++, at += channels) {
    // Neighbours are often alike: flat grounds, line art.
    const same = before >= 0 && sameSamples(values, before, at, channels);
    before = at;
    if (!same) {
      for (let k = 0; k < channels; k++) entry[k] = (ranges[2 * k] ?? 0) + values[at + k]! * scales[k]!;
      space.inks(entry, inks);
    }
    for (let p = 0; p < planes.length; p++) planes[p]![i] = inks[p]! * 255 + 0.5;
  }
  return planes;
}

function sameSamples(values: Uint8Array | Uint16Array, one: number, other: number, count: number): boolean {
  for (let i = 0; i < count; i++) if (values[one + i] !== values[other + i]) return false;
  return true;
}

interface Shape {
  readonly width: number;
  readonly height: number;
  readonly alpha: Uint8Array;
}

/** Opacity from a soft mask, a stencil or a colour key; undefined when all is opaque. */
function shapeOf(picture: SampledPicture, raw: Samples, decodeFormat: DecodeFormat, by: Reduction): Shape | undefined {
  const { softMask, stencilMask, colourKey } = picture;
  // As much of the mask as the picture has kept: a finer mask stays finer.
  const own = (mask: SampledPicture): Reduction => ({
    x: Math.max(1, Math.floor((by.x * mask.width) / picture.width)),
    y: Math.max(1, Math.floor((by.y * mask.height) / picture.height)),
  });
  if (softMask) return softShape(softMask, decodeFormat, picture.matte ? none : own(softMask));
  if (stencilMask) {
    const samples = isTooLarge(stencilMask) ? undefined : rawSamples(stencilMask, decodeFormat, own(stencilMask));
    const shows = stencilMask.decode?.[0] === 1;
    const most = 2 ** (samples?.bits ?? 1) - 1;
    const share = (value: number) => 255 * (shows ? value / most : 1 - value / most) + 0.5;
    return samples && { ...samples, alpha: Uint8Array.from(samples.values, share) };
  }
  return colourKey && colourKey.length === 2 * raw.channels ? { ...raw, alpha: keyedAlpha(raw, colourKey) } : undefined;
}

function softShape(mask: SampledPicture, decodeFormat: DecodeFormat, by: Reduction): Shape | undefined {
  const raw = isTooLarge(mask) ? undefined : rawSamples(mask, decodeFormat, by);
  if (!raw) return undefined;
  const most = 2 ** raw.bits - 1;
  const [low = 0, high = 1] = mask.decode ?? [];
  const alpha = new Uint8Array(raw.width * raw.height);
  for (let i = 0; i < alpha.length; i++)
    alpha[i] = 255 * Math.min(1, Math.max(0, low + (raw.values[i * raw.channels]! / most) * (high - low)));
  return { ...raw, alpha };
}

function keyedAlpha({ width, height, channels, values }: Samples, key: readonly number[]): Uint8Array {
  const alpha = new Uint8Array(width * height).fill(255);
  for (let p = 0; p < alpha.length; p++) {
    let hidden = true;
    for (let i = 0; i < channels && hidden; i++) {
      const value = values[p * channels + i]!;
      hidden = value >= key[2 * i]! && value <= key[2 * i + 1]!;
    }
    if (hidden) alpha[p] = 0;
  }
  return alpha;
}

/** Brought to the finer size of its mask: text in a flat colour is coded so. */
function enlarged(picture: PicturePlanes, { width, height }: Shape): PicturePlanes {
  const [wide, high] = [Math.max(width, picture.width), Math.max(height, picture.height)];
  const planes = picture.planes.map((alpha) => sized({ width: picture.width, height: picture.height, alpha }, wide, high));
  return { ...picture, width: wide, height: high, planes };
}

/** Nearest samples. */
function sized({ width, height, alpha }: Shape, wide: number, high: number): Uint8Array {
  if (wide === width && high === height) return alpha;
  const out = new Uint8Array(wide * high);
  const columns = Uint32Array.from({ length: wide }, (_, x) => Math.floor((x * width) / wide));
  for (let y = 0; y < high; y++) {
    const from = Math.floor((y * height) / high) * width;
    for (let x = 0; x < wide; x++) out[y * wide + x] = alpha[from + columns[x]!]!;
  }
  return out;
}

/** Samples that were mixed with a colour beforehand: takes it out again (§11.6.5.3). */
function withoutMatte(raw: Samples, shape: Shape, matte: readonly number[]): Samples {
  const { width, height, channels, bits, values } = raw;
  if (shape.width !== width || shape.height !== height || matte.length !== channels) return raw;
  const most = 2 ** bits - 1;
  const out = values.slice();
  for (let p = 0; p < width * height; p++) {
    const alpha = shape.alpha[p]! / 255;
    if (alpha === 0) continue;
    for (let k = 0; k < channels; k++) {
      const ground = matte[k]! * most;
      out[p * channels + k] = Math.min(most, Math.max(0, ground + (values[p * channels + k]! - ground) / alpha));
    }
  }
  return { ...raw, values: out };
}

/** Brings a picture down by whole factors, so that no ink between the sampled pixels is lost. */
export function reduced(picture: PicturePlanes, byX: number, byY: number): PicturePlanes {
  if (byX <= 1 && byY <= 1) return picture;
  const [width, height] = [Math.ceil(picture.width / byX), Math.ceil(picture.height / byY)];
  const shrink = (plane: Uint8Array): Uint8Array => {
    const out = new Uint8Array(width * height);
    for (let y = 0; y < height; y++) {
      const [top, bottom] = [y * byY, Math.min(picture.height, (y + 1) * byY)];
      for (let x = 0; x < width; x++) {
        const [left, right] = [x * byX, Math.min(picture.width, (x + 1) * byX)];
        let sum = 0;
        for (let v = top; v < bottom; v++) for (let u = left; u < right; u++) sum += plane[v * picture.width + u]!;
        out[y * width + x] = sum / ((bottom - top) * (right - left)) + 0.5;
      }
    }
    return out;
  };
  return {
    ...picture,
    width,
    height,
    planes: picture.planes.map(shrink),
    ...(picture.alpha ? { alpha: shrink(picture.alpha) } : {}),
  };
}
