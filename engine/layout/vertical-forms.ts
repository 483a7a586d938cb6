/** Lists of names (名单) and rows of a table in vertical text: their parts start at the same heights in every line. */
import type { ArticleParagraph } from '../issue/types';
import { composeVertical, type VerticalTextLine } from '../typeset/index';
import type { StyledText } from '../typeset/types';
import { nameRows, namesOf } from './form-names';
import { type Setting, textOf } from './form-setting';
import { partRuns, plainText } from './runs';

/** White between the cells of a row at least, em. */
const CELL_GAP = 1;

/** A line with its text. */
export interface FormLine {
  readonly line: VerticalTextLine;
  readonly text: string;
}

interface Part {
  readonly texts: readonly StyledText[];
  readonly tracking: number;
  /** Top below the line's, points. */
  readonly at: number;
}

/** Lists that follow each other; undefined when a name is longer than a line. */
export function verticalNames(paragraphs: readonly ArticleParagraph[], setting: Setting): FormLine[] | undefined {
  const lists = paragraphs.map((paragraph) => namesOf(paragraph, setting));
  if (lists.flat().some(({ width }) => width > setting.measure + 0.01)) return undefined;
  const widths = lists.map((names) => names.map(({ width }) => width));
  return nameRows(widths, setting).flatMap((rows, list) =>
    rows.map((places) =>
      lineOf(
        places.map(({ name, at }) => ({ ...lists[list][name], at })),
        setting,
      ),
    ),
  );
}

/** Rows of a table, each a line without rules; undefined when the cells do not fit into one. */
export function verticalRows(paragraphs: readonly ArticleParagraph[], setting: Setting): FormLine[] | undefined {
  const cells = paragraphs.map(({ runs }) => partRuns(runs, /\t/).map((part) => textOf(setting, { runs: part })));
  const columns = Math.max(...cells.map((row) => row.length));
  const starts: number[] = [];
  let next = 0;
  for (let column = 0; column < columns; column++) {
    starts.push(next);
    next += Math.max(0, ...cells.map((row) => heightOf(row[column] ?? [], setting))) + CELL_GAP * setting.em;
  }
  if (next - CELL_GAP * setting.em > setting.measure + 0.01) return undefined;
  return cells.map((row) =>
    lineOf(
      row.map((texts, column) => ({ texts, tracking: 0, at: starts[column] })),
      setting,
    ),
  );
}

function heightOf(texts: readonly StyledText[], { style, fonts }: Setting): number {
  return composeVertical(texts, style, fonts).height;
}

function lineOf(parts: readonly Part[], { style, fonts }: Setting): FormLine {
  const set = parts.map((part) => ({
    ...part,
    line: composeVertical(part.texts, { ...style, tracking: part.tracking }, fonts),
  }));
  const glyphs = set.flatMap(({ line, at }) => line.glyphs.map((glyph) => ({ ...glyph, y: glyph.y + at })));
  const fallbacks = set.flatMap(({ line }) => line.fallbacks);
  const height = Math.max(0, ...set.map(({ line, at }) => at + line.height));
  const text = parts.map(({ texts }) => plainText(texts)).join(' ');
  return { line: { glyphs, gaps: [], fallbacks, height, start: 0, end: text.length, offset: 0 }, text };
}
