/** What is wrong with the order of stories that go on in other blocks. The text itself is never lost: the last part is overset. */
import { chainOf, jumpPages, type StoryPart } from './chains';
import { isFacing } from './facing';
import type { LayoutRule } from './layout-rules';
import type { GridRect, Id, Issue } from './types';

export interface ChainFault {
  readonly rule: Extract<LayoutRule, 'told-twice' | 'broken-chain' | 'jump'>;
  readonly article: Id;
  /** Page and blocks at fault. */
  readonly page: number;
  readonly blocks: readonly Id[];
}

/** Faults of all stories, page by page for stories that several blocks tell from the beginning. */
export function chainFaults(issue: Issue): readonly ChainFault[] {
  const tellers = tellersOf(issue);
  return issue.articles.flatMap((article) => {
    const parts = chainOf(issue.pages, article.id);
    if (parts.length === 0) return [];
    const told = tellers.get(article.id) ?? [];
    const fault = (rule: ChainFault['rule'], page: number, ...blocks: Id[]): ChainFault => ({
      rule,
      article: article.id,
      page,
      blocks,
    });
    const jumps = issue.paper.arranging?.jumps === true;
    return [
      ...(told.length > 1 ? told : []).map(({ page, block }) => fault('told-twice', page, block.id)),
      ...outOfOrder(parts).map(({ page, block }) => fault('broken-chain', page, block.id)),
      ...(isPointless(parts, jumpPages(article)) ? [fault('broken-chain', parts[0]!.page, parts[0]!.block.id)] : []),
      ...(jumps ? [] : jumpsOf(parts).map(({ page, block }) => fault('jump', page, block.id))),
    ];
  });
}

/** Blocks that tell an article from its beginning, by its id. */
function tellersOf({ pages }: Issue): ReadonlyMap<Id, readonly StoryPart[]> {
  const tellers = new Map<Id, StoryPart[]>();
  for (const { blocks, number } of pages) {
    for (const block of blocks) {
      const { content } = block;
      const told = content.kind === 'article' ? [content.article] : content.kind === 'briefs' ? content.articles : [];
      for (const id of told) tellers.set(id, [...(tellers.get(id) ?? []), { block, page: number }]);
    }
  }
  return tellers;
}

/** Continuations without a beginning, and such as a reader meets before the part that they go on from. */
function outOfOrder(parts: readonly StoryPart[]): StoryPart[] {
  const headless = parts[0]!.block.content.kind === 'continuation' ? parts.slice(0, 1) : [];
  return [...headless, ...parts.filter((part, at) => at > 0 && isBefore(part, parts[at - 1]!))];
}

function isBefore(next: StoryPart, part: StoryPart): boolean {
  if (next.page !== part.page) return next.page < part.page;
  return isReadBefore(next.block.rect, part.block.rect);
}

/** Whether the eye meets a block before another of its page: neither right of it nor below its head. */
export function isReadBefore(one: GridRect, other: GridRect): boolean {
  return one.column < other.column + other.columns && one.row <= other.row;
}

/** A jump line of the manuscript's own, which stands where the parts share a page, to another one. */
function isPointless(parts: readonly StoryPart[], pages: readonly number[]): boolean {
  const { page } = parts[0]!;
  return pages.some((other) => other !== page) && parts.every((part) => part.page === page);
}

/** Parts on another page than the one before, but for the second half of a spread (通版). */
function jumpsOf(parts: readonly StoryPart[]): StoryPart[] {
  return parts.filter((part, at) => {
    const before = parts[at - 1];
    if (!before || before.page === part.page) return false;
    const { content } = before.block;
    const spread = content.kind === 'article' && content.form.across === true;
    return !(spread && isFacing(before.page, part.page));
  });
}
