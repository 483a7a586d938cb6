import { describe, expect, test } from 'vitest';
import { apply } from '../../engine/issue/edits';
import type { Issue } from '../../engine/issue/types';
import { readIssue } from '../../engine/issue/validate';
import { type PictureGoal, pictureMove } from '../../renderer/state/picture-moves';
import { article, photo, smallIssue } from '../issue/small-issue';

const form = {
  head: 'inside',
  size: 0,
  lines: [],
  headRows: 5,
  headColumns: 0,
  deck: false,
  pictures: [{ photo: 'p2', column: 0, columns: 2, row: 5, rows: 8, captionRows: 1 }],
  box: 'none',
  textColumns: 0,
} as const;
const block = {
  id: 'x1',
  rect: { column: 0, row: 20, columns: 3, rows: 20 },
  cuts: [],
  locked: false,
  content: { kind: 'article', article: 'a1', form },
} as const;

const issue: Issue = readIssue({
  ...smallIssue,
  photos: [photo('p1'), photo('p2')],
  articles: [
    { ...article('a1', '河堤添绿'), photos: ['p2'] },
    {
      ...article('a2', '夜市开张'),
      awaited: [
        { number: 1, caption: '摊位', credit: '' },
        { number: 2, caption: '灯', credit: '' },
      ],
    },
  ],
  pages: [{ ...smallIssue.pages[0]!, blocks: [block] }, smallIssue.pages[1]!],
});

function moved(photoId: string, goal: PictureGoal): Issue {
  const edit = pictureMove(issue, photoId, goal)!;
  const { issue: after, inverse } = apply(issue, edit);
  expect(apply(after, inverse).issue).toEqual(issue);
  return readIssue(after);
}

describe('a photograph goes', () => {
  test('to another article, off its block, and takes the caption that waited', () => {
    const after = moved('p2', { list: 'articles', id: 'a2' });
    expect(after.articles.map(({ photos }) => photos)).toEqual([[], ['p2']]);
    expect(after.articles[1]?.awaited?.map(({ number }) => number)).toEqual([2]);
    expect(after.photos[1]?.caption).toBe('摊位');
    expect(after.pages[0]?.blocks[0]?.content).toMatchObject({ form: { pictures: [] } });
  });

  test('to a group, at the number that is free or a new one', () => {
    expect(moved('p2', { list: 'groups', id: 'g1' }).groups[0]?.pictures).toEqual([
      { number: 1, photo: 'p1' },
      { number: 2, photo: 'p2' },
    ]);
  });

  test('from a group to the stock', () => {
    expect(moved('p1', 'stock').groups[0]?.pictures.map((picture) => picture.photo)).toEqual(['', '']);
  });

  test('nowhere when the goal is gone', () => {
    expect(pictureMove(issue, 'p1', { list: 'articles', id: 'a9' })).toBeUndefined();
  });
});
