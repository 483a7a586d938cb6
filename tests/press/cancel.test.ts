/** The built program in a process of its own: told to stop in the middle of its work or when that is too late, and with workers that die. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { MagickFormat } from '@imagemagick/magick-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPictureEngine } from '../../engine/press/node/picture-engine';
import { readEngineFiles } from '../../engine/press/node/picture-files';
import { makePicture } from './make-picture';
import { profilePath } from './support';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join('.cache', 'test-press');
const program = join(root, built, 'banxin.js');

let folder: string;
let issue: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cancel-'));
  issue = join(folder, 'a.banxin');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const env = { ...process.env, BANXIN_OUT: built, NODE_ENV: 'production' };
  const { status, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, env });
  expect(status, String(stderr)).toBe(0);
  const texts = ['1版 路灯', '2版 河堤'].map((name) => {
    const file = join(folder, `${name}.txt`);
    writeFileSync(file, `${name.slice(3)}修好了\n\n${'昨晚亮了，行人放心了。\n'.repeat(60)}`);
    return file;
  });
  for (const args of [
    ['new', issue, '--template', 'sikai', '--pages', '2'],
    ['import', issue, ...texts],
    ['arrange', issue],
  ]) {
    expect(spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' })).toMatchObject({ status: 0 });
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Files under a folder, whatever is under way there. */
function filesIn(path: string): string[] {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

const pdfsIn = (path: string): number => filesIn(path).filter((name) => name.endsWith('.pdf')).length;

interface Places {
  readonly output: string;
  readonly scratch: string;
}

it.each<[string, (output: string) => string[], (places: Places) => boolean]>([
  ['a press, once it has begun', (output) => ['press', issue, '-o', output], ({ output }) => existsSync(output)],
  ['a press, with a page written', (output) => ['press', issue, '-o', output], ({ output }) => pdfsIn(output) > 0],
  ['a handoff, once it has begun', (output) => ['handoff', issue, '-o', output], ({ scratch }) => existsSync(scratch)],
  ['a handoff, while pages are painted', (output) => ['handoff', issue, '-o', output], ({ scratch }) => pdfsIn(scratch) === 2],
  ['a handoff, while its files are written', (output) => ['handoff', issue, '-o', output], ({ output }) => existsSync(output)],
  [
    'a preflight, while pages are painted',
    (output) => ['preflight', issue, '--plates', output],
    ({ scratch }) => pdfsIn(scratch) === 2,
  ],
])('%s, leaves no file when it is cancelled', async (_, command, moment) => {
  const output = join(folder, 'out');
  const scratch = join(folder, 'scratch');
  mkdirSync(scratch, { recursive: true });
  const env = { ...process.env, TMPDIR: scratch, TMP: scratch, TEMP: scratch };
  const begun = () => moment({ output, scratch: join(scratch, readdirSync(scratch)[0] ?? 'none') });
  const cancelled = async (): Promise<unknown> => {
    rmSync(output, { recursive: true, force: true });
    const child: ChildProcess = spawn(process.execPath, [program, ...command(output)], { stdio: 'ignore', env });
    const ended = once(child, 'exit');
    while (child.exitCode === null && !begun()) await setTimeout(2);
    child.kill('SIGINT');
    return ended;
  };
  // On a busy machine the signal may come when all is done: then that is no cancelling.
  await expect.poll(cancelled, { timeout: 200_000 }).toEqual([null, 'SIGINT']);
  expect(existsSync(output)).toBe(false);
  expect(readdirSync(scratch)).toEqual([]);
});

/**
 * Sends the signal from inside, where the first file takes its place: before it does, which is heard when all have theirs, or
 * behind it.
 */
const signalling = `
const fs = require('node:fs');
const { dirname } = require('node:path');
const { renameSync } = fs;
let sent = false;
const send = () => { if (!sent) process.kill(process.pid, 'SIGINT'); sent = true; };
fs.renameSync = (from, to) => {
  const isDelivery = to.startsWith(process.env.DELIVERED) && dirname(to) !== dirname(from) && !to.includes('.banxin-press-');
  if (isDelivery && process.env.MOMENT === 'before') send();
  renameSync(from, to);
  if (isDelivery && process.env.MOMENT === 'behind') send();
};
`;

it.each([
  ['press', (output: string) => ['press', issue, '-o', output]],
  ['handoff', (output: string) => ['handoff', issue, '-o', output]],
  ['preflight', (output: string) => ['preflight', issue, '--plates', output]],
])('a %s that has delivered is done, and does not end as cancelled', (verb, command) => {
  const hook = join(folder, 'signalling.cjs');
  writeFileSync(hook, signalling);
  const [before, behind, undisturbed] = ['before', 'behind', 'never'].map((moment) => {
    const output = join(folder, `${verb}-${moment}`);
    const env = { ...process.env, MOMENT: moment, DELIVERED: output };
    const { status, signal } = spawnSync(process.execPath, ['--require', hook, program, ...command(output)], { env });
    return { status, signal, files: filesIn(output).sort() };
  });
  expect(undisturbed!.signal).toBe(null);
  expect(undisturbed!.files.length).toBeGreaterThan(0);
  expect(before).toEqual(undisturbed);
  expect(behind).toEqual(undisturbed);
});

describe('with workers that die', () => {
  const crippled = join(root, `${built}-crippled`);

  beforeAll(() => {
    cpSync(join(root, built), crippled, { recursive: true });
    for (const worker of ['picture-worker.js', 'proof-worker.js']) writeFileSync(join(crippled, worker), 'process.exit(1);\n');
  });
  afterAll(() => rmSync(crippled, { recursive: true, force: true }));

  const crippledRun = (...args: string[]) =>
    spawnSync(process.execPath, [join(crippled, 'banxin.js'), ...args], { encoding: 'utf8' });

  it('a photograph that kills its worker is named, and the page is written without it', async () => {
    await createPictureEngine(readEngineFiles(profilePath));
    const photograph = join(folder, '河堤 图1.jpg');
    const at = (x: number, y: number) => [(x * 5) % 256, (y * 3) % 256, 90];
    writeFileSync(photograph, makePicture({ from: 'RGB', to: MagickFormat.Jpeg, width: 900, height: 600, at }));
    const pictured = join(folder, 'pictured.banxin');
    const commands = [
      ['new', pictured, '--template', 'sikai', '--pages', '2'],
      ['import', pictured, join(folder, '2版 河堤.txt'), photograph],
      ['arrange', pictured],
    ];
    for (const args of commands) expect(spawnSync(process.execPath, [program, ...args]).status).toBe(0);
    const output = join(folder, 'without');
    const { status, stderr } = crippledRun('press', pictured, '-o', output);
    expect(stderr).toMatch(/河堤 图1\.jpg 处理失败/);
    expect(status).toBe(1);
    expect(pdfsIn(output)).toBeGreaterThan(0);
  });

  it('a page that kills its worker is told in one sentence, and no plate is left', () => {
    const output = join(folder, 'plateless');
    const { status, stderr } = crippledRun('preflight', issue, '--plates', output);
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/^澄塘社区报_\d{8}_A0\d\.pdf 检查不了/)]);
    expect(status).toBe(1);
    expect(existsSync(output)).toBe(false);
  });
});
