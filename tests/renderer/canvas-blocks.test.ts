import { describe, expect, test } from 'vitest';
import type { ArticleForm, Block, GridRect } from '../../engine/issue/types';
import { boxOf, makeGrid, rowTop } from '../../engine/layout/grid';
import { blockAt, coveredBy, walkBlocks } from '../../renderer/canvas/hit';
import { refitted } from '../../renderer/canvas/refit';
import { snapMove, snapResize } from '../../renderer/canvas/snap';
import { smallIssue } from '../issue/small-issue';

const grid = makeGrid({ ...smallIssue.spec, columns: 6, columnChars: 11, gapChars: 1, rows: 87, bodySize: 9, pitch: 11.25 });
const area = { column: 0, row: 10, columns: 6, rows: 77 };

const rect = (column: number, row: number, columns: number, rows: number): GridRect => ({ column, row, columns, rows });
const block = (id: string, place: GridRect, cuts: readonly GridRect[] = []): Block => ({
  id,
  content: { kind: 'folio' },
  rect: place,
  cuts,
  locked: false,
});

describe('blocks under a point', () => {
  const bitten = block('bitten', rect(0, 10, 4, 20), [rect(2, 20, 2, 10)]);
  const biting = block('biting', rect(2, 21, 2, 9));
  const middleOf = (place: GridRect) => {
    const { x, y, width, height } = boxOf(grid, place);
    return { x: x + width / 2, y: y + height / 2 };
  };

  test('are found by their rectangles, without the cuts', () => {
    expect(blockAt([biting, bitten], grid, middleOf(rect(0, 12, 1, 1)))?.id).toBe('bitten');
    expect(blockAt([biting, bitten], grid, middleOf(biting.rect))?.id).toBe('biting');
    expect(blockAt([biting, bitten], grid, middleOf(rect(5, 12, 1, 1)))).toBeUndefined();
  });

  test('are walked from the top down and from the left, and out at the ends', () => {
    const blocks = [block('c', rect(0, 40, 6, 9)), block('b', rect(3, 10, 3, 20)), block('a', rect(0, 10, 3, 20))];
    expect(walkBlocks(blocks, null, 1)).toBe('a');
    expect(walkBlocks(blocks, 'a', 1)).toBe('b');
    expect(walkBlocks(blocks, 'b', 1)).toBe('c');
    expect(walkBlocks(blocks, 'c', 1)).toBeUndefined();
    expect(walkBlocks(blocks, null, -1)).toBe('c');
  });

  test('are covered by a rectangle that meets more than their cuts', () => {
    expect(coveredBy(rect(2, 20, 2, 10), [bitten])).toEqual([]);
    expect(coveredBy(rect(2, 19, 2, 10), [bitten])).toEqual([bitten]);
    expect(coveredBy(rect(4, 10, 2, 10), [bitten])).toEqual([]);
  });
});

describe('snapping', () => {
  const context = { grid, area, neighbours: [rect(4, 12, 2, 30)], reach: 4, leastRows: 2 };
  const column = grid.columnWidth + grid.gap;

  test('moves by whole columns and rows', () => {
    const { rect: moved, guide } = snapMove(rect(0, 30, 2, 20), { x: column * 0.6, y: grid.pitch * 8.4 }, context);
    expect(moved).toEqual(rect(1, 38, 2, 20));
    expect(guide).toBeUndefined();
  });

  test('stays inside the area', () => {
    expect(snapMove(rect(0, 30, 2, 20), { x: 1e5, y: 1e5 }, context).rect).toEqual(rect(4, 67, 2, 20));
    expect(snapMove(rect(0, 30, 2, 20), { x: -1e5, y: -1e5 }, context).rect).toEqual(rect(0, 10, 2, 20));
  });

  test('is pulled to the head or the foot of a neighbour, and says so', () => {
    const toFoot = rowTop(grid, 42) - rowTop(grid, 50) + 3.9;
    expect(snapMove(rect(0, 30, 2, 20), { x: 0, y: toFoot }, context)).toEqual({
      rect: rect(0, 22, 2, 20),
      guide: { edge: 'bottom', row: 42, neighbour: rect(4, 12, 2, 30) },
    });
    const toHead = rowTop(grid, 12) - rowTop(grid, 30) - 3.9;
    expect(snapMove(rect(0, 30, 2, 20), { x: 0, y: toHead }, context).guide?.edge).toBe('top');
    expect(snapMove(rect(0, 30, 2, 20), { x: 0, y: toFoot }, { ...context, neighbours: [] }).guide).toBeUndefined();
  });

  test('is pulled right below or above a neighbour in its columns, with a blank row between', () => {
    const below = { ...context, neighbours: [rect(0, 12, 2, 20)] };
    const under = rowTop(grid, 33) - rowTop(grid, 50) + 3.5;
    const landing = snapMove(rect(0, 50, 2, 10), { x: 0, y: under }, below);
    expect([landing.rect.row, landing.guide?.edge]).toEqual([33, 'under']);
    const above = { ...context, neighbours: [rect(0, 60, 2, 20)] };
    const over = snapResize(rect(0, 30, 2, 10), 's', { x: 0, y: rowTop(grid, 59) - rowTop(grid, 40) - 3.5 }, above);
    expect([over.rect.rows, over.guide?.edge]).toEqual([29, 'over']);
    expect(snapMove(rect(3, 50, 2, 10), { x: 0, y: under }, below).guide).toBeUndefined();
  });

  test('resizes the edges of the handle alone and leaves a column and two rows', () => {
    const start = rect(1, 30, 3, 20);
    expect(snapResize(start, 'se', { x: column, y: grid.pitch * 5.5 }, context).rect).toEqual(rect(1, 30, 4, 26));
    expect(snapResize(start, 'nw', { x: -column * 5, y: -grid.pitch * 100 }, context).rect).toEqual(rect(0, 10, 4, 40));
    expect(snapResize(start, 'nw', { x: 1e5, y: 1e5 }, context).rect).toEqual(rect(3, 48, 1, 2));
    expect(snapResize(start, 'e', { x: 0, y: 1e5 }, context).rect).toEqual(start);
  });
});

