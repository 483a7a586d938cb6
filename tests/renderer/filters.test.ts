import { expect, test } from 'vitest';
import { fillersOf, filtered, manuscriptsOf, NO_FILTER, sectionsOf } from '../../renderer/panels/filters';
import type { MaterialRow } from '../../renderer/state/facts';

const row = (id: string, chars: number, section: string, state?: MaterialRow['state']): MaterialRow => ({
  material: { list: 'articles', id },
  kind: 'articles',
  title: id,
  chars,
  photos: 0,
  section,
  credit: '',
  page: 0,
  block: null,
  text: `${id} 河堤 ${section}`,
  ...(state ? { state } : {}),
});
const rows = [
  row('a', 120, '要闻', 'received'),
  row('b', 600, '社区', 'proofed'),
  row('c', 300, '要闻', 'proofed'),
  row('d', 80, ''),
];
const ids = (filter: Partial<typeof NO_FILTER>) => filtered(rows, { ...NO_FILTER, ...filter }).map(({ title }) => title);

test('all rows in the order of the issue, or the longest first', () => {
  expect(ids({})).toEqual(['a', 'b', 'c', 'd']);
  expect(ids({ byLength: true })).toEqual(['b', 'c', 'a', 'd']);
});

test('fillers have a list of their own; one that stands on a page is among the manuscripts too', () => {
  const waiting = { ...row('e', 90, ''), filler: true };
  const placed = { ...row('f', 90, ''), filler: true, block: 'p1-1', page: 1 };
  const all = [...rows, waiting, placed];
  expect(fillersOf(all).map(({ title }) => title)).toEqual(['e', 'f']);
  expect(manuscriptsOf(all).map(({ title }) => title)).toEqual(['a', 'b', 'c', 'd', 'f']);
});

test('filters hold together', () => {
  expect(ids({ state: 'proofed' })).toEqual(['b', 'c']);
  expect(ids({ section: '要闻' })).toEqual(['a', 'c']);
  expect(ids({ section: '要闻', state: 'proofed' })).toEqual(['c']);
  expect(ids({ search: ' 社区 ' })).toEqual(['b']);
});

test('sections once each, without none', () => {
  expect(sectionsOf(rows)).toEqual(['要闻', '社区']);
});
