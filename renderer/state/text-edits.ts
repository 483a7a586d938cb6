/** Edits of words: what the fields of the inspector do to the document. */
import {
  type Advertisement,
  type Article,
  changedArticle,
  type Edit,
  type Issue,
  type Notice,
  type Photo,
  type PhotoGroup,
} from '../../engine/issue/index';

export type ArticleChange = Partial<Omit<Article, 'id'>>;

/** Changes an article; blocks that show it get what follows from that for their form. */
export function articleEdit(issue: Issue, article: Article, change: ArticleChange): Edit {
  return changedArticle(issue, article, { ...article, ...change });
}

export function groupEdit(group: PhotoGroup, change: Partial<Omit<PhotoGroup, 'id'>>): Edit {
  return { type: 'put', list: 'groups', item: { ...group, ...change } };
}

export function noticeEdit(notice: Notice, change: Partial<Omit<Notice, 'id'>>): Edit {
  return { type: 'put', list: 'notices', item: { ...notice, ...change } };
}

export function advertisementEdit(advertisement: Advertisement, change: Partial<Omit<Advertisement, 'id'>>): Edit {
  return { type: 'put', list: 'advertisements', item: { ...advertisement, ...change } };
}

export function photoEdit(photo: Photo, change: Partial<Pick<Photo, 'caption' | 'credit'>>): Edit {
  return { type: 'put', list: 'photos', item: { ...photo, ...change } };
}
