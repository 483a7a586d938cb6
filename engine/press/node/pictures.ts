/** Photographs for the press, prepared in up to two worker threads that start with the first picture. */
import { createHash } from 'node:crypto';
import { isPdf } from '../image-header';
import type { PictureSettings, Placement } from '../picture-plan';
import { type Answer, answer, type Prepared, type WorkerRequest } from './picture-answer';
import type { PictureEngine, PictureFacts } from './picture-engine';
import { builtFile, readEngineFiles } from './picture-files';
import type { Focus } from './picture-focus';
import type { PoolSettings, WorkerPool } from './worker-pool';

export interface Pictures {
  /** Starts the workers, which takes them a while, before the first picture is there. */
  start(): void;
  /** The same picture at the same place is prepared once. */
  prepare(bytes: Uint8Array, placement: Placement, settings: PictureSettings): Promise<Prepared>;
  inspect(bytes: Uint8Array): Promise<PictureFacts>;
  /** Where a photograph's subject is; undefined for what cannot be read, and for pages. */
  focus(bytes: Uint8Array): Promise<Focus | undefined>;
  close(): Promise<void>;
}

interface Pool {
  start(): void;
  ask(request: WorkerRequest): Promise<Answer | undefined>;
  close(): Promise<void>;
}

/** More than two do not pay: a worker holds about 250 MB. */
const mostWorkers = 2;
/** WebAssembly memory never shrinks. */
const requestsPerWorker = 200;
const patience = 120_000;

/** `profile` is the path of the press profile (ICC, CMYK). The number of workers changes the time, not the result. */
export function createPictures(profile: string, workers = mostWorkers): Pictures {
  const pool = openPool(profile, workers);
  const prepared = new Map<string, Promise<Prepared>>();
  return {
    start: () => pool.start(),
    prepare(bytes, placement, settings) {
      const key = createHash('sha256')
        .update(bytes)
        .update(JSON.stringify([placement, settings]))
        .digest('hex');
      const preparing = prepared.get(key) ?? prepare(pool, bytes, placement, settings);
      prepared.set(key, preparing);
      return preparing;
    },
    inspect: (bytes) => inspect(pool, bytes),
    focus: async (bytes) => ((await pool.ask({ kind: 'focus', bytes })) as { readonly focus?: Focus } | undefined)?.focus,
    close: () => pool.close(),
  };
}

async function prepare(pool: Pool, bytes: Uint8Array, placement: Placement, settings: PictureSettings): Promise<Prepared> {
  const given = await pool.ask({ kind: 'prepare', bytes, placement, settings });
  if (given !== undefined) return given as Prepared;
  // No answer came in time, or the worker ran out of memory.
  return isPdf(bytes) ? { refused: 'too-much', detail: '' } : { broken: 'failed' };
}

async function inspect(pool: Pool, bytes: Uint8Array): Promise<PictureFacts> {
  const given = await pool.ask({ kind: 'inspect', bytes });
  if (given !== undefined) return given as PictureFacts;
  const nothing = { width: 0, height: 0 };
  return isPdf(bytes) ? { format: 'pdf', ...nothing, refused: 'too-much' } : { format: '', ...nothing, broken: 'failed' };
}

function openPool(profile: string, mostWorkers: number): Pool {
  const program = builtFile('picture-worker.js');
  if (!program) return new InlinePool(profile);
  return new LazyPool({ program, workerData: { profile }, mostWorkers, requestsPerWorker, patience });
}

/** Workers' own code is loaded with the first picture: pages of text need none. */
class LazyPool implements Pool {
  private pool: Promise<WorkerPool<WorkerRequest, Answer>> | undefined;

  constructor(private readonly settings: PoolSettings) {}

  start(): void {
    void this.open().then((pool) => pool.start());
  }

  async ask(request: WorkerRequest): Promise<Answer | undefined> {
    return (await this.open()).ask(request);
  }

  async close(): Promise<void> {
    await (await this.pool)?.close();
  }

  private open(): Promise<WorkerPool<WorkerRequest, Answer>> {
    this.pool ??= import('./worker-pool').then((module) => new module.WorkerPool(this.settings));
    return this.pool;
  }
}

/** For runs from source, where there is no built worker. */
class InlinePool implements Pool {
  private engine: Promise<PictureEngine> | undefined;

  constructor(private readonly profile: string) {}

  start(): void {
    this.engine ??= import('./picture-engine').then((module) => module.createPictureEngine(readEngineFiles(this.profile)));
  }

  async ask(request: WorkerRequest): Promise<Answer | undefined> {
    this.start();
    return answer(await this.engine!, request);
  }

  async close(): Promise<void> {}
}
