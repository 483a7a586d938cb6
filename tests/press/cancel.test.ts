/** The built program in a process of its own, told to stop in the middle of its work. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

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
}, 120_000);
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
  const child: ChildProcess = spawn(process.execPath, [program, ...command(output)], { stdio: 'ignore', env });
  const begun = () => moment({ output, scratch: join(scratch, readdirSync(scratch)[0] ?? 'none') });
  while (child.exitCode === null && !begun()) await setTimeout(2);
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([null, 'SIGINT']);
  expect(existsSync(output)).toBe(false);
  expect(readdirSync(scratch)).toEqual([]);
});
