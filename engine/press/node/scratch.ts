/** A folder for files on their way, gone when the work is done, has failed or is told to end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from './ending';

/** How the folders of a process begin: what ends it without a word sweeps them away. */
export const scratchPrefix = (pid: number): string => `banxin-${pid}-`;

/** Gives the work a folder of its own outside what is delivered. */
export async function withScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  let folder: string | undefined;
  // Watched before there is a folder: a signal in between would leave it.
  const unwatch = atEnd(() => folder !== undefined && rmSync(folder, { recursive: true, force: true }));
  try {
    folder = mkdtempSync(join(tmpdir(), scratchPrefix(process.pid)));
    return await work(folder);
  } finally {
    unwatch();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}
