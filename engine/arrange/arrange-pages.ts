import { apply, type Issue } from '../issue/index';
import type { Layout } from '../layout/types';
import { type ArrangeOptions, arrangePage, type PageProposal } from './arrange-page';
import { distribute } from './distribute';

export interface ArrangedPage {
  readonly page: number;
  readonly seconds: number;
  /** Best first. */
  readonly proposals: readonly PageProposal[];
  /** The issue with the best proposal of this page and of those before it. */
  readonly issue: Issue;
}

/** Arranges the pages with these numbers one after another; each is given when it is done. */
export function* arrangePages(
  issue: Issue,
  numbers: readonly number[],
  layout: Layout,
  options: ArrangeOptions,
): Generator<ArrangedPage, void> {
  const contents = distribute(issue, layout, numbers);
  let current = issue;
  for (const page of numbers) {
    const start = performance.now();
    const proposals = arrangePage(current, page, contents.get(page)!, layout, options);
    current = apply(current, { type: 'setPageBlocks', page, blocks: proposals[0]!.blocks }).issue;
    yield { page, seconds: (performance.now() - start) / 1000, proposals, issue: current };
  }
}
