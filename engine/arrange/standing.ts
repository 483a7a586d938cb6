/** The page as it stands: around locked blocks it may be better than anything that rectangles alone can fill. */
import { contentIds, isFurniture } from '../issue/contents';
import type { Issue } from '../issue/types';
import type { Layout } from '../layout/types';
import type { PageContent } from './content';
import { isWhole, type PageProposal, proposalOf } from './proposal';

/** The blocks that stand on a page with locked ones, when they are all its content, fill it and break no rule that is an error. */
export function standingPage(issue: Issue, number: number, content: PageContent, layout: Layout): PageProposal | undefined {
  const { blocks } = issue.pages[number - 1]!;
  const own = blocks.filter((block) => !isFurniture(block.content));
  const free = own.filter(({ locked }) => !locked);
  if (free.length === 0 || free.length === own.length) return undefined;
  const { articles, briefs, groups, notices, advertisements } = content;
  const wanted = [...articles.map(({ id }) => id), ...briefs, ...groups, ...notices, ...advertisements];
  const shown = free.flatMap((block) => contentIds(block.content));
  if (shown.length !== wanted.length || wanted.some((id) => !shown.includes(id))) return undefined;
  const page = proposalOf(issue, number, blocks, [], {}, layout);
  return isWhole(page) && page.violations.every(({ severity }) => severity === 'warning') ? page : undefined;
}
