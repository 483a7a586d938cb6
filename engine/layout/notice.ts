/** Notice boxes (启事, 热线): what stands on which row. */
import type { Block, Notice } from '../issue/types';
import type { Paragraph } from '../typeset/types';
import { type Context, need } from './context';
import { FACE } from './faces';
import { fitOf } from './fit';
import { columnsWidth } from './grid';
import { type PlannedCode, planCode } from './link-code';
import { compose, setOnOneLine } from './set-text';
import type { BlockFit, LayoutRemark, RowRange } from './types';

type Entry = Notice['entries'][number];

/** A part of the box and its depth in rows. */
export type NoticePart =
  | { readonly kind: 'title'; readonly rows: number; readonly text: string }
  | { readonly kind: 'text'; readonly rows: number; readonly paragraph: Paragraph }
  /** Label above a large value: what the box is for. */
  | {
      readonly kind: 'poster';
      readonly rows: number;
      readonly entry: number;
      readonly label: string;
      readonly values: readonly string[];
      readonly type: NoticeType;
    }
  /** Label and value in small type below running text: on one line where they fit, otherwise below each other. */
  | { readonly kind: 'line'; readonly rows: number; readonly entry: number; readonly texts: readonly string[] }
  | { readonly kind: 'code'; readonly rows: number; readonly code: PlannedCode };

export interface NoticePlan {
  readonly parts: readonly NoticePart[];
  /** Inset at left and right and width of the text, points. */
  readonly inset: number;
  readonly measure: number;
  /** Rows of the parts without white. */
  readonly rows: number;
  /** Size of all type, and of its rows, to the usual. */
  readonly grown: number;
}

/** Face, size for a 9 pt body, and depth in rows of a line of display type. */
export interface NoticeType {
  readonly face: string;
  readonly size: number;
  readonly rows: number;
}

/** Titles bring their own white. */
export const NOTICE_TYPES = {
  title: { face: FACE.heiBlack, size: 15, rows: 2 },
  label: { face: FACE.heiBold, size: 11, rows: 1.5 },
  line: { face: FACE.heiMedium, size: 8, rows: 1 },
} as const;
/** Values by the box: in one column, and in more. */
const VALUES = {
  phone: [
    { face: FACE.songBlack, size: 17, rows: 1.6 },
    { face: FACE.songBlack, size: 24, rows: 2 },
  ],
  other: [
    { face: FACE.heiMedium, size: 8, rows: 1 },
    { face: FACE.heiMedium, size: 10.5, rows: 1 },
  ],
} as const;
/** Smallest type of a line before it is broken after its @, points of a 9 pt body. */
const LEAST_SIZE = 6.5;
/** Sizes of type to the usual, the largest first, of which a box takes what fills it: a few small lines look lost in a deep one. */
const GROWN = [1.5, 4 / 3, 7 / 6, 1] as const;
/** Rows that stay empty along the top and the foot of the box together. */
const NOTICE_INSET_ROWS = 2;

/** What stands in a notice over so many columns, its type `grown` times as large as usual. */
export function planNotice(context: Context, notice: Notice, columns: number, grown = 1): NoticePlan {
  const { grid, fonts } = context;
  const inset = grid.em * (columns > 1 ? 2 : 1);
  const measure = columnsWidth(grid, columns) - 2 * inset;
  const fits: Fits = (text, face, size) => setOnOneLine([{ text, face }], size * grown * grid.scale, 0, fonts).width <= measure;
  const parts: NoticePart[] = [];
  if (notice.title !== '') parts.push({ kind: 'title', rows: NOTICE_TYPES.title.rows, text: notice.title });
  if (notice.text !== '') parts.push(textPart(context, notice.text, measure, grown));
  for (const [at, entry] of notice.entries.entries())
    parts.push(notice.text === '' ? posterPart(entry, at, columns, fits) : linePart(entry, at, fits));
  const code = planCode(grid, notice.code, measure);
  const set = parts.map((part) => ({ ...part, rows: part.rows * grown }));
  if (code) set.push({ kind: 'code', rows: code.rows, code });
  return { parts: set, inset, measure, rows: sum(set.map((part) => part.rows)), grown };
}

/** The plan for a box of so many columns and rows: with the largest type at which all stands with its white. */
function fittingPlan(context: Context, notice: Notice, { columns, rows }: Block['rect']): NoticePlan {
  for (const grown of GROWN) {
    const plan = planNotice(context, notice, columns, grown);
    if (grown === 1 || noticeRows(plan).best <= rows) return plan;
  }
  return planNotice(context, notice, columns);
}

