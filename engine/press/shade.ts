/** The darkening of a picture behind type on it. */
import type { ShadeStop } from '../display/types';

/** Share of light that a picture loses at a share of its height, 0–1: evenly from stop to stop, and as the first and last beyond them. */
export function darknessAt(shade: readonly ShadeStop[], at: number): number {
  const after = shade.findIndex((stop) => stop.at >= at);
  const [before, next] = [shade[after - 1], shade[after] ?? shade.at(-1)];
  if (!next) return 0;
  if (!before) return next.dark;
  return before.dark + ((next.dark - before.dark) * (at - before.at)) / (next.at - before.at);
}

/** Darkens the samples of one row in place; `at` is its middle as a share of the height. */
export function darkenRow(samples: Uint8Array, shade: readonly ShadeStop[], at: number): void {
  const light = 1 - darknessAt(shade, at);
  for (let i = 0; i < samples.length; i++) samples[i] = Math.round(samples[i]! * light);
}
