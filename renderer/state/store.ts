/**
 * The state of the window: the open issue, what is selected and shown, and what goes on. Parts of the window read it with
 * `useDesk` and change it with the methods of `store` alone; every change of the document goes through `edit`.
 */
import { useSyncExternalStore } from 'react';
import type {
  CommandName,
  JobProgress,
  OpenedIssue,
  PlatePage,
  PressFinding,
  RevisedFile,
  Settings,
} from '../../electron/bridge';
import type { Violation } from '../../engine/arrange/checks';
import { apply, type Edit, type Id, type Issue, type ListName } from '../../engine/issue/index';
import type { PageReport } from '../compose/protocol';
import { type History, lastStep, type Moved, NO_HISTORY, record, redo, seal, undo } from './history';
import type { Proposals } from './proposals';

/** How the canvas shows the page. */
export interface View {
  /** The whole page follows the size of the canvas; `zoom`, `x` and `y` are then the canvas' answer. */
  readonly fit: boolean;
  /** 1 shows the page in its real size (96 CSS pixels an inch); 0.1–8. */
  readonly zoom: number;
  /** Point of the page, in points, at the middle of the canvas. */
  readonly x: number;
  readonly y: number;
}

/** An item of the issue's lists, for the inspector: what a block shows, or something that stands on no page. */
export interface Material {
  readonly list: Exclude<ListName, 'photos'>;
  readonly id: Id;
}

export type JobKind = 'import' | 'arrange' | 'press' | 'preflight' | 'handoff';

export interface RunningJob {
  readonly kind: JobKind;
  readonly progress: JobProgress | null;
}

/** What the last press job wrote. */
export interface PressResult {
  readonly folder: string;
  readonly files: readonly string[];
  readonly findings: readonly string[];
}

/** What the last examination of the issue found, and the revision of the issue that it looked at. */
export interface PreflightResult {
  readonly findings: readonly PressFinding[];
  readonly pages: readonly PlatePage[];
  readonly revision: number;
}

/** The bar under the top bar. */
export interface Bar {
  readonly tone: 'error' | 'info';
  readonly text: string;
  readonly details: readonly string[];
  /** A command offered as a button. */
  readonly command?: CommandName;
  /** Says why the last save failed: the next good one takes it away. */
  readonly ofSave?: true;
}

export interface Panels {
  readonly left: boolean;
  readonly right: boolean;
  readonly bottom: boolean;
}

export interface DeskState {
  /** Handle and folder name of the open issue; null on the start screen. */
  readonly opened: Pick<OpenedIssue, 'handle' | 'name'> | null;
  readonly issue: Issue | null;
  /** Counts up with every change of the document. */
  readonly revision: number;
  readonly history: History;
  /** Id of the last step when the issue was saved; 0 for the issue as opened. */
  readonly savedStep: number;
  /** When that was, milliseconds; null when it was not yet saved here. */
  readonly savedAt: number | null;
  /** Whether the document differs from what is on disk. */
  readonly dirty: boolean;
  /** Selected block. */
  readonly selection: Id | null;
  /** What the inspector shows where the selected block does not say it: one of its briefs, or something unplaced. */
  readonly material: Material | null;
  /** Number of the page shown, from 1. */
  readonly page: number;
  readonly view: View;
  /** Columns and rows drawn over the page. */
  readonly grid: boolean;
  readonly proposals: Proposals | null;
  /** The last composition of every page, and of the proposals by `previewKey`; may be a revision behind. */
  readonly layouts: ReadonlyMap<number, PageReport>;
  /** What the rules of layout say about every page. */
  readonly checks: ReadonlyMap<number, readonly Violation[]>;
  /** Photographs of the issue that are not in its folder, by asset. */
  readonly missing: ReadonlySet<string>;
  /** A block to bring into sight and to show once; `count` tells one request from the next. */
  readonly pulse: { readonly block: Id; readonly count: number } | null;
  readonly job: RunningJob | null;
  readonly saving: boolean;
  readonly press: PressResult | null;
  readonly preflight: PreflightResult | null;
  /** Files that came again with other words, to be asked about one after the other. */
  readonly revised: readonly RevisedFile[];
  readonly dialog: 'press' | 'unsaved' | null;
  /** An issue is being opened or made: what is being done, empty when that is not told; null when none is. */
  readonly opening: string | null;
  readonly bar: Bar | null;
  /** Files from the desktop are held over the window. */
  readonly dropping: boolean;
  readonly panels: Panels;
  readonly settings: Settings;
}

