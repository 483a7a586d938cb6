import { describe, expect, test } from 'vitest';
import { numberOf } from '../../renderer/controls/number-text';

describe('a number as people write it', () => {
  test.each([
    ['4', 4],
    [' 4 ', 4],
    ['4栏', 4],
    ['22 行', 22],
    ['２２行', 22],
    ['3 columns', 3],
    ['12 rows', 12],
    ['3栏宽', 3],
    ['7.4', 7],
  ])('%s', (text, number) => {
    expect(numberOf(text)).toBe(number);
  });

  test.each(['', '栏', 'abc', '-3', '1e9', '4栏5', '30mm', '4栏mm'])('«%s» means none', (text) => {
    expect(numberOf(text)).toBeUndefined();
  });

  test('lengths become the nearest number of steps', () => {
    const columns = { stepMm: 40, gapMm: 4 };
    expect(numberOf('76mm', columns)).toBe(2);
    expect(numberOf('86.5毫米', columns)).toBe(2);
    expect(numberOf('11.6 cm', columns)).toBe(3);
    expect(numberOf('3栏', columns)).toBe(3);
  });
});
