/** What is written into the text that is edited on the page: at once an edit of the document, while it is composed a sketch of it. */
import { hasMarkAt, type MarkChoice, withMark } from '../../state/body-forms';
import { withTableApart } from '../../state/body-replace';
import { itemOf } from '../../state/facts';
import { replacedText, writable } from '../../state/field-edits';
import { hasLines, textOfRef } from '../../state/field-texts';
import { store } from '../../state/store';
import { articleEdit } from '../../state/text-edits';
import { tellTooLong } from '../../state/too-long';
import { type Move, moved } from './caret';
import { change, type Editing, editedLines, editedText, editingNow, keep, keyOf, selectionOf } from './edited-text';
import { goToField } from './moving';

/** How a text is changed: what the undo menu says, and by which a row of changes is known. */
export type Writing = 'type' | 'delete' | 'paste' | 'cut';

/** Replaces a stretch of the text; the caret goes behind what was written. */
function write(from: number, to: number, added: string, writing: Writing): void {
  const editing = editingNow();
  const { issue, readOnly, revision } = store.get();
  if (!editing || !issue || readOnly) return;
  const edit = replacedText(issue, editing.ref, from, to, added);
  if (!edit) {
    if (added !== '') tellTooLong(editing.ref);
    return;
  }
  const offset = from + added.length;
  const caret = { offset, side: 'before' as const };
  const next = { ...editing, caret, anchor: offset, composed: undefined, goal: undefined, since: revision + 1 };
  const text = editedText();
  // The caret goes first: what listens to the store finds text and caret as they belong together.
  keep(next, text.slice(0, from) + added + text.slice(to));
  store.editSoon(edit, `edit.${writing}`, `${writing} ${keyOf(editing.ref)}`);
  change(editingNow());
}

/** Writes in place of the selection. */
export function insert(added: string, writing: Writing = 'type'): void {
  const editing = editingNow();
  if (!editing) return;
  const [from, to] = selectionOf(editing);
  const written = writable(editing.ref, added);
  const taken = writing === 'paste' ? apart(editing, from, to, written) : written;
  if (taken === '') return;
  if (writing === 'paste') store.seal();
  write(from, to, taken, writing);
  if (writing === 'paste' || taken.endsWith('\n')) store.seal();
}

/** Rows of a table that come into running text are paragraphs of their own. */
function apart({ ref: { list, id, field } }: Editing, from: number, to: number, text: string): string {
  const { issue } = store.get();
  const article = list === 'articles' && field === 'body' && issue ? itemOf(issue, 'articles', id) : undefined;
  return article ? withTableApart(article.paragraphs, from, to, text) : text;
}

/** Enter: a new line or paragraph; where the text is one line, the next text. */
export function breakLine(): void {
  const editing = editingNow();
  if (editing && hasLines(editing.ref)) insert('\n');
  else goToField(1);
}

/** Takes the selection away, or what a move would go over. */
export function erase(move: Move, writing: Writing = 'delete'): void {
  const editing = editingNow();
  if (!editing) return;
  const [from, to] = selectionOf(editing);
  if (from < to) {
    write(from, to, '', writing);
    return;
  }
  const target = moved(editedText(), editedLines(editing), editing.caret, move).offset;
  if (target !== from) write(Math.min(from, target), Math.max(from, target), '', writing);
}

/** What an input method has composed by now, in place of what it had before: it is shown, and no part of the document yet. */
export function compose(added: string): void {
  const editing = editingNow();
  const { issue, readOnly } = store.get();
  if (!editing || !issue || readOnly) return;
  const taken = writable(editing.ref, added);
  const { from, over } = compositionOf(editing);
  const before = documentText(editing);
  if (!editing.composed && taken === '') return;
  const edit = replacedText(issue, editing.ref, from, over, taken);
  if (!edit) return;
  const to = from + taken.length;
  const caret = { offset: to, side: 'before' as const };
  const since = store.get().revision + 1;
  keep(
    { ...editing, caret, anchor: to, goal: undefined, composed: { from, to, over }, since },
    before.slice(0, from) + taken + before.slice(over),
  );
  store.sketch(edit);
  change(editingNow());
}

/** The composition is over: what is meant is written; nothing, when it was given up. */
export function endComposition(meant: string): void {
  const editing = editingNow();
  if (!editing) return;
  const { from, over } = compositionOf(editing);
  const taken = writable(editing.ref, meant);
  const caret = { offset: over, side: 'before' as const };
  keep({ ...editing, caret, anchor: from, composed: undefined }, documentText(editing));
  if (taken !== '') write(from, over, taken, 'type');
  if (store.get().sketch) {
    // Given up, or the document has no room for it: the text is again as it was.
    keep({ ...editingNow()!, since: store.get().revision + 1 }, editedText());
    store.sketch(null);
  }
  change(editingNow());
}

function compositionOf(editing: Editing): { readonly from: number; readonly over: number } {
  if (editing.composed) return editing.composed;
  const [from, over] = selectionOf(editing);
  return { from, over };
}

/** The text without what is being composed. */
function documentText({ composed, ref }: Editing): string {
  const { issue } = store.get();
  return composed && issue ? (textOfRef(issue, ref) ?? '') : editedText();
}

/** Switches a mark of the selected running text. */
export function toggleMark(mark: MarkChoice): void {
  const editing = editingNow();
  const { issue } = store.get();
  if (!issue || editing?.ref.field !== 'body') return;
  const article = itemOf(issue, 'articles', editing.ref.id);
  const [from, to] = selectionOf(editing);
  if (!article || from === to) return;
  const on = hasMarkAt(article.paragraphs, { from, to }, mark);
  store.edit(articleEdit(issue, article, { paragraphs: withMark(article.paragraphs, { from, to }, mark, !on) }), 'edit.form');
}
