/** To the place of a text that is to be written: on the page, with the caret there; where the page has none, to its field. */
import type { Id } from '../../engine/issue/index';
import { showText } from '../canvas/text/entering';
import { type FieldText, goToField } from '../proof/text-fields';
import { textOfRef } from './field-texts';
import { store } from './store';

/** Selects the block and all of the text in it. */
export function writeThere(block: Id, field: FieldText): void {
  const { issue } = store.get();
  if (!issue) return;
  const { length } = textOfRef(issue, field) ?? '';
  store.showBlock(block);
  showText(block, field, 0, length, () => {
    store.set({ panels: { ...store.get().panels, right: true } });
    goToField(field);
  });
}
