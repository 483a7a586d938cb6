/** Ids that one part of an issue uses for another, exchanged. */
import type { ListItems, ListName } from './edits';
import type { Article, BlockContent, ContinuationForm, Id, Page } from './types';

/** The id that stands in place of another. */
export type Rename = (list: ListName, id: Id) => Id;

/** An item with its own id and all that it refers to renamed. */
export function renameItem<L extends ListName>(list: L, item: ListItems[L], rename: Rename): ListItems[L] {
  const named = { ...item, id: rename(list, item.id) };
  return renamers[list](named, rename);
}

const renamers: { readonly [L in ListName]: (item: ListItems[L], rename: Rename) => ListItems[L] } = {
  articles: (article, rename) => ({
    ...article,
    photos: article.photos.map((id) => rename('photos', id)),
    ...wishes(article, rename),
  }),
  photos: (photo) => photo,
  groups: (group, rename) => ({
    ...group,
    pictures: group.pictures.map((picture) => ({ ...picture, photo: photoOrNone(picture.photo, rename) })),
  }),
  notices: (notice) => notice,
  advertisements: (advertisement, rename) => ({ ...advertisement, photo: photoOrNone(advertisement.photo, rename) }),
};

function wishes({ together, apart }: Article, rename: Rename): Pick<Article, 'together' | 'apart'> {
  const renamed = (ids: readonly Id[]) => ids.map((id) => rename('articles', id));
  return { ...(together && { together: renamed(together) }), ...(apart && { apart: renamed(apart) }) };
}

function photoOrNone(id: Id, rename: Rename): Id {
  return id === '' ? '' : rename('photos', id);
}

/** A page with what its blocks set renamed; the blocks keep their own ids. */
export function renamePage(page: Page, rename: Rename): Page {
  return { ...page, blocks: page.blocks.map((block) => ({ ...block, content: renameContent(block.content, rename) })) };
}

function renameContent(content: BlockContent, rename: Rename): BlockContent {
  switch (content.kind) {
    case 'article':
      return { ...content, article: rename('articles', content.article), form: renameForm(content.form, rename) };
    case 'continuation':
      return { ...content, article: rename('articles', content.article), form: renameForm(content.form, rename) };
    case 'briefs':
      return { ...content, articles: content.articles.map((id) => rename('articles', id)) };
    case 'group':
      return { ...content, group: rename('groups', content.group) };
    case 'notice':
      return { ...content, notice: rename('notices', content.notice) };
    case 'advertisement':
      return { ...content, advertisement: rename('advertisements', content.advertisement) };
    default:
      return content;
  }
}

function renameForm<F extends ContinuationForm>(form: F, rename: Rename): F {
  return { ...form, pictures: form.pictures.map((picture) => ({ ...picture, photo: rename('photos', picture.photo) })) };
}
