/** The earlier state with which the story is compared, and what changed since. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Article, Issue } from '../../engine/issue/index';
import { itemOf } from '../state/facts';
import { type Change, changesSince } from './story-changes';

export interface Compared {
  readonly id: string;
  readonly name: string;
  readonly issue: Issue;
}

let compared: Compared | null = null;
let shown = true;
const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

export function compareWith(next: Compared | null): void {
  compared = next;
  shown = true;
  tell();
}

export function showChanges(on: boolean): void {
  shown = on;
  tell();
}

/** Whether the story is compared with an earlier state. */
export function areCompared(): boolean {
  return compared !== null;
}

/** Whether what changed since is shown. */
export function changesShown(): boolean {
  return shown;
}

const NOTHING: readonly Change[] = [];
/** Texts are compared after so long without a key, milliseconds. */
const REST = 200;

/** What is compared with, whether changes are shown, and those of an article. */
export function useCompared(article: Article): {
  readonly with: Compared | null;
  readonly shown: boolean;
  readonly changes: readonly Change[];
} {
  const base = useSyncExternalStore(listen, () => compared);
  const on = useSyncExternalStore(listen, () => shown);
  const [rested, setRested] = useState(article);
  useEffect(() => {
    if (!base) return undefined;
    const timer = setTimeout(() => setRested(article), REST);
    return () => clearTimeout(timer);
  }, [article, base]);
  const changes = useMemo(() => {
    const before = base && itemOf(base.issue, 'articles', rested.id);
    return before && on ? changesSince(before, rested) : NOTHING;
  }, [base, on, rested]);
  return { with: base, shown: on, changes: rested === article ? changes : NOTHING };
}
