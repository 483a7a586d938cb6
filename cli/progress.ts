import type { HeldUp } from '../engine/store';
import type { Io } from './command';
import { sentence } from './messages';

const QUIET_MS = 1000;

/** Tells on standard error which file is at work, at most once a second and not before work has taken one. */
export function progressLines(io: Io): (file: string, done: number, total: number) => void {
  const say = seldom(io, 'cli.progress');
  return (file, done, total) => say({ file, number: done + 1, total });
}

/** Tells on standard error how many steps of a handoff are done, as seldom. */
export function handoffLines(io: Io): (done: number, total: number) => void {
  const say = seldom(io, 'cli.handingOff');
  return (number, total) => say({ number, total });
}

function seldom(io: Io, code: string): (params: Readonly<Record<string, string | number>>) => void {
  let next = performance.now() + QUIET_MS;
  return (params) => {
    if (performance.now() < next) return;
    next = performance.now() + QUIET_MS;
    void sentence(code, params, io.language).then((line) => io.err(line));
  };
}

/** Tells on standard error which process is waited for. */
export function heldUpLine(folder: string, io: Io): HeldUp {
  return ({ pid, host }) => void sentence('cli.heldUp', { folder, pid, host }, io.language).then((line) => io.err(line));
}
