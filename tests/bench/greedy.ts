/** What a page looks like without a search: every item in its usual shape, one after the other, where it comes to stand highest. */
import { contentArea } from '../../engine/arrange/area';
import { distribute } from '../../engine/arrange/distribute';
import { createItemMaker, leastCells } from '../../engine/arrange/items';
import { BLANK, type Item, type Shape } from '../../engine/arrange/plan';
import type { GridRect, Issue } from '../../engine/issue/types';
import type { Layout } from '../../engine/layout/types';

export interface Baseline {
  /** Share of the area that the greedy page covers, 0–1, and items for which it found no room. */
  readonly fill: number;
  readonly leftOff: number;
  /** Share of the area that the items take at least: above 1 no page holds them. */
  readonly bound: number;
}

interface Spot {
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  readonly shape: Shape;
}

export function greedy(issue: Issue, page: number, layout: Layout): Baseline {
  const area = contentArea(issue.pages[page - 1]!, issue.spec);
  const content = distribute(issue, layout, [page]).get(page);
  const items = createItemMaker(
    issue,
    layout,
    area,
    new Map(),
  )(content, { holeRows: 0, fewerPictures: false, overset: 0, shortened: 0 });
  const sky = new Array<number>(area.columns).fill(0);
  let covered = 0;
  let leftOff = 0;
  for (const item of items) {
    const spot = highest(item, sky, area);
    if (!spot) {
      leftOff++;
      continue;
    }
    for (let column = spot.column; column < spot.column + spot.columns; column++) {
      const gap = spot.row - sky[column]!;
      covered += spot.shape.rows + (gap === BLANK ? BLANK : 0);
      sky[column] = spot.row + spot.shape.rows;
    }
  }
  const cells = area.columns * area.rows;
  const least = items.reduce((sum, item) => sum + leastCells(item, area.columns), 0);
  return { fill: covered / cells, leftOff, bound: least / cells };
}

/** The cheapest shape of each width at its highest place; of those the highest, the cheapest of equals. */
function highest(item: Item, sky: readonly number[], area: GridRect): Spot | undefined {
  let best: Spot | undefined;
  for (let columns = 1; columns <= area.columns; columns++) {
    const shape = [...item.shapes(columns)].sort((a, b) => a.cost - b.cost)[0];
    if (!shape) continue;
    for (let column = 0; column + columns <= area.columns; column++) {
      const top = Math.max(...sky.slice(column, column + columns));
      const row = top === 0 ? 0 : top + BLANK;
      if (row + shape.rows > area.rows) continue;
      const better = !best || row < best.row || (row === best.row && shape.cost < best.shape.cost);
      if (better) best = { column, columns, row, shape };
    }
  }
  return best;
}
