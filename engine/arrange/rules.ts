/** The rules of layout as plain questions about figures. Scores price the answers, checks report them. */
import type { GridRect } from '../issue/types';
import { COLLISION_ROWS, type Rank } from './costs';
import type { Figure, Head } from './figures';
import { BLANK } from './plan';

/** From what leads to what hardly counts. */
export const RANKS: readonly Rank[] = ['lead', 'major', 'normal', 'brief'];

export interface Pair {
  readonly first: number;
  readonly second: number;
}

/** Headlines side by side at one height (碰题); `near` when only their rows overlap. Vertical headlines do not collide. */
export function collisions(figures: readonly Figure[]): (Pair & { readonly near: boolean })[] {
  const found: (Pair & { near: boolean })[] = [];
  for (let first = 0; first < figures.length; first++) {
    const one = loudHead(figures[first]!);
    if (!one) continue;
    for (let second = first + 1; second < figures.length; second++) {
      const other = loudHead(figures[second]!);
      if (!other || !sideBySide(one, other)) continue;
      const apart = Math.abs(one.row - other.row);
      if (apart <= COLLISION_ROWS) found.push({ first, second, near: false });
      else if (one.row < other.row + other.rows && other.row < one.row + one.rows) found.push({ first, second, near: true });
    }
  }
  return found;
}

function loudHead(figure: Figure): GridRect | undefined {
  return figure.head && !figure.head.vertical && !figure.head.onPicture && !figure.boxed ? figure.head.rect : undefined;
}

function sideBySide(one: GridRect, other: GridRect): boolean {
  return one.column + one.columns === other.column || other.column + other.columns === one.column;
}

/**
 * Stories whose headline is smaller than that of one to which the editor gave less weight, which is `second`. The lead has a
 * rule of its own; vertical headlines, boxes and sizes that the layout chooses are measured otherwise.
 */
export function outweighed(figures: readonly Figure[]): Pair[] {
  const found: Pair[] = [];
  const weighed = (figure: Figure) => figure.asked && figure.rank !== 'lead' && loudHead(figure) && figure.head!.size > 0;
  figures.forEach((one, first) => {
    if (!weighed(one)) return;
    figures.forEach((other, second) => {
      const isLess = weighed(other) && RANKS.indexOf(other.asked!) > RANKS.indexOf(one.asked!);
      if (isLess && other.head!.size > one.head!.size) found.push({ first, second });
    });
  });
  return found;
}

/** Neighbours whose blocks are equally wide under the same headline: a page of tiles. */
export function lookAlikes(figures: readonly Figure[]): Pair[] {
  const found: Pair[] = [];
  for (let first = 0; first < figures.length; first++) {
    for (let second = first + 1; second < figures.length; second++) {
      const one = figures[first]!;
      const other = figures[second]!;
      if (one.head && other.head && touch(one.rect, other.rect) && sameHead(one, other, one.head, other.head))
        found.push({ first, second });
    }
  }
  return found;
}

/** Stories of one width, each right below the other, under headlines of as many lines: tiles, whatever their sizes. */
export function stackedAlike(figures: readonly Figure[]): Pair[] {
  const found: Pair[] = [];
  for (let first = 0; first < figures.length; first++) {
    for (let second = 0; second < figures.length; second++) {
      const one = figures[first]!;
      const other = figures[second]!;
      const below = one.rect.row + one.rect.rows + BLANK === other.rect.row;
      const level = one.rect.column === other.rect.column && one.rect.columns === other.rect.columns;
      if (below && level && loudHead(one) && loudHead(other) && one.head!.lines === other.head!.lines)
        found.push({ first, second });
    }
  }
  return found;
}

function sameHead(one: Figure, other: Figure, a: Head, b: Head): boolean {
  return (
    one.rect.columns === other.rect.columns &&
    a.size === b.size &&
    a.lines === b.lines &&
    a.vertical === b.vertical &&
    one.boxed === other.boxed
  );
}

/** Whether two blocks lie side by side or one on the other, with the blank row at most between them. */
export function touch(one: GridRect, other: GridRect): boolean {
  const columnsMeet = one.column < other.column + other.columns && other.column < one.column + one.columns;
  const rowsMeet = one.row < other.row + other.rows && other.row < one.row + one.rows;
  const beside = one.column + one.columns === other.column || other.column + other.columns === one.column;
  const stacked = Math.min(Math.abs(one.row + one.rows - other.row), Math.abs(other.row + other.rows - one.row)) <= 1;
  return (rowsMeet && beside) || (columnsMeet && stacked);
}

/** Rows at each column edge along which a gutter parts two stories (断版), as a share of the area’s rows. */
export function gutterShares(figures: readonly Figure[], owners: Int16Array, area: GridRect): number[] {
  const stories = storiesAmong(figures);
  const shares: number[] = [];
  for (let edge = 1; edge < area.columns; edge++) {
    let rows = 0;
    for (let row = 0; row < area.rows; row++) {
      const left = owners[row * area.columns + edge - 1]!;
      const right = owners[row * area.columns + edge]!;
      if (left !== right && stories[left + 1] === 1 && stories[right + 1] === 1) rows++;
    }
    shares.push(rows / area.rows);
  }
  return shares;
}

/** Columns at each row over which a rule parts two stories (通线), as a share of the area’s columns. */
export function ruleShares(figures: readonly Figure[], owners: Int16Array, area: GridRect): number[] {
  const stories = storiesAmong(figures);
  const shares: number[] = [];
  for (let row = 1; row < area.rows - 1; row++) {
    let columns = 0;
    for (let column = 0; column < area.columns; column++) {
      const at = row * area.columns + column;
      if (owners[at]! >= 0) continue;
      const above = owners[at - area.columns]!;
      const below = owners[at + area.columns]!;
      if (above >= 0 && below >= 0 && stories[above + 1] === 1 && stories[below + 1] === 1) columns++;
    }
    shares.push(columns / area.columns);
  }
  return shares;
}

/**
 * By owner + 1 whether a gap beside it counts: it parts stories, not advertisements, pictures or boxes, whose edges are wanted.
 * A gap itself counts with what it parts.
 */
function storiesAmong(figures: readonly Figure[]): Uint8Array {
  const stories = new Uint8Array(figures.length + 1);
  stories[0] = 1;
  figures.forEach(({ kind, boxed, spread }, index) => {
    if ((kind === 'article' || kind === 'continuation') && !boxed && !spread) stories[index + 1] = 1;
  });
  return stories;
}

/** Whether the page has at least two pictures and all stand in its left or right half. */
export function picturesOneSided(figures: readonly Figure[], area: GridRect): boolean {
  const pictures = figures.flatMap((figure) => figure.pictures);
  if (pictures.length < 2) return false;
  const middle = area.column + area.columns / 2;
  const centres = pictures.map(({ column, columns }) => column + columns / 2);
  return centres.every((centre) => centre < middle) || centres.every((centre) => centre > middle);
}
