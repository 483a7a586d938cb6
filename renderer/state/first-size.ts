/** How large the block of an item begins, and what it sets: guessed from its length, or measured by the layout. */
import {
  type Article,
  type ArticleForm,
  articleLength,
  type BlockContent,
  type GridRect,
  type Issue,
  spanPoints,
} from '../../engine/issue/index';
import { PLAIN_FORM } from '../../engine/layout/article-space';
import type { Layout } from '../../engine/layout/types';
import { itemOf } from './facts';
import type { Material } from './store';

export type Size = Pick<GridRect, 'columns' | 'rows'>;

/** Rows of a headline with its white, of a kicker and of a deck. */
const HEAD_ROWS = 4;
const WORDS_ROWS = 2;
const CAPTION_ROWS = 2;
/** Cells that the end of a paragraph and its indent leave empty on average. */
const PARAGRAPH_CELLS = 6;
/** A story of more characters begins with three columns. */
const LONG_STORY = 900;
const SHORT_STORY = 160;
const GROUP: Size = { columns: 4, rows: 24 };
const NOTICE: Size = { columns: 2, rows: 14 };

/** Size that a block of this item is likely to need, while it has not been measured; no larger than the page. */
export function guessedSize(issue: Issue, material: Material): Size {
  const { list, id } = material;
  if (list === 'groups') return within(issue, GROUP);
  const article = list === 'articles' ? itemOf(issue, 'articles', id) : undefined;
  return within(issue, article ? articleSize(issue, article) : NOTICE);
}

function within({ spec }: Issue, { columns, rows }: Size): Size {
  return { columns: Math.min(columns, spec.columns), rows: Math.min(rows, spec.rows) };
}

function articleSize(issue: Issue, article: Article): Size {
  const { columnChars, columns: most } = issue.spec;
  const chars = articleLength(article);
  const columns = Math.min(chars > LONG_STORY ? 3 : chars > SHORT_STORY ? 2 : 1, most);
  const cells = chars + article.paragraphs.length * PARAGRAPH_CELLS;
  const words = [article.kicker, article.deck].filter((text) => text !== '').length * WORDS_ROWS;
  const text = Math.ceil(cells / (columnChars * columns));
  const picture = firstPicture(issue, article, columns);
  return { columns, rows: HEAD_ROWS + words + text + (picture ? picture.rows + picture.captionRows : 0) };
}

/**
 * Size that a block of this item needs, by the layout: a story in the columns that suit its length, as low as all its text
 * stands in it; what is wider than it needs where the page is too low. Other items as the page design has them.
 */
export function measuredSize(issue: Issue, material: Material, layout: Layout): Size {
  const { list, id } = material;
  const { columns } = guessedSize(issue, material);
  switch (list) {
    case 'articles':
      return storySize(issue, material, layout, columns);
    case 'groups':
      return within(issue, { columns, rows: layout.groupRows(id, columns).best });
    case 'notices':
      return within(issue, { columns, rows: layout.noticeRows(id, columns).best });
    case 'advertisements': {
      const bought = itemOf(issue, 'advertisements', id);
      const wide = bought && bought.columns > 0 ? bought.columns : columns;
      const rows = bought && bought.rows > 0 ? bought.rows : layout.advertisementRows(id, wide).best;
      return within(issue, { columns: wide, rows });
    }
  }
}

function storySize(issue: Issue, material: Material, layout: Layout, first: number): Size {
  const { columns: most, rows: deepest } = issue.spec;
  for (let columns = first; columns <= most; columns++) {
    const fits = (rows: number) => {
      const rect = { column: 0, row: 0, columns, rows };
      const block = { id: MEASURED, content: contentOf(issue, material, rect), rect, cuts: [], locked: false };
      const { oversetChars, remarks } = layout.fit(block);
      return oversetChars === 0 && !remarks.some(({ rule }) => rule === 'picture-left-out');
    };
    if (fits(deepest)) return { columns, rows: leastRows(fits, deepest) };
  }
  return { columns: most, rows: deepest };
}

/** Of a block that stands on no page. */
const MEASURED = 'measured';

/** The fewest rows that are enough, by halving. */
function leastRows(fits: (rows: number) => boolean, enough: number): number {
  let [short, long] = [1, enough];
  while (long - short > 1) {
    const middle = Math.floor((short + long) / 2);
    if (fits(middle)) long = middle;
    else short = middle;
  }
  return long;
}

/** What the first block of an item sets, for its size: a story with its first picture at the foot, where that has room. */
export function contentOf(issue: Issue, { list, id }: Material, { columns, rows }: Size): BlockContent {
  if (list === 'groups') return { kind: 'group', group: id };
  if (list === 'notices') return { kind: 'notice', notice: id };
  if (list === 'advertisements') return { kind: 'advertisement', advertisement: id };
  const article = itemOf(issue, 'articles', id)!;
  const picture = firstPicture(issue, article, columns);
  const room = picture && rows - picture.rows - picture.captionRows;
  const pictures = picture && room !== undefined && room > HEAD_ROWS ? [{ ...picture, row: room }] : [];
  const head = columns === 1 ? 'single' : 'second';
  return { kind: 'article', article: id, form: { ...PLAIN_FORM, head, deck: article.deck !== '', pictures } };
}

/** Over the whole width of the block; undefined for a story without pictures. */
function firstPicture(issue: Issue, article: Article, columns: number): Omit<ArticleForm['pictures'][number], 'row'> | undefined {
  const photo = itemOf(issue, 'photos', article.photos[0] ?? '');
  if (!photo) return undefined;
  const height = (spanPoints(issue.spec, columns) * photo.height) / photo.width;
  const rows = Math.max(3, Math.min(Math.round(height / issue.spec.pitch), Math.floor(issue.spec.rows / 3)));
  return { photo: photo.id, column: 0, columns, rows, captionRows: CAPTION_ROWS };
}
