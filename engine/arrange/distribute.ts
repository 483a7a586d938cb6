/** Divides the material of an issue among its pages: wishes first, then leads, then everything by the room that is left. */

import { contentIds, isFurniture } from '../issue/contents';
import type { Article, Id, Issue, Page } from '../issue/types';
import type { Layout } from '../layout/types';
import { contentArea } from './area';
import { importance, leadAmong, leadership, type PageContent, rankArticles, rankOf, shortNews } from './content';
import { type Jump, jumpOf } from './jumps';
import { availablePieces, type Piece } from './pieces';
import { isSameColumn, Wishes } from './wishes';

/** Pages are filled to about this share by counting; the pictures take up the rest. */
const COMFORTABLE = 0.94;

interface Load {
  readonly page: Page;
  readonly room: number;
  cells: number;
  /** Stories that may lead the page; locked ones count. */
  leads: number;
  /** What makes a locked story the page's lead, see `leadAmong`. */
  readonly lockedLead: number;
  readonly pieces: Piece[];
  /** Short news put here to stand together. */
  readonly together: Article[];
  /** How its lead is parted, and stories of other pages that go on here. */
  jump?: Jump;
  readonly continued: Id[];
}

/** Material divided among pages. */
export interface Distribution {
  /** What stands on one of the pages; it may grow until that page is arranged. */
  get(page: number): PageContent;
  /**
   * Gives articles for which `page` had no room to later pages that have some, unless they asked for a page. Returns those
   * that found a place.
   */
  passOn(page: number, articles: readonly Id[]): Id[];
  /** Stories of other pages that are to go on on one of the pages. */
  continuedOn(page: number): readonly Id[];
  /** Stories that found no room to go on on a page are to go on on the next one. Returns those for which there is none. */
  continueLater(page: number, articles: readonly Id[]): Id[];
}

/**
 * Content for each of the pages. `pages` are the numbers to arrange: all of the issue, or a few, in which case what stands
 * on the others stays there, and of what stands nowhere only as much is taken as there is room for.
 */
export function distribute(issue: Issue, layout: Layout, pages: readonly number[]): Distribution {
  const loads = spread(issue, layout, pages);
  return {
    get: (number) => contentOf(issue, loads.find(({ page }) => page.number === number)!),
    passOn: (number, articles) => {
      const from = loads.findIndex(({ page }) => page.number === number);
      const passed = loads[from]!.pieces.filter(({ id, page }) => articles.includes(id) && page === 0);
      return passed.flatMap((piece) => {
        const target = roomiest(loads.slice(from + 1), [piece], false);
        if (!target) return [];
        put(target, piece);
        return [piece.id];
      });
    },
    continuedOn: (number) => loads.find(({ page }) => page.number === number)!.continued,
    continueLater: (number, articles) => {
      const next = loads.find(({ page }) => page.number > number);
      next?.continued.push(...articles);
      return next ? [] : [...articles];
    },
  };
}

function spread(issue: Issue, layout: Layout, pages: readonly number[]): Load[] {
  const loads = pages.map((number) => loadOf(issue, issue.pages[number - 1]!));
  const whole = loads.length === issue.pages.length;
  const wishes = new Wishes(issue);
  const pieces = availablePieces(issue, layout, pages);
  const asked = (piece: Piece) => piece.page || (whole ? 0 : standsOn(issue, piece.id));
  const free: Piece[] = [];
  for (const piece of pieces) {
    const wish = loads.find(({ page }) => page.number === asked(piece)) ?? sectionOf(loads, piece, whole);
    if (wish) put(wish, piece);
    else free.push(piece);
  }
  const open = openPages(loads, free);
  const others = giveLeads(free, open);
  partLead(issue, layout, loads);
  for (const pieces of byPlacing(others)) {
    const target = besidePartner(loads, pieces, wishes) ?? roomiest(withoutFoes(open, pieces, wishes), pieces, whole);
    if (!target) continue;
    for (const piece of pieces) put(target, piece);
    if (pieces.length > 1) target.together.push(...pieces.flatMap(({ article }) => article ?? []));
  }
  return loads;
}

/** The lead of page 1 goes on on the emptiest other page where the paper allows it and it is too long for its own. */
function partLead({ paper, spec }: Issue, layout: Layout, loads: readonly Load[]): void {
  const front = loads.find(({ page }) => page.number === 1);
  if (!paper.arranging?.jumps || !front) return;
  const stories = front.pieces.filter(({ article }) => article && rankOf(article) !== 'brief');
  const [lead] = stories.sort((a, b) => importance(b.article!) - importance(a.article!));
  if (!lead) return;
  const lines = layout.bodyLines(lead.id, spec.columnChars);
  const jump = jumpOf(lead.id, lines, lead.cells, front.room, front.cells - COMFORTABLE * front.room);
  const others = loads.filter((load) => load !== front && jump && load.room - load.cells >= jump.cells);
  const [target] = others.sort((a, b) => b.room - b.cells - (a.room - a.cells) || a.page.number - b.page.number);
  if (!jump || !target) return;
  front.jump = jump;
  front.cells -= jump.rest;
  target.cells += jump.cells;
  target.continued.push(lead.id);
}

/** The roomiest page of the section that an article belongs to. */
function sectionOf(loads: readonly Load[], piece: Piece, whole: boolean): Load | undefined {
  const section = piece.article?.section;
  return section
    ? roomiest(
        loads.filter(({ page }) => page.section === section),
        [piece],
        whole,
      )
    : undefined;
}

