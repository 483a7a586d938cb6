/** Entering and leaving the texts of a block on the page, and following what else happens to the document meanwhile. */
import { type Block, chainOf, type Id, isStory } from '../../../engine/issue/index';
import type { TextRef } from '../../../engine/layout/index';
import { onTexts, texts, watchTexts } from '../../compose/texts';
import { blockOf } from '../../state/facts';
import { tidied } from '../../state/field-edits';
import { sameRef, textOfRef } from '../../state/field-texts';
import { pageOfBlock, store } from '../../state/store';
import { caretAt } from './caret';
import { allLines, begin, change, editedText, editingNow, keyOf } from './edited-text';
import { changedStretch, follow } from './follow';

interface Entry {
  readonly block: Id;
  readonly page: number;
  /** Point of the page; the beginning of the running text when absent. */
  readonly point?: { readonly x: number; readonly y: number };
  /** A stretch of a text, to be selected. */
  readonly stretch?: { readonly ref: TextRef; readonly from: number; readonly to: number };
  /** What is done where the block has no place for that text. */
  readonly otherwise?: () => void;
}

/** The text that is entered where no point says it: the first of these that a block has. */
const MAIN_FIELDS: readonly TextRef['field'][] = ['body', 'title', 'caption'];

/** Waits for the lines of the block that is entered. */
let entering: Entry | null = null;

/** Once, at the window's start. */
export function startEditing(): void {
  onTexts(enter);
  store.subscribe(keepUp);
}

/** Enters the text of a block at a point of its page. */
export function editText(block: Id, point?: Entry['point']): void {
  enterWith(block, point ? { point } : {});
}

function enterWith(block: Id, how: Pick<Entry, 'point' | 'stretch' | 'otherwise'>): void {
  const { issue } = store.get();
  const page = pageOfBlock(issue, block);
  const found = blockOf(issue, block);
  if (!issue || page === undefined || !found) return;
  leaveText();
  entering = { block, page, ...how };
  watchTexts('page', partsOf(found));
  enter();
}

/** Enters a block with a stretch of one of its texts selected; does `otherwise` where the block has no place for that text. */
export function showText(block: Id, ref: TextRef, from: number, to: number, otherwise?: () => void): void {
  store.select(block);
  enterWith(block, { stretch: { ref, from, to }, ...(otherwise && { otherwise }) });
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
    if (entry.otherwise && !lines.some((line) => sameRef(line.ref, ref))) {
      watchTexts('page', []);
      entry.otherwise();
      return;
    }
    store.seal();
    begin({ ref, block: entry.block, blocks, caret: { offset: to, side: 'before' }, anchor: from, since: 0 });
    return;
  }
  const first = hit?.line ?? MAIN_FIELDS.map((field) => own.find(({ ref }) => ref.field === field)).find(Boolean) ?? own[0];
  const caret = hit?.caret ?? (first && { offset: first.start, side: 'after' as const });
  if (!first || !caret) return;
  store.seal();
  begin({ ref: first.ref, block: entry.block, blocks, caret, anchor: caret.offset, since: 0 });
}

/** Leaves the text; lines and paragraphs that are empty go. */
export function leaveText(): void {
  entering = null;
  const editing = editingNow();
  if (!editing) return;
  const { ref } = editing;
  change(null);
  store.sketch(null);
  watchTexts('page', []);
  const { issue } = store.get();
  const edit = issue && tidied(issue, ref);
  if (edit) store.edit(edit, 'edit.type', keyOf(ref));
  store.seal();
}

/** Follows changes of the document that were made elsewhere: undo, the inspector, another block. */
function keepUp(): void {
  const editing = editingNow();
  if (!editing) return;
  const { issue, sketch, dialog, proposals, page, revision } = store.get();
  const now = issue ? textOfRef(sketch ?? issue, editing.ref) : undefined;
  const gone = now === undefined || !blockOf(issue, editing.block) || dialog !== null || proposals !== null;
  if (gone || !editing.blocks.some((block) => pageOfBlock(issue, block) === page)) {
    leaveText();
    return;
  }
  if (now === editedText()) return;
  const offset = follow(editing.caret.offset, changedStretch(editedText(), now));
  change({ ...editing, caret: { offset, side: 'after' }, anchor: offset, since: revision, composed: undefined }, now);
}
