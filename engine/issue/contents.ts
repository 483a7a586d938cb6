/** What the blocks of a page set. */
import type { BlockContent, Id } from './types';

/** Articles, group, notice or advertisement of a block, by their ids; none for furniture. */
export function contentIds(content: BlockContent): readonly Id[] {
  switch (content.kind) {
    case 'article':
    case 'continuation':
      return [content.article];
    case 'briefs':
      return content.articles;
    case 'group':
      return [content.group];
    case 'notice':
      return [content.notice];
    case 'advertisement':
      return [content.advertisement];
    default:
      return [];
  }
}

/** Masthead, folio line, imprint: what every page carries. */
export function isFurniture({ kind }: BlockContent): boolean {
  return kind === 'masthead' || kind === 'folio' || kind === 'imprint';
}
