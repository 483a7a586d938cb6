/** What can be done to the picture chosen on the page. */
import type { Command } from '../state/commands';
import { blockOf, itemOf } from '../state/facts';
import { replacePhoto, revealAsset } from '../state/jobs';
import { type DeskState, store } from '../state/store';
import { choosePicture, chosenPicture } from './chosen';
import { cropEdit } from './crop';
import { canCrop } from './frames';
import { placedIn } from './placing';

export type PictureCommand =
  | 'replacePicture'
  | 'cropPicture'
  | 'focusPicture'
  | 'wholePicture'
  | 'creditPicture'
  | 'showPicture'
  | 'takePictureOut';

function photoIn({ issue, dialog }: DeskState) {
  const chosen = chosenPicture();
  return issue && chosen && dialog === null ? itemOf(issue, 'photos', chosen.photo) : undefined;
}

const hasPicture = (state: DeskState) => photoIn(state) !== undefined && state.readOnly === null;

function hasCrop(state: DeskState): boolean {
  const block = blockOf(state.issue, state.selection);
  return hasPicture(state) && block !== undefined && canCrop(block);
}

function storyOf(state: DeskState) {
  const content = blockOf(state.issue, state.selection)?.content;
  return content?.kind === 'article' || content?.kind === 'continuation' ? content.article : undefined;
}

export const pictureCommands: Readonly<Record<PictureCommand, Command>> = {
  replacePicture: {
    enabled: (state) => hasPicture(state) && state.job === null,
    run: () => void replacePhoto(chosenPicture()!.photo),
  },
  cropPicture: { onCanvas: true, enabled: hasCrop, run: () => begin('crop') },
  focusPicture: { enabled: hasCrop, run: () => begin('focus') },
  wholePicture: {
    enabled: hasCrop,
    pressed: (state) => photoIn(state)?.whole === true,
    run: () => {
      const photo = photoIn(store.get());
      if (photo) store.edit(cropEdit(photo, { whole: !photo.whole }), 'edit.crop');
    },
  },
  creditPicture: { enabled: hasPicture, run: () => focusField('credit') },
  showPicture: {
    enabled: (state) => {
      const photo = photoIn(state);
      return photo !== undefined && !state.missing.has(photo.asset);
    },
    run: () => void revealAsset(photoIn(store.get())!.asset),
  },
  takePictureOut: {
    enabled: (state) => hasPicture(state) && storyOf(state) !== undefined,
    run: () => {
      const state = store.get();
      const article = storyOf(state);
      const chosen = chosenPicture();
      const edit = state.issue && article && chosen && placedIn(state.issue, article, chosen.photo, null);
      if (!edit) return;
      choosePicture(null);
      store.edit(edit, 'edit.takePictureOut');
    },
  },
};

function begin(mode: 'crop' | 'focus'): void {
  const chosen = chosenPicture();
  if (chosen) choosePicture({ ...chosen, mode });
}

/** The field of the inspector that has the picture's words. */
function focusField(field: string): void {
  const { panels } = store.get();
  const chosen = chosenPicture();
  store.set({ panels: { ...panels, right: true } });
  // A panel that was folded is there with the next frame.
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-photo="${chosen?.photo}"] [data-field="${field}"] :is(input, textarea)`)?.focus();
  });
}
