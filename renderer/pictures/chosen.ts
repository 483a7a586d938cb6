/** The picture that is chosen inside the selected block, and whether it is being cropped. Not part of the document. */
import { useSyncExternalStore } from 'react';
import type { Id } from '../../engine/issue/index';
import { store } from '../state/store';

export interface Chosen {
  readonly block: Id;
  readonly photo: Id;
  /** Dragging pans the picture in its frame; with `focus` a click says what a crop has to keep. */
  readonly mode: 'chosen' | 'crop' | 'focus';
}

let chosen: Chosen | null = null;
const listeners = new Set<() => void>();

export const chosenPicture = (): Chosen | null => chosen;

/** The block of the picture becomes the selected one. */
export function choosePicture(next: Chosen | null): void {
  if (next && store.get().selection !== next.block) store.select(next.block);
  put(next);
}

export function useChosenPicture(): Chosen | null {
  return useSyncExternalStore(subscribe, chosenPicture);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function put(next: Chosen | null): void {
  if (next === chosen) return;
  chosen = next;
  for (const listener of listeners) listener();
}

/** Once, at the window's start: another selection or page lets go of the picture. */
export function watchChosen(): void {
  store.subscribe(() => {
    const { selection, proposals, dialog } = store.get();
    if (chosen && (selection !== chosen.block || proposals || dialog)) put(null);
  });
}
