import { describe, expect, test } from 'vitest';
import { apply, applyAll } from '../../engine/issue/edits';
import type { Block, Issue } from '../../engine/issue/types';
import { readIssue } from '../../engine/issue/validate';
import { blockWith, formOf, givenTo, placedIn, replaced } from '../../renderer/pictures/placing';
import { blockOf } from '../../renderer/state/facts';
import { article, photo, smallIssue } from '../issue/small-issue';

const bare = { pictures: [], box: 'none', textColumns: 0 } as const;
const head = { ...bare, head: 'second', size: 0, lines: [], headRows: 0, headColumns: 0, deck: false } as const;
const base = { cuts: [], locked: false };
const blocks: readonly Block[] = [
  {
    ...base,
    id: 'x1',
    rect: { column: 0, row: 20, columns: 3, rows: 20 },
    content: { kind: 'article', article: 'a1', form: head },
  },
  {
    ...base,
    id: 'x2',
    rect: { column: 3, row: 20, columns: 2, rows: 30 },
    content: { kind: 'continuation', article: 'a1', part: 2, form: bare },
  },
];
const issue: Issue = readIssue({
  ...smallIssue,
  photos: [photo('p1'), photo('p2')],
  articles: [{ ...article('a1', '河堤添绿'), photos: ['p1'] }],
  pages: [{ ...smallIssue.pages[0]!, blocks }, smallIssue.pages[1]!],
});
const pictures = (of: Issue, id: string) => formOf(blockOf(of, id)!)!.pictures;

describe('a picture of a story', () => {
  test('goes into its continuation, back to its first block, and out', () => {
    const inRest = apply(issue, placedIn(issue, 'a1', 'p1', 'x2')!).issue;
    expect(blockWith(inRest, 'a1', 'p1')?.id).toBe('x2');
    expect(readIssue(inRest)).toEqual(inRest);
    const inFirst = apply(inRest, placedIn(inRest, 'a1', 'p1', 'x1')!);
    expect(pictures(inFirst.issue, 'x2')).toEqual([]);
    expect(pictures(inFirst.issue, 'x1')).toHaveLength(1);
    expect(apply(inFirst.issue, inFirst.inverse).issue).toEqual(inRest);
    expect(placedIn(inRest, 'a1', 'p1', 'x2')).toBeUndefined();
    expect(blockWith(apply(inRest, placedIn(inRest, 'a1', 'p1', null)!).issue, 'a1', 'p1')).toBeUndefined();
  });

  test('stands below the headline, unless that leaves its columns to the text', () => {
    const rowUnder = (columns: number) => pictures(givenTo(issue, 'x1', ['p2'], { columns, endRow: 7 }), 'x1')[0]!.row;
    expect([1, 3].map(rowUnder)).toEqual([0, 7]);
  });

  test('stands within the columns, below one that is there, however it is asked for', () => {
    const one = apply(issue, placedIn(issue, 'a1', 'p1', 'x1')!).issue;
    const two = givenTo(one, 'x1', ['p2']);
    const [first, second] = pictures(two, 'x1');
    expect(second!.row).toBeGreaterThan(first!.row + first!.rows);
    const wide = apply(two, replaced(two, blockOf(two, 'x1')!, 'p2', { columns: 9, column: 7 })!).issue;
    expect(pictures(wide, 'x1')[1]).toMatchObject({ column: 0, columns: 3 });
  });
});

test('pictures dropped on a group join it; on a story they belong to it and stand in its block', () => {
  const group = { id: 'g1', pictures: [], caption: '', credit: '', label: '', page: 0, source: '' };
  const shown: Block = { ...blocks[0]!, id: 'x3', content: { kind: 'group', group: 'g1' } };
  const both = applyAll(issue, [
    { type: 'put', list: 'groups', item: group },
    { type: 'putBlock', page: 2, block: shown },
  ]);
  const joined = givenTo(both, 'x3', ['p1', 'p2']);
  expect(joined.groups[0]!.pictures).toEqual([
    { number: 1, photo: 'p1' },
    { number: 2, photo: 'p2' },
  ]);
  expect(joined.articles[0]!.photos).toEqual([]);
  const given = givenTo(both, 'x2', ['p2']);
  expect(given.articles[0]!.photos).toEqual(['p1', 'p2']);
  expect(pictures(given, 'x2').map(({ photo: id }) => id)).toEqual(['p2']);
});
