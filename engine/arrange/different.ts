/** Which of the pages found are shown beside the best: good ones that look quite another. */
import type { GridRect } from '../issue/types';
import type { Candidate } from './search';

/** Two pages differ when at least this share of their blocks has another place or shape. */
export const DIFFERENT = 1 / 3;
/** Shares of blocks in quite another place that further proposals should have; the last only asks for any other place. */
const DIFFERENCES = [0.7, 0.5, DIFFERENT];
/** Rows by which a block has to move before anybody sees it, and what a page that is quite another may cost more. */
const GLANCE_ROWS = 8;
export const WORTH_A_LOOK = 30;

/** The best page, then good ones that look quite another; where there are none, the next best that differ enough. */
export function different(candidates: readonly Candidate[], count: number): Candidate[] {
  const chosen = candidates.slice(0, 1);
  const worst = (candidates[0]?.total ?? 0) + WORTH_A_LOOK;
  for (const share of DIFFERENCES) {
    for (const candidate of candidates) {
      if (chosen.length >= count || (share > DIFFERENT && candidate.total > worst)) break;
      if (chosen.every((other) => differ(candidate, other, share))) chosen.push(candidate);
    }
  }
  return chosen.sort((a, b) => a.total - b.total);
}

/** A third of the places differ at all, and a share of them at a glance. */
function differ(one: Candidate, other: Candidate, share: number): boolean {
  const places = new Map(other.placed.map(({ item, rect }) => [keyOf(item.content), rect]));
  const changed = (most: number) =>
    one.placed.filter(({ item, rect }) => distance(rect, places.get(keyOf(item.content))) > most).length;
  const least = Math.max(1, one.placed.length);
  return changed(0) / least >= DIFFERENT && (share === DIFFERENT || changed(GLANCE_ROWS) / least >= share);
}

/** Rows by which two places differ; infinite where their columns do. */
function distance(one: GridRect, other: GridRect | undefined): number {
  if (!other || one.column !== other.column || one.columns !== other.columns) return Number.POSITIVE_INFINITY;
  return Math.max(Math.abs(one.row - other.row), Math.abs(one.rows - other.rows));
}

function keyOf(content: object): string {
  return JSON.stringify(content);
}
