import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WorkerPool } from '../../engine/press/node/worker-pool';

/** Answers a word with the word and its own number; dies of `die`, sleeps over `sleep`. */
const source = `
import { parentPort, threadId } from 'node:worker_threads';
parentPort.on('message', (word) => {
  if (word === 'die') throw new Error('dead');
  if (word !== 'sleep') setTimeout(() => parentPort.postMessage({ word, threadId }), 5);
});
`;

interface Echo {
  readonly word: string;
  readonly threadId: number;
}

let folder: string;
let pool: WorkerPool<string, Echo>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pool-'));
  await writeFile(join(folder, 'echo.mjs'), source);
});
afterEach(() => pool.close());
afterAll(() => rm(folder, { recursive: true, force: true }));

function open(more: { requestsPerWorker?: number; patience?: number } = {}): void {
  const program = join(folder, 'echo.mjs');
  pool = new WorkerPool({ program, workerData: null, mostWorkers: 2, requestsPerWorker: 100, patience: 200_000, ...more });
}

const askAll = (words: readonly string[]) => Promise.all(words.map((word) => pool.ask(word)));

describe('WorkerPool', () => {
  it('answers more requests than it has workers, each with its own answer', async () => {
    open();
    const words = ['一', '二', '三', '四', '五', '六', '七'];
    const answers = await askAll(words);
    expect(answers.map((answer) => answer?.word)).toEqual(words);
    expect(new Set(answers.map((answer) => answer?.threadId)).size).toBe(2);
  });

  it('gives up the request that a worker dies of, and answers the others', async () => {
    open();
    const answers = await askAll(['一', 'die', '三', '四']);
    expect(answers.map((answer) => answer?.word)).toEqual(['一', undefined, '三', '四']);
  });

  it('gives up the request that a worker sleeps over', async () => {
    let patience = 1000;
    const answers = async () => {
      open({ patience });
      patience *= 2;
      const words = (await askAll(['sleep', '二', '三'])).map((answer) => answer?.word);
      await pool.close();
      return words;
    };
    // On a busy machine the others take their time too.
    await expect.poll(answers, { timeout: 200_000 }).toEqual([undefined, '二', '三']);
  });

  it('gives up what is under way and what waits when it is closed, and hires nobody for it', async () => {
    open();
    const asked = askAll(['sleep', 'sleep', '三', '四']);
    await pool.close();
    expect(await asked).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('replaces a worker after its share of requests', async () => {
    open({ requestsPerWorker: 1 });
    const answers = await askAll(['一', '二', '三', '四']);
    expect(new Set(answers.map((answer) => answer?.threadId)).size).toBe(4);
  });
});
