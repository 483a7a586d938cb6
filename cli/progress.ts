import type { HeldUp } from '../engine/store';
import type { Io } from './command';
import { sentence } from './messages';

const QUIET_MS = 1000;

/** Tells on standard error which file is at work, at most once a second and not before work has taken one. */
export function progressLines(io: Io): (file: string, done: number, total: number) => void {
  let next = performance.now() + QUIET_MS;
  return (file, done, total) => {
    if (performance.now() < next) return;
    next = performance.now() + QUIET_MS;
    void sentence('cli.progress', { file, number: done + 1, total }, io.language).then((line) => io.err(line));
  };
}

/** Tells on standard error which process is waited for. */
export function heldUpLine(folder: string, io: Io): HeldUp {
  return ({ pid, host }) => void sentence('cli.heldUp', { folder, pid, host }, io.language).then((line) => io.err(line));
}
