/** A photograph goes to another article or group, or back to the stock. */
import type { Article, ArticleForm, Block, BlockContent, Edit, Id, Issue, PhotoGroup } from '../../engine/issue/index';

/** Where a photograph may go; `stock` is nowhere. */
export type PictureGoal = { readonly list: 'articles' | 'groups'; readonly id: Id } | 'stock';

/**
 * The edit that takes a photograph from what it belongs to, off its blocks too, and gives it to another: to an article at the end of
 * its pictures, with a caption that waited there; to a group at its first free number, or a new one. Undefined when the goal is gone.
 */
export function pictureMove(issue: Issue, photo: Id, goal: PictureGoal): Edit | undefined {
  const gone = [...takenFromItems(issue, photo), ...takenOffBlocks(issue, photo)];
  const came = goal === 'stock' ? [] : given(issue, photo, goal);
  return came && { type: 'batch', name: 'edit.movePicture', edits: [...gone, ...came] };
}

function takenFromItems(issue: Issue, photo: Id): Edit[] {
  const articles = issue.articles.filter(({ photos }) => photos.includes(photo));
  const groups = issue.groups.filter(({ pictures }) => pictures.some((picture) => picture.photo === photo));
  return [
    ...articles.map((item): Edit => ({ type: 'put', list: 'articles', item: without(item, photo) })),
    ...groups.map((item): Edit => ({ type: 'put', list: 'groups', item: withFree(item, photo) })),
  ];
}

function without(article: Article, photo: Id): Article {
  return { ...article, photos: article.photos.filter((id) => id !== photo) };
}

function withFree(group: PhotoGroup, photo: Id): PhotoGroup {
  return { ...group, pictures: group.pictures.map((picture) => (picture.photo === photo ? { ...picture, photo: '' } : picture)) };
}

function takenOffBlocks({ pages }: Issue, photo: Id): Edit[] {
  return pages.flatMap((page) =>
    page.blocks.flatMap((block): Edit[] => {
      const content = contentWithout(block.content, photo);
      return content ? [{ type: 'putBlock', page: page.number, block: { ...block, content } as Block }] : [];
    }),
  );
}

function contentWithout(content: BlockContent, photo: Id): BlockContent | undefined {
  if (content.kind !== 'article' && content.kind !== 'continuation') return undefined;
  const pictures: ArticleForm['pictures'] = content.form.pictures.filter((picture) => picture.photo !== photo);
  if (pictures.length === content.form.pictures.length) return undefined;
  return { ...content, form: { ...content.form, pictures } } as BlockContent;
}

function given(issue: Issue, photo: Id, goal: Exclude<PictureGoal, 'stock'>): Edit[] | undefined {
  if (goal.list === 'groups') {
    const group = issue.groups.find(({ id }) => id === goal.id);
    return group && [{ type: 'put', list: 'groups', item: withPhoto(withFree(group, photo), photo) }];
  }
  const found = issue.articles.find(({ id }) => id === goal.id);
  if (!found) return undefined;
  const { awaited: [caption, ...rest] = [], ...article } = without(found, photo);
  const item: Article = { ...article, photos: [...article.photos, photo], ...(rest.length > 0 && { awaited: rest }) };
  const edits: Edit[] = [{ type: 'put', list: 'articles', item }];
  const picture = issue.photos.find(({ id }) => id === photo);
  if (!caption || !picture) return edits;
  const words = { caption: caption.caption || picture.caption, credit: caption.credit || picture.credit };
  return [...edits, { type: 'put', list: 'photos', item: { ...picture, ...words } }];
}

function withPhoto(group: PhotoGroup, photo: Id): PhotoGroup {
  const free = group.pictures.findIndex((picture) => picture.photo === '');
  if (free >= 0) return { ...group, pictures: group.pictures.with(free, { ...group.pictures[free]!, photo }) };
  const number = Math.max(0, ...group.pictures.map((picture) => picture.number)) + 1;
  return { ...group, pictures: [...group.pictures, { number, photo }] };
}
