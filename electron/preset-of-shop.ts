/** What the chosen print shop wants of a background work, and what the editor wishes otherwise. */
import type { PressChoice } from '../engine/press/handoff/preset';
import { type LoadedPreset, loadPreset, noPreset } from '../engine/press/node/preset-file';

/**
 * @param preset file of the shop's preset; without one the program's own holds. A broken one throws an InputError.
 * @param choice comes before what the preset says of the same
 */
export async function presetIn({ preset: file, choice }: PressWishes): Promise<LoadedPreset> {
  const shop = file === undefined ? noPreset : await loadPreset(file);
  return choice ? { ...shop, preset: { ...shop.preset, ...choice } } : shop;
}

interface PressWishes {
  readonly preset: string | undefined;
  readonly choice: PressChoice | undefined;
}
