/** Chooses headline class, size and line breaks for an article at a width. */
import type { Article } from '../issue/types';
import { boxColumns, divideWidth } from './article-space';
import { columnsWidth, type Grid, rowsFor } from './grid';
import { breakHeadline, type HeadBreak } from './head-breaks';
import { roughWidth } from './head-places';
import { buildStack, classScale, type HeadSetting, type HeadStack, lineWidth, type StackPlace } from './head-stack';
import { HEAD_FILL, HEAD_STYLES, type HeadClass } from './styles';
import type { HeadPlan, Layout } from './types';
import { planVertical } from './vertical-head';

type Rank = Parameters<Layout['planHeads']>[2];

const COST = {
  /** For each step down the scale of sizes. */
  sizeStep: 0.16,
  /** For each headline line more or less than the class looks right with. */
  lines: 0.35,
  /** For a widest line outside the share of the measure that looks right, for the whole measure. */
  fill: 1,
  /** For a class further down the list of those that suit the width. */
  rank: 0.8,
  /** For lines of the writer that differ by the whole measure. */
  uneven: 1.5,
  /** For joining lines that the writer broke. */
  joined: 0.15,
};

/** Classes that suit a rank at a width, the usual one first. */
function classesFor(rank: Rank, columns: number): readonly HeadClass[] {
  if (columns === 1) return ['single'];
  if (rank === 'lead') return columns >= 5 ? ['inside', 'lead'] : columns >= 3 ? ['lead', 'inside'] : ['inside', 'second'];
  if (columns >= 4) return ['wide'];
  if (columns === 3) return rank === 'brief' ? ['wide'] : ['wide', 'second'];
  return rank === 'brief' ? ['single', 'second'] : ['second', 'wide'];
}

interface Candidate {
  readonly plan: HeadPlan;
  readonly cost: number;
  /** Share of the measure that the widest line fills. */
  readonly fill: number;
}

/** Cost of a headline that fits no class and is broken anywhere. */
const LAST_RESORT = 10;

/** Share of the measure below which a headline is not broken into more lines. */
const LEAST_FILL = 0.45;
/** The same for lines that the writer asked for: a few large characters are lost in the middle of a wide page. */
const LEAST_ASKED_FILL = 0.3;
/** Unevenness up to which the writer's own lines stand. */
const MOST_UNEVENNESS = 0.2;

/** Width that a headline class has in so many columns, points: in a box, one of its text columns. */
function headMeasure(grid: Grid, head: HeadClass, columns: number): number {
  const width = columnsWidth(grid, columns);
  return head === 'box' ? divideWidth(grid, width - 2 * grid.em, boxColumns(columns)).measure : width;
}

/** Headline stacks for an article at a width in columns, best first; at least one. See `Layout.planHeads`. */
export function planHeads(grid: Grid, setting: HeadSetting, article: Article, columns: number, rank: Rank): HeadPlan[] {
  const usual = classesFor(rank, columns);
  const classes: readonly HeadClass[] = rank === 'lead' || columns === 1 || columns > 4 ? usual : [...usual, 'box'];
  const candidates = classes.flatMap((head, order) => {
    const place = { ...setting, head, scale: classScale(grid, head), measure: headMeasure(grid, head, columns) };
    const columnsUsed = head === 'box' ? { headColumns: 1, textColumns: boxColumns(columns) } : {};
    return planClass(grid, place, article).map(({ plan, cost }) => ({
      plan: { ...plan, ...columnsUsed },
      cost: cost + order * COST.rank,
    }));
  });
  const plans = candidates.sort((a, b) => a.cost - b.cost).map((candidate) => candidate.plan);
  if (article.photos.length > 0 && columns >= LEAST_ON_PICTURE) plans.push(...planOnPicture(grid, setting, article, columns));
  if (columns >= 2 && rank !== 'brief') plans.push(...planVertical(grid, setting, article));
  return plans;
}

/** Columns that a picture has at least for a headline to stand on it. */
const LEAST_ON_PICTURE = 3;

/** Headlines for a picture over these columns, the best first: each stands at full size, or not at all. */
function planOnPicture(grid: Grid, setting: HeadSetting, article: Article, columns: number): HeadPlan[] {
  const place = {
    ...setting,
    head: 'picture' as const,
    scale: classScale(grid, 'picture'),
    measure: columnsWidth(grid, columns),
  };
  const fitting = planClass(grid, place, article).filter(({ cost }) => cost < LAST_RESORT);
  return fitting.sort((a, b) => a.cost - b.cost).map(({ plan }) => plan);
}

