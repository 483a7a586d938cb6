/** Rules between stories: hairlines in the gutters (栏线) and in the blank row between stacked stories. Boxes have none. */
import { isStory } from '../issue/chains';
import { isBoxed, isFurniture } from '../issue/contents';
import type { Block, Id, Page } from '../issue/types';
import { columnLeft, columnsWidth, type Grid, rowsHeight, rowTop } from './grid';
import type { Sheet } from './sheet';

const WEIGHT = 0.35;

/** What stands in a cell of the grid: a story's number, or one of these. */
const NOTHING = -1;
const BOX = -2;

interface Story {
  /** The article that its blocks tell; undefined for other content. */
  readonly article: Id | undefined;
  /** It opens with a rule of its own, so that none is drawn above it. */
  readonly ownRule: boolean;
}

/** `cells[column][row]`: index of the story, or NOTHING, or BOX. */
type Cells = readonly (readonly number[])[];

export function drawRules(sheet: Sheet, page: Page): void {
  const { grid } = sheet.context;
  const stories: Story[] = [];
  const cells = fillCells(grid, page, stories);
  const ruled = ruledCells(cells, stories);
  drawBetweenStacked(sheet, ruled);
  drawGutters(sheet, withWhiteAbove(cells, ruled));
}

function fillCells(grid: Grid, page: Page, stories: Story[]): number[][] {
  const { columns, rows } = grid.spec;
  const cells = Array.from({ length: columns }, () => new Array<number>(rows).fill(NOTHING));
  for (const block of page.blocks) {
    const value = cellValue(block, stories);
    eachCell(block, columns, rows, (column, row) => {
      cells[column][row] = value;
    });
  }
  return cells;
}

function cellValue(block: Block, stories: Story[]): number {
  const { content } = block;
  const boxed = isStory(content) && isBoxed(content.form);
  if (boxed || content.kind === 'notice' || content.kind === 'advertisement') return BOX;
  if (isFurniture(content)) return NOTHING;
  const article = isStory(content) ? content.article : undefined;
  // White alone is between the parts of a story.
  const told = stories.findIndex((story) => article !== undefined && story.article === article);
  return told >= 0 ? told : stories.push({ article, ownRule: article === undefined }) - 1;
}

function eachCell({ rect, cuts }: Block, columns: number, rows: number, visit: (column: number, row: number) => void): void {
  for (let column = Math.max(0, rect.column); column < Math.min(columns, rect.column + rect.columns); column++) {
    for (let row = Math.max(0, rect.row); row < Math.min(rows, rect.row + rect.rows); row++) {
      const cut = cuts.some((c) => column >= c.column && column < c.column + c.columns && row >= c.row && row < c.row + c.rows);
      if (!cut) visit(column, row);
    }
  }
}

/** In the middle of a blank row above a story, over all its columns of `ruled` cells side by side. */
function drawBetweenStacked(sheet: Sheet, ruled: Cells): void {
  const { grid } = sheet.context;
  const { columns, rows } = grid.spec;
  for (let row = 1; row < rows - 1; row++) {
    let start = 0;
    while (start < columns) {
      const below = ruled[start][row];
      let end = start + 1;
      while (below !== NOTHING && end < columns && ruled[end][row] === below) end++;
      if (below !== NOTHING) {
        const y = rowTop(grid, row) + grid.em / 2;
        const left = columnLeft(grid, start);
        sheet.rule(left, y, left + columnsWidth(grid, end - start), y, WEIGHT);
      }
      start = end;
    }
  }
}

/**
 * For cells of a blank row with one story above and another below: the lower one; from there on also under a box that stands
 * above the same story, so that its rule does not end in the middle of it. NOTHING elsewhere.
 */
function ruledCells(cells: Cells, stories: readonly Story[]): number[][] {
  const ruled = cells.map((rows, column) =>
    rows.map((_, row) => (row > 0 && row < rows.length - 1 ? storyBelow(cells, stories, column, row) : NOTHING)),
  );
  const extend = (column: number, from: number) => {
    for (let row = 1; row < cells[column].length - 1; row++) {
      const story = ruled[from][row];
      const isUnderBox = cells[column][row] === NOTHING && cells[column][row - 1] === BOX;
      if (story !== NOTHING && isUnderBox && cells[column][row + 1] === story) ruled[column][row] = story;
    }
  };
  for (let column = 1; column < cells.length; column++) extend(column, column - 1);
  for (let column = cells.length - 2; column >= 0; column--) extend(column, column + 1);
  return ruled;
}

/** The story that starts below a blank row with another story above it; none when it brings its own rule. */
function storyBelow(cells: Cells, stories: readonly Story[], column: number, row: number): number {
  const above = cells[column][row - 1];
  const below = cells[column][row + 1];
  const between = cells[column][row] === NOTHING && above >= 0 && below >= 0 && above !== below;
  return between && !stories[below].ownRule ? below : NOTHING;
}

/** The blank row above a story belongs to it, so that the gutter's rule meets the rule above the story. */
function withWhiteAbove(cells: Cells, ruled: Cells): Cells {
  return cells.map((rows, column) => rows.map((cell, row) => (cell === NOTHING ? ruled[column][row] : cell)));
}

/** In the middle of a gutter where two stories stand side by side, from the first such row to the last. */
function drawGutters(sheet: Sheet, cells: Cells): void {
  const { grid } = sheet.context;
  for (let column = 1; column < cells.length; column++) {
    const parted = cells[column].map(
      (right, row) => right >= 0 && cells[column - 1][row] >= 0 && right !== cells[column - 1][row],
    );
    const x = columnLeft(grid, column) - grid.gap / 2;
    let row = 0;
    while (row < parted.length) {
      let end = row;
      while (parted[end]) end++;
      if (end > row) sheet.rule(x, rowTop(grid, row), x, rowTop(grid, row) + rowsHeight(grid, end - row), WEIGHT);
      row = end + 1;
    }
  }
}
