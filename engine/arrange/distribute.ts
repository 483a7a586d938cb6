/** Divides the material of an issue among its pages: wishes first, then leads, then everything by the room that is left. */

import { contentIds, isFurniture } from '../issue/contents';
import type { Article, Id, Issue, Page } from '../issue/types';
import type { Layout } from '../layout/types';
import { contentArea } from './area';
import { importance, isLeadBlock, type PageContent, rankArticles, rankOf, shortNews } from './content';
import type { Rank } from './costs';

/** Cells of headline and white that a story of a rank takes: columns × rows of the page design. */
const HEAD_CELLS: Readonly<Record<Rank, number>> = { lead: 44, major: 20, normal: 14, brief: 4 };
/** Cells of the first picture and of each further one, at a size that is neither stamp nor poster. */
const FIRST_PICTURE = 40;
const NEXT_PICTURE = 20;
/** Pages are filled to about this share by counting; the pictures take up the rest. */
const COMFORTABLE = 0.94;

interface Piece {
  readonly id: Id;
  readonly kind: 'article' | 'group' | 'notice' | 'advertisement';
  /** Page asked for; 0 for any. */
  readonly page: number;
  readonly cells: number;
  readonly article?: Article;
}

interface Load {
  readonly page: Page;
  readonly room: number;
  cells: number;
  /** Stories that may lead the page; locked ones count. */
  leads: number;
  readonly lockedLead: boolean;
  readonly pieces: Piece[];
}

/**
 * Content for each of the pages. `pages` are the numbers to arrange: all of the issue, or a few, in which case what stands
 * on the others stays there, and of what stands nowhere only as much is taken as there is room for.
 */
export function distribute(issue: Issue, layout: Layout, pages: readonly number[]): ReadonlyMap<number, PageContent> {
  const loads = pages.map((number) => loadOf(issue, issue.pages[number - 1]!));
  const whole = loads.length === issue.pages.length;
  const free: Piece[] = [];
  for (const piece of availablePieces(issue, layout, pages)) {
    const wish = loads.find(({ page }) => page.number === (piece.page || (whole ? 0 : standsOn(issue, piece.id))));
    if (wish) put(wish, piece);
    else free.push(piece);
  }
  const open = openPages(loads, free);
  const rest = giveLeads(free, open);
  for (const pieces of byPlacing(rest)) {
    const target = roomiest(open, pieces, whole);
    if (target) for (const piece of pieces) put(target, piece);
  }
  return new Map(loads.map(({ page, pieces, lockedLead }) => [page.number, contentOf(inOrder(issue, pieces), lockedLead)]));
}

function loadOf(issue: Issue, page: Page): Load {
  const area = contentArea(page, issue.spec);
  const locked = page.blocks.filter((block) => block.locked && !isFurniture(block.content));
  const taken = locked.reduce((sum, { rect }) => sum + rect.columns * (rect.rows + 1), 0);
  const lockedLead = locked.some(isLeadBlock);
  const room = Math.max(0, area.columns * area.rows - taken);
  return { page, room, cells: 0, leads: lockedLead ? 1 : 0, lockedLead, pieces: [] };
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

/** What is not locked on any page nor, when only some pages are arranged, stands on or is meant for another. */
function availablePieces(issue: Issue, layout: Layout, pages: readonly number[]): Piece[] {
  const kept = new Set<Id>();
  for (const page of issue.pages) {
    for (const block of page.blocks)
      if (block.locked || !pages.includes(page.number)) for (const id of contentIds(block.content)) kept.add(id);
  }
  const whole = pages.length === issue.pages.length;
  const mine = ({ id, page }: { id: Id; page: number }) => !kept.has(id) && (whole || page === 0 || pages.includes(page));
  return [
    ...issue.articles.filter(mine).map((article) => articlePiece(issue, layout, article)),
    ...issue.groups.filter(mine).map(({ id, page }) => groupPiece(issue, layout, id, page)),
    ...issue.notices
      .filter(mine)
      .map(({ id, page }) => ({ id, page, kind: 'notice' as const, cells: 2 * layout.noticeRows(id, 2).best })),
    ...issue.advertisements.filter(mine).map(({ id, page, columns, rows }) => {
      const width = columns || Math.max(1, Math.round(issue.spec.columns * 0.6));
      return {
        id,
        page,
        kind: 'advertisement' as const,
        cells: width * ((rows || layout.advertisementRows(id, width).best) + 1),
      };
    }),
  ];
}

function articlePiece(issue: Issue, layout: Layout, article: Article): Piece {
  const lines = layout.bodyLines(article.id, issue.spec.columnChars);
  const pictures = Math.min(article.photos.length, 3);
  const pictureCells = pictures === 0 ? 0 : FIRST_PICTURE + (pictures - 1) * NEXT_PICTURE;
  return {
    id: article.id,
    kind: 'article',
    page: article.page,
    cells: lines + HEAD_CELLS[rankOf(article)] + pictureCells,
    article,
  };
}

function groupPiece(issue: Issue, layout: Layout, id: Id, page: number): Piece {
  const width = Math.max(1, Math.round(issue.spec.columns * 0.66));
  return { id, kind: 'group', page, cells: width * (layout.groupRows(id, width).best + 1) };
}

function standsOn(issue: Issue, id: Id): number {
  return issue.pages.find((page) => page.blocks.some((block) => contentIds(block.content).includes(id)))?.number ?? 0;
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

/** Big things first, they need a free page; then the short news together; then stories by importance. */
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

function contentOf(pieces: readonly Piece[], lockedLead: boolean): PageContent {
  const ids = (kind: Piece['kind']) => pieces.filter((piece) => piece.kind === kind).map(({ id }) => id);
  return {
    ...rankArticles(
      pieces.flatMap(({ article }) => article ?? []),
      lockedLead,
    ),
    groups: ids('group'),
    notices: ids('notice'),
    advertisements: ids('advertisement'),
  };
}
