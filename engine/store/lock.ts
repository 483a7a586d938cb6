/**
 * One writer at a time: while a process changes an issue, the file `.lock` in its folder names it. Readers do not ask, they
 * see the old document or the new. A lock that a dead process of this machine left is taken over.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { InputError } from '../errors';
import { nowText, now as timeOfDay } from './clock';
import { errnoOf, withFile } from './file-errors';
import { readOwnFile, removeUnfinished } from './files';
import { LOCK_FILE } from './names';

/** Who holds a lock. */
export interface LockHolder {
  readonly host: string;
  readonly pid: number;
  /** ISO 8601, UTC. */
  readonly since: string;
}

interface Lock extends LockHolder {
  /** Tells this lock from every other. */
  readonly token: string;
}

/** Hears once, after a second of waiting, who is waited for. */
export type HeldUp = (holder: LockHolder) => void;

const MOST_WAIT_MS = 20_000;
const QUIET_MS = 1000;
const RETRY_MS = 40;
/** A lock is written right after it is made; one that stays unreadable for so long was never finished. */
const UNFINISHED_MS = 2000;
/** A lock has some hundred bytes. */
const MOST_BYTES = 4096;
/** What else may stand in a lock's place, in a folder from elsewhere: nobody's lock, and not ours to remove. */
const NO_LOCK: ReadonlySet<string> = new Set(['store.link', 'store.isFolder', 'store.notFile', 'store.tooLarge']);

/**
 * Runs `work` while no other process changes the issue of a folder. Waits for another one some seconds, then throws
 * InputError `store.locked`. The lock is released when the work ends or fails, and when the process is told to end.
 */
export async function withLock<T>(folder: string, work: () => Promise<T>, heldUp: HeldUp = () => {}): Promise<T> {
  const file = join(folder, LOCK_FILE);
  const lock = newLock();
  let taken = false;
  // Before the lock is made, so that no signal comes between.
  const stopWatching = releaseAtExit(() => {
    removeUnfinished();
    if (taken) release(file, lock);
  });
  try {
    await withFile(folder, () => takeLock(file, lock, heldUp, () => (taken = true)));
    return await work();
  } finally {
    stopWatching();
    if (taken) release(file, lock);
  }
}

function newLock(): Lock {
  const since = nowText();
  return { host: hostname(), pid: process.pid, since, token: randomUUID() };
}

/** `took` hears of it in the same breath. */
async function takeLock(file: string, lock: Lock, heldUp: HeldUp, took: () => void): Promise<void> {
  const begin = performance.now();
  let readable = begin;
  let told = false;
  while (!makeLock(file, lock)) {
    const holder = await readLock(file);
    const now = performance.now();
    if (holder) readable = now;
    if (holder ? isDead(holder, Date.parse(holder.since)) : now - readable > UNFINISHED_MS) {
      await removeStale(file, holder);
      continue;
    }
    if (now - begin > MOST_WAIT_MS) throw locked(file, holder);
    if (holder && !told && now - begin > QUIET_MS) {
      told = true;
      heldUp(holder);
    }
    await setTimeout(RETRY_MS);
  }
  took();
}

/** False when there is a lock already. Synchronous, so that no signal finds the lock made and not yet written. */
function makeLock(file: string, lock: Lock): boolean {
  try {
    writeFileSync(file, JSON.stringify(lock), { flag: 'wx' });
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    removeUnwritten(file);
    throw error;
  }
}

/** A lock that a full disk left empty stands in everybody's way. */
function removeUnwritten(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.size === 0) rmSync(file, { force: true });
}

/** Undefined when the lock is gone or not yet written. Throws InputError for what is no file of ours. */
async function readLock(file: string): Promise<Lock | undefined> {
  try {
    return lockFrom(new TextDecoder().decode(await readOwnFile(file, MOST_BYTES)));
  } catch (error) {
    if (error instanceof InputError && NO_LOCK.has(error.code)) throw error;
    return undefined;
  }
}

function lockFrom(text: string): Lock | undefined {
  try {
    const { host, pid, since, token } = JSON.parse(text);
    const fits = typeof host === 'string' && Number.isSafeInteger(pid) && typeof since === 'string' && typeof token === 'string';
    return fits ? { host, pid, since, token } : undefined;
  } catch {
    return undefined;
  }
}

/** Clocks are set now and then; a process that began so long before the machine did is none of this run of it, ms. */
const CLOCK_DOUBT_MS = 120_000;

/**
 * Whether a process has surely ended. Only those of this machine can be asked; one of another user answers EPERM, and lives.
 * What was made before the machine was started belongs to none that lives, whoever has its number now.
 *
 * @param since when the process was at work, ms since 1970
 */
export function isDead({ host, pid }: Pick<LockHolder, 'host' | 'pid'>, since = Number.NaN): boolean {
  if (host !== hostname() || pid <= 0) return false;
  if (since < timeOfDay() - uptime() * 1000 - CLOCK_DOUBT_MS) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return errnoOf(error) === 'ESRCH';
  }
}

/**
 * One process at a time clears a stale lock away, and looks again before: nobody else removes one that is not its own, so
 * what is removed is the stale one. A clearing that was cut short stands in nobody's way for long.
 */
async function removeStale(file: string, stale: Lock | undefined): Promise<void> {
  const clearing = `${file}.clearing`;
  try {
    writeFileSync(clearing, '', { flag: 'wx' });
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
    const now = timeOfDay();
    const age = now - (statSync(clearing, { throwIfNoEntry: false })?.mtimeMs ?? now);
    if (age > UNFINISHED_MS) rmSync(clearing, { force: true });
    else await setTimeout(RETRY_MS);
    return;
  }
  try {
    const standing = await readLock(file);
    if (standing?.token === stale?.token) rmSync(file, { force: true });
  } finally {
    rmSync(clearing, { force: true });
  }
}

function locked(file: string, holder: Lock | undefined): InputError {
  const { host = '?', pid = 0, since = '?' } = holder ?? {};
  return new InputError('store.locked', { file, host, pid, since, seconds: MOST_WAIT_MS / 1000 });
}

/** Synchronous, for a process that ends. Another's lock stays. */
function release(file: string, { token }: Lock): void {
  try {
    if (lockFrom(readFileSync(file, 'utf8'))?.token === token) rmSync(file, { force: true });
  } catch {
    return;
  }
}

const END_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs `leave` when the process ends or is told to; returns what stops watching for that. */
export function releaseAtExit(leave: () => void): () => void {
  const end = (signal: NodeJS.Signals) => {
    stop();
    leave();
    process.kill(process.pid, signal);
  };
  const stop = () => {
    process.off('exit', leave);
    for (const signal of END_SIGNALS) process.off(signal, end);
  };
  process.on('exit', leave);
  for (const signal of END_SIGNALS) process.on(signal, end);
  return stop;
}
