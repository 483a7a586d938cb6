/** What the program answered: a fault where it did not, and the bar that says so. */
import type { Fault, Outcome } from '../../electron/bridge';
import { i18n } from '../i18n';
import { store } from './store';

/** Says what failed, until it is taken note of. */
export function fail({ text, texts }: Pick<Fault, 'text' | 'texts'>): void {
  store.set({ bar: { tone: 'error', text, ...(texts && { texts }), details: [] } });
}

/** A rejected promise as a fault, so that nothing fails in silence. */
export async function settled<T>(promise: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await promise;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { ok: false, fault: { code: 'program', text: i18n.t('bar.program', { text }) } };
  }
}
