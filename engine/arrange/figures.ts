/** What the eye sees of a page: blocks as figures with headline and pictures. Rules and scores look at figures only. */
import { spreadOf } from '../issue/chains';
import { isBoxed } from '../issue/contents';
import type { Article, ArticleForm, Block, ContinuationForm, GridRect, Id, Issue } from '../issue/types';
import { askedOf } from './content';
import type { Rank } from './costs';
import type { Placed } from './place';

export interface Figure {
  readonly block: Id;
  readonly kind: Block['content']['kind'];
  readonly rect: GridRect;
  readonly cuts: readonly GridRect[];
  /** Rank of an article; 'normal' for everything else. */
  readonly rank: Rank;
  /** Weight that the editor gave an article. */
  readonly asked?: Rank;
  /** Absent for blocks without a headline of a story. */
  readonly head?: Head;
  readonly pictures: readonly GridRect[];
  readonly boxed: boolean;
  /** Half of a story over two facing pages: the rule below it is wanted. */
  readonly spread?: boolean;
  /** Articles that it sets. */
  readonly articles: readonly Id[];
  /** Article whose text goes on in it. */
  readonly continues?: Id;
}

export interface Head {
  readonly rect: GridRect;
  readonly size: number;
  readonly lines: number;
  readonly vertical: boolean;
  /** White on a picture, which it takes as its place. */
  readonly onPicture: boolean;
}

/** A placed item as a figure. Ids are its place in the list: the block does not exist yet. */
export function figureOf(placed: Placed, block: Id): Figure {
  const { item, rect, cuts, plan } = placed;
  const kind = item.content.kind === 'cluster' ? 'article' : item.content.kind;
  const articles = articlesOf(item.content);
  const { rank } = item;
  if (item.content.kind === 'continuation') {
    return { block, kind, rect, cuts, rank, articles, pictures: [], boxed: false, continues: item.content.id };
  }
  if (!plan)
    return { block, kind, rect, cuts, rank, articles, pictures: kind === 'group' ? [rect] : [], boxed: kind !== 'group' };
  const { column, row } = rect;
  return {
    block,
    kind,
    rect,
    cuts,
    rank,
    ...(item.asked ? { asked: item.asked } : {}),
    articles,
    head: headOf(rect, plan.headColumns, plan.headRows, plan.head, plan.pictures),
    pictures: plan.pictures.map((picture) => ({
      column: column + picture.column,
      row: row + picture.row,
      columns: picture.columns,
      rows: picture.rows,
    })),
    boxed: plan.textColumns > 0,
  };
}

/** A block of a page as a figure. */
export function figureOfBlock(block: Block, issue: Issue, rankOf: (article: Article) => Rank): Figure {
  const { id, rect, cuts, content } = block;
  const spread = spreadOf(issue.pages, block) !== undefined;
  if (content.kind === 'continuation') {
    const { form } = content;
    const common = {
      block: id,
      spread,
      kind: content.kind,
      rect,
      cuts,
      rank: 'normal' as const,
      articles: [],
      continues: content.article,
    };
    return { ...common, pictures: picturesOf(rect, form), boxed: isBoxed(form) };
  }
  if (content.kind !== 'article') {
    const pictures = content.kind === 'group' ? [rect] : [];
    const articles = content.kind === 'briefs' ? content.articles : [];
    return { block: id, kind: content.kind, rect, cuts, rank: 'normal', pictures, boxed: content.kind !== 'group', articles };
  }
  const { form } = content;
  const article = issue.articles.find((candidate) => candidate.id === content.article);
  return {
    block: id,
    kind: 'article',
    spread,
    rect,
    cuts,
    rank: article ? rankOf(article) : 'normal',
    ...(article ? askedOf(article) : {}),
    head: headOf(rect, form.headColumns || rect.columns, form.headRows, form, form.pictures),
    pictures: picturesOf(rect, form),
    boxed: isBoxed(form),
    articles: [content.article],
  };
}

function headOf(
  { column, row }: GridRect,
  columns: number,
  headRows: number,
  { head, size, lines }: Pick<ArticleForm, 'head' | 'size' | 'lines'>,
  [first]: ArticleForm['pictures'],
): Head {
  const onPicture = head === 'picture' && first !== undefined;
  const rows = onPicture ? first.row + first.rows : headRows;
  return { rect: { column, row, columns, rows }, size, lines: lines.length, vertical: head === 'vertical', onPicture };
}

function picturesOf({ column, row }: GridRect, { pictures }: ContinuationForm): readonly GridRect[] {
  return pictures.map((picture) => ({
    column: column + picture.column,
    row: row + picture.row,
    columns: picture.columns,
    rows: picture.rows,
  }));
}

function articlesOf(content: Placed['item']['content']): readonly Id[] {
  if (content.kind === 'article') return [content.id];
  return content.kind === 'briefs' ? content.ids : [];
}

/** Which figure owns each cell of an area, by index; −1 for none. Cells outside the area are not looked at. */
export function ownersOf(figures: readonly Figure[], area: GridRect): Int16Array {
  const owners = new Int16Array(area.columns * area.rows).fill(-1);
  figures.forEach((figure, index) => {
    mark(owners, area, figure.rect, index);
    for (const cut of figure.cuts) mark(owners, area, cut, -1, index);
  });
  return owners;
}

function mark(owners: Int16Array, area: GridRect, rect: GridRect, owner: number, only?: number): void {
  const lastRow = Math.min(rect.row + rect.rows, area.row + area.rows);
  const lastColumn = Math.min(rect.column + rect.columns, area.column + area.columns);
  const firstColumn = Math.max(rect.column, area.column);
  for (let row = Math.max(rect.row, area.row); row < lastRow; row++) {
    const end = (row - area.row) * area.columns + lastColumn - area.column;
    for (let at = end - lastColumn + firstColumn; at < end; at++) {
      if (only === undefined || owners[at] === only) owners[at] = owner;
    }
  }
}
