/** Proposes one page for a content: the pages found, with the lines that the layout turned out to need, and what they are worth. */
import { isStory } from '../issue/chains';
import { isFurniture } from '../issue/contents';
import type { Block, GridRect, Id, Issue } from '../issue/types';
import { makeGrid } from '../layout/grid';
import { codeRows } from '../layout/story-code';
import type { Layout } from '../layout/types';
import { contentArea } from './area';
import { toBlocks } from './blocks';
import { withBriefsOrdered } from './briefs-order';
import { partsOf, type Violation } from './checks';
import { demoted, leadAmong, type PageContent, rankOf } from './content';
import { different } from './different';
import { freeDivisions } from './divisions';
import { figureOfBlock } from './figures';
import { findPages, type Job, NONE } from './find-pages';
import { findPagesAtFoot } from './foot-advertisements';
import { createItemMaker, KnownItems } from './items';
import { lackingCells } from './lacking';
import { pricePartings } from './partings';
import { FULL, isWhole, type PageProposal, proposalOf } from './proposal';
import { type QuotesOfStories, quoteLines, quotesOf, withQuotes } from './quotes';
import { type Candidate, Effort, type Ground } from './search';
import { standingPage } from './standing';
import { Wishes } from './wishes';

export interface ArrangeOptions {
  readonly seed: number;
  /** How many different pages to look for; at least 1. */
  readonly proposals: number;
  /** Whether any legal page will do, as soon as may be, since a better one is looked for right after. */
  readonly isFirst?: boolean;
  /** Pull quotes of the stories; those on the issue's pages when absent. */
  readonly quotes?: QuotesOfStories;
}

/** Searches again with the lines that the layout turned out to need. */
const CORRECTIONS = 2;
/** Pages proposed for this content, best first, at least one. Blocks of the page that are not locked are replaced. */
export function arrangePage(
  issue: Issue,
  number: number,
  content: PageContent,
  layout: Layout,
  options: ArrangeOptions,
): PageProposal[] {
  const quotes = options.quotes ?? quotesOf(issue);
  const addedLines = quoteLines(quotes, issue.spec);
  const job: Job = {
    issue,
    content,
    layout,
    seed: options.seed,
    proposals: options.proposals,
    ground: groundOf(issue, number, content),
    effort: new Effort(options.isFirst),
    known: new KnownItems(),
    quotedStories: new Set(addedLines.keys()),
    pinned: [],
  };
  const grid = makeGrid(issue.spec);
  for (const { id, code } of issue.articles) if (code) addedLines.set(id, (addedLines.get(id) ?? 0) + codeRows(grid, code));
  const settled = findPagesAtFoot(job, addedLines, lockedOn(issue, number).flatMap(coveredBy));
  let { found } = settled;
  for (let correction = 0; correction < CORRECTIONS; correction++) {
    const surprises = found.candidates
      .slice(0, options.proposals)
      .flatMap((one) => unexpected(issue, number, one, layout, quotes));
    if (surprises.length === 0) break;
    for (const [article, lines] of mostLines(surprises)) addedLines.set(article, (addedLines.get(article) ?? 0) + lines);
    found = findPages(settled.job, addedLines, found.leftOff);
  }
  const chosen = different(pricePartings(found.candidates, number, layout, options.proposals), options.proposals);
  if (chosen.length === 0) chosen.push({ placed: [], parts: {}, total: 0, spare: 0, holes: 0 });
  const lacking = found.leftOff.length === 0 ? lackingChars(job, addedLines) : 0;
  const proposals = chosen.map((candidate) => {
    const one = proposal(issue, number, candidate, found.leftOff, layout, quotes);
    return one.fill < FULL && lacking > 0 ? { ...one, lacking } : one;
  });
  const standing = isWhole(proposals[0]!) ? undefined : standingPage(issue, number, content, layout, proposals[0]!);
  return standing ? [standing, ...proposals.slice(0, options.proposals - 1)] : proposals;
}

/** Characters of the grid's columns that the page's material is too little by, as large as it looks right. */
function lackingChars({ issue, layout, content, ground, known }: Job, addedLines: ReadonlyMap<Id, number>): number {
  const items = createItemMaker(issue, layout, ground.area, addedLines, known)(content, NONE);
  return lackingCells(items, ground) * issue.spec.columnChars;
}

