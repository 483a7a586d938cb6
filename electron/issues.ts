/** Issues that are open: the window holds a handle, the program the folder behind it. */
import { randomUUID } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { InputError } from '../engine/errors';
import type { Issue } from '../engine/issue';
import { openStored, saveIssue, withLock } from '../engine/store';
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

  folderOf(handle: string): string | undefined {
    return this.folders.get(handle);
  }

  requireFolder(handle: string): string {
    const folder = this.folders.get(handle);
    if (folder === undefined) throw new InputError('shell.closedIssue');
    return folder;
  }
}

/** An issue's name in a title: its folder's, without `.banxin`. */
export function nameOf(folder: string): string {
  const name = basename(folder);
  return extname(name) === '.banxin' ? name.slice(0, -'.banxin'.length) : name;
}
