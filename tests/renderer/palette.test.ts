import { describe, expect, test } from 'vitest';
import { found } from '../../renderer/palette/search';
import { facingPage } from '../../renderer/state/facing';

const entries = [
  { name: '自动组版', words: 'Propose page' },
  { name: '软打样', words: 'Soft proof' },
  { name: '两块对调', words: 'Swap two blocks' },
  { name: '对页', words: 'Facing pages' },
];
const names = (search: string) => found(entries, search).map(({ name }) => name);

describe('the palette', () => {
  test.each([
    ['zdzb', ['自动组版']],
    ['ruan da', ['软打样']],
    ['对', ['对页', '两块对调']],
    ['duiye', ['对页']],
    ['PROPOSE', ['自动组版']],
    ['没有', []],
  ])('finds by %s', (search, expected) => {
    expect(names(search)).toEqual(expected);
  });

  test('offers everything before anything is asked', () => {
    expect(names('  ')).toHaveLength(entries.length);
  });
});

test.each([
  [1, 4, undefined],
  [2, 4, { page: 3, right: true }],
  [3, 4, { page: 2, right: false }],
  [4, 4, undefined],
  [4, 8, { page: 5, right: true }],
])('page %i of %i faces', (page, pages, expected) => {
  expect(facingPage(page, pages)).toEqual(expected);
});
