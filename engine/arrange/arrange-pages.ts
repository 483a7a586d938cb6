import { contentIds } from '../issue/contents';
import { apply, type Id, type Issue } from '../issue/index';
import type { Layout } from '../layout/types';
import { betterPages } from './anytime';
import type { ArrangeOptions } from './arrange-page';
import { distribute } from './distribute';
import type { PageProposal } from './proposal';
import { quotesOf } from './quotes';
import { tiedBlocks, untied, whileArranging } from './ties';

export interface ArrangedPage {
  readonly page: number;
  readonly seconds: number;
  /** Best first. */
  readonly proposals: readonly PageProposal[];
  /** The issue with the best proposal of this page and of those before it. */
  readonly issue: Issue;
}

/** Arranges the pages with these numbers one after another; each is given when it is done. More than one of `tries` takes as much longer. */
export function* arrangePages(
  issue: Issue,
  numbers: readonly number[],
  layout: Layout,
  options: ArrangeOptions,
  tries = 1,
): Generator<ArrangedPage, void> {
  const tied = tiedBlocks(issue, numbers);
  const distribution = distribute(whileArranging(issue, tied, []), layout, numbers);
  const quotes = options.quotes ?? quotesOf(issue);
  let current = issue;
  for (const [turn, page] of numbers.entries()) {
    const start = performance.now();
    const working = whileArranging(current, tied, numbers.slice(turn + 1));
    const [...answers] = betterPages(working, page, distribution.get(page), layout, { ...options, quotes }, tries);
    const proposals = answers.at(-1)!.map((proposal) => ({ ...proposal, blocks: untied(proposal.blocks, tied) }));
    const best = proposals[0]!;
    current = apply(current, { type: 'setPageBlocks', page, blocks: best.blocks }).issue;
    const passedOn = distribution.passOn(page, notOn(best));
    const seconds = (performance.now() - start) / 1000;
    yield { page, seconds, proposals: proposals.map((one) => withoutReportOf(passedOn, one)), issue: current };
  }
}

/** Articles of a proposal's report that no block shows. */
function notOn({ overset, blocks }: PageProposal): Id[] {
  const shown = new Set(blocks.flatMap(({ content }) => contentIds(content)));
  return overset.flatMap(({ article }) => (shown.has(article) ? [] : [article]));
}

/** A story passed on to a later page is no longer this page's loss. */
function withoutReportOf(passedOn: readonly Id[], proposal: PageProposal): PageProposal {
  return { ...proposal, overset: proposal.overset.filter(({ article }) => !passedOn.includes(article)) };
}
