/**
 * The page as it stands: around locked blocks it may be better than anything that rectangles alone can fill, and once its
 * stories are cut as was told it stands whole, whatever another search finds.
 */
import { contentIds, isFurniture } from '../issue/contents';
import type { Issue } from '../issue/types';
import type { Layout } from '../layout/types';
import type { PageContent } from './content';
import { isWhole, type PageProposal, proposalOf } from './proposal';

/**
 * The blocks that stand on a page, when they show all its content without losing text or breaking a rule that is an error, and
 * `best` loses text or leaves white where they do not.
 */
export function standingPage(
  issue: Issue,
  number: number,
  content: PageContent,
  layout: Layout,
  best: PageProposal,
): PageProposal | undefined {
  const { blocks } = issue.pages[number - 1]!;
  const own = blocks.filter((block) => !isFurniture(block.content));
  const free = own.filter(({ locked }) => !locked);
  if (free.length === 0) return undefined;
  const { articles, briefs, groups, notices, advertisements } = content;
  const wanted = [...articles.map(({ id }) => id), ...briefs, ...groups, ...notices, ...advertisements];
  const shown = new Set(free.flatMap((block) => contentIds(block.content)));
  if (shown.size !== wanted.length || wanted.some((id) => !shown.has(id))) return undefined;
  const page = proposalOf(issue, number, blocks, [], {}, layout);
  if (page.overset.length > 0 || page.violations.some(({ severity }) => severity === 'error')) return undefined;
  const losesLess = best.overset.length > 0 && page.leftOff.length <= best.leftOff.length;
  return losesLess || isWhole(page) ? page : undefined;
}
