/** A stretch of an article's running text replaced, by its offsets in `flatBody`: the forms of type and paragraphs stay. */
import type { ArticleParagraph, Run } from '../../engine/issue/index';
import { splitRuns } from '../../engine/layout/runs';
import { tableRows } from '../../engine/manuscript/table-rows';

/** A place in a body: its paragraph and the offset (UTF-16) in that one's text. */
interface Place {
  readonly paragraph: number;
  readonly offset: number;
}

const NO_PARAGRAPH: ArticleParagraph = { runs: [] };

/** The paragraph and the offset in it of an offset in the whole text; those out of bounds are the nearest inside. */
export function placeIn(paragraphs: readonly ArticleParagraph[], offset: number): Place {
  let before = 0;
  for (const [paragraph, { runs }] of paragraphs.entries()) {
    const length = lengthOf(runs);
    if (offset <= before + length || paragraph === paragraphs.length - 1) {
      return { paragraph, offset: Math.min(length, Math.max(0, offset - before)) };
    }
    before += length + 1;
  }
  return { paragraph: 0, offset: 0 };
}

function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}

/**
 * The paragraphs with `from … to` replaced by a text, whose line feeds part paragraphs. New text takes the form of what
 * it replaces, else of the character before it, at a paragraph's start that of the one after it; what goes on behind a run-in heading or a link is plain.
 * A paragraph without text stays until `withoutEmpty`. Lines with tabs that are paragraphs of their own become rows of a table.
 */
export function replacedInBody(
  paragraphs: readonly ArticleParagraph[],
  from: number,
  to: number,
  text: string,
): readonly ArticleParagraph[] {
  const [start, end] = [placeIn(paragraphs, from), placeIn(paragraphs, Math.max(from, to))];
  const first = paragraphs[start.paragraph] ?? NO_PARAGRAPH;
  const last = paragraphs[end.paragraph] ?? NO_PARAGRAPH;
  const { head, tail: taken } = splitRuns(first.runs, start.offset);
  const { tail } = splitRuns(last.runs, end.offset);
  const lines = text.split('\n');
  const replaces = start.paragraph < end.paragraph || start.offset < end.offset;
  const look = lookFor(replaces ? taken[0] : undefined, head, tail, lines.length > 1);
  // What stays of a paragraph that is emptied up to its end is that of the next one.
  const kind = head.length === 0 && end.paragraph > start.paragraph ? last : first;
  const rows = tableRows(lines);
  const made = lines.map((line, i): ArticleParagraph => {
    const isWhole = (i > 0 || head.length === 0) && (i < lines.length - 1 || tail.length === 0);
    if (isWhole && rows[i] && kind.form !== 'row')
      return { form: 'row', runs: [{ form: rows[i] === 'head' ? 'bold' : 'plain', text: line }] };
    const added: Run[] = line === '' ? [] : [{ ...(i === 0 ? look.first : look.others), text: line }];
    const runs = [...(i === 0 ? head : []), ...added, ...(i === lines.length - 1 ? tail : [])];
    return { ...kindOf(kind, i), runs: joined(runs) };
  });
  return [...paragraphs.slice(0, start.paragraph), ...made, ...paragraphs.slice(end.paragraph + 1)];
}

/**
 * A text that is pasted over `from … to` of a body, with line feeds around a table's rows, so that they stand for themselves. Among
 * rows they join those that are there.
 */
export function withTableApart(paragraphs: readonly ArticleParagraph[], from: number, to: number, text: string): string {
  const [start, end] = [placeIn(paragraphs, from), placeIn(paragraphs, Math.max(from, to))];
  const last = paragraphs[end.paragraph] ?? NO_PARAGRAPH;
  if (paragraphs[start.paragraph]?.form === 'row') return text;
  const rows = tableRows(text.split('\n'));
  const before = start.offset > 0 && rows[0] ? '\n' : '';
  const after = end.offset < lengthOf(last.runs) && rows.at(-1) ? '\n' : '';
  return `${before}${text}${after}`;
}

type Look = Omit<Run, 'text'>;
const PLAIN: Look = { form: 'plain' };

/** A heading at a paragraph's end is over with the paragraph. */
function lookFor(
  replaced: Run | undefined,
  head: readonly Run[],
  tail: readonly Run[],
  parts: boolean,
): { readonly first: Look; readonly others: Look } {
  const before = head.at(-1);
  const after = tail[0];
  if (replaced && !parts) return { first: lookOf(replaced), others: PLAIN };
  const model = before ?? after;
  if (!model) return { first: PLAIN, others: PLAIN };
  const ends = before !== undefined && (after === undefined || !sameLook(before, after));
  const first = ends && before.form === 'link' ? PLAIN : lookOf(model);
  return { first, others: parts && ends ? (after ? lookOf(after) : PLAIN) : first };
}

function lookOf({ text: _, ...look }: Run): Look {
  return look;
}

/** What follows a paragraph that was divided has its form, but a second sunk character. */
function kindOf({ runs: _, ...kind }: ArticleParagraph, index: number): Omit<ArticleParagraph, 'runs'> {
  return index > 0 && kind.form === 'drop' ? {} : kind;
}

/** Neighbours of one form as one run. */
function joined(runs: readonly Run[]): readonly Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last && sameLook(last, run)) all[all.length - 1] = { ...last, text: last.text + run.text };
    else all.push(run);
  }
  return all;
}

function sameLook(a: Look, b: Look): boolean {
  return a.form === b.form && a.dots === b.dots && a.underline === b.underline && a.script === b.script && a.size === b.size;
}

/** Without paragraphs that hold nothing; the white between stanzas is a line of verse. The same list when there are none. */
export function withoutEmpty(paragraphs: readonly ArticleParagraph[]): readonly ArticleParagraph[] {
  const isFull = ({ runs, verse }: ArticleParagraph) => verse || runs.some(({ text }) => text.trim() !== '');
  return paragraphs.every(isFull) ? paragraphs : paragraphs.filter(isFull);
}
