/** Ever better proposals for a page: a legal page at once, then others and more tries with other seeds for as long as they are asked for. */
import { contentIds, isFurniture } from '../issue/contents';
import type { Block, Issue } from '../issue/types';
import type { Layout } from '../layout/types';
import type { ArrangeOptions } from './arrange-page';
import type { PageContent } from './content';
import { DIFFERENT } from './different';
import { arrangeFilled } from './fillers';
import type { PageProposal } from './proposal';
import { total } from './score';

/**
 * Gives the proposals known after each of `tries`, best first, at most `options.proposals`; where several are wanted, first
 * of all a single page, which is there soonest. They never get worse. A seed and a number of tries always end with the same
 * pages; whoever stops asking keeps the last answer.
 */
export function* betterPages(
  issue: Issue,
  number: number,
  content: PageContent,
  layout: Layout,
  options: ArrangeOptions,
  tries: number,
): Generator<readonly PageProposal[], void> {
  let known: readonly PageProposal[] = [];
  if (options.proposals > 1) {
    known = arrangeFilled(issue, number, content, layout, { ...options, proposals: 1, isFirst: true });
    yield known;
  }
  for (let one = 0; one < tries; one++) {
    const found = arrangeFilled(issue, number, content, layout, { ...options, seed: (options.seed + one) >>> 0 });
    const merged = bestOf([...known, ...found], options.proposals);
    const isBetter = merged.length > known.length || merged.some((proposal, index) => worth(proposal) < worth(known[index]!));
    if (isBetter) known = merged;
    yield known;
  }
}

/** What keeps a page from being perfect: lost text above all, then what the search priced. */
function worth({ overset, score }: PageProposal): number {
  return overset.reduce((sum, { chars }) => sum + chars, 0) * LOST_CHAR + total(score);
}

const LOST_CHAR = 100;

function bestOf(proposals: readonly PageProposal[], count: number): PageProposal[] {
  const chosen: PageProposal[] = [];
  for (const proposal of [...proposals].sort((a, b) => worth(a) - worth(b))) {
    if (chosen.length === count) break;
    if (chosen.every((other) => changedShare(proposal.blocks, other.blocks) >= DIFFERENT)) chosen.push(proposal);
  }
  return chosen;
}

/** Share of a page's blocks that have another place or shape than on another page, 0–1. */
export function changedShare(blocks: readonly Block[], others: readonly Block[]): number {
  const key = ({ content }: Block) => `${content.kind} ${contentIds(content).join(' ')}`;
  const places = new Map(others.map((block) => [key(block), JSON.stringify(block.rect)]));
  const own = blocks.filter(({ content, locked }) => !isFurniture(content) && !locked);
  const changed = own.filter((block) => places.get(key(block)) !== JSON.stringify(block.rect)).length;
  return changed / Math.max(1, own.length);
}
