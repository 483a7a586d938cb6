/** Keys of the story editor. What moves the caret is the browser's; here stands what changes the text. */
import { deleteSelection, joinBackward, joinForward, toggleMark } from 'prosemirror-commands';
import { keydownHandler } from 'prosemirror-keymap';
import type { MarkType } from 'prosemirror-model';
import { type Command, type EditorState, TextSelection } from 'prosemirror-state';
import type { FormChoice, MarkChoice } from '../state/body-forms';
import { schema } from './schema';

/** A paragraph or a line of the headline is parted; other texts of the head are one line: the caret goes on to the next. */
const breakText: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  const name = $from.parent.type.name;
  if (name !== 'paragraph' && name !== 'headline') return goToNext(1)(state, dispatch);
  if ($from.parent.type !== $to.parent.type) return deleteSelection(state, dispatch);
  if (!dispatch) return true;
  const tr = state.tr.deleteSelection();
  const at = tr.selection.from;
  const after = $from.parent.attrs.form === 'drop' ? [{ type: schema.nodes.paragraph!, attrs: { form: 'text' } }] : undefined;
  tr.split(at, 1, after);
  // A heading is over with its paragraph.
  if (tr.selection.$from.parent.content.size === 0) tr.setStoredMarks([]);
  dispatch(tr.scrollIntoView());
  return true;
};

/** The caret goes to the end of the next text of the head, or to the paragraphs. */
function goToNext(step: 1 | -1): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    const index = $from.index(0) + step;
    if (index < 0 || index >= state.doc.childCount) return true;
    let position = 0;
    for (let i = 0; i < index; i++) position += state.doc.child(i).nodeSize;
    dispatch?.(
      state.tr.setSelection(TextSelection.create(state.doc, position + 1 + state.doc.child(index).content.size)).scrollIntoView(),
    );
    return true;
  };
}

/** Paragraphs join paragraphs, lines of the headline lines of the headline; nothing else joins. */
function joining(step: -1 | 1, join: Command): Command {
  return (state, dispatch, view) => {
    const { $from, empty } = state.selection;
    const edge = step < 0 ? $from.parentOffset === 0 : $from.parentOffset === $from.parent.content.size;
    if (!empty || !edge) return false;
    const index = $from.index(0) + step;
    const neighbour = index < 0 || index >= state.doc.childCount ? undefined : state.doc.child(index);
    if (neighbour?.type !== $from.parent.type) return true;
    // The head's lines are apart for everything but this.
    if (neighbour.type === schema.nodes.headline) {
      const at = step < 0 ? $from.before() : $from.after();
      dispatch?.(state.tr.join(at).scrollIntoView());
      return true;
    }
    return join(state, dispatch, view);
  };
}

/** All paragraphs, or the text of the head that the caret is in. */
const selectAll: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.depth > 0 && $from.parent.type !== schema.nodes.paragraph) {
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, $from.start(), $from.end())));
    return true;
  }
  const [first, last] = bodyRange(state);
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, first, last)));
  return true;
};

/** From the first character of the paragraphs to behind the last. */
export function bodyRange({ doc }: Pick<EditorState, 'doc'>): readonly [from: number, to: number] {
  let from = 1;
  doc.forEach((node, at) => {
    if (node.type.name === 'credit') from = at + node.nodeSize + 1;
  });
  return [from, doc.content.size - 1];
}

/** Gives the paragraphs of the selection a form. */
export function setForm(form: FormChoice): Command {
  return (state, dispatch) => {
    const { from, to } = state.selection;
    const tr = state.tr;
    state.doc.nodesBetween(from, to, (node, at) => {
      if (node.type === schema.nodes.paragraph && node.attrs.form !== form) tr.setNodeMarkup(at, undefined, { form });
      return false;
    });
    if (!tr.docChanged) return false;
    dispatch?.(tr);
    return true;
  };
}

/** Switches a mark of the selected characters. */
export function setMark(choice: MarkChoice | 'link'): Command {
  const { type, attrs } = markOf(choice);
  return (state, dispatch) => {
    const has = isMarked(state, choice);
    // Of marks that exclude each other the other one goes.
    if (!has && state.selection.empty) return toggleMark(type, attrs)(state, dispatch);
    const { from, to } = state.selection;
    if (state.selection.empty) return toggleMark(type, attrs)(state, dispatch);
    dispatch?.(has ? state.tr.removeMark(from, to, type) : state.tr.addMark(from, to, type.create(attrs)));
    return true;
  };
}

function markOf(choice: MarkChoice | 'link'): { readonly type: MarkType; readonly attrs?: { readonly [name: string]: string } } {
  if (choice === 'dots' || choice === 'underline') return { type: schema.marks[choice]! };
  if (choice === 'super' || choice === 'sub') return { type: schema.marks.script!, attrs: { script: choice } };
  return { type: schema.marks.form!, attrs: { form: choice } };
}

/** Whether all selected characters carry a mark, or the next one typed would. */
export function isMarked(state: EditorState, choice: MarkChoice | 'link'): boolean {
  const { type, attrs } = markOf(choice);
  const mark = type.create(attrs);
  const { from, to, empty, $from } = state.selection;
  if (empty) return mark.isInSet(state.storedMarks ?? $from.marks());
  let all = true;
  let some = false;
  state.doc.nodesBetween(from, to, (node) => {
    if (!node.isText) return;
    some = true;
    all &&= mark.isInSet(node.marks);
  });
  return some && all;
}

/** Form of the paragraph that the selection starts in; undefined in the head. */
export function formOf({ selection: { $from } }: EditorState): FormChoice | undefined {
  return $from.parent.type === schema.nodes.paragraph ? ($from.parent.attrs.form as FormChoice) : undefined;
}

const insertTab: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.parent.attrs.form !== 'row') return goToNext(1)(state, dispatch);
  dispatch?.(state.tr.insertText('\t').scrollIntoView());
  return true;
};

const firstThat =
  (...commands: readonly Command[]): Command =>
  (state, dispatch, view) =>
    commands.some((command) => command(state, dispatch, view));

export const takeKey = keydownHandler({
  Enter: breakText,
  'Shift-Enter': breakText,
  Backspace: firstThat(deleteSelection, joining(-1, joinBackward)),
  'Mod-Backspace': joining(-1, joinBackward),
  Delete: firstThat(deleteSelection, joining(1, joinForward)),
  Tab: insertTab,
  'Shift-Tab': goToNext(-1),
  'Mod-a': selectAll,
  'Mod-b': setMark('bold'),
  'Mod-u': setMark('underline'),
  'Mod-Alt-k': setMark('kai'),
  'Mod-Alt-1': setMark('heading'),
  'Mod-Alt-2': setMark('subheading'),
});
