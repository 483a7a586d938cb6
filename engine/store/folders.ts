import { mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError } from '../errors';
import { errnoOf, withFile } from './file-errors';
import { exists } from './files';
import { ISSUE_FILE } from './names';

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

/**
 * Makes a folder with those above it, each by itself: Node's own way of making them all never ends in a file system that
 * takes no folders, such as /proc. Returns the topmost folder that was made, for taking it back; undefined when all were
 * there. Throws InputError.
 *
 * @param partOf what a failure is told of, where nobody knows the folder
 */
export async function makeFolder(folder: string, partOf?: string): Promise<string | undefined> {
  const parent = dirname(folder);
  const top = (await exists(parent)) || parent === folder ? undefined : await makeFolder(parent, partOf);
  return withFile(partOf ?? folder, async () => {
    try {
      await mkdir(folder);
      return top ?? folder;
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
      if (!(await stat(folder)).isDirectory()) throw new InputError('store.notFolder', { file: folder });
      return undefined;
    }
  });
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

/** What a system puts into every folder by itself. */
const SYSTEM_FILES: ReadonlySet<string> = new Set(['thumbs.db', 'desktop.ini']);

/** Folders in folders that are looked into, and files that are taken of one path: what people send is flatter and smaller. */
const DEEPEST = 8;
const MOST_FILES = 5_000;

/**
 * The files that a list of paths means: a folder stands for the files in it and then for those of its subfolders, without hidden
 * ones and without folders of issues, in natural order: `图2` before `图10`. Links to folders are not followed. A path that cannot
 * be looked at stays, so that reading it says why.
 */
export async function expandFolders(paths: readonly string[]): Promise<readonly string[]> {
  const files = await Promise.all(paths.map(async (path) => ((await isFolder(path)) ? filesIn(path, DEEPEST) : [path])));
  return files.flatMap((some) => some.slice(0, MOST_FILES));
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function filesIn(folder: string, depth: number): Promise<readonly string[]> {
  const entries = await withFile(folder, () => readdir(folder, { withFileTypes: true }));
  const visible = entries.filter(({ name }) => !name.startsWith('.') && !SYSTEM_FILES.has(name.toLowerCase()));
  const named = (folders: boolean) =>
    visible
      .filter((entry) => entry.isDirectory() === folders)
      .map(({ name }) => name)
      .sort(naturally)
      .map((name) => join(folder, name));
  const files = [...named(false)];
  for (const inner of depth > 0 ? named(true) : []) {
    if (files.length >= MOST_FILES || /\.banxin$/i.test(inner)) continue;
    files.push(...(await filesIn(inner, depth - 1)));
  }
  return files;
}

/** Compares names with their figures as numbers, code unit by code unit otherwise, so that every system orders alike. */
export function naturally(one: string, other: string): number {
  const left = one.match(/\d+|\D+/g) ?? [];
  const right = other.match(/\d+|\D+/g) ?? [];
  const count = Math.min(left.length, right.length);
  for (let index = 0; index < count; index++) {
    const difference = comparePieces(left[index]!, right[index]!);
    if (difference !== 0) return difference;
  }
  return left.length - right.length || compareText(one, other);
}

function comparePieces(one: string, other: string): number {
  const numbers = /^\d/.test(one) && /^\d/.test(other);
  return numbers ? Number(one) - Number(other) : compareText(one, other);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
