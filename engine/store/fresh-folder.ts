import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../errors';
import { errnoOf, withFile } from './file-errors';
import { exists } from './files';
import { ISSUE_FILE } from './issue-folder';

/**
 * A new issue may go to a folder that does not exist, is empty, or, with `force`, holds an issue. A folder with other
 * things in it is never touched. Throws InputError.
 */
export async function requireFreshFolder(folder: string, force: boolean): Promise<void> {
  const entries = await entriesOf(folder);
  if (entries.length === 0) return;
  if (force && (await exists(join(folder, ISSUE_FILE)))) return;
  throw new InputError('store.notEmpty', { file: folder });
}

/** The entries of a folder; none when there is no folder yet. */
async function entriesOf(folder: string): Promise<readonly string[]> {
  return withFile(folder, async () => {
    try {
      return await readdir(folder);
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return [];
      throw error;
    }
  });
}
