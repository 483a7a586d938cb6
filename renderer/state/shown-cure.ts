/** What a cure would make of a page, while the pointer is on it: for the canvas. */
import { useSyncExternalStore } from 'react';
import type { Block } from '../../engine/issue/index';

export interface ShownCure {
  /** Number of the page, and its blocks after the cure. */
  readonly page: number;
  readonly blocks: readonly Block[];
}

let shown: ShownCure | null = null;
const listeners = new Set<() => void>();

/** Shows what would be, or the page as it is. */
export function showCure(cure: ShownCure | null): void {
  if (shown === cure) return;
  shown = cure;
  for (const listener of listeners) listener();
}

export function useShownCure(): ShownCure | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}
