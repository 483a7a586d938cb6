import { rmSync } from 'node:fs';
import { constants, type FileHandle, lstat, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { InputError } from '../errors';
import { now, randomName } from './clock';
import { errnoOf, withFile } from './file-errors';

const HEAD_BYTES = 32;

/** Does not wait for a writer when the path is a pipe. */
const READ_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The most bytes that a file may have, as its first bytes (up to 32) tell its kind. */
export type LimitOf = (head: Uint8Array) => number;

/** Reads a file that the user named, through a link too, if it has at most `most` bytes. Throws InputError. */
export function readUserFile(file: string, most: number | LimitOf): Promise<Uint8Array> {
  return readFlagged(file, typeof most === 'number' ? () => most : most, READ_FLAGS);
}

/** The first bytes (up to 32) of a file that the user named. Throws InputError. */
export function readUserHead(file: string): Promise<Uint8Array> {
  return withFile(file, async () => {
    const handle = await open(file, READ_FLAGS);
    try {
      const stat = await handle.stat();
      return stat.isFile() ? await readStart(handle, Math.min(stat.size, HEAD_BYTES)) : new Uint8Array(0);
    } finally {
      await handle.close();
    }
  });
}

/** As `readUserFile`, for a file inside an issue's folder: one from elsewhere must not point outside, so a link is refused. */
export function readOwnFile(file: string, most: number): Promise<Uint8Array> {
  return readFlagged(file, () => most, READ_FLAGS | (constants.O_NOFOLLOW ?? 0));
}

function readFlagged(file: string, limitOf: LimitOf, flags: number): Promise<Uint8Array> {
  return withFile(file, async () => {
    const handle = await open(file, flags);
    try {
      return await readBounded(handle, file, limitOf);
    } finally {
      await handle.close();
    }
  });
}

async function readBounded(handle: FileHandle, file: string, limitOf: LimitOf): Promise<Uint8Array> {
  const stat = await handle.stat();
  if (stat.isDirectory()) throw new InputError('store.isFolder', { file });
  if (!stat.isFile()) throw new InputError('store.notFile', { file });
  const head = await readStart(handle, Math.min(stat.size, HEAD_BYTES));
  const most = limitOf(head);
  if (stat.size > most) throw tooLarge(file, stat.size, most);
  return readStart(handle, stat.size);
}

/** The first `length` bytes, fewer when the file has become shorter meanwhile. */
async function readStart(handle: FileHandle, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

function tooLarge(file: string, size: number, most: number): InputError {
  return new InputError('store.tooLarge', { file, size: megabytes(size), most: megabytes(most) });
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0);
}

export interface WriteOptions {
  /** Refuse with InputError `store.exists` when the file is there already. */
  readonly keepExisting?: boolean;
  /** What a failure of the disk is told of, where nobody knows the file: an issue's folder. The file itself when absent. */
  readonly partOf?: string;
}

/**
 * Writes a whole file or nothing: a temporary file in the same folder, flushed to the disk, then renamed, then the folder
 * flushed. A reader sees the old content or the new. Throws InputError; the temporary file is removed.
 */
export async function writeWhole(file: string, content: Uint8Array | string, options: WriteOptions = {}): Promise<void> {
  const folder = dirname(file);
  const temporary = temporaryName(file);
  if (options.keepExisting && (await exists(file))) throw new InputError('store.exists', { file });
  await withFile(options.partOf ?? file, async () => {
    unfinished.add(temporary);
    try {
      await writeFlushed(temporary, content);
      await renamed(temporary, file);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => {});
      throw error;
    } finally {
      unfinished.delete(temporary);
    }
    await flushFolder(folder);
  });
}

/** Temporary files that are being written. */
const unfinished = new Set<string>();

/** Removes what is half-written; synchronous, for a process that is told to end. */
export function removeUnfinished(): void {
  for (const file of unfinished) rmSync(file, { force: true });
}

/** Scanners for viruses and cloud drives hold a file on Windows for a moment after it is written. */
const HELD = { codes: new Set(['EPERM', 'EBUSY', 'EACCES']), tries: 6, wait: 50 };

async function renamed(from: string, to: string): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const mayPass = process.platform === 'win32' && HELD.codes.has(errnoOf(error) ?? '') && tried < HELD.tries;
      if (!mayPass) throw error;
      await setTimeout(HELD.wait * tried);
    }
  }
}

/** A hanzi takes three bytes of the 255 that most systems give a name, of which a temporary one needs 18 more. */
const MOST_OF_NAME = 60;

/** A name beside `file` that no other file has. */
export function temporaryName(file: string): string {
  const start = [...basename(file)]
    .slice(0, MOST_OF_NAME - 4)
    .join('')
    .slice(0, MOST_OF_NAME);
  return join(dirname(file), `.${start}.${randomName()}.tmp`);
}

async function writeFlushed(file: string, content: Uint8Array | string): Promise<void> {
  const handle = await open(file, 'wx', 0o666);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const TEMPORARY = /^\..+\.[0-9a-f]{12}\.tmp$/;

/**
 * Removes the temporary files that `writeWhole` leaves in a folder when its process is killed. No folder is no fault.
 *
 * @param age only those that were written so long ago, ms: others may be at work in the folder
 */
export async function removeTemporaries(folder: string, age = 0): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const remove = async (file: string) => {
    if (age === 0 || (await stat(file)).mtimeMs < now() - age) await rm(file, { force: true });
  };
  await Promise.all(names.filter((name) => TEMPORARY.test(name)).map((name) => remove(join(folder, name)).catch(() => {})));
}

/** Windows cannot open a folder, and some network drives cannot flush one; the rename has happened by then. */
export async function flushFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    return;
  }
}

/** Whether something stands at this path, a dangling link included. */
export async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}
