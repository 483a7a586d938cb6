/**
 * Proposes one page. First everything must fit exactly, or leave one clean foot; then small holes are allowed; then the least
 * important stories may be shortened; at last stories are left off. What does not stand on the page is reported to the character.
 */
import { isFurniture } from '../issue/contents';
import { apply, type Block, type GridRect, type Id, type Issue } from '../issue/index';
import type { BlockFit, Layout } from '../layout/types';
import { contentArea, freeDivisions } from './area';
import { toBlocks } from './blocks';
import { checkPage, type Violation } from './checks';
import { articleChars, articleOf, isLeadBlock, type PageContent, rankOf } from './content';
import { figureOfBlock } from './figures';
import { fillOf } from './fill';
import { createItemMaker, leastCells, type Terms } from './items';
import { beyondReach, exchange, misfits, nextToGo, storiesOf, without } from './leave-off';
import { pricePartings } from './partings';
import { type QuotesOfStories, quoteLines, quotesOf, withQuotes } from './quotes';
import { createRandom } from './random';
import type { ScoreParts } from './score';
import { type Candidate, Effort, type Ground, roomOf, searchPages } from './search';
import { Wishes } from './wishes';

export interface ArrangeOptions {
  readonly seed: number;
  /** How many different pages to look for; at least 1. */
  readonly proposals: number;
  /** Pull quotes of the stories; those on the issue's pages when absent. */
  readonly quotes?: QuotesOfStories;
}

export interface Overset {
  readonly article: Id;
  readonly chars: number;
}

export interface PageProposal {
  /** All blocks of the page: furniture, locked and proposed ones. */
  readonly blocks: readonly Block[];
  /** Share of the area filled, 0–1. */
  readonly fill: number;
  /** Characters without a place, by article; all of them for an article left off. */
  readonly overset: readonly Overset[];
  /** Groups, notices, advertisements and articles' photographs for which there was no room. */
  readonly leftOff: readonly Id[];
  readonly violations: readonly Violation[];
  /** What the search disliked, by name; the best page has the least total. */
  readonly score: ScoreParts;
}

/** Tables built for a page: the second finds a better page now and then, a third hardly ever. */
const ROUNDS = 2;
/** Searches again with the lines that the layout turned out to need. */
const CORRECTIONS = 2;
/** Two pages differ when at least this share of their blocks has another place or shape. */
export const DIFFERENT = 1 / 3;
/** Shares of blocks in quite another place that further proposals should have; the last only asks for any other place. */
const DIFFERENCES = [0.7, 0.5, DIFFERENT];
/** Rows by which a block has to move before anybody sees it, and what a page that is quite another may cost more. */
const GLANCE_ROWS = 8;
const WORTH_A_LOOK = 30;
/** Share of a page that the tightest setting of all stories may take once stories are left off anyway: no page of narrow columns. */
const RELAXED = 0.9;
/** Share of the area from which on a page is full. */
export const FULL = 0.995;
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
  const job: Job = { issue, content, layout, options, ground: groundOf(issue, number), effort: new Effort() };
  const addedLines = quoteLines(quotes, issue.spec);
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
  return chosen.map((candidate) => proposal(issue, number, candidate, found.leftOff, layout, quotes));
}

function groundOf(issue: Issue, number: number): Ground {
  const page = issue.pages[number - 1]!;
  const area = contentArea(page, issue.spec);
  const locked = page.blocks.filter((block) => block.locked && !isFurniture(block.content));
  return {
    area,
    divisions: freeDivisions(
      area,
      locked.map(({ rect }) => rect),
    ).filter((regions) => regions.length > 0),
    fixed: locked.map((block) => figureOfBlock(block, issue, (article) => (isLeadBlock(block) ? 'lead' : rankOf(article)))),
    wishes: new Wishes(issue),
    rulesOff: new Set(issue.paper.arranging?.rulesOff),
  };
}

interface Job {
  readonly issue: Issue;
  readonly content: PageContent;
  readonly layout: Layout;
  readonly options: ArrangeOptions;
  readonly ground: Ground;
  readonly effort: Effort;
}

interface Found {
  readonly candidates: readonly Candidate[];
  readonly leftOff: readonly Id[];
}

