/** Facing pages: an even page stands left of the odd one behind it, the first page alone. */
import type { DeskState } from './store';

export interface Facing {
  readonly page: number;
  /** The other page stands right of this one, otherwise left. */
  readonly right: boolean;
}

/** The page that a reader sees beside a page of an issue with so many; undefined when it stands alone. */
export function facingPage(page: number, pages: number): Facing | undefined {
  const right = page % 2 === 0;
  const other = right ? page + 1 : page - 1;
  return other >= 1 && other <= pages ? { page: other, right } : undefined;
}

/** The page beside the one that is worked on, while both are shown. */
export function shownFacing({ issue, page, overlays, proposals }: DeskState): number {
  if (!issue || !overlays.facing || proposals) return 0;
  return facingPage(page, issue.pages.length)?.page ?? 0;
}
