/**
 * Unsharp mask for newsprint: coarse screens and spreading ink soften edges, so they are emphasised before separation.
 */

/** Differences below this, of 255 steps, are grain and stay as they are. */
const grain = 3;

/**
 * Emphasises edges in place, by lightness alone, so that colours get no fringes and greys stay neutral.
 *
 * @param samples interleaved 8-bit samples, `channels` (1 grey, 3 RGB) a pixel
 * @param amount share of the difference to the surroundings (3 × 3 pixels) that is added, 0–2
 */
export function sharpen(samples: Uint8Array, width: number, height: number, channels: 1 | 3, amount: number): void {
  if (amount <= 0 || width < 3 || height < 3) return;
  const light = lightness(samples, channels);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const difference = light[at]! - surroundings(light, at, width);
      if (Math.abs(difference) < grain) continue;
      const change = Math.round(difference * amount);
      for (let i = at * channels; i < (at + 1) * channels; i++) samples[i] = Math.min(255, Math.max(0, samples[i]! + change));
    }
  }
}

/** Rec. 601 weights in 256ths: what a JPEG calls Y. */
function lightness(samples: Uint8Array, channels: 1 | 3): Uint8Array {
  if (channels === 1) return samples.slice();
  const light = new Uint8Array(samples.length / 3);
  for (let i = 0, at = 0; i < light.length; i++, at += 3) {
    light[i] = (77 * samples[at]! + 150 * samples[at + 1]! + 29 * samples[at + 2]!) >> 8;
  }
  return light;
}

/** Binomial mean: 1 2 1, 2 4 2, 1 2 1. */
function surroundings(light: Uint8Array, at: number, width: number): number {
  const above = at - width;
  const below = at + width;
  const corners = light[above - 1]! + light[above + 1]! + light[below - 1]! + light[below + 1]!;
  const sides = light[above]! + light[at - 1]! + light[at + 1]! + light[below]!;
  return (corners + 2 * sides + 4 * light[at]!) / 16;
}