/** The best plan of a class for each number of lines; when nothing fits, the smallest size broken anywhere. */
export function planClass(grid: Grid, place: StackPlace, article: Article): Candidate[] {
  const style = HEAD_STYLES[place.head];
  const found: Candidate[] = [];
  for (let count = 1; count <= style.mostLines; count++) {
    const options = waysToBreak(article.headline, count, place).flatMap((way) => planWay(grid, place, article, way) ?? []);
    const best = options.sort((a, b) => a.cost - b.cost)[0];
    if (best) found.push(best);
  }
  if (found.length > 0) return found.filter((candidate) => !brokenForNothing(candidate, found, article));
  const least = style.headline.sizes.at(-1)! * place.scale;
  const stack = buildStack(place, article, article.headline, least, true);
  return [{ plan: planOf(grid, place, stack), cost: LAST_RESORT, fill: stack.fill }];
}

/** A break that is stored, at the largest size of the class at which it fits. */
export function planStored(grid: Grid, place: StackPlace, article: Article, lines: readonly string[]): HeadPlan {
  const planned = planWay(grid, place, article, { lines, cost: 0 });
  if (planned) return planned.plan;
  const least = HEAD_STYLES[place.head].headline.sizes.at(-1)! * place.scale;
  return planOf(grid, place, buildStack(place, article, lines, least, true));
}

/** Where fewer lines fit: lines that fill little of the measure and that the writer did not ask for, or very unlike ones. */
function brokenForNothing({ plan, fill }: Candidate, found: readonly Candidate[], article: Article): boolean {
  const count = plan.lines.length;
  const asked = count <= article.headline.length;
  if (fill >= (asked ? LEAST_ASKED_FILL : LEAST_FILL) && unevenness(plan.lines) <= MOST_UNEVENNESS) return false;
  return found.some((other) => other.plan.lines.length < count);
}

/** The writer's own lines where their number is asked for; one line from several; otherwise broken by sense. */
function waysToBreak(headline: readonly string[], count: number, place: StackPlace): HeadBreak[] {
  const given = headline.filter((line) => line.trim() !== '');
  if (given.length === count) return [{ lines: given, cost: unevenness(given) * COST.uneven }];
  if (given.length === 0) return [];
  if (count === 1) return [{ lines: [given.join(' ')], cost: COST.joined }];
  if (given.length === 1) return breakHeadline(given[0], count, place.sense);
  return given.length < count ? breakLongest(given, count, place) : [];
}

/** How much more than a third the lines differ, as a share of the longest. */
function unevenness(lines: readonly string[]): number {
  const widths = lines.map((line) => roughWidth(line));
  const longest = Math.max(...widths);
  return Math.max(0, (longest - Math.min(...widths)) / longest - 1 / 3);
}

/** Keeps the writer's lines and breaks the longest of them further. */
function breakLongest(given: readonly string[], count: number, place: StackPlace): HeadBreak[] {
  const widths = given.map((line) => roughWidth(line));
  const longest = widths.indexOf(Math.max(...widths));
  const parts = breakHeadline(given[longest], count - given.length + 1, place.sense);
  return parts.map(({ lines, cost }) => ({ lines: [...given.slice(0, longest), ...lines, ...given.slice(longest + 1)], cost }));
}

/** The largest size of the scale at which every line fits. */
function planWay(grid: Grid, place: StackPlace, article: Article, way: HeadBreak): Candidate | undefined {
  const { headline, idealLines } = HEAD_STYLES[place.head];
  const width = widest(place, way.lines) * place.scale;
  const step = headline.sizes.findIndex((size) => width * size <= place.measure * HEAD_FILL.most);
  if (step < 0) return undefined;
  const stack = buildStack(place, article, way.lines, headline.sizes[step] * place.scale, true);
  const outside = Math.max(0, HEAD_FILL.low - stack.fill, stack.fill - HEAD_FILL.high);
  const cost = way.cost + step * COST.sizeStep + Math.abs(way.lines.length - idealLines) * COST.lines + outside * COST.fill;
  return { plan: planOf(grid, place, stack), cost, fill: stack.fill };
}

/** Width of the widest line in points at 1 pt, to which widths are proportional. */
function widest(place: StackPlace, lines: readonly string[]): number {
  return Math.max(...lines.map((line) => lineWidth(place, HEAD_STYLES[place.head].headline, line, 1)));
}

function planOf(grid: Grid, { head }: StackPlace, stack: HeadStack): HeadPlan {
  const lines = stack.lines.filter((line) => line.part === 'headline').map((line) => line.text);
  return { head, size: stack.size, lines, headRows: rowsFor(grid, stack.depth), headColumns: 0, textColumns: 0 };
}
