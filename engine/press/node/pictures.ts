/** Photographs for the press, prepared in up to two worker threads that start with the first picture. */
import { createHash } from 'node:crypto';
import type { Placement } from '../picture-plan';
import type { PictureEngine, PictureFacts, Preparation } from './picture-engine';
import { builtFile, readEngineFiles } from './picture-files';
import { WorkerPool } from './worker-pool';

export type WorkerRequest =
  | { readonly kind: 'prepare'; readonly bytes: Uint8Array; readonly placement: Placement }
  | { readonly kind: 'inspect'; readonly bytes: Uint8Array };

export interface Pictures {
  /** The same picture at the same place is prepared once. */
  prepare(bytes: Uint8Array, placement: Placement): Promise<Preparation>;
  inspect(bytes: Uint8Array): Promise<PictureFacts>;
  close(): Promise<void>;
}

type Answer = Preparation | PictureFacts;

interface Pool {
  ask(request: WorkerRequest): Promise<Answer | undefined>;
  close(): Promise<void>;
}

/** More than two do not pay: a worker holds about 250 MB. */
const mostWorkers = 2;
/** WebAssembly memory never shrinks. */
const requestsPerWorker = 200;
const patience = 120_000;

/** `profile` is the path of the press profile (ICC, CMYK). */
export function createPictures(profile: string): Pictures {
  const pool = openPool(profile);
  const prepared = new Map<string, Promise<Preparation>>();
  return {
    prepare(bytes, placement) {
      const key = createHash('sha256').update(bytes).update(JSON.stringify(placement)).digest('hex');
      const preparing = prepared.get(key) ?? prepare(pool, bytes, placement);
      prepared.set(key, preparing);
      return preparing;
    },
    inspect: (bytes) => inspect(pool, bytes),
    close: () => pool.close(),
  };
}

async function prepare(pool: Pool, bytes: Uint8Array, placement: Placement): Promise<Preparation> {
  const answer = await pool.ask({ kind: 'prepare', bytes, placement });
  return (answer as Preparation | undefined) ?? { broken: 'failed' };
}

async function inspect(pool: Pool, bytes: Uint8Array): Promise<PictureFacts> {
  const answer = await pool.ask({ kind: 'inspect', bytes });
  return (answer as PictureFacts | undefined) ?? { format: '', width: 0, height: 0, broken: 'failed' };
}

function openPool(profile: string): Pool {
  const program = builtFile('picture-worker.js');
  if (!program) return new InlinePool(profile);
  return new WorkerPool({ program, workerData: { profile }, mostWorkers, requestsPerWorker, patience });
}

/** For runs from source, where there is no built worker. */
class InlinePool implements Pool {
  private engine: Promise<PictureEngine> | undefined;

  constructor(private readonly profile: string) {}

  async ask(request: WorkerRequest): Promise<Answer> {
    this.engine ??= import('./picture-engine').then((module) => module.createPictureEngine(readEngineFiles(this.profile)));
    const engine = await this.engine;
    return request.kind === 'prepare' ? engine.prepare(request.bytes, request.placement) : engine.inspect(request.bytes);
  }

  async close(): Promise<void> {}
}
