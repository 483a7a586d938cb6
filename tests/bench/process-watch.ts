/** What Linux tells of a process while it runs (proc(5)). */
import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Watched {
  /** Highest resident memory, megabytes. */
  readonly peak: number;
  /** CPU milliseconds of all threads. */
  readonly cpu: number;
  /** Of the moments looked at, the share with two threads or more that worked, or would have if a core had been free. */
  readonly together: number;
}

/** Looks at a process until it ends. */
export async function watch(child: ChildProcess): Promise<Watched> {
  let [peak, cpu, moments, together] = [0, 0, 0, 0];
  const timer = setInterval(() => {
    try {
      const highest = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
      peak = Math.max(peak, Number(highest ?? 0) / 1024);
      cpu = Math.max(cpu, cpuOf(child.pid!));
      const threads = readdirSync(`/proc/${child.pid}/task`).map((thread) => fieldsOf(`${child.pid}/task/${thread}`)[0]);
      moments++;
      if (threads.filter((state) => state === 'R').length > 1) together++;
    } catch {
      return; // It has just ended.
    }
  }, 20);
  await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(timer);
  return { peak, cpu, together: together / moments };
}

/** CPU milliseconds that a running process has used, with all its threads. Throws when it is gone. */
export function cpuOf(pid: number): number {
  const fields = fieldsOf(String(pid));
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** The fields of `stat` behind the name, from the state on. */
function fieldsOf(process: string): string[] {
  return readFileSync(`/proc/${process}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
}
