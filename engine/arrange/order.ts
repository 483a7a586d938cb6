/** Reading order: where the lead stands, and whether the eye finds every next column of a story. */
import type { GridRect } from '../issue/types';
import type { Figure } from './figures';

/** Leads that do not stand at the head of the area. */
export function leadsLow(figures: readonly Figure[], area: GridRect): number[] {
  return figures.flatMap(({ rank, head, rect }, index) => (rank === 'lead' && head && rect.row > area.row ? [index] : []));
}

/** Stories of which a column starts below another story's headline, or between whose columns nothing of their own stands. */
export function brokenOrders(figures: readonly Figure[]): number[] {
  return figures.flatMap((figure, index) =>
    figure.head && (startsBelowHead(figure, figures) || isParted(figure)) ? [index] : [],
  );
}

function startsBelowHead({ rect, cuts }: Figure, figures: readonly Figure[]): boolean {
  const over = cuts.filter((cut) => cut.row === rect.row && cut.row + cut.rows < rect.row + rect.rows);
  return figures.some(({ head }) => head && over.some((cut) => overlap(cut, head.rect)));
}

function isParted({ rect, cuts }: Figure): boolean {
  const isWhole = (cut: GridRect) => cut.row === rect.row && cut.rows >= rect.rows;
  let ended = false;
  for (let column = rect.column; column < rect.column + rect.columns; column++) {
    const gone = cuts.some((cut) => isWhole(cut) && column >= cut.column && column < cut.column + cut.columns);
    if (ended && !gone) return true;
    ended = gone;
  }
  return false;
}

function overlap(one: GridRect, other: GridRect): boolean {
  return (
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns &&
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows
  );
}
