/** The head of a story's block: its headline, half of one that runs over the fold, the mark of a continuation, or nothing. */
import type { ChainPlace, StoryContent } from '../issue/chains';
import type { Block } from '../issue/types';
import { type ArticleSpace, articleSpace, textWidth } from './article-space';
import type { PlacedLine } from './columns';
import { type Context, need } from './context';
import { continuedHead } from './continued-head';
import { type Head, headOf } from './head';
import { type HalfLine, headAcross } from './head-across';
import { comesFrom, formOf, runsAcross } from './story-place';
import type { LayoutRemark } from './types';

export interface StoryHead {
  readonly head: Head;
  /** Lines of the mark. */
  readonly lines: readonly PlacedLine[];
  readonly halves: readonly HalfLine[];
  /** The whole headline, where it runs over the fold. */
  readonly whole?: Head;
  readonly remarks: readonly LayoutRemark[];
}

/** `hasText` says whether any text is left for the block. */
export function storyHead(
  context: Context,
  block: Block,
  content: StoryContent,
  space: ArticleSpace,
  place: ChainPlace,
  hasText: boolean,
): StoryHead {
  if (content.kind === 'continuation') return continuationHead(context, block, space, place, hasText);
  const article = need(context.articles, content.article);
  const next = place.parts[place.at + 1];
  if (next && runsAcross(place, context)) {
    const other = articleSpace(context.grid, next.block, formOf(next.block));
    const { head, left } = headAcross(context, space, other, place.parts[place.at]!.page, article, content.form);
    return { head: { ...head, stack: undefined }, lines: [], halves: left, whole: head, remarks: [] };
  }
  const remarks: LayoutRemark[] = content.form.across ? [{ rule: 'headline-not-across', detail: '' }] : [];
  return { head: headOf(context, space, article, content.form), lines: [], halves: [], remarks };
}

function continuationHead(context: Context, block: Block, space: ArticleSpace, place: ChainPlace, hasText: boolean): StoryHead {
  const { parts, at } = place;
  const before = parts[at - 1];
  const none = { head: bareHead(space, space.firstRow), lines: [], halves: [], remarks: [] };
  if (before?.block.content.kind === 'article' && runsAcross({ parts, at: at - 1 }, context)) {
    const { form, article } = before.block.content;
    const own = articleSpace(context.grid, before.block, form);
    const across = headAcross(context, own, space, before.page, need(context.articles, article), form);
    return { ...none, head: bareHead(space, space.firstRow + across.rows), halves: across.right };
  }
  if (!hasText) return { ...none, remarks: [{ rule: 'nothing-to-continue', detail: '' }] };
  const page = comesFrom(place, context);
  if (page === 0) return none;
  const { headline } = need(context.articles, contentArticle(block));
  const rows = continuedHead(context, textWidth(space, space.columns), page, headline);
  const lines = rows.map((line, i) => ({ column: 0, row: space.firstRow + i, line }));
  return { ...none, head: bareHead(space, space.firstRow + lines.length), lines };
}

function contentArticle({ content }: Block): string {
  return (content as StoryContent).article;
}

function bareHead(space: ArticleSpace, endRow: number): Head {
  const end = Math.min(space.endRow, endRow);
  return { stack: undefined, vertical: undefined, columns: space.columns, endRow: end, remarks: [], lost: [] };
}
