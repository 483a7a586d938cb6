/** Vertical headlines (竖题): one column at the block's left, lines read from right to left. */
import type { Article } from '../issue/types';
import type { Grid } from './grid';
import { rowsFor } from './grid';
import { breakHeadline, type HeadBreak, roughWidth } from './head-breaks';
import { phrases, type StackPlace } from './head-stack';
import { HEAD_FOOT, HEAD_STYLES } from './styles';
import type { HeadPlan } from './types';

/** Drop of the second headline line below the first, points. */
export const VERTICAL_DROP = 28.35;

/** Deepest vertical headline that the planner proposes, rows, and the longest line, em. */
const MOST_ROWS = 24;
const MOST_EM = 9;

/** Plans a vertical headline of one or two lines; none when the article has a deck or too long a headline or kicker. */
export function planVertical(grid: Grid, base: Omit<StackPlace, 'head' | 'measure'>, article: Article): HeadPlan[] {
  const given = article.headline.filter((line) => line.trim() !== '');
  if (article.deck !== '' || given.length === 0 || given.length > 2) return [];
  const ways: HeadBreak[] =
    given.length === 2
      ? [{ lines: given, cost: 0 }]
      : [...breakHeadline(given[0], 2, base.cohesion).slice(0, 1), { lines: given, cost: 1 }];
  for (const way of ways) {
    const plan = planLines(grid, article, way.lines);
    if (plan) return [plan];
  }
  return [];
}

function planLines(grid: Grid, article: Article, lines: readonly string[]): HeadPlan | undefined {
  if (lines.some((line) => roughWidth([...line]) > MOST_EM)) return undefined;
  for (const size of HEAD_STYLES.vertical.headline.sizes) {
    const rows = rowsFor(grid, verticalDepth(article, lines, size * grid.scale, grid.scale));
    if (rows <= MOST_ROWS)
      return { head: 'vertical', size: size * grid.scale, lines, headRows: rows, headColumns: 1, textColumns: 0 };
  }
  return undefined;
}

/** Depth of a vertical stack with the white above and below, points. */
export function verticalDepth(article: Article, lines: readonly string[], size: number, scale: number): number {
  const { headline, kicker, top } = HEAD_STYLES.vertical;
  const depths = lines.map((line, i) => i * VERTICAL_DROP * scale + verticalLength(line, size, headline.tracking));
  const kickerDepth = verticalLength(phrases(article.kicker), kicker.sizes[0] * scale, kicker.tracking);
  return (top + HEAD_FOOT) * scale + Math.max(kickerDepth, ...depths);
}

function verticalLength(text: string, size: number, tracking: number): number {
  return [...text].length * size * (1 + tracking);
}
