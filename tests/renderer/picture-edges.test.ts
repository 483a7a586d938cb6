/** The edge between a picture and its text, dragged. */
import { describe, expect, test } from 'vitest';
import { apply, type Issue } from '../../engine/issue';
import { boxOf, makeGrid } from '../../engine/layout/grid';
import { edgeMoved, type PictureEdge } from '../../renderer/pictures/edges';
import { article, block, form, issue, photo } from '../layout/support';

const picture = { photo: 'p', column: 1, columns: 1, row: 4, rows: 8, captionRows: 2 };
const own = block('b', 1, 4, 1, 30, { kind: 'article', article: 'a', form: form({ pictures: [picture] }) });
const made: Issue = issue({
  articles: [article('a', { photos: ['p'] })],
  photos: [photo('p')],
  pages: [{ number: 1, section: '', blocks: [own] }],
});
const grid = makeGrid(made.spec);
const box = boxOf(grid, own.rect);
const step = grid.columnWidth + grid.gap;
const frame = { x: box.x + step, y: box.y + 4 * grid.pitch, width: grid.columnWidth, height: 8 * grid.pitch - 2 };

function dragged(edge: PictureEdge, dx: number, dy: number) {
  const to = { x: frame.x + frame.width + dx, y: frame.y + frame.height + dy };
  const edit = edgeMoved(made, grid, own, 'p', frame, edge, to);
  const content = edit && apply(made, edit).issue.pages[0]!.blocks[0]!.content;
  return content?.kind === 'article' ? content.form.pictures[0] : undefined;
}

describe('the edge of a picture', () => {
  test('takes the nearest row, and keeps to the block with the caption below', () => {
    expect(dragged('foot', 50, 3.2 * grid.pitch)).toMatchObject({ rows: 11, columns: 1 });
    expect(dragged('foot', 0, -100 * grid.pitch)).toMatchObject({ rows: 2 });
    expect(dragged('foot', 0, 100 * grid.pitch)).toMatchObject({ rows: 30 - 4 - 2 });
  });

  test('takes the nearest column, as far as the block goes', () => {
    expect(dragged('right', 0.8 * step, 50)).toMatchObject({ columns: 2, rows: 8 });
    expect(dragged('right', 9 * step, 0)).toMatchObject({ columns: 3 });
  });

  test('is where it was after less than half a step', () => {
    expect(dragged('foot', 0, 0.4 * grid.pitch)).toBeUndefined();
    expect(dragged('right', 0.4 * step, 0)).toBeUndefined();
  });
});
