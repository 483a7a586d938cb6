/** What was changed in an article's texts since an earlier state of it. */
import { type Article, flatBody } from '../../engine/issue/index';
import { textDifference } from '../../engine/issue/text-difference';
import type { TextField } from '../../engine/issue/text-fields';

/** Text that came, or that went and stood before `from`; offsets of the present text, UTF-16. */
export interface Change {
  readonly kind: 'added' | 'removed';
  readonly field: TextField;
  readonly from: number;
  readonly text: string;
}

export function changesSince(before: Article, after: Article): readonly Change[] {
  const texts = (article: Article): [TextField, string][] => [
    ['kicker', article.kicker],
    ['headline', article.headline.join('\n')],
    ['deck', article.deck],
    ['lead', article.byline.lead],
    ['credit', article.byline.credit],
    ['body', flatBody(article)],
  ];
  const earlier = texts(before);
  return texts(after).flatMap(([field, text], i) => {
    let from = 0;
    return textDifference(earlier[i]![1], text).flatMap(({ kind, text: piece }): Change[] => {
      const at = from;
      if (kind !== 'removed') from += piece.length;
      return kind === 'same' ? [] : [{ kind, field, from: at, text: piece }];
    });
  });
}
