/** Flows an article over columns whose rows differ in width: text beside what bites into a wide column. */
import type { Article, Run } from '../issue/types';
import type { RowSpans, Span } from './article-space';
import { authorOf, bodyLines, endOfGroup } from './body';
import { type BodyLine, textFrom } from './body-line';
import { type Flow, fill, type PlacedLine, type Slot } from './columns';
import type { Context } from './context';
import { breakBefore, type OpenFlow } from './open-flow';
import { noText, restFrom, type TextRest } from './text-rest';

/** Rows that a stretch of equal width may leave empty to keep lines together. */
const SPARE = 2;

/** A free row with the part of it that text may take. */
export interface WideSlot extends Slot {
  readonly span: Span;
}

export interface Around {
  readonly flow: Flow;
  /** Text without a place. */
  readonly lost: string;
}

/** All columns end on the same row where there is room to spare, as near to the top as the text allows. */
export function flowAround(text: TextRest, context: Context, spans: RowSpans): Around {
  const slots = wideSlots(spans);
  const above = (foot: number, spare: number) =>
    setAround(
      inRuns(text),
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

/** The rows of all columns that text may take, column by column. */
export function wideSlots(spans: RowSpans): WideSlot[] {
  return spans.flatMap((rows, column) => rows.flatMap((span, row) => (span ? [{ column, row, span }] : [])));
}

/** As `flowAround`, in a part that another part follows: the slots do not hold the whole text. */
export function openAround(text: TextRest, context: Context, slots: readonly WideSlot[]): OpenFlow {
  const { placed, parted, rest, back } = setAround(inRuns(text), context, slots, SPARE);
  return { placed: placed.slice(0, placed.length - back), parted, rest };
}

interface Setting extends OpenFlow {
  readonly lost: string;
  /** Lines at the end of `placed` that `rest` begins with: a break has no other place. */
  readonly back: number;
}

function inRuns({ article, continued }: TextRest): TextRest {
  return { article: { ...article, byline: { lead: '', credit: '' }, paragraphs: withByline(article) }, continued };
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
function setAround(text: TextRest, context: Context, slots: readonly WideSlot[], spare: number): Setting {
  const placed: PlacedLine[] = [];
  let parted = 0;
  let rest = text;
  let at = 0;
  while (at < slots.length) {
    const { width } = slots[at].span;
    const lines = bodyLines(rest.article, context, width, rest.continued);
    const end = stretchEnd(slots, at);
    const filled = fill(lines, slots.slice(at, end), spare);
    const across = formAcross(rest, lines, filled.rest, slots, at, end, context);
    if (across) {
      placed.push(...across.placed);
      at = across.at;
      rest = across.rest;
      continue;
    }
    for (const line of filled.placed) placed.push(shifted(line, slots[at].span));
    parted += filled.parted;
    const held = holdForm(lines, filled.rest, slots, end, width);
    placed.push(...held.placed);
    const source = lines[held.next]?.source;
    at = held.at;
    if (!source || at >= slots.length) return { placed, parted, ...brokenOff(rest, lines, held.next) };
    rest = restFrom(rest.article, source);
  }
  const lost = textFrom(bodyLines(rest.article, context, context.grid.columnWidth, rest.continued), 0);
  return { placed, parted, rest, lost, back: 0 };
}

/** What is left when the slots end before the line `next`. */
function brokenOff(text: TextRest, lines: readonly BodyLine[], next: number): Pick<Setting, 'lost' | 'rest' | 'back'> {
  if (next >= lines.length) return { lost: '', rest: noText(text.article), back: 0 };
  const at = breakBefore(lines, next, true);
  const source = lines[at].source;
  return {
    lost: textFrom(lines, next),
    rest: at === 0 || !source ? text : restFrom(text.article, source),
    back: lines.slice(at, next).filter(({ blank }) => !blank).length,
  };
}

/** Where rows of another width or another place begin. */
function stretchEnd(slots: readonly WideSlot[], at: number): number {
  const { x, width } = slots[at].span;
  let end = at + 1;
  while (end < slots.length && slots[end].span.width === width && slots[end].span.x === x) end++;
  return end;
}

/**
 * A table, a list, a note or a pull quote that begins above a neighbour and ends beside it is set as wide as both stretches
 * are; undefined where nothing of that kind is cut.
 */
function formAcross(
  { article }: TextRest,
  lines: readonly BodyLine[],
  next: number,
  slots: readonly WideSlot[],
  at: number,
  end: number,
  context: Context,
): { readonly placed: readonly PlacedLine[]; readonly rest: TextRest; readonly at: number } | undefined {
  const [before, after] = [slots[end - 1], slots[end]];
  const source = lines.slice(0, next).findLast((line) => line.source)?.source;
  if (!source || !isWhole(article.paragraphs[source.paragraph]) || after?.column !== before.column) return undefined;
  const first = lines.findIndex((line) => line.source?.paragraph === source.paragraph);
  const begun = restFrom(article, { paragraph: source.paragraph, offset: 0 });
  if (next >= first + formLength(begun.article, lines.slice(first), source.paragraph)) return undefined;
  const x = Math.max(before.span.x, after.span.x);
  const width = Math.min(before.span.x + before.span.width, after.span.x + after.span.width) - x;
  const whole = bodyLines(begun.article, context, Math.max(width, context.grid.em));
  const length = formLength(begun.article, whole, 0);
  const above = fill(lines.slice(0, first), slots.slice(at, end), 0).placed;
  const white = above.length > 0 && lines[first].blank ? 1 : 0;
  const start = at + above.length + white;
  const room = slots.slice(start, start + length);
  const stands = room.length === length && room.every((slot) => slot.column === before.column && covers(slot.span, x, width));
  if (width <= 0 || !stands) return undefined;
  const form = room.map((slot, i) => shifted({ ...slot, line: whole[i] }, { x, width }));
  const following = whole[length]?.source;
  const rest = following ? restFrom(begun.article, following) : jumpOf(begun);
  return { placed: [...above.map((line) => shifted(line, before.span)), ...form], rest, at: start + length };
}

/** Forms that are read as one thing. */
function isWhole({ form }: Article['paragraphs'][number]): boolean {
  return form === 'row' || form === 'names' || form === 'note' || form === 'quote';
}

/** Lines of the form that opens an article; their sources count its paragraphs from `base`. */
function formLength({ paragraphs, jump }: Article, lines: readonly BodyLine[], base: number): number {
  const end = base + endOfGroup(paragraphs, 0);
  const length = lines.findIndex(({ source }) => source !== undefined && source.paragraph >= end);
  return length >= 0 ? length : lines.length - (jump === '' ? 0 : 1);
}

function covers(span: Span, x: number, width: number): boolean {
  return span.x <= x + 0.01 && span.x + span.width >= x + width - 0.01;
}

/** Nothing but the jump line is left. */
function jumpOf({ article }: TextRest): TextRest {
  return { article: { ...article, paragraphs: [] }, continued: true };
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

/** A line moved to where the free part of its row begins. */
export function shifted({ column, row, line }: PlacedLine, { x }: Span): PlacedLine {
  if (x === 0) return { column, row, line };
  const pieces = line.pieces.map((piece) => ({ ...piece, x: piece.x + x }));
  const rules = line.rules.map((rule) => ({ ...rule, x1: rule.x1 + x, x2: rule.x2 + x }));
  return { column, row, line: { ...line, pieces, rules } };
}
