/** The plates laid over each other as process inks, for pictures of the page. */
import type { Separation } from './separate';

/** CMYK samples, interleaved. Spot plates are told by the process inks that stand for them. */
export function processSamples({ plates: { plates }, equivalents }: Separation): Uint8Array {
  const [cyan, magenta, yellow, black, ...spots] = plates.map(({ ink }) => ink);
  const length = cyan!.length;
  const out = new Uint8Array(4 * length);
  for (let i = 0; i < length; i++) {
    out[4 * i] = cyan![i]!;
    out[4 * i + 1] = magenta![i]!;
    out[4 * i + 2] = yellow![i]!;
    out[4 * i + 3] = black![i]!;
  }
  for (const [s, ink] of spots.entries()) {
    const stands = equivalents.get(plates[4 + s]!.name) ?? [0, 0, 0, 0.6];
    for (let i = 0; i < length; i++) {
      const amount = ink[i]!;
      if (amount === 0) continue;
      for (let k = 0; k < 4; k++) out[4 * i + k] = Math.min(255, out[4 * i + k]! + amount * stands[k]!);
    }
  }
  return out;
}
