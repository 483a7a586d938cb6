/**
 * A folder beside the place of delivery where files wait until all of them are there. A process that is told to end
 * takes it away, so that a cancelled job leaves nothing.
 */
import { rmSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { InputError } from '../../errors';
import { exists, makeFolder } from '../../store';
import { withFile } from '../../store/file-errors';

const prefix = '.banxin-press-';
const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Stage {
  /** Where a file waits that is to become `file`. */
  draftOf(file: string): string;
  /** Moves the draft to its place. Throws InputError `store.exists` when a file has come there and is not to be replaced. */
  deliver(file: string, replace: boolean): Promise<void>;
  /** Takes the stage away, and the folder of delivery too when this job made it and nothing was delivered. */
  close(): Promise<void>;
}

/** Makes `output` where it is missing. Throws InputError when that cannot be. */
export async function openStage(output: string): Promise<Stage> {
  const made = await makeFolder(output);
  const drafts = await withFile(output, () => mkdtemp(join(output, prefix)));
  let delivered = false;
  const unwanted = () => (made !== undefined && !delivered ? [drafts, made] : [drafts]);
  const unwatch = atEnd(() => unwanted().forEach((folder) => void rmSync(folder, { recursive: true, force: true })));
  const draftOf = (file: string) => join(drafts, basename(file));
  return {
    draftOf,
    async deliver(file, replace) {
      if (!replace && (await exists(file))) throw new InputError('store.exists', { file });
      await withFile(file, () => rename(draftOf(file), file));
      delivered = true;
    },
    async close() {
      unwatch();
      for (const folder of unwanted()) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Calls `leave` when a signal ends the process; returns what stops watching for that. */
export function atEnd(leave: () => void): () => void {
  const end = (signal: NodeJS.Signals) => {
    unwatch();
    leave();
    process.kill(process.pid, signal);
  };
  const unwatch = () => {
    for (const signal of endSignals) process.off(signal, end);
  };
  for (const signal of endSignals) process.on(signal, end);
  return unwatch;
}
