/** Edits of words: what the fields of the inspector do to the document. */
import type {
  Advertisement,
  Article,
  ArticleForm,
  Block,
  Edit,
  Id,
  Issue,
  Notice,
  Photo,
  PhotoGroup,
} from '../../engine/issue/index';

export type ArticleChange = Partial<Omit<Article, 'id'>>;

/** Changes an article; blocks that show it get what follows from that for their form. */
export function articleEdit(issue: Issue, article: Article, change: ArticleChange): Edit {
  const item = { ...article, ...change };
  const put: Edit = { type: 'put', list: 'articles', item };
  const blocks = issue.pages.flatMap((page) =>
    page.blocks.flatMap((block): Edit[] => {
      const reformed = reform(block, article, item);
      return reformed ? [{ type: 'putBlock', page: page.number, block: reformed }] : [];
    }),
  );
  return blocks.length === 0 ? put : { type: 'batch', name: '', edits: [put, ...blocks] };
}

/** The block with a form that fits the changed article; undefined when nothing follows for it. */
function reform(block: Block, before: Article, after: Article): Block | undefined {
  const { content } = block;
  if (content.kind !== 'article' || content.article !== after.id) return undefined;
  const lines = before.headline === after.headline ? content.form.lines : headLines(content.form, after.headline);
  const deck = content.form.deck || (before.deck === '' && after.deck !== '');
  if (lines === content.form.lines && deck === content.form.deck) return undefined;
  return { ...block, content: { ...content, form: { ...content.form, lines, deck } } };
}

/** Lines as the writer broke them where the page has as many; otherwise none: the layout breaks the headline anew. */
function headLines(form: ArticleForm, headline: readonly string[]): readonly string[] {
  return form.lines.length === headline.length ? headline : [];
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

/** Takes a block off its page; what it shows stays in the library. */
export function takeOffEdit(page: number, id: Id): Edit {
  return { type: 'removeBlock', page, id };
}
