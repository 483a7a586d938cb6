/** How much of a page is filled, as the design of the page defines it. */
import { isStory } from '../issue/chains';
import type { Block, GridRect } from '../issue/types';
import type { BlockFit } from '../layout/types';
import { type Figure, ownersOf } from './figures';

/**
 * Share of an area, 0–1, that blocks cover, with the blank rows between them. The last column of an article may be short by
 * fewer rows than the article has columns; what it is shorter than that is a hole.
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
    if (!isStory(block.content)) continue;
    const fit = fits.find((candidate) => candidate.block === block.id);
    empty += Math.max(0, (fit?.emptyRows ?? 0) - (block.rect.columns - 1));
  }
  return 1 - empty / owners.length;
}
