/**
 * Proposes one page. First everything must fit exactly, or leave one clean foot; then small holes are allowed; then the least
 * important stories may be shortened; at last stories are left off. What does not stand on the page is reported to the character.
 */
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
import { different, WORTH_A_LOOK } from './different';
import { freeDivisions } from './divisions';
import { figureOfBlock } from './figures';
import { createItemMaker, leastCells, type Terms } from './items';
import { beyondReach, exchange, misfits, nextToGo, storiesOf, without } from './leave-off';
import { pricePartings } from './partings';
import { FULL, isWhole, type PageProposal, proposalOf } from './proposal';
import { type QuotesOfStories, quoteLines, quotesOf, withQuotes } from './quotes';
import { createRandom } from './random';
import { isInOrder } from './score';
import { type Candidate, Effort, type Ground, roomOf, searchPages } from './search';
import { dividedContents } from './split-stories';
import { standingPage } from './standing';
import { Wishes } from './wishes';

export interface ArrangeOptions {
  readonly seed: number;
  /** How many different pages to look for; at least 1. */
  readonly proposals: number;
  /** Pull quotes of the stories; those on the issue's pages when absent. */
  readonly quotes?: QuotesOfStories;
}

/** Tables built for a page: the second finds a better page now and then, a third hardly ever. */
const ROUNDS = 2;
/** Searches again with the lines that the layout turned out to need. */
const CORRECTIONS = 2;
/** What a page may cost more than the best before the layout has set both: it may yet part fewer lines. */
const WORTH_SETTING = 12;
/** Share of a page that the tightest setting of all stories may take once stories are left off anyway: no page of narrow columns. */
const RELAXED = 0.9;
/** Stories left off that may come back for shorter ones where the page is not full. */
const EXCHANGES = 2;

const NONE: Terms = { holeRows: 0, fewerPictures: false, overset: 0, shortened: 0 };
/** From what nobody sees to what hurts: holes, pictures left out, lines to be cut from ever more of the stories. */
const LADDER: readonly Terms[] = [
  NONE,
  { ...NONE, holeRows: 2 },
  { ...NONE, holeRows: 1, fewerPictures: true },
  { holeRows: 1, fewerPictures: true, overset: 0.2, shortened: 3 },
  { holeRows: 1, fewerPictures: true, overset: 0.4, shortened: 20 },
];
/** A divided story has to be worth it: nothing else gives way for it. */
const EXACT = LADDER.slice(0, 2);
/** When one story alone is too long for the page. */
const LAST_RESORT: Terms = { holeRows: 2, fewerPictures: true, overset: 0.98, shortened: 1 };

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
    options,
    ground: groundOf(issue, number, content),
    effort: new Effort(),
    quotedStories: new Set(addedLines.keys()),
  };
  const grid = makeGrid(issue.spec);
  for (const { id, code } of issue.articles) if (code) addedLines.set(id, (addedLines.get(id) ?? 0) + codeRows(grid, code));
  let found = findPages(job, addedLines);
  for (let correction = 0; correction < CORRECTIONS; correction++) {
    const surprises = found.candidates
      .slice(0, options.proposals)
      .flatMap((one) => unexpected(issue, number, one, layout, quotes));
    if (surprises.length === 0) break;
    for (const [article, lines] of mostLines(surprises)) addedLines.set(article, (addedLines.get(article) ?? 0) + lines);
    found = findPages(job, addedLines);
  }
  const chosen = different(pricePartings(found.candidates, number, layout, options.proposals), options.proposals);
  if (chosen.length === 0) chosen.push({ placed: [], parts: {}, total: 0, spare: 0, holes: 0 });
  const proposals = chosen.map((candidate) => proposal(issue, number, candidate, found.leftOff, layout, quotes));
  const standing = isWhole(proposals[0]!) ? undefined : standingPage(issue, number, content, layout);
  return standing ? [standing, ...proposals.slice(0, options.proposals - 1)] : proposals;
}

