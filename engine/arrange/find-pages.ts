/**
 * Finds pages for a content: first everything must fit exactly, or leave one clean foot; then small holes are allowed; then the
 * least important stories may be shortened; at last stories are left off.
 */
import type { Id, Issue } from '../issue/types';
import type { Layout } from '../layout/types';
import type { PageContent } from './content';
import { LEFT_OFF_LINE, LEFT_OFF_STORY } from './costs';
import { WORTH_A_LOOK } from './different';
import { createItemMaker, type KnownItems, leastCells, type Terms } from './items';
import { beyondReach, exchange, misfits, nextToGo, reliefOf, type Stories, storiesOf, without } from './leave-off';
import { cutLines, type Placed } from './place';
import { BLANK, type Item } from './plan';
import { FULL } from './proposal';
import { createRandom } from './random';
import { isInOrder } from './score';
import { blankRoomOf, type Candidate, type Effort, type Ground, roomOf, searchPages } from './search';
import { dividedContents } from './split-stories';

/** Tables built for a page: the second finds a better page now and then, a third hardly ever. */
const ROUNDS = 2;
/** What a page may cost more than the best before the layout has set both: it may yet part fewer lines. */
const WORTH_SETTING = 12;
/** Share of a page that the tightest setting of all stories may take once stories are left off anyway: no page of narrow columns. */
const RELAXED = 0.9;
/** Stories left off that may come back for shorter ones where the page is not full. */
const EXCHANGES = 2;

export const NONE: Terms = { holeRows: 0, fewerPictures: false, overset: 0, shortened: 0 };
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

export interface Job {
  readonly issue: Issue;
  readonly content: PageContent;
  readonly layout: Layout;
  readonly seed: number;
  readonly proposals: number;
  readonly ground: Ground;
  readonly effort: Effort;
  readonly known: KnownItems;
  /** Stories with pull quotes, which stand in their first block. */
  readonly quotedStories: ReadonlySet<Id>;
  /** What stands already, which the ground counts as taken. */
  readonly pinned: readonly Placed[];
}

export interface Found {
  readonly candidates: readonly Candidate[];
  readonly leftOff: readonly Id[];
}

/**
 * Pages with as many stories as find room. `addedLines` are lines that articles turned out to need beyond their count, `known`
 * what an earlier search for the same page left off.
 */
export function findPages(job: Job, addedLines: ReadonlyMap<Id, number>, known?: readonly Id[]): Found {
  const { issue, content, layout, seed, proposals, ground, effort, quotedStories, pinned } = job;
  const random = createRandom(seed);
  const makeItems = createItemMaker(issue, layout, ground.area, addedLines, job.known);
  const stories = storiesOf(issue, layout);
  const room = roomOf(ground);
  const rounds = ROUNDS + proposals - 1;
  const worthALook = proposals > 1 ? WORTH_A_LOOK : WORTH_SETTING;
  const search = (leftOff: readonly Id[], all = content, ladder = LADDER): Found => {
    const what = without(all, leftOff);
    const share = what.articles.length < content.articles.length ? RELAXED : 1;
    const attempt = (terms: Terms): readonly Candidate[] => {
      const items = makeItems(what, terms);
      return isHopeless(items, ground, share) ? [] : searchPages(items, ground, random, rounds, effort, worthALook);
    };
    const candidates = easiest(attempt, ladder, what.articles.length === 1, ground, effort);
    return { leftOff, candidates: candidates.map((one) => ({ ...one, placed: [...one.placed, ...pinned] })) };
  };
  const hopeless = known ?? [...misfits(makeItems(content, NONE), ground.area), ...beyondReach(content, stories, room)];
  let found = search(hopeless);
  while (found.candidates.length === 0) {
    const next = nextToGo(without(content, found.leftOff), stories);
    if (next === undefined) return found;
    found = search([...found.leftOff, next]);
  }
  for (let exchanges = 0; !known && exchanges < EXCHANGES; exchanges++) {
    const leftOff = exchange(content, found.leftOff, stories, found.candidates[0]!.spare);
    const other = leftOff && search(leftOff);
    if (!other || other.candidates.length === 0 || other.candidates[0]!.total >= found.candidates[0]!.total) break;
    found = other;
  }
  const next = known ? undefined : reliefOf(content, found.leftOff, cutsOf(found.candidates[0]!), stories);
  const relieved = next === undefined ? undefined : search([...found.leftOff, next]);
  if (relieved && relieved.candidates.length > 0 && lostCost(relieved, stories) < lostCost(found, stories)) found = relieved;
  const linesOf = (id: Id) => (quotedStories.has(id) ? 0 : stories.lines(id));
  for (const divided of dividedContents(content, linesOf)) {
    if (isExact(found, room) || effort.isSpent) break;
    const candidates = search(found.leftOff, divided, EXACT).candidates.filter(({ parts }) => isInOrder(parts));
    if (candidates.length > 0 && candidates[0]!.total < found.candidates[0]!.total) found = { ...found, candidates };
  }
  return found;
}

/** Share of a page with its blank rows that the tightest settings of all items may take: beyond it they hardly ever fit together. */
const TIGHTEST = 0.98;

/** Whether the tightest settings of these items, with the blank row below each, take more than a page has, or than `share` of it. */
function isHopeless(items: readonly Item[], ground: Ground, share: number): boolean {
  const { columns } = ground.area;
  const sum = (blank: number) => items.reduce((cells, item) => cells + leastCells(item, columns, blank), 0);
  return sum(0) > roomOf(ground) * share || sum(BLANK) > blankRoomOf(ground) * TIGHTEST;
}

/** Lines that each cut story of a page loses. */
function cutsOf({ placed }: Candidate): number[] {
  return placed.map(cutLines).filter((lines) => lines > 0);
}

/** Price of the best page with what its readers miss: many stories cut are more work than one that waits. */
function lostCost({ candidates, leftOff }: Found, { lines }: Stories): number {
  const missed = leftOff.reduce((sum, id) => sum + LEFT_OFF_STORY + lines(id) * LEFT_OFF_LINE, 0);
  return candidates[0]!.total + missed;
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
