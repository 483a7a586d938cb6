/** What a page goes without when it has too much: the fewest stories, the longest of the least weight first, the lead last. */
import type { GridRect, Id, Issue, Weight } from '../issue/types';
import type { Layout } from '../layout/types';
import { articleOf, type PageContent, type RankedArticle } from './content';
import { leastCells } from './items';
import type { Item } from './plan';

/** Rows of the smallest headline. */
const LEAST_HEAD_ROWS = 2;

/** What an editor gave a story; length alone is no merit when many others wait. */
const MERIT: Readonly<Record<Weight, number>> = { lead: 3, major: 2, auto: 1, normal: 1, brief: 0 };

/** What leaving off needs to know of the stories. */
export interface Stories {
  merit(article: Id): number;
  /** Lines of running text in the grid's columns. */
  lines(article: Id): number;
}

/** What is asked of the stories of an issue before one of them is left off; lines are those of its running text in one column. */
export function storiesOf(issue: Issue, layout: Layout): Stories {
  return {
    merit: (id) => MERIT[articleOf(issue, id).weight],
    lines: (id) => layout.bodyLines(id, issue.spec.columnChars),
  };
}

/** The content without these articles and boxes. */
export function without(content: PageContent, leftOff: readonly Id[]): PageContent {
  const stays = (id: Id) => !leftOff.includes(id);
  return {
    articles: content.articles.filter(({ id }) => stays(id)),
    briefs: content.briefs.filter(stays),
    groups: content.groups.filter(stays),
    notices: content.notices.filter(stays),
    advertisements: content.advertisements.filter(stays),
    ...(content.continuations && { continuations: content.continuations }),
  };
}

/** Boxes that suit no width of the page, such as an advertisement wider than it. */
export function misfits(items: readonly Item[], area: GridRect): Id[] {
  return items.flatMap((item) => {
    const isBox = 'id' in item.content && item.content.kind !== 'article';
    return isBox && leastCells(item, area.columns) === Number.POSITIVE_INFINITY ? [item.content.id] : [];
  });
}

/** Stories that must go before the mere text of the others, with a line of headline each, may go into `room` cells. */
export function beyondReach({ articles }: PageContent, stories: Stories, room: number): Id[] {
  const gone: Id[] = [];
  const cells = ({ id }: RankedArticle) => stories.lines(id) + LEAST_HEAD_ROWS;
  let sum = articles.reduce((all, article) => all + cells(article), 0);
  for (let left = articles; sum > room && left.length > 1; ) {
    const next = leastMissed(left, stories);
    gone.push(next.id);
    sum -= cells(next);
    left = left.filter((article) => article !== next);
  }
  return gone;
}

/** What goes next: a story but the lead, a brief, a box, at last the lead; undefined when nothing is left. */
export function nextToGo({ articles, briefs, groups, notices, advertisements }: PageContent, stories: Stories): Id | undefined {
  if (articles.length > 1) return leastMissed(articles, stories).id;
  return briefs.at(-1) ?? notices.at(-1) ?? groups.at(-1) ?? advertisements.at(-1) ?? articles[0]?.id;
}

/** The longest story of the least merit, the lead excepted unless it is alone. */
function leastMissed(articles: readonly RankedArticle[], { merit, lines }: Stories): RankedArticle {
  const others = articles.filter(({ rank }) => rank !== 'lead');
  const candidates = others.length > 0 ? others : [...articles];
  return candidates.sort((one, other) => merit(one.id) - merit(other.id) || lines(other.id) - lines(one.id))[0]!;
}

/** Leaves off a story instead of a longer one that fills more of `spare` cells; undefined when no exchange does. */
export function exchange(content: PageContent, leftOff: readonly Id[], stories: Stories, spare: number): Id[] | undefined {
  let best: { readonly off: Id; readonly on: Id; readonly lines: number } | undefined;
  const standing = without(content, leftOff).articles.filter(({ rank }) => rank !== 'lead');
  for (const { id: on } of content.articles.filter(({ id }) => leftOff.includes(id))) {
    for (const { id: off } of standing) {
      const lines = stories.lines(on) - stories.lines(off);
      if (stories.merit(on) < stories.merit(off) || lines <= (best?.lines ?? 0) || lines > spare) continue;
      best = { off, on, lines };
    }
  }
  return best && [...leftOff.filter((id) => id !== best.on), best.off];
}

/** Stories that are cut from which on leaving one off is worth a look. */
const MANY_CUTS = 2;
/** Of a story that is left off so that others stay whole: its lines by the lines that they would lose. */
const RELIEF = { least: 0.5, most: 2.5 };

/** A story without which the others need not be cut: of the least merit, and as long as what they would lose. */
export function reliefOf(
  content: PageContent,
  leftOff: readonly Id[],
  cuts: readonly number[],
  stories: Stories,
): Id | undefined {
  if (cuts.length < MANY_CUTS) return undefined;
  const lost = cuts.reduce((sum, lines) => sum + lines, 0);
  const apart = ({ id }: RankedArticle) => Math.abs(stories.lines(id) - lost);
  const long = ({ id }: RankedArticle) => stories.lines(id) >= RELIEF.least * lost && stories.lines(id) <= RELIEF.most * lost;
  return without(content, leftOff)
    .articles.filter((one) => one.rank !== 'lead' && long(one))
    .sort((one, other) => stories.merit(one.id) - stories.merit(other.id) || apart(one) - apart(other))[0]?.id;
}