const START: DeskState = {
  opened: null,
  issue: null,
  revision: 0,
  history: NO_HISTORY,
  savedStep: 0,
  savedAt: null,
  dirty: false,
  selection: null,
  material: null,
  page: 1,
  view: { fit: true, zoom: 1, x: 0, y: 0 },
  grid: true,
  proposals: null,
  layouts: new Map(),
  checks: new Map(),
  missing: new Set(),
  pulse: null,
  job: null,
  saving: false,
  press: null,
  preflight: null,
  revised: [],
  dialog: null,
  opening: null,
  bar: null,
  dropping: false,
  panels: { left: true, right: true, bottom: true },
  settings: { language: 'zh-CN', theme: 'system' },
};

/** What parts of the window set directly; the rest has methods of its own. */
export type Settable = Pick<
  DeskState,
  | 'grid'
  | 'missing'
  | 'job'
  | 'opening'
  | 'saving'
  | 'press'
  | 'preflight'
  | 'revised'
  | 'dialog'
  | 'bar'
  | 'dropping'
  | 'panels'
  | 'settings'
>;

export const LEAST_ZOOM = 0.1;
export const MOST_ZOOM = 8;

/** The panels follow an edit by typing or dragging after so long at the latest, milliseconds. */
const SETTLE_REST = 100;

export class Store {
  private state: DeskState = START;
  /** What the panels show: the state, or for a moment the one before the last quick edits. */
  private shown: DeskState = START;
  private readonly listeners = new Set<() => void>();
  private readonly panels = new Set<() => void>();
  private readonly editors = new Set<(edit: Edit) => void>();
  private settling: ReturnType<typeof setTimeout> | undefined;
  private steps = 0;
  private quick = false;

  readonly get = (): DeskState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The state as the panels show it, and when that changes. */
  readonly getShown = (): DeskState => this.shown;

  readonly subscribePanels = (listener: () => void): (() => void) => {
    this.panels.add(listener);
    return () => this.panels.delete(listener);
  };

  /** Hears every change of the document, undo and redo included, after it was made. */
  watchEdits(listener: (edit: Edit) => void): void {
    this.editors.add(listener);
  }

  set(change: Partial<Settable>): void {
    this.change(change);
  }

  /** Shows an issue that was just opened. */
  open({ handle, name, issue }: OpenedIssue): void {
    const { settings, panels, grid, revision, job } = this.state;
    this.change({ ...START, settings, panels, grid, job, opened: { handle, name }, issue, revision: revision + 1 });
  }

  /** Back to the start screen. */
  close(): void {
    const { settings, panels, grid, revision, job } = this.state;
    this.change({ ...START, settings, panels, grid, job, revision: revision + 1 });
  }

  /**
   * Changes the document. `name` is the key of the name in the undo menu (`edit.move`); edits with the same `mergeKey` that
   * follow each other are undone together. Throws InputError when the edit's target is not there.
   */
  edit(edit: Edit, name: string, mergeKey?: string): void {
    const { issue, history } = this.state;
    if (!issue) return;
    const applied = apply(issue, edit);
    this.steps += 1;
    const step = { id: this.steps, name, edit, inverse: applied.inverse, mergeKey };
    this.show(applied.issue, record(history, step));
    this.tell(edit);
  }

  /**
   * An edit by typing or dragging: its page is composed and painted first, and the panels follow when that is shown, or
   * with the next change of another kind.
   */
  editSoon(edit: Edit, name: string, mergeKey: string): void {
    this.quick = true;
    try {
      this.edit(edit, name, mergeKey);
    } finally {
      this.quick = false;
    }
    if (this.shown !== this.state) this.settling ??= setTimeout(() => this.settle(), SETTLE_REST);
  }

  /** Lets the panels catch up now: before anything else is typed or clicked, which they would answer by what they show. */
  settle(): void {
    clearTimeout(this.settling);
    this.settling = undefined;
    if (this.shown === this.state) return;
    this.shown = this.state;
    for (const listener of this.panels) listener();
  }

  /** Ends a row of merging edits: the drag is over, the field is left. */
  seal(): void {
    const history = seal(this.state.history);
    if (history !== this.state.history) this.change({ history });
  }

