/** What is being dragged out of the library. A drag does not tell its data before the drop, so it is kept here. */
import type { Id } from '../../engine/issue/index';
import type { Material } from './store';

let held: Material | null = null;
let photo: Id | null = null;

export const heldMaterial = (): Material | null => held;

export function hold(material: Material | null): void {
  held = material;
  document.body.toggleAttribute('data-holding', material !== null);
}

/** A photograph out of the list of pictures. */
export const heldPhoto = (): Id | null => photo;

export function holdPhoto(id: Id | null): void {
  photo = id;
  document.body.toggleAttribute('data-holding', id !== null);
}
