/** What the fields have in common. */
import { store } from '../state/store';

/** A field was left: what is typed next is another step. */
export function leave(): void {
  store.seal();
}

/** A text that may have been pasted with line feeds, on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

export function withoutEmptyLines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
