/** Material as pieces to divide among pages, with the cells that they take by counting. */
import { contentIds } from '../issue/contents';
import type { Article, Id, Issue } from '../issue/types';
import type { Layout } from '../layout/types';
import { rankOf } from './content';
import type { Rank } from './costs';

/** Cells of headline and white that a story of a rank takes: columns × rows of the page design. */
const HEAD_CELLS: Readonly<Record<Rank, number>> = { lead: 44, major: 20, normal: 14, brief: 4 };
/** Cells of the first picture and of each further one, at a size that is neither stamp nor poster. */
const FIRST_PICTURE = 40;
const NEXT_PICTURE = 20;
export interface Piece {
  readonly id: Id;
  readonly kind: 'article' | 'group' | 'notice' | 'advertisement';
  /** Page asked for; 0 for any. */
  readonly page: number;
  readonly cells: number;
  readonly article?: Article;
}

/**
 * What is not locked on any page nor, when only some pages are arranged, stands on or is meant for another. `stock` asks
 * for the fillers, otherwise for everything else.
 */
export function availablePieces(issue: Issue, layout: Layout, pages: readonly number[], stock = false): Piece[] {
  const kept = new Set<Id>();
  for (const page of issue.pages) {
    for (const block of page.blocks)
      if (block.locked || !pages.includes(page.number)) for (const id of contentIds(block.content)) kept.add(id);
  }
  const whole = pages.length === issue.pages.length;
  const mine = ({ id, page, filler }: { id: Id; page: number; filler?: boolean }) =>
    !kept.has(id) && (filler === true) === stock && (whole || page === 0 || pages.includes(page));
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
