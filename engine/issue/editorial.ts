/** How far the editors are with a manuscript (稿件状态). */
import { sentMarks } from './revision';
import { textMark } from './text-mark';
import type { Article } from './types';

/** 来稿: as it was sent. 编辑中: written or changed here. 已校: an editor called it done, and it has not changed since. */
export type EditorialState = 'received' | 'editing' | 'proofed';

/** How far the editing of an article is: called done as its words stand, as it was sent, or in between. */
export function editorialState(article: Article): EditorialState {
  if (article.proofed !== undefined && article.proofed === wordsMark(article)) return 'proofed';
  const marks = article.asSent && sentMarks(article);
  const same = marks?.length === article.asSent?.length && marks?.every((mark, at) => mark === article.asSent![at]);
  return same === true ? 'received' : 'editing';
}

/** The article called done as its words stand, or no longer. */
export function withProofed(article: Article, proofed: boolean): Article {
  const { proofed: _, ...rest } = article;
  return proofed ? { ...rest, proofed: wordsMark(article) } : rest;
}

function wordsMark(article: Article): string {
  return textMark(sentMarks(article).join(' '));
}
