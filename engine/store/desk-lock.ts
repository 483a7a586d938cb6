/**
 * One desk at a time: while an issue is open in a window, the file `.desk` in its folder says whose. A second window may read,
 * or take the issue over knowingly; the first learns of it before it saves again. Commands do not ask: what they change
 * counts as changed by another program (issue-folder.ts).
 */
import { randomUUID } from 'node:crypto';
import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { InputError } from '../errors';
import { nowText } from './clock';
import { errnoOf, fileError, withFile } from './file-errors';
import { exists, temporaryName } from './files';
import { isDead, releaseAtExit } from './lock';
import { DESK_FILE } from './names';

/** Who has an issue open. */
interface DeskHolder {
  readonly host: string;
  readonly user: string;
  readonly pid: number;
  /** ISO 8601, UTC. */
  readonly since: string;
}

interface Held extends DeskHolder {
  readonly token: string;
}

const MOST_BYTES = 4096;
const MOST_LETTERS = 200;

export class DeskLock {
  private stopWatching: () => void = () => {};

  private constructor(
    private readonly file: string,
    private readonly own: Held,
  ) {}

  /**
   * Takes the issue of a folder for this desk, where no living one has it or `takeOver` says that it may be taken from it.
   * Throws InputError `store.openElsewhere`, with the holder, and what writing to the folder throws.
   */
  static async claim(folder: string, takeOver = false): Promise<DeskLock> {
    const file = join(folder, DESK_FILE);
    const desk = new DeskLock(file, newHolder());
    const holder = readHolder(file);
    if (holder && !takeOver && isLiving(holder)) throw elsewhere('store.openElsewhere', file, holder);
    await withFile(folder, async () => desk.write(holder === undefined));
    const standing = readHolder(file);
    if (standing?.token !== desk.own.token) throw elsewhere('store.openElsewhere', file, standing);
    desk.stopWatching = releaseAtExit(() => desk.remove());
    return desk;
  }

  /**
   * The issue is still this desk's; a note that a cleaning program or a cloud drive has removed is written again. Throws
   * InputError `store.takenOver`, with who took it, and `store.gone` where the folder is no longer there.
   */
  async require(folder: string): Promise<void> {
    const holder = readHolder(this.file);
    if (holder?.token === this.own.token) return;
    if (holder && isLiving(holder)) throw elsewhere('store.takenOver', this.file, holder);
    if (!(await exists(folder))) throw new InputError('store.gone', { file: folder });
    await withFile(folder, async () => this.write(false));
  }

  release(): void {
    this.stopWatching();
    this.remove();
  }

  /** This claim is over; another has taken its place. */
  stop(): void {
    this.stopWatching();
  }

  /** Of two desks that find no note the first to make one has the issue; one that replaces a note replaces it whole. */
  private write(isFirst: boolean): void {
    const text = JSON.stringify(this.own);
    if (isFirst) {
      try {
        writeFileSync(this.file, text, { flag: 'wx' });
        return;
      } catch (error) {
        if (errnoOf(error) !== 'EEXIST' || readHolder(this.file)) throw this.failed(error);
      }
    }
    const temporary = temporaryName(this.file);
    try {
      writeFileSync(temporary, text, { flag: 'wx' });
      renameSync(temporary, this.file);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  }

  /** A note that a full disk left half-written is nobody's. */
  private failed(error: unknown): unknown {
    if (errnoOf(error) === 'EEXIST') return elsewhere('store.openElsewhere', this.file, readHolder(this.file));
    if (errnoOf(error) === 'ENOSPC') rmSync(this.file, { force: true });
    return fileError(dirname(this.file), error);
  }

  private remove(): void {
    try {
      if (readHolder(this.file)?.token === this.own.token) rmSync(this.file, { force: true });
    } catch {
      return;
    }
  }
}

/** The name that this machine's user goes by. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

function newHolder(): Held {
  return { host: hostname(), user: userName(), pid: process.pid, since: nowText(), token: randomUUID() };
}

function isLiving(holder: Held): boolean {
  return !isDead(holder, Date.parse(holder.since));
}

/** Undefined when there is none, or nothing that says whose it is. */
function readHolder(file: string): Held | undefined {
  try {
    // In a folder from elsewhere anything may stand there, also what never answers.
    const found = lstatSync(file);
    if (!found.isFile() || found.size > MOST_BYTES) return undefined;
    const { host, user, pid, since, token } = JSON.parse(readFileSync(file, 'utf8'));
    const texts = [host, user, since, token].every((text) => typeof text === 'string' && text.length <= MOST_LETTERS);
    return texts && Number.isSafeInteger(pid) && !Number.isNaN(Date.parse(since)) ? { host, user, pid, since, token } : undefined;
  } catch {
    return undefined;
  }
}

function elsewhere(code: string, file: string, holder: DeskHolder | undefined): InputError {
  const { host = '?', user = '?', since = '' } = holder ?? {};
  return new InputError(code, { file, host, user: user || host, since });
}
