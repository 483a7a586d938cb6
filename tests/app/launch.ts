/** Starts the built editor on the real Electron, on a display of its own when there is none. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright-core';
import { resolveElectron } from '../../electron/runtime.mjs';
import { isOf } from './support/at-work';
import { clearFolder } from './support/clear';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const builtProgram = join(root, process.env.BANXIN_OUT ?? 'dist', 'app', 'main.cjs');

export interface LaunchOptions {
  /** What to open: the path of an issue's folder, or `--sample`. */
  readonly args?: readonly string[];
  /** A profile to use again; a fresh one otherwise, removed when the program closes. */
  readonly userData?: string;
  /** Puts something into the profile before the program starts. */
  readonly prepare?: (userData: string) => void;
  /** A packed program instead of the built one. */
  readonly executable?: string;
  /** A main script instead of the built one. */
  readonly program?: string;
}

export interface Launched {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** What the window's console said as errors. */
  readonly errors: readonly string[];
  /** For another start beside this one. */
  readonly again: { readonly executable: string; readonly env: Readonly<Record<string, string>> };
  /** Ends the program without its close question; throws when it does not end by itself. */
  close(): Promise<void>;
}

export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'banxin-profile-'));
  options.prepare?.(userData);
  const display = await openDisplay();
  const program = options.executable === undefined ? [options.program ?? builtProgram] : [];
  const executable = options.executable ?? resolveElectron(() => {}).executable;
  const env = { ...definedEnvironment(), ...display.env, BANXIN_LANG: 'zh' };
  const app = await electron.launch({
    executablePath: executable,
    args: [...program, `--user-data-dir=${userData}`, ...(options.args ?? [])],
    env,
    // Root, and many a container, cannot have Chromium's sandbox; BANXIN_SANDBOX=1 tests with it.
    chromiumSandbox: process.env.BANXIN_SANDBOX === '1',
    // The program's own theme is under test, not one that the driver pretends.
    colorScheme: null,
    timeout: 120_000,
  });
  // It is not told any more once the program has ended.
  const main = app.process();
  const page = await app.firstWindow().catch(async (error) => {
    await close();
    throw error;
  });
  isOf(page, main.pid!);
  page.setDefaultTimeout(MOST_WAITING);
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.waitForLoadState('domcontentloaded');
  return { app, page, userData, errors, again: { executable, env }, close };

  async function close(): Promise<void> {
    const told = app.evaluate(({ app: program }) => program.exit(0)).catch(() => {});
    const ended = await endsWithin(main, MOST_ENDING);
    const state = ended ? '' : stateOf(main);
    if (!ended) main.kill('SIGKILL');
    await Promise.all([told, app.close().catch(() => {})]);
    display.server?.kill();
    if (options.userData === undefined) clearFolder(userData);
    if (!ended) throw new Error(`The program was told to exit and did not end within ${MOST_ENDING / 1000} seconds.\n${state}`);
  }
}

/** What a window is waited for to show comes in so long, milliseconds, on however busy a machine. */
const MOST_WAITING = 100_000;

/** A program that is told to exit has so long, milliseconds, on however busy a machine. */
export const MOST_ENDING = 60_000;

/** Whether a process ends within so many milliseconds. */
export async function endsWithin(process: ChildProcess, most: number): Promise<boolean> {
  if (process.exitCode !== null || process.signalCode !== null) return true;
  const patience = new AbortController();
  const late = pause(most, false, { signal: patience.signal }).catch(() => false);
  const ended = await Promise.race([once(process, 'exit').then(() => true), late]);
  patience.abort();
  return ended;
}

/** What each thread of a process waits for, where the system tells. */
function stateOf({ pid }: ChildProcess): string {
  const folder = `/proc/${pid}/task`;
  const told = (thread: string, what: string) => readFileSync(join(folder, thread, what), 'utf8').trim();
  try {
    return readdirSync(folder)
      .map((thread) => `${told(thread, 'comm')}: ${told(thread, 'wchan')}`)
      .join('\n');
  } catch {
    return '';
  }
}

interface Display {
  readonly env: Readonly<Record<string, string>>;
  readonly server?: ChildProcess;
}

/** The user's display, or one of its own where there is none. */
export async function openDisplay(): Promise<Display> {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return { env: {} };
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-terminate'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const answer = server.stdio[3] as Readable;
  const number = await new Promise<string>((resolve, reject) => {
    answer.once('data', (data) => resolve(String(data).trim()));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
  return { env: { DISPLAY: `:${number}` }, server };
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
