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
  const { em, measure } = setting;
  const all = lists.flat();
  const wide = all.filter(({ width }) => width > USUAL_NAME * em + 0.01).length;
  const cell = (wide > all.length * MANY_WIDE ? WIDE_NAME : USUAL_NAME) * em;
  const count = Math.max(1, Math.floor((measure + em + 1e-6) / (cell + em)));
  // Whole characters, so that the names stand on the grid.
  const step = count > 1 ? Math.floor((measure - cell) / (count - 1) / em + 1e-6) * em : measure + em;
  return lists.flatMap((names) => rowsOfNames(names, count, step, setting));
}

/** The names of a paragraph: parted by white space or 、. */
function namesOf({ runs }: ArticleParagraph, setting: Setting): Name[] {
  const named = partRuns(runs, /[\s、]+/u).filter((name) => name.length > 0);
  return named.map((name) => {
    const texts = textOf(setting, { runs: name });
    const tracking = /^\p{Script=Han}{2}$/u.test(plainText(texts)) ? 1 : 0;
    const width = naturalWidth(texts, { ...setting.style, indent: 0, tracking }, setting.fonts);
    return { texts, width, tracking };
  });
}

/** Fills row after row; a name takes as many columns as it is wide, one wider than the measure has lines of its own. */
function rowsOfNames(names: readonly Name[], count: number, step: number, setting: Setting): BodyLine[] {
  const rows: BodyLine[] = [];
  let row: { readonly name: Name; readonly x: number }[] = [];
  let next = 0;
  const endRow = () => {
    if (row.length > 0) rows.push(rowOf(row, rows.length === 0, setting));
    row = [];
    next = 0;
  };
  for (const name of names) {
    const cells = Math.max(1, Math.ceil((name.width + setting.em - 0.01) / step));
    if (next * step + name.width > setting.measure + 0.01 || next >= count) endRow();
    if (name.width > setting.measure + 0.01) {
      rows.push(...paragraphLines(compose(name.texts, { ...setting.style, indent: 0, align: 'left' }, setting.fonts)));
      continue;
    }
    row.push({ name, x: next * step });
    next += cells;
  }
  endRow();
  return rows.map((line, i) => ({ ...line, first: i === 0, last: i === rows.length - 1 }));
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
