/** Paragraphs apart from the text: the editor's note (编者按) in a frame, the pull quote (引语) between two rules. */
import type { ArticleParagraph } from '../issue/types';
import type { Line } from '../typeset/types';
import { type BodyLine, bodyLine, lineText, paragraphLines, type RowRule } from './body-line';
import { narrowed, type Setting } from './form-setting';
import { formTexts } from './form-texts';
import { BASELINE } from './grid';
import { compose } from './set-text';

const NOTE = { inset: 1, weight: 0.5, narrow: 9, narrowInset: 0.5 };
/** Notes that follow each other share a frame, whose edges run through the middle of an empty row. */
export function noteLines(paragraphs: readonly ArticleParagraph[], setting: Setting): BodyLine[] {
  const { em, pitch, measure } = setting;
  const inset = (measure < NOTE.narrow * em ? NOTE.narrowInset : NOTE.inset) * em;
  const inner = narrowed(setting, 2 * inset);
  const lines = paragraphs.flatMap((paragraph) => {
    return paragraphLines(compose(formTexts(inner, paragraph), inner.style, setting.fonts), inset);
  });
  if (lines.length === 0) return [];
  const middle = em / 2;
  const across: RowRule = { x1: 0, y1: middle, x2: measure, y2: middle, weight: NOTE.weight };
  const sides = (y1: number, y2: number): RowRule[] =>
    [NOTE.weight / 2, measure - NOTE.weight / 2].map((x) => ({ x1: x, y1, x2: x, y2, weight: NOTE.weight }));
  const open = bodyLine({ rules: [across, ...sides(middle, pitch)], keep: true });
  const close = bodyLine({ rules: [across, ...sides(0, middle)] });
  const held = lines.map((line, i) => ({ ...line, rules: sides(0, pitch), keep: i === lines.length - 1 }));
  return [open, ...held, close];
}

const QUOTE = {
  /** Points of a 9 pt body, and the rows from one baseline to the next. */
  size: 12 / 9,
  rows: 1.5,
  inset: 0.5,
  weight: 0.35,
  topWeight: 1.5,
};

/** A pull quote: larger 楷, centred, a heavy rule above and a thin one below, each in the middle of a row. */
export function quoteLines(paragraphs: readonly ArticleParagraph[], setting: Setting): BodyLine[] {
  return paragraphs.flatMap((paragraph) => quote(paragraph, setting));
}

function quote(paragraph: ArticleParagraph, setting: Setting): BodyLine[] {
  const { em, pitch, measure } = setting;
  const inset = QUOTE.inset * em;
  const inner = narrowed(setting, 2 * inset);
  const size = Math.min(QUOTE.size * em, inner.measure);
  const texts = formTexts(inner, paragraph).map((part) => ({
    ...part,
    size: Math.min(part.size ?? size, inner.measure),
  }));
  const set = compose(texts, { ...inner.style, size, indent: 0, align: 'centre' }, setting.fonts);
  if (set.lines.length === 0) return [];
  const leading = QUOTE.rows * pitch;
  const rows = Math.ceil(set.lines.length * QUOTE.rows - 1e-6);
  const top = (rows * pitch - set.lines.length * leading) / 2 + (leading - size) / 2 - (pitch - em) / 2;
  const across = (weight: number): RowRule => ({ x1: 0, y1: em / 2, x2: measure, y2: em / 2, weight });
  const open = bodyLine({ paragraphs: [set], rules: [across(QUOTE.topWeight)], keep: true });
  const close = bodyLine({ rules: [across(QUOTE.weight)] });
  const text = Array.from({ length: rows }, (_, row) => {
    const placed = set.lines.flatMap((line, i) => placedOn(line, i, top + i * leading, row, pitch));
    const lower = (y: number) => y - row * pitch + BASELINE * (size - em);
    return bodyLine({
      pieces: placed.map(({ line, y }) => ({ line, x: inset, lower: lower(y) })),
      text: placed.map(({ index }) => lineText(set, index)).join(''),
      first: row === 0,
      last: row === rows - 1,
      keep: true,
    });
  });
  return [open, ...text, close];
}

/** The line if its em box starts in a row. */
function placedOn(line: Line, index: number, y: number, row: number, pitch: number) {
  return Math.max(0, Math.floor(y / pitch + 1e-6)) === row ? [{ line, index, y }] : [];
}