/** The page on which a story stands beside which one of these wants to stand, or one of the same column. */
function besidePartner(loads: readonly Load[], pieces: readonly Piece[], wishes: Wishes): Load | undefined {
  const belong = (one: Piece, other: Piece) => wishes.together(one.id, other.id) || isSameColumn(one.article, other.article);
  return loads.find((load) => load.pieces.some((one) => pieces.some((piece) => belong(one, piece))));
}

/** Pages without a story that must not share one with any of these; all when there is none. */
function withoutFoes(open: readonly Load[], pieces: readonly Piece[], wishes: Wishes): readonly Load[] {
  if (!wishes.any) return open;
  const peaceful = open.filter((load) => !load.pieces.some(({ id }) => pieces.some((piece) => wishes.apart(id, piece.id))));
  return peaceful.length > 0 ? peaceful : open;
}

function loadOf(issue: Issue, page: Page): Load {
  const area = contentArea(page, issue.spec);
  const locked = page.blocks.filter((block) => block.locked && !isFurniture(block.content));
  const taken = locked.reduce((sum, { rect }) => sum + rect.columns * (rect.rows + 1), 0);
  const lockedLead = leadAmong(locked, issue);
  const room = Math.max(0, area.columns * area.rows - taken);
  return {
    page,
    room,
    cells: 0,
    leads: lockedLead?.isSure ? 1 : 0,
    lockedLead: lockedLead?.leadership ?? Number.NEGATIVE_INFINITY,
    pieces: [],
    together: [],
    continued: [],
  };
}

function put(load: Load, piece: Piece): void {
  load.pieces.push(piece);
  load.cells += piece.cells;
  if (piece.article && isBig(piece.article)) load.leads++;
}

function isBig(article: Article): boolean {
  const rank = rankOf(article);
  return rank === 'lead' || rank === 'major';
}

/** Pages that free material may go to: as many of the first as it fills, and every page that has something anyway. */
function openPages(loads: readonly Load[], free: readonly Piece[]): Load[] {
  let waiting = free.reduce((sum, { cells }) => sum + cells, 0);
  return loads.filter((load) => {
    const open = waiting > 0 || load.pieces.length > 0;
    waiting -= Math.max(0, load.room * COMFORTABLE - load.cells);
    return open;
  });
}

/** The most important stories lead the pages that have none yet, the front page first. Returns what remains. */
function giveLeads(free: readonly Piece[], open: readonly Load[]): Piece[] {
  const stories = free
    .filter(({ article }) => article && isBig(article))
    .sort((a, b) => importance(b.article!) - importance(a.article!));
  const given = new Set<Piece>();
  for (const load of open) {
    if (load.leads > 0) continue;
    const story = stories.find((candidate) => !given.has(candidate) && load.cells + candidate.cells <= load.room);
    if (!story) continue;
    put(load, story);
    given.add(story);
  }
  return free.filter((piece) => !given.has(piece));
}

function standsOn(issue: Issue, id: Id): number {
  return issue.pages.find((page) => page.blocks.some((block) => contentIds(block.content).includes(id)))?.number ?? 0;
}

/** Big things first, they need a free page; then the short news, as one; then stories by importance. */
function byPlacing(pieces: readonly Piece[]): Piece[][] {
  const weight = ({ article }: Piece) => (article ? importance(article) : 0);
  const kinds = ['group', 'advertisement', 'notice', 'article'];
  const short = shortNews(pieces.flatMap(({ article }) => article ?? []));
  const briefs = pieces.filter(({ article }) => article && short.includes(article));
  const others = pieces.filter((piece) => !briefs.includes(piece));
  const sorted = others.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || weight(b) - weight(a));
  const boxes = sorted.filter(({ kind }) => kind !== 'article');
  return [...boxes, briefs, ...sorted.slice(boxes.length)].map((entry) => (Array.isArray(entry) ? entry : [entry]));
}

/** The page with the greatest share of room left. Partly arranged issues take no more than fits. */
function roomiest(open: readonly Load[], pieces: readonly Piece[], whole: boolean): Load | undefined {
  const cells = pieces.reduce((sum, piece) => sum + piece.cells, 0);
  let best: Load | undefined;
  for (const load of open) {
    const left = (load.room - load.cells) / load.room;
    if (!whole && load.cells + cells > load.room) continue;
    if (!best || left > (best.room - best.cells) / best.room) best = load;
  }
  return best;
}

/** Articles in the order of the issue, which is the editor's. */
function inOrder(issue: Issue, pieces: readonly Piece[]): Piece[] {
  const places = new Map(issue.articles.map((article, index) => [article.id, index]));
  return [...pieces].sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

function contentOf(issue: Issue, { pieces, lockedLead, together, jump }: Load): PageContent {
  const ordered = inOrder(issue, pieces);
  const ids = (kind: Piece['kind']) => ordered.filter((piece) => piece.kind === kind).map(({ id }) => id);
  const articles = ordered.flatMap(({ article }) => article ?? []);
  const hasLead = lockedLead > Math.max(...articles.map((article) => leadership(article)));
  const ranked = rankArticles(articles, hasLead, together);
  return {
    articles: ranked.articles.map((one) => (one.id === jump?.id ? { ...one, opening: jump.opening } : one)),
    briefs: ranked.briefs,
    groups: ids('group'),
    notices: ids('notice'),
    advertisements: ids('advertisement'),
  };
}