function lockedOn({ pages }: Issue, number: number): Block[] {
  return pages[number - 1]!.blocks.filter((block) => block.locked && !isFurniture(block.content));
}

function groundOf(issue: Issue, number: number, content: PageContent): Ground {
  const page = issue.pages[number - 1]!;
  const area = contentArea(page, issue.spec);
  const locked = lockedOn(issue, number);
  const lead = content.articles.some(({ rank }) => rank === 'lead') ? undefined : leadAmong(locked, issue)?.id;
  return {
    area,
    divisions: freeDivisions(area, locked.flatMap(coveredBy)),
    fixed: locked.map((block) =>
      figureOfBlock(block, issue, (article) => (article.id === lead ? 'lead' : demoted(rankOf(article)))),
    ),
    wishes: new Wishes(issue),
    rulesOff: new Set(issue.paper.arranging?.rulesOff),
  };
}

/** The rectangles that a block with cuts covers, one for each run of columns between the same rows. */
function coveredBy({ rect, cuts }: Pick<Block, 'rect' | 'cuts'>): GridRect[] {
  const covered: GridRect[] = [];
  for (let column = rect.column; column < rect.column + rect.columns; column++) {
    const own = cuts.filter((cut) => column >= cut.column && column < cut.column + cut.columns);
    const row = Math.max(rect.row, ...own.filter((cut) => cut.row <= rect.row).map((cut) => cut.row + cut.rows));
    const foot = Math.min(rect.row + rect.rows, ...own.filter((cut) => cut.row > rect.row).map((cut) => cut.row));
    const last = covered.at(-1);
    if (foot <= row) continue;
    if (last && last.column + last.columns === column && last.row === row && last.rows === foot - row)
      covered[covered.length - 1] = { ...last, columns: last.columns + 1 };
    else covered.push({ column, row, columns: 1, rows: foot - row });
  }
  return covered;
}

/** Articles that the layout could not set in the room that the search had counted for them, with the lines that lack. */
function unexpected(
  issue: Issue,
  number: number,
  candidate: Candidate,
  layout: Layout,
  quotes: QuotesOfStories,
): { article: Id; lines: number }[] {
  const blocks = withQuotes(toBlocks(candidate.placed, number, new Set()), quotes);
  // A part that comes from another page takes its text from there.
  const pages = [...issue.pages.filter((page) => page.number !== number), { number, section: '', blocks }];
  return blocks.flatMap((block) => {
    if (!isStory(block.content)) return [];
    const { article, kind } = block.content;
    const { oversetChars } = layout.fit(block, partsOf({ pages }, block));
    const expected = candidate.placed.find(({ item }) => item.content.kind === kind && item.content.id === article)!;
    if (oversetChars === 0 || expected.overset) return [];
    return [{ article, lines: Math.ceil(oversetChars / issue.spec.columnChars) }];
  });
}

/** The most lines that each article lacks on any of the pages. */
function mostLines(surprises: readonly { article: Id; lines: number }[]): Map<Id, number> {
  const most = new Map<Id, number>();
  for (const { article, lines } of surprises) most.set(article, Math.max(most.get(article) ?? 0, lines));
  return most;
}

function proposal(
  issue: Issue,
  number: number,
  candidate: Candidate,
  leftOff: readonly Id[],
  layout: Layout,
  quotes: QuotesOfStories,
): PageProposal {
  const page = issue.pages[number - 1]!;
  const kept = page.blocks.filter((block) => block.locked || isFurniture(block.content));
  const used = new Set(issue.pages.flatMap((other) => (other === page ? kept : other.blocks)).map(({ id }) => id));
  const proposed = withBriefsOrdered(withQuotes(toBlocks(candidate.placed, number, used), quotes), layout);
  const found = proposalOf(issue, number, [...kept, ...proposed], leftOff, candidate.parts, layout);
  requireSound(found.violations, proposed);
  return found;
}

/** The search never overlaps blocks nor leaves the area; if it did, a broken page must not be stored. */
function requireSound(violations: readonly Violation[], proposed: readonly Block[]): void {
  const ids = new Set(proposed.map(({ id }) => id));
  const broken = violations.find(
    ({ rule, blocks }) => (rule === 'overlap' || rule === 'outside') && blocks.some((id) => ids.has(id)),
  );
  if (broken) throw new Error(`arrange: ${broken.rule} ${broken.blocks.join(' ')}`);
}
