/** A list of names (名单): names in columns on the character grid, those of two characters as wide as those of three. */
import type { ArticleParagraph } from '../issue/types';
import { naturalWidth } from '../typeset/index';
import type { StyledText } from '../typeset/types';
import { type BodyLine, bodyLine, type Piece, paragraphLines } from './body-line';
import { type Setting, textOf } from './form-setting';
import { partRuns, plainText } from './runs';
import { compose } from './set-text';

/** Usual width of a name, and the widest that all columns are widened for, characters. */
const USUAL_NAME = 3;
const WIDE_NAME = 4;
/** Share of names of four characters above which all columns hold four. */
const MANY_WIDE = 1 / 4;

interface Name {
  readonly texts: readonly StyledText[];
  readonly width: number;
  /** Space after each character, em. */
  readonly tracking: number;
}

/** Lists that follow each other share their columns. */
export function nameLines(paragraphs: readonly ArticleParagraph[], setting: Setting): BodyLine[] {
  const lists = paragraphs.map((paragraph) => namesOf(paragraph, setting));
  const widths = lists.map((names) => names.map(({ width }) => width));
  return nameRows(widths, setting).flatMap((rows, list) => rowsOfNames(lists[list], rows, setting));
}

/** A name of a list, by its index, and where it starts in its row. */
export interface NamePlace {
  readonly name: number;
  readonly at: number;
}

/**
 * The rows of lists that share their columns, for names of these lengths, points: a name takes as many columns as it is long,
 * one longer than the measure has a row of its own.
 */
export function nameRows(lists: readonly (readonly number[])[], setting: Pick<Setting, 'em' | 'measure'>): NamePlace[][][] {
  const { em, measure } = setting;
  const all = lists.flat();
  const wide = all.filter((length) => length > USUAL_NAME * em + 0.01).length;
  const cell = (wide > all.length * MANY_WIDE ? WIDE_NAME : USUAL_NAME) * em;
  const count = Math.max(1, Math.floor((measure + em + 1e-6) / (cell + em)));
  // Whole characters, so that the names stand on the grid.
  const step = count > 1 ? Math.floor((measure - cell) / (count - 1) / em + 1e-6) * em : measure + em;
  return lists.map((lengths) => {
    const rows: NamePlace[][] = [];
    let next = count;
    lengths.forEach((length, name) => {
      if (next >= count || next * step + length > measure + 0.01) {
        rows.push([]);
        next = 0;
      }
      rows.at(-1)!.push({ name, at: next * step });
      next = length > measure + 0.01 ? count : next + Math.max(1, Math.ceil((length + em - 0.01) / step));
    });
    return rows;
  });
}

/** What parts names: white space or 、, but for the space between the words of a Latin name. */
const BETWEEN_NAMES = /[\s、]{2,}|[、\n]|(?<![\p{Script=Latin}.])\s|\s(?!\p{Script=Latin})/u;

/** The names of a paragraph. */
export function namesOf({ runs }: ArticleParagraph, setting: Setting): Name[] {
  const named = partRuns(runs, BETWEEN_NAMES).filter((name) => name.length > 0);
  return named.map((name) => {
    const texts = textOf(setting, { runs: name });
    const tracking = /^\p{Script=Han}{2}$/u.test(plainText(texts)) ? 1 : 0;
    const width = naturalWidth(texts, { ...setting.style, indent: 0, tracking }, setting.fonts);
    return { texts, width, tracking };
  });
}

function rowsOfNames(names: readonly Name[], rows: readonly (readonly NamePlace[])[], setting: Setting): BodyLine[] {
  const lines = rows.flatMap((places, row) => {
    const placed = places.map(({ name, at }) => ({ name: names[name], x: at }));
    const [first] = placed;
    if (first.name.width <= setting.measure + 0.01) return [rowOf(placed, row === 0, setting)];
    return paragraphLines(compose(first.name.texts, { ...setting.style, indent: 0, align: 'left' }, setting.fonts));
  });
  return lines.map((line, i) => ({ ...line, first: i === 0, last: i === lines.length - 1 }));
}

function rowOf(row: readonly { readonly name: Name; readonly x: number }[], first: boolean, setting: Setting): BodyLine {
  const set = row.map(({ name, x }) => {
    const style = { ...setting.style, indent: 0, align: 'left' as const, tracking: name.tracking };
    return { paragraph: compose(name.texts, style, setting.fonts), x };
  });
  const pieces = set.flatMap(({ paragraph, x }): Piece[] => paragraph.lines.slice(0, 1).map((line) => ({ line, x })));
  const text = `${set.map(({ paragraph }) => paragraph.text).join(' ')} `;
  return bodyLine({ paragraphs: set.map(({ paragraph }) => paragraph), pieces, text, first });
}
