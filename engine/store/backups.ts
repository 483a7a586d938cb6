/** Documents that are about to be replaced for good are kept in `backups/`. */
import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { withFile } from './file-errors';
import { flushFolder } from './files';
import { makeFolder } from './folders';
import { BACKUPS_FOLDER, ISSUE_FILE } from './names';

/** Copies the document as it stands to `backups/issue-<why>-<n>.json`, whose path it returns. Throws InputError. */
export async function backUpDocument(folder: string, why: 'old-form' | 'replaced'): Promise<string> {
  const backups = join(folder, BACKUPS_FOLDER);
  await makeFolder(backups);
  return withFile(backups, async () => {
    const taken = new Set(await readdir(backups));
    let number = 1;
    while (taken.has(`issue-${why}-${number}.json`)) number++;
    const file = join(backups, `issue-${why}-${number}.json`);
    await copyFile(join(folder, ISSUE_FILE), file);
    await flushFolder(backups);
    return file;
  });
}
