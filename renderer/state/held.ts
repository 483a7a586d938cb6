/** What is being dragged out of the library. A drag does not tell its data before the drop, so it is kept here. */
import type { Material } from './store';

let held: Material | null = null;

export const heldMaterial = (): Material | null => held;

export function hold(material: Material | null): void {
  held = material;
  document.body.toggleAttribute('data-holding', material !== null);
}
