/**
 * Sizes of headlines against each other, once a page is found: none larger than the lead's, and of neighbours that look
 * alike the lesser a step smaller; none of a lesser story much larger than a weightier one's. A smaller headline keeps its rows; the white around it grows by a few points.
 */
import type { Figure } from './figures';
import { figureOf } from './figures';
import type { Placed } from './place';
import { lookAlikes, outweighed, RANKS } from './rules';

/** Share of its size to which a headline goes down, and how often it may. */
const STEP = 0.88;
const MOST_STEPS = 2;

/** The placed items with tuned headlines; `fixed` are locked blocks, which stay as they are; `byWeight`: sizes follow the editor's weights. */
export function tuneHeads(placed: readonly Placed[], fixed: readonly Figure[], byWeight = true): readonly Placed[] {
  const tuned = vary(subdue(placed, fixed), fixed);
  return byWeight ? weigh(tuned, fixed) : tuned;
}

/** Headlines of lesser stories go down to those of weightier ones, as far as they may. */
function weigh(placed: readonly Placed[], fixed: readonly Figure[]): readonly Placed[] {
  const figures = [...placed.map((one, index) => figureOf(one, String(index))), ...fixed];
  const pairs = outweighed(figures);
  return placed.map((one, index) => {
    const over = pairs.filter(({ second }) => second === index).map(({ first }) => figures[first]!.head!.size);
    if (over.length === 0) return one;
    const { size } = one.plan!.head;
    return withSize(one, Math.max(Math.min(...over), Math.round(size * STEP ** MOST_STEPS * 2) / 2));
  });
}

/** Headlines at most as large as the lead's, which may be locked; unchanged when the page has no lead. */
function subdue(placed: readonly Placed[], fixed: readonly Figure[]): readonly Placed[] {
  const own = placed.find(({ item, plan }) => item.rank === 'lead' && plan)?.plan?.head;
  const lead = own ?? fixed.find(({ rank, head }) => rank === 'lead' && head)?.head;
  if (!lead) return placed;
  return placed.map((one) => (one.plan && one.plan.head.size > lead.size ? withSize(one, lead.size) : one));
}

function vary(placed: readonly Placed[], fixed: readonly Figure[]): readonly Placed[] {
  let current = placed;
  const steps = placed.map(() => 0);
  for (let pass = 0; pass < MOST_STEPS; pass++) {
    const figures = [...current.map((one, index) => figureOf(one, String(index))), ...fixed];
    const lesser = lookAlikes(figures).map(({ first, second }) => lesserOf(current, figures, first, second));
    const chosen = new Set(lesser.filter((index) => index !== undefined && steps[index]! < MOST_STEPS));
    if (chosen.size === 0) break;
    current = current.map((one, index) => {
      if (!chosen.has(index)) return one;
      steps[index]!++;
      return withSize(one, Math.round(one.plan!.head.size * STEP * 2) / 2);
    });
  }
  return current;
}

/** Of two alike the one of lower rank, or with less text; undefined when that one is locked or the lead. */
function lesserOf(placed: readonly Placed[], figures: readonly Figure[], first: number, second: number): number | undefined {
  const ranks = RANKS.indexOf(figures[first]!.rank) - RANKS.indexOf(figures[second]!.rank);
  const lines = (index: number) => placed[index]?.plan?.lines ?? Number.POSITIVE_INFINITY;
  const lesser = ranks > 0 || (ranks === 0 && lines(first) < lines(second)) ? first : second;
  return placed[lesser]?.plan && figures[lesser]!.rank !== 'lead' ? lesser : undefined;
}

function withSize(one: Placed, size: number): Placed {
  const plan = one.plan!;
  return { ...one, plan: { ...plan, head: { ...plan.head, size } } };
}
