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

/** Calls back whenever the caret moves, until what it returns is called. */
export function followStoryCaret(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useStoryCaret(): StoryCaret | null {
  return useSyncExternalStore(followStoryCaret, storyCaret);
}

/** Where the caret stood when the window was left: where the story that opens next begins, once. */
let kept: StoryCaret | null = null;

export function keepCaret(caret: StoryCaret | null): void {
  kept = caret;
}

export function takeKeptCaret(): StoryCaret | null {
  const taken = kept;
  kept = null;
  return taken;
}
