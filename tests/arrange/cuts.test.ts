import { describe, expect, it } from 'vitest';
import { cutsOf } from '../../engine/arrange/index';
import type { ArticleForm, Block } from '../../engine/issue/types';
import { makeIssue, story } from './material';

const PICTURE = { photo: 'p1', column: 2, columns: 2, row: 5, rows: 14, captionRows: 1 };

function block(pictures: ArticleForm['pictures']): Block {
  const form: ArticleForm = {
    head: 'second',
    size: 24,
    lines: ['标题'],
    headRows: 5,
    headColumns: 0,
    deck: false,
    pictures,
    box: 'none',
    textColumns: 0,
  };
  return {
    id: 'b1',
    content: { kind: 'article', article: 'a1', form },
    rect: { column: 0, row: 13, columns: 4, rows: 30 },
    cuts: [],
    locked: false,
  };
}

function cut(chars: number, blocks: readonly Block[]) {
  const issue = makeIssue({ articles: [story(900)], photos: [{}, {}] });
  return cutsOf(issue, { overset: [{ article: 'a1', chars }], blocks })[0];
}

describe('cuts', () => {
  it('offer a picture lower by the rows that the lacking lines take over its columns', () => {
    expect(cut(34, [block([PICTURE])])).toEqual({ article: 'a1', chars: 34, stands: true, rows: 2 });
  });

  it('offer none that would become a stripe, nor one of a band', () => {
    expect(cut(11 * 2 * 9, [block([PICTURE])])).toEqual({ article: 'a1', chars: 198, stands: true });
    expect(cut(11, [block([PICTURE, { ...PICTURE, photo: 'p2', column: 0 }])])).toEqual({
      article: 'a1',
      chars: 11,
      stands: true,
    });
  });

  it('tell a story left off from one cut', () => {
    expect(cut(900, [])).toEqual({ article: 'a1', chars: 900, stands: false });
  });
});
