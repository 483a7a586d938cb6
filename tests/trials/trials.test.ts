/**
 * Power cuts and full disks: a process is killed at random instants of everything that writes to an issue's folder, and writes
 * fail at random. `BANXIN_TRIALS` gives the number of instants (`npm run trials`: 1,000).
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import { codeMaps } from '../../code-maps-plugin.mjs';
import { createIssue } from '../../engine/store';
import { lunarYears } from '../../lunar-plugin.mjs';
import { dictionary } from '../../words-plugin.mjs';
import { smallIssue } from '../issue/small-issue';
import { form as articleForm } from '../layout/support';
import { temporaryFolder } from '../store/temporary-folder';
import { OPERATIONS, type Operation, trialIn } from './operations';
import { isWhole, type Losses } from './verify';
import type { Task } from './worker';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, '.cache', 'trials', String(process.pid));
const worker = join(built, 'worker.js');
const INSTANTS = Number(process.env.BANXIN_TRIALS ?? 24);
/** How long a worker works before it is killed at the latest, ms: long enough for a few of its operations. */
const MOST_WORK: Readonly<Partial<Record<Operation, number>>> = { import: 600, export: 600, press: 1500 };
const MOST_OTHER_WORK = 200;
const SEED = 20260310;
/** Issues under trial side by side. */
const LANES = 4;

beforeAll(async () => {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [codeMaps(), dictionary(), lunarYears()],
    build: { minify: true, ssr: join(root, 'tests', 'trials', 'worker.ts'), outDir: built, emptyOutDir: true, target: 'node20' },
  });
  return () => rmSync(built, { recursive: true, force: true });
});

async function newTrial(): Promise<string> {
  const home = temporaryFolder();
  const trial = trialIn(home);
  const issue = {
    ...smallIssue,
    photos: [],
    groups: [],
    pages: [1, 2].map((number) => ({ number, section: '0', blocks: [furniture(number)] })),
  };
  await createIssue(trial.issue, issue);
  await createIssue(trial.desk, issue, trial.issue);
  return home;
}

/** With an article on it, so that there is something to export and to press. */
const furniture = (number: number) => {
  const form = articleForm({ head: 'single', deck: false });
  const content = { kind: 'article', article: `a${number}`, form } as const;
  return { id: `b${number}`, content, rect: { column: 0, row: 10, columns: 3, rows: 20 }, cuts: [], locked: false };
};

/** Pseudo-random numbers from 0 to 1, the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Runs a worker and kills it at an instant after it has looked around, or told a first step; what it saw, and the last step that
 * it told.
 */
async function run(
  task: Task,
  work: number,
  after: 'look' | 'step' = 'look',
): Promise<{ readonly losses: Losses; readonly step: number }> {
  const child = spawn(process.execPath, [worker, JSON.stringify(task)], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let fault = '';
  child.stderr.on('data', (data) => (fault += data));
  let [losses, step]: [Losses | undefined, number] = [undefined, task.acknowledged];
  const lines = createInterface({ input: child.stdout });
  const begun = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      const said = JSON.parse(line) as { losses?: Losses; step?: number };
      if (said.losses) losses = said.losses;
      if (said.step !== undefined) step = said.step;
      if (after === 'look' || said.step !== undefined) resolve();
    });
    lines.once('close', resolve);
  });
  const ended = once(child, 'exit');
  const read = once(lines, 'close');
  await begun;
  if (task.operation !== 'look') {
    await setTimeout(work);
    child.kill('SIGKILL');
  }
  const [code, signal] = await ended;
  await read;
  if (!losses || (signal !== 'SIGKILL' && code !== 0)) throw new Error(`${task.operation}: ${fault || `${code} ${signal}`}`);
  return { losses, step };
}

/** One issue's trials, one after the other; what was lost. */
async function lane(instants: number, seed: number): Promise<{ readonly bad: readonly string[]; readonly steps: number }> {
  const home = await newTrial();
  const random = randomFrom(seed);
  const bad: string[] = [];
  let acknowledged = 0;
  for (let instant = 0; instant < instants; instant++) {
    const operation = instant % 2 === 0 ? 'edit' : OPERATIONS[(instant >> 1) % OPERATIONS.length]!;
    const task = { home, operation, from: Math.max(acknowledged, instant * 1000) + 1, acknowledged };
    const { losses, step } = await run(
      task,
      random() * (MOST_WORK[operation] ?? MOST_OTHER_WORK),
      instant === 0 ? 'step' : 'look',
    );
    if (!isWhole(losses)) bad.push(`before ${instant}: ${JSON.stringify(losses)}`);
    acknowledged = step;
  }
  const { losses } = await run({ home, operation: 'look', from: 0, acknowledged }, 0);
  if (!isWhole(losses)) bad.push(`at the end: ${JSON.stringify(losses)}`);
  return { bad, steps: acknowledged };
}

test(
  `killed at ${INSTANTS} instants: no unreadable issue, no lost original, no step lost that was on the disk`,
  async () => {
    const lanes = Array.from({ length: LANES }, (_, index) => lane(Math.ceil(INSTANTS / LANES), SEED + index));
    const done = await Promise.all(lanes);
    expect(done.flatMap(({ bad }) => bad)).toEqual([]);
    expect(Math.max(...done.map(({ steps }) => steps))).toBeGreaterThan(0);
  },
  60_000 + INSTANTS * 3000,
);

/** As many operations on one issue while writes fail; what its worker found afterwards. */
async function fullDisk(operations: number, seed: number) {
  const home = await newTrial();
  const task: Task = { home, operation: 'look', from: 1, acknowledged: 0, full: { share: 0.12, operations, seed } };
  const { stdout } = await promisify(execFile)(process.execPath, [worker, JSON.stringify(task)], { cwd: root });
  return JSON.parse(stdout) as { readonly faults: readonly string[]; readonly failures: number; readonly refused: number };
}

test(
  'a disk that is full at random writes: each failure is told, nothing is lost',
  async () => {
    const operations = Math.ceil(Math.max(24, INSTANTS) / LANES);
    const done = await Promise.all(Array.from({ length: LANES }, (_, index) => fullDisk(operations, SEED + index)));
    const sum = (key: 'failures' | 'refused') => done.reduce((total, one) => total + one[key], 0);
    expect(done.flatMap(({ faults }) => faults)).toEqual([]);
    expect(sum('failures')).toBeGreaterThan((LANES * operations) / 10);
    expect(sum('refused')).toBeGreaterThan(0);
  },
  60_000 + INSTANTS * 3000,
);
