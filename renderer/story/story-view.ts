/**
 * The story editor's view on an article. ProseMirror's transactions become edits of the document at once; what changes the
 * article elsewhere, undo among it, comes in as the smallest change of its text, so that the caret stays.
 */
import type { Node } from 'prosemirror-model';
import { EditorState, Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { Article, Edit, Id } from '../../engine/issue/index';
import { MOST_HEAD_LINES, MOST_PARAGRAPHS, type TextField } from '../../engine/issue/text-fields';
import { itemOf } from '../state/facts';
import { longest } from '../state/field-edits';
import { store } from '../state/store';
import { setStoryCaret } from '../state/story-caret';
import { articleEdit } from '../state/text-edits';
import { tellTooLong } from '../state/too-long';
import { changeOf, docOf, positionOf, spotAt, stretchesOf, type TextSpot, textsOf } from './article-doc';
import { bodyRange, takeKey } from './keys';
import { takePaste } from './pasting';
import { schema } from './schema';
import { marksKey, marksOf, marksPlugin, type StoryFacts } from './story-marks';

interface StoryHandlers {
  /** State of the editor changed: for toolbar and foot. */
  readonly onState: (state: EditorState) => void;
  readonly onLeave: () => void;
}

export class StoryView {
  readonly view: EditorView;
  private article: Article;
  private waiting: Article | undefined;
  private writing = false;
  /** Revision from which on the page shows what was written. */
  since = 0;

  constructor(
    place: HTMLElement,
    private readonly id: Id,
    article: Article,
    label: string,
    private readonly handlers: StoryHandlers,
  ) {
    this.article = article;
    this.view = new EditorView(place, {
      state: begun(article),
      dispatchTransaction: (tr) => this.dispatch(tr),
      editable: () => store.get().readOnly === null,
      attributes: { class: 'story-text', 'aria-label': label, role: 'textbox', 'aria-multiline': 'true', spellcheck: 'false' },
      handleKeyDown: (view, event) => this.key(event) || takeKey(view, event),
      handlePaste: (view, event) => takePaste(view, event.clipboardData),
      handleDrop: (view, event, _slice, isMove) => {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        return !isMove && at !== undefined && takePaste(view, event.dataTransfer, at);
      },
      handleDOMEvents: {
        // The window's undo is the document's.
        beforeinput: (_view, event) => {
          const own = event.inputType === 'historyUndo' || event.inputType === 'historyRedo';
          if (own) event.preventDefault();
          return own;
        },
        compositionend: () => {
          setTimeout(() => this.endComposition());
          return false;
        },
        blur: () => {
          store.seal();
          return false;
        },
      },
    });
    this.publish();
  }

  destroy(): void {
    this.view.destroy();
    store.sketch(null);
    setStoryCaret(null);
  }

  /** Takes the article over as it is now, if that is not what was written here. */
  follow(article: Article): void {
    this.waiting = undefined;
    if (this.writing || article === this.article) return;
    if (this.view.composing) {
      this.waiting = article;
      return;
    }
    this.article = article;
    this.takeSelection();
    const { state } = this.view;
    const doc = docOf(article);
    const start = state.doc.content.findDiffStart(doc.content);
    const end = state.doc.content.findDiffEnd(doc.content);
    if (start === null || !end) return;
    // What repeats at both sides of the change must not be counted twice.
    const overlap = Math.max(0, start - Math.min(end.a, end.b));
    const tr = state.tr.replace(start, end.a + overlap, doc.slice(start, end.b + overlap));
    this.view.dispatch(tr.setMeta('outside', true));
  }

  mark(facts: StoryFacts): void {
    if (this.view.composing) return;
    this.takeSelection();
    this.view.dispatch(this.view.state.tr.setMeta(marksKey, marksOf(this.view.state.doc, facts)));
  }

  /** Puts the selection on a stretch of a text and brings it into sight; false when the text has no such place. */
  select({ field, offset }: TextSpot, length: number): boolean {
    const stretches = stretchesOf(this.view.state.doc);
    const from = positionOf(stretches, { field, offset });
    const to = positionOf(stretches, { field, offset: offset + length });
    if (from === undefined || to === undefined) return false;
    this.view.dispatch(this.view.state.tr.setSelection(TextSelection.create(this.view.state.doc, from, to)).scrollIntoView());
    this.view.focus();
    return true;
  }

  /**
   * What a key has just selected: the browser tells of it in a later task, and drawing anew before would put the selection back to
   * where it was. Whoever listens for it looks now.
   */
  private takeSelection(): void {
    document.dispatchEvent(new Event('selectionchange'));
  }

  private dispatch(tr: Transaction): void {
    const before = this.view.state;
    this.view.updateState(before.apply(tr));
    const { state } = this.view;
    if (tr.docChanged && !tr.getMeta('outside')) this.commit(tr);
    else if (tr.selectionSet && !tr.docChanged && !state.selection.eq(before.selection)) store.seal();
    if (tr.docChanged || !state.selection.eq(before.selection) || tr.storedMarksSet) this.publish();
  }

  private commit(tr: Transaction): void {
    if (this.view.composing) this.sketch();
    else this.write(writingOf(tr));
  }

  /** What an input method composes is shown on the page; it is no part of the document until it is meant. */
  private sketch(): void {
    const edit = this.edit();
    store.sketch(edit ?? null);
    this.since = store.get().revision;
  }

  private endComposition(): void {
    if (this.view.isDestroyed || this.view.composing) return;
    this.write('type');
    store.sketch(null);
    if (this.waiting) this.follow(this.waiting);
  }

  /** What makes the article what the view shows; undefined when it is that already. */
  private edit(): Edit | undefined {
    const { issue } = store.get();
    const article = issue && itemOf(issue, 'articles', this.id);
    const change = article && changeOf(article, textsOf(this.view.state.doc));
    return issue && article && change ? articleEdit(issue, article, change) : undefined;
  }

  private write(writing: ReturnType<typeof writingOf>): void {
    const edit = this.edit();
    if (!edit) return;
    if (writing === 'paste' || writing === 'cut') store.seal();
    this.writing = true;
    store.editSoon(edit, `edit.${writing}`, `story ${writing} ${this.id}`);
    this.writing = false;
    if (writing === 'paste' || writing === 'cut' || writing === 'form') store.seal();
    this.article = itemOf(store.get().issue!, 'articles', this.id) ?? this.article;
    this.since = store.get().revision;
  }

  private key(event: KeyboardEvent): boolean {
    if (event.isComposing) return false;
    const mod = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape' || (mod && event.key === 'Enter')) {
      this.handlers.onLeave();
      return true;
    }
    if (!mod || event.altKey) return false;
    const redo = event.code === 'KeyY' || (event.code === 'KeyZ' && event.shiftKey);
    if (redo) store.redo();
    else if (event.code === 'KeyZ') store.undo();
    else return false;
    return true;
  }

  private publish(): void {
    const { state } = this.view;
    this.handlers.onState(state);
    const [from, to] = [spotAt(state.doc, state.selection.from), spotAt(state.doc, state.selection.to)];
    if (!from || !to) return;
    const ref = { list: 'articles' as const, id: this.id, field: from.field };
    setStoryCaret({ ref, from: from.offset, to: to.field === from.field ? to.offset : from.offset });
  }
}