describe('a form in another size', () => {
  const form: ArticleForm = {
    head: 'wide',
    size: 24,
    lines: ['河堤添绿'],
    headRows: 5,
    headColumns: 4,
    deck: true,
    pictures: [{ photo: 'p1', column: 2, columns: 2, row: 5, rows: 12, captionRows: 1 }],
    box: 'none',
    textColumns: 0,
  };
  const article = (place: GridRect, changes: Partial<ArticleForm> = {}): Block => ({
    ...block('a', place),
    content: { kind: 'article', article: 'a1', form: { ...form, ...changes } },
  });
  const formOf = ({ content }: Block) => (content.kind === 'article' ? content.form : undefined);

  test('keeps its headline when only the rows change', () => {
    const { size, lines, headRows, pictures } = formOf(refitted(article(rect(0, 10, 4, 15)), rect(0, 10, 4, 30)))!;
    expect({ size, lines, headRows }).toEqual({ size: 24, lines: ['河堤添绿'], headRows: 5 });
    expect(pictures[0]).toMatchObject({ row: 5, rows: 9, column: 2, columns: 2 });
  });

  test('has its headline planned anew for another width, and pictures of the same share', () => {
    const { size, lines, headColumns, head, pictures } = formOf(refitted(article(rect(0, 10, 2, 30)), rect(0, 10, 4, 30)))!;
    expect({ size, lines, headColumns, head }).toEqual({ size: 0, lines: [], headColumns: 0, head: 'wide' });
    expect(pictures[0]).toMatchObject({ column: 1, columns: 1, rows: 6 });
  });

  test('takes the class of single columns, and leaves it', () => {
    expect(formOf(refitted(article(rect(0, 10, 1, 30)), rect(0, 10, 4, 30)))?.head).toBe('single');
    expect(formOf(refitted(article(rect(0, 10, 3, 30), { head: 'single' }), rect(0, 10, 1, 30)))?.head).toBe('second');
  });

  test('counts the columns of boxes and of broken columns, which stay', () => {
    const boxed = article(rect(0, 10, 5, 30), { tint: true, pictures: [{ ...form.pictures[0]!, column: 1, columns: 1 }] });
    expect(formOf(refitted(boxed, rect(0, 10, 3, 30)))?.pictures[0]).toMatchObject({ column: 1, columns: 1 });
    const broken = article(rect(0, 10, 2, 30), { textColumns: 3, pictures: [{ ...form.pictures[0]!, column: 1, columns: 2 }] });
    expect(formOf(refitted(broken, rect(0, 10, 4, 30)))?.pictures[0]).toMatchObject({ column: 1, columns: 2 });
  });

  test('always keeps pictures inside the block', () => {
    for (let columns = 1; columns <= 6; columns++) {
      for (let rows = 4; rows <= 40; rows += 6) {
        const [picture] = formOf(refitted(article(rect(0, 10, columns, rows)), rect(0, 10, 4, 30)))!.pictures;
        expect(picture!.column + picture!.columns).toBeLessThanOrEqual(columns);
        expect(picture!.row + 3).toBeLessThanOrEqual(Math.max(rows, 3));
      }
    }
  });

  test('is left alone when nothing changes', () => {
    const same = article(rect(0, 10, 4, 30));
    expect(refitted(same, rect(2, 40, 4, 30))).toBe(same);
  });
});
