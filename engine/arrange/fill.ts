/** How much of a page is filled, as the design of the page defines it. */
import { isStory } from '../issue/chains';
import type { Block, GridRect } from '../issue/types';
import type { BlockFit } from '../layout/types';
import { type Figure, ownersOf } from './figures';

/**
 * Share of an area, 0–1, that blocks cover, with the blank rows between them. The last column of an article may be short by
 * fewer rows than the article has columns, and that of 简讯 likewise; what it is shorter than that is a hole.
 */
export function fillOf(figures: readonly Figure[], blocks: readonly Block[], fits: readonly BlockFit[], area: GridRect): number {
  const owners = ownersOf(figures, area);
  let empty = 0;
  for (let at = 0; at < owners.length; at++) {
    if (owners[at]! >= 0) continue;
    const above = at >= area.columns ? owners[at - area.columns]! : -1;
    const below = at + area.columns < owners.length ? owners[at + area.columns]! : -1;
    if (above < 0 || below < 0) empty++;
  }
  for (const block of blocks) {
    const fit = fits.find((candidate) => candidate.block === block.id);
    const text = textColumns(block);
    // A row of a wide column is as much of the page as of the grid's columns that it stands over.
    if (text > 0) empty += (Math.max(0, (fit?.emptyRows ?? 0) - (text - 1)) * block.rect.columns) / text;
  }
  return 1 - empty / owners.length;
}

/** Columns in which a block's text runs; none in pictures and boxes of service, whose white is their form. */
function textColumns({ content, rect }: Block): number {
  if (isStory(content)) return content.form.textColumns || rect.columns;
  return content.kind === 'briefs' ? rect.columns : 0;
}