function groundOf(issue: Issue, number: number, content: PageContent): Ground {
  const page = issue.pages[number - 1]!;
  const area = contentArea(page, issue.spec);
  const locked = page.blocks.filter((block) => block.locked && !isFurniture(block.content));
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
function coveredBy({ rect, cuts }: Block): GridRect[] {
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

interface Job {
  readonly issue: Issue;
  readonly content: PageContent;
  readonly layout: Layout;
  readonly options: ArrangeOptions;
  readonly ground: Ground;
  readonly effort: Effort;
  /** Stories with pull quotes, which stand in their first block. */
  readonly quotedStories: ReadonlySet<Id>;
}

interface Found {
  readonly candidates: readonly Candidate[];
  readonly leftOff: readonly Id[];
}

/** Pages with as many stories as find room. `addedLines` are lines that articles turned out to need beyond their count. */
function findPages(
  { issue, content, layout, options, ground, effort, quotedStories }: Job,
  addedLines: ReadonlyMap<Id, number>,
): Found {
  const random = createRandom(options.seed);
  const makeItems = createItemMaker(issue, layout, ground.area, addedLines);
  const stories = storiesOf(issue, layout);
  const room = roomOf(ground);
  const rounds = ROUNDS + options.proposals - 1;
  const worthALook = options.proposals > 1 ? WORTH_A_LOOK : WORTH_SETTING;
  const search = (leftOff: readonly Id[], all = content, ladder = LADDER): Found => {
    const what = without(all, leftOff);
    const share = what.articles.length < content.articles.length ? RELAXED : 1;
    const attempt = (terms: Terms): readonly Candidate[] => {
      const items = makeItems(what, terms);
      const least = items.reduce((sum, item) => sum + leastCells(item, ground.area.columns), 0);
      return least > room * share ? [] : searchPages(items, ground, random, rounds, effort, worthALook);
    };
    return { leftOff, candidates: easiest(attempt, ladder, what.articles.length === 1, ground, effort) };
  };
  let found = search([...misfits(makeItems(content, NONE), ground.area), ...beyondReach(content, stories, room)]);
  while (found.candidates.length === 0) {
    const next = nextToGo(without(content, found.leftOff), stories);
    if (next === undefined) return found;
    found = search([...found.leftOff, next]);
  }
  for (let exchanges = 0; exchanges < EXCHANGES; exchanges++) {
    const leftOff = exchange(content, found.leftOff, stories, found.candidates[0]!.spare);
    const other = leftOff && search(leftOff);
    if (!other || other.candidates.length === 0 || other.candidates[0]!.total >= found.candidates[0]!.total) break;
    found = other;
  }
  const linesOf = (id: Id) => (quotedStories.has(id) ? 0 : stories.lines(id));
  for (const divided of dividedContents(content, linesOf)) {
    if (isExact(found, room) || effort.isSpent) break;
    const candidates = search(found.leftOff, divided, EXACT).candidates.filter(({ parts }) => isInOrder(parts));
    if (candidates.length > 0 && candidates[0]!.total < found.candidates[0]!.total) found = { ...found, candidates };
  }
  return found;
}

/** Whether everything stands and hardly a cell is empty. */
function isExact({ candidates, leftOff }: Found, room: number): boolean {
  const { spare, holes, placed } = candidates[0]!;
  return leftOff.length === 0 && spare + holes <= room * (1 - FULL) && placed.every(({ overset }) => !overset);
}

/** Pages at the easiest terms that fill the area; where none do, the best of all. */
function easiest(
  attempt: (terms: Terms) => readonly Candidate[],
  ladder: readonly Terms[],
  isAlone: boolean,
  ground: Ground,
  effort: Effort,
): readonly Candidate[] {
  const mostEmpty = roomOf(ground) * (1 - FULL);
  let candidates: readonly Candidate[] = [];
  for (const terms of ladder) {
    if (candidates.length > 0 && terms.overset > 0) break;
    candidates = [...candidates, ...attempt(terms)].sort((a, b) => a.total - b.total);
    const best = candidates[0];
    if (best && (best.spare + best.holes <= mostEmpty || effort.isSpent)) break;
  }
  return candidates.length > 0 || !isAlone ? candidates : attempt(LAST_RESORT);
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
