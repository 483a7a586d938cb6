/** Cells of a page by block, worked out without the arranger's own code. */
import type { Block, PageSpec } from '../../engine/issue/types';

/** For every cell the ids of the blocks on it. */
export function occupancy(blocks: readonly Block[], spec: PageSpec): string[][] {
  const cells: string[][] = Array.from({ length: spec.columns * spec.rows }, () => []);
  for (const { id, rect, cuts } of blocks) {
    for (let row = rect.row; row < rect.row + rect.rows; row++) {
      for (let column = rect.column; column < rect.column + rect.columns; column++) {
        const cut = cuts.some(
          (one) => column >= one.column && column < one.column + one.columns && row >= one.row && row < one.row + one.rows,
        );
        if (!cut) cells[row * spec.columns + column]!.push(id);
      }
    }
  }
  return cells;
}

export function isContent({ content }: Block): boolean {
  return content.kind !== 'masthead' && content.kind !== 'folio' && content.kind !== 'imprint';
}

/** Articles that a page sets, once for each time they appear. */
export function articlesOn(blocks: readonly Block[]): string[] {
  return blocks.flatMap(({ content }) => {
    if (content.kind === 'article') return [content.article];
    return content.kind === 'briefs' ? content.articles : [];
  });
}
