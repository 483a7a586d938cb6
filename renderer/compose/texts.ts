/** Where the characters of texts stand that are being written: told by the composing worker with every page that shows them. */
import type { Id } from '../../engine/issue/index';
import type { TextLine } from '../../engine/layout/index';

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

export function takeTexts(texts: BlockTexts): void {
  known = new Map(known).set(texts.block, texts);
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
