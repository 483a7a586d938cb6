/** An article in its block: headline, pictures with captions, text; worked out before anything is drawn. */
import type { Article, ArticleForm, Block, Photo } from '../issue/types';
import { type ArticleSpace, articleSpace, freeRows, type PicturePlace, rowSpans, textTop, textWidth } from './article-space';
import { bodyLines } from './body';
import { textFrom } from './body-line';
import { type Caption, cutCaption, setCaption } from './caption';
import { type Flow, flowColumns } from './columns';
import { type Context, need } from './context';
import { fitOf, missingPicture } from './fit';
import { type Around, flowAround } from './flow-around';
import { type Head, headOf } from './head';
import { setQuote } from './quotes';
import type { BlockFit, LayoutRemark } from './types';
import { flowVertical, headOverFlow, type VerticalFlow } from './vertical-flow';

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
  /** Text from top to bottom instead of the columns' lines. */
  readonly vertical: VerticalFlow | undefined;
  readonly fit: BlockFit;
}

/** A picture is not squeezed below so many rows to give its caption room. */
const LEAST_PICTURE_ROWS = 3;

export function layArticle(
  context: Context,
  block: Block,
  content: { readonly article: string; readonly form: ArticleForm },
): ArticleLayout {
  const article = need(context.articles, content.article);
  const { form } = content;
  const space = articleSpace(context.grid, block, form);
  if (runsDown(block, form)) return layVertical(context, block, space, article, form);
  const head = headOf(context, space, article, form);
  const pictures = form.pictures.map((place) => setPicture(context, space, head, place));
  const standing = pictures.flatMap(({ picture }) => picture ?? []);
  const quotes = (form.quotes ?? []).map((quote) => setQuote(context, space, head, quote));
  const places = [...standing.map((picture) => picture.place), ...quotes.flatMap((quote) => quote.places)];
  const { flow: text, lost: rest } = flowBody(context, block, space, article, head, places);
  const flow = { ...text, placed: [...text.placed, ...quotes.flatMap(({ placed }) => placed)] };
  const lost = [...head.lost, rest, ...quotes.map((quote) => quote.lost), ...pictures.map((picture) => picture.lost)];
  const parted: LayoutRemark[] = flow.partings === 0 ? [] : [{ rule: 'lines-parted', detail: String(flow.partings) }];
  const remarks = [...head.remarks, ...pictures.flatMap((picture) => picture.remarks), ...parted];
  const fit = { ...fitOf(block, lost, flow.emptyRows, remarks), headLines: linesOf(head) };
  return { article, form, space, head, pictures: standing, flow, vertical: undefined, fit };
}

/** The text over the block's columns; beside what bites into a part of a wide column it is narrower. */
function flowBody(
  context: Context,
  block: Block,
  space: ArticleSpace,
  article: Article,
  head: Head,
  pictures: readonly PicturePlace[],
): Around {
  const { grid } = context;
  if (block.cuts.length > 0) {
    const spans = rowSpans(grid, block, space, head, pictures);
    if (spans.some((rows) => rows.some((span) => span && span.width < space.measure))) {
      return flowAround(article, context, spans);
    }
  }
  const lines = bodyLines(article, context, space.measure);
  const flow = flowColumns(lines, freeRows(grid, block, space, head, pictures));
  return { flow, lost: textFrom(lines, flow.rest) };
}

/** The headline's lines as they stand. */
function linesOf({ stack, vertical }: Head): readonly string[] {
  return vertical?.lines ?? stack?.lines.filter(({ part }) => part === 'headline').map(({ text }) => text) ?? [];
}

/** Vertical text fills a plain rectangle: beside pictures and neighbours' cuts the text stays level. */
function runsDown(block: Block, { flow, pictures, quotes = [] }: ArticleForm): boolean {
  return flow === 'vertical' && pictures.length === 0 && quotes.length === 0 && block.cuts.length === 0;
}

const NO_FLOW = { placed: [], rest: 0, emptyRows: 0, partings: 0 };

function layVertical(context: Context, block: Block, space: ArticleSpace, article: Article, form: ArticleForm): ArticleLayout {
  const head = headOverFlow(context, space, article, form);
  const vertical = flowVertical(context, space, article, form, head.endRow);
  const headLines = vertical.head?.vertical.lines ?? linesOf(head);
  const fit = { ...fitOf(block, [...head.lost, vertical.lost], vertical.emptyRows, head.remarks), headLines };
  return { article, form, space, head, pictures: [], flow: NO_FLOW, vertical, fit };
}

interface PictureVerdict {
  /** Undefined when it has no room. */
  readonly picture: SetPicture | undefined;
  /** Text of the caption without a place. */
  readonly lost: string;
  readonly remarks: readonly LayoutRemark[];
}

/** A picture kept inside the block and below the headline, with its caption; what has no room is reported. */
function setPicture(context: Context, space: ArticleSpace, head: Head, asked: PicturePlace): PictureVerdict {
  const photo = context.photos.get(asked.photo);
  const missing = photo ? [] : [missingPicture(asked.photo)];
  const column = Math.min(asked.column, space.columns - 1);
  const columns = Math.min(asked.columns, space.columns - column);
  const row = Math.max(asked.row, textTop(space, head, column));
  const room = Math.min(asked.row + asked.rows + asked.captionRows, space.endRow) - row;
  const caption = photoCaption(context, photo, textWidth(space, columns));
  if (room < 1) {
    const leftOut: LayoutRemark = { rule: 'picture-left-out', detail: asked.photo };
    return { picture: undefined, lost: cutCaption(caption, 0).lost, remarks: [...missing, leftOut] };
  }
  const rows = Math.min(room, Math.max(LEAST_PICTURE_ROWS, room - caption.rows));
  const cut = cutCaption(caption, room - rows);
  const place = { photo: asked.photo, column, columns, row, rows, captionRows: cut.caption.rows };
  const resized: LayoutRemark[] = rows === asked.rows ? [] : [{ rule: 'picture-rows', detail: `${asked.rows} → ${rows}` }];
  return { picture: { place, photo, caption: cut.caption }, lost: cut.lost, remarks: [...missing, ...resized] };
}

/** The caption of a photograph with its credit, over a width in points. */
export function photoCaption(context: Context, photo: Photo | undefined, width: number): Caption {
  const text = { text: photo?.caption ?? '', credit: photo?.credit ?? '', shared: false };
  return setCaption(text, width, context);
}
