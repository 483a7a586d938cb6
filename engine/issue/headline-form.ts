/** What follows for the form of a block when the words of its story's head change. */
import type { Edit } from './edits';
import type { Article, ArticleForm, Block, Issue } from './types';

/** The edit that puts a changed article in place of the one with its id, with what follows from that for its blocks. */
export function changedArticle(issue: Issue, before: Article, after: Article): Edit {
  const put: Edit = { type: 'put', list: 'articles', item: after };
  const blocks = issue.pages.flatMap((page) =>
    page.blocks.flatMap((block): Edit[] => {
      const reformed = reform(block, before, after);
      return reformed ? [{ type: 'putBlock', page: page.number, block: reformed }] : [];
    }),
  );
  return blocks.length === 0 ? put : { type: 'batch', name: '', edits: [put, ...blocks] };
}

/** The block with a form that fits the changed article; undefined when nothing follows for it. */
function reform(block: Block, before: Article, after: Article): Block | undefined {
  const { content } = block;
  if (content.kind !== 'article' || content.article !== after.id) return undefined;
  const lines = sameLines(before.headline, after.headline) ? content.form.lines : headLines(content.form, after.headline);
  const deck = content.form.deck || (before.deck === '' && after.deck !== '');
  if (lines === content.form.lines && deck === content.form.deck) return undefined;
  return { ...block, content: { ...content, form: { ...content.form, lines, deck } } };
}

function sameLines(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((line, at) => line === other[at]));
}

/** Lines as the writer broke them where the page has as many; otherwise none: the layout breaks the headline anew. */
function headLines(form: ArticleForm, headline: readonly string[]): readonly string[] {
  return form.lines.length === headline.length ? headline : [];
}
