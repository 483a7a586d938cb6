/** Where the caret and the selection go in the texts that are edited on the page: by keys, by the pointer, from text to text. */
import type { Id } from '../../../engine/issue/index';
import type { TextRef } from '../../../engine/layout/index';
import { sameRef } from '../../state/field-texts';
import { store } from '../../state/store';
import { type Caret, caretAt, type Move, moved, movedByLine, paragraphAt, wordAt } from './caret';
import { allLines, begin, change, editedLines, editedText, editingNow, selectionOf } from './edited-text';
import { leaveText } from './entering';

interface Point {
  readonly x: number;
  readonly y: number;
}

function place(caret: Caret, extend: boolean, goal?: number): void {
  const editing = editingNow();
  if (!editing) return;
  store.seal();
  change({ ...editing, caret, anchor: extend ? editing.anchor : caret.offset, goal, composed: undefined });
}

/** Moves the caret; `extend` keeps the other end of the selection. */
export function move(way: Move, extend: boolean): void {
  const editing = editingNow();
  if (!editing) return;
  const [from, to] = selectionOf(editing);
  if (!extend && from < to && (way === 'back' || way === 'on'))
    place({ offset: way === 'back' ? from : to, side: 'after' }, false);
  else place(moved(editedText(), editedLines(editing), editing.caret, way), extend);
}

/** Moves the caret a line back or on. */
export function moveLine(step: -1 | 1, extend: boolean): void {
  const editing = editingNow();
  if (!editing) return;
  const { caret, goal } = movedByLine(editedLines(editing), editing.caret, step, editing.goal);
  place(caret, extend, goal);
}

/** Selects the whole text. */
export function selectAll(): void {
  const editing = editingNow();
  if (editing) change({ ...editing, anchor: 0, caret: { offset: editedText().length, side: 'before' } });
}

/** The text before or behind in the block. */
export function goToField(step: -1 | 1): void {
  const editing = editingNow();
  if (!editing) return;
  const refs: TextRef[] = [];
  for (const { ref } of allLines(editing.blocks)) if (!refs.some((other) => sameRef(ref, other))) refs.push(ref);
  const next = refs[(refs.findIndex((other) => sameRef(other, editing.ref)) + step + refs.length) % refs.length];
  if (next) goTo(next, 0);
}

/** Goes on in another text of the block. */
export function goTo(ref: TextRef, offset: number): void {
  const editing = editingNow();
  if (!editing) return;
  store.seal();
  store.sketch(null);
  begin({ ...editing, ref, caret: { offset, side: 'after' }, anchor: offset, goal: undefined, composed: undefined });
}

/** A press on the page: in the texts that are open it places the caret. False when it is not about them. */
export function press(page: number, block: Id | undefined, point: Point, presses: number, extend: boolean): boolean {
  const editing = editingNow();
  if (!editing) return false;
  if (block === undefined || !editing.blocks.includes(block)) {
    leaveText();
    return false;
  }
  const lines = allLines([block]).filter(({ ref }) => !extend || sameRef(ref, editing.ref));
  const hit = caretAt(lines, page, point);
  if (!hit) return true;
  const { caret, line } = hit;
  const entered = !sameRef(line.ref, editing.ref);
  if (entered) goTo(line.ref, caret.offset);
  if (entered && line.ref.field === 'number') return true;
  if (presses === 1) place(caret, extend);
  else {
    const [from, to] = presses === 2 ? wordAt(editedText(), caret.offset) : paragraphAt(editedText(), caret.offset);
    change({ ...editingNow()!, anchor: from, caret: { offset: to, side: 'before' }, goal: undefined });
  }
  return true;
}

/** The pointer goes on from a press. */
export function drag(page: number, point: Point): void {
  const editing = editingNow();
  const hit = editing && caretAt(editedLines(editing), page, point);
  if (hit) place(hit.caret, true);
}
