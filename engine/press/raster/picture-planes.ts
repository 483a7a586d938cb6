/** Samples of a PDF's picture → ink planes. */
import type { SampledPicture } from '../inspect/page-sink';

/** A decoded picture format: samples of 8 bits, interleaved, as the file codes them (CMYK of a JPEG not turned about). */
export interface RawSamples {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly samples: Uint8Array;
}

/** Undefined when the format is not read, or the data is damaged. */
export type DecodeFormat = (bytes: Uint8Array, filter: string) => RawSamples | undefined;

export interface PicturePlanes {
  readonly width: number;
  readonly height: number;
  /** One plane for each plate of the picture's colour space. */
  readonly planes: readonly Uint8Array[];
  /** 0–255; undefined when all of it is opaque. */
  readonly alpha?: Uint8Array;
}

/** Larger pictures are not drawn: they are told as unread. */
const mostPixels = 120_000_000;

/** Undefined when the samples cannot be told. A stencil has no planes but its shape as `alpha`. */
export function planesOf(picture: SampledPicture, decodeFormat: DecodeFormat): PicturePlanes | undefined {
  if (picture.width * picture.height > mostPixels) return undefined;
  const raw = rawSamples(picture, decodeFormat);
  if (!raw) return undefined;
  if (picture.stencil) return stencil(picture, raw);
  const planes = inkPlanes(picture, raw);
  const mask = picture.softMask && maskOf(picture.softMask, decodeFormat, raw);
  return { width: raw.width, height: raw.height, planes, ...(mask ? { alpha: mask } : {}) };
}

/** Samples as numbers of up to 16 bits, one an entry. */
interface Samples {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly bits: number;
  readonly values: Uint8Array | Uint16Array;
}

function rawSamples(picture: SampledPicture, decodeFormat: DecodeFormat): Samples | undefined {
  const { bytes, rest } = picture.load();
  if (rest !== '') {
    const decoded = decodeFormat(bytes, rest);
    if (!decoded || (picture.space.components > 0 && decoded.channels !== picture.space.components)) return undefined;
    return { ...decoded, bits: 8, values: decoded.samples };
  }
  const { width, height, bits } = picture;
  const channels = Math.max(1, picture.space.components);
  return { width, height, channels, bits, values: unpacked(bytes, width * channels, height, bits) };
}

function unpacked(bytes: Uint8Array, perRow: number, rows: number, bits: number): Uint8Array | Uint16Array {
  if (bits === 8) return bytes.length >= perRow * rows ? bytes : padded(bytes, perRow * rows);
  const out = bits === 16 ? new Uint16Array(perRow * rows) : new Uint8Array(perRow * rows);
  const rowBytes = Math.ceil((perRow * bits) / 8);
  const most = 2 ** bits - 1;
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < perRow; x++) {
      const at = y * rowBytes + ((x * bits) >> 3);
      const byte = bytes[at] ?? 0;
      out[y * perRow + x] = bits === 16 ? 256 * byte + (bytes[at + 1] ?? 0) : (byte >> (8 - bits - ((x * bits) & 7))) & most;
    }
  }
  return out;
}

function padded(bytes: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  out.set(bytes);
  return out;
}

/** Decode [0 1] paints where samples are 0. */
function stencil(picture: SampledPicture, { width, height, values }: Samples): PicturePlanes {
  const painted = picture.decode?.[0] === 1 ? 1 : 0;
  const alpha = new Uint8Array(width * height);
  for (let i = 0; i < alpha.length; i++) alpha[i] = values[i] === painted ? 255 : 0;
  return { width, height, planes: [], alpha };
}

function inkPlanes({ space, decode }: SampledPicture, { width, height, channels, bits, values }: Samples): Uint8Array[] {
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

/** A soft mask brought to the size of its picture, nearest sample. */
function maskOf(mask: SampledPicture, decodeFormat: DecodeFormat, { width, height }: Samples): Uint8Array | undefined {
  const raw = mask.width * mask.height > mostPixels ? undefined : rawSamples(mask, decodeFormat);
  if (!raw) return undefined;
  const most = 2 ** raw.bits - 1;
  const turned = mask.decode?.[0] === 1;
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = Math.floor((y * raw.height) / height) * raw.width;
    for (let x = 0; x < width; x++) {
      const value = (255 * raw.values[(from + Math.floor((x * raw.width) / width)) * raw.channels]!) / most;
      out[y * width + x] = turned ? 255 - value : value;
    }
  }
  return out;
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
  return { width, height, planes: picture.planes.map(shrink), ...(picture.alpha ? { alpha: shrink(picture.alpha) } : {}) };
}
