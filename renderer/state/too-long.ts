/** Says at once that a text has no room for what was to be written in it. */
import type { TextRef } from '../../engine/layout/index';
import { i18n } from '../i18n';
import { longest } from './field-edits';
import { store } from './store';

/** Tells it in the bar; nothing was written. */
export function tellTooLong(ref: Pick<TextRef, 'list' | 'field'>): void {
  const field = i18n.t(`textField.${ref.field}`);
  store.set({ bar: { tone: 'error', text: i18n.t('bar.tooLong', { field, n: longest(ref) }), details: [] } });
}
