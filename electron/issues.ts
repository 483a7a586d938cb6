/** Issues that are open: the window holds a handle, the program the folder behind it. */
import { randomUUID } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { InputError } from '../engine/errors';
import type { Issue } from '../engine/issue';
import {
  ASSETS_FOLDER,
  addAsset,
  createIssue,
  exists,
  makeFolder,
  openStored,
  readAsset,
  saveIssue,
  withLock,
} from '../engine/store';
import type { OpenedIssue } from './bridge';

export class Issues {
  private readonly folders = new Map<string, string>();
  /** What of each folder's document the window last read or wrote. */
  private readonly revisions = new Map<string, string>();

  /** Throws InputError when there is no issue or it is faulty. */
  async open(folder: string): Promise<OpenedIssue & { readonly folder: string }> {
    const { issue, revision } = await openStored(folder);
    const real = await realpath(folder);
    const known = [...this.folders].find(([, other]) => other === real)?.[0];
    const handle = known ?? randomUUID();
    this.folders.set(handle, real);
    this.revisions.set(handle, revision);
    return { handle, name: nameOf(real), issue, folder: real };
  }

  /**
   * Throws InputError for a handle that was never given out, a faulty document, a failing disk, and a document that another
   * program changed meanwhile.
   */
  async save(handle: string, issue: unknown): Promise<void> {
    // saveIssue reads the document with the schema before it writes it.
    const folder = this.requireFolder(handle);
    const save = () => saveIssue(folder, issue as Issue, this.revisions.get(handle));
    this.revisions.set(handle, await withLock(folder, save));
  }

  /**
   * Writes the issue to a new folder, with those photographs that can still be read, and goes on with that folder, whose
   * real path it returns. Throws InputError, as `save`; then nothing has changed.
   */
  async saveAs(handle: string, issue: unknown, folder: string): Promise<string> {
    const before = this.requireFolder(handle);
    const revision = await writeCopy(before, issue, folder);
    const real = await realpath(folder);
    for (const [other, path] of this.folders) if (path === real) this.folders.delete(other);
    this.folders.set(handle, real);
    this.revisions.set(handle, revision);
    return real;
  }

  /** Throws InputError for a handle that was never given out. */
  async missingAssets(handle: string, assets: readonly string[]): Promise<readonly string[]> {
    const folder = join(this.requireFolder(handle), ASSETS_FOLDER);
    const missing: string[] = [];
    for (const asset of assets) if (!(await exists(join(folder, asset)))) missing.push(asset);
    return missing;
  }

  folderOf(handle: string): string | undefined {
    return this.folders.get(handle);
  }

  requireFolder(handle: string): string {
    const folder = this.folders.get(handle);
    if (folder === undefined) throw new InputError('shell.closedIssue');
    return folder;
  }
}

/** The issue in a folder of its own, whose revision it returns; a folder that was made for it goes when that fails. */
async function writeCopy(from: string, issue: unknown, to: string): Promise<string> {
  const made = await makeFolder(to);
  try {
    // createIssue reads the document with the schema before it writes it.
    await createIssue(to, issue as Issue);
    const { issue: written, revision } = await openStored(to);
    await copyAssets(from, to, new Set(written.photos.map(({ asset }) => asset)));
    return revision;
  } catch (error) {
    if (made !== undefined) await rm(made, { recursive: true, force: true });
    throw error;
  }
}

/** Photographs that are gone or damaged stay behind. Throws InputError when one cannot be written. */
async function copyAssets(from: string, to: string, assets: Iterable<string>): Promise<void> {
  for (const asset of assets) {
    const bytes = await readAsset(from, asset).catch((error: unknown) => {
      if (!(error instanceof InputError)) throw error;
    });
    if (bytes) await addAsset(to, bytes, extname(asset).slice(1));
  }
}

/** An issue's name in a title: its folder's, without `.banxin`. */
export function nameOf(folder: string): string {
  const name = basename(folder);
  return extname(name) === '.banxin' ? name.slice(0, -'.banxin'.length) : name;
}