type Fits = (text: string, face: string, size: number) => boolean;

function textPart({ grid, fonts, text: style }: Context, text: string, measure: number, grown: number): NoticePart {
  const paragraph = compose([{ text, face: FACE.fang }], { ...style, size: grid.em * grown, measure }, fonts);
  return { kind: 'text', rows: paragraph.lines.length, paragraph };
}

function linePart(entry: Entry, at: number, fits: Fits): NoticePart {
  const { face, size, rows } = NOTICE_TYPES.line;
  const together = `${entry.label} ${entry.value}`.trim();
  const apart = [entry.label, ...brokenValue(entry.value, face, fits)].filter((text) => text !== '');
  const texts = fits(together, face, size) ? [together] : apart;
  return { kind: 'line', rows: rows * texts.length, entry: at, texts };
}

function posterPart(entry: Entry, at: number, columns: number, fits: Fits): NoticePart {
  const type = VALUES[entry.kind === 'phone' ? 'phone' : 'other'][columns > 1 ? 1 : 0];
  const values = brokenValue(entry.value, type.face, fits);
  const rows = (entry.label === '' ? 0 : NOTICE_TYPES.label.rows) + values.length * type.rows;
  return { kind: 'poster', rows, entry: at, label: entry.label, values, type };
}

/** A long address is broken after its @. */
function brokenValue(value: string, face: string, fits: Fits): readonly string[] {
  return fits(value, face, LEAST_SIZE) ? [value] : value.split(/(?<=@)/);
}

/** Rows that the box may take: its text with a row of white between the parts. */
export function noticeRows(plan: NoticePlan): RowRange {
  const least = Math.ceil(plan.rows) + NOTICE_INSET_ROWS;
  const between = sum(gapsBetween(plan.parts));
  return { least, best: least + between, most: least + between + 4 };
}

export interface NoticeLayout {
  readonly notice: Notice;
  readonly plan: NoticePlan;
  /** Parts that stand, with their rows from the block's top. */
  readonly parts: readonly { readonly part: NoticePart; readonly row: number }[];
  readonly fit: BlockFit;
}

/** Parts stand from the top down, spare rows divided between them. */
export function layNotice(context: Context, block: Block, id: string): NoticeLayout {
  const notice = need(context.notices, id);
  const plan = fittingPlan(context, notice, block.rect);
  return { notice, ...spreadNotice(block, plan, 1 - context.grid.em / context.grid.pitch) };
}

/** `lead`: the white between rows, in rows; the box ends that much above its last row's end. */
function spreadNotice(block: Block, plan: NoticePlan, lead: number): Omit<NoticeLayout, 'notice'> {
  const room = block.rect.rows;
  const between = gapsBetween(plan.parts);
  const gaps = sum(between);
  const spare = Math.max(0, room - NOTICE_INSET_ROWS - plan.rows);
  const white = gaps === 0 ? 0 : Math.min(1, spare / gaps);
  let row = Math.max(0, (room - plan.rows - white * gaps) / 2);
  const parts: { part: NoticePart; row: number }[] = [];
  const lost: string[] = [];
  plan.parts.forEach((part, i) => {
    row += between[i] * white;
    // Running text of the page's size stands on the page's rows.
    if (part.kind === 'text' && plan.grown === 1) row = Math.round(row);
    const fits = cutPart(part, part.kind === 'text' ? room - row : room - row - lead);
    if (fits.part) parts.push({ part: fits.part, row });
    if (fits.lost !== '') lost.push(fits.lost);
    row += part.rows;
  });
  return { plan, parts, fit: fitOf(block, lost, 0, plan.parts.flatMap(codeRemarks)) };
}

function codeRemarks(part: NoticePart): LayoutRemark[] {
  return part.kind === 'code' && part.code.dense ? [{ rule: 'code-dense', detail: part.code.code.link }] : [];
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
  if (part.kind === 'code') return { part: undefined, lost: part.code.code.link };
  if (part.kind === 'poster') return { part: undefined, lost: [part.label, ...part.values].join(' ').trim() };
  const rows = Math.max(0, Math.floor(room));
  const lost = part.paragraph.text.slice(part.paragraph.lines[rows].start);
  return { part: rows > 0 ? { ...part, rows } : undefined, lost };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
