import { describe, expect, test } from 'vitest';
import type { ArticleForm } from '../../engine/issue/types';
import { withHead } from '../../renderer/canvas/refit';
import { block, form } from '../layout/support';

const PICTURE = { photo: 'p', column: 2, columns: 2, row: 6, rows: 12, captionRows: 1 };

function shown(pictures: ArticleForm['pictures'], rows = 40) {
  const content = { kind: 'article', article: 'a', form: form({ head: 'second', pictures }) } as const;
  const placed = block('b', 1, 4, 1, rows, content);
  const changed = withHead(placed, 'picture');
  return { placed, changed, form: (changed.content as { form: ArticleForm }).form };
}

describe('a headline put on its picture', () => {
  test('takes the first picture to the head of the block, over its columns and in proportion', () => {
    const { form } = shown([PICTURE]);
    expect(form.head).toBe('picture');
    expect(form.pictures).toEqual([{ ...PICTURE, column: 0, columns: 4, row: 0, rows: 24 }]);
  });

  test('leaves a third of the block to the text', () => {
    expect(shown([PICTURE], 24).form.pictures[0]!.rows).toBe(24 * (2 / 3) - 1);
  });

  test('needs a picture, and comes off it again', () => {
    expect(shown([]).form.head).toBe('second');
    const back = withHead(shown([PICTURE]).changed, 'horizontal');
    expect((back.content as { form: ArticleForm }).form.head).toBe('second');
  });
});
