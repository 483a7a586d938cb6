/** The text that is edited on the page: which one, its caret and selection, and its lines as the composing worker told them. */
import { useSyncExternalStore } from 'react';
import type { Id } from '../../../engine/issue/index';
import type { TextRef } from '../../../engine/layout/index';
import { texts } from '../../compose/texts';
import { sameRef, textOfRef } from '../../state/field-texts';
import { store } from '../../state/store';
import { type Caret, type PlacedTextLine, spotOf } from './caret';

/** A text being edited. */
export interface Editing {
  readonly ref: TextRef;
  /** Block that was entered, and all that show parts of its story. */
  readonly block: Id;
  readonly blocks: readonly Id[];
  /** End of the selection that moves, and the end that stays. */
  readonly caret: Caret;
  readonly anchor: number;
  /** Distance from the column's edge that the caret keeps while it goes from line to line, points. */
  readonly goal?: number;
  readonly composed?: Composed;
  /** Revision of the document from which on the lines show what was written. */
  readonly since: number;
}

/** What an input method has composed so far, shown and not yet in the document. */
export interface Composed {
  readonly from: number;
  readonly to: number;
  /** End of the document's text that it takes the place of; that begins at `from` too. */
  readonly over: number;
}

let editing: Editing | null = null;
/** The text as the caret's offset counts it: the document's, or for the time of a composition the sketch's. */
let text = '';
const listeners = new Set<() => void>();

/** The text that is edited, for the parts of the window that show it. */
export function useEditing(): Editing | null {
  return useSyncExternalStore(listen, () => editing);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether a text is edited on the page. */
export const isEditing = (): boolean => editing !== null;
/** The text that is edited; null when none is. */
export const editingNow = (): Editing | null => editing;
/** The whole text that is edited. */
export const editedText = (): string => text;

/** Another state of editing, and the text as it is then. Whoever listens hears of it at once. */
export function change(next: Editing | null, words = text): void {
  keep(next, words);
  for (const listener of listeners) listener();
}

/** As `change`, but those that listen are told later: what follows is an edit that they would see too early. */
export function keep(next: Editing | null, words: string): void {
  editing = next;
  text = words;
}

/** Goes on with another text, as the document has it. */
export function begin(next: Editing): void {
  const words = textOfRef(store.get().issue!, next.ref) ?? '';
  // A number is written anew rather than mended.
  const whole = next.ref.field === 'number' && next.anchor === next.caret.offset;
  change(whole ? { ...next, anchor: 0, caret: { offset: words.length, side: 'before' } } : next, words);
}

/** The lines of all texts of some blocks, in the order of reading; places for texts that are not there come last. */
export function allLines(blocks: readonly Id[]): PlacedTextLine[] {
  return blocks.flatMap((block) => {
    const known = texts().get(block);
    return known ? known.lines.map((line) => ({ ...line, block, page: known.page })) : [];
  });
}

/** The lines of the text that is edited. */
export function editedLines({ ref, blocks }: Editing): PlacedTextLine[] {
  return allLines(blocks).filter((line) => sameRef(line.ref, ref));
}

/** Whether the lines show what was written last. */
export function isShown({ blocks, since }: Editing): boolean {
  return blocks.some((block) => (texts().get(block)?.revision ?? 0) >= since);
}

/** The selection's ends, in order. */
export function selectionOf({ anchor, caret }: Editing): readonly [from: number, to: number] {
  return [Math.min(anchor, caret.offset), Math.max(anchor, caret.offset)];
}

export function selectedText(state: Editing): string {
  return text.slice(...selectionOf(state));
}

/** Whether lines of the text run from top to bottom where the caret is. */
export function isVertical(): boolean {
  return editing !== null && spotOf(editedLines(editing), editing.caret)?.line.vertical === true;
}

/** By which a row of changes of one text is known. */
export function keyOf(ref: TextRef): string {
  return `${ref.list} ${ref.id} ${ref.field} ${ref.index ?? ''}`;
}
