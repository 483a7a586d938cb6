/** What an editor would object to on a page, priced. Parts are named, so that a proposal can say why it is the better one. */
import { isReadBefore } from '../issue/chain-faults';
import type { LayoutRule } from '../issue/layout-rules';
import type { GridRect } from '../issue/types';
import * as costs from './costs';
import { type Figure, figureOf, ownersOf } from './figures';
import type { Placed } from './place';
import { collisions, gutterShares, lookAlikes, outweighed, picturesOneSided, RANKS, ruleShares, stackedAlike } from './rules';
import { unmetWishes, type Wishes } from './wishes';

export type ScoreParts = Readonly<Record<string, number>>;

/** What prices of a page depend on besides its blocks. */
export interface Setting {
  readonly area: GridRect;
  /** Locked blocks. */
  readonly fixed: readonly Figure[];
  readonly wishes: Wishes;
  /** Rules that the paper does not hold to: breaking them costs nothing. */
  readonly rulesOff: ReadonlySet<LayoutRule>;
}

/** Rules behind the parts of a score. */
const RULE_OF: Readonly<Record<string, LayoutRule>> = {
  collisions: 'colliding-headlines',
  lookAlikes: 'look-alike',
  outshone: 'outshone-lead',
  weights: 'headline-weight',
  gutters: 'split-page',
  rules: 'through-rule',
  pictures: 'one-sided-pictures',
  lead: 'lead-low',
  wishes: 'wish',
};

/** Prices may differ by so much through the order in which they are added. */
const ROUNDING = 1e-6;

/** Prices a page; `spare` are the cells of the area left empty at the foot. Undefined as soon as it costs more than `limit`. */
export function scorePage(
  placed: readonly Placed[],
  { fixed, area, wishes, rulesOff }: Setting,
  spare: number,
  limit: number,
): ScoreParts | undefined {
  const held = (parts: ScoreParts) => (rulesOff.size === 0 ? parts : withoutRules(parts, rulesOff));
  const shapes = { shapes: placed.reduce((sum, { cost }) => sum + cost, 0), foot: costs.footCost(spare) };
  const most = limit + ROUNDING;
  if (total(shapes) > most) return undefined;
  const own = placed.map((one, index) => figureOf(one, String(index)));
  const figures = fixed.length === 0 ? own : [...own, ...fixed];
  const above = held(headlines(figures));
  const inPlace = held(places(figures, area));
  const known = total(shapes) + total(above) + total(inPlace);
  if (known > most) return undefined;
  // Straight lines are looked for cell by cell, last of all.
  const lines = held(straightLines(figures, area));
  if (known + total(lines) > most) return undefined;
  return {
    ...shapes,
    ...above,
    ...lines,
    ...held({ pictures: picturesOneSided(figures, area) ? costs.ONE_SIDED : 0 }),
    ...inPlace,
    ...held({ wishes: unmetWishes(wishes, figures).length * costs.UNMET_WISH }),
    ...(figures.some(({ continues }) => continues) ? { continued: continuedCost(figures) } : {}),
  };
}

function withoutRules(parts: ScoreParts, rulesOff: ReadonlySet<LayoutRule>): ScoreParts {
  return Object.fromEntries(Object.entries(parts).map(([name, price]) => [name, rulesOff.has(RULE_OF[name]!) ? 0 : price]));
}

/** The price of a page: the sum of what an editor would object to, in the units of costs.ts. */
export function total(parts: ScoreParts): number {
  let sum = 0;
  for (const name in parts) sum += parts[name]!;
  return sum;
}

