/** The edge between a picture and its text, dragged. */
import { describe, expect, test } from 'vitest';
import { apply, type Issue } from '../../engine/issue';
import { makeGrid } from '../../engine/layout/grid';
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
const step = grid.columnWidth + grid.gap;

/** What a drag that has come so far makes of the picture, in an issue that an earlier part of it may have changed. */
function dragged(edge: PictureEdge, x: number, y: number, from = made) {
  const edit = edgeMoved(from, grid, from.pages[0]!.blocks[0]!, 'p', picture, edge, { x, y });
  if (!edit) return undefined;
  const after = apply(from, edit).issue;
  const { content } = after.pages[0]!.blocks[0]!;
  return content.kind === 'article' ? { ...content.form.pictures[0], after } : undefined;
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

  test('is where the pointer is at last, however far it had been', () => {
    const far = dragged('foot', 0, 7 * grid.pitch)!.after;
    expect(dragged('foot', 0, 2 * grid.pitch, far)).toMatchObject({ rows: 10 });
    expect(dragged('foot', 0, 0, far)).toMatchObject({ rows: 8 });
  });

  test('is where it was after less than half a step', () => {
    expect(dragged('foot', 0, 0.4 * grid.pitch)).toBeUndefined();
    expect(dragged('right', 0.4 * step, 0)).toBeUndefined();
  });
});
