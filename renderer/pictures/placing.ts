/** Pictures into and out of the blocks of their story. Pure functions of the document. */
import {
  type ArticleForm,
  applyAll,
  type Block,
  chainOf,
  type Edit,
  type Id,
  type Issue,
  isStory,
  type Photo,
  rowsPoints,
  type StoryContent,
  spanPoints,
} from '../../engine/issue/index';
import { formColumns } from '../../engine/layout/article-space';
import type { BlockFit } from '../../engine/layout/types';
import { blockOf, itemOf } from '../state/facts';
import { pictureMove } from '../state/picture-moves';
import { pageOfBlock } from '../state/store';

export type PicturePlace = ArticleForm['pictures'][number];

/** Rows that a caption gets before the layout counts them; none for a picture without words. */
const CAPTION_ROWS = 2;
/** A picture takes so much of a block's depth at most, and so many rows at least. */
const MOST_DEPTH = 0.5;
const LEAST_ROWS = 4;
/** Rows of white below a picture. */
const BLANK = 1;

/** Blocks that tell a story, in the order of its text. */
export function blocksOf(issue: Issue, article: Id): readonly { readonly block: Block; readonly page: number }[] {
  return chainOf(issue.pages, article);
}

/** The block of the story in which a photograph stands. */
export function blockWith(issue: Issue, article: Id, photo: Id): Block | undefined {
  return blocksOf(issue, article).find(({ block }) => formOf(block)?.pictures.some((picture) => picture.photo === photo))?.block;
}

export function formOf({ content }: Block): StoryContent['form'] | undefined {
  return isStory(content) ? content.form : undefined;
}

/**
 * Puts a photograph of a story into one of its blocks, or into none; undefined when that changes nothing. `head` is what the
 * headline takes of that block: the picture stands below it.
 */
export function placedIn(issue: Issue, article: Id, photo: Id, target: Id | null, head?: BlockFit['head']): Edit | undefined {
  const edits: Edit[] = [];
  for (const { block, page } of blocksOf(issue, article)) {
    const form = formOf(block)!;
    const has = form.pictures.some((picture) => picture.photo === photo);
    if (has === (block.id === target)) continue;
    const rest = form.pictures.filter((picture) => picture.photo !== photo);
    const pictures = has ? rest : [...rest, placeFor(issue, block, itemOf(issue, 'photos', photo), head)];
    edits.push({ type: 'putBlock', page, block: withPictures(block, pictures) });
  }
  return edits.length === 0 ? undefined : { type: 'batch', name: '', edits };
}

export function withPictures(block: Block, pictures: readonly PicturePlace[]): Block {
  const { content } = block;
  if (!isStory(content)) return block;
  return { ...block, content: { ...content, form: { ...content.form, pictures } } as StoryContent };
}

/** Where a new picture stands in a block: at the right, below what is there; as wide as half of the columns. */
function placeFor(issue: Issue, block: Block, photo: Photo | undefined, head: BlockFit['head']): PicturePlace {
  const form = formOf(block)!;
  const all = columnsOf(block, form);
  const columns = Math.max(1, Math.ceil(all / 2));
  const column = all - columns;
  const over = form.pictures.filter((one) => one.column < column + columns && one.column + one.columns > column);
  const top = head && column < head.columns ? head.endRow : 0;
  const row = Math.max(top, ...over.map((one) => one.row + one.rows + one.captionRows + BLANK));
  const rows = rowsFor(issue, block, photo, columns / all);
  const captionRows = photo && photo.caption + photo.credit !== '' ? CAPTION_ROWS : 0;
  return { photo: photo?.id ?? '', column, columns, row, rows, captionRows };
}

/** Columns of a block's text, as pictures count them. */
export function columnsOf({ rect }: Block, form: StoryContent['form']): number {
  return formColumns(form, rect.columns);
}

/** Rows in which a photograph keeps its shape at a share of the block's width. */
function rowsFor({ spec }: Issue, { rect }: Block, photo: Photo | undefined, share: number): number {
  const width = spanPoints(spec, rect.columns) * share;
  const shape = photo ? photo.width / photo.height : 1.5;
  const rows = Math.round(width / shape / (rowsPoints(spec, 2) - rowsPoints(spec, 1)));
  return Math.max(LEAST_ROWS, Math.min(rows, Math.floor(rect.rows * MOST_DEPTH)));
}

/** New photographs to a block that they were dropped on: to its story and into the block, below its `head`, or to its group. */
export function givenTo(issue: Issue, id: Id, photos: readonly Id[], head?: BlockFit['head']): Issue {
  const block = blockOf(issue, id);
  const { content } = block ?? {};
  if (!content) return issue;
  return photos.reduce((current, photo) => {
    if (content.kind === 'group') return moved(current, photo, 'groups', content.group);
    if (!isStory(content)) return current;
    const given = moved(current, photo, 'articles', content.article);
    const placed = placedIn(given, content.article, photo, id, head);
    return placed ? applyAll(given, [placed]) : given;
  }, issue);
}

function moved(issue: Issue, photo: Id, list: 'articles' | 'groups', id: Id): Issue {
  const edit = pictureMove(issue, photo, { list, id });
  return edit ? applyAll(issue, [edit]) : issue;
}

/** Changes where a picture stands in its block; undefined when it does not stand there. */
export function replaced(issue: Issue, block: Block, photo: Id, change: Partial<PicturePlace>): Edit | undefined {
  const form = formOf(block);
  const page = pageOfBlock(issue, block.id);
  if (!form || page === undefined || !form.pictures.some((picture) => picture.photo === photo)) return undefined;
  const all = columnsOf(block, form);
  const pictures = form.pictures.map((picture) => {
    if (picture.photo !== photo) return picture;
    const next = { ...picture, ...change };
    const columns = Math.min(next.columns, all);
    return { ...next, columns, column: Math.min(next.column, all - columns) };
  });
  return { type: 'putBlock', page, block: withPictures(block, pictures) };
}
