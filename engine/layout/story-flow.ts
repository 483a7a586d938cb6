/** The text of a story's block: all that is left in the last part, as much as there is room for in one that another follows. */
import { countCharacters } from '../issue/characters';
import type { Block } from '../issue/types';
import { type ArticleSpace, freeRows, type HeadPlace, type PicturePlace, type RowSpans, rowSpans } from './article-space';
import { type BodyLine, paragraphLines, textFrom } from './body-line';
import { type Flow, flowColumns, type PlacedLine, type Slot } from './columns';
import type { Context } from './context';
import { FACE } from './faces';
import { flowAround, openAround, shifted, wideSlots } from './flow-around';
import { settingOf } from './form-setting';
import { flowOpen, type OpenFlow } from './open-flow';
import { compose } from './set-text';
import { linesLeft, noText, type TextRest } from './text-rest';

/** Where the text of a block stands. */
export interface TextRoom {
  readonly block: Block;
  readonly space: ArticleSpace;
  readonly head: HeadPlace;
  /** Pictures and quotes that it runs around. */
  readonly places: readonly PicturePlace[];
}

/** What a part must know of those that follow it. */
export interface Following {
  /** One of them sets the text at another measure. */
  readonly otherMeasure: boolean;
  /** `（下转第3版）`; empty where the text goes on on the same page or over the fold. */
  readonly jump: string;
}

export interface StoryFlow {
  readonly flow: Flow;
  /** Text without a place, and the rows that it would take. */
  readonly lost: string;
  readonly lostRows: number;
  /** What the next part begins with. */
  readonly rest: TextRest;
}

export function flowStory(context: Context, room: TextRoom, text: TextRest, following: Following | undefined): StoryFlow {
  const spans = narrowedSpans(context, room);
  return spans ? flowBeside(context, room, text, spans, following) : flowLevel(context, room, text, following);
}

/** Over whole columns. */
function flowLevel(context: Context, room: TextRoom, text: TextRest, following: Following | undefined): StoryFlow {
  const { block, space, head, places } = room;
  const free = freeRows(context.grid, block, space, head, places);
  const slots = free.flatMap((rows, column) => rows.flatMap((open, row) => (open ? [{ column, row }] : [])));
  const lines = linesLeft(text, context, space.measure);
  const left = lines.from === 0 ? lines.lines : lines.lines.slice(lines.from);
  if (!following || left.filter(({ blank }) => !blank).length <= slots.length) {
    const flow = flowColumns(left, free);
    const lost = textFrom(left, flow.rest);
    const lostRows = left.slice(flow.rest).filter(({ blank }) => !blank).length;
    if (!following || lost === '') return { flow, lost, lostRows, rest: noText(text.article) };
  }
  const jump = jumpLines(context, space.measure, following.jump, slots);
  const open = slots.slice(0, slots.length - jump.length);
  return openFlow(flowOpen(text, lines, lines.from, open, following.otherMeasure), jump);
}

/** Over columns in which neighbours stand. */
function flowBeside(
  context: Context,
  { space }: TextRoom,
  text: TextRest,
  spans: RowSpans,
  following: Following | undefined,
): StoryFlow {
  const whole = flowAround(text, context, spans);
  const lostRows = Math.ceil((countCharacters(whole.lost) * context.grid.em) / space.measure);
  if (!following || whole.lost === '') return { ...whole, lostRows, rest: noText(text.article) };
  const slots = wideSlots(spans);
  const last = slots.at(-1)?.span ?? { x: 0, width: space.measure };
  const jump = jumpLines(context, last.width, following.jump, slots).map((line) => shifted(line, last));
  return openFlow(openAround(text, context, slots.slice(0, slots.length - jump.length)), jump);
}

/** A part that is full: rows which the break leaves empty are none for more text. */
function openFlow({ placed, parted, rest }: OpenFlow, jump: readonly PlacedLine[]): StoryFlow {
  return {
    flow: { placed: [...placed, ...jump], rest: placed.length, emptyRows: 0, partings: parted },
    lost: '',
    lostRows: 0,
    rest,
  };
}

/** Free parts of rows where a neighbour takes a part of a wide column; undefined where all rows are whole. */
function narrowedSpans({ grid }: Context, { block, space, head, places }: TextRoom): RowSpans | undefined {
  if (block.cuts.length === 0) return undefined;
  const spans = rowSpans(grid, block, space, head, places);
  return spans.some((rows) => rows.some((span) => span && span.width < space.measure)) ? spans : undefined;
}

/** The jump at the right of the last rows. */
function jumpLines(context: Context, measure: number, jump: string, slots: readonly Slot[]): PlacedLine[] {
  if (jump === '') return [];
  const { style, fonts } = settingOf(context, measure);
  const lines: BodyLine[] = paragraphLines(
    compose([{ text: jump, face: FACE.kai }], { ...style, indent: 0, align: 'right' }, fonts),
  );
  const foot = slots.slice(Math.max(0, slots.length - lines.length));
  return foot.map((slot, i) => ({ ...slot, line: lines[i] }));
}