function headlines(figures: readonly Figure[]): ScoreParts {
  const hits = collisions(figures);
  const near = hits.filter((hit) => hit.near).length;
  const lead = figures.find(({ rank, head }) => rank === 'lead' && head);
  const bigger = figures.flatMap(({ head }) =>
    lead && head && head.size > lead.head!.size ? [head.size - lead.head!.size] : [],
  );
  const rivals = figures.map(({ rank, head }) =>
    lead && head && !head.vertical && rank !== 'lead' ? head.size / lead.head!.size - costs.RIVAL_FROM : 0,
  );
  return {
    hierarchy: Math.max(0, ...rivals) * costs.RIVAL,
    collisions: (hits.length - near) * costs.COLLISION + near * costs.NEAR_COLLISION,
    lookAlikes: lookAlikes(figures).length * costs.LOOK_ALIKE + stackedAlike(figures).length * costs.TILE,
    weights: outweighed(figures).length * costs.OUTWEIGHED,
    effects:
      further(figures, ({ kind, boxed }) => kind === 'article' && boxed) * costs.FURTHER_BOX +
      further(figures, ({ head }) => head?.vertical ?? false) * costs.FURTHER_VERTICAL +
      further(figures, ({ head }) => head?.onPicture ?? false) * costs.FURTHER_ON_PICTURE,
    outshone: bigger.reduce((sum, points) => sum + costs.OUTSHINES + points * costs.OUTSHINES_POINT, 0),
  };
}

/** How many figures beyond the first do something. */
function further(figures: readonly Figure[], does: (figure: Figure) => boolean): number {
  return Math.max(0, figures.filter(does).length - 1);
}

function straightLines(figures: readonly Figure[], area: GridRect): ScoreParts {
  const owners = ownersOf(figures, area);
  const seen = (share: number) => Math.max(0, share - costs.STRAIGHT_FROM) / (1 - costs.STRAIGHT_FROM);
  return {
    gutters: gutterShares(figures, owners, area).reduce((sum, share) => sum + seen(share), 0) * costs.SPLIT_PAGE,
    rules: ruleShares(figures, owners, area).reduce((sum, share) => sum + seen(share), 0) * costs.THROUGH_RULE,
  };
}

/** Where things stand: the lead first, stories by rank, advertisements at the foot, service at the edge. */
function places(figures: readonly Figure[], area: GridRect): ScoreParts {
  let lead = 0;
  let service = 0;
  let order = 0;
  for (const figure of figures) {
    if (figure.rank === 'lead') lead += leadCost(figure, area);
    service += serviceCost(figure, area);
    for (const other of figures) order += orderCost(figure, other);
  }
  return { lead, service, order };
}

function leadCost({ rect }: Figure, area: GridRect): number {
  return (rect.row > area.row ? costs.LEAD_LOW : 0) + (rect.column > area.column ? costs.LEAD_RIGHT : 0);
}

function serviceCost({ kind, rect }: Figure, area: GridRect): number {
  const atFoot = rect.row + rect.rows === area.row + area.rows;
  const first = rect.row === area.row && rect.column === area.column;
  switch (kind) {
    case 'advertisement':
      return atFoot ? 0 : costs.ADVERTISEMENT_HIGH;
    case 'notice': {
      const high = rect.row < area.row + area.rows / 2 ? costs.NOTICE_HIGH : 0;
      const inside = rect.column > area.column && rect.column + rect.columns < area.column + area.columns && !atFoot;
      return high + (inside ? costs.NOTICE_INSIDE : 0);
    }
    case 'briefs':
      return first ? costs.BRIEFS_FIRST : 0;
    case 'group':
      return first ? costs.GROUP_FIRST : 0;
    default:
      return 0;
  }
}

/** Whether no part of a story stands before the one that it goes on from. */
export function isInOrder({ continued = 0 }: ScoreParts): boolean {
  return continued < costs.BROKEN_CHAIN;
}

/** What a reader has to look for; none may read a part before the one that it goes on from. */
function continuedCost(figures: readonly Figure[]): number {
  return figures.reduce((sum, { continues, rect }) => {
    if (continues === undefined) return sum;
    const begins = figures.find(({ head, articles }) => head && articles.includes(continues));
    return sum + (begins && isReadBefore(rect, begins.rect) ? costs.BROKEN_CHAIN : costs.CONTINUED);
  }, 0);
}

/** A story that begins above one of higher rank. */
function orderCost(upper: Figure, lower: Figure): number {
  if (!upper.head || !lower.head || upper.rect.row >= lower.rect.row) return 0;
  const steps = RANKS.indexOf(upper.rank) - RANKS.indexOf(lower.rank);
  return steps > 0 ? steps * costs.OUT_OF_ORDER : 0;
}
