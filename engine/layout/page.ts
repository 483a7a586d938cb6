/** Sets a whole page: its blocks in reading order, then the rules between them. */
import type { DisplayGroup } from '../display/types';
import { InputError } from '../errors';
import { chainOf, isStory } from '../issue/chains';
import type { Block, Id, Page } from '../issue/types';
import { layAdvertisement } from './advertisement';
import { layArticle } from './article';
import { layBriefs } from './briefs';
import type { Context } from './context';
import { drawAdvertisement } from './draw-advertisement';
import { drawArticle } from './draw-article';
import { drawBriefs } from './draw-briefs';
import { drawGroup } from './draw-group';
import { drawNotice } from './draw-notice';
import { furnitureFit } from './fit';
import { drawFolio, drawImprint } from './folio';
import { MM } from './grid';
import { layGroup } from './group';
import type { KeptBlocks } from './kept-blocks';
import { drawMasthead } from './masthead';
import { missingTexts } from './missing-texts';
import { layNotice } from './notice';
import { drawRules } from './rules';
import { Sheet } from './sheet';
import { placeOf } from './story-place';
import { type TextLine, textLines } from './text-lines';
import type { BlockFit, PageLayout } from './types';

/** Throws InputError `layout.page` when the issue has no such page, `layout.unknown` when a block names what the issue lacks. */
export function setPage(context: Context, number: number, kept?: KeptBlocks<SetBlock>): PageLayout {
  const page = context.issue.pages.find((candidate) => candidate.number === number);
  if (!page) throw new InputError('layout.page', { page: number });
  const blocks = page.blocks.map((block) => keptBlock(context, page, block, kept));
  const furniture = new Sheet(context, '');
  drawRules(furniture, page);
  const order = readingOrder(page);
  const groups = [...order.map((at) => blocks[at]!.group), furniture.group()];
  return {
    page: number,
    display: { width: context.grid.width, height: context.grid.height, bleed: context.issue.spec.bleed * MM, groups },
    fits: blocks.map(({ fit }) => fit),
    fallbacks: blocks.flatMap(({ fallbacks }) => fallbacks),
  };
}

/** Where the texts stand that a block of a page shows, and last the places of those that are empty; none when the page has no such block. */
export function setTexts(context: Context, number: number, id: Id, kept?: KeptBlocks<SetBlock>): TextLine[] {
  const page = context.issue.pages.find((candidate) => candidate.number === number);
  const block = page?.blocks.find((candidate) => candidate.id === id);
  if (!page || !block) return [];
  const set = keptBlock(context, page, block, kept);
  const lines = textLines(set.group.items, set.spans, context.fonts);
  return [...lines, ...missingTexts(context, block, set, lines)];
}

function keptBlock(context: Context, page: Page, block: Block, kept: KeptBlocks<SetBlock> | undefined): SetBlock {
  const set = () => setBlock(context, page, block);
  return kept ? kept.get(context, block, set) : set();
}

/** Indexes of the blocks as they are read: in their order, but a story's parts one behind the other. */
function readingOrder(page: Page): number[] {
  const { blocks } = page;
  const pages = [page];
  const order: number[] = [];
  const read = new Set<number>();
  blocks.forEach(({ content }, at) => {
    if (read.has(at)) return;
    const parts = isStory(content) ? chainOf(pages, content.article).map(({ block }) => blocks.indexOf(block)) : [];
    for (const part of parts.includes(at) ? parts : [at]) {
      order.push(part);
      read.add(part);
    }
  });
  return order;
}

/** What a block shows and how it fits. */
export interface SetBlock extends Pick<Sheet, 'fallbacks' | 'spans' | 'waits'> {
  readonly group: DisplayGroup;
  readonly fit: BlockFit;
}

function setBlock(context: Context, page: Page, block: Block): SetBlock {
  const sheet = new Sheet(context, block.id);
  const fit = drawBlock(sheet, page, block);
  return { group: sheet.group(), fallbacks: sheet.fallbacks, spans: sheet.spans, waits: sheet.waits, fit };
}

function drawBlock(sheet: Sheet, page: Page, block: Block): BlockFit {
  const { context } = sheet;
  const { content } = block;
  switch (content.kind) {
    case 'article':
    case 'continuation': {
      const layout = layArticle(context, block, content, placeOf(context, block, content));
      drawArticle(sheet, block, layout);
      return layout.fit;
    }
    case 'briefs': {
      const layout = layBriefs(context, block, content.articles);
      drawBriefs(sheet, block, content.label, layout);
      return layout.fit;
    }
    case 'group': {
      const layout = layGroup(context, block, content.group);
      drawGroup(sheet, block, content.group, layout);
      return layout.fit;
    }
    case 'notice': {
      const layout = layNotice(context, block, content.notice);
      drawNotice(sheet, block, layout);
      return layout.fit;
    }
    case 'advertisement': {
      const layout = layAdvertisement(context, block, content.advertisement);
      drawAdvertisement(sheet, block, layout);
      return layout.fit;
    }
    case 'masthead':
      drawMasthead(sheet, block);
      break;
    case 'folio':
      drawFolio(sheet, block, page);
      break;
    case 'imprint':
      drawImprint(sheet, block, page);
  }
  return furnitureFit(block);
}
