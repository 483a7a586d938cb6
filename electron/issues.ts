/** Issues that are open: the window holds a handle, the program the folder behind it. */
import { randomUUID } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { InputError } from '../engine/errors';
import { type Edit, type Issue, issueDifference } from '../engine/issue';
import {
  ASSETS_FOLDER,
  addAsset,
  createIssue,
  exists,
  Journal,
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
  private readonly journals = new Map<string, Journal>();

  /** Throws InputError when there is no issue or it is faulty. Edits that a crash kept from being saved come as one edit. */
  async open(folder: string): Promise<OpenedIssue & { readonly folder: string }> {
    const { issue, revision } = await openStored(folder);
    const real = await realpath(folder);
    const known = [...this.folders].find(([, other]) => other === real)?.[0];
    const handle = known ?? randomUUID();
    this.folders.set(handle, real);
    const journal = this.begin(handle, real, revision);
    const recovered = await journal.recover(issue);
    const opened = { handle, name: nameOf(real), issue, folder: real };
    if (!recovered) return opened;
    const { edits: count, time } = recovered;
    return { ...opened, recovered: { edit: issueDifference(issue, recovered.issue, 'edit.recovered'), count, time } };
  }

  /**
   * Throws InputError for a handle that was never given out, a faulty document, a failing disk, and a document that another
   * program changed meanwhile.
   */
  async save(handle: string, issue: unknown): Promise<void> {
    // saveIssue reads the document with the schema before it writes it.
    const folder = this.requireFolder(handle);
    const save = () => saveIssue(folder, issue as Issue, this.revisions.get(handle));
    const revision = await withLock(folder, save);
    const before = this.journals.get(handle);
    this.begin(handle, folder, revision);
    await before?.drop();
  }

  /** Keeps edits that are not saved yet. Throws InputError as `save`. */
  async journal(handle: string, edits: readonly Edit[]): Promise<void> {
    this.requireFolder(handle);
    await this.journals.get(handle)?.append(edits);
  }

  /** The user does not want the edits since the last save. */
  async dropJournal(handle: string): Promise<void> {
    await this.journals.get(handle)?.drop();
  }

  /** As `dropJournal`, for every issue. */
  async dropAll(): Promise<void> {
    await Promise.all([...this.journals.values()].map((journal) => journal.drop()));
  }

  /** From here on edits are told from this revision of the document. */
  private begin(handle: string, folder: string, revision: string): Journal {
    const journal = new Journal(folder, revision);
    this.revisions.set(handle, revision);
    this.journals.set(handle, journal);
    return journal;
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
    const journal = this.journals.get(handle);
    this.begin(handle, real, revision);
    await journal?.drop();
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
    await createIssue(to, issue as Issue, from);
    const { issue: written, revision } = await openStored(to);
    await copyAssets(from, to, new Set(written.photos.flatMap(({ asset, preview }) => (preview ? [asset, preview] : [asset]))));
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
