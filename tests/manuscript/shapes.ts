import type { ArticleDraft, Draft, Reading } from '../../engine/manuscript/types';

/** Paragraphs with their marked runs in brackets: `[heading …]`. */
export function clean(article: ArticleDraft): string[] {
  return article.paragraphs.map(({ runs }) =>
    runs.map(({ text, form }) => (form === 'plain' ? text : `[${form} ${text}]`)).join(''),
  );
}

export function articlesOf({ drafts }: Reading): ArticleDraft[] {
  return drafts.filter((draft): draft is ArticleDraft => draft.kind === 'article');
}

/** Text of the parts that are not printed. */
export function marksOf(draft: Draft): string[] {
  return draft.parts.filter((part) => part.kind === 'mark').map((part) => part.text);
}
