/** Pull quotes (引语) that the editor gave a story: they come along to wherever it is placed. */
import type { ArticleForm, Block, GridRect, Id, Issue, PageSpec } from '../issue/types';

type Quotes = NonNullable<ArticleForm['quotes']>;

export type QuotesOfStories = ReadonlyMap<Id, Quotes>;

/** Of the first block that shows each story. */
export function quotesOf(issue: Issue): QuotesOfStories {
  const found = new Map<Id, Quotes>();
  for (const { content } of issue.pages.flatMap(({ blocks }) => blocks)) {
    if (content.kind !== 'article' || found.has(content.article)) continue;
    const { quotes } = content.form;
    if (quotes && quotes.length > 0) found.set(content.article, quotes);
  }
  return found;
}

/** Size of a quote's type and distance of its lines, of the text's; rows of its rules. */
const SIZE = 4 / 3;
const LEADING = 1.5;
const RULE_ROWS = 2;

/** About as many rows of text as the quotes take the place of, by story; the layout tells what lacks. */
export function quoteLines(known: QuotesOfStories, { columnChars, gapChars }: PageSpec): Map<Id, number> {
  const cells = ({ text, columns }: Quotes[number]) => {
    const measure = columns * (columnChars + gapChars) - gapChars - 1;
    return columns * (RULE_ROWS + Math.ceil(Math.ceil((text.length * SIZE) / measure) * LEADING));
  };
  return new Map([...known].map(([story, quotes]) => [story, quotes.reduce((sum, quote) => sum + cells(quote), 0)]));
}

/** The blocks, with their stories' quotes in the middle of the text. */
export function withQuotes(blocks: readonly Block[], known: QuotesOfStories): Block[] {
  return blocks.map((block) => {
    const { content } = block;
    const quotes = content.kind === 'article' ? known.get(content.article) : undefined;
    if (content.kind !== 'article' || !quotes) return block;
    const form = { ...content.form, quotes: placed(block, content.form, quotes) };
    return { ...block, content: { ...content, form } };
  });
}

/** Rows that a quote wants at least, its rules and the text above and below it included. */
const LEAST_ROOM = 8;
/** Rows of a quote of two lines with its rules. */
const USUAL_ROWS = 5;

/** Where a quote may stand: columns of the text, and rows that are free in all of them. */
interface Room {
  readonly column: number;
  readonly columns: number;
  readonly from: number;
  readonly to: number;
}

/** Each in the highest room as wide as it was, or narrower where none is; several divide a room that only one has. */
function placed(block: Block, form: ArticleForm, quotes: Quotes): Quotes {
  const taken: GridRect[] = [];
  return quotes.map((quote) => {
    const room = roomFor(block, form, quote.columns, taken);
    const row = room.from + Math.max(0, Math.floor((room.to - room.from - USUAL_ROWS) / 2));
    const { column, columns } = room;
    taken.push({ column, columns, row: row - 1, rows: USUAL_ROWS + 2 });
    return { ...quote, column, columns, row };
  });
}

function roomFor(block: Block, form: ArticleForm, wanted: number, taken: readonly GridRect[]): Room {
  const count = form.textColumns || block.rect.columns;
  let best: Room | undefined;
  for (let columns = Math.min(wanted, count); columns > 0; columns--) {
    for (let column = 0; column + columns <= count; column++) {
      const room = freeRows(block, form, { column, columns }, taken);
      if (!best || room.to - room.from > best.to - best.from) best = room;
    }
    if (best && best.to - best.from >= LEAST_ROOM) return best;
  }
  return best!;
}

/** The longest run of rows below the headline that no picture, quote or neighbour takes in any of the columns. */
function freeRows(
  { rect, cuts }: Block,
  { headRows, headColumns, pictures, textColumns }: ArticleForm,
  { column, columns }: Pick<Room, 'column' | 'columns'>,
  taken: readonly GridRect[],
): Room {
  const head = { column: 0, columns: headColumns || rect.columns, row: 0, rows: headRows };
  const photos = pictures.map((one) => ({ ...one, rows: one.rows + one.captionRows + 1 }));
  // A box has columns of its own, and no neighbour bites into it.
  const bites = textColumns > 0 ? [] : cuts.map((cut) => ({ ...cut, column: cut.column - rect.column, row: cut.row - rect.row }));
  const obstacles = [head, ...photos, ...bites, ...taken].filter(
    (one) => one.column < column + columns && one.column + one.columns > column,
  );
  let best: Room = { column, columns, from: 0, to: 0 };
  let from = 0;
  for (let row = 0; row <= rect.rows; row++) {
    if (row < rect.rows && !obstacles.some((one) => row >= one.row && row < one.row + one.rows)) continue;
    if (row - from > best.to - best.from) best = { column, columns, from, to: row };
    from = row + 1;
  }
  return best;
}
