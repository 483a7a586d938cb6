/** The shop's preset from its file, with its profile checked. */
import { dirname, join } from 'node:path';
import { InputError } from '../../errors';
import { readUserFile } from '../../store';
import { parseJson, readingFile } from '../../store/json-file';
import { type Preset, plainPreset, readPreset } from '../handoff/preset';
import { isPressProfile, profileVersion } from '../icc-profile';
import type { PressCondition } from './press-issue';

export interface LoadedPreset {
  readonly preset: Preset;
  /** The shop's own printing condition; the program's when undefined. */
  readonly condition: PressCondition | undefined;
}

const mostBytes = 1 << 20;
/** A profile that a shop sends may be so large. */
export const mostProfileBytes = 16 << 20;

export const noPreset: LoadedPreset = { preset: plainPreset, condition: undefined };

/**
 * Throws InputError: what reading throws; `store.…` with the place of a wrong value; `press.presetNames`, `press.presetResolution`
 * where values make no sense; `press.presetProfile`; `press.presetProfileVersion` where the standard does not know the profile's version.
 */
export async function loadPreset(file: string): Promise<LoadedPreset> {
  const value = parseJson(await readUserFile(file, mostBytes), file);
  const preset = readingFile(file, () => readPreset(value, ''));
  requireSense(preset, file);
  return { preset, condition: await conditionOf(preset, dirname(file)) };
}

/**
 * The shop's own printing condition; undefined where the program's serves. Throws InputError: `press.presetProfile`,
 * `press.presetProfileVersion`, and what reading throws.
 *
 * @param folder of the preset, where the profile stands
 */
export async function conditionOf(
  { profile: name, condition, standard }: Preset,
  folder: string,
): Promise<PressCondition | undefined> {
  if (name === undefined) return undefined;
  const profile = join(folder, name);
  const bytes = await readUserFile(profile, mostProfileBytes);
  if (!isPressProfile(bytes)) throw new InputError('press.presetProfile', { file: profile });
  const version = profileVersion(bytes);
  if (standard === 'pdfx1a' && version > 2) throw new InputError('press.presetProfileVersion', { file: profile, version });
  return { profile, ...(condition ?? { identifier: 'Custom', info: 'Custom' }) };
}

/** The place of a page in a name pattern; without it all pages would have one name. */
const pageBlank = '{page}';

/** Throws InputError where values contradict each other; `file` names the preset. */
export function requireSense({ names, resolution }: Preset, file: string): void {
  if (names !== undefined && (!names.includes(pageBlank) || /[/\\:*?"<>|\p{Cc}]/u.test(names)))
    throw new InputError('press.presetNames', { file, names, blank: pageBlank });
  const { poor, least, reduced, most } = resolution ?? {};
  const stated = [poor, least, reduced, most].filter((ppi) => ppi !== undefined);
  if (stated.some((ppi, i) => i > 0 && ppi < stated[i - 1]!)) throw new InputError('press.presetResolution', { file });
}
