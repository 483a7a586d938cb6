/** What of one issue is of use for others: its furniture, its standing notices, and the stock that was not printed. */
import { contentIds, isFurniture } from './contents';
import type { Block, Id, Issue } from './types';

export interface NextIssue {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** One more than the last, or 1 in a new year, when absent. */
  readonly number?: number | undefined;
  /** As many as the last had, when absent. */
  readonly pages?: number | undefined;
}

/**
 * The issue after this one: paper, page spec, sections and furniture stay, notices stay where they stand locked, fillers that
 * were not printed and public advertisements stay in the stock; what was news goes.
 */
export function nextIssue(last: Issue, { date, number, pages = last.pages.length }: NextIssue): Issue {
  const isNewYear = date.slice(0, 4) !== last.date.slice(0, 4);
  const stock = stockOf(last);
  return {
    ...stock,
    date,
    number: number ?? (isNewYear ? 1 : last.number + 1),
    total: last.total + 1,
    pages: Array.from({ length: pages }, (_, index) => nextPage(last, index)),
  };
}

/** An issue that holds nothing but what others begin with: a template. */
export function asTemplate(issue: Issue): Issue {
  return { ...stockOf(issue), number: 1, total: 1, pages: issue.pages.map((_, index) => nextPage(issue, index)) };
}

function stockOf(issue: Issue): Issue {
  const printed = new Set(issue.pages.flatMap(({ blocks }) => blocks.flatMap(({ content }) => contentIds(content))));
  const articles = issue.articles
    .filter(({ id, filler }) => filler && !printed.has(id))
    .map((article) => ({ ...article, page: 0 }));
  const advertisements = issue.advertisements.filter(({ filler }) => filler).map((one) => ({ ...one, page: 0 }));
  const used = new Set<Id>([...articles.flatMap(({ photos }) => photos), ...advertisements.map(({ photo }) => photo)]);
  const photos = issue.photos.filter(({ id }) => used.has(id));
  return { ...issue, articles: articles.map(alone), advertisements, photos, groups: [] };
}

/** Wishes were about stories that are gone. */
function alone<T extends { readonly together?: readonly Id[]; readonly apart?: readonly Id[] }>(article: T): T {
  const { together: _, apart: _a, ...rest } = article;
  return rest as T;
}

/** A page beyond the last one is as the last one was. */
function nextPage({ pages }: Issue, index: number): Issue['pages'][number] {
  const { section, people, blocks } = pages[Math.min(index, pages.length - 1)]!;
  const isNew = index >= pages.length;
  const stays = ({ content, locked }: Block) => isFurniture(content) || (!isNew && locked && content.kind === 'notice');
  const named = (block: Block, at: number): Block => (isNew ? { ...block, id: `p${index + 1}-${at + 1}` } : block);
  const made = people && !isNew ? { people } : {};
  return { number: index + 1, section, ...made, blocks: blocks.filter(stays).map(named) };
}
