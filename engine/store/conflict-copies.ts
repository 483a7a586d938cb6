/**
 * Copies of the document that a cloud drive put beside it when two machines had changed it: `issue (冲突副本).json`,
 * `issue-DESKTOP-1.json`, `issue.sync-conflict-….json`. None is ever used by itself; they are named and offered.
 */
import { readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../errors';
import type { Issue } from '../issue/types';
import { readDocument } from './document-file';
import { withFile } from './file-errors';
import { exists } from './files';
import { makeFolder, naturally } from './folders';
import { BACKUPS_FOLDER, ISSUE_FILE } from './names';

export interface ConflictCopy {
  /** Name of the file in the folder. */
  readonly name: string;
  /** When it was last written, ISO 8601, UTC. */
  readonly time: string;
  /** What it holds, or why it cannot be read. */
  readonly content: Issue | InputError;
}

const NAME = /^(?!\.)(?=.*issue).*\.json/i;
/** A folder with more of them is no issue's. */
const MOST = 50;

/** Names of such files, in natural order. */
export async function conflictCopyNames(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name !== ISSUE_FILE && NAME.test(name))
    .sort(naturally)
    .slice(0, MOST);
}

/** The copies with what they hold. */
export async function conflictCopies(folder: string): Promise<readonly ConflictCopy[]> {
  const copies: ConflictCopy[] = [];
  for (const name of await conflictCopyNames(folder)) {
    const file = join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) continue;
    const content = await readDocument(file).then(
      ({ issue }) => issue,
      (error: unknown) => {
        if (error instanceof InputError) return error;
        throw error;
      },
    );
    copies.push({ name, time: found.mtime.toISOString(), content });
  }
  return copies;
}

/** Moves a copy that was dealt with to `backups/`, where nobody is asked about it again. Throws InputError. */
export async function putAway(folder: string, name: string): Promise<void> {
  if (!(await conflictCopyNames(folder)).includes(name)) throw new InputError('store.badName', { file: name });
  const backups = join(folder, BACKUPS_FOLDER);
  await makeFolder(backups);
  await withFile(join(folder, name), async () => {
    let target = join(backups, name);
    for (let number = 2; await exists(target); number++) target = join(backups, `${number} ${name}`);
    await rename(join(folder, name), target);
  });
}
