/** The print shops that a user works with: their presets as files in one folder, each with its profile beside it. */
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../../errors';
import { exists, makeFolder, readUserFile, writeWhole } from '../../store';
import { readingFile } from '../../store/json-file';
import { safeName } from '../file-name';
import { type Preset, readPreset } from '../handoff/preset';
import { isPressProfile } from '../icc-profile';
import { sha256 } from './handoff-manifest';
import { conditionOf, loadPreset, mostProfileBytes, requireSense } from './preset-file';

/** A preset of the folder, or what is wrong with it. */
export interface ShelvedPreset {
  /** Name in the folder. */
  readonly file: string;
  readonly preset?: Preset;
  readonly fault?: InputError;
}

const mostPresets = 100;

/** The presets of a folder by name; one that cannot be used comes with its fault. None where there is no folder. */
export async function shelvedPresets(folder: string): Promise<readonly ShelvedPreset[]> {
  const names = (await exists(folder)) ? await readdir(folder) : [];
  const files = names.filter((name) => /\.json$/i.test(name) && !name.startsWith('.')).sort();
  return Promise.all(
    files.slice(0, mostPresets).map(async (file): Promise<ShelvedPreset> => {
      try {
        return { file, preset: (await loadPreset(join(folder, file))).preset };
      } catch (error) {
        if (error instanceof InputError) return { file, fault: error };
        throw error;
      }
    }),
  );
}

/**
 * Writes a preset into the folder, over `file`, or under the shop's name, and gives the file's name. Throws InputError as
 * `loadPreset` does, with the shop's name for the file.
 *
 * @param value not looked at yet
 */
export async function shelvePreset(folder: string, file: string | undefined, value: unknown): Promise<string> {
  const shop = (value as { readonly shop?: unknown } | null)?.shop;
  const named = typeof shop === 'string' && shop.trim() !== '' ? shop.trim() : (file ?? '');
  const preset = readingFile(named, () => readPreset(value, ''));
  if (preset.shop.trim() === '') throw new InputError('press.presetNameless');
  requireSense(preset, named);
  await conditionOf(preset, folder);
  await makeFolder(folder);
  const name = file ?? (await freeName(folder, `${safeName(preset.shop) || 'shop'}.json`));
  await writeWhole(join(folder, name), `${JSON.stringify(preset, null, 2)}\n`);
  return name;
}

/** Takes over a preset that a shop has sent, with the profile beside it, and gives the file's name. Throws as `loadPreset`. */
export async function takePreset(folder: string, file: string): Promise<string> {
  const { preset } = await loadPreset(file);
  const profile = preset.profile === undefined ? undefined : await takeProfile(folder, join(dirname(file), preset.profile));
  return shelvePreset(folder, undefined, { ...preset, ...(profile === undefined ? {} : { profile }) });
}

/** Copies a press profile into the folder and gives its name there. Throws InputError `press.presetProfile` for anything else. */
export async function takeProfile(folder: string, file: string): Promise<string> {
  const bytes = await readUserFile(file, mostProfileBytes);
  if (!isPressProfile(bytes)) throw new InputError('press.presetProfile', { file });
  const stem = safeName(basename(file).replace(/\.ic[cm]$/i, '')) || 'profile';
  await makeFolder(folder);
  const own = `${stem}.icc`;
  const isThere = await exists(join(folder, own));
  if (isThere && sha256(await readUserFile(join(folder, own), mostProfileBytes)) === sha256(bytes)) return own;
  const name = await freeName(folder, own);
  await writeWhole(join(folder, name), bytes);
  return name;
}

/** `name`, or with a number behind it where that is taken. */
async function freeName(folder: string, name: string): Promise<string> {
  const [, stem, ending] = /^(.*)(\.[a-z]+)$/.exec(name)!;
  let free = name;
  for (let i = 2; await exists(join(folder, free)); i++) free = `${stem} ${i}${ending}`;
  return free;
}