/** Pages with as many stories as find room. `addedLines` are lines that articles turned out to need beyond their count. */
function findPages({ issue, content, layout, options, ground, effort }: Job, addedLines: ReadonlyMap<Id, number>): Found {
  const random = createRandom(options.seed);
  const makeItems = createItemMaker(issue, layout, ground.area, addedLines);
  const stories = storiesOf(issue, layout);
  const room = roomOf(ground);
  const rounds = ROUNDS + options.proposals - 1;
  const search = (leftOff: readonly Id[]): Found => {
    const what = without(content, leftOff);
    const share = what.articles.length < content.articles.length ? RELAXED : 1;
    const attempt = (terms: Terms): readonly Candidate[] => {
      const items = makeItems(what, terms);
      const least = items.reduce((sum, item) => sum + leastCells(item, ground.area.columns), 0);
      return least > room * share ? [] : searchPages(items, ground, random, rounds, effort);
    };
    return { leftOff, candidates: easiest(attempt, what.articles.length === 1, ground, effort) };
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
  return found;
}

/** Pages at the easiest terms that fill the area; where none do, the best of all. */
function easiest(
  attempt: (terms: Terms) => readonly Candidate[],
  isAlone: boolean,
  ground: Ground,
  effort: Effort,
): readonly Candidate[] {
  const mostEmpty = roomOf(ground) * (1 - FULL);
  let candidates: readonly Candidate[] = [];
  for (const terms of LADDER) {
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
  return withQuotes(toBlocks(candidate.placed, number, new Set()), quotes).flatMap((block) => {
    if (block.content.kind !== 'article') return [];
    const { article } = block.content;
    const { oversetChars } = layout.fit(block);
    const expected = candidate.placed.find(({ item }) => item.content.kind === 'article' && item.content.id === article)!;
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

/** The best page, then good ones that look quite another; where there are none, the next best that differ enough. */
function different(candidates: readonly Candidate[], count: number): Candidate[] {
  const chosen = candidates.slice(0, 1);
  const worst = (candidates[0]?.total ?? 0) + WORTH_A_LOOK;
  for (const share of DIFFERENCES) {
    for (const candidate of candidates) {
      if (chosen.length >= count || (share > DIFFERENT && candidate.total > worst)) break;
      if (chosen.every((other) => differ(candidate, other, share))) chosen.push(candidate);
    }
  }
  return chosen.sort((a, b) => a.total - b.total);
}

/** A third of the places differ at all, and a share of them at a glance. */
function differ(one: Candidate, other: Candidate, share: number): boolean {
  const places = new Map(other.placed.map(({ item, rect }) => [keyOf(item.content), rect]));
  const changed = (most: number) =>
    one.placed.filter(({ item, rect }) => distance(rect, places.get(keyOf(item.content))) > most).length;
  const least = Math.max(1, one.placed.length);
  return changed(0) / least >= DIFFERENT && (share === DIFFERENT || changed(GLANCE_ROWS) / least >= share);
}

/** Rows by which two places differ; infinite where their columns do. */
function distance(one: GridRect, other: GridRect | undefined): number {
  if (!other || one.column !== other.column || one.columns !== other.columns) return Number.POSITIVE_INFINITY;
  return Math.max(Math.abs(one.row - other.row), Math.abs(one.rows - other.rows));
}

function keyOf(content: object): string {
  return JSON.stringify(content);
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
  const proposed = withQuotes(toBlocks(candidate.placed, number, used), quotes);
  const blocks = [...kept, ...proposed];
  const arranged = apply(issue, { type: 'setPageBlocks', page: number, blocks }).issue;
  const content = blocks.filter((block) => !isFurniture(block.content));
  const fits = content.map((block) => layout.fit(block));
  const figures = content.map((block) => figureOfBlock(block, issue, rankOf));
  const violations = checkPage(arranged, number, layout);
  requireSound(violations, proposed);
  return {
    blocks,
    fill: fillOf(figures, content, fits, contentArea(page, issue.spec)),
    overset: [...oversetsOf(content, fits), ...articlesLeftOff(issue, leftOff)],
    leftOff: [...leftOff.filter((id) => !issue.articles.some((article) => article.id === id)), ...photosLeftOff(issue, content)],
    violations,
    score: candidate.parts,
  };
}

/** The search never overlaps blocks nor leaves the area; if it did, a broken page must not be stored. */
function requireSound(violations: readonly Violation[], proposed: readonly Block[]): void {
  const ids = new Set(proposed.map(({ id }) => id));
  const broken = violations.find(
    ({ rule, blocks }) => (rule === 'overlap' || rule === 'outside') && blocks.some((id) => ids.has(id)),
  );
  if (broken) throw new Error(`arrange: ${broken.rule} ${broken.blocks.join(' ')}`);
}

function oversetsOf(blocks: readonly Block[], fits: readonly BlockFit[]): Overset[] {
  return blocks.flatMap(({ content }, index) => {
    const chars = fits[index]!.oversetChars;
    if (chars === 0) return [];
    if (content.kind === 'article') return [{ article: content.article, chars }];
    return content.kind === 'briefs' ? [{ article: content.articles.at(-1)!, chars }] : [];
  });
}

function articlesLeftOff(issue: Issue, leftOff: readonly Id[]): Overset[] {
  return leftOff.flatMap((id) =>
    issue.articles.some((article) => article.id === id) ? [{ article: id, chars: articleChars(articleOf(issue, id)) }] : [],
  );
}

/** Photographs of the page's articles that no block shows. */
function photosLeftOff(issue: Issue, blocks: readonly Block[]): Id[] {
  return blocks.flatMap(({ content }) => {
    if (content.kind !== 'article') return [];
    const shown = content.form.pictures.map(({ photo }) => photo);
    return articleOf(issue, content.article).photos.filter((photo) => !shown.includes(photo));
  });
}
