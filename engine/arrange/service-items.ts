/** Groups, notices, advertisements and 简讯 as things to place: rectangles within the rows that the layout calls legal. */
import type { Advertisement, Id, PhotoGroup } from '../issue/types';
import { patternFor } from '../layout/group-rows';
import type { Layout, RowRange } from '../layout/types';
import type { ContinuedStory } from './content';
import { groupPictureCost, groupWidthCost, HOLE_CELL, LEAST_TEXT_ROWS, OFF_BEST_ROW, widthCost } from './costs';
import type { Item, ItemContent, Shape } from './plan';

type Prices = (columns: number) => number;

/** Rows beyond the best at either end count OFF_BEST_ROW each. */
function ranged(range: RowRange, most: number, price: number): Shape[] {
  const shapes: Shape[] = [];
  for (let rows = Math.max(1, range.least); rows <= Math.min(range.most, most); rows++) {
    shapes.push({ rows, cost: price + Math.abs(rows - range.best) * OFF_BEST_ROW, quiet: true });
  }
  return shapes;
}

function serviceItem(content: ItemContent, shapesAt: (columns: number) => Shape[]): Item {
  const known: Shape[][] = [];
  return { content, rank: 'normal', shapes: (columns) => (known[columns] ??= shapesAt(columns)) };
}

/** A photo group wants about two thirds of the page, and pictures that show something. */
export function groupItem(group: PhotoGroup, most: number, pageColumns: number, layout: Layout): Item {
  const price: Prices = (columns) =>
    groupWidthCost(columns, pageColumns) + groupPictureCost(columns / Math.max(1, ...patternFor(group.pictures.length, columns)));
  return serviceItem({ kind: 'group', id: group.id }, (columns) =>
    ranged(layout.groupRows(group.id, columns), most, price(columns)),
  );
}

/** Service boxes are small: one or two columns. */
export function noticeItem(id: Id, most: number, pageColumns: number, layout: Layout): Item {
  const price: Prices = (columns) => (columns <= 2 ? 0 : (columns - 2) * 3 + (columns === pageColumns ? 4 : 0));
  return serviceItem({ kind: 'notice', id }, (columns) => ranged(layout.noticeRows(id, columns), most, price(columns)));
}

/** The size bought, or any legal one. */
export function advertisementItem(advertisement: Advertisement, most: number, layout: Layout): Item {
  return serviceItem({ kind: 'advertisement', id: advertisement.id }, (columns) => {
    if (advertisement.columns > 0 && columns !== advertisement.columns) return [];
    const shapes = ranged(layout.advertisementRows(advertisement.id, columns), most, columns === 1 ? 4 : 0);
    return advertisement.rows > 0 ? shapes.filter(({ rows }) => rows === advertisement.rows) : shapes;
  });
}

/** The rest of a story: its lines over the columns, below a mark where it comes from another page. */
export function continuationItem(
  story: ContinuedStory,
  most: number,
  pageColumns: number,
  layout: Layout,
  holeRows: number,
): Item {
  const { id, lines, from } = story;
  return serviceItem({ kind: 'continuation', id }, (columns) => {
    const mark = from > 0 ? layout.markRows(id, from, columns) : 0;
    const least = Math.ceil(lines / columns);
    const price = widthCost('normal', columns, pageColumns);
    const shapes: Shape[] = [];
    if (least < Math.min(LEAST_TEXT_ROWS, lines)) return shapes;
    for (let extra = 0; extra <= holeRows && mark + least + extra <= most; extra++) {
      shapes.push({ rows: mark + least + extra, cost: price + extra * columns * HOLE_CELL, quiet: true });
    }
    return shapes;
  });
}

/** 简讯 as an item: at any width as deep as its text, or up to `holeRows` rows deeper, of at most `most` rows in all. */
export function briefsItem(ids: readonly Id[], most: number, pageColumns: number, layout: Layout, holeRows: number): Item {
  return serviceItem({ kind: 'briefs', ids }, (columns) => {
    const least = layout.briefsRows(ids, columns);
    const price = widthCost('brief', columns, pageColumns);
    const shapes: Shape[] = [];
    for (let extra = 0; extra <= holeRows && least + extra <= most; extra++) {
      shapes.push({ rows: least + extra, cost: price + extra * columns * HOLE_CELL, quiet: true });
    }
    return shapes;
  });
}