  undo(): void {
    this.move(undo);
  }

  redo(): void {
    this.move(redo);
  }

  /** Remembers that the document on disk is that after step `step` (`lastStep` when saving began). */
  saved(step: number): void {
    this.change({ savedStep: step, savedAt: Date.now(), dirty: lastStep(this.state.history) !== step });
  }

  /** The issue goes on in another folder, under the same handle. */
  rename(name: string): void {
    const { opened } = this.state;
    if (opened) this.change({ opened: { ...opened, name } });
  }

  /** Shows proposals for a page, another one of them, or none any more. */
  setProposals(proposals: Proposals | null): void {
    if (!proposals || proposals.found === this.state.proposals?.found) {
      this.change({ proposals });
      return;
    }
    const layouts = new Map([...this.state.layouts].filter(([key]) => key > 0));
    this.change({ proposals, page: proposals.page, layouts, selection: null, material: null });
  }

  /** Selects a block, on whatever page, and shows its page. */
  select(block: Id | null): void {
    const page = block === null ? undefined : pageOfBlock(this.state.issue, block);
    this.change({ proposals: null, selection: page === undefined ? null : block, material: null, page: page ?? this.state.page });
  }

  /** Lets the inspector show an item that stands on no page, or one of the selected block's. */
  inspect(material: Material, block: Id | null = null): void {
    this.select(block);
    this.change({ material });
  }

  /** Selects a block, brings it into sight and shows it once. */
  showBlock(block: Id, material: Material | null = null): void {
    this.select(block);
    this.change({ material, pulse: { block, count: (this.state.pulse?.count ?? 0) + 1 } });
  }

  /** Shows a page; one that does not exist is the nearest that does. */
  goTo(page: number): void {
    const { issue } = this.state;
    if (!issue) return;
    const number = Math.min(Math.max(1, page), issue.pages.length);
    if (number !== this.state.page) this.change({ page: number, proposals: null, selection: null, material: null });
  }

  setView(change: Partial<View>): void {
    const view = { ...this.state.view, ...change };
    this.change({ view: { ...view, zoom: Math.min(Math.max(view.zoom, LEAST_ZOOM), MOST_ZOOM) } });
  }

  /** Takes over how composed pages fit and what the rules say about them. An older revision's is better than none. */
  putReports(reports: Iterable<{ readonly report: PageReport; readonly violations: readonly Violation[] }>): void {
    const layouts = new Map(this.state.layouts);
    const checks = new Map(this.state.checks);
    for (const { report, violations } of reports) {
      layouts.set(report.page, report);
      checks.set(report.page, violations);
    }
    this.change({ layouts, checks });
  }

  private move(step: (history: History, issue: Issue) => Moved | undefined): void {
    const { issue, history } = this.state;
    const moved = issue ? step(history, issue) : undefined;
    if (!moved) return;
    this.show(moved.issue, moved.history);
    this.tell(moved.edit);
  }

  private tell(edit: Edit): void {
    for (const listener of this.editors) listener(edit);
  }

  private show(issue: Issue, history: History): void {
    const { selection, page, revision, savedStep } = this.state;
    this.change({
      issue,
      history,
      proposals: null,
      revision: revision + 1,
      dirty: lastStep(history) !== savedStep,
      page: Math.min(page, issue.pages.length),
      selection: selection !== null && pageOfBlock(issue, selection) === undefined ? null : selection,
    });
  }

  private change(change: Partial<DeskState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
    if (!this.quick) this.settle();
  }
}

/** Number of the page on which a block stands. */
export function pageOfBlock(issue: Issue | null, block: Id): number | undefined {
  return issue?.pages.find(({ blocks }) => blocks.some(({ id }) => id === block))?.number;
}

/** The one store of the window. */
export const store = new Store();

/** A part of the state; the component renders again when it changes. `select` gives the same value for the same state. */
export function useDesk<T>(select: (state: DeskState) => T): T {
  return useSyncExternalStore(store.subscribePanels, () => select(store.getShown()));
}

/** Whether the document is ahead of what `useDesk` tells: what was just typed has not come back yet. */
export function useAhead(): boolean {
  return useSyncExternalStore(store.subscribePanels, () => store.getShown() !== store.get());
}
