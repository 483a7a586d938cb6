/** An article in its block: headline, pictures with captions, text; worked out before anything is drawn. */
import type { Article, ArticleForm, Block, Photo } from '../issue/types';
import { type ArticleSpace, articleSpace, freeRows, type PicturePlace, textWidth } from './article-space';
import { bodyLines, textFrom } from './body';
import { type Caption, cutCaption, setCaption } from './caption';
import { type Flow, flowColumns } from './columns';
import type { Context } from './context';
import { need } from './context';
import { type Head, headOf } from './head';
import { countCharacters } from './set-text';
import type { BlockFit, LayoutRemark } from './types';

export interface SetPicture {
  readonly place: PicturePlace;
  readonly photo: Photo | undefined;
  readonly caption: Caption;
}

export interface ArticleLayout {
  readonly article: Article;
  readonly form: ArticleForm;
  readonly space: ArticleSpace;
  readonly head: Head;
  readonly pictures: readonly SetPicture[];
  readonly flow: Flow;
  readonly fit: BlockFit;
}

/** A picture is not squeezed below so many rows to give its caption room. */
const LEAST_PICTURE_ROWS = 3;

export function layArticle(
  context: Context,
  block: Block,
  content: { readonly article: string; readonly form: ArticleForm },
): ArticleLayout {
  const { grid, fonts } = context;
  const article = need(context.articles, content.article);
  const { form } = content;
  const space = articleSpace(grid, block, form);
  const head = headOf(grid, space, article, form, fonts);
  const lost: string[] = [...head.lost];
  const remarks: LayoutRemark[] = [...head.remarks];
  const pictures = form.pictures.flatMap((place) => setPicture(context, space, head, place, lost, remarks) ?? []);
  const lines = bodyLines(article, grid.em, space.measure, fonts);
  const places = pictures.map((picture) => picture.place);
  const flow = flowColumns(lines, freeRows(grid, block, space, head.columns, head.endRow, places));
  if (flow.rest < lines.length) lost.push(textFrom(lines, flow.rest));
  return { article, form, space, head, pictures, flow, fit: fitOf(block, lost, flow.emptyRows, remarks) };
}

/** The verdict on a block from the texts that found no place. */
export function fitOf(block: Block, lost: readonly string[], emptyRows: number, remarks: readonly LayoutRemark[]): BlockFit {
  const oversetText = lost.filter((text) => text !== '').join('\n');
  return { block: block.id, oversetChars: countCharacters(oversetText), oversetText, emptyRows, remarks };
}

/** A picture kept inside the block and below the headline, with its caption; what has no room is reported. */
function setPicture(
  context: Context,
  space: ArticleSpace,
  head: Head,
  asked: PicturePlace,
  lost: string[],
  remarks: LayoutRemark[],
): SetPicture | undefined {
  const { grid, fonts } = context;
  const photo = context.photos.get(asked.photo);
  if (!photo) remarks.push({ rule: 'picture-missing', detail: asked.photo });
  const column = Math.min(asked.column, space.columns - 1);
  const columns = Math.min(asked.columns, space.columns - column);
  const top = column < head.columns ? Math.max(head.endRow, space.firstRow) : space.firstRow;
  const row = Math.max(asked.row, top);
  const room = Math.min(asked.row + asked.rows + asked.captionRows, space.endRow) - row;
  const caption = setCaption(
    { text: photo?.caption ?? '', credit: photo?.credit ?? '', shared: false },
    textWidth(space, columns),
    grid.em,
    grid.gap,
    fonts,
  );
  if (room < 1) {
    lost.push(cutCaption(caption, 0).lost);
    remarks.push({ rule: 'picture-left-out', detail: asked.photo });
    return undefined;
  }
  const rows = Math.min(room, Math.max(Math.min(LEAST_PICTURE_ROWS, room), room - caption.rows));
  const cut = cutCaption(caption, room - rows);
  if (cut.lost !== '') lost.push(cut.lost);
  if (rows !== asked.rows) remarks.push({ rule: 'picture-rows', detail: `${asked.rows} → ${rows}` });
  return {
    place: { photo: asked.photo, column, columns, row, rows, captionRows: cut.caption.rows },
    photo,
    caption: cut.caption,
  };
}
