/** The program ends when it is told to, at whatever moment of its start. */
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { resolveElectron } from '../../electron/runtime.mjs';
import { builtProgram, endsWithin, MOST_ENDING, openDisplay } from './launch';
import { clearFolder } from './support/clear';

const work = mkdtempSync(join(tmpdir(), 'banxin-ending-'));
afterAll(() => clearFolder(work));

test.each([
  ['before it is ready', 'app.exit(0);'],
  ['when it is ready', 'app.whenReady().then(() => app.exit(0));'],
  ['when its window is made', "app.on('browser-window-created', () => app.exit(0));"],
  [
    'when its window is about to be shown',
    "app.on('browser-window-created', (_, w) => w.prependOnceListener('ready-to-show', () => app.exit(0)));",
  ],
  ['when its window has loaded', "app.on('web-contents-created', (_, c) => c.once('did-finish-load', () => app.quit()));"],
  [
    'while it reads faces',
    "app.on('web-contents-created', (_, c) => c.once('did-finish-load', () => setTimeout(() => app.quit(), 100)));",
  ],
])('%s', async (moment, act) => {
  const { ended, said } = await endOf(moment, act);
  expect(ended).toBe(true);
  expect(said).not.toContain('TypeError');
});

test('a process that hangs when the program has ended is ended from outside', async () => {
  const hang = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)';
  const end = await endOf(
    'hanging',
    `app.whenReady().then(() => { app.on('quit', () => ${hang}); setTimeout(() => app.exit(0), 300); });`,
  );
  expect(end).toMatchObject({ ended: true, signal: 'SIGKILL' });
});

interface End {
  readonly ended: boolean;
  readonly signal: NodeJS.Signals | null;
  /** On standard error. */
  readonly said: string;
}

/** Starts the program with a script that runs before it; how it ended, and whether by itself. */
async function endOf(name: string, script: string): Promise<End> {
  const before = join(work, `${name}.cjs`);
  writeFileSync(before, `const { app } = require('electron');\n${script}\n`);
  // Each has a display of its own, which ends with its last program.
  const display = await openDisplay();
  const options = ['--no-sandbox', '-r', before, builtProgram, `--user-data-dir=${join(work, name)}`];
  const env = { ...process.env, ...display.env };
  const program = spawn(resolveElectron(() => {}).executable, options, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  program.stderr.on('data', (data) => (said += data));
  const ended = await endsWithin(program, MOST_ENDING);
  const signal = program.signalCode;
  if (!ended) program.kill('SIGKILL');
  display.server?.kill();
  return { ended, signal, said };
}
