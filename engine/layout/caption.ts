/** Captions (图片说明) with their credits: how many rows they take, and how they are set. */
import type { Line, Paragraph, StyledText } from '../typeset/types';
import type { Context } from './context';
import { FACE } from './faces';
import { compose, type SetLine, setOnOneLine } from './set-text';

/** Credits are a little smaller than the caption. */
const CREDIT_SIZE = 8.5 / 9;
/** Longest first sentence that opens a caption in bold, characters. */
const OPENING_CHARS = 16;
/** A caption of several lines is set in columns no wider than this, characters. */
const WIDEST_CAPTION = 27;

export interface Caption {
  readonly paragraph: Paragraph | undefined;
  readonly lines: readonly Line[];
  /** Caption columns, the lines of each but the last, width and step in points. */
  readonly columns: number;
  readonly depth: number;
  readonly measure: number;
  readonly step: number;
  readonly credit: SetLine | undefined;
  /** The credit stands on a row of its own below the text. */
  readonly creditOwnRow: boolean;
  readonly rows: number;
}

export interface CaptionText {
  readonly text: string;
  readonly credit: string;
  /** A picture's own caption opens in bold; a group's shared one does not, and its credit has a row of its own. */
  readonly shared: boolean;
}

/** Sets a caption under `width` points; caption columns stand as far apart as the page's. */
export function setCaption(caption: CaptionText, width: number, { grid, fonts, text }: Context): Caption {
  const { em, gap } = grid;
  const credit =
    caption.credit === '' ? undefined : setOnOneLine([{ text: creditText(caption), face: FACE.kai }], em * CREDIT_SIZE, 0, fonts);
  const parts = caption.shared ? markFigures(caption.text) : openingPhrase(caption.text);
  const style = { ...text, size: em, indent: 0 };
  const whole = parts.length > 0 ? compose(parts, { ...style, measure: width }, fonts) : undefined;
  const columns = whole && whole.lines.length > 1 ? captionColumns(width, em, gap) : 1;
  const measure = wholeCharacters((width - (columns - 1) * gap) / columns, em, columns);
  const step = columns > 1 ? (width - measure) / (columns - 1) : width;
  const paragraph = columns > 1 ? compose(parts, { ...style, measure }, fonts) : whole;
  const lines = paragraph?.lines ?? [];
  const depth = Math.ceil(lines.length / columns);
  const creditOwnRow = credit !== undefined && !creditFits(caption, lines, { columns, depth, measure }, em, credit);
  return {
    paragraph,
    lines,
    columns,
    depth,
    measure,
    step,
    credit,
    creditOwnRow,
    rows: depth + (creditOwnRow ? 1 : 0),
  };
}

/** The part of a caption that stands in so many rows, and the text that does not. */
export function cutCaption(caption: Caption, rows: number): { readonly caption: Caption; readonly lost: string } {
  if (caption.rows <= rows) return { caption, lost: '' };
  const depth = Math.min(caption.depth, rows);
  const kept = Math.min(caption.lines.length, depth * caption.columns);
  const lostText = kept < caption.lines.length ? (caption.paragraph?.text.slice(caption.lines[kept].start) ?? '') : '';
  const lostCredit = caption.credit ? caption.credit.paragraph.text : '';
  const lost = [lostText, lostCredit].filter((text) => text !== '').join('\n');
  return {
    caption: { ...caption, lines: caption.lines.slice(0, kept), depth, credit: undefined, creditOwnRow: false, rows: depth },
    lost,
  };
}

/** Least number of columns that keeps each within the widest caption. */
function captionColumns(width: number, em: number, gap: number): number {
  let columns = 1;
  while ((width - (columns - 1) * gap) / columns > WIDEST_CAPTION * em + 1e-6) columns++;
  return columns;
}

function wholeCharacters(width: number, em: number, columns: number): number {
  return columns > 1 ? Math.floor(width / em + 1e-6) * em : width;
}

/**
 * Whether the credit finds room at the right end of the last row: where the last column is short, or behind the text, 1 字
 * from it; a mark that ends the text brings half of that. A group's credit never stands behind the text.
 */
function creditFits(
  { text, shared }: CaptionText,
  lines: readonly Line[],
  { columns, depth, measure }: Pick<Caption, 'columns' | 'depth' | 'measure'>,
  em: number,
  credit: SetLine,
): boolean {
  const last = lines.at(-1);
  if (!last) return false;
  if (lines.length < columns * depth) return credit.width <= measure;
  const white = /[。！？…]$/u.test(text) ? em / 2 : em;
  return !shared && last.offset + last.set + white + credit.width <= measure + 1e-6;
}

/** The names of several photographers stand 1 字 apart. */
function creditText({ credit, shared }: CaptionText): string {
  return credit.trim().replace(/[ \u3000]+/g, shared ? '\u3000' : ' ');
}

/** The first sentence in bold when it is short and more follows. */
function openingPhrase(text: string): StyledText[] {
  const end = text.search(/[。！？]/) + 1;
  const opens = end > 0 && end < text.trimEnd().length && [...text.slice(0, end)].length <= OPENING_CHARS;
  if (!opens) return text === '' ? [] : [{ text, face: FACE.kai }];
  return [{ text: text.slice(0, end), face: FACE.heiBold }, ...markFigures(text.slice(end))];
}

/** `图①` in bold and never broken. */
function markFigures(text: string): StyledText[] {
  return text
    .split(/(图[①-⑳])/u)
    .filter((piece) => piece !== '')
    .map((piece) =>
      /^图[①-⑳]$/u.test(piece) ? { text: piece, face: FACE.heiBold, keep: true } : { text: piece, face: FACE.kai },
    );
}
