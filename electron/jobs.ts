/** Runs work in a process of its own, one piece at a time. Cancelling kills the process and sweeps away what it had begun. */
import { existsSync } from 'node:fs';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';
import { InputError } from '../engine/errors';
import { scratchPrefix } from '../engine/press/node/scratch';
import { ASSETS_FOLDER, removeTemporaries } from '../engine/store';
import { EXPORT_DRAFT } from '../shell/export-issue';
import type { Language } from '../shell/say';
import type { Fault } from './bridge';
import { PRESS_DRAFTS, SAMPLE_DRAFT } from './draft-names';
import type { Work, WorkAnswer, WorkResult } from './work';

export type WorkEnd =
  | { readonly kind: 'done'; readonly result: WorkResult }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'cancelled' };

/** What running work tells of itself, not yet in words. */
export type Told = Omit<Extract<WorkAnswer, { readonly kind: 'progress' }>, 'kind'>;
export type HearProgress = (told: Told) => void;

export class Jobs {
  private running: { readonly process: UtilityProcess; cancelled: boolean } | undefined;
  private last: Promise<unknown> = Promise.resolve();

  /** `progress` hears how far the work is. Throws InputError when other work is under way or the process dies. */
  run(work: Work, language: Language, progress: HearProgress): Promise<WorkEnd> {
    if (this.running) return Promise.reject(new InputError('shell.busy'));
    const run = this.start(work, language, progress);
    this.last = run.catch(() => {});
    return run;
  }

  private async start(work: Work, language: Language, progress: HearProgress): Promise<WorkEnd> {
    let pid: number | undefined;
    const absent = work.kind === 'press' || work.kind === 'handoff' ? absentFolders(work.output) : [];
    const process = utilityProcess.fork(join(__dirname, 'job-process.cjs'), [], { serviceName: `banxin-${work.kind}` });
    const job = { process, cancelled: false };
    process.once('spawn', () => {
      pid = process.pid;
    });
    this.running = job;
    try {
      const end = await ending(process, { work, language }, progress);
      if (job.cancelled && !hasDelivered(work, end)) return { kind: 'cancelled' };
      if (end === undefined) throw new InputError('shell.jobDied');
      return end;
    } finally {
      await sweep(work);
      for (const folder of absent) await rmdir(folder).catch(() => {}); // Not one that something stands in.
      if (pid !== undefined) await sweepDrafts(tmpdir(), scratchPrefix(pid));
      this.running = undefined;
    }
  }

  /** Cancels what runs; settles when it has ended and its traces are gone. */
  async stop(): Promise<void> {
    this.cancel();
    await this.last;
  }

  cancel(): void {
    if (!this.running) return;
    this.running.cancelled = true;
    this.running.process.kill();
  }
}

/** Whether cancelling came too late: files that are there are not denied. */
function hasDelivered({ kind }: Work, end: WorkEnd | undefined): boolean {
  return end?.kind === 'done' && (kind === 'press' || kind === 'handoff' || kind === 'export' || kind === 'sample');
}

/** Settles when the process has ended, so that nothing is at work any more; undefined when it ended without an answer. */
function ending(
  process: UtilityProcess,
  request: { readonly work: Work; readonly language: Language },
  progress: HearProgress,
): Promise<Extract<WorkAnswer, { readonly kind: 'done' | 'fault' }> | undefined> {
  let answer: Extract<WorkAnswer, { readonly kind: 'done' | 'fault' }> | undefined;
  process.on('message', (message: WorkAnswer) => {
    if (message.kind === 'progress') {
      const { kind, ...told } = message;
      progress(told);
    } else {
      answer = message;
      process.postMessage('end');
    }
  });
  process.postMessage(request);
  return new Promise((resolve) => process.once('exit', () => resolve(answer)));
}

/** A folder and those above it that are not there, from the lowest up: who makes them may be killed before he takes them back. */
function absentFolders(folder: string): string[] {
  return existsSync(folder) ? [] : [folder, ...absentFolders(dirname(folder))];
}

/** Removes what a killed process leaves under its temporary names. */
async function sweep(work: Work): Promise<void> {
  if (work.kind === 'import' || work.kind === 'replace') await removeTemporaries(join(work.folder, ASSETS_FOLDER));
  if (work.kind === 'sample') await rm(`${work.folder}${SAMPLE_DRAFT}`, { recursive: true, force: true });
  if (work.kind === 'export') await sweepDrafts(dirname(work.output), EXPORT_DRAFT);
  if (work.kind === 'press' || work.kind === 'handoff') await sweepDrafts(work.output, PRESS_DRAFTS);
}

async function sweepDrafts(folder: string, start: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const drafts = names.filter((name) => name.startsWith(start));
  await Promise.all(drafts.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}
