/** Shows originals of photographs in the system's file manager. */
import { join } from 'node:path';
import { shell } from 'electron';
import { ASSETS_FOLDER } from '../engine/store';

/** `asset` is a checked name: it leads nowhere else. */
export async function revealAsset(folder: string, asset: string): Promise<null> {
  shell.showItemInFolder(join(folder, ASSETS_FOLDER, asset));
  return null;
}
