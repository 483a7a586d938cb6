/** The text of a story's block: all that is left in the last part, as much as there is room for in one that another follows. */
import type { Block } from '../issue/types';
import { type ArticleSpace, freeRows, type HeadPlace, type PicturePlace, type RowSpans, rowSpans } from './article-space';
import { type BodyLine, paragraphLines, textFrom } from './body-line';
import { type Flow, flowColumns, type PlacedLine, type Slot } from './columns';
import type { Context } from './context';
import { FACE } from './faces';
import { flowAround, openAround, wideSlots } from './flow-around';
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
  /** Text without a place. */
  readonly lost: string;
  /** What the next part begins with. */
  readonly rest: TextRest;
}

export function flowStory(context: Context, room: TextRoom, text: TextRest, following: Following | undefined): StoryFlow {
  const spans = narrowedSpans(context, room);
  const whole = spans ? flowAround(text, context, spans) : flowWhole(context, room, text);
  if (!following || whole.lost === '') return { ...whole, rest: noText(text.article) };
  const slots: readonly Slot[] = spans ? wideSlots(spans) : freeSlots(context, room);
  const jump = jumpLines(context, room.space.measure, following.jump, slots);
  const open = slots.slice(0, slots.length - jump.length);
  const { placed, parted, rest } = spans
    ? openAround(text, context, wideSlots(spans).slice(0, open.length))
    : openColumns(context, room, text, open, following.otherMeasure);
  const flow = { placed: [...placed, ...jump], rest: placed.length, emptyRows: 0, partings: parted };
  return { flow, lost: '', rest };
}

/** Free parts of rows where a neighbour takes a part of a wide column; undefined where all rows are whole. */
export function narrowedSpans({ grid }: Context, { block, space, head, places }: TextRoom): RowSpans | undefined {
  if (block.cuts.length === 0) return undefined;
  const spans = rowSpans(grid, block, space, head, places);
  return spans.some((rows) => rows.some((span) => span && span.width < space.measure)) ? spans : undefined;
}

function flowWhole(context: Context, room: TextRoom, text: TextRest): { readonly flow: Flow; readonly lost: string } {
  const { lines, from } = linesLeft(text, context, room.space.measure);
  const left = from === 0 ? lines : lines.slice(from);
  const flow = flowColumns(left, freeRows(context.grid, room.block, room.space, room.head, room.places));
  return { flow, lost: textFrom(left, flow.rest) };
}

function freeSlots({ grid }: Context, { block, space, head, places }: TextRoom): Slot[] {
  const free = freeRows(grid, block, space, head, places);
  return free.flatMap((rows, column) => rows.flatMap((open, row) => (open ? [{ column, row }] : [])));
}

function openColumns(
  context: Context,
  { space }: TextRoom,
  text: TextRest,
  slots: readonly Slot[],
  otherMeasure: boolean,
): OpenFlow {
  const lines = linesLeft(text, context, space.measure);
  return flowOpen(text, lines, lines.from, slots, otherMeasure);
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
