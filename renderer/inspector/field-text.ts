/** What the fields have in common. */
import type { Edit, Id } from '../../engine/issue/index';
import { itemOf } from '../state/facts';
import { store } from '../state/store';
import { type ArticleChange, articleEdit } from '../state/text-edits';

/** A field was left: what is typed next is another step. */
export function leave(): void {
  store.seal();
}

/**
 * Changes an article as it is by now; undefined when it is not there any more. Fields that are drawn again only for their own words
 * ask for it: they may hold the article with an older text.
 */
export function editOfArticle(id: Id, change: ArticleChange): Edit | undefined {
  const { issue } = store.get();
  const article = issue && itemOf(issue, 'articles', id);
  return article ? articleEdit(issue, article, change) : undefined;
}

/** A text that may have been pasted with line feeds, on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

export function withoutEmptyLines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
