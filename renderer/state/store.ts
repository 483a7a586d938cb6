/**
 * The state of the window: the open issue, what is selected and shown, and what goes on. Parts of the window read it with
 * `useDesk` and change it with the methods of `store` alone; every change of the document goes through `edit`.
 */
import { useSyncExternalStore } from 'react';
import type { OpenedIssue } from '../../electron/bridge';
import type { Violation } from '../../engine/arrange/checks';
import { apply, type Edit, type Id, type Issue } from '../../engine/issue/index';
import { keptReport } from '../compose/kept-report';
import type { PageReport } from '../compose/protocol';
import { type DeskState, type Material, NONE, type Settable, START, type View } from './desk-state';
import { Followed } from './followed';
import { type Chosen, type History, lastStep, type Moved, record, redo, seal, undo } from './history';
import type { Proposals } from './proposals';

export type * from './desk-state';

export const LEAST_ZOOM = 0.1;
export const MOST_ZOOM = 8;

export class Store extends Followed {
  private readonly editors = new Set<(edit: Edit) => void>();
  private steps = 0;

  /** Hears every change of the document, undo and redo included, after it was made. */
  watchEdits(listener: (edit: Edit) => void): void {
    this.editors.add(listener);
  }

  set(change: Partial<Settable>): void {
    this.change(change);
  }

  /** Shows an issue that was just opened. */
  open({ handle, name, issue, readOnly, copies = [] }: OpenedIssue): void {
    const { settings, panels, overlays, revision, job } = this.state;
    this.change({
      ...START,
      settings,
      panels,
      overlays,
      job,
      opened: { handle, name },
      issue,
      readOnly: readOnly ?? null,
      copies,
      revision: revision + 1,
    });
  }

  /** Back to the start screen. */
  close(): void {
    const { settings, panels, overlays, revision, job } = this.state;
    this.change({ ...START, settings, panels, overlays, job, revision: revision + 1 });
  }

  /**
   * Changes the document. `name` is the key of the name in the undo menu (`edit.move`); edits with the same `mergeKey` that
   * follow each other are undone together. Throws InputError when the edit's target is not there.
   */
  edit(edit: Edit, name: string, mergeKey?: string): void {
    const { issue, history, readOnly } = this.state;
    if (!issue || readOnly) return;
    const applied = apply(issue, edit);
    this.steps += 1;
    const step = { id: this.steps, name, edit, inverse: applied.inverse, mergeKey, before: chosenIn(this.state) };
    this.show(applied.issue, record(history, step));
    this.tell(edit);
  }

  /**
   * An edit by typing or dragging: its page is composed and painted first, and the panels follow when that is shown, or
   * with the next change of another kind.
   */
  editSoon(edit: Edit, name: string, mergeKey: string): void {
    this.soon(() => this.edit(edit, name, mergeKey));
  }

