/** Flows an article over columns whose rows differ in width: text beside what bites into a wide column. */
import type { Article, Run } from '../issue/types';
import type { RowSpans, Span } from './article-space';
import { authorOf, bodyLines } from './body';
import { type BodyLine, type BodySource, textFrom } from './body-line';
import { type Flow, fill, type PlacedLine, type Slot } from './columns';
import type { Context } from './context';
import { splitRuns } from './runs';

/** Rows that a stretch of equal width may leave empty to keep lines together. */
const SPARE = 2;

interface WideSlot extends Slot {
  readonly span: Span;
}

export interface Around {
  readonly flow: Flow;
  /** Text without a place. */
  readonly lost: string;
}

/** All columns end on the same row where there is room to spare, as near to the top as the text allows. */
export function flowAround(article: Article, context: Context, spans: RowSpans): Around {
  const whole = { ...article, byline: { lead: '', credit: '' }, paragraphs: withByline(article) };
  const slots = spans.flatMap((rows, column) => rows.flatMap((span, row) => (span ? [{ column, row, span }] : [])));
  const above = (foot: number, spare: number) =>
    setAround(
      whole,
      context,
      slots.filter(({ row }) => row < foot),
      spare,
    );
  let high = Math.max(0, ...spans.map((rows) => rows.length));
  let best = above(high, SPARE);
  if (best.lost !== '') return finished(above(high, 0), slots.length);
  for (let low = 0; low < high; ) {
    const foot = (low + high) >> 1;
    const set = above(foot, SPARE);
    if (set.lost === '') {
      high = foot;
      best = set;
    } else low = foot + 1;
  }
  return finished(best, slots.length);
}

interface Setting {
  readonly placed: readonly PlacedLine[];
  readonly parted: number;
  readonly lost: string;
}

function finished({ placed, parted, lost }: Setting, slots: number): Around {
  return { flow: { placed, rest: placed.length, emptyRows: slots - placed.length, partings: parted }, lost };
}

/** A byline that opens the text, as runs of its first paragraph. */
function withByline(article: Article): Article['paragraphs'] {
  const { byline, paragraphs } = article;
  if (authorOf(article) !== '') return paragraphs;
  const runs: Run[] = [
    { text: byline.lead, form: 'bold' as const },
    { text: byline.credit, form: 'kai' as const },
  ].filter(({ text }) => text !== '');
  const first = paragraphs[0];
  if (runs.length === 0) return paragraphs;
  if (!first || first.form || first.verse) return [{ runs }, ...paragraphs];
  return [{ ...first, runs: [...runs, ...first.runs] }, ...paragraphs.slice(1)];
}

/** Stretch by stretch: the rest of the article is set at each width, as many lines of it as stand there. */
function setAround(article: Article, context: Context, slots: readonly WideSlot[], spare: number): Setting {
  const placed: PlacedLine[] = [];
  let parted = 0;
  let rest = article;
  let continued = false;
  let at = 0;
  while (at < slots.length) {
    const { width } = slots[at].span;
    const lines = bodyLines(rest, context, width, continued);
    const end = stretchEnd(slots, at);
    const filled = fill(lines, slots.slice(at, end), spare);
    for (const line of filled.placed) placed.push(shifted(line, slots[at].span));
    parted += filled.parted;
    const held = holdForm(lines, filled.rest, slots, end, width);
    placed.push(...held.placed);
    const source = lines[held.next]?.source;
    if (!source) return { placed, parted, lost: textFrom(lines, held.next) };
    rest = restFrom(rest, source);
    continued = source.offset > 0;
    at = held.at;
    if (at >= slots.length) return { placed, parted, lost: textFrom(lines, held.next) };
  }
  return { placed, parted, lost: textFrom(bodyLines(rest, context, context.grid.columnWidth, continued), 0) };
}

/** Where rows of another width or another place begin. */
function stretchEnd(slots: readonly WideSlot[], at: number): number {
  const { x, width } = slots[at].span;
  let end = at + 1;
  while (end < slots.length && slots[end].span.width === width && slots[end].span.x === x) end++;
  return end;
}

/** A table, a list or a note that a stretch cuts goes on at its own measure, past the rows that are too narrow for it. */
function holdForm(
  lines: readonly BodyLine[],
  from: number,
  slots: readonly WideSlot[],
  start: number,
  width: number,
): { readonly placed: readonly PlacedLine[]; readonly next: number; readonly at: number } {
  const placed: PlacedLine[] = [];
  let next = from;
  let at = start;
  while (next < lines.length && !lines[next].source && at < slots.length) {
    const slot = slots[at++];
    if (slot.span.width < width - 0.01) continue;
    placed.push(shifted({ ...slot, line: lines[next] }, slot.span));
    next++;
  }
  return { placed, next, at };
}

function shifted({ column, row, line }: PlacedLine, { x }: Span): PlacedLine {
  if (x === 0) return { column, row, line };
  const pieces = line.pieces.map((piece) => ({ ...piece, x: piece.x + x }));
  const rules = line.rules.map((rule) => ({ ...rule, x1: rule.x1 + x, x2: rule.x2 + x }));
  return { column, row, line: { ...line, pieces, rules } };
}

/** The article from a place in its text on. */
function restFrom(article: Article, { paragraph, offset }: BodySource): Article {
  const [first, ...others] = article.paragraphs.slice(paragraph);
  const runs = offset > 0 ? splitRuns(first.runs, offset).tail : first.runs;
  return { ...article, paragraphs: [{ ...first, runs }, ...others] };
}
