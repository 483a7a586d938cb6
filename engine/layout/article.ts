/** A story's block: headline, pictures with captions, text; worked out before anything is drawn. */
import type { ChainPlace, StoryContent, StoryPart } from '../issue/chains';
import type { Article, ArticleForm, Block, ContinuationForm } from '../issue/types';
import { type ArticleSpace, articleSpace } from './article-space';
import { isSingleCharacter } from './body-line';
import type { Flow, PlacedLine } from './columns';
import { type Context, need } from './context';
import { fitOf } from './fit';
import type { Head } from './head';
import type { HalfLine } from './head-across';
import { setQuote } from './quotes';
import { type SetPicture, setPicture } from './set-picture';
import { type StoryCode, setCode } from './story-code';
import { flowStory } from './story-flow';
import { storyHead } from './story-head';
import { followingOf, withoutOwnJump } from './story-place';
import { hasText, linesLeft, noText, startOf, type TextRest, wholeText } from './text-rest';
import type { BlockFit, LayoutRemark } from './types';
import { flowVertical, headOverFlow, type VerticalFlow } from './vertical-flow';

export interface ArticleLayout {
  readonly article: Article;
  readonly form: ArticleForm | ContinuationForm;
  readonly space: ArticleSpace;
  readonly head: Head;
  /** Lines of a headline that runs over the fold, as far as they stand on this page. */
  readonly halves: readonly HalfLine[];
  readonly pictures: readonly SetPicture[];
  readonly code: StoryCode | undefined;
  readonly flow: Flow;
  /** The lines of `flow` that show the running text, and where that starts. */
  readonly text: { readonly lines: ReadonlySet<PlacedLine>; readonly start: number };
  /** Text from top to bottom instead of the columns' lines. */
  readonly vertical: VerticalFlow | undefined;
  readonly fit: BlockFit;
  /** What the next part of the story begins with. */
  readonly rest: TextRest;
}

/** A block of a story; `place` says which of its parts. */
export function layArticle(context: Context, block: Block, content: StoryContent, place: ChainPlace): ArticleLayout {
  const article = need(context.articles, content.article);
  const { form } = content;
  const space = articleSpace(context.grid, block, form);
  if (content.kind === 'article' && runsDown(block, content.form, article) && place.parts.length === 1) {
    return layVertical(context, block, space, article, content.form);
  }
  const text = textBefore(context, article, place);
  const top = storyHead(context, block, content, space, place, hasText(text));
  const { head } = top;
  const pictures = form.pictures.map((picture) => setPicture(context, space, head, picture));
  const standing = pictures.flatMap(({ picture }) => picture ?? []);
  const quotes = (form.quotes ?? []).map((quote) => setQuote(context, space, head, quote));
  const taken = [...standing.map((picture) => picture.place), ...quotes.flatMap((quote) => quote.places)];
  const isLast = place.at === place.parts.length - 1;
  const coded = setCode(context, block, space, head, taken, isLast ? article.code : undefined);
  const places = coded.code ? [...taken, coded.code.place] : taken;
  const room = { block, space, head, places };
  const { flow: body, lost: without, lostRows, rest } = flowStory(context, room, text, followingOf(place, context, space));
  const flow = { ...body, placed: [...top.lines, ...body.placed, ...quotes.flatMap(({ placed }) => placed)] };
  const lost = [
    ...head.lost,
    without,
    ...quotes.map((quote) => quote.lost),
    ...pictures.map((picture) => picture.lost),
    coded.lost,
  ];
  const parted: LayoutRemark[] = flow.partings === 0 ? [] : [{ rule: 'lines-parted', detail: String(flow.partings) }];
  const wanted = content.kind === 'article' && content.form.flow === 'vertical';
  const level: LayoutRemark[] = wanted ? [{ rule: 'text-level', detail: '' }] : [];
  const about = [...pictures.flatMap((picture) => picture.remarks), ...coded.remarks];
  const singles = body.placed.filter(({ line }) => isSingleCharacter(line)).length;
  const single: LayoutRemark[] = singles === 0 ? [] : [{ rule: 'single-character', detail: String(singles) }];
  const remarks = [...head.remarks, ...top.remarks, ...level, ...about, ...parted, ...single];
  const whole = top.whole ?? head;
  const headLines = content.kind === 'article' ? { headLines: linesOf(whole), headSize: whole.stack?.size ?? 0 } : {};
  const rows = { textRows: body.placed.length, oversetRows: lostRows, head: { columns: head.columns, endRow: head.endRow } };
  const fit = { ...fitOf(block, lost, flow.emptyRows, remarks), ...rows, ...headLines };
  const shown = { lines: new Set(body.placed), start: startOf(article, text) };
  return {
    article,
    form,
    space,
    head,
    halves: top.halves,
    pictures: standing,
    code: coded.code,
    flow,
    text: shown,
    vertical: undefined,
    fit,
    rest,
  };
}

/** Lines at a measure in points that come to the last of a story's parts. */
export function restLines(context: Context, parts: readonly StoryPart[], measure: number): number {
  const last = parts.at(-1)!.block.content as StoryContent;
  const text = textBefore(context, need(context.articles, last.article), { parts, at: parts.length - 1 });
  const { lines, from } = linesLeft(text, context, measure);
  return lines.length - from;
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

/** Vertical text fills a plain rectangle: beside pictures, a code and neighbours' cuts the text stays level. */
function runsDown(block: Block, { flow, pictures, quotes = [] }: ArticleForm, { code }: Article): boolean {
  const isPlain = pictures.length === 0 && quotes.length === 0 && block.cuts.length === 0 && !code;
  return flow === 'vertical' && isPlain;
}

const NO_LINES: ReadonlySet<PlacedLine> = new Set();
const NO_FLOW = { placed: [], rest: 0, emptyRows: 0, partings: 0 };

function layVertical(context: Context, block: Block, space: ArticleSpace, article: Article, form: ArticleForm): ArticleLayout {
  const head = headOverFlow(context, space, article, form);
  const vertical = flowVertical(context, space, article, form, head.endRow);
  const headLines = vertical.head?.vertical.lines ?? linesOf(head);
  const fit = { ...fitOf(block, [...head.lost, vertical.lost], vertical.emptyRows, head.remarks), headLines };
  const rest = noText(article);
  const text = { lines: NO_LINES, start: 0 };
  return { article, form, space, head, halves: [], pictures: [], code: undefined, flow: NO_FLOW, text, vertical, fit, rest };
}
