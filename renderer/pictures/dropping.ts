/** Files from the desktop that are let go over the window: what they land on, and what becomes of them. */
import type { Id } from '../../engine/issue/index';
import { blockOf } from '../state/facts';
import { importFiles, replacePhoto } from '../state/jobs';
import { store } from '../state/store';
import { carried, standingIn } from './carried';
import { headOf } from './frames';
import { givenTo } from './placing';

/** Names of what is taken for a picture by its ending; its content is looked at when it is imported. */
const PICTURE = /\.(jpe?g|png|tiff?|heic|heif|avif|webp|gif|bmp)$/i;

export function arePictures(paths: readonly string[]): boolean {
  return paths.length > 0 && paths.every((path) => PICTURE.test(path));
}

/** Takes pictures in and gives them to the story or group of a block, as one step. */
export async function importOnto(block: Id, paths: readonly string[]): Promise<void> {
  const head = headOf(store.get().layouts, block);
  await importFiles(paths, (after, photos) => givenTo(after, block, photos, head));
}

/** Gives a photograph of the issue to the story or group of a block, from wherever it is. */
export function giveTo(photo: Id, block: Id): void {
  const { issue, layouts } = store.get();
  const to = blockOf(issue, block);
  const edit = issue && to && carried(issue, photo, standingIn(issue, photo), to, headOf(layouts, block));
  if (!edit) return;
  store.edit(edit, 'edit.movePicture');
  store.showBlock(block);
}

export interface OfferedDrop {
  readonly paths: readonly string[];
  readonly block: Id;
  readonly photo: Id;
  /** Where the pointer was, CSS pixels of the window. */
  readonly x: number;
  readonly y: number;
}

/** What may be done with files that were let go on a picture. */
export type DropChoice = 'replace' | 'add' | 'stock';

export function answerDrop({ paths, block, photo }: OfferedDrop, choice: DropChoice): void {
  if (choice === 'replace') void replacePhoto(photo, paths[0]);
  else if (choice === 'add') void importOnto(block, paths);
  else void importFiles(paths);
}

/** Whether files may be taken in now. */
export function takesFiles(): boolean {
  const { issue, job, dialog, readOnly } = store.get();
  return issue !== null && job === null && dialog === null && readOnly === null;
}
