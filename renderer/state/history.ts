/**
 * Undo and redo: what was done as edits with their inverses. Steps with the same merge key that follow each other become
 * one, so that typing in a field or dragging a block is undone at once; `seal` ends such a row.
 */
import { apply, type Edit, type Id, type Issue } from '../../engine/issue/index';
import type { Material } from './desk-state';

export interface Step {
  /** Counts up; never used twice in a session. */
  readonly id: number;
  /** Key of the name that the undo menu shows: `edit.headline`. */
  readonly name: string;
  readonly edit: Edit;
  readonly inverse: Edit;
  /** Steps with the same key merge; without one a step stands alone. */
  readonly mergeKey?: string;
  /** What was selected before and after, so that undo and redo show what they change. */
  readonly before?: Chosen;
  readonly after?: Chosen;
}

/** What is selected, and on which page. */
export interface Chosen {
  readonly page: number;
  readonly blocks: readonly Id[];
  readonly material: Material | null;
}

export interface History {
  /** The last one is undone first. */
  readonly done: readonly Step[];
  /** The last one is redone first. */
  readonly undone: readonly Step[];
  /** Id of the last step that was forgotten because there were too many, 0 when none was. */
  readonly forgotten: number;
}

export const NO_HISTORY: History = { done: [], undone: [], forgotten: 0 };

/** Steps kept; older ones are forgotten. */
const MOST_STEPS = 500;

/** Adds a step, or merges it with the last one of the same key. What was undone before can no longer be redone. */
export function record(history: History, step: Step): History {
  const last = history.done.at(-1);
  const merged = last?.mergeKey !== undefined && last.mergeKey === step.mergeKey ? merge(last, step) : undefined;
  const done = merged ? [...history.done.slice(0, -1), merged] : [...history.done, step];
  const tooMany = Math.max(0, done.length - MOST_STEPS);
  return { done: done.slice(tooMany), undone: [], forgotten: done[tooMany - 1]?.id ?? history.forgotten };
}

/** Lets the next step begin anew. */
export function seal(history: History): History {
  const last = history.done.at(-1);
  if (last?.mergeKey === undefined) return history;
  return { ...history, done: [...history.done.slice(0, -1), { ...last, mergeKey: undefined }] };
}

/** Id of the step that the document stands at, 0 when it is as it was opened. */
export function lastStep({ done, forgotten }: History): number {
  return done.at(-1)?.id ?? forgotten;
}

export interface Moved {
  /** What was done to the document. */
  readonly edit: Edit;
  readonly history: History;
  readonly issue: Issue;
  /** What was selected in the state that is come back to, where that is known. */
  readonly chosen: Chosen | undefined;
}

/** Takes the last step back; undefined when there is none. `now` is what is selected. */
export function undo(history: History, issue: Issue, now?: Chosen): Moved | undefined {
  const step = history.done.at(-1);
  if (!step) return undefined;
  const sealed = { ...step, mergeKey: undefined, ...(now ? { after: now } : {}) };
  return {
    edit: step.inverse,
    history: { ...history, done: history.done.slice(0, -1), undone: [...history.undone, sealed] },
    issue: apply(issue, step.inverse).issue,
    chosen: step.before,
  };
}

/** Does the last undone step again; undefined when there is none. */
export function redo(history: History, issue: Issue): Moved | undefined {
  const step = history.undone.at(-1);
  if (!step) return undefined;
  return {
    edit: step.edit,
    history: { ...history, done: [...history.done, step], undone: history.undone.slice(0, -1) },
    issue: apply(issue, step.edit).issue,
    chosen: step.after,
  };
}

/** The later step alone where it says everything that the earlier one said; otherwise both, one after the other. */
function merge(first: Step, second: Step): Step {
  const replaces = targetsOf(first.edit).join() === targetsOf(second.edit).join();
  const before = first.before ? { before: first.before } : {};
  if (replaces) return { ...second, inverse: first.inverse, ...before };
  return {
    ...second,
    ...before,
    edit: { type: 'batch', name: second.name, edits: [first.edit, second.edit] },
    inverse: { type: 'batch', name: second.name, edits: [second.inverse, first.inverse] },
  };
}

/** What an edit replaces as a whole. An edit that adds, removes or moves things gets a target of its own, equal to no other. */
export function targetsOf(edit: Edit): readonly string[] {
  switch (edit.type) {
    case 'setIssueData':
    case 'setPaper':
    case 'setSpec':
      return [edit.type];
    case 'setSection':
    case 'setPeople':
    case 'setPageBlocks':
      return [`${edit.type} ${edit.page}`];
    case 'put':
      return edit.at === undefined ? [`put ${edit.list} ${edit.item.id}`] : [unique()];
    case 'putBlock':
      return edit.at === undefined ? [`putBlock ${edit.page} ${edit.block.id}`] : [unique()];
    case 'batch':
      return edit.edits.flatMap(targetsOf);
    default:
      return [unique()];
  }
}

let uniques = 0;
function unique(): string {
  uniques += 1;
  return `#${uniques}`;
}
