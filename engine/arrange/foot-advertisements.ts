/** Advertisements side by side at the foot of the page, where everybody looks for them. */
import type { Advertisement, GridRect, Id } from '../issue/types';
import { ADVERTISEMENT_HIGH } from './costs';
import { freeDivisions, meets } from './divisions';
import { figureOf } from './figures';
import { type Found, findPages, type Job, NONE } from './find-pages';
import { createItemMaker } from './items';
import type { Placed } from './place';
import { BLANK, type Item } from './plan';

/**
 * Places for all of a page's advertisements at its foot, as far right as what is locked there lets them; undefined when they are
 * not all of a fixed size, or too wide for one row.
 */
export function atFoot(
  items: readonly Item[],
  advertisements: readonly Advertisement[],
  area: GridRect,
  locked: readonly GridRect[],
): Placed[] | undefined {
  const bought = items.flatMap((item) => {
    const { content } = item;
    const own = content.kind === 'advertisement' && advertisements.find(({ id }) => id === content.id);
    return own ? [{ item, columns: own.columns, rows: own.rows }] : [];
  });
  const width = bought.reduce((sum, { columns }) => sum + columns, 0);
  const isFixed = bought.every(({ columns, rows }) => columns > 0 && rows > 0 && rows < area.rows / 2);
  if (bought.length === 0 || !isFixed) return undefined;
  for (let from = area.column + area.columns - width; from >= area.column; from--) {
    let column = from;
    const row = bought.map(({ item, columns, rows }): Placed => {
      const rect = { column, row: area.row + area.rows - rows, columns, rows };
      column += columns;
      return { item, rect, cuts: [], cost: 0, overset: false };
    });
    if (!row.some(({ rect }) => locked.some((other) => meets(withBlank(rect), other)))) return row;
  }
  return undefined;
}

/** A rectangle with the blank row that parts it from what stands above. */
function withBlank(rect: GridRect): GridRect {
  return { ...rect, row: rect.row - BLANK, rows: rect.rows + BLANK };
}

/** Pages, and the job with which they were found. */
export interface Settled {
  readonly job: Job;
  readonly found: Found;
}

/**
 * As `findPages`; where an advertisement would stand high, pages around all of them at the foot, if those are better. `locked`
 * are the rectangles of what is locked.
 */
export function findPagesAtFoot(job: Job, addedLines: ReadonlyMap<Id, number>, locked: readonly GridRect[]): Settled {
  const found = findPages(job, addedLines);
  const { issue, content, layout, ground } = job;
  if ((found.candidates[0]?.parts.service ?? 0) < ADVERTISEMENT_HIGH) return { job, found };
  const items = createItemMaker(issue, layout, ground.area, addedLines, job.known)(content, NONE);
  const pinned = atFoot(items, issue.advertisements, ground.area, locked);
  if (!pinned) return { job, found };
  const other: Job = {
    ...job,
    pinned,
    content: { ...content, advertisements: [] },
    ground: {
      ...ground,
      fixed: [...ground.fixed, ...pinned.map((one, index) => figureOf(one, `pinned ${index}`))],
      divisions: freeDivisions(ground.area, [...locked, ...pinned.map(({ rect }) => rect)]),
    },
  };
  const around = findPages(other, addedLines, found.leftOff);
  const [best] = around.candidates;
  const isBetter = best && around.leftOff.length <= found.leftOff.length && best.total < found.candidates[0]!.total;
  return isBetter ? { job: other, found: around } : { job, found };
}
