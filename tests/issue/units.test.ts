import { expect, test } from 'vitest';
import { isCalendarDate } from '../../engine/issue/dates';
import { mmToPoints, pointsToMm, rowsPoints, spanChars, spanPoints, typeAreaMm } from '../../engine/issue/units';
import { smallIssue } from './small-issue';

const { spec } = smallIssue;

test('an inch is 25.4 mm and 72 points', () => {
  expect(mmToPoints(25.4)).toBeCloseTo(72, 10);
  expect(pointsToMm(72)).toBeCloseTo(25.4, 10);
});

test('spans of columns: 11 字 a column and 1 字 between two', () => {
  expect([1, 2, 3, 6].map((columns) => spanChars(spec, columns))).toEqual([11, 23, 35, 71]);
  expect([1, 2, 6].map((columns) => spanPoints(spec, columns))).toEqual([99, 207, 639]);
});

test('the last row of a block carries no lead below it', () => {
  expect(rowsPoints(spec, 1)).toBe(9);
  expect(rowsPoints(spec, 87)).toBe(976.5);
});

test('the type area of the 四开 grid is 225.43 × 344.49 mm', () => {
  const area = typeAreaMm(spec);
  expect(area.width).toBeCloseTo(225.43, 1);
  expect(area.height).toBeCloseTo(344.49, 1);
});

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['1900-02-29', false],
  ['2025-04-31', false],
  ['2025-13-01', false],
  ['2025-00-10', false],
  ['2025-1-1', false],
  ['0000-01-01', false],
  ['2025-06-30', true],
])('%s is a day: %s', (text, is) => {
  expect(isCalendarDate(text)).toBe(is);
});
