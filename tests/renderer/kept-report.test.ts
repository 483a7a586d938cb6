import { expect, test } from 'vitest';
import { keptReport } from '../../renderer/compose/kept-report';
import type { PageReport } from '../../renderer/compose/protocol';

const fitted = (block: string, oversetChars = 0) =>
  ({ block, oversetChars, remarks: [] }) as unknown as PageReport['fits'][number];
const picture = { block: 'x', asset: 'a.jpg', ppi: 200, x: 1, y: 2, width: 3, height: 4 };
const report = (x: number, y: number): PageReport => ({
  page: 1,
  fits: [fitted('x', x), fitted('y', y)],
  pictures: [{ ...picture }],
  fallbacks: [],
});

test('a report that says the same is the one from before', () => {
  const before = report(0, 7);
  expect(keptReport(before, report(0, 7))).toBe(before);
});

test('only what differs is another object', () => {
  const before = report(0, 7);
  const after = keptReport(before, report(0, 8));
  expect(after).toEqual(report(0, 8));
  expect(after.fits[0]).toBe(before.fits[0]);
  expect(after.pictures).toBe(before.pictures);
});

test('a page with a block more or less is told whole', () => {
  const before = report(0, 7);
  const less: PageReport = { ...report(0, 7), fits: [fitted('y', 7)] };
  expect(keptReport(before, less)).toEqual(less);
  expect(keptReport(less, report(0, 7))).toEqual(report(0, 7));
  expect(keptReport(undefined, less)).toBe(less);
});
