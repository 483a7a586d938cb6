/** Issues that are open: the window holds a handle, the program the folder behind it. */
import { randomUUID } from 'node:crypto';
import { cp, realpath, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { InputError } from '../engine/errors';
import { type Edit, type Issue, issueDifference } from '../engine/issue';
import {
  addAsset,
  createIssue,
  DeskLock,
  exists,
  Journal,
  makeFolder,
  openStored,
  readAsset,
  recordVersions,
  removeTemporaries,
  SIGN_OFF_FILE,
  saveIssue,
  saveVersion,
  stateOf,
  VERSIONS_FILE,
  VERSIONS_FOLDER,
  withLock,
} from '../engine/store';
import type { OpenedIssue } from './bridge';

/** Faults that let an issue be read and not changed: another desk has it, or its disk takes nothing. */
const READ_ONLY: ReadonlySet<string> = new Set(['store.openElsewhere', 'store.readOnly', 'store.noPermission', 'store.diskFull']);
/** What a killed program left is swept away when no program can still be at it, ms. */
const OLD = 3_600_000;

export type OpenResult = Omit<OpenedIssue, 'readOnly'> & {
  readonly folder: string;
  /** Why it can only be read. */
  readonly fault?: InputError;
};

export class Issues {
  private readonly folders = new Map<string, string>();
  /** What of each folder's document the window last read or wrote. */
  private readonly revisions = new Map<string, string>();
  private readonly journals = new Map<string, Journal>();
  /** Issues that this desk has; one that it only reads has none. */
  private readonly desks = new Map<string, DeskLock>();

  /**
   * Throws InputError when there is no issue or it is faulty. Edits that a crash kept from being saved come as one edit. An
   * issue that another desk has is only read, unless it is taken over. Other issues of this desk are given back.
   */
  async open(folder: string, takeOver = false): Promise<OpenResult> {
    const found = await openStored(folder);
    const real = await realpath(folder);
    const known = [...this.folders].find(([, other]) => other === real)?.[0];
    const handle = known ?? randomUUID();
    const fault = await this.claim(handle, real, takeOver);
    // Whoever had it until now may have saved in between.
    const { issue, revision } = takeOver ? await openStored(real) : found;
    for (const other of [...this.desks.keys()]) if (other !== handle) this.close(other);
    this.folders.set(handle, real);
    const journal = this.begin(handle, real, revision);
    const opened = { handle, name: nameOf(real), issue, folder: real };
    if (fault) return { ...opened, fault };
    await Promise.all([real, join(real, 'assets'), join(real, 'versions')].map((place) => removeTemporaries(place, OLD)));
    await beginRecord(real, issue);
    const recovered = await journal.recover(issue);
    const kept = await keepOthers(journal, real, issue);
    const told = kept > 0 ? { ...opened, kept } : opened;
    if (!recovered) return told;
    const edit = issueDifference(issue, recovered.issue, 'edit.recovered');
    if (edit.edits.length > 0) return { ...told, recovered: { edit, count: recovered.edits, time: recovered.time } };
    // All of them were undone again before the issue was left.
    await journal.drop();
    return told;
  }

  /**
   * Throws InputError for a handle that was never given out, a faulty document, a failing disk, and a document that another
   * program changed meanwhile.
   */
  async save(handle: string, issue: unknown): Promise<void> {
    // saveIssue reads the document with the schema before it writes it.
    const folder = this.requireFolder(handle);
    const revision = await this.written(folder, issue as Issue, async () => {
      await this.requireDesk(handle);
      return saveIssue(folder, issue as Issue, this.revisions.get(handle));
    });
    const before = this.journals.get(handle);
    this.begin(handle, folder, revision);
    await before?.drop();
  }

  /** What may not be written over another's is kept as a version beside it, so that nobody's work is lost. */
  private async written(folder: string, issue: Issue, save: () => Promise<string>): Promise<string> {
    try {
      return await withLock(folder, save);
    } catch (error) {
      if (!(await exists(folder))) throw new InputError('store.gone', { file: folder }, { cause: error });
      if (error instanceof InputError && (error.code === 'store.takenOver' || error.code === 'store.changedOnDisk'))
        await saveVersion(folder, issue, { name: '', reason: 'kept' }).catch(() => {});
      throw error;
    }
  }

  /** Keeps edits that are not saved yet. Throws InputError as `save`. */
  async journal(handle: string, edits: readonly Edit[]): Promise<void> {
    const folder = this.requireFolder(handle);
    if (!(await exists(folder))) throw new InputError('store.gone', { file: folder });
    await this.journals.get(handle)?.append(edits);
  }

  /** Takes the issue for this desk; the fault when it can only be read. Throws InputError for any other. */
  private async claim(handle: string, folder: string, takeOver: boolean): Promise<InputError | undefined> {
    const held = this.desks.get(handle);
    try {
      if (held && !takeOver) await held.require(folder);
      else {
        const desk = await DeskLock.claim(folder, takeOver || held !== undefined);
        held?.stop();
        this.desks.set(handle, desk);
      }
      return undefined;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      if (error.code === 'store.takenOver') {
        this.close(handle);
        return new InputError('store.openElsewhere', error.params);
      }
      if (READ_ONLY.has(error.code)) return error;
      throw error;
    }
  }

  /** Throws InputError for an issue that is not this desk's, or no longer. */
  async requireDesk(handle: string): Promise<void> {
    const desk = this.desks.get(handle);
    if (!desk) throw new InputError('shell.readOnly');
    await desk.require(this.requireFolder(handle));
  }

  /** The window shows it no more: another desk may have it. */
  close(handle: string): void {
    this.desks.get(handle)?.release();
    this.desks.delete(handle);
  }

  closeAll(): void {
    for (const handle of [...this.desks.keys()]) this.close(handle);
  }

  /** Another part of the program has saved the issue for the window: its next save begins from there. */
  async adopt(handle: string): Promise<Issue> {
    const folder = this.requireFolder(handle);
    const { issue, revision } = await openStored(folder);
    const before = this.journals.get(handle);
    this.begin(handle, folder, revision);
    await before?.drop();
    return issue;
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
    this.close(handle);
    this.desks.set(handle, await DeskLock.claim(real, true));
    this.folders.set(handle, real);
    const journal = this.journals.get(handle);
    this.begin(handle, real, revision);
    await journal?.drop();
    return real;
  }

  /** Those that are missing or damaged. Throws InputError for a handle that was never given out. */
  async missingAssets(handle: string, assets: readonly string[]): Promise<readonly string[]> {
    const folder = this.requireFolder(handle);
    const missing: string[] = [];
    for (const asset of assets) if ((await stateOf(folder, asset)) !== 'sound') missing.push(asset);
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

/** A folder that no program with records has saved begins its record here, so that packages know what both sides have seen. */
async function beginRecord(folder: string, issue: Issue): Promise<void> {
  if (!(await exists(join(folder, VERSIONS_FILE)))) await withLock(folder, () => recordVersions(folder, issue));
}

/** Edits to other states of the document that a crash left become versions; how many. A disk that takes none leaves them be. */
async function keepOthers(journal: Journal, folder: string, issue: Issue): Promise<number> {
  let kept = 0;
  try {
    for (const left of await journal.others(issue)) {
      await saveVersion(folder, left.issue, { name: '', reason: 'kept' });
      await left.drop();
      kept++;
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  return kept;
}

/** The issue in a folder of its own, whose revision it returns; a folder that was made for it goes when that fails. */
async function writeCopy(from: string, issue: unknown, to: string): Promise<string> {
  const made = await makeFolder(to);
  try {
    // createIssue reads the document with the schema before it writes it.
    await createIssue(to, issue as Issue, from);
    const { issue: written, revision } = await openStored(to);
    await copyRecords(from, to);
    await copyAssets(from, to, new Set(written.photos.flatMap(({ asset, preview }) => (preview ? [asset, preview] : [asset]))));
    return revision;
  } catch (error) {
    if (made !== undefined) await rm(made, { recursive: true, force: true });
    throw error;
  }
}

/** Versions and signatures go along; where the old folder is gone, so are they. */
async function copyRecords(from: string, to: string): Promise<void> {
  for (const record of [VERSIONS_FOLDER, SIGN_OFF_FILE]) {
    const source = join(from, record);
    if (await exists(source)) await cp(source, join(to, record), { recursive: true });
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
