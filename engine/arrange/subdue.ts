/** No headline is larger than the lead's: what the search could not avoid is set smaller in the same rows. */
import type { Placed } from './place';

/** The placed items with headlines at most as large as the lead's; unchanged when the page has no lead. */
export function subdue(placed: readonly Placed[]): readonly Placed[] {
  const lead = placed.find(({ item, plan }) => item.rank === 'lead' && plan)?.plan;
  if (!lead) return placed;
  return placed.map((one) => {
    const { plan } = one;
    if (!plan || plan.head.size <= lead.head.size) return one;
    return { ...one, plan: { ...plan, head: { ...plan.head, size: lead.head.size } } };
  });
}
