/** Background jobs that the window asks for: folders and files are chosen by the user, never named by the window alone. */
import { isAbsolute, join } from 'node:path';
import { app, shell } from 'electron';
import { InputError } from '../engine/errors';
import { makeFolder } from '../engine/store';
import { type Language, sentence } from '../shell/say';
import type { Fault, Job, JobProgress, JobResult } from './bridge';
import * as dialogs from './dialogs';
import { type Issues, nameOf } from './issues';
import { Jobs, type Told, type WorkEnd } from './jobs';
import { PlateShelf } from './plate-shelf';
import { shopFile } from './shop-shelf';
import type { Step, Work } from './work';

/** A fault that the job process has put into words already. */
export class FaultError extends Error {
  constructor(readonly fault: Fault) {
    super(fault.text);
  }
}

export class IssueJobs {
  private readonly jobs = new Jobs();
  /** Of the last examination. */
  readonly plates = new PlateShelf(join(app.getPath('userData'), 'plates'));
  private readonly granted = new Set<string>();
  private readonly pressed = new Set<string>();
  private jobNumber = 0;
  /** How far the running work is. */
  private said: (Told & { readonly job: number }) | undefined;

  constructor(
    private readonly issues: Issues,
    private readonly asking: () => dialogs.Asking,
    private readonly tell: (progress: JobProgress) => void,
  ) {}

  /** What the window asks for, with what the user chooses for it. Throws InputError, and FaultError of the job's own. */
  async run(job: Job): Promise<JobResult> {
    const work = await this.workOf(job);
    if (work === undefined) return { kind: 'cancelled' };
    let end = await this.work(work);
    if (
      (work.kind === 'press' || work.kind === 'handoff' || work.kind === 'export') &&
      end.kind === 'fault' &&
      end.fault.code === 'store.exists'
    ) {
      if (!(await dialogs.askReplace(this.asking()))) return { kind: 'cancelled' };
      end = await this.work({ ...work, replace: true });
    }
    if (end.kind === 'fault') throw new FaultError(end.fault);
    if (end.kind === 'cancelled') return { kind: 'cancelled' };
    return this.resultOf(end);
  }

  private resultOf({ result }: Extract<WorkEnd, { readonly kind: 'done' }>): JobResult {
    if (result.kind === 'sample') throw new Error('the sample is no job of the window');
    if (result.kind === 'press' || result.kind === 'handoff') for (const file of result.files) this.pressed.add(file);
    if (result.kind === 'preflight') void this.plates.keepOnly(result.plates);
    return result;
  }

  /** Asks for what a job needs; undefined when the user thinks better of it. */
  private async workOf(job: Job): Promise<Work | undefined> {
    const folder = this.issues.requireFolder(job.handle);
    if (job.kind === 'arrange') return { kind: 'arrange', folder, issue: job.issue, page: job.page, seed: job.seed };
    if (job.kind === 'arrangeIssue') return { kind: 'arrangeIssue', folder, issue: job.issue, seed: job.seed };
    if (job.kind === 'import') {
      const files = job.files === undefined ? await dialogs.askImportFiles(this.asking()) : this.granting(job.files);
      return files && { kind: 'import', folder, issue: job.issue, files, placed: job.placed === true };
    }
    if (job.kind === 'preflight') {
      const plates = await this.plates.begin();
      return { kind: 'preflight', folder, issue: job.issue, plates, ...wishesOf(job) };
    }
    if (job.kind === 'handoff') return this.handoffOf(folder, job);
    if (job.kind === 'export') {
      const output = await dialogs.askExportFolder(this.asking(), nameOf(folder));
      return output === undefined ? undefined : { kind: 'export', folder, issue: job.issue, output, replace: false };
    }
    if (job.kind === 'replace') {
      const file = job.file === undefined ? await dialogs.askReplacement(this.asking()) : this.granting([job.file])[0];
      return file === undefined ? undefined : { kind: 'replace', folder, issue: job.issue, photo: job.photo, file };
    }
    const { issue, proof = false, page, toPrint = false } = job;
    const output = toPrint ? await printFolder() : await dialogs.askPressFolder(this.asking());
    return output === undefined
      ? undefined
      : { kind: 'press', folder, issue, output, ...wishesOf(job), proof, page, replace: toPrint };
  }

  private async handoffOf(folder: string, job: Extract<Job, { readonly kind: 'handoff' }>): Promise<Work | undefined> {
    const output = await dialogs.askPressFolder(this.asking());
    const { issue, resend } = job;
    return output === undefined
      ? undefined
      : { kind: 'handoff', folder, issue, output, ...wishesOf(job), resend, replace: false };
  }

  /** The window may import only what the user dropped on it. */
  private granting(files: readonly string[]): readonly string[] {
    const strange = files.find((file) => !this.granted.has(file));
    if (strange !== undefined) throw new InputError('shell.notDropped', { file: strange });
    return files;
  }

  /** The preload says that the user dropped this file. */
  grant(file: string): void {
    if (isAbsolute(file)) this.granted.add(file);
  }

  private work(work: Work): Promise<WorkEnd> {
    const job = ++this.jobNumber;
    return this.jobs
      .run(work, this.asking().language, (told) => void this.say(job, told))
      .finally(() => {
        this.said = undefined;
      });
  }

  /** The window speaks another language: the step that is under way is said again. */
  sayAgain(): void {
    if (!this.said) return;
    const { job, done, step } = this.said;
    void this.say(job, { done, step });
  }

  private async say(job: number, told: Told): Promise<void> {
    this.said = { job, ...told };
    const step = await stepWords(told.step, this.asking().language);
    this.tell({ job, ...told, step });
  }

  /** Makes the sample in a folder of its own; false when it was cancelled. */
  async makeSample(folder: string): Promise<boolean> {
    const end = await this.work({ kind: 'sample', folder });
    if (end.kind === 'fault') throw new FaultError(end.fault);
    return end.kind === 'done';
  }

  cancel(): void {
    this.jobs.cancel();
  }

  /** Cancels what runs; settles when its traces are gone. */
  async stop(): Promise<void> {
    await this.jobs.stop();
    await this.plates.clear();
  }

  /** Shows a file of this run's press results in the system's file manager; any other request does nothing. */
  reveal(file: string): void {
    if (this.pressed.has(file)) shell.showItemInFolder(file);
  }

  /** Opens such a file in the program that the system has for it; any other request does nothing. */
  async openFile(file: string): Promise<void> {
    if (this.pressed.has(file)) await shell.openPath(file);
  }
}

function stepWords({ code, params }: Step, language: Language): Promise<string> {
  const inWords = Object.entries(params).map(([name, value]) => {
    return [name, Array.isArray(value) ? value.join(language === 'zh' ? '、' : ', ') : value];
  });
  return sentence(code, Object.fromEntries(inWords), language);
}

/** Proofs that are only printed stand here until the next ones. */
async function printFolder(): Promise<string> {
  const folder = join(app.getPath('userData'), 'proofs');
  await makeFolder(folder);
  return folder;
}

/** File of the preset of a job's shop, and what is wished otherwise. */
function wishesOf({ shop, choice }: Pick<Extract<Job, { readonly kind: 'press' }>, 'shop' | 'choice'>) {
  return { preset: shop === undefined ? undefined : shopFile(shop), choice };
}
