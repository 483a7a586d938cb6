/** Samples of a PDF's picture, as numbers, brought down as far as the page is coarser. */
import type { Decoded } from '../inspect/filters';
import type { SampledPicture } from '../inspect/page-sink';

/** A decoded picture format: samples of 8 bits, interleaved, as the file codes them (CMYK of a JPEG not turned about). */
export interface RawSamples {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly samples: Uint8Array;
}

/** Undefined when the format is not read, or the data is damaged. Pictures of one bit come as 0 and 255. */
export type DecodeFormat = (
  coded: Decoded,
  size: { readonly width: number; readonly height: number },
  /** The sides may come divided by up to this where the format makes that cheap (JPEG). */
  divisor?: number,
) => RawSamples | undefined;

/** Larger pictures are not drawn: they are told as unread. */
const mostPixels = 120_000_000;
/** Of samples before they are averaged. */
const mostBytes = 400_000_000;

/** How many samples may become one: the picture is smaller on the page than it is. */
export interface Reduction {
  readonly x: number;
  readonly y: number;
}

/** All samples are kept. */
export const none: Reduction = { x: 1, y: 1 };

/** Samples as numbers of up to 16 bits, one an entry. */
export interface Samples {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly bits: number;
  readonly values: Uint8Array | Uint16Array;
}

/** Undefined when they cannot be told. */
export function rawSamples(picture: SampledPicture, decodeFormat: DecodeFormat, by: Reduction): Samples | undefined {
  const coded = picture.load();
  const { components } = picture.space;
  if (coded.rest !== '') {
    const decoded = decodeFormat(coded, picture, Math.min(by.x, by.y));
    if (!decoded) return undefined;
    if (components > 0 && decoded.channels < components) return undefined;
    const channels = components > 0 ? components : decoded.channels;
    const left = (full: number, now: number, wished: number) => Math.max(1, Math.floor((wished * now) / full));
    const rest = { x: left(picture.width, decoded.width, by.x), y: left(picture.height, decoded.height, by.y) };
    return averaged({ ...decoded, channels, bits: 8, values: firstChannels(decoded, channels) }, rest);
  }
  const { width, height, bits } = picture;
  const channels = Math.max(1, components);
  if (width * height * channels * (bits > 8 ? 2 : 1) > mostBytes) return undefined;
  return averaged({ width, height, channels, bits, values: unpacked(coded.bytes, width * channels, height, bits) }, by);
}

/** Means of blocks of samples, which come as 8 bits. */
function averaged(samples: Samples, by: Reduction): Samples {
  if (by.x <= 1 && by.y <= 1) return samples;
  const { channels, bits, values } = samples;
  const [width, height] = [Math.ceil(samples.width / by.x), Math.ceil(samples.height / by.y)];
  const out = new Uint8Array(width * height * channels);
  const toByte = 255 / (2 ** bits - 1);
  const sums = new Float64Array(channels);
  for (let y = 0, to = 0; y < height; y++) {
    const [top, bottom] = [y * by.y, Math.min(samples.height, (y + 1) * by.y)];
    for (let x = 0; x < width; x++) {
      const [left, right] = [x * by.x, Math.min(samples.width, (x + 1) * by.x)];
      sums.fill(0);
      for (let v = top; v < bottom; v++) {
        for (let at = (v * samples.width + left) * channels, end = (v * samples.width + right) * channels; at < end; )
          for (let k = 0; k < channels; k++) sums[k]! += values[at++]!;
      }
      const scale = toByte / ((bottom - top) * (right - left));
      for (let k = 0; k < channels; k++) out[to++] = sums[k]! * scale + 0.5;
    }
  }
  return { width, height, channels, bits: 8, values: out };
}

/** JPEG 2000 may carry opacity behind its colours. */
function firstChannels({ samples, channels, width, height }: RawSamples, wanted: number): Uint8Array {
  if (channels === wanted) return samples;
  const out = new Uint8Array(width * height * wanted);
  for (let i = 0, to = 0; i < samples.length; i += channels) for (let k = 0; k < wanted; k++) out[to++] = samples[i + k]!;
  return out;
}

/** Samples of 1, 2, 4, 8 or 16 bits, one an entry; rows begin on a byte. Missing ones are 0. */
export function unpacked(bytes: Uint8Array, perRow: number, rows: number, bits: number): Uint8Array | Uint16Array {
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

/** Larger than what is drawn. */
export const isTooLarge = ({ width, height }: SampledPicture): boolean => width * height > mostPixels;
