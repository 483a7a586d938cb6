/**
 * Editing a text on the page: which text, the caret and the selection in it. What is written becomes edits of the document at
 * once; where the caret stands is told by the composing worker with the page that shows it.
 */
import { useSyncExternalStore } from 'react';
import { type Block, chainOf, type Id, isStory } from '../../../engine/issue/index';
import type { TextRef } from '../../../engine/layout/index';
import { onTexts, texts, watchTexts } from '../../compose/texts';
import { hasMarkAt, type MarkChoice, withMark } from '../../state/body-forms';
import { blockOf, itemOf } from '../../state/facts';
import { hasLines, replacedText, sameRef, textOfRef, tidied, writable } from '../../state/field-edits';
import { pageOfBlock, store } from '../../state/store';
import { articleEdit } from '../../state/text-edits';
import { type Caret, caretAt, type Move, moved, movedByLine, type PlacedTextLine, paragraphAt, spotOf, wordAt } from './caret';
import { changedStretch, follow } from './follow';

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
  /** What an input method has composed so far. */
  readonly composed?: { readonly from: number; readonly to: number };
  /** Revision of the document from which on the lines show what was written. */
  readonly since: number;
}

interface Entry {
  readonly block: Id;
  readonly page: number;
  /** Point of the page; the beginning of the running text when absent. */
  readonly point?: { readonly x: number; readonly y: number };
  /** A stretch of a text, to be selected. */
  readonly stretch?: { readonly ref: TextRef; readonly from: number; readonly to: number };
}

let editing: Editing | null = null;
/** Waits for the lines of the block that is entered. */
let entering: Entry | null = null;
/** The text as the caret's offset counts it. */
let text = '';
const listeners = new Set<() => void>();

export function useEditing(): Editing | null {
  return useSyncExternalStore(listen, () => editing);
}

export const isEditing = (): boolean => editing !== null;
export const editingNow = (): Editing | null => editing;

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: Editing | null): void {
  editing = next;
  for (const listener of listeners) listener();
}

/** Once, at the window's start. */
export function startEditing(): void {
  onTexts(enter);
  store.subscribe(keepUp);
}

/** Enters the text of a block at a point of its page. */
export function editText(block: Id, point?: Entry['point']): void {
  const { issue } = store.get();
  const page = pageOfBlock(issue, block);
  const found = blockOf(issue, block);
  if (!issue || page === undefined || !found) return;
  leaveText();
  entering = { block, page, ...(point ? { point } : {}) };
  watchTexts('page', partsOf(found));
  enter();
}

/** Enters a block with a stretch of one of its texts selected. */
export function showText(block: Id, ref: TextRef, from: number, to: number): void {
  store.select(block);
  editText(block);
  if (entering) entering = { ...entering, stretch: { ref, from, to } };
  else if (editing) begin({ ...editing, ref, caret: { offset: to, side: 'before' }, anchor: from });
}

function partsOf({ id, content }: Block): readonly Id[] {
  const { issue } = store.get();
  return issue && isStory(content) ? chainOf(issue.pages, content.article).map(({ block }) => block.id) : [id];
}

function enter(): void {
  const entry = entering;
  const { issue } = store.get();
  const found = entry && blockOf(issue, entry.block);
  if (!entry || !issue || !found || !texts().has(entry.block)) return;
  entering = null;
  const blocks = partsOf(found);
  const lines = allLines(blocks);
  const own = lines.filter(({ block }) => block === entry.block);
  const hit = entry.point && caretAt(own, entry.page, entry.point);
  if (entry.stretch) {
    const { ref, from, to } = entry.stretch;
    begin({ ref, block: entry.block, blocks, caret: { offset: to, side: 'before' }, anchor: from, since: 0 });
    return;
  }
  const first = hit?.line ?? own.find(({ ref }) => ref.field === 'body') ?? own[0];
  const caret = hit?.caret ?? (first && { offset: first.start, side: 'after' as const });
  if (!first || !caret) return;
  store.seal();
  begin({ ref: first.ref, block: entry.block, blocks, caret, anchor: caret.offset, since: 0 });
}

