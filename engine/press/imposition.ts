/**
 * Imposition (拼版): pages side by side on sheets twice as wide, in the order of a paper that is folded once and whose
 * sheets lie in one another (骑马折): 4|1 2|3 for four pages, 8|1 2|7 6|3 4|5 for eight.
 */
import type { DisplayItem, DisplayPage } from '../display/types';

/** One side of a sheet. Page numbers, 0 where no page stands. */
export interface SheetSide {
  /** Sheets from the outermost one, from 1; its front carries the outer pages. */
  readonly sheet: number;
  readonly front: boolean;
  readonly left: number;
  readonly right: number;
}

/**
 * The sides of all sheets for pages 1 … `pages`. Beyond two pages the number is filled up to a multiple of four; two
 * pages stand side by side, printed on both sides of the sheet and cut apart. `isBlank` tells pages that carry nothing.
 * Sides without any page are left out. There is nothing to impose on for fewer than two pages.
 */
export function imposedSides(pages: number, isBlank: (page: number) => boolean): SheetSide[] {
  if (pages < 2) return [];
  const total = pages === 2 ? 2 : Math.ceil(pages / 4) * 4;
  const known = (page: number): number => (page > pages || isBlank(page) ? 0 : page);
  const sides: SheetSide[] = [];
  for (let low = 1; low <= total / 2; low++) {
    const [outer, inner] = [known(total + 1 - low), known(low)];
    const front = low % 2 === 1;
    const halves = front ? { left: outer, right: inner } : { left: inner, right: outer };
    sides.push({ sheet: Math.ceil(low / 2), front, ...halves });
  }
  return sides.filter(({ left, right }) => left !== 0 || right !== 0);
}

/** Pages as a reader sees them: the first alone, then two and two. Blank pages are 0; spreads without any page are left out. */
export function readersSpreads(pages: number, isBlank: (page: number) => boolean): readonly number[][] {
  const known = (page: number): number => (isBlank(page) ? 0 : page);
  const spreads = [[known(1)]];
  for (let left = 2; left <= pages; left += 2) spreads.push(left < pages ? [known(left), known(left + 1)] : [known(left)]);
  return spreads.filter((spread) => spread.some((page) => page !== 0));
}

/** `3` for a page, `4|1` for two halves of a sheet; `–` is a blank one. */
export function sheetLabel(pages: readonly number[]): string {
  return pages.map((page) => (page === 0 ? '–' : String(page))).join('|');
}

/**
 * Two pages of one trim size as one; undefined is a blank half. Bleed stays on the outer edges only: what reaches over
 * the fold is cut off there, since it would print on the neighbour.
 */
export function spreadOf(left: DisplayPage | undefined, right: DisplayPage | undefined): DisplayPage {
  const page = left ?? right;
  if (!page) throw new RangeError('a spread needs a page');
  const { width, height, bleed } = page;
  const groups = [
    ...groupsWithin(left, 0, { from: Number.NEGATIVE_INFINITY, to: width }),
    ...groupsWithin(right, width, { from: width, to: Number.POSITIVE_INFINITY }),
  ];
  return { width: 2 * width, height, bleed, groups };
}

/** Points from the left edge of the sheet. */
interface Span {
  readonly from: number;
  readonly to: number;
}

function groupsWithin(page: DisplayPage | undefined, dx: number, span: Span): DisplayPage['groups'] {
  return (page?.groups ?? []).map(({ block, items }) => ({
    block,
    items: items.flatMap((item) => cut(moved(item, dx), span) ?? []),
  }));
}

function moved(item: DisplayItem, dx: number): DisplayItem {
  if (dx === 0) return item;
  switch (item.kind) {
    case 'glyphs':
      return { ...item, x: item.x.map((x) => x + dx) };
    case 'rule':
      return { ...item, x1: item.x1 + dx, x2: item.x2 + dx };
    case 'disc':
      return { ...item, cx: item.cx + dx };
    default:
      return { ...item, x: item.x + dx };
  }
}

/** The part of what may bleed (fills, pictures, level rules) inside a span; everything else stays as it is. */
function cut(item: DisplayItem, { from, to }: Span): DisplayItem | undefined {
  switch (item.kind) {
    case 'rule': {
      const inside = (x: number) => Math.min(to, Math.max(from, x));
      return { ...item, x1: inside(item.x1), x2: inside(item.x2) };
    }
    case 'fill':
    case 'picture': {
      if (item.x >= from && item.x + item.width <= to) return item;
      const x = Math.max(item.x, from);
      const width = Math.min(item.x + item.width, to) - x;
      if (width <= 0) return undefined;
      if (item.kind === 'fill') return { ...item, x, width };
      const { crop } = item;
      const scale = crop.width / item.width;
      return { ...item, x, width, crop: { ...crop, x: crop.x + (x - item.x) * scale, width: width * scale } };
    }
    default:
      return item;
  }
}
