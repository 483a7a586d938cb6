/** Bringing something from the library onto a page: how large its block begins, and the edit that puts it there. */
import { contentArea } from '../../engine/arrange/area';
import { freeDivisions } from '../../engine/arrange/divisions';
import {
  type Article,
  type ArticleForm,
  type Block,
  type BlockContent,
  type Edit,
  type GridRect,
  type Id,
  type Issue,
  spanPoints,
} from '../../engine/issue/index';
import { PLAIN_FORM } from '../../engine/layout/article-space';
import { movedTo } from './block-edits';
import { blockOf, countChars, itemOf, materialRows, textOf } from './facts';
import { type Material, pageOfBlock } from './store';

/** Rows of a headline with its white, of a kicker and of a deck. */
const HEAD_ROWS = 4;
const WORDS_ROWS = 2;
const CAPTION_ROWS = 2;
/** Cells that the end of a paragraph and its indent leave empty on average. */
const PARAGRAPH_CELLS = 6;
/** A story of more characters begins with three columns. */
const LONG_STORY = 900;
const SHORT_STORY = 160;
const GROUP = { columns: 4, rows: 24 };
const NOTICE = { columns: 2, rows: 14 };

/** Size in columns and rows that a block of this item would need, without limits but the page's. */
function neededSize(issue: Issue, { list, id }: Material): Pick<GridRect, 'columns' | 'rows'> {
  const { spec } = issue;
  const within = ({ columns, rows }: typeof GROUP) => ({
    columns: Math.min(columns, spec.columns),
    rows: Math.min(rows, spec.rows),
  });
  if (list === 'groups') return within(GROUP);
  const article = list === 'articles' ? itemOf(issue, 'articles', id) : undefined;
  return within(article ? articleSize(issue, article) : NOTICE);
}

function articleSize(issue: Issue, article: Article): typeof GROUP {
  const { columnChars, columns: most } = issue.spec;
  const chars = countChars(textOf(article));
  const columns = Math.min(chars > LONG_STORY ? 3 : chars > SHORT_STORY ? 2 : 1, most);
  const cells = chars + article.paragraphs.length * PARAGRAPH_CELLS;
  const words = [article.kicker, article.deck].filter((text) => text !== '').length * WORDS_ROWS;
  const text = Math.ceil(cells / (columnChars * columns));
  const picture = firstPicture(issue, article, columns);
  return { columns, rows: HEAD_ROWS + words + text + (picture ? picture.rows + picture.captionRows : 0) };
}

/** Over the whole width of the block; undefined for a story without pictures. */
function firstPicture(issue: Issue, article: Article, columns: number): Omit<ArticleForm['pictures'][number], 'row'> | undefined {
  const photo = itemOf(issue, 'photos', article.photos[0] ?? '');
  if (!photo) return undefined;
  const height = (spanPoints(issue.spec, columns) * photo.height) / photo.width;
  const rows = Math.max(3, Math.min(Math.round(height / issue.spec.pitch), Math.floor(issue.spec.rows / 3)));
  return { photo: photo.id, column: 0, columns, rows, captionRows: CAPTION_ROWS };
}

/** Where it would stand with its left upper corner at a column and row, as far as the page allows. */
export function landingOf(issue: Issue, page: number, material: Material, column: number, row: number): GridRect {
  const area = contentArea(issue.pages[page - 1]!, issue.spec);
  const placed = placedBlock(issue, material);
  const size = placed ? placed.rect : neededSize(issue, material);
  const [columns, rows] = [Math.min(size.columns, area.columns), Math.min(size.rows, area.rows)];
  return {
    column: clamp(column, area.column, area.column + area.columns - columns),
    row: clamp(row, area.row, area.row + area.rows - rows),
    columns,
    rows,
  };
}

/** On the free part of the page that has most room, or over what stands at its head where none is free. */
export function placeAnywhere(issue: Issue, page: number, material: Material): Placement | undefined {
  const { blocks } = issue.pages[page - 1]!;
  const area = contentArea(issue.pages[page - 1]!, issue.spec);
  const [free = [area]] = freeDivisions(
    area,
    blocks.map(({ rect }) => rect),
  );
  const { column, row } = free[0] ?? area;
  return placement(issue, page, material, column, row);
}

/** The block that shows an item alone; one of several briefs has none. Locked blocks stay where they are. */
function placedBlock(issue: Issue, { list, id }: Material): Block | undefined {
  const row = materialRows(issue).find(({ material }) => material.list === list && material.id === id);
  const block = blockOf(issue, row?.block ?? null);
  return block && block.content.kind !== 'briefs' ? block : undefined;
}

export interface Placement {
  readonly edit: Edit;
  readonly block: Id;
}

/** The edit that puts an item on a page or moves its block there; undefined when it may not move. */
export function placement(issue: Issue, page: number, material: Material, column: number, row: number): Placement | undefined {
  const rect = landingOf(issue, page, material, column, row);
  const placed = placedBlock(issue, material);
  if (!placed) {
    if (materialRows(issue).some((one) => one.block !== null && one.material.id === material.id)) return undefined;
    const block = { id: freshId(issue, page), content: contentOf(issue, material, rect), rect, cuts: [], locked: false };
    return { edit: { type: 'putBlock', page, block }, block: block.id };
  }
  if (placed.locked) return undefined;
  const from = pageOfBlock(issue, placed.id)!;
  const area = contentArea(issue.pages[page - 1]!, issue.spec);
  const block = movedTo(placed, area, rect.column, rect.row);
  const put: Edit = { type: 'putBlock', page, block };
  if (from === page) return { edit: put, block: block.id };
  const fresh = { ...block, id: freshId(issue, page) };
  const edits: Edit[] = [
    { type: 'removeBlock', page: from, id: placed.id },
    { type: 'putBlock', page, block: fresh },
  ];
  return { edit: { type: 'batch', name: '', edits }, block: fresh.id };
}

function contentOf(issue: Issue, { list, id }: Material, rect: GridRect): BlockContent {
  if (list === 'groups') return { kind: 'group', group: id };
  if (list === 'notices') return { kind: 'notice', notice: id };
  if (list === 'advertisements') return { kind: 'advertisement', advertisement: id };
  const article = itemOf(issue, 'articles', id)!;
  const picture = firstPicture(issue, article, rect.columns);
  const room = picture && rect.rows - picture.rows - picture.captionRows;
  const pictures = picture && room !== undefined && room > HEAD_ROWS ? [{ ...picture, row: room }] : [];
  const head = rect.columns === 1 ? 'single' : 'second';
  return { kind: 'article', article: id, form: { ...PLAIN_FORM, head, deck: article.deck !== '', pictures } };
}

/** A name that no block of the issue has. */
export function freshId(issue: Issue, page: number): Id {
  const used = new Set(issue.pages.flatMap(({ blocks }) => blocks.map(({ id }) => id)));
  for (let number = 1; ; number++) if (!used.has(`p${page}-${number}`)) return `p${page}-${number}`;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
