/** The place of a difference in the user's words: `blocks.article a1.rect.row` as 版块 稿件 a1 位置 行. */
import type { TFunction } from 'i18next';

export function pathWords(path: string, t: TFunction): string {
  return path
    .split('.')
    .filter((part) => part !== 'content')
    .map((part) =>
      part.replace(/^[a-zA-Z]+/, (word) => t(`records.path.${word}`, word)).replace(/\[(\d+)\]/, (_, at) => ` ${Number(at) + 1}`),
    )
    .join(' ');
}
