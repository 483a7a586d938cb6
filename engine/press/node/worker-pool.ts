/** Worker threads that answer requests, one request a worker at a time. Knows nothing of pictures. */
import { Worker } from 'node:worker_threads';

export interface PoolSettings {
  /** Path of the worker's program. It answers every message with one message, in order. */
  readonly program: string;
  readonly workerData: unknown;
  readonly mostWorkers: number;
  /** A worker is replaced after so many requests. */
  readonly requestsPerWorker: number;
  /** A request that takes longer is given up and its worker stopped, milliseconds. */
  readonly patience: number;
}

interface Job<Request, Answer> {
  readonly request: Request;
  readonly done: (answer: Answer | undefined) => void;
}

/** Workers start with the first requests and run until `close`. */
export class WorkerPool<Request, Answer> {
  private readonly queue: Job<Request, Answer>[] = [];
  private readonly idle: PoolWorker<Request, Answer>[] = [];
  private readonly all = new Set<PoolWorker<Request, Answer>>();

  constructor(private readonly settings: PoolSettings) {}

  /** Starts all workers now. */
  start(): void {
    for (let worker = this.hire(); worker; worker = this.hire()) this.idle.push(worker);
  }

  /** Undefined when the worker died of the request or slept over it. Never rejects. */
  ask(request: Request): Promise<Answer | undefined> {
    return new Promise((done) => {
      this.queue.push({ request, done });
      this.next();
    });
  }

  /** Stops the workers; requests that have no answer yet are given up. */
  async close(): Promise<void> {
    for (const { done } of this.queue.splice(0)) done(undefined);
    await Promise.all([...this.all].map((worker) => worker.stop()));
    this.all.clear();
  }

  private async next(): Promise<void> {
    if (this.queue.length === 0) return;
    const worker = this.idle.pop() ?? this.hire();
    if (!worker) return;
    const job = this.queue.shift()!;
    job.done(await worker.work(job.request, this.settings.patience));
    if (worker.failed || worker.answered >= this.settings.requestsPerWorker) await this.dismiss(worker);
    else this.idle.push(worker);
    this.next();
  }

  private hire(): PoolWorker<Request, Answer> | undefined {
    if (this.all.size >= this.settings.mostWorkers) return undefined;
    const worker = new PoolWorker<Request, Answer>(this.settings);
    this.all.add(worker);
    return worker;
  }

  private async dismiss(worker: PoolWorker<Request, Answer>): Promise<void> {
    this.all.delete(worker);
    await worker.stop();
  }
}

class PoolWorker<Request, Answer> {
  answered = 0;
  failed = false;
  private readonly thread: Worker;
  private answer: (answer: Answer | undefined) => void = () => {};

  constructor({ program, workerData }: PoolSettings) {
    this.thread = new Worker(program, { workerData });
    this.thread.on('message', (answer: Answer) => this.answer(answer));
    this.thread.on('error', this.fail);
    this.thread.on('exit', this.fail);
  }

  async work(request: Request, patience: number): Promise<Answer | undefined> {
    if (this.failed) return undefined;
    const answer = new Promise<Answer | undefined>((resolve) => {
      this.answer = resolve;
    });
    const timer = setTimeout(this.fail, patience);
    this.thread.postMessage(request);
    const given = await answer;
    clearTimeout(timer);
    this.answered++;
    return given;
  }

  async stop(): Promise<void> {
    await this.thread.terminate();
  }

  private readonly fail = (): void => {
    this.failed = true;
    this.answer(undefined);
  };
}
