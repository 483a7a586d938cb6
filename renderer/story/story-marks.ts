/** What is marked in the story's text: rows and columns of the page, text without a place, findings of the text checks, changes. */
import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { ProofFinding } from '../../engine/proofread';
import type { PlacedTextLine } from '../canvas/text/caret';
import { positionOf, stretchesOf } from './article-doc';
import type { Change } from './story-changes';

/** All that is marked; places are those of the article's texts. */
export interface StoryFacts {
  readonly lines: readonly PlacedTextLine[];
  /** The story has text without a place. */
  readonly overset: boolean;
  readonly findings: readonly ProofFinding[];
  readonly changes: readonly Change[];
  readonly words: {
    readonly head: (name: string) => string;
    readonly row: (row: number) => string;
    readonly column: (column: number, page: number) => string;
    readonly finding: (finding: ProofFinding) => string;
  };
}

export const marksKey = new PluginKey<DecorationSet>('marks');

/** Marks move with the text until they are told anew. */
export const marksPlugin = new Plugin<DecorationSet>({
  key: marksKey,
  state: {
    init: () => DecorationSet.empty,
    apply: (tr, set) => (tr.getMeta(marksKey) as DecorationSet | undefined) ?? set.map(tr.mapping, tr.doc),
  },
  props: { decorations: (state: EditorState) => marksKey.getState(state) },
});

export function marksOf(doc: Node, facts: StoryFacts): DecorationSet {
  const stretches = stretchesOf(doc);
  const body = facts.lines.filter(({ ref }) => ref.field === 'body');
  return DecorationSet.create(doc, [
    ...labels(doc, stretches, body, facts),
    ...columnBreaks(stretches, body, facts),
    ...oversetText(stretches, body, facts),
    ...findingMarks(stretches, facts),
    ...changeMarks(stretches, facts),
  ]);
}

type Stretches = ReturnType<typeof stretchesOf>;

/** The names of the head's texts and the rows on which paragraphs begin, at the left. */
function labels(doc: Node, stretches: Stretches, body: readonly PlacedTextLine[], { words }: StoryFacts): Decoration[] {
  const rows = rowsOf(body);
  let row = 0;
  return stretches.map(({ field, from, length, offset, index }) => {
    const node = doc.nodeAt(from - 1)!;
    const at = from - 1;
    if (field !== 'body') {
      const label = field === 'headline' && index > 0 ? '' : words.head(field);
      return Decoration.node(at, at + node.nodeSize, { 'data-label': label, ...(length === 0 && { 'data-empty': label }) });
    }
    while (row < rows.length && endOf(rows[row]!) <= offset) row++;
    const own = rows[row] && rows[row]!.start <= offset + length ? row + 1 : 0;
    return Decoration.node(at, at + node.nodeSize, { 'data-label': own > 0 && length > 0 ? words.row(own) : '' });
  });
}

const endOf = ({ start, stops }: PlacedTextLine) => start + stops.length - 1;

/** Lines without those that stand beside another on the same row. */
function rowsOf(body: readonly PlacedTextLine[]): readonly PlacedTextLine[] {
  return body.filter((line, i) => {
    const before = body[i - 1];
    return !before || before.from !== line.from || before.slot?.column !== line.slot?.column || before.block !== line.block;
  });
}

function columnBreaks(stretches: Stretches, body: readonly PlacedTextLine[], { words }: StoryFacts): Decoration[] {
  let column = 1;
  return body.flatMap((line, i) => {
    const before = body[i - 1];
    if (!before || (before.slot?.column === line.slot?.column && before.block === line.block)) return [];
    column++;
    const at = positionOf(stretches, { field: 'body', offset: line.start });
    const label = words.column(column, before.page === line.page ? 0 : line.page);
    return at === undefined
      ? []
      : [Decoration.widget(at, () => columnMark(label), { side: -1, key: `column ${label}`, ignoreSelection: true })];
  });
}

function columnMark(label: string): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'story-column';
  mark.dataset.label = label;
  mark.contentEditable = 'false';
  return mark;
}

/** From the last line that stands on. */
function oversetText(stretches: Stretches, body: readonly PlacedTextLine[], { overset }: StoryFacts): Decoration[] {
  if (!overset) return [];
  const last = Math.max(0, ...body.map(endOf));
  return stretches.flatMap(({ field, from, length, offset }) => {
    if (field !== 'body' || offset + length <= last) return [];
    return [Decoration.inline(Math.max(from, from + last - offset), from + length, { class: 'story-overset' })];
  });
}

function findingMarks(stretches: Stretches, { findings, words }: StoryFacts): Decoration[] {
  return findings.flatMap((finding, at) => {
    const stretch = stretches.find(({ field, index }) => field === finding.field && index === finding.index);
    if (!stretch || finding.to > stretch.length) return [];
    const attributes = {
      class: 'story-finding',
      'data-tone': finding.severity,
      'data-finding': String(at),
      'aria-label': words.finding(finding),
    };
    return [Decoration.inline(stretch.from + finding.from, stretch.from + finding.to, attributes)];
  });
}

function changeMarks(stretches: Stretches, { changes }: StoryFacts): Decoration[] {
  return changes.flatMap((change) => {
    const at = positionOf(stretches, { field: change.field, offset: change.from });
    if (at === undefined) return [];
    if (change.kind === 'added') {
      return stretches.flatMap(({ field, from, length, offset }) => {
        if (field !== change.field) return [];
        const [start, end] = [Math.max(offset, change.from), Math.min(offset + length, change.from + change.text.length)];
        return start < end ? [Decoration.inline(from + start - offset, from + end - offset, { class: 'story-added' })] : [];
      });
    }
    return [
      Decoration.widget(at, () => removedText(change.text), { side: -1, key: `removed ${change.text}`, ignoreSelection: true }),
    ];
  });
}

function removedText(text: string): HTMLElement {
  const mark = document.createElement('del');
  mark.className = 'story-removed';
  mark.contentEditable = 'false';
  mark.textContent = text.replaceAll('\n', '¶');
  return mark;
}
