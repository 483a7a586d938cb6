/** Where the caret of the story editor is, for the page beside it. */
import { useSyncExternalStore } from 'react';
import type { TextRef } from '../../engine/layout/index';

export interface StoryCaret {
  readonly ref: TextRef;
  readonly from: number;
  readonly to: number;
}

let caret: StoryCaret | null = null;
const listeners = new Set<() => void>();

export function setStoryCaret(next: StoryCaret | null): void {
  caret = next;
  for (const listener of listeners) listener();
}

export const storyCaret = (): StoryCaret | null => caret;

export function useStoryCaret(): StoryCaret | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => caret,
  );
}
