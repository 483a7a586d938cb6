/** The items of a page, and clusters of them when there are too many for one table. */
import type { GridRect, Id, Issue } from '../issue/types';
import type { Layout } from '../layout/types';
import { createArticleItem, type Leeway } from './article-item';
import { planContext } from './article-plans';
import { articleOf, type PageContent } from './content';
import type { Item, Shape } from './plan';
import { type Random, shuffled } from './random';
import { advertisementItem, briefsItem, groupItem, noticeItem } from './service-items';
import { MOST_ITEMS, ShapeTable } from './table';

/** Stories that may take an L-shape: the biggest ones have the text for it. */
const BITING = 3;

/** What the search may do to make a page fit. */
export interface Terms {
  readonly holeRows: number;
  /** Share of the lines that may be overset, and how many of the least important articles that concerns. */
  readonly overset: number;
  readonly shortened: number;
  /** Lines that an article turned out to need beyond its count. */
  readonly addedLines: ReadonlyMap<Id, number>;
}

/** Everything of the page as items, the most important first. The area bounds widths and heights. */
export function createItems(issue: Issue, layout: Layout, content: PageContent, area: GridRect, terms: Terms): Item[] {
  const { rows, columns } = area;
  const leeway: Leeway = { holeRows: terms.holeRows, overset: 0 };
  const shortenedFrom = content.articles.length - terms.shortened;
  let order = 0;
  const articles = content.articles.map(({ id, rank }, index) => {
    const context = planContext(issue, layout, articleOf(issue, id), rank, terms.addedLines.get(id) ?? 0);
    const own = index >= shortenedFrom ? { ...leeway, overset: terms.overset } : leeway;
    return createArticleItem(context, order++, rows, own, index < BITING);
  });
  const groups = issue.groups.filter(({ id }) => content.groups.includes(id));
  const advertisements = issue.advertisements.filter(({ id }) => content.advertisements.includes(id));
  return [
    ...articles,
    ...groups.map((group) => groupItem(group, order++, rows, columns, layout)),
    ...(content.briefs.length > 0 ? [briefsItem(content.briefs, order++, rows, columns, layout, leeway)] : []),
    ...content.notices.map((id) => noticeItem(id, order++, rows, columns, layout)),
    ...advertisements.map((advertisement) => advertisementItem(advertisement, order++, rows, layout)),
  ];
}

/**
 * At most MOST_ITEMS items: random neighbours in importance are set together and move as one. The first stays by itself,
 * so that the lead keeps its choice.
 */
export function clustered(items: readonly Item[], columns: number, rows: number, random: Random): Item[] {
  if (items.length <= MOST_ITEMS) return [...items];
  const [lead, ...others] = items;
  const bins: Item[][] = Array.from({ length: MOST_ITEMS - 1 }, () => []);
  shuffled(others, random).forEach((item, index) => {
    bins[index % bins.length]!.push(item);
  });
  return [lead!, ...bins.map((bin) => (bin.length === 1 ? bin[0]! : cluster(bin, columns, rows, random)))];
}

function cluster(members: readonly Item[], columns: number, rows: number, random: Random): Item {
  const table = new ShapeTable(clustered(members, columns, rows, random), columns, rows, random, 0);
  const known: Shape[][] = [];
  const shapesAt = (width: number): Shape[] => {
    const shapes: Shape[] = [];
    const { least, most } = table.heightRange(table.full, width);
    for (let height = least; height <= most; height++) {
      const cost = table.price(table.full, width, height);
      if (cost === Number.POSITIVE_INFINITY) continue;
      shapes.push({
        rows: height,
        cost,
        quiet: table.isQuiet(table.full, width, height),
        tree: table.tree(table.full, width, height),
      });
    }
    return shapes;
  };
  const first = members[0]!;
  return {
    content: { kind: 'cluster' },
    rank: first.rank,
    order: first.order,
    shapes: (width) => (known[width] ??= shapesAt(width)),
  };
}

/** Cells that an item takes at least; infinite when no width suits it. */
export function leastCells(item: Item, columns: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let width = 1; width <= columns; width++) for (const { rows } of item.shapes(width)) least = Math.min(least, rows * width);
  return least;
}
