/** Where the caret of the story editor is, for the page beside it. */
import type { TextRef } from '../../engine/layout/index';
import { signal } from './signal';

export interface StoryCaret {
  readonly ref: TextRef;
  readonly from: number;
  readonly to: number;
}

const caret = signal<StoryCaret | null>(null);

export const setStoryCaret = caret.put;
export const storyCaret = caret.get;
/** Calls back whenever the caret moves, until what it returns is called. */
export const followStoryCaret = caret.watch;
export const useStoryCaret = caret.use;

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
