/** A small table (表格) in a column: rows of cells with rules, every line on the grid. */
import type { ArticleParagraph } from '../issue/types';
import { naturalWidth } from '../typeset/index';
import type { Paragraph, ParagraphStyle, StyledText } from '../typeset/types';
import { BLANK_LINE, type BodyLine, bodyLine, lineText, type Piece, paragraphLines, type RowRule } from './body-line';
import { type Setting, textOf } from './form-setting';
import { partRuns } from './runs';
import { compose } from './set-text';

/** White at each side of a cell's text, em; weights of the outer and the inner rules, points. */
const CELL_INSET = 1 / 4;
const OUTER = 0.5;
const INNER = 0.25;
/** What no line of a cell parts: figures with their signs, Latin words, a Han character with the marks beside it. */
const UNITS = /[“‘「『《〈（(]*(?:[^\s\p{Script=Han}\p{Ps}\p{Pi}]+|\p{Script=Han})[^\s\p{Script=Han}\p{L}\p{N}\p{Ps}\p{Pi}]*/gu;
/** Narrowest text of a cell, and what a cell that turns over still gets where it can, em. */
const LEAST_CELL = 1;
const TURNED_CELL = 3;
/** Size of type in a table whose cells do not fit in the body's, of that. */
const SMALL = 7 / 8;
/** Deepest table that stays whole, rows. */
const WHOLE = 12;

interface Column {
  /** Left edge and width of the text, points. */
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'centre';
}

/** Cells of the table, row by row. */
type Cells = readonly (readonly (readonly StyledText[])[])[];

/** Rows that follow each other are one table; a row of white parts it from the text. */
export function tableLines(paragraphs: readonly ArticleParagraph[], setting: Setting): BodyLine[] {
  const cells = paragraphs.map((paragraph) => partRuns(paragraph.runs, /\t/).map((runs) => textOf(setting, { runs })));
  const count = Math.max(...cells.map((row) => row.length));
  const inset = CELL_INSET * setting.em;
  const room = setting.measure - 2 * inset * count;
  if (room < count * LEAST_CELL * setting.em) return cells.flatMap((row) => looseRow(row, setting));
  const body = setting.style;
  const roomy = sum(wishesOf(cells, count, setting, body)) <= room;
  const style = { ...body, indent: 0, size: setting.em * (roomy ? 1 : SMALL) };
  const wishes = wishesOf(cells, count, setting, style);
  const columns = columnsOf(wishes, leastOf(cells, wishes, room, setting, style), room, inset);
  const rows = cells.flatMap((row, i) => rowLines(row, columns, { top: i === 0, foot: i === cells.length - 1 }, setting, style));
  const whole = rows.length <= WHOLE ? rows.map((line, i) => ({ ...line, keep: i < rows.length - 1 })) : rows;
  return [BLANK_LINE, ...whole, BLANK_LINE];
}

/** A row of more cells than the measure holds: running text, cells apart by a space. */
function looseRow(row: readonly (readonly StyledText[])[], { style, fonts }: Setting): BodyLine[] {
  const texts = row.flatMap((cell, i) => (i === 0 || !cell[0] ? cell : [{ ...cell[0], text: ' ' }, ...cell]));
  return paragraphLines(compose(texts, { ...style, indent: 0, align: 'left' }, fonts));
}

/** Widths at which each column's cells stand on one line, points. */
function wishesOf(cells: Cells, count: number, { em, fonts }: Setting, style: ParagraphStyle): number[] {
  const line = { ...style, indent: 0 };
  return Array.from({ length: count }, (_, column) =>
    Math.max(LEAST_CELL * em, ...cells.map((row) => naturalWidth(row[column] ?? [], line, fonts))),
  );
}

/** Widths that the columns do not go below: of their longest unit, and of a few characters where all can have them. */
function leastOf(cells: Cells, wishes: readonly number[], room: number, { em, fonts }: Setting, style: ParagraphStyle): number[] {
  const line = { ...style, indent: 0, policy: 'half' as const }; // marks give up their white at a line's ends
  const unitWidth = (texts: readonly StyledText[]): number =>
    Math.max(
      0,
      ...texts.flatMap((part) => (part.text.match(UNITS) ?? []).map((text) => naturalWidth([{ ...part, text }], line, fonts))),
    );
  const units = wishes.map((_, column) => Math.max(LEAST_CELL * em, ...cells.map((row) => unitWidth(row[column] ?? []))));
  const turned = wishes.map((wish, i) => Math.min(wish, Math.max(units[i]!, TURNED_CELL * em)));
  const least = sum(turned) <= room ? turned : units.map((unit, i) => Math.min(unit, wishes[i]!));
  const share = Math.min(1, room / sum(least));
  return least.map((width) => width * share);
}

function columnsOf(wishes: readonly number[], least: readonly number[], room: number, inset: number): Column[] {
  let x = 0;
  return shareRoom(wishes, room, least).map((width, i) => {
    const column = { x: x + inset, width, align: wishes[i]! <= width + 1e-6 ? ('centre' as const) : ('left' as const) };
    x += width + 2 * inset;
    return column;
  });
}

/**
 * Widths that fill the room: each at least its wish while there is room for all; otherwise the narrow columns get theirs as
 * long as the least width is left for each of the others.
 *
 * @param least width of each column, together no more than the room and each no more than its wish
 */
export function shareRoom(wishes: readonly number[], room: number, least: readonly number[]): number[] {
  const spare = room - sum(wishes);
  if (spare >= 0) return wishes.map((wish) => wish + spare / wishes.length);
  const order = wishes.map((_, i) => i).sort((a, b) => wishes[a]! - wishes[b]! || a - b);
  const widths = [...least];
  let left = room - sum(least);
  for (const column of order) {
    const more = Math.min(left, wishes[column]! - least[column]!);
    widths[column]! += more;
    left -= more;
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The lines of a table row, kept together, cells in the middle of its depth; rules at its top and foot and between cells. */
function rowLines(
  row: readonly (readonly StyledText[])[],
  columns: readonly Column[],
  edge: { readonly top: boolean; readonly foot: boolean },
  setting: Setting,
  style: ParagraphStyle,
): BodyLine[] {
  const set = columns.map(({ width, align }, i) => compose(row[i] ?? [], { ...style, measure: width, align }, setting.fonts));
  const depth = Math.max(1, ...set.map(({ lines }) => lines.length));
  return Array.from({ length: depth }, (_, i) =>
    bodyLine({
      paragraphs: i === 0 ? set : [],
      pieces: set.flatMap((cell, column) => cellPiece(cell, columns[column], i - offsetOf(cell, depth))),
      rules: rowRules(columns, { top: edge.top && i === 0, foot: edge.foot && i === depth - 1 }, i, depth, setting),
      text: set
        .map((cell) => cellText(cell, i - offsetOf(cell, depth)))
        .join(' ')
        .trim(),
      first: i === 0,
      last: i === depth - 1,
      keep: i < depth - 1,
    }),
  );
}

function offsetOf({ lines }: Paragraph, depth: number): number {
  return Math.floor((depth - lines.length) / 2);
}

function cellPiece({ lines }: Paragraph, { x }: Column, at: number): Piece[] {
  return lines[at] ? [{ line: lines[at], x }] : [];
}

function cellText(cell: Paragraph, at: number): string {
  return cell.lines[at] ? lineText(cell, at) : '';
}

/** Rules stand in the middle of the white between the rows. */
function rowRules(
  columns: readonly Column[],
  edge: { readonly top: boolean; readonly foot: boolean },
  index: number,
  depth: number,
  { em, pitch, measure }: Setting,
): RowRule[] {
  const top = (em - pitch) / 2;
  const foot = top + pitch;
  const inset = CELL_INSET * em;
  const across = (y: number, weight: number): RowRule => ({ x1: 0, y1: y, x2: measure, y2: y, weight });
  const down = (x: number, weight: number): RowRule => ({ x1: x, y1: top, x2: x, y2: foot, weight });
  return [
    ...(index === 0 ? [across(top, edge.top ? OUTER : INNER)] : []),
    ...(index === depth - 1 ? [across(foot, edge.foot ? OUTER : INNER)] : []),
    down(OUTER / 2, OUTER),
    ...columns.slice(1).map(({ x }) => down(x - inset, INNER)),
    down(measure - OUTER / 2, OUTER),
  ];
}
