/** The order of 简讯: no item begins at the foot of a column where another order avoids it. */
import type { Block, Id } from '../issue/types';
import type { Layout } from '../layout/types';

/** Orders that are set for it. */
const MOST_ORDERS = 40;

/** The blocks, with the items of 简讯 in the first order, theirs to begin with, that parts no lines and loses none. */
export function withBriefsOrdered(blocks: readonly Block[], layout: Layout): Block[] {
  return blocks.map((block) => {
    const { content } = block;
    if (content.kind !== 'briefs') return block;
    let tried = 0;
    for (const articles of orders(content.articles)) {
      const other = { ...block, content: { ...content, articles } };
      const { remarks, oversetChars } = layout.fit(other);
      if (oversetChars === 0 && remarks.every(({ rule }) => rule !== 'lines-parted')) return other;
      if (++tried === MOST_ORDERS) break;
    }
    return block;
  });
}

/** As they are, with two exchanged, and with one put elsewhere. */
function* orders(ids: readonly Id[]): Iterable<readonly Id[]> {
  yield ids;
  for (let one = 0; one < ids.length; one++) {
    for (let other = one + 1; other < ids.length; other++) {
      yield ids.map((id, at) => (at === one ? ids[other]! : at === other ? ids[one]! : id));
    }
  }
  for (let from = 0; from < ids.length; from++) {
    const rest = ids.filter((_, at) => at !== from);
    for (let to = 0; to < ids.length; to++)
      if (Math.abs(to - from) > 1) yield [...rest.slice(0, to), ids[from]!, ...rest.slice(to)];
  }
}
