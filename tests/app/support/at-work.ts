/** Whether the program is at work, as the system sees it: how long setting and painting take hangs on the machine and what else it does. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** Between two looks, milliseconds. */
const WHILE = 40;
/** A hundredth of a second each; a clock that ticks in the window takes no more between two looks. */
const LITTLE = 2;

const programs = new WeakMap<Page, number>();

/** Notes the program's main process, by which the others are found. */
export function isOf(page: Page, program: number): void {
  programs.set(page, program);
}

/** A program that is at work for so long is waited for no longer, milliseconds. */
const MOST = 20_000;

/** Waits until the program has nothing left to do but by the clock: what was just done has been answered. */
export async function still(page: Page): Promise<void> {
  const end = Date.now() + MOST;
  while (Date.now() < end && (await isAtWork(page)));
}

/** Whether a thread of the program runs, wants to run or has run for a while. False where the system does not tell. */
export async function isAtWork(page: Page): Promise<boolean> {
  const program = programs.get(page);
  if (program === undefined || process.platform !== 'linux') return false;
  const before = look(program);
  await pause(WHILE);
  const after = look(program);
  return after.wanting > 0 || after.ticks - before.ticks > LITTLE;
}

/** Processor time of a process and all that it has started, hundredths of a second, and how many of their threads run or want to. */
function look(program: number): { ticks: number; wanting: number } {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(`/proc/${name}`) : undefined;
    if (stat) parents.set(Number(name), Number(stat[1]));
  }
  const isOurs = (pid: number | undefined): boolean => pid !== undefined && (pid === program || isOurs(parents.get(pid)));
  const threads = [...parents.keys()].filter(isOurs).flatMap(threadsOf);
  return {
    ticks: threads.reduce((sum, stat) => sum + Number(stat[11]) + Number(stat[12]), 0),
    wanting: threads.filter(([state]) => state === 'R').length,
  };
}

function threadsOf(pid: number): readonly (readonly string[])[] {
  const folder = `/proc/${pid}/task`;
  try {
    return readdirSync(folder).flatMap((thread) => {
      const stat = statOf(`${folder}/${thread}`);
      return stat ? [stat] : [];
    });
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

/** State, parent and what follows them in proc(5)'s `stat`; undefined when the process has ended. */
function statOf(folder: string): readonly string[] | undefined {
  try {
    const stat = readFileSync(`${folder}/stat`, 'utf8');
    // The name before it stands in brackets and may hold anything.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
