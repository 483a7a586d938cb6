import { createHash } from 'node:crypto';
import { lstat, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../errors';
import { errnoOf, withFile } from './file-errors';
import { exists, readOwnFile, writeWhole } from './files';
import { ASSETS_FOLDER } from './issue-folder';

/** A photograph larger than this is no newspaper photograph. */
export const MOST_ASSET_BYTES = 256 * 1024 * 1024;

/**
 * Keeps an original under the name of its content, `<sha256>.<ext>`, and returns the name. The same content is kept once.
 * `ext` is 1–5 small letters or figures. Throws InputError.
 */
export async function addAsset(folder: string, bytes: Uint8Array, ext: string): Promise<string> {
  const asset = assetName(bytes, ext);
  const assets = await assetsFolder(folder);
  const file = join(assets, asset);
  if (!(await exists(file))) await writeWhole(file, bytes);
  return asset;
}

/** The name that `addAsset` would give. */
export function assetName(bytes: Uint8Array, ext: string): string {
  if (!/^[a-z0-9]{1,5}$/.test(ext)) throw new InputError('store.badName', { file: ext });
  return `${createHash('sha256').update(bytes).digest('hex')}.${ext}`;
}

/** The original with this name, unchanged since it came. Throws InputError when it is missing or its content is another. */
export async function readAsset(folder: string, asset: string): Promise<Uint8Array> {
  if (!isAssetName(asset)) throw new InputError('store.badName', { file: asset });
  const file = join(await assetsFolder(folder), asset);
  const bytes = await readOwnFile(file, MOST_ASSET_BYTES);
  if (assetName(bytes, asset.slice(65)) !== asset) throw new InputError('store.assetChanged', { file });
  return bytes;
}

/** Takes back an asset that no saved issue refers to. */
export async function removeAsset(folder: string, asset: string): Promise<void> {
  if (!isAssetName(asset)) throw new InputError('store.badName', { file: asset });
  const file = join(await assetsFolder(folder), asset);
  await withFile(file, () => rm(file, { force: true }));
}

function isAssetName(name: string): boolean {
  return /^[0-9a-f]{64}\.[a-z0-9]{1,5}$/.test(name);
}

/** The assets' folder, made when it is missing. A link in its place would lead out of the issue and is refused. */
async function assetsFolder(folder: string): Promise<string> {
  const assets = join(folder, ASSETS_FOLDER);
  await withFile(assets, async () => {
    const found = await lstat(assets).catch((error: unknown) => {
      if (errnoOf(error) === 'ENOENT') return undefined;
      throw error;
    });
    if (!found) await mkdir(assets);
    else if (found.isSymbolicLink()) throw new InputError('store.link', { file: assets });
    else if (!found.isDirectory()) throw new InputError('store.notFolder', { file: assets });
  });
  return assets;
}
