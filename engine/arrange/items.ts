/** The items of a page, and clusters of them when there are too many for one table. */
import type { GridRect, Id, Issue } from '../issue/types';
import type { Layout } from '../layout/types';
import { createArticleItem, type Leeway, type PlansAt, plansOf } from './article-item';
import { type PlanContext, planContext } from './article-plans';
import { articleOf, type PageContent, type RankedArticle } from './content';
import { BLANK, type Item, type Shape } from './plan';
import { type Random, shuffled } from './random';
import { advertisementItem, briefsItem, continuationItem, groupItem, noticeItem } from './service-items';
import { MOST_ITEMS, ShapeTable } from './table';

/** Stories that may take an L-shape, the most important first: what bites into its neighbour has no headline level with another's. */
const BITING = 6;

/** What the search may do to make a page fit. */
export interface Terms {
  readonly holeRows: number;
  readonly fewerPictures: boolean;
  /** Share of the lines that may be overset, and how many of the least important articles that concerns. */
  readonly overset: number;
  readonly shortened: number;
}

/** Items of a page and plans of its stories, by what they depend on. */
export class KnownItems {
  private readonly items = new Map<string, Item>();
  private readonly plans = new Map<string, { readonly context: PlanContext; readonly plansAt: PlansAt }>();

  item(key: string, make: () => Item): Item {
    const item = this.items.get(key) ?? make();
    this.items.set(key, item);
    return item;
  }

  planned(key: string, make: () => PlanContext): { readonly context: PlanContext; readonly plansAt: PlansAt } {
    let known = this.plans.get(key);
    if (!known) {
      const context = make();
      known = { context, plansAt: plansOf(context) };
      this.plans.set(key, known);
    }
    return known;
  }
}

/**
 * Makes everything of a page into items, the most important first; items are kept in `known`, so that asking again with other
 * terms, less content or more lines of a few stories is cheap. The area, one for all that share `known`, bounds widths and
 * heights; `addedLines` are lines that an article turned out to need beyond its count.
 */
export function createItemMaker(
  issue: Issue,
  layout: Layout,
  area: GridRect,
  addedLines: ReadonlyMap<Id, number>,
  known = new KnownItems(),
) {
  const { rows, columns } = area;
  const keep = (key: string, make: () => Item): Item => known.item(key, make);
  const article = ({ id, rank, opening }: RankedArticle, leeway: Leeway, fewerPictures: boolean, bites: boolean): Item => {
    const added = addedLines.get(id) ?? 0;
    const planned = `${id} ${rank} ${opening} ${added} ${fewerPictures}`;
    return keep(`article ${planned} ${leeway.holeRows} ${leeway.overset} ${bites}`, () => {
      const make = () => planContext(issue, layout, articleOf(issue, id), rank, added, fewerPictures, opening);
      const { context, plansAt } = known.planned(planned, make);
      return createArticleItem(context, rows, leeway, bites, plansAt);
    });
  };
  return (content: PageContent, { holeRows, fewerPictures, overset, shortened }: Terms): Item[] => {
    const shortenedFrom = content.articles.length - shortened;
    const groups = issue.groups.filter(({ id }) => content.groups.includes(id));
    const advertisements = issue.advertisements.filter(({ id }) => content.advertisements.includes(id));
    const briefs = content.briefs.length > 0 ? [content.briefs] : [];
    return [
      ...content.articles.map((one, index) =>
        article(one, { holeRows, overset: index < shortenedFrom ? 0 : overset }, fewerPictures, index < BITING),
      ),
      ...(content.continuations ?? []).map((story) => {
        const lines = story.lines + (addedLines.get(story.id) ?? 0);
        return keep(`continuation ${story.id} ${lines} ${holeRows}`, () =>
          continuationItem({ ...story, lines }, rows, columns, layout, holeRows),
        );
      }),
      ...groups.map((group) => keep(`group ${group.id}`, () => groupItem(group, rows, columns, layout))),
      ...briefs.map((ids) => keep(`briefs ${ids} ${holeRows}`, () => briefsItem(ids, rows, columns, layout, holeRows))),
      ...content.notices.map((id) => keep(`notice ${id}`, () => noticeItem(id, rows, columns, layout))),
      ...advertisements.map((one) => keep(`advertisement ${one.id}`, () => advertisementItem(one, rows, layout))),
    ];
  };
}

/**
 * At most `most` items: of more, some are set together at random and move as one. The first, which is the lead, stays alone,
 * and the stiffest of the others as long as there are bins for it: two things that suit few widths hardly ever suit each other.
 */
export function clustered(items: readonly Item[], columns: number, rows: number, random: Random, most = MOST_ITEMS): Item[] {
  if (items.length <= most) return [...items];
  const [lead, ...others] = items;
  const mixed = shuffled(others, random);
  const widths = new Map(others.map((item) => [item, widthsOf(item, columns)]));
  const alone = Math.max(0, 2 * (most - 1) - others.length);
  const stiff = [...mixed].sort((one, other) => widths.get(one)! - widths.get(other)!).slice(0, alone);
  const bins: Item[][] = Array.from({ length: most - 1 - alone }, () => []);
  for (const [index, item] of mixed.filter((one) => !stiff.includes(one)).entries()) bins[index % bins.length]!.push(item);
  return [lead!, ...stiff, ...bins.map((bin) => (bin.length === 1 ? bin[0]! : cluster(bin, columns, rows, random)))];
}

/** How many widths suit an item. */
function widthsOf(item: Item, columns: number): number {
  let widths = 0;
  for (let width = 1; width <= columns; width++) if (item.shapes(width).length > 0) widths++;
  return widths;
}

function cluster(members: readonly Item[], columns: number, rows: number, random: Random): Item {
  const table = new ShapeTable(clustered(members, columns, rows, random), columns, rows, { random, whim: 0 });
  const known: Shape[][] = [];
  const shapesAt = (width: number): Shape[] => {
    const shapes: Shape[] = [];
    table.complete(width);
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
    shapes: (width) => (known[width] ??= shapesAt(width)),
  };
}

/** Cells that an item takes at least, with so many blank rows below it; infinite when no width suits it. */
export function leastCells(item: Item, columns: number, blank = 0): number {
  let least = Number.POSITIVE_INFINITY;
  for (let width = 1; width <= columns; width++)
    for (const { rows } of item.shapes(width)) least = Math.min(least, (rows + blank) * width);
  return least;
}

/** What a shape may cost more than the item's cheapest and still look right. */
const COMFORT = 15;

/** Cells that an item takes at most without being stretched, as a rectangle or not, with the blank row below it. */
export function comfortableCells(item: Item, columns: number): number {
  let cheapest = Number.POSITIVE_INFINITY;
  for (let width = 1; width <= columns; width++) for (const { cost } of item.shapes(width)) cheapest = Math.min(cheapest, cost);
  let most = 0;
  for (let width = 1; width <= columns; width++) {
    for (const { rows, cost } of item.shapes(width))
      if (cost <= cheapest + COMFORT) most = Math.max(most, (rows + BLANK) * width);
    const flow = item.flow?.(width);
    if (!flow) continue;
    let cells = flow.most;
    while (cells >= flow.least && flow.prices[cells]! > cheapest + COMFORT) cells--;
    if (cells >= flow.least) most = Math.max(most, cells + BLANK * width);
  }
  return most;
}
