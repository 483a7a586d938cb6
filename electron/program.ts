/** The program behind the window: what each request of the bridge does. ipc.ts has checked the arguments by then. */
import { dirname, join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { InputError } from '../engine/errors';
import type { Edit, Issue } from '../engine/issue';
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
import type { CommandName, OpenedIssue, Outcome, OwnFonts, RecentIssue, Settings, Shop, WordListFiles } from './bridge';
import { MENU_AT_START, type MenuState } from './bridge-menu';
import { CHANNEL } from './channels';
import * as dialogs from './dialogs';
import type { FontShelf } from './font-shelf';
import { FaultError, IssueJobs } from './issue-jobs';
import { Issues, nameOf, type OpenResult } from './issues';
import { popUpMenu, setMenu, showTextMenu } from './menu';
import { Recents } from './recents';
import { Records } from './records';
import { openSettings } from './settings';
import { addProfile, addShop, shops } from './shop-shelf';
import type { Wish } from './wish';
import { wordListsOf } from './word-shelf';

const NEW_ISSUE_PAGES = 4;
/** Faults of a document that a copy of it may cure. */
const REPLACEABLE: ReadonlySet<string> = new Set(['store.onlyCopies', 'store.damaged', 'store.notUtf8', 'store.wrongFormat']);
/** A window whose process dies more often than this stays as it is. */
const MOST_REVIVALS = 3;

export class Program {
  readonly issues = new Issues();
  readonly records = new Records(
    this.issues,
    () => this.asking(),
    () =>
      this.fonts
        .current()
        .own.filter(({ problem }) => !problem)
        .map(({ id }) => id),
  );
  readonly jobs = new IssueJobs(
    this.issues,
    () => this.asking(),
    (progress) => {
      if (!this.window.isDestroyed()) this.window.webContents.send(CHANNEL.progress, progress);
    },
  );
  private readonly recents = new Recents();
  private readonly settingsKeeper = openSettings(() => {
    this.showMenu();
    this.zoom();
  });
  private menuState = MENU_AT_START;
  private dirty = false;
  private closingAfterSave = false;
  private revivals = 0;
  /** Folder of the issue opened last. */
  private current: string | undefined;

  constructor(
    private readonly window: BrowserWindow,
    private wish: Wish,
    private readonly fonts: FontShelf,
  ) {
    this.showMenu();
    window.webContents.on('did-finish-load', () => this.zoom());
    window.on('close', (event) => {
      if (!this.dirty) return;
      event.preventDefault();
      void this.askClosing();
    });
    window.webContents.on('context-menu', (_event, params) => showTextMenu(params, this.settingsKeeper.language, window));
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') this.revive();
    });
    window.on('closed', () => {
      this.issues.closeAll();
      void this.jobs.stop().then(() => app.quit());
    });
  }

  settings(): Settings {
    return this.settingsKeeper.value;
  }

  setSettings(settings: Settings): Promise<void> {
    return this.settingsKeeper.set(settings);
  }

  /** How the menu stands by now, as the window says. */
  setMenu(state: MenuState): void {
    this.menuState = state;
    this.showMenu();
  }

  popUpMenu(x: number, y: number): void {
    popUpMenu(this.window, x, y);
  }

  recent(): readonly RecentIssue[] {
    return this.recents.list();
  }

  initialIssue(): Promise<OpenedIssue | null> {
    const wish = this.wish;
    this.wish = { kind: 'nothing' };
    return this.fulfil(wish);
  }

  /** A second start of the program, or the system, asks for an issue: it comes to the window that is open. */
  async openElsewhere(wish: Wish): Promise<void> {
    if (this.window.isDestroyed()) return;
    if (this.window.isMinimized()) this.window.restore();
    this.window.focus();
    if (wish.kind === 'nothing') return;
    const outcome = await outcomeOf(() => this.fulfil(wish), this.settingsKeeper.language);
    if (!this.window.isDestroyed()) this.window.webContents.send(CHANNEL.opened, outcome);
  }

  private async fulfil(wish: Wish): Promise<OpenedIssue | null> {
    if (wish.kind === 'sample') return this.openSample();
    return wish.kind === 'folder' ? this.open(wish.folder) : null;
  }

  /** The window's process has died: the window comes back with the issue as it was last saved. */
  private revive(): void {
    if (++this.revivals > MOST_REVIVALS) return;
    this.setDirty(false);
    if (this.current !== undefined) this.wish = { kind: 'folder', folder: this.current };
    this.window.reload();
  }

  async openIssue(): Promise<OpenedIssue | null> {
    const folder = await dialogs.askIssueFolder(this.asking());
    return folder === undefined ? null : this.open(folder);
  }

  async openRecent(id: string): Promise<OpenedIssue> {
    const folder = this.recents.folderOf(id);
    if (folder === undefined) throw new InputError('shell.unknownRecent');
    if (!(await exists(folder))) await this.recents.forget(id);
    return this.open(folder);
  }

  async openSample(): Promise<OpenedIssue> {
    const folder = join(app.getPath('userData'), 'sample', '样报.banxin');
    if (!(await exists(folder))) {
      await makeFolder(dirname(folder));
      if (!(await this.jobs.makeSample(folder))) throw new InputError('shell.sampleCancelled');
    }
    return this.open(folder);
  }

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

  async newFromLast(): Promise<OpenedIssue | null> {
    const last = await dialogs.askLastIssue(this.asking());
    const folder = last === undefined ? undefined : await dialogs.askNewFolder(this.asking());
    if (last === undefined || folder === undefined) return null;
    await requireFreshFolder(folder, false);
    await newFrom(folder, last, { date: today() });
    return this.open(folder);
  }

  takeOver(handle: string): Promise<OpenedIssue> {
    return this.open(this.issues.requireFolder(handle), true);
  }

  private async open(folder: string, takeOver = false): Promise<OpenedIssue> {
    const { folder: real, fault, ...opened } = await this.opening(folder, takeOver);
    await this.note(real);
    const copies = (await conflictCopies(real)).map(({ name }) => name);
    const found = copies.length > 0 ? { ...opened, copies } : opened;
    if (!fault) return found;
    const text = await sentenceFor(fault, this.settingsKeeper.language);
    return { ...found, readOnly: { code: fault.code, text, canTakeOver: fault.code === 'store.openElsewhere' } };
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
      const reason = await sentenceFor(error, this.settingsKeeper.language);
      if (!(await dialogs.askUseCopy(this.asking(), reason, copy.name))) throw error;
      if (await exists(join(folder, ISSUE_FILE))) await backUpDocument(folder, 'replaced');
      await createIssue(folder, copy.content, folder);
      return this.issues.open(folder, takeOver);
    }
  }

  /** The folder of the issue that the window shows from now on. */
  private async note(folder: string): Promise<void> {
    await this.recents.note(folder);
    this.current = folder;
    this.showTitle();
  }

  async save(handle: string, issue: Issue): Promise<null> {
    try {
      await this.issues.save(handle, issue);
    } catch (error) {
      this.closingAfterSave = false;
      throw error;
    }
    return null;
  }

  async journal(handle: string, edits: readonly Edit[]): Promise<null> {
    await this.issues.journal(handle, edits);
    return null;
  }

  async saveAs(handle: string, issue: Issue): Promise<string | null> {
    const name = nameOf(this.issues.requireFolder(handle));
    const folder = await dialogs.askNewFolder(this.asking(), name);
    if (folder === undefined) return null;
    await requireFreshFolder(folder, false);
    const real = await this.issues.saveAs(handle, issue, folder);
    await this.note(real);
    return nameOf(real);
  }

  setDirty(dirty: boolean): void {
    this.dirty = dirty;
    this.window.setDocumentEdited(dirty);
    this.showTitle();
    if (dirty) this.closingAfterSave = false;
    else if (this.closingAfterSave) this.window.destroy();
  }

  private async askClosing(): Promise<void> {
    const choice = await dialogs.askClosing(this.asking(), nameOf(this.current ?? ''));
    if (choice === 'discard') await this.issues.dropAll();
    if (choice === 'discard') this.window.destroy();
    if (choice !== 'save') return;
    this.closingAfterSave = true;
    this.send('save');
  }

  ownFonts(): Promise<OwnFonts> {
    return this.fonts.lookAgain(this.settingsKeeper.language);
  }

  openFontsFolder(): Promise<void> {
    return this.fonts.openFolder();
  }

  wordLists(handle: string): Promise<WordListFiles> {
    return wordListsOf(this.issues.requireFolder(handle), this.settingsKeeper.language);
  }

  shops(): Promise<readonly Shop[]> {
    return shops(this.settingsKeeper.language);
  }

  addShop(): Promise<string | null> {
    return addShop(this.asking());
  }

  addProfile(): Promise<string | null> {
    return addProfile(this.asking());
  }

  /** The value, or the fault in the user's language. */
  outcome<T>(work: () => Promise<T>): Promise<Outcome<T>> {
    return outcomeOf(work, this.settingsKeeper.language);
  }

  private showTitle(): void {
    if (this.current !== undefined) this.window.setTitle(`${this.dirty ? '• ' : ''}${nameOf(this.current)} - 版心`);
  }

  /** Words and controls of the window in the size that the user has set. */
  private zoom(): void {
    this.window.webContents.setZoomFactor(this.settingsKeeper.value.uiZoom ?? 1);
  }

  private showMenu(): void {
    setMenu(this.settingsKeeper.value, this.menuState, (command) => this.send(command));
  }

  private send(command: CommandName): void {
    if (!this.window.isDestroyed()) this.window.webContents.send(CHANNEL.command, command);
  }

  private asking(): dialogs.Asking {
    return { window: this.window, language: this.settingsKeeper.language };
  }
}

async function outcomeOf<T>(work: () => Promise<T>, language: 'zh' | 'en'): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof FaultError) return { ok: false, fault: error.fault };
    const code = error instanceof InputError ? error.code : 'shell.internal';
    return { ok: false, fault: { code, text: await sentenceFor(error, language) } };
  }
}
