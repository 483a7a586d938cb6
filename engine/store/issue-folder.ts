import { constants } from 'node:fs';
import { access, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../errors';
import type { Issue } from '../issue/types';
import { readIssue } from '../issue/validate';
import { withFile } from './file-errors';
import { exists, writeWhole } from './files';
import { makeFolder } from './folders';
import { readingFile, readJsonFile } from './json-file';
import { ASSETS_FOLDER, ISSUE_FILE } from './names';

/** The newest version of the document that this program knows. */
const VERSION = 1;
const MOST_BYTES = 64_000_000;

/**
 * Opens an issue. Throws InputError naming file, place and cure when the folder or its document is missing, damaged,
 * invalid, too large or of a newer version; nothing is changed on the disk.
 */
export async function openIssue(folder: string): Promise<Issue> {
  await requireFolder(folder);
  const file = join(folder, ISSUE_FILE);
  if (!(await exists(file))) throw new InputError('store.noIssue', { file: folder });
  const value = await readJsonFile(file, MOST_BYTES);
  checkFormat(value, file);
  return readingFile(file, () => readIssue(value));
}

/** Saves an issue: validated, keys in the order of the schema, whole or not at all. Throws InputError. */
export async function saveIssue(folder: string, issue: Issue): Promise<void> {
  await requireFolder(folder);
  await writeWhole(join(folder, ISSUE_FILE), issueText(issue, join(folder, ISSUE_FILE)));
}

/** Makes the folder of a new issue and writes its document. An existing folder may be used; a document in it is replaced. */
export async function createIssue(folder: string, issue: Issue): Promise<void> {
  const file = join(folder, ISSUE_FILE);
  const content = issueText(issue, file);
  const made = await makeFolder(folder);
  try {
    await makeFolder(join(folder, ASSETS_FOLDER));
    await writeWhole(file, content);
  } catch (error) {
    if (made !== undefined) await rm(made, { recursive: true, force: true });
    throw error;
  }
}

/** Throws InputError unless the folder can be written to. Asked before long work whose result would have no place. */
export async function requireWritable(folder: string): Promise<void> {
  await requireFolder(folder);
  await withFile(folder, () => access(folder, constants.W_OK));
}

async function requireFolder(folder: string): Promise<void> {
  const found = await withFile(folder, () => stat(folder));
  if (!found.isDirectory()) throw new InputError('store.notFolder', { file: folder });
}

function checkFormat(value: unknown, file: string): void {
  const header = typeof value === 'object' && value !== null ? (value as { format?: unknown; version?: unknown }) : {};
  if (header.format !== 'banxin-issue') throw new InputError('store.wrongFormat', { file });
  if (typeof header.version === 'number' && header.version > VERSION) {
    throw new InputError('store.newer', { file, version: header.version, known: VERSION });
  }
}

function issueText(issue: Issue, file: string): string {
  const content = `${JSON.stringify(
    readingFile(file, () => readIssue(issue)),
    null,
    2,
  )}\n`;
  if (Buffer.byteLength(content) > MOST_BYTES) throw new InputError('store.issueTooLarge', { file, most: MOST_BYTES / 1e6 });
  return content;
}
