/** What can be done to the picture chosen on the page. */
import { type Edit, isStory } from '../../engine/issue/index';
import type { Command } from '../state/commands';
import { blockOf, itemOf } from '../state/facts';
import { replacePhoto, revealAsset } from '../state/jobs';
import { type DeskState, store } from '../state/store';
import { choosePicture, chosenPicture } from './chosen';
import { cropEdit } from './crop';
import { canCrop } from './frames';
import { withoutPicture } from './group-order';
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

/** The edit that takes the chosen picture out of its block, and out of its group; undefined where that is more than a picture. */
function takingOut(state: DeskState): Edit | undefined {
  const { issue, selection } = state;
  const block = blockOf(issue, selection);
  const photo = chosenPicture()?.photo;
  if (!issue || !block || block.locked || photo === undefined || !hasPicture(state)) return undefined;
  const { content } = block;
  if (isStory(content)) return placedIn(issue, content.article, photo, null);
  const group = content.kind === 'group' ? itemOf(issue, 'groups', content.group) : undefined;
  const at = group?.pictures.findIndex((picture) => picture.photo === photo) ?? -1;
  return group && at >= 0 ? { type: 'put', list: 'groups', item: withoutPicture(group, at) } : undefined;
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
    onCanvas: true,
    leaves: true,
    enabled: (state) => takingOut(state) !== undefined,
    run: () => {
      const edit = takingOut(store.get());
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
