/** Asks the searching worker. An expression that does not come to an end is ended with its worker. */
import type { Hit, Query, Searched } from './search';
import type { FindAnswer, FindRequest } from './worker';

/** Longest search, milliseconds. */
const MOST_TIME = 2000;

export type Found = { readonly hits: readonly Hit[] } | { readonly fault: string } | { readonly late: true };

let worker: Worker | undefined;
let count = 0;
let waiting:
  | { readonly id: number; readonly timer: ReturnType<typeof setTimeout>; readonly take: (found: Found) => void }
  | undefined;

/** A newer search takes the place of one that goes on. */
export function find(query: Query, texts: readonly Searched[], take: (found: Found) => void): void {
  if (waiting) stop();
  worker ??= start();
  const id = ++count;
  const timer = setTimeout(() => {
    stop();
    take({ late: true });
  }, MOST_TIME);
  waiting = { id, timer, take };
  worker.postMessage({ id, query, texts } satisfies FindRequest);
}

function start(): Worker {
  const made = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'find' });
  made.onmessage = ({ data }: MessageEvent<FindAnswer>) => {
    if (waiting?.id !== data.id) return;
    const { take, timer } = waiting;
    clearTimeout(timer);
    waiting = undefined;
    take('fault' in data ? { fault: data.fault } : { hits: data.hits });
  };
  return made;
}

function stop(): void {
  clearTimeout(waiting?.timer);
  waiting = undefined;
  worker?.terminate();
  worker = undefined;
}
