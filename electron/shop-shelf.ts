/** The presets of the print shops, for the window. */
import { join } from 'node:path';
import { shell } from 'electron';
import { InputError } from '../engine/errors';
import { shelvedPresets, shelvePreset, takePreset, takeProfile } from '../engine/press/node/preset-shelf';
import { makeFolder, shopsFolder } from '../engine/store';
import { type Language, sentenceFor } from '../shell/say';
import type { Shop } from './bridge';
import * as dialogs from './dialogs';

/** Every preset in the user's folder, or why it cannot be used. */
export async function shops(language: Language): Promise<readonly Shop[]> {
  const shelved = (await shelvedPresets(shopsFolder())).map(async ({ file, preset, fault }): Promise<Shop> => {
    return { file, ...(preset ? { preset } : {}), fault: fault ? await sentenceFor(fault, language) : '' };
  });
  return Promise.all(shelved);
}

/** @param preset not looked at yet */
export function saveShop(file: string | null, preset: unknown): Promise<string> {
  return shelvePreset(shopsFolder(), file ?? undefined, preset);
}

/** A preset that the user chooses, with the profile beside it; null when he thinks better of it. */
export async function addShop(asking: dialogs.Asking): Promise<string | null> {
  const file = await dialogs.askPreset(asking);
  return file === undefined ? null : takePreset(shopsFolder(), file);
}

/** A profile that the user chooses, by its name in the folder; null when he thinks better of it. */
export async function addProfile(asking: dialogs.Asking): Promise<string | null> {
  const file = await dialogs.askProfile(asking);
  return file === undefined ? null : takeProfile(shopsFolder(), file);
}

/** Puts a preset away: it goes to the system's waste basket. */
export async function removeShop(file: string): Promise<null> {
  await shell.trashItem(join(shopsFolder(), file)).catch(() => {
    throw new InputError('shell.notRemoved', { file });
  });
  return null;
}

/** Path of a preset of the folder. */
export const shopFile = (file: string): string => join(shopsFolder(), file);

/** Shows the folder of the presets, made if it is not there. */
export async function openShopsFolder(): Promise<void> {
  await makeFolder(shopsFolder());
  await shell.openPath(shopsFolder());
}
