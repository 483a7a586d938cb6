/** Blocks as they were set before, for a window: after a key, all blocks of a page but one show what they showed. */
import { type Block, type BlockContent, chainOf, contentIds, type Issue, isFurniture, isStory, photoIds } from '../issue/index';
import type { Context } from './context';

interface Kept<T> {
  readonly parts: readonly unknown[];
  readonly set: T;
}

/** Serves layouts of one set of fonts. Things count as unchanged when they are the same objects, as edits leave them. */
export class KeptBlocks<T> {
  private readonly kept = new WeakMap<Block, Kept<T>>();

  /** The block as set before, or as `set` gives it. Furniture tells of the whole issue and is always set. */
  get(context: Context, block: Block, set: () => T): T {
    if (isFurniture(block.content)) return set();
    const parts = partsOf(context, block);
    const known = this.known(block, parts);
    if (known) return known;
    const fresh = set();
    this.kept.set(block, { parts, set: fresh });
    return fresh;
  }

  /** The block as set before, if nothing has changed since; furniture is never found. */
  find(context: Context, block: Block): T | undefined {
    return this.known(block, partsOf(context, block));
  }

  private known(block: Block, parts: readonly unknown[]): T | undefined {
    const known = this.kept.get(block);
    return known?.parts.length === parts.length && known.parts.every((part, i) => part === parts[i]) ? known.set : undefined;
  }
}

/** Everything that the setting of a block depends on, besides the block itself. */
function partsOf(context: Context, { content }: Block): readonly unknown[] {
  const { issue, articles, groups, notices, advertisements, photos } = context;
  const lists = [articles, groups, notices, advertisements];
  const items = contentIds(content).flatMap((id) => lists.map((list) => list.get(id)));
  const shown = photoIds(content, context).map((id) => photos.get(id));
  return [issue.paper, issue.spec, ...shown, ...items, ...chainParts(issue, content)];
}

/** A story's block depends on its other parts, and on which sheet they stand. */
function chainParts({ pages }: Issue, content: BlockContent): readonly unknown[] {
  if (!isStory(content)) return [];
  const parts = chainOf(pages, content.article);
  return parts.length < 2 ? [] : [pages.length, ...parts.flatMap(({ block, page }) => [block, page])];
}
