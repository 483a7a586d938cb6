/** A break of a headline moved on the page: from where a line ends to the place between two characters under the pointer. */
import type { Edit, Issue } from '../../engine/issue/index';
import { itemOf } from './facts';
import { breakingOf, breaksEdit, gapsOf, linesOf, withBreak } from './head-lines';

/**
 * The edit that moves a break, both places UTF-16 offsets of the headline with a character between its lines. Undefined when nothing
 * begins at `from`, when no line may begin at `to`, or when one does already. `standing` are the lines as they are set.
 */
export function breakMoved(
  issue: Issue,
  id: string,
  block: string,
  standing: readonly string[] | undefined,
  from: number,
  to: number,
): Edit | undefined {
  const article = itemOf(issue, 'articles', id);
  const found = issue.pages.flatMap(({ blocks }) => blocks).find((one) => one.id === block);
  if (!article || found?.content.kind !== 'article') return undefined;
  const { lines } = found.content.form;
  const breaking = breakingOf(article, lines.length > 0 ? lines : standing);
  const isFree = gapsOf(breaking.text).includes(to) && !breaking.breaks.includes(to);
  if (!breaking.breaks.includes(from) || !isFree) return undefined;
  return breaksEdit(issue, article, found, linesOf(withBreak(breaking, from, to)));
}
