/** Stories that go on in blocks which arranging leaves alone: none of their parts moves, or their text would lose its way. */
import { chainOf, isStory } from '../issue/chains';
import { isFurniture } from '../issue/contents';
import type { Block, Id, Issue } from '../issue/types';

/** Blocks that stay for the sake of another part of their story: one that is locked, or on a page that is not among these. */
export function tiedBlocks(issue: Issue, pages: readonly number[]): ReadonlyMap<Id, Block> {
  const stays = (block: Block, page: number) => block.locked || !pages.includes(page);
  const tied = new Map<Id, Block>();
  for (const { blocks } of issue.pages) {
    for (const block of blocks) {
      if (block.locked || !isStory(block.content)) continue;
      const parts = chainOf(issue.pages, block.content.article);
      if (parts.some((part) => stays(part.block, part.page)) && parts.some((part) => part.block === block))
        tied.set(block.id, block);
    }
  }
  return tied;
}

/**
 * The issue as it is while one of its pages is arranged: tied blocks locked, and nothing but what stays on the pages whose
 * turn comes later.
 */
export function whileArranging(issue: Issue, tied: ReadonlyMap<Id, Block>, later: readonly number[]): Issue {
  const pages = issue.pages.map((page) => {
    const blocks = page.blocks.map((block) => (tied.has(block.id) ? { ...block, locked: true } : block));
    const stays = ({ locked, content }: Block) => locked || isFurniture(content);
    return { ...page, blocks: later.includes(page.number) ? blocks.filter(stays) : blocks };
  });
  return { ...issue, pages };
}

/** Blocks of a page arranged so, those that were tied as they were. */
export function untied(blocks: readonly Block[], tied: ReadonlyMap<Id, Block>): readonly Block[] {
  return blocks.map((block) => tied.get(block.id) ?? block);
}
