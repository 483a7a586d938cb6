/** What the threads of the window and its other processes have worked so far, milliseconds of processor time: unlike waiting, the same on a busy machine. */
import { readdirSync, readFileSync } from 'node:fs';
import type { ElectronApplication } from 'playwright-core';

export type ThreadTimes = ReadonlyMap<string, number>;

/** By name: threads of the window's process, everything of the graphics and the main process. */
export async function threadTimes(app: ElectronApplication): Promise<ThreadTimes> {
  const processes = (await app.evaluate(({ app: program }) =>
    program.getAppMetrics().map(({ type, pid }) => ({ type: String(type), pid })),
  )) as { type: string; pid: number }[];
  const times = new Map<string, number>();
  const add = (name: string, time: number) => times.set(name, (times.get(name) ?? 0) + time);
  for (const { type, pid } of processes) {
    const workers: string[] = [];
    for (const thread of readdirSync(`/proc/${pid}/task`).sort((a, b) => Number(a) - Number(b))) {
      const [name, time] = readThread(pid, thread);
      if (type === 'Tab' && name.startsWith('Dedicated')) workers.push(thread);
      add(type === 'Tab' ? threadName(name, workers.length) : type.toLowerCase(), time);
    }
  }
  return times;
}

/** A thread may end while it is being read. */
function readThread(pid: number, thread: string): [name: string, time: number] {
  try {
    const name = readFileSync(`/proc/${pid}/task/${thread}/comm`, 'utf8').trim();
    const [nanoseconds] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
    return [name, Number(nanoseconds) / 1e6];
  } catch {
    return ['', 0];
  }
}

/** Workers in the order in which the window starts them. */
const WORKERS = ['composing', 'painting', 'proof', 'find'];

function threadName(name: string, worker: number): string {
  if (name.startsWith('Dedicated')) return WORKERS[worker - 1] ?? 'workers';
  if (name.startsWith('electron')) return 'window';
  if (name.startsWith('ThreadPool')) return 'pool';
  return name === 'Compositor' ? 'compositor' : 'others';
}

/** Work of `acts` acts between two readings, ms an act, the busiest first. */
export function workText(before: ThreadTimes, after: ThreadTimes, acts: number): string {
  return [...after]
    .map(([name, time]) => [name, (time - (before.get(name) ?? 0)) / acts] as const)
    .filter(([, time]) => time >= 0.5)
    .sort(([, one], [, other]) => other - one)
    .map(([name, time]) => `${name} ${time.toFixed(1)}`)
    .join('  ');
}
