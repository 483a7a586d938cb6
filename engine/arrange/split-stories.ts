/** A story divided between two blocks of its page (续排), for pages that nothing else fills. */
import type { Id } from '../issue/types';
import type { PageContent } from './content';

/** Stories that are tried, the longest first, and how much of one its first block holds. */
const MOST_STORIES = 2;
const SHARES = [1 / 2, 2 / 3, 1 / 3];
/** Shorter ones stay whole: both parts need a few lines in each of several columns. */
const LEAST_LINES = 48;

/** The content with one of its stories divided, the likeliest way first. `linesOf` counts lines in the grid's columns. */
export function dividedContents(content: PageContent, linesOf: (article: Id) => number): PageContent[] {
  const stories = content.articles
    .filter(({ opening }) => opening === undefined)
    .map((story) => ({ ...story, lines: linesOf(story.id) }))
    .filter(({ lines }) => lines >= LEAST_LINES)
    .sort((a, b) => b.lines - a.lines)
    .slice(0, MOST_STORIES);
  return SHARES.flatMap((share) =>
    stories.map(({ id, lines }) => {
      const opening = Math.round(lines * share);
      const articles = content.articles.map((one) => (one.id === id ? { ...one, opening } : one));
      const further = { id, lines: lines - opening, from: 0 };
      return { ...content, articles, continuations: [...(content.continuations ?? []), further] };
    }),
  );
}
