/** Photographs for the press, prepared in up to two worker threads that start with the first picture. */
import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Placement } from '../picture-plan';
import type { PictureEngine, PictureFacts, Preparation } from './picture-engine';
import { builtFile, readEngineFiles } from './picture-files';

export type WorkerRequest =
  | { readonly kind: 'prepare'; readonly bytes: Uint8Array; readonly placement: Placement }
  | { readonly kind: 'inspect'; readonly bytes: Uint8Array };

export interface Pictures {
  /** The same picture at the same place is prepared once. */
  prepare(bytes: Uint8Array, placement: Placement): Promise<Preparation>;
  inspect(bytes: Uint8Array): Promise<PictureFacts>;
  close(): Promise<void>;
}

/** More than two do not pay: a worker holds about 250 MB. */
const mostWorkers = 2;
/** WebAssembly memory never shrinks; a worker is renewed after so many pictures. */
const picturesPerWorker = 200;
/** A picture that takes longer is given up, milliseconds. */
const patience = 120_000;

type Answer = Preparation | PictureFacts;

/** `profile` is the path of the press profile (ICC, CMYK). */
export function createPictures(profile: string): Pictures {
  const program = builtFile('picture-worker.js');
  const pool = program ? new WorkerPool(program, profile) : new InlinePool(profile);
  const prepared = new Map<string, Promise<Preparation>>();
  return {
    prepare(bytes, placement) {
      const key = createHash('sha256').update(bytes).update(JSON.stringify(placement)).digest('hex');
      let answer = prepared.get(key);
      if (!answer) {
        answer = pool.ask({ kind: 'prepare', bytes, placement }) as Promise<Preparation>;
        prepared.set(key, answer);
      }
      return answer;
    },
    inspect: (bytes) => pool.ask({ kind: 'inspect', bytes }) as Promise<PictureFacts>,
    close: () => pool.close(),
  };
}

interface Pool {
  ask(request: WorkerRequest): Promise<Answer>;
  close(): Promise<void>;
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

interface Job {
  readonly request: WorkerRequest;
  readonly done: (answer: Answer) => void;
}

class WorkerPool implements Pool {
  private readonly queue: Job[] = [];
  private readonly idle: PictureWorker[] = [];
  private readonly all = new Set<PictureWorker>();

  constructor(
    private readonly program: string,
    private readonly profile: string,
  ) {}

  ask(request: WorkerRequest): Promise<Answer> {
    return new Promise((done) => {
      this.queue.push({ request, done });
      this.next();
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.all].map((worker) => worker.stop()));
    this.all.clear();
  }

  private async next(): Promise<void> {
    if (this.queue.length === 0) return;
    const worker = this.idle.pop() ?? this.hire();
    if (!worker) return;
    const job = this.queue.shift()!;
    job.done(await worker.work(job.request));
    if (worker.tired) await this.dismiss(worker);
    else this.idle.push(worker);
    this.next();
  }

  private hire(): PictureWorker | undefined {
    if (this.all.size >= mostWorkers) return undefined;
    const worker = new PictureWorker(this.program, this.profile);
    this.all.add(worker);
    return worker;
  }

  private async dismiss(worker: PictureWorker): Promise<void> {
    this.all.delete(worker);
    await worker.stop();
  }
}

const failure: Answer = { broken: 'failed', format: '', width: 0, height: 0 };

class PictureWorker {
  private readonly thread: Worker;
  private answered = 0;
  private failed = false;
  private answer: (answer: Answer) => void = () => {};

  constructor(program: string, profile: string) {
    this.thread = new Worker(program, { workerData: { profile } });
    this.thread.on('message', (answer: Answer) => this.answer(answer));
    this.thread.on('error', this.fail);
    this.thread.on('exit', this.fail);
  }

  get tired(): boolean {
    return this.failed || this.answered >= picturesPerWorker;
  }

  /** Never rejects: when a worker dies or sleeps over a picture, that picture has failed. */
  async work(request: WorkerRequest): Promise<Answer> {
    if (this.failed) return failure;
    const answer = new Promise<Answer>((resolve) => {
      this.answer = resolve;
    });
    const timer = setTimeout(this.fail, patience);
    this.thread.postMessage(request);
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
      this.answered++;
    }
  }

  private readonly fail = (): void => {
    this.failed = true;
    this.answer(failure);
  };

  async stop(): Promise<void> {
    await this.thread.terminate();
  }
}
