/** What the blocks of a page set. */
import { isStory } from './chains';
import type { Advertisement, ArticleForm, BlockContent, Id, PhotoGroup } from './types';

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

/** Whether a story is set off from the page by lines or a tint, so that its text stands in from the block's edges. */
export function isBoxed({ box, tint = false }: Pick<ArticleForm, 'box' | 'tint'>): boolean {
  return box !== 'none' || tint;
}

/** What hashes of a block's content are made of: a tint alone as it was written when that was one of the boxes, so that hashes of then hold. */
export function hashedContent(content: BlockContent): unknown {
  if (!isStory(content) || content.form.box !== 'none' || !content.form.tint) return content;
  const { tint: _, ...form } = content.form;
  return { ...content, form: { ...form, box: 'tint' } };
}

/** Where the pictures of groups and advertisements are looked up. */
export interface PictureItems {
  readonly groups: ReadonlyMap<Id, Pick<PhotoGroup, 'pictures'>>;
  readonly advertisements: ReadonlyMap<Id, Pick<Advertisement, 'photo'>>;
}

/** Photographs that a block shows, in its order; none for pictures that have not come. */
export function photoIds(content: BlockContent, { groups, advertisements }: PictureItems): readonly Id[] {
  switch (content.kind) {
    case 'article':
    case 'continuation':
      return content.form.pictures.map(({ photo }) => photo);
    case 'group':
      return groups.get(content.group)?.pictures.flatMap(({ photo }) => photo || []) ?? [];
    case 'advertisement': {
      const photo = advertisements.get(content.advertisement)?.photo;
      return photo ? [photo] : [];
    }
    default:
      return [];
  }
}
