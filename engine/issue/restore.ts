/** An earlier state back in place of the present one. */
import { issueDifference } from './difference';
import type { Edit } from './edits';
import type { Id, Issue } from './types';

/** The edit that makes the issue what it was. The template stays. */
export function restoreIssue(present: Issue, earlier: Issue, name: string): Edit {
  return issueDifference(present, { ...earlier, template: present.template }, name);
}

/**
 * The edit that gives an article its earlier state, with those of its photographs that have gone from the issue since.
 * Undefined when the earlier issue has no such article.
 */
export function restoreArticle(present: Issue, earlier: Issue, id: Id, name: string): Edit | undefined {
  const article = earlier.articles.find((candidate) => candidate.id === id);
  if (!article) return undefined;
  const here = new Set(present.photos.map((photo) => photo.id));
  const gone = earlier.photos.filter((photo) => article.photos.includes(photo.id) && !here.has(photo.id));
  const edits: Edit[] = gone.map((item) => ({ type: 'put', list: 'photos', item }));
  return { type: 'batch', name, edits: [...edits, { type: 'put', list: 'articles', item: article }] };
}
