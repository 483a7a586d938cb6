/** A row of running text: what stands on it, and what a column break must know of it. */
import { countCharacters } from '../issue/characters';
import type { Line, Paragraph } from '../typeset/types';

/** A composed line on a row: its measure starts `x` points from the column's left edge. */
export interface Piece {
  readonly line: Line;
  readonly x: number;
  /** Baseline below the row's own, points: for type larger than the body's that fills several rows. */
  readonly lower?: number;
}

/** A rule that belongs to a row; points from the column's left edge and the top of the row's em box. */
export interface RowRule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly weight: number;
}

export interface BodyLine {
  /** Composed text whose missing characters are reported once, with its first line. */
  readonly paragraphs: readonly Paragraph[];
  readonly pieces: readonly Piece[];
  readonly rules: readonly RowRule[];
  /** The text of the row, and whether it opens and ends its paragraph. */
  readonly text: string;
  readonly first: boolean;
  readonly last: boolean;
  /** The next line belongs right below it. */
  readonly keep: boolean;
  /** White between paragraphs: left out at the head of a column. */
  readonly blank: boolean;
  readonly characters: number;
  /** Where the row's text starts in the article, if what follows may be set at another measure. */
  readonly source?: BodySource;
  /** Where its text starts in a paragraph that was set in several pieces, UTF-16. */
  readonly offset?: number;
}

/** A paragraph of an article and a place in its text, UTF-16. */
export interface BodySource {
  readonly paragraph: number;
  readonly offset: number;
}

const PLAIN = { paragraphs: [], pieces: [], rules: [], text: '', first: true, last: true, keep: false, blank: false };

/** A row; what is not said is empty. */
export function bodyLine(given: Partial<Omit<BodyLine, 'characters'>>): BodyLine {
  return { ...PLAIN, ...given, characters: given.text ? countCharacters(given.text) : 0 };
}

/** Whether a paragraph's last row holds a single character, marks aside (单字成行). */
export function isSingleCharacter({ first, last, text }: BodyLine): boolean {
  return last && !first && (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) === 1;
}

/** White of one row between paragraphs. */
export const BLANK_LINE = bodyLine({ blank: true });

/** Text of a line, with the white space that it dropped at its end. */
export function lineText({ text, lines }: Paragraph, index: number): string {
  return text.slice(lines[index].start, lines[index + 1]?.start ?? text.length);
}

/** The rows of a paragraph set `x` points from the column's edge. */
export function paragraphLines(paragraph: Paragraph, x = 0): BodyLine[] {
  const final = paragraph.lines.length - 1;
  return paragraph.lines.map((line, i) => {
    const text = lineText(paragraph, i);
    const paragraphs = i === 0 ? [paragraph] : [];
    return {
      ...PLAIN,
      paragraphs,
      pieces: [{ line, x }],
      text,
      first: i === 0,
      last: i === final,
      characters: countCharacters(text),
    };
  });
}

/** Text of the lines from one on to the end, one paragraph a line: what found no place. */
export function textFrom(lines: readonly BodyLine[], from: number): string {
  let text = '';
  for (let i = from; i < lines.length; i++) {
    if (lines[i].text === '') continue;
    if (text !== '' && lines[i].first) text = `${text.trimEnd()}\n`;
    text += lines[i].text;
  }
  return text;
}
