/** No headline is larger than the lead's: what the search could not avoid is set smaller in the same rows. */
import type { Figure } from './figures';
import type { Placed } from './place';

/** The placed items with headlines at most as large as the lead's, which may be locked; unchanged when the page has no lead. */
export function subdue(placed: readonly Placed[], fixed: readonly Figure[]): readonly Placed[] {
  const own = placed.find(({ item, plan }) => item.rank === 'lead' && plan)?.plan?.head;
  const lead = own ?? fixed.find(({ rank, head }) => rank === 'lead' && head)?.head;
  if (!lead) return placed;
  return placed.map((one) => {
    const { plan } = one;
    if (!plan || plan.head.size <= lead.size) return one;
    return { ...one, plan: { ...plan, head: { ...plan.head, size: lead.size } } };
  });
}
