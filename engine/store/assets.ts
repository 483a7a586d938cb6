import { createHash } from 'node:crypto';
import { lstat, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../errors';
import { withFile } from './file-errors';
import { exists, readOwnFile, writeWhole } from './files';
import { makeFolder } from './folders';
import { ASSETS_FOLDER } from './names';

/** A photograph larger than this is no newspaper photograph. */
const MOST_ASSET_BYTES = 256_000_000;

export interface AddedAsset {
  readonly asset: string;
  /** False when the same content was there already. */
  readonly added: boolean;
}

/**
 * Keeps an original under the name of its content, `<sha256>.<ext>`; the same content is kept once. `ext` is 1–5 small
 * letters or figures. Throws InputError.
 */
export async function addAsset(folder: string, bytes: Uint8Array, ext: string): Promise<AddedAsset> {
  const asset = assetName(bytes, ext);
  await makeFolder(join(folder, ASSETS_FOLDER));
  const file = join(await assetsFolder(folder), asset);
  const added = !(await exists(file));
  if (added || (await isDamaged(folder, asset))) await writeWhole(file, bytes, { partOf: folder });
  return { asset, added };
}

/** Whether what stands under this name is something else than its content. Throws InputError for a disk that fails. */
async function isDamaged(folder: string, asset: string): Promise<boolean> {
  try {
    await readAsset(folder, asset);
    return false;
  } catch (error) {
    if (error instanceof InputError && UNUSABLE.has(error.code)) return true;
    throw error;
  }
}

/** Another content, or more of it than any original has: the right one may take its place. */
const UNUSABLE: ReadonlySet<string> = new Set(['store.assetChanged', 'store.tooLarge']);

/** The name that `addAsset` would give. */
export function assetName(bytes: Uint8Array, ext: string): string {
  const asset = `${contentHash(bytes)}.${ext}`;
  if (!isAssetName(asset)) throw new InputError('store.badName', { file: ext });
  return asset;
}

/** SHA-256 in small hexadecimal figures. */
export function contentHash(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
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

/** The assets' folder. A link in its place would lead out of the issue and is refused. */
async function assetsFolder(folder: string): Promise<string> {
  const assets = join(folder, ASSETS_FOLDER);
  const found = await withFile(assets, () => lstat(assets));
  if (found.isSymbolicLink()) throw new InputError('store.link', { file: assets });
  if (!found.isDirectory()) throw new InputError('store.notFolder', { file: assets });
  return assets;
}
