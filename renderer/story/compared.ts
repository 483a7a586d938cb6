/** The earlier state with which the story is compared, and what changed since. */
import { useEffect, useMemo, useState } from 'react';
import type { Article, Issue } from '../../engine/issue/index';
import { itemOf } from '../state/facts';
import { signal } from '../state/signal';
import { type Change, changesSince } from './story-changes';

export interface Compared {
  readonly id: string;
  readonly name: string;
  readonly issue: Issue;
}

const compared = signal<Compared | null>(null);
const shown = signal(true);

/** From now on the story is compared with this state, or with none. */
export function compareWith(next: Compared | null): void {
  shown.put(true);
  compared.put(next);
}

/** Shows what changed, or hides it for a while. */
export const showChanges = shown.put;

/** Whether the story is compared with an earlier state. */
export function areCompared(): boolean {
  return compared.get() !== null;
}

/** Whether what changed since is shown. */
export const changesShown = shown.get;

const NOTHING: readonly Change[] = [];
/** Texts are compared after so long without a key, milliseconds. */
const REST = 200;

/** What is compared with, whether changes are shown, and those of an article. */
export function useCompared(article: Article): {
  readonly with: Compared | null;
  readonly shown: boolean;
  readonly changes: readonly Change[];
} {
  const base = compared.use();
  const on = shown.use();
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
