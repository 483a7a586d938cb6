/** Opening and making issues: from dialogs, the recent list, templates, other desks. */
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { InputError } from '../engine/errors';
import {
  backUpDocument,
  conflictCopies,
  createIssue,
  exists,
  ISSUE_FILE,
  issueFrom,
  makeFolder,
  newFrom,
  ownTemplate,
  readTemplate,
  requireFreshFolder,
} from '../engine/store';
import { sentenceFor } from '../shell/say';
import { today } from '../shell/today';
import type { OpenedIssue } from './bridge';
import * as dialogs from './dialogs';
import { faultOf } from './fault';
import type { IssueJobs } from './issue-jobs';
import type { Issues, OpenResult } from './issues';
import type { Recents } from './recents';

const NEW_ISSUE_PAGES = 4;
/** Faults of a document that a copy of it may cure. */
const REPLACEABLE: ReadonlySet<string> = new Set(['store.onlyCopies', 'store.damaged', 'store.notUtf8', 'store.wrongFormat']);

/** Opens, makes and leaves issues for one window, with the questions that this needs. */
export class Opening {
  constructor(
    private readonly issues: Issues,
    private readonly jobs: IssueJobs,
    private readonly recents: Recents,
    private readonly asking: () => dialogs.Asking,
    /** Hears of the folder of the issue that the window shows from now on. */
    private readonly opened: (folder: string) => Promise<void>,
  ) {}

  /** Asks for a folder; null when the user thinks better of it. */
  async openIssue(): Promise<OpenedIssue | null> {
    const folder = await dialogs.askIssueFolder(this.asking());
    return folder === undefined ? null : this.open(folder);
  }

  /** Opens an issue of the recent list; one that is gone is forgotten. */
  async openRecent(id: string): Promise<OpenedIssue> {
    const folder = this.recents.folderOf(id);
    if (folder === undefined) throw new InputError('shell.unknownRecent');
    if (!(await exists(folder))) await this.recents.forget(id);
    return this.open(folder);
  }

  /** Opens the sample, which is made when it is not there. */
  async openSample(): Promise<OpenedIssue> {
    const folder = join(app.getPath('userData'), 'sample', '样报.banxin');
    if (!(await exists(folder))) {
      await makeFolder(dirname(folder));
      if (!(await this.jobs.makeSample(folder))) throw new InputError('shell.sampleCancelled');
    }
    return this.open(folder);
  }

  /** Makes an issue from a template, the program's or the user's own, in a folder that is asked for. */
  async newIssue(template: string): Promise<OpenedIssue | null> {
    const own = await ownTemplate(template);
    const read = own === undefined ? await readTemplate(template) : undefined;
    const folder = await dialogs.askNewFolder(this.asking());
    if (folder === undefined) return null;
    await requireFreshFolder(folder, false);
    if (read) await createIssue(folder, issueFrom(read, today(), 1, NEW_ISSUE_PAGES));
    else await newFrom(folder, own!, { date: today(), number: 1 });
    return this.open(folder);
  }

  /** Makes the next issue from an earlier one; both folders are asked for. */
  async newFromLast(): Promise<OpenedIssue | null> {
    const last = await dialogs.askLastIssue(this.asking());
    const folder = last === undefined ? undefined : await dialogs.askNewFolder(this.asking());
    if (last === undefined || folder === undefined) return null;
    await requireFreshFolder(folder, false);
    await newFrom(folder, last, { date: today() });
    return this.open(folder);
  }

  /** Takes an issue from the desk that has it. */
  takeOver(handle: string): Promise<OpenedIssue> {
    return this.open(this.issues.requireFolder(handle), true);
  }

  /** Opens the issue of a folder; what a cloud drive laid beside it is told. Throws InputError. */
  async open(folder: string, takeOver = false): Promise<OpenedIssue> {
    const { folder: real, fault, ...opened } = await this.opening(folder, takeOver);
    await this.opened(real);
    const copies = (await conflictCopies(real)).map(({ name }) => name);
    const found = copies.length > 0 ? { ...opened, copies } : opened;
    if (!fault) return found;
    const said = await faultOf(fault, this.asking().language);
    return { ...found, readOnly: { ...said, canTakeOver: fault.code === 'store.openElsewhere' } };
  }

  /** Where the document is lost or damaged, a copy beside it that can be read may take its place, if the user says so. */
  private async opening(folder: string, takeOver: boolean): Promise<OpenResult> {
    try {
      return await this.issues.open(folder, takeOver);
    } catch (error) {
      if (!(error instanceof InputError) || !REPLACEABLE.has(error.code)) throw error;
      const copies = await conflictCopies(folder);
      const copy = copies
        .filter(({ content }) => !(content instanceof InputError))
        .sort((one, other) => (one.time < other.time ? 1 : -1))[0];
      if (!copy || copy.content instanceof InputError) throw error;
      const reason = await sentenceFor(error, this.asking().language);
      if (!(await dialogs.askUseCopy(this.asking(), reason, copy.name))) throw error;
      if (await exists(join(folder, ISSUE_FILE))) await backUpDocument(folder, 'replaced');
      await createIssue(folder, copy.content, folder);
      return this.issues.open(folder, takeOver);
    }
  }
}
