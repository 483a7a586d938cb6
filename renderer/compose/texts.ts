/** Where the characters of texts stand that are being written: told by the composing worker with every page that shows them. */
import type { Id } from '../../engine/issue/index';
import type { TextLine } from '../../engine/layout/index';

/** Longest wait for a picture, milliseconds: it may show another page by then. */
const PATIENCE = 50;

/** Texts of a block as a page shows them. */
export interface BlockTexts {
  readonly block: Id;
  readonly page: number;
  readonly revision: number;
  readonly lines: readonly TextLine[];
}

let known: ReadonlyMap<Id, BlockTexts> = new Map();
const watched = new Map<string, readonly Id[]>();
const listeners = new Set<() => void>();
let send: ((blocks: readonly Id[]) => void) | undefined;
/** Whoever listens is told with the picture of this revision; undefined when he knows all. */
let untold: number | undefined;
let patience: ReturnType<typeof setTimeout> | undefined;

/** `ask` tells the worker which blocks' texts are wanted. */
export function connectTexts(ask: (blocks: readonly Id[]) => void): void {
  send = ask;
}

/** Wants the texts of blocks from now on, in place of those that `who` wanted before. */
export function watchTexts(who: string, blocks: readonly Id[]): void {
  if ((watched.get(who) ?? []).join() === blocks.join()) return;
  watched.set(who, blocks);
  const all = new Set([...watched.values()].flat());
  known = new Map([...known].filter(([block]) => all.has(block)));
  send?.([...all]);
}

/**
 * Takes over where characters stand now. `painted` says that a picture of the page as it is by then is on its way: caret and
 * characters come in one frame, and the beat of the screen that a caret of its own would take is the picture's.
 */
export function takeTexts(texts: BlockTexts, painted = false): void {
  known = new Map(known).set(texts.block, texts);
  if (!painted) {
    tell();
    return;
  }
  untold = texts.revision;
  patience ??= setTimeout(tell, PATIENCE);
}

/** The page as it is at `revision` is about to be seen. */
export function textsSeen(revision: number): void {
  if (untold !== undefined && revision >= untold) tell();
}

function tell(): void {
  clearTimeout(patience);
  patience = undefined;
  untold = undefined;
  for (const listener of listeners) listener();
}

/** Another issue is open. */
export function forgetTexts(): void {
  watched.clear();
  known = new Map();
  send?.([]);
}

export const texts = (): ReadonlyMap<Id, BlockTexts> => known;

export function onTexts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
