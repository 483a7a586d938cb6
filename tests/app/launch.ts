/** Starts the built editor on the real Electron, on a display of its own when there is none. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright-core';
import { resolveElectron } from '../../electron/runtime.mjs';

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
  /** Ends the program without its close question. */
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
  const page = await app.firstWindow().catch(async (error) => {
    await close();
    throw error;
  });
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.waitForLoadState('domcontentloaded');
  return { app, page, userData, errors, again: { executable, env }, close };

  async function close(): Promise<void> {
    await app.evaluate(({ app: program }) => program.exit(0)).catch(() => {});
    await app.close().catch(() => {});
    display.server?.kill();
    if (options.userData === undefined) rmSync(userData, { recursive: true, force: true, maxRetries: 3 });
  }
}

interface Display {
  readonly env: Readonly<Record<string, string>>;
  readonly server?: ChildProcess;
}

async function openDisplay(): Promise<Display> {
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
