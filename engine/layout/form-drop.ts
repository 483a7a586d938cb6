/** Text whose first lines are shorter than the others: the sunk first character (首字下沉), the turned-over line of verse. */
import type { ArticleParagraph } from '../issue/types';
import type { StyledText } from '../typeset/types';
import { type BodyLine, bodyLine, type Piece, paragraphLines } from './body-line';
import { FACE } from './faces';
import { type Setting, textOf } from './form-setting';
import { BASELINE } from './grid';
import { plainText, styledFrom } from './runs';
import { compose } from './set-text';

/** Rows that a sunk character fills, and its white at the right, em. */
const DROP = { rows: 2, white: 1 / 4 };
/** Narrowest column that a character sinks in, characters. */
const LEAST_MEASURE = 8;

/** What sinks: a character with the mark that opens before it, a figure or letter only where none follows it. */
const INITIAL = /^[“‘「『《〈（【〔]?(?:[\p{Script=Han}々〇]|[\p{L}\p{N}](?![\p{Script=Latin}\p{N}]))/u;

/** The first character over two rows at the left; a paragraph without two lines beside it is plain. */
export function dropLines(paragraph: ArticleParagraph, setting: Setting): BodyLine[] {
  const { fonts, style } = setting;
  return sunkLines(paragraph, setting) ?? paragraphLines(compose(textOf(setting, paragraph), style, fonts));
}

/** Whether the first character of a paragraph finds room to sink. */
export function sinks(paragraph: ArticleParagraph, setting: Setting): boolean {
  return sunkLines(paragraph, setting) !== undefined;
}

function sunkLines(paragraph: ArticleParagraph, setting: Setting): BodyLine[] | undefined {
  const { em, pitch, measure, fonts, style } = setting;
  const texts = textOf(setting, paragraph);
  const initial = INITIAL.exec(plainText(texts))?.[0];
  if (!initial || measure < LEAST_MEASURE * em) return undefined;
  const size = (DROP.rows - 1) * pitch + em;
  const cap = compose([{ text: initial, face: FACE.songBold }], { ...style, indent: 0, size, align: 'left' }, fonts);
  const width = Math.max(size, ...cap.lines.map(({ set }) => set)) + DROP.white * em;
  const rest = styledFrom(texts, initial.length);
  const lines = shapedLines(rest, setting, { lines: DROP.rows, x: width }, { x: 0 });
  if (lines.length < DROP.rows) return undefined;
  const sunk: Piece[] = cap.lines.map((line) => ({ line, x: 0, lower: BASELINE * (size - em) }));
  return lines.map((line, i) => {
    if (i > 0)
      return { ...line, keep: i < DROP.rows - 1, ...(i < DROP.rows ? {} : { offset: initial.length + (line.offset ?? 0) }) };
    return bodyLine({
      ...line,
      paragraphs: [cap, ...line.paragraphs],
      pieces: [...sunk, ...line.pieces],
      text: initial + line.text,
      keep: true,
    });
  });
}

/** So many lines start at `x`, the others elsewhere; points from the column's left edge. */
export function shapedLines(
  texts: readonly StyledText[],
  setting: Setting,
  first: { readonly lines: number; readonly x: number },
  others: { readonly x: number },
  align: 'justify' | 'left' = 'justify',
): BodyLine[] {
  const { measure, fonts } = setting;
  const style = { ...setting.style, indent: 0, align };
  const head = compose(texts, { ...style, measure: measure - first.x }, fonts);
  const opening = paragraphLines(head, first.x);
  if (opening.length <= first.lines) return opening;
  const rest = compose(styledFrom(texts, head.lines[first.lines].start), { ...style, measure: measure - others.x }, fonts);
  const kept = opening.slice(0, first.lines);
  return [
    ...kept.map((line) => ({ ...line, last: false })),
    ...paragraphLines(rest, others.x).map((line, i) => ({
      ...line,
      first: false,
      paragraphs: line.first ? [rest] : [],
      offset: head.lines[first.lines].start + rest.lines[i].start,
    })),
  ];
}
