/** Fillers (补白): what stands in the paper's stock for a page that the material does not fill. */
import { contentIds } from '../issue/contents';
import type { Issue } from '../issue/types';
import type { Layout } from '../layout/types';
import { contentArea } from './area';
import { type ArrangeOptions, arrangePage } from './arrange-page';
import type { PageContent } from './content';
import { availablePieces, type Piece } from './pieces';
import { FULL, type PageProposal } from './proposal';

/** Fillers that are tried for one page, and such as may stand on it. */
const MOST_TRIES = 4;
const MOST_FILLERS = 2;

/** As `arrangePage`; a page that stays empty in part takes fillers that make it fuller, the largest that has room first. */
export function arrangeFilled(
  issue: Issue,
  number: number,
  content: PageContent,
  layout: Layout,
  options: ArrangeOptions,
): PageProposal[] {
  let known = arrangePage(issue, number, content, layout, options);
  let all = content;
  const tried = new Set<Piece>();
  const stock = isShort(known[0]!) ? stockOf(issue, number, layout) : [];
  for (let taken = 0; taken < MOST_FILLERS && tried.size < MOST_TRIES && isShort(known[0]!); ) {
    const cells = emptyCells(issue, number, known[0]!);
    const next = stock.find((piece) => !tried.has(piece) && piece.cells <= cells);
    if (!next) break;
    tried.add(next);
    const more = withFiller(all, next);
    const filled = arrangePage(issue, number, more, layout, options);
    if (filled[0]!.overset.length > 0 || filled[0]!.leftOff.length > 0 || filled[0]!.fill <= known[0]!.fill) continue;
    known = filled;
    all = more;
    taken++;
  }
  return known;
}

function isShort({ fill, overset, leftOff }: PageProposal): boolean {
  return fill < FULL && overset.length === 0 && leftOff.length === 0;
}

/** Cells of the content area that a proposal leaves empty. */
export function emptyCells(issue: Issue, number: number, { fill }: PageProposal): number {
  const { columns, rows } = contentArea(issue.pages[number - 1]!, issue.spec);
  return Math.round((1 - fill) * columns * rows);
}

/** Fillers that stand on no other page, the largest first. */
function stockOf(issue: Issue, number: number, layout: Layout): Piece[] {
  const elsewhere = new Set(
    issue.pages.flatMap((page) => (page.number === number ? [] : page.blocks.flatMap(({ content }) => contentIds(content)))),
  );
  return availablePieces(issue, layout, [number], true)
    .filter(({ id }) => !elsewhere.has(id))
    .sort((a, b) => b.cells - a.cells);
}

function withFiller(content: PageContent, { kind, id }: Piece): PageContent {
  if (kind === 'advertisement') return { ...content, advertisements: [...content.advertisements, id] };
  return { ...content, articles: [...content.articles, { id, rank: content.articles.length === 0 ? 'lead' : 'normal' }] };
}
