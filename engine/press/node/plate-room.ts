/** Paints parts of plates in a worker thread. Only the last part asked for is painted: what is under way for another one is left. */
import { join } from 'node:path';
import { programRoot } from '../../store';
import { builtFile, PRESS_PROFILE } from './picture-files';
import type { PlatePart } from './plate-parts';
import { WorkerPool } from './worker-pool';

/** What the worker is told when it starts. `turn[0]` is the number of the part that is wanted; other threads read it too. */
export interface PartWorkerData {
  readonly profile: string;
  readonly turn: Int32Array;
}

export interface PartRequest {
  readonly part: PlatePart;
  /** Its turn. */
  readonly number: number;
}

/** A PNG file; null where there is none, or where another part is wanted by now. */
export type PartAnswer = Uint8Array | null;

/** WebAssembly memory never shrinks. */
const requestsPerWorker = 200;
/** For one part, milliseconds. */
const patience = 60_000;

export class PlateRoom {
  private readonly turn = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  private readonly pool: WorkerPool<PartRequest, PartAnswer>;

  /** The room stands where the program is built. Its thread starts with the first part. */
  constructor() {
    const workerData: PartWorkerData = { profile: join(programRoot(), PRESS_PROFILE), turn: this.turn };
    const program = builtFile('plate-worker.js')!;
    this.pool = new WorkerPool({ program, workerData, mostWorkers: 1, requestsPerWorker, patience });
  }

  /** Null when another part is asked for before this one is done, when the file cannot be read, and when it has no such plate. */
  async paint(part: PlatePart): Promise<PartAnswer> {
    const number = Atomics.add(this.turn, 0, 1) + 1;
    return (await this.pool.ask({ part, number })) ?? null;
  }

  /** Ends the thread; parts that have no answer yet are given up. */
  close(): Promise<void> {
    return this.pool.close();
  }
}