/** With the caret at the beginning of the paragraphs. */
function begun(article: Article): EditorState {
  const state = EditorState.create({ doc: docOf(article), plugins: [marksPlugin, limits] });
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, bodyRange(state)[0])));
}

function writingOf(tr: Transaction): 'type' | 'delete' | 'paste' | 'cut' | 'form' {
  const event = tr.getMeta('uiEvent') as string | undefined;
  if (tr.getMeta('paste') || event === 'drop') return 'paste';
  if (event === 'cut') return 'cut';
  const maps = tr.mapping.maps;
  let [added, removed] = [0, 0];
  for (const map of maps) {
    map.forEach((start, end, from, to) => {
      removed += end - start;
      added += to - from;
    });
  }
  if (added === removed && tr.before.textContent === tr.doc.textContent) return 'form';
  // What an input method composes, and what is written over a selection, is one writing whatever its length.
  return added === 0 ? 'delete' : 'type';
}

/** What the document has no room for is not written, and that is said. */
const limits = new Plugin({
  filterTransaction(tr) {
    const field = tr.docChanged ? tooLongIn(tr.doc) : undefined;
    if (field) tellTooLong({ list: 'articles', field });
    return field === undefined;
  },
});

/** The first text that is longer than the document allows. */
function tooLongIn(doc: Node): TextField | undefined {
  let lines = 0;
  let field: TextField | undefined;
  doc.forEach(({ type, content }) => {
    const name = (type === schema.nodes.paragraph ? 'body' : type.name) as TextField;
    if (type === schema.nodes.headline) lines++;
    if (content.size > longest({ list: 'articles', field: name })) field ??= name;
  });
  if (lines > MOST_HEAD_LINES) field ??= 'headline';
  return doc.childCount > MOST_PARAGRAPHS ? (field ?? 'body') : field;
}