  /**
   * Shows the document as an edit would make it, in place of what was sketched before: what an input method composes. Neither
   * the history nor the disk hears of it, and the next edit takes it away, as does null.
   */
  sketch(edit: Edit | null): void {
    const { issue, sketch, readOnly, revision } = this.state;
    if (!issue || readOnly || (!edit && !sketch)) return;
    const next = edit && apply(issue, edit).issue;
    this.soon(() => this.change({ sketch: next, revision: revision + 1 }));
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

  /** Shows proposals for a page, another one of them, or none any more; `composed` are new ones that are set already. */
  setProposals(proposals: Proposals | null, composed: readonly PageReport[] = []): void {
    if (!proposals || proposals.found === this.state.proposals?.found) {
      this.change({ proposals });
      return;
    }
    const pages = [...this.state.layouts].filter(([key]) => key > 0);
    const layouts = new Map([...pages, ...composed.map((report) => [report.page, report] as const)]);
    this.change({ proposals, page: proposals.page, layouts, selection: null, also: NONE, material: null });
  }

  /** Selects a block, on whatever page, and shows its page. */
  select(block: Id | null): void {
    this.selectAll(block === null ? [] : [block]);
  }

  /** Selects several blocks of one page, the first one for the inspector. */
  selectAll(blocks: readonly Id[]): void {
    const [first] = blocks;
    const page = first === undefined ? undefined : pageOfBlock(this.state.issue, first);
    const rest = blocks.slice(1).filter((block) => pageOfBlock(this.state.issue, block) === page);
    this.change({
      proposals: null,
      selection: page === undefined ? null : first!,
      also: page === undefined || rest.length === 0 ? NONE : rest,
      material: null,
      page: page ?? this.state.page,
    });
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
    if (number !== this.state.page) this.change({ page: number, proposals: null, selection: null, also: NONE, material: null });
  }

  setView(change: Partial<View>): void {
    const view = { ...this.state.view, ...change };
    this.change({ view: { ...view, zoom: Math.min(Math.max(view.zoom, LEAST_ZOOM), MOST_ZOOM) } });
  }

  /** The view is being moved or zoomed: what is shown is moved as a whole, the panels follow when it is at rest. */
  setViewSoon(change: Partial<View>): void {
    this.whileViewing(() => this.setView(change));
  }

  /** Takes over how a composed page fits; the panels follow with the page's picture. An older revision's is better than none. */
  putReport(report: PageReport): void {
    const { layouts } = this.state;
    const known = layouts.get(report.page);
    const kept = keptReport(known, report);
    if (kept !== known) this.soon(() => this.change({ layouts: new Map(layouts).set(report.page, kept) }));
  }

  /** Takes over what the rules say about a page, if that is something new. */
  putChecks(page: number, violations: readonly Violation[]): void {
    const known = this.state.checks.get(page);
    if (known && JSON.stringify(known) === JSON.stringify(violations)) return;
    this.change({ checks: new Map([...this.state.checks, [page, violations]]) });
  }

  /** Takes a step back or does it again, and selects what was selected there. */
  private move(step: (history: History, issue: Issue, now: Chosen) => Moved | undefined): void {
    const { issue, history, readOnly } = this.state;
    const moved = issue && !readOnly ? step(history, issue, chosenIn(this.state)) : undefined;
    if (!moved) return;
    this.show(moved.issue, moved.history);
    this.choose(moved.chosen);
    this.tell(moved.edit);
  }

  /** Selects again what is there; a page that was shown meanwhile gives way. */
  private choose(chosen: Chosen | undefined): void {
    const { issue, selection } = this.state;
    if (!chosen) return;
    const { page, material } = chosen;
    const blocks = chosen.blocks.filter((block) => pageOfBlock(issue, block) === page);
    if (blocks.length > 0 && blocks.join() !== chosenIn(this.state).blocks.join()) this.selectAll(blocks);
    if (material && (blocks.length > 0 || selection === null)) this.change({ material });
  }

  private tell(edit: Edit): void {
    for (const listener of this.editors) listener(edit);
  }

  private show(issue: Issue, history: History): void {
    const { selection, also, page, revision, savedStep } = this.state;
    const stays = (block: Id) => pageOfBlock(issue, block) !== undefined;
    const rest = also.every(stays) ? also : also.filter(stays);
    this.change({
      issue,
      sketch: null,
      history,
      proposals: null,
      revision: revision + 1,
      dirty: lastStep(history) !== savedStep,
      page: Math.min(page, issue.pages.length),
      selection: selection !== null && !stays(selection) ? null : selection,
      also: selection !== null && !stays(selection) ? NONE : rest,
    });
  }
}

function chosenIn({ page, selection, also, material }: DeskState): Chosen {
  return { page, blocks: selection === null ? [] : [selection, ...also], material };
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

/** The same for lists and sums: while someone types they follow when the writer rests, and before the next click. */
export function useDeskAtRest<T>(select: (state: DeskState) => T): T {
  return useSyncExternalStore(store.subscribeLists, () => select(store.getCalm()));
}

/**
 * Whether the document is ahead of what `useDesk` tells: what was just typed has not come back yet. Only a field that is being
 * typed in asks, and is drawn again when it comes.
 */
export function useAhead(asks: boolean): boolean {
  return useSyncExternalStore(store.subscribePanels, () => asks && store.getShown() !== store.get());
}
