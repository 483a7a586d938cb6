/**
 * Layout (版面): sets the blocks of a page into a display list, and tells the arranger how many rows things take.
 * A page is set from the outside in: the grid gives each block its room; head and pictures take theirs; the text flows
 * over what is left; furniture and rules are drawn last. Everything counted here is counted on real composed lines.
 */
import type { FontSet } from '../fonts/types';
import { chainOf, isStory, placeInChain, type StoryPart } from '../issue/chains';
import type { Block, Issue } from '../issue/types';
import type { Hyphenator } from '../typeset/index';
import { advertisementRows, layAdvertisement } from './advertisement';
import { layArticle, restLines } from './article';
import { bodyLines } from './body';
import { briefsLines, briefsRows, layBriefs } from './briefs';
import { columnHeadRows } from './column-head';
import { type Context, makeContext, need } from './context';
import { continuedHead } from './continued-head';
import { furnitureFit } from './fit';
import { columnsWidth } from './grid';
import { groupRows, layGroup, planGroup } from './group';
import { headSetting } from './head';
import { planHeads } from './head-plan';
import type { KeptBlocks } from './kept-blocks';
import { layNotice, noticeRows, planNotice } from './notice';
import { type SetBlock, setPage, setTexts } from './page';
import { photoCaption } from './set-picture';
import { placeOf } from './story-place';
import type { BlockFit, Layout } from './types';

export { KeptBlocks } from './kept-blocks';
export type { SetBlock } from './page';
export type { TextLine } from './text-lines';
export type { TextRef } from './text-source';
export { hyphenatorOf } from './text-style';
export type { BlockFit, HeadPlan, Layout, LayoutRemark, PageLayout, RowRange } from './types';

/**
 * The room's entry; types.ts says what it answers. Its methods throw InputError `layout.unknown` and `layout.page`.
 *
 * @param hyphenator `hyphenatorOf` the issue
 * @param kept used for the same fonts before: blocks that did not change are not set anew
 */
export function createLayout(issue: Issue, programFonts: FontSet, hyphenator?: Hyphenator, kept?: KeptBlocks<SetBlock>): Layout {
  const context = makeContext(issue, programFonts, hyphenator);
  const { grid } = context;
  return {
    page: (number) => setPage(context, number, kept),
    texts: (number, block) => setTexts(context, number, block, kept),
    fit: (block, parts) => keptFit(context, block, parts, kept) ?? fitBlock(context, block, parts),
    bodyLines: (article, chars) => bodyLines(need(context.articles, article), context, chars * grid.em).length,
    restLines: (parts, chars) => restLines(context, parts, chars * grid.em),
    markRows: (id, page, columns) =>
      continuedHead(context, columnsWidth(grid, columns), page, need(context.articles, id).headline).length,
    planHeads: (id, columns, rank) => {
      const article = need(context.articles, id);
      return planHeads(grid, headSetting(context, article), article, columns, rank).map((plan) => ({
        ...plan,
        headRows: plan.headRows + columnHeadRows(article, plan.head === 'box'),
      }));
    },
    captionRows: (photo, columns) => photoCaption(context, need(context.photos, photo), columnsWidth(grid, columns)).rows,
    briefsRows: (ids, columns) => {
      const articles = ids.map((id) => need(context.articles, id));
      return briefsRows(briefsLines(articles, context, grid.columnWidth).length, columns);
    },
    groupRows: (group, columns) => groupRows(grid, planGroup(context, need(context.groups, group), columns)),
    noticeRows: (notice, columns) => noticeRows(planNotice(context, need(context.notices, notice), columns)),
    advertisementRows: (id, columns) => {
      const advertisement = need(context.advertisements, id);
      return advertisementRows(grid, advertisement, context.photos.get(advertisement.photo), columns);
    },
  };
}

/** How a block was found to fit when it was set, in a story of the same parts. */
function keptFit(
  context: Context,
  block: Block,
  parts: readonly StoryPart[] | undefined,
  kept: KeptBlocks<SetBlock> | undefined,
): BlockFit | undefined {
  const { content } = block;
  if (parts && isStory(content)) {
    const own = chainOf(context.issue.pages, content.article);
    if (own.length !== parts.length || !own.every((part, at) => part.block === parts[at]!.block && part.page === parts[at]!.page))
      return undefined;
  }
  return kept?.find(context, block)?.fit;
}

function fitBlock(context: Context, block: Block, parts?: readonly StoryPart[]): BlockFit {
  const { content } = block;
  switch (content.kind) {
    case 'article':
    case 'continuation': {
      const place = parts ? placeInChain(parts, block) : placeOf(context, block, content);
      return layArticle(context, block, content, place).fit;
    }
    case 'briefs':
      return layBriefs(context, block, content.articles).fit;
    case 'group':
      return layGroup(context, block, content.group).fit;
    case 'notice':
      return layNotice(context, block, content.notice).fit;
    case 'advertisement':
      return layAdvertisement(context, block, content.advertisement).fit;
    default:
      return furnitureFit(block);
  }
}
