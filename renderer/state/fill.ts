/** How full a page is, counted as the arranger counts it. */
import { contentArea } from '../../engine/arrange/area';
import { rankOf } from '../../engine/arrange/content';
import { figureOfBlock } from '../../engine/arrange/figures';
import { fillOf } from '../../engine/arrange/fill';
import type { Issue, Page } from '../../engine/issue/index';
import { isFurniture } from '../../engine/issue/index';
import type { BlockFit } from '../../engine/layout/types';

/** Less of a page than this is not yet 排满: the rest is room that an editor has to fill. */
export const FULL = 0.97;

/** As last counted: a page that is not composed again is as full as it was. */
const counted = new WeakMap<readonly BlockFit[], { readonly page: Page; readonly fill: number }>();

/** Share of the content area that is covered, 0–1. */
export function fillOfPage(issue: Issue, page: Page, fits: readonly BlockFit[]): number {
  const known = counted.get(fits);
  if (known?.page === page) return known.fill;
  const fill = countFill(issue, page, fits);
  counted.set(fits, { page, fill });
  return fill;
}

function countFill(issue: Issue, page: Page, fits: readonly BlockFit[]): number {
  const blocks = page.blocks.filter((block) => !isFurniture(block.content));
  const figures = blocks.map((block) => figureOfBlock(block, issue, rankOf));
  return fillOf(figures, blocks, fits, contentArea(page, issue.spec));
}
