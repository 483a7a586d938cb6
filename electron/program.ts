/** The program behind the window: what each request of the bridge does. ipc.ts has checked the arguments by then. */
import { app, type BrowserWindow } from 'electron';
import type { Edit, Issue } from '../engine/issue';
import { requireFreshFolder } from '../engine/store';
import type { CommandName, OpenedIssue, Outcome, OwnFonts, RecentIssue, Settings, Shop, WordListFiles } from './bridge';
import { MENU_AT_START, type MenuState } from './bridge-menu';
import { CHANNEL } from './channels';
import * as dialogs from './dialogs';
import { faultOf } from './fault';
import type { FontShelf } from './font-shelf';
import { FaultError, IssueJobs } from './issue-jobs';
import { Issues, nameOf } from './issues';
import { popUpMenu, setMenu, showTextMenu } from './menu';
import { Opening } from './opening';
import { Recents } from './recents';
import { Records } from './records';
import { openSettings } from './settings';
import { addProfile, addShop, shops } from './shop-shelf';
import { tellUncaught } from './uncaught';
import type { Wish } from './wish';
import { wordListsOf } from './word-shelf';

/** A window whose process dies more often than this stays as it is. */
const MOST_REVIVALS = 3;
/** What the window remembers of itself (renderer/state/memory.ts) is on the disk after so long, milliseconds. */
const FLUSH = 1000;

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
  readonly opening = new Opening(
    this.issues,
    this.jobs,
    this.recents,
    () => this.asking(),
    (folder) => this.note(folder),
  );
  private readonly settingsKeeper = openSettings(() => {
    this.showMenu();
    this.zoom();
    this.jobs.sayAgain();
  });
  private menuState = MENU_AT_START;
  private dirty = false;
  private flushing: ReturnType<typeof setTimeout> | undefined;
  private closingAfterSave = false;
  private revivals = 0;
  /** Folder of the issue opened last. */
  private current: string | undefined;

  constructor(
    private readonly window: BrowserWindow,
    private wish: Wish,
    private readonly fonts: FontShelf,
  ) {
    tellUncaught(window, () => this.settingsKeeper.language);
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

  /** Chromium writes what a page remembers seconds late: it is asked to at once, not more often than each second. */
  keepMemory(): void {
    this.flushing ??= setTimeout(() => {
      this.flushing = undefined;
      if (!this.window.isDestroyed()) this.window.webContents.session.flushStorageData();
    }, FLUSH);
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
    if (wish.kind === 'sample') return this.opening.openSample();
    return wish.kind === 'folder' ? this.opening.open(wish.folder) : null;
  }

  /** The window's process has died: the window comes back with the issue as it was last saved. */
  private revive(): void {
    if (++this.revivals > MOST_REVIVALS) return;
    this.setDirty(false);
    if (this.current !== undefined) this.wish = { kind: 'folder', folder: this.current };
    this.window.reload();
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
    return { ok: false, fault: await faultOf(error, language) };
  }
}
