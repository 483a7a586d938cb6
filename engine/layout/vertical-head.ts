/** Vertical headlines (竖题): one column at the block's left, lines read from right to left. */
import type { Article } from '../issue/types';
import { authorOf } from './body';
import { BLACK } from './colours';
import { BASELINE, type Grid, MM, rowsFor } from './grid';
import { breakHeadline, type HeadBreak } from './head-breaks';
import { phrases } from './head-manner';
import { roughWidth } from './head-places';
import type { HeadSetting } from './head-stack';
import { type SetLine, setOnOneLine } from './set-text';
import type { Sheet } from './sheet';
import { AUTHOR, HEAD_FOOT, HEAD_STYLES } from './styles';
import type { HeadPlan } from './types';
import { setVertical, type VerticalLine, verticalRuns } from './vertical-text';

/** Middles of the lines from the column's middle, and the drop of the second line; points of a column of 11 × 9 pt. */
const MIDDLES = { kicker: 13.6 * MM, lines: [4.2 * MM, -9.2 * MM], single: -2.5 * MM };
const DROP = 10 * MM;
const DESIGN_COLUMN = 99;

/** Narrowest column that takes a vertical headline, and the largest type in it, points of the design's column. */
const NARROWEST = 85;
const LARGEST = 36;

/** A headline up to this long stands in one line, em. */
const UNBROKEN = 5;

/** Deepest vertical headline that the planner proposes, rows, and the longest line, em. */
const MOST_ROWS = 24;
const MOST_EM = 9;

/** Largest vertical headline that a column of so many points takes, points; 0 when the column is too narrow. */
export function largestVertical(grid: Grid, width: number): number {
  const design = width / grid.scale;
  return design < NARROWEST ? 0 : (LARGEST * width) / DESIGN_COLUMN;
}

/** A vertical headline worked out: its lines with their places in the column. */
export interface VerticalHead {
  readonly lines: readonly string[];
  readonly size: number;
  readonly kicker: VerticalLine | undefined;
  readonly headline: readonly VerticalLine[];
  /** The author's name, level, on the last row of the depth. */
  readonly author: SetLine | undefined;
  /** Depth with the white above and below, points. */
  readonly depth: number;
}

/** Plans a vertical headline of one or two lines; none when the article has a deck or too long a headline or kicker. */
export function planVertical(grid: Grid, setting: HeadSetting, article: Article): HeadPlan[] {
  const given = article.headline.filter((line) => line.trim() !== '');
  if (article.deck !== '' || given.length === 0 || given.length > 2) return [];
  for (const { lines } of waysToBreak(given, setting)) {
    const plan = planLines(grid, setting, article, lines);
    if (plan) return [plan];
  }
  return [];
}

function waysToBreak(given: readonly string[], setting: HeadSetting): readonly HeadBreak[] {
  const whole = { lines: given, cost: 0 };
  const unbroken = given.length === 2 || roughWidth(given[0]) <= UNBROKEN;
  return unbroken ? [whole] : [...breakHeadline(given[0], 2, setting.sense).slice(0, 1), whole];
}

function planLines(grid: Grid, setting: HeadSetting, article: Article, lines: readonly string[]): HeadPlan | undefined {
  if (lines.some((line) => roughWidth(line) > MOST_EM)) return undefined;
  const largest = largestVertical(grid, grid.columnWidth);
  for (const size of HEAD_STYLES.vertical.headline.sizes) {
    if (size * grid.scale > largest) continue;
    const head = setVerticalHead(setting, article, lines, size * grid.scale);
    const headRows = rowsFor(grid, head.depth);
    if (headRows <= MOST_ROWS) return { head: 'vertical', size: head.size, lines, headRows, headColumns: 1, textColumns: 0 };
  }
  return undefined;
}

export function setVerticalHead(setting: HeadSetting, article: Article, lines: readonly string[], size: number): VerticalHead {
  const { headline, kicker, top } = HEAD_STYLES.vertical;
  const { scale, fonts } = setting;
  const set = lines.map((line) => setVertical(phrases(line), headline.face, size, headline.tracking, fonts));
  const kickerLine =
    article.kicker === ''
      ? undefined
      : setVertical(phrases(article.kicker), kicker.face, kicker.sizes[0] * scale, kicker.tracking, fonts);
  const depths = set.map((line, i) => i * DROP * scale + line.length);
  const name = phrases(authorOf(article));
  const author =
    name === '' ? undefined : setOnOneLine([{ text: name, face: AUTHOR.part.face }], AUTHOR.vertical.size * scale, 0, fonts);
  const authorDepth = author ? AUTHOR.vertical.row * scale : 0;
  const depth = (top + HEAD_FOOT) * scale + Math.max(kickerLine?.length ?? 0, ...depths) + authorDepth;
  return { lines, size, kicker: kickerLine, headline: set, author, depth };
}

/** Draws the headline in a column of so many points from `left`. */
export function drawVertical(sheet: Sheet, head: VerticalHead, left: number, width: number, rowTop: number): void {
  const { grid } = sheet.context;
  const { top } = HEAD_STYLES.vertical;
  const middle = left + width / 2;
  const wide = width / DESIGN_COLUMN;
  const start = rowTop + top * grid.scale;
  const alone = head.headline.length === 1;
  const show = (line: VerticalLine, x: number, top: number) => {
    sheet.report(line);
    sheet.items.push(...verticalRuns(line, x, top, BLACK));
  };
  if (head.kicker) show(head.kicker, middle + MIDDLES.kicker * wide, start);
  head.headline.forEach((line, i) => {
    show(line, middle + (alone ? MIDDLES.single : MIDDLES.lines[i]) * wide, start + i * DROP * grid.scale);
  });
  const lastRow = rowsFor(grid, head.depth) - 1;
  if (head.author) sheet.set(head.author, middle, rowTop + lastRow * grid.pitch + BASELINE * grid.em, 'centre');
}
