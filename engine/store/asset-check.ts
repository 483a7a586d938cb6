/** Whether the originals of an issue's photographs are there, byte for byte; those that a cloud drive renamed come back. */
import { copyFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../errors';
import type { Id, Issue } from '../issue/types';
import { contentHash, readAsset } from './assets';
import { readOwnFile } from './files';
import { ASSETS_FOLDER } from './names';

export interface AssetProblem {
  readonly photo: Id;
  /** Name of the file that it came from. */
  readonly file: string;
  readonly asset: string;
  readonly kind: 'missing' | 'damaged';
}

/** Originals that are missing or damaged, in the order of the photographs. */
export async function checkAssets(folder: string, issue: Issue): Promise<readonly AssetProblem[]> {
  const problems: AssetProblem[] = [];
  for (const { id, file, asset, preview } of issue.photos) {
    for (const name of preview === undefined ? [asset] : [asset, preview]) {
      const kind = await stateOf(folder, name);
      if (kind !== 'sound') problems.push({ photo: id, file, asset: name, kind });
    }
  }
  return problems;
}

/** What was looked at already, by path, size and time of change: a window asks again and again. */
const known = new Map<string, 'sound' | 'damaged'>();
const MOST_KNOWN = 20_000;

/** State of one original. One that is missing or damaged is looked for under the names that cloud drives give copies. */
export async function stateOf(folder: string, asset: string): Promise<'sound' | 'missing' | 'damaged'> {
  const state = await lookAt(folder, asset);
  if (state === 'sound' || !(await broughtBack(folder, asset))) return state;
  return lookAt(folder, asset);
}

async function lookAt(folder: string, asset: string): Promise<'sound' | 'missing' | 'damaged'> {
  const file = join(folder, ASSETS_FOLDER, asset);
  const found = await stat(file).catch(() => undefined);
  if (!found) return 'missing';
  const key = `${file} ${found.size} ${found.mtimeMs}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const state = await readAsset(folder, asset).then(
    () => 'sound' as const,
    (error: unknown) => {
      if (error instanceof InputError) return 'damaged' as const;
      throw error;
    },
  );
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, state);
  return state;
}

/** Enough of a hash to know its copies by: `3f2a… (1).jpg`, `3F2A….JPG`. */
const TELLING = 12;
const MOST_BYTES = 256_000_000;

async function broughtBack(folder: string, asset: string): Promise<boolean> {
  const assets = join(folder, ASSETS_FOLDER);
  const start = asset.slice(0, TELLING);
  const names = await readdir(assets).catch(() => []);
  for (const name of names) {
    if (name === asset || name.startsWith('.') || !name.toLowerCase().includes(start)) continue;
    const bytes = await readOwnFile(join(assets, name), MOST_BYTES).catch(() => undefined);
    if (!bytes || contentHash(bytes) !== asset.slice(0, 64)) continue;
    return copyFile(join(assets, name), join(assets, asset)).then(
      () => true,
      () => false,
    );
  }
  return false;
}
