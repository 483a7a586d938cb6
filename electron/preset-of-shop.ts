/** What the chosen print shop wants of a background work. */
import { type LoadedPreset, loadPreset, noPreset } from '../engine/press/node/preset-file';

/** @param file the shop's preset; without one everything is as the issue and the work say. A broken one throws an InputError. */
export async function presetIn(file: string | undefined): Promise<LoadedPreset> {
  return file === undefined ? noPreset : loadPreset(file);
}
