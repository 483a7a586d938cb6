/** Ink arithmetic on interleaved 8-bit samples. */

/** Total ink of the printing condition (GB/T 17934.3 family, coldset newsprint), share of one plate's full tone. */
export const inkLimit = 2.2;

/**
 * Brings every pixel of CMYK samples to the ink limit by taking back C, M and Y in proportion; K stays.
 * Works in place; returns the number of pixels changed.
 */
export function limitInk(cmyk: Uint8Array, limit = inkLimit): number {
  const most = Math.floor(limit * 255);
  let changed = 0;
  for (let i = 0; i < cmyk.length; i += 4) {
    const colour = cmyk[i]! + cmyk[i + 1]! + cmyk[i + 2]!;
    const room = most - cmyk[i + 3]!;
    if (colour <= room) continue;
    const scale = room / colour;
    for (let j = i; j < i + 3; j++) cmyk[j] = Math.floor(cmyk[j]! * scale);
    changed++;
  }
  return changed;
}

/** Largest difference between the channels of a pixel that a JPEG's rounding makes of a neutral grey. */
const neutralTolerance = 3;

/** Whether RGB samples show greys only: a black-and-white photograph saved as a colour file. */
export function isNeutral(rgb: Uint8Array): boolean {
  for (let i = 0; i < rgb.length; i += 3) {
    const [r, g, b] = [rgb[i]!, rgb[i + 1]!, rgb[i + 2]!];
    if (Math.max(r, g, b) - Math.min(r, g, b) > neutralTolerance) return false;
  }
  return true;
}

let curves: ReturnType<typeof makeCurves> | undefined;

/** sRGB's transfer curve in linear light, and back in 4096 steps (IEC 61966-2-1). Pages of text need neither. */
function makeCurves() {
  const linear = Float32Array.from({ length: 256 }, (_, i) => (i <= 10 ? i / 255 / 12.92 : ((i / 255 + 0.055) / 1.055) ** 2.4));
  const encoded = Uint8Array.from({ length: 4097 }, (_, i) => {
    const light = i / 4096;
    return Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055));
  });
  return { linear, encoded };
}

/** sRGB samples → greys of the same luminance. */
export function luminance(rgb: Uint8Array): Uint8Array {
  curves ??= makeCurves();
  const { linear, encoded } = curves;
  const grey = new Uint8Array(rgb.length / 3);
  for (let i = 0, at = 0; i < grey.length; i++, at += 3) {
    const light = 0.2126 * linear[rgb[at]!]! + 0.7152 * linear[rgb[at + 1]!]! + 0.0722 * linear[rgb[at + 2]!]!;
    grey[i] = encoded[Math.round(light * 4096)]!;
  }
  return grey;
}

/** The channel of interleaved samples at `offset`, one of `channels`. */
export function channel(samples: Uint8Array, channels: number, offset: number): Uint8Array {
  const plane = new Uint8Array(samples.length / channels);
  for (let i = 0; i < plane.length; i++) plane[i] = samples[i * channels + offset]!;
  return plane;
}
