/** Stories that go on in another block (续排), on their page or on another one (转版). */
import { isFacing } from './facing';
import type { Article, Block, BlockContent, Id, Page } from './types';

/** Blocks that show running text of one article. */
export type StoryContent = Extract<BlockContent, { readonly kind: 'article' | 'continuation' }>;

/** A block of a story, and the page that it stands on. */
export interface StoryPart {
  readonly block: Block;
  readonly page: number;
}

/** Whether a block shows a story's text: its beginning, or where it goes on. */
export function isStory(content: BlockContent): content is StoryContent {
  return content.kind === 'article' || content.kind === 'continuation';
}

const NO_PARTS: readonly StoryPart[] = [];
const known = new WeakMap<readonly Page[], ReadonlyMap<Id, readonly StoryPart[]>>();

/**
 * The blocks that an article's text runs through: the one with its headline, then its continuations by their number. Further
 * blocks with the headline are none of its parts. Without a headline's block the first continuation begins the text.
 */
export function chainOf(pages: readonly Page[], article: Id): readonly StoryPart[] {
  return chainsOf(pages).get(article) ?? NO_PARTS;
}

/** The blocks of all articles on these pages. The same pages give the same objects. */
export function chainsOf(pages: readonly Page[]): ReadonlyMap<Id, readonly StoryPart[]> {
  const found = known.get(pages) ?? gathered(pages);
  known.set(pages, found);
  return found;
}

function gathered(pages: readonly Page[]): ReadonlyMap<Id, readonly StoryPart[]> {
  const chains = new Map<Id, StoryPart[]>();
  for (const { blocks, number } of pages) {
    for (const block of blocks) {
      if (!isStory(block.content)) continue;
      const { article, kind } = block.content;
      const parts = chains.get(article) ?? [];
      chains.set(article, parts);
      if (kind === 'article' && parts.some((part) => partNumber(part) === 1)) continue;
      parts.push({ block, page: number });
    }
  }
  for (const parts of chains.values()) parts.sort((a, b) => partNumber(a) - partNumber(b));
  return chains;
}

/** 1 for the block with the headline. */
function partNumber({ block: { content } }: StoryPart): number {
  return content.kind === 'continuation' ? content.part : 1;
}

/** Number for a part that follows another one; those behind it have to count up where it is taken. */
export function numberAfter(content: StoryContent): number {
  return (content.kind === 'continuation' ? content.part : 1) + 1;
}

/** The story that a block tells over both of two facing pages (通版); undefined for all others. */
export function spreadOf(pages: readonly Page[], block: Block): Id | undefined {
  if (!isStory(block.content)) return undefined;
  const [left, right] = chainOf(pages, block.content.article);
  if (!left || !right || left.block.content.kind !== 'article' || !left.block.content.form.across) return undefined;
  const isHalf = left.block.id === block.id || right.block.id === block.id;
  return isHalf && isFacing(left.page, right.page) ? block.content.article : undefined;
}

/** Where a block stands among the parts of its story: `parts[at]`; alone where it is none of them. */
export interface ChainPlace {
  readonly parts: readonly StoryPart[];
  readonly at: number;
}

/** `parts` are a story's, `block` one of them, by its id, in whatever shape: that is what the answer has in its place. */
export function placeInChain(parts: readonly StoryPart[], block: Block): ChainPlace {
  const at = parts.findIndex((part) => part.block.id === block.id);
  const part = parts[at];
  if (!part) return { parts: [{ block, page: 0 }], at: 0 };
  return { parts: part.block === block ? parts : parts.with(at, { ...part, block }), at };
}

/** Pages of `下转第×版` in a jump line that the manuscript brought. */
export function jumpPages({ jump }: Pick<Article, 'jump'>): readonly number[] {
  return [...jump.matchAll(/下\s*转\s*第?\s*([0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*版/gu)].map(([, figure]) =>
    numberOf(figure!),
  );
}

function numberOf(figure: string): number {
  const plain = figure.replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  if (/^\d+$/.test(plain)) return Number(plain);
  const [tens, ones] = plain.includes('十') ? plain.split('十') : ['', plain];
  const digit = (character = '') => '一二三四五六七八九'.indexOf(character) + 1;
  return (plain.includes('十') ? (tens === '' ? 1 : digit(tens)) * 10 : 0) + digit(ones);
}