function begin(next: Editing): void {
  text = textOfRef(store.get().issue!, next.ref) ?? '';
  change(next);
}

/** The lines of all texts of some blocks, in the order of reading. */
function allLines(blocks: readonly Id[]): PlacedTextLine[] {
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

/** Leaves the text; lines and paragraphs that are empty go. */
export function leaveText(): void {
  entering = null;
  if (!editing) return;
  const { ref } = editing;
  change(null);
  watchTexts('page', []);
  const { issue } = store.get();
  const edit = issue && tidied(issue, ref);
  if (edit) store.edit(edit, 'edit.type', keyOf(ref));
  store.seal();
}

/** Follows changes of the document that were made elsewhere: undo, the inspector, another block. */
function keepUp(): void {
  if (!editing) return;
  const { issue, dialog, proposals, page } = store.get();
  const now = issue ? textOfRef(issue, editing.ref) : undefined;
  const gone = now === undefined || !blockOf(issue, editing.block) || dialog !== null || proposals !== null;
  if (gone || !editing.blocks.some((block) => pageOfBlock(issue, block) === page)) {
    leaveText();
    return;
  }
  if (now === text) return;
  const stretch = changedStretch(text, now);
  text = now;
  const offset = follow(editing.caret.offset, stretch);
  change({ ...editing, caret: { offset, side: 'after' }, anchor: offset, since: store.get().revision, composed: undefined });
}

/** The selection's ends, in order. */
export function selectionOf({ anchor, caret }: Editing): readonly [from: number, to: number] {
  return [Math.min(anchor, caret.offset), Math.max(anchor, caret.offset)];
}

export function selectedText(state: Editing): string {
  return text.slice(...selectionOf(state));
}

/** How a text is changed: what the undo menu says, and by which a row of changes is known. */
export type Writing = 'type' | 'delete' | 'paste' | 'cut';

function keyOf(ref: TextRef): string {
  return `${ref.list} ${ref.id} ${ref.field} ${ref.index ?? ''}`;
}

/** Replaces a stretch of the text; the caret goes behind what was written. */
function write(from: number, to: number, added: string, writing: Writing, composed?: Editing['composed']): void {
  const { issue } = store.get();
  if (!editing || !issue || store.get().readOnly) return;
  const edit = replacedText(issue, editing.ref, from, to, added);
  if (!edit) return;
  const offset = from + added.length;
  text = text.slice(0, from) + added + text.slice(to);
  const next = { ...editing, caret: { offset, side: 'before' as const }, anchor: offset, composed, goal: undefined };
  // The caret goes first: what listens to the store finds text and caret as they belong together.
  editing = { ...next, since: store.get().revision + 1 };
  store.editSoon(edit, `edit.${writing}`, `${writing} ${keyOf(editing.ref)}`);
  change(editing);
}

/** Writes in place of the selection. */
export function insert(added: string, writing: Writing = 'type'): void {
  if (!editing) return;
  const taken = writable(editing.ref, added);
  if (taken === '') return;
  const [from, to] = selectionOf(editing);
  if (writing === 'paste') store.seal();
  write(from, to, taken, writing);
  if (writing === 'paste' || taken.endsWith('\n')) store.seal();
}

/** Enter: a new line or paragraph; where the text is one line, the next text. */
export function breakLine(): void {
  if (editing && hasLines(editing.ref)) insert('\n');
  else goToField(1);
}

/** Takes the selection away, or what a move would go over. */
export function erase(move: Move, writing: Writing = 'delete'): void {
  if (!editing) return;
  const [from, to] = selectionOf(editing);
  if (from < to) {
    write(from, to, '', writing);
    return;
  }
  const target = moved(text, editedLines(editing), editing.caret, move).offset;
  if (target !== from) write(Math.min(from, target), Math.max(from, target), '', writing);
}

/** What an input method has composed by now, in place of what it had before; at its end it is text as any other. */
export function compose(added: string, ended: boolean): void {
  if (!editing) return;
  const [from, to] = editing.composed ? [editing.composed.from, editing.composed.to] : selectionOf(editing);
  const taken = writable(editing.ref, added);
  const composed = ended ? undefined : { from, to: from + taken.length };
  if (taken === text.slice(from, to)) change({ ...editing, composed });
  else write(from, to, taken, 'type', composed);
}

function place(caret: Caret, extend: boolean, goal?: number): void {
  if (!editing) return;
  store.seal();
  change({ ...editing, caret, anchor: extend ? editing.anchor : caret.offset, goal, composed: undefined });
}

export function move(way: Move, extend: boolean): void {
  if (!editing) return;
  const [from, to] = selectionOf(editing);
  if (!extend && from < to && (way === 'back' || way === 'on'))
    place({ offset: way === 'back' ? from : to, side: 'after' }, false);
  else place(moved(text, editedLines(editing), editing.caret, way), extend);
}

export function moveLine(step: -1 | 1, extend: boolean): void {
  if (!editing) return;
  const { caret, goal } = movedByLine(editedLines(editing), editing.caret, step, editing.goal);
  place(caret, extend, goal);
}

export function selectAll(): void {
  if (!editing) return;
  change({ ...editing, anchor: 0, caret: { offset: text.length, side: 'before' } });
}

/** The text before or behind in the block. */
export function goToField(step: -1 | 1): void {
  if (!editing) return;
  const refs: TextRef[] = [];
  for (const { ref } of allLines(editing.blocks)) if (!refs.some((other) => sameRef(ref, other))) refs.push(ref);
  const { ref } = editing;
  const next = refs[(refs.findIndex((other) => sameRef(other, ref)) + step + refs.length) % refs.length];
  if (next) goTo(next, 0);
}

function goTo(ref: TextRef, offset: number): void {
  if (!editing) return;
  store.seal();
  begin({ ...editing, ref, caret: { offset, side: 'after' }, anchor: offset, goal: undefined, composed: undefined });
}

/** A press on the page: in the texts that are open it places the caret. False when it is not about them. */
export function press(
  page: number,
  block: Id | undefined,
  point: { readonly x: number; readonly y: number },
  presses: number,
  extend: boolean,
): boolean {
  if (!editing) return false;
  if (block === undefined || !editing.blocks.includes(block)) {
    leaveText();
    return false;
  }
  const lines = allLines([block]).filter(({ ref }) => !extend || sameRef(ref, editing!.ref));
  const hit = caretAt(lines, page, point);
  if (!hit) return true;
  if (!sameRef(hit.line.ref, editing.ref)) goTo(hit.line.ref, hit.caret.offset);
  if (presses === 1) place(hit.caret, extend);
  else {
    const [from, to] = presses === 2 ? wordAt(text, hit.caret.offset) : paragraphAt(text, hit.caret.offset);
    change({ ...editing, anchor: from, caret: { offset: to, side: 'before' }, goal: undefined });
  }
  return true;
}

/** The pointer goes on from a press. */
export function drag(page: number, point: { readonly x: number; readonly y: number }): void {
  const hit = editing && caretAt(editedLines(editing), page, point);
  if (hit) place(hit.caret, true);
}

/** Switches a mark of the selected running text. */
export function toggleMark(mark: MarkChoice): void {
  const { issue } = store.get();
  if (!issue || editing?.ref.field !== 'body') return;
  const article = itemOf(issue, 'articles', editing.ref.id);
  const [from, to] = selectionOf(editing);
  if (!article || from === to) return;
  const on = hasMarkAt(article.paragraphs, { from, to }, mark);
  store.edit(articleEdit(issue, article, { paragraphs: withMark(article.paragraphs, { from, to }, mark, !on) }), 'edit.form');
}

/** Whether lines of the text run from top to bottom where the caret is. */
export function isVertical(): boolean {
  return editing !== null && spotOf(editedLines(editing), editing.caret)?.line.vertical === true;
}
