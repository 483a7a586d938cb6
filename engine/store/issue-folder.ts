import { constants } from 'node:fs';
import { access, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../errors';
import type { Assembled } from '../issue/merge';
import type { Issue } from '../issue/types';
import type { Versions } from '../issue/versions';
import { contentHash } from './assets';
import { backUpDocument } from './backups';
import { conflictCopyNames } from './conflict-copies';
import {
  documentText,
  isOldForm,
  MOST_DOCUMENT_BYTES,
  readDocument,
  readDocumentOnly,
  type StoredIssue,
  soundIssue,
} from './document-file';
import { withFile } from './file-errors';
import { exists, readOwnFile, writeWhole } from './files';
import { makeFolder } from './folders';
import { type HeldUp, withLock } from './lock';
import { ASSETS_FOLDER, ISSUE_FILE } from './names';
import { recordVersions, storedVersions } from './version-file';

/**
 * Opens an issue. Throws InputError naming file, place and cure when the folder or its document is missing, damaged,
 * invalid, too large or of a newer version; nothing is changed on the disk.
 */
export async function openIssue(folder: string): Promise<Issue> {
  await requireIssue(folder);
  return readDocumentOnly(join(folder, ISSUE_FILE));
}

/** As `openIssue`, for whoever saves later and must not overwrite what others saved meanwhile. */
export async function openStored(folder: string): Promise<StoredIssue> {
  await requireIssue(folder);
  return readDocument(join(folder, ISSUE_FILE));
}

/**
 * Saves an issue: validated, keys in the order of the schema, whole or not at all. With `revision`, the one that the
 * changes began from, a file that another program changed since is left as it is, and one that an earlier program wrote in a
 * form of its own is kept in `backups/`. `versions` are those of what a package
 * brought. Returns the new revision. Throws InputError, `store.changedOnDisk` for such a file.
 */
export async function saveIssue(folder: string, issue: Issue, revision?: string, versions?: Versions): Promise<string> {
  await requireFolder(folder);
  const file = join(folder, ISSUE_FILE);
  const sound = soundIssue(issue, file);
  const content = documentText(sound, file);
  if (revision !== undefined && (await revisionOf(file)) !== revision) throw new InputError('store.changedOnDisk', { file });
  if (revision !== undefined && isOldForm(revision)) await backUpDocument(folder, 'old-form');
  await writeWhole(file, content);
  await recordVersions(folder, sound, versions);
  return contentHash(content);
}

/** Empty when there is no file. */
async function revisionOf(file: string): Promise<string> {
  return (await exists(file)) ? contentHash(await readOwnFile(file, MOST_DOCUMENT_BYTES)) : '';
}

/**
 * Reads an issue, lets `work` change it and save it, and keeps other processes from changing it meanwhile. Throws
 * InputError, `store.locked` when another is at work for too long. `saveMerged` saves what packages brought, with its versions.
 */
export async function changeIssue<T>(
  folder: string,
  work: (issue: Issue, save: (changed: Issue) => Promise<void>, saveMerged: (merged: Assembled) => Promise<void>) => Promise<T>,
  heldUp?: HeldUp,
): Promise<T> {
  await requireIssue(folder);
  await withFile(folder, () => access(folder, constants.W_OK));
  return withLock(
    folder,
    async () => {
      const stored = await openStored(folder);
      let { revision } = stored;
      const save = async (changed: Issue, versions?: Versions) => {
        revision = await saveIssue(folder, changed, revision, versions);
      };
      return work(
        stored.issue,
        (changed) => save(changed),
        ({ issue, versions }) => save(issue, versions),
      );
    },
    heldUp,
  );
}

/**
 * Makes the folder of a new issue and writes its document. An existing folder may be used; a document in it is replaced. A
 * copy of the issue in `original` stays the same issue for packages.
 */
export async function createIssue(folder: string, issue: Issue, original?: string): Promise<void> {
  const file = join(folder, ISSUE_FILE);
  const sound = soundIssue(issue, file);
  const content = documentText(sound, file);
  const made = await makeFolder(folder);
  try {
    await withLock(folder, async () => {
      await makeFolder(join(folder, ASSETS_FOLDER));
      await writeWhole(file, content);
      await recordVersions(folder, sound, original === undefined ? new Map() : await storedVersions(original));
    });
  } catch (error) {
    if (made !== undefined) await rm(made, { recursive: true, force: true });
    throw error;
  }
}

async function requireIssue(folder: string): Promise<void> {
  await requireFolder(folder);
  if (await exists(join(folder, ISSUE_FILE))) return;
  const names = await withFile(folder, () => readdir(folder));
  // A stick or a drive that tells no capitals from small letters may have given them back otherwise.
  const found = names.find((name) => name.toLowerCase() === ISSUE_FILE);
  if (found !== undefined) throw new InputError('store.misnamed', { file: join(folder, found), name: ISSUE_FILE });
  const [copy] = await conflictCopyNames(folder);
  if (copy !== undefined) throw new InputError('store.onlyCopies', { file: folder, copy });
  throw new InputError('store.noIssue', { file: folder });
}

async function requireFolder(folder: string): Promise<void> {
  const found = await withFile(folder, () => stat(folder));
  if (!found.isDirectory()) throw new InputError('store.notFolder', { file: folder });
}
