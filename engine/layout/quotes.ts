/** Pull quotes (引语) that span columns of an article: the text runs around them. */
import type { ArticleForm } from '../issue/types';
import { type ArticleSpace, type HeadPlace, type PicturePlace, textTop, textWidth } from './article-space';
import { type BodyLine, textFrom } from './body-line';
import type { PlacedLine } from './columns';
import type { Context } from './context';
import { quoteLines } from './form-boxed';
import { settingOf } from './form-setting';

type Quote = NonNullable<ArticleForm['quotes']>[number];

export interface SetQuote {
  readonly placed: readonly PlacedLine[];
  /** Rows and columns that the text leaves to it; none when it has no room. */
  readonly places: readonly PicturePlace[];
  readonly lost: string;
}

/** Kept inside the block and below the headline; one without room is reported whole. */
export function setQuote(context: Context, space: ArticleSpace, head: HeadPlace, asked: Quote): SetQuote {
  const column = Math.min(asked.column, space.columns - 1);
  const columns = Math.min(asked.columns, space.columns - column);
  const tops = Array.from({ length: columns }, (_, i) => textTop(space, head, column + i));
  const row = Math.max(asked.row, ...tops);
  const lines = linesOf(asked.text, settingOf(context, textWidth(space, columns)));
  if (lines.length === 0 || lines.length > space.endRow - row) return { placed: [], places: [], lost: textFrom(lines, 0) };
  // The rows of its rules are its white: a picture brings a row of white above and below itself.
  const place = { photo: '', column, columns, row: row + 1, rows: lines.length - 2, captionRows: 0 };
  return { placed: lines.map((line, i) => ({ column, row: row + i, line })), places: [place], lost: '' };
}

function linesOf(text: string, setting: ReturnType<typeof settingOf>): BodyLine[] {
  return text.trim() === '' ? [] : quoteLines([{ runs: [{ text, form: 'plain' }] }], setting);
}
