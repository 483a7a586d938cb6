import { contentIds } from '../issue/contents';
import { apply, type Block, chainOf, type Id, type Issue } from '../issue/index';
import type { Layout } from '../layout/types';
import { betterPages } from './anytime';
import type { ArrangeOptions } from './arrange-page';
import { type Distribution, distribute } from './distribute';
import { continuedHere, further } from './jumps';
import type { Overset, PageProposal } from './proposal';
import { quotesOf } from './quotes';
import { remembered } from './remembered';
import { withSpreads } from './spreads';
import { untied, whileArranging } from './ties';

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
  for (const { arranged, isDone } of steps(issue, numbers, layout, options, tries)) if (isDone) yield arranged;
}

/**
 * Arranges one page and gives what is known of it time and again: a legal page at once, the ways asked for, then better ones,
 * `tries` in all. The last comes again as `arrangePages` gives it, with all that found no place on any page.
 */
export function* arrangeEverBetter(
  issue: Issue,
  page: number,
  layout: Layout,
  options: ArrangeOptions,
  tries: number,
): Generator<ArrangedPage, void> {
  for (const { arranged } of steps(issue, [page], layout, options, tries)) yield arranged;
}

/** Each answer for each page; `isDone` with the last one, which tells too what found a place on no other page. */
function* steps(
  issue: Issue,
  numbers: readonly number[],
  issueLayout: Layout,
  options: ArrangeOptions,
  tries: number,
): Generator<{ readonly arranged: ArrangedPage; readonly isDone: boolean }, void> {
  const layout = remembered(issueLayout);
  const quotes = options.quotes ?? quotesOf(issue);
  const { issue: begun, tied } = withSpreads(issue, numbers, layout, quotes);
  const distribution = distribute(whileArranging(begun, tied, []), layout, numbers);
  let current = begun;
  for (const [turn, page] of numbers.entries()) {
    const start = performance.now();
    const later = numbers.slice(turn + 1);
    const working = expecting(whileArranging(current, tied, later), later, distribution);
    const continuations = continuedHere(working, page, distribution.continuedOn(page), layout);
    const content = { ...distribution.get(page), ...(continuations.length > 0 && { continuations }) };
    const seconds = () => (performance.now() - start) / 1000;
    const standing = current;
    let proposals: readonly PageProposal[] = [];
    for (const answer of betterPages(working, page, content, layout, { ...options, quotes }, tries)) {
      proposals = answer.map((proposal) => ({ ...proposal, blocks: untied(proposal.blocks, tied) }));
      current = apply(standing, { type: 'setPageBlocks', page, blocks: proposals[0]!.blocks }).issue;
      yield { arranged: { page, seconds: seconds(), proposals, issue: current }, isDone: false };
    }
    const best = proposals[0]!;
    const passedOn = distribution.passOn(page, notOn(best));
    const waiting = continuations.filter(({ id }) => !best.blocks.some((block) => goesOnIn(block, id))).map(({ id }) => id);
    const lost = distribution.continueLater(page, waiting).flatMap((id) => restOf(current, id, layout));
    const reported = proposals.map((one) => withoutReportOf(passedOn, { ...one, overset: [...one.overset, ...lost] }));
    yield { arranged: { page, seconds: seconds(), proposals: reported, issue: current }, isDone: true };
  }
}

/** The issue with a place on each later page for the stories that are to go on there, so that their first blocks lose nothing. */
function expecting(issue: Issue, later: readonly number[], distribution: Distribution): Issue {
  const pages = issue.pages.map((page) => {
    if (!later.includes(page.number)) return page;
    const expected = distribution.continuedOn(page.number).map((id) => further(id, page.number).block);
    return expected.length === 0 ? page : { ...page, blocks: [...page.blocks, ...expected] };
  });
  return { ...issue, pages };
}

function goesOnIn({ content }: Block, article: Id): boolean {
  return content.kind === 'continuation' && content.article === article;
}

/** What stands of a story nowhere, when no page had room for it to go on. */
function restOf(issue: Issue, article: Id, layout: Layout): Overset[] {
  const parts = chainOf(issue.pages, article);
  const chars = parts.length > 0 ? layout.fit(parts.at(-1)!.block, parts).oversetChars : 0;
  return chars > 0 ? [{ article, chars }] : [];
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
