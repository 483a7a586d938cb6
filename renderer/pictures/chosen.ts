/** The picture that is chosen inside the selected block, and whether it is being cropped. Not part of the document. */
import type { Id } from '../../engine/issue/index';
import { signal } from '../state/signal';
import { store } from '../state/store';

export interface Chosen {
  readonly block: Id;
  readonly photo: Id;
  /** Dragging pans the picture in its frame; with `focus` a click says what a crop has to keep. */
  readonly mode: 'chosen' | 'crop' | 'focus';
}

const chosen = signal<Chosen | null>(null);

export const chosenPicture = chosen.get;
/** The chosen picture, for what is drawn of it. */
export const useChosenPicture = chosen.use;

/** The block of the picture becomes the selected one. */
export function choosePicture(next: Chosen | null): void {
  if (next && store.get().selection !== next.block) store.select(next.block);
  chosen.put(next);
}

/** Once, at the window's start: another selection or page lets go of the picture. */
export function watchChosen(): void {
  store.subscribe(() => {
    const { selection, proposals, dialog } = store.get();
    const now = chosen.get();
    if (now && (selection !== now.block || proposals || dialog)) chosen.put(null);
  });
}
