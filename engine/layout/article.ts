/** A story's block: headline, pictures with captions, text; worked out before anything is drawn. */
import type { ChainPlace, StoryContent, StoryPart } from '../issue/chains';
import type { Article, ArticleForm, Block, ContinuationForm, Photo } from '../issue/types';
import { type ArticleSpace, articleSpace, type PicturePlace, textTop, textWidth } from './article-space';
import { type Caption, cutCaption, setCaption } from './caption';
import type { Flow } from './columns';
import { type Context, need } from './context';
import { fitOf, missingPicture } from './fit';
import type { Head } from './head';
import type { HalfLine } from './head-across';
import { setQuote } from './quotes';
import { flowStory } from './story-flow';
import { storyHead } from './story-head';
import { followingOf, withoutOwnJump } from './story-place';
import { hasText, noText, type TextRest, wholeText } from './text-rest';
import type { BlockFit, LayoutRemark } from './types';
import { flowVertical, headOverFlow, type VerticalFlow } from './vertical-flow';

export interface SetPicture {
  readonly place: PicturePlace;
  readonly photo: Photo | undefined;
  readonly caption: Caption;
}

export interface ArticleLayout {
  readonly article: Article;
  readonly form: ArticleForm | ContinuationForm;
  readonly space: ArticleSpace;
  readonly head: Head;
  /** Lines of a headline that runs over the fold, as far as they stand on this page. */
  readonly halves: readonly HalfLine[];
  readonly pictures: readonly SetPicture[];
  readonly flow: Flow;
  /** Text from top to bottom instead of the columns' lines. */
  readonly vertical: VerticalFlow | undefined;
  readonly fit: BlockFit;
  /** What the next part of the story begins with. */
  readonly rest: TextRest;
}

/** A picture is not squeezed below so many rows to give its caption room. */
const LEAST_PICTURE_ROWS = 3;

/** A block of a story; `place` says which of its parts. */
export function layArticle(context: Context, block: Block, content: StoryContent, place: ChainPlace): ArticleLayout {
  const article = need(context.articles, content.article);
  const { form } = content;
  const space = articleSpace(context.grid, block, form);
  if (content.kind === 'article' && runsDown(block, content.form) && place.parts.length === 1) {
    return layVertical(context, block, space, article, content.form);
  }
  const text = textBefore(context, article, place);
  const top = storyHead(context, block, content, space, place, hasText(text));
  const { head } = top;
  const pictures = form.pictures.map((picture) => setPicture(context, space, head, picture));
  const standing = pictures.flatMap(({ picture }) => picture ?? []);
  const quotes = (form.quotes ?? []).map((quote) => setQuote(context, space, head, quote));
  const places = [...standing.map((picture) => picture.place), ...quotes.flatMap((quote) => quote.places)];
  const room = { block, space, head, places };
  const { flow: body, lost: without, rest } = flowStory(context, room, text, followingOf(place, context, space));
  const flow = { ...body, placed: [...top.lines, ...body.placed, ...quotes.flatMap(({ placed }) => placed)] };
  const lost = [...head.lost, without, ...quotes.map((quote) => quote.lost), ...pictures.map((picture) => picture.lost)];
  const parted: LayoutRemark[] = flow.partings === 0 ? [] : [{ rule: 'lines-parted', detail: String(flow.partings) }];
  const remarks = [...head.remarks, ...top.remarks, ...pictures.flatMap((picture) => picture.remarks), ...parted];
  const headLines = content.kind === 'article' ? { headLines: top.wholeLines ?? linesOf(head) } : {};
  const fit = { ...fitOf(block, lost, flow.emptyRows, remarks), ...headLines };
  return { article, form, space, head, halves: top.halves, pictures: standing, flow, vertical: undefined, fit, rest };
}

const rests = new WeakMap<Context, WeakMap<readonly StoryPart[], Map<number, TextRest>>>();

/** The text that comes to a part: what those before it had no room for. Worked out once for an issue as it stands. */
function textBefore(context: Context, article: Article, { parts, at }: ChainPlace): TextRest {
  if (at === 0) return wholeText(withoutOwnJump(article, { parts, at }));
  const chains = rests.get(context) ?? new WeakMap<readonly StoryPart[], Map<number, TextRest>>();
  rests.set(context, chains);
  const known = chains.get(parts) ?? new Map<number, TextRest>();
  chains.set(parts, known);
  const kept = known.get(at);
  if (kept) return kept;
  const { block } = parts[at - 1]!;
  const { rest } = layArticle(context, block, block.content as StoryContent, { parts, at: at - 1 });
  known.set(at, rest);
  return rest;
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
  const rest = noText(article);
  return { article, form, space, head, halves: [], pictures: [], flow: NO_FLOW, vertical, fit, rest };
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
