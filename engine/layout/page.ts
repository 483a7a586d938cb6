/** Sets a whole page: its blocks in reading order, then the rules between them. */
import { InputError } from '../errors';
import type { Block, Page } from '../issue/types';
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
import { drawMasthead } from './masthead';
import { layNotice } from './notice';
import { drawRules } from './rules';
import { Sheet } from './sheet';
import type { BlockFit, PageLayout } from './types';

/** Throws InputError `layout.page` when the issue has no such page, `layout.unknown` when a block names what the issue lacks. */
export function setPage(context: Context, number: number): PageLayout {
  const page = context.issue.pages.find((candidate) => candidate.number === number);
  if (!page) throw new InputError('layout.page', { page: number });
  const blocks = page.blocks.map((block) => setBlock(context, page, block));
  const furniture = new Sheet(context, '');
  drawRules(furniture, page);
  const groups = [...blocks.map(({ sheet }) => sheet.group()), furniture.group()];
  return {
    page: number,
    display: { width: context.grid.width, height: context.grid.height, bleed: context.issue.spec.bleed * MM, groups },
    fits: blocks.map(({ fit }) => fit),
    fallbacks: blocks.flatMap(({ sheet }) => sheet.fallbacks),
  };
}

function setBlock(context: Context, page: Page, block: Block): { sheet: Sheet; fit: BlockFit } {
  const sheet = new Sheet(context, block.id);
  return { sheet, fit: drawBlock(sheet, page, block) };
}

function drawBlock(sheet: Sheet, page: Page, block: Block): BlockFit {
  const { context } = sheet;
  const { content } = block;
  switch (content.kind) {
    case 'article': {
      const layout = layArticle(context, block, content);
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
