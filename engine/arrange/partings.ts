/** Prices what only the layout can tell of a page: columns that end between lines which belong together. */
import { isStory } from '../issue/chains';
import type { Layout } from '../layout/types';
import { toBlocks } from './blocks';
import { partsOf } from './checks';
import { PARTED_LINES } from './costs';
import { total } from './score';
import type { Candidate } from './search';

/** Candidates that are set for it at most, and at least for each proposal asked for. */
const MOST_SET = 32;
const LEAST_SET = 3;

/** The candidates, best first as they come, with that price among their parts, best first; those that cannot win are not set. */
export function pricePartings(candidates: readonly Candidate[], page: number, layout: Layout, proposals: number): Candidate[] {
  const priced: Candidate[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates.slice(0, MOST_SET)) {
    if (candidate.total >= least && priced.length >= LEAST_SET * proposals) break;
    const blocks = toBlocks(candidate.placed, page, new Set());
    const pages = [{ number: page, section: '', blocks }];
    const stories = blocks.filter(({ content }) => isStory(content));
    const parted = stories.filter((block) =>
      layout.fit(block, partsOf({ pages }, block)).remarks.some(({ rule }) => rule === 'lines-parted'),
    );
    const parts = { ...candidate.parts, partings: parted.length * PARTED_LINES };
    priced.push({ ...candidate, parts, total: total(parts) });
    least = Math.min(least, priced.at(-1)!.total);
  }
  return [...priced, ...candidates.slice(priced.length)].sort((a, b) => a.total - b.total);
}
