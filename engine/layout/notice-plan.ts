/** Notice boxes (启事, 热线): what stands on which row. */
import type { FontSet } from '../fonts/types';
import type { Notice } from '../issue/types';
import { BODY } from '../typeset/index';
import type { Paragraph } from '../typeset/types';
import { FACE } from './faces';
import { columnsWidth, type Grid } from './grid';
import { compose, setOnOneLine } from './set-text';
import type { RowRange } from './types';

type Entry = Notice['entries'][number];

/** A part of the box and its depth in rows. */
export type NoticePart =
  | { readonly kind: 'title'; readonly rows: number; readonly text: string }
  | { readonly kind: 'text'; readonly rows: number; readonly paragraph: Paragraph }
  /** Label above a large value. */
  | { readonly kind: 'poster'; readonly rows: number; readonly entry: Entry }
  /** Label and value in small type: on one line where they fit, otherwise below each other. */
  | { readonly kind: 'line'; readonly rows: number; readonly entry: Entry; readonly texts: readonly string[] };

export interface NoticePlan {
  readonly parts: readonly NoticePart[];
  /** Inset at left and right and width of the text, points. */
  readonly inset: number;
  readonly measure: number;
  /** Rows of the parts without white. */
  readonly rows: number;
}

/** Depth of the parts in rows; titles and posters bring their own white. */
export const NOTICE_ROWS = { title: 2, posterLabel: 1.5, posterValue: 2, posterSmallValue: 1, line: 1 };
/** Size of small lines: wished, and least before a line is broken; points of a 9 pt body. */
export const LINE_SIZE = { wished: 8, least: 6.5 };
/** Rows that stay empty along the top and the foot of the box together. */
export const NOTICE_INSET_ROWS = 2;

export function planNotice(grid: Grid, notice: Notice, columns: number, fonts: FontSet): NoticePlan {
  const inset = grid.em * (columns > 1 ? 2 : 1);
  const measure = columnsWidth(grid, columns) - 2 * inset;
  const parts: NoticePart[] = [];
  if (notice.title !== '') parts.push({ kind: 'title', rows: NOTICE_ROWS.title, text: notice.title });
  if (notice.text !== '') parts.push(textPart(grid, notice.text, measure, fonts));
  const poster = notice.text === '' && columns > 1;
  for (const entry of notice.entries) parts.push(poster ? posterPart(entry) : linePart(grid, entry, measure, fonts));
  return { parts, inset, measure, rows: parts.reduce((sum, part) => sum + part.rows, 0) };
}

function textPart(grid: Grid, text: string, measure: number, fonts: FontSet): NoticePart {
  const style = { ...BODY, size: grid.em, measure };
  const paragraph = compose([{ text, face: FACE.fang }], style, fonts);
  return { kind: 'text', rows: paragraph.lines.length, paragraph };
}

function linePart(grid: Grid, entry: Entry, measure: number, fonts: FontSet): NoticePart {
  const fits = (text: string, size: number) =>
    setOnOneLine([{ text, face: FACE.heiMedium }], size * grid.scale, 0, fonts).width <= measure;
  const together = `${entry.label} ${entry.value}`.trim();
  const value = fits(entry.value, LINE_SIZE.least) ? [entry.value] : entry.value.split(/(?<=@)/);
  const apart = entry.label === '' ? value : [entry.label, ...value];
  const texts = fits(together, LINE_SIZE.wished) ? [together] : apart;
  return { kind: 'line', rows: NOTICE_ROWS.line * texts.length, entry, texts };
}

function posterPart(entry: Entry): NoticePart {
  const value = entry.kind === 'phone' ? NOTICE_ROWS.posterValue : NOTICE_ROWS.posterSmallValue;
  return { kind: 'poster', rows: (entry.label === '' ? 0 : NOTICE_ROWS.posterLabel) + value, entry };
}

/** Rows that the box may take: its text with a row of white between the parts. */
export function noticeRows(plan: NoticePlan): RowRange {
  const least = Math.ceil(plan.rows) + NOTICE_INSET_ROWS;
  const between = Math.max(0, groupsOf(plan.parts) - 1);
  return { least, best: least + between, most: least + between + 4 };
}

/** Parts that white separates: small lines stand together. */
export function groupsOf(parts: readonly NoticePart[]): number {
  return parts.filter((part, i) => !(part.kind === 'line' && parts[i - 1]?.kind === 'line')).length;
}
