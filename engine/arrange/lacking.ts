/** What a page lacks: the most that its material can take and still look right, by areas alone, against the page. */
import { comfortableCells } from './items';
import type { Item } from './plan';
import { FULL } from './proposal';
import { type Ground, roomOf } from './search';

/**
 * Cells that these items leave empty in whatever places, at whatever width, with the largest headlines and pictures that still
 * look right: each takes at most its largest such shape with the blank row below. 0 where areas leave it open.
 */
export function lackingCells(items: readonly Item[], ground: Ground): number {
  const { columns, rows } = ground.area;
  const room = roomOf(ground) - (1 - FULL) * columns * rows;
  return Math.max(0, Math.ceil(room - items.reduce((sum, item) => sum + comfortableCells(item, columns), 0)));
}
