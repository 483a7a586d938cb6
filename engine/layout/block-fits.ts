/** Blocks other than articles: what of them stands, and what does not. */
import type { Advertisement, Block } from '../issue/types';
import { headDepth, LINE_STEP } from './advertisement-plan';
import { fitOf } from './article';
import { articleSpace, freeRows } from './article-space';
import { textFrom } from './body';
import { BRIEFS_HEAD_ROWS, briefsLines } from './briefs';
import { type Caption, cutCaption } from './caption';
import { type Flow, flowColumns } from './columns';
import { type Context, need } from './context';
import { boxOf } from './grid';
import { captionRowsBelow, divideRows, GROUP_CAPTION_GAP, GROUP_TAB_ROWS, type GroupPlan, planGroup } from './group-plan';
import { type NoticePart, type NoticePlan, planNotice } from './notice-plan';
import type { BlockFit, LayoutRemark } from './types';

export const PLAIN_FORM = {
  head: 'second',
  size: 0,
  lines: [],
  headRows: 0,
  headColumns: 0,
  deck: true,
  pictures: [],
  box: 'none',
  textColumns: 0,
} as const;

export interface BriefsLayout {
  readonly flow: Flow;
  readonly fit: BlockFit;
}

export function layBriefs(context: Context, block: Block, articles: readonly string[]): BriefsLayout {
  const { grid, fonts } = context;
  const space = articleSpace(grid, block, PLAIN_FORM);
  const lines = briefsLines(
    articles.map((id) => need(context.articles, id)),
    grid.em,
    space.measure,
    fonts,
  );
  const flow = flowColumns(lines, freeRows(grid, block, space, space.columns, BRIEFS_HEAD_ROWS, []));
  const lost = flow.rest < lines.length ? [textFrom(lines, flow.rest)] : [];
  return { flow, fit: fitOf(block, lost, flow.emptyRows, []) };
}

export interface GroupLayout {
  readonly plan: GroupPlan;
  /** Baseline rows of each row of pictures, and the first row of the caption, from the block's top. */
  readonly pictureRows: readonly number[];
  readonly caption: Caption;
  readonly captionRow: number;
  readonly fit: BlockFit;
}

export function layGroup(context: Context, block: Block, id: string): GroupLayout {
  const group = need(context.groups, id);
  const plan = planGroup(context.grid, group, block.rect.columns, context.fonts);
  const room = block.rect.rows - GROUP_TAB_ROWS;
  const least = Math.min(room, plan.pattern.length * 2);
  const pictures = plan.pattern.length === 0 ? 0 : Math.max(least, room - captionRowsBelow(plan));
  const pictureRows = pictures >= plan.pattern.length ? divideRows(plan, pictures) : [];
  const gap = plan.captionCell || pictures === 0 ? 0 : GROUP_CAPTION_GAP;
  const captionRoom = plan.captionCell ? (pictureRows.at(-1) ?? 0) : Math.max(0, room - pictures - gap);
  const { caption, lost } = cutCaption(plan.caption, captionRoom);
  const remarks: LayoutRemark[] = group.pictures
    .filter((slot) => !context.photos.has(slot.photo))
    .map((slot) => ({ rule: 'picture-missing', detail: String(slot.number) }));
  return { plan, pictureRows, caption, captionRow: GROUP_TAB_ROWS + pictures + gap, fit: fitOf(block, [lost], 0, remarks) };
}

export interface NoticeLayout {
  readonly plan: NoticePlan;
  /** Parts that stand, with their rows from the block's top. */
  readonly parts: readonly { readonly part: NoticePart; readonly row: number }[];
  readonly fit: BlockFit;
}

/** Parts stand from the top down, spare rows divided between them. */
export function layNotice(context: Context, block: Block, id: string): NoticeLayout {
  const plan = planNotice(context.grid, need(context.notices, id), block.rect.columns, context.fonts);
  return spreadNotice(block, plan, 1 - context.grid.em / context.grid.pitch);
}

/** `lead`: the white between rows, in rows; the box ends that much above its last row's end. */
function spreadNotice(block: Block, plan: NoticePlan, lead: number): NoticeLayout {
  const room = block.rect.rows;
  const between = gapsBetween(plan.parts);
  const gaps = between.reduce((sum, gap) => sum + gap, 0);
  const spare = Math.max(0, room - 2 - plan.rows);
  const white = gaps === 0 ? 0 : Math.min(1, spare / gaps);
  let row = Math.max(0, (room - plan.rows - white * gaps) / 2);
  const parts: { part: NoticePart; row: number }[] = [];
  const lost: string[] = [];
  plan.parts.forEach((part, i) => {
    row += between[i] * white;
    // Running text stands on the page's rows.
    if (part.kind === 'text') row = Math.round(row);
    const fits = cutPart(part, part.kind === 'text' ? room - row : room - row - lead);
    if (fits.part) parts.push({ part: fits.part, row });
    if (fits.lost !== '') lost.push(fits.lost);
    row += part.rows;
  });
  return { plan, parts, fit: fitOf(block, lost, 0, []) };
}

/** 1 where white separates a part from the one before it, else 0. */
function gapsBetween(parts: readonly NoticePart[]): number[] {
  return parts.map((part, i) => (i === 0 || (part.kind === 'line' && parts[i - 1].kind === 'line') ? 0 : 1));
}

/** What of a part stands in so many rows, and the text of the rest. */
function cutPart(part: NoticePart, room: number): { part: NoticePart | undefined; lost: string } {
  if (part.rows <= room + 1e-6) return { part, lost: '' };
  if (part.kind === 'title') return { part: undefined, lost: part.text };
  if (part.kind === 'line') return { part: undefined, lost: part.texts.join(' ') };
  if (part.kind === 'poster') return { part: undefined, lost: [part.label, ...part.values].join(' ').trim() };
  const rows = Math.max(0, Math.floor(room));
  const lost = part.paragraph.text.slice(part.paragraph.lines[rows].start);
  return { part: rows > 0 ? { ...part, rows } : undefined, lost };
}

export interface AdvertisementLayout {
  readonly advertisement: Advertisement;
  /** Number of text lines that stand below the large line. */
  readonly lines: number;
  readonly fit: BlockFit;
}

/** Text lines give way to the label and the large line. */
export function layAdvertisement(context: Context, block: Block, id: string): AdvertisementLayout {
  const advertisement = need(context.advertisements, id);
  const picture = context.photos.has(advertisement.photo);
  const { height } = boxOf(context.grid, block.rect);
  const room = height / context.grid.scale - headDepth(advertisement);
  const lines = picture ? advertisement.lines.length : Math.max(0, Math.floor(room / LINE_STEP));
  const lost = advertisement.lines.slice(lines);
  const missing = advertisement.photo !== '' && !picture ? [{ rule: 'picture-missing', detail: advertisement.photo }] : [];
  return { advertisement, lines: Math.min(lines, advertisement.lines.length), fit: fitOf(block, lost, 0, missing) };
}
