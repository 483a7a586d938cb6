/** What comes from the clipboard or is dropped into the story: from other programs it is cleaned, from this editor it keeps its forms. */
import { Fragment, type Node, Slice } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import { pastedText } from '../../engine/manuscript/paste';
import { tableRows } from '../../engine/manuscript/table-rows';
import { writable } from '../state/field-edits';
import { store } from '../state/store';
import { schema } from './schema';

/** Written by ProseMirror into what it copies. */
const OWN = 'data-pm-slice';

/** Whether the data was taken. */
export function takePaste(view: EditorView, data: DataTransfer | null, at?: number): boolean {
  const html = data?.getData('text/html') ?? '';
  if (html.includes(OWN)) return false;
  const off = new Set(store.get().issue?.paper.words?.cleanOff ?? []);
  const text = (html === '' ? undefined : pastedText(html, off)) ?? data?.getData('text/plain') ?? '';
  if (text === '') return false;
  insertText(view, text, at);
  return true;
}

function insertText(view: EditorView, text: string, at: number | undefined): void {
  const { state } = view;
  const $from = at === undefined ? state.selection.$from : state.doc.resolve(at);
  const { parent } = $from;
  const field = parent.type === schema.nodes.paragraph ? 'body' : parent.type === schema.nodes.headline ? 'headline' : 'kicker';
  const lines = writable({ list: 'articles', id: '', field }, text)
    .split('\n')
    .map((line) => (parent.attrs.form === 'row' ? line : line.trim()))
    .filter((line) => line !== '');
  const tr = state.tr.setMeta('paste', true).setMeta('uiEvent', 'paste');
  if (at === undefined) tr.deleteSelection();
  const place = at === undefined ? tr.selection.from : at;
  const marks = state.storedMarks ?? $from.marks();
  const isBody = parent.type === schema.nodes.paragraph;
  const isRowAlready = parent.attrs.form === 'row';
  const rows = tableRows(lines);
  const content = lines.map((line, index) => {
    if (!isBody || !rows[index] || isRowAlready) return parent.type.create(parent.attrs, schema.text(line, isBody ? marks : []));
    return parent.type.create(
      { ...parent.attrs, form: 'row' },
      schema.text(line, rows[index] === 'head' ? [schema.marks.form.create({ form: 'bold' })] : []),
    );
  });
  // Rows of a table stand for themselves; running text goes on in the paragraph that it is put into.
  const open = (node: Node | undefined) => (node?.attrs.form === parent.attrs.form ? 1 : 0);
  tr.replace(place, place, new Slice(Fragment.from(content), open(content[0]), open(content.at(-1))));
  view.dispatch(tr.scrollIntoView());
}
