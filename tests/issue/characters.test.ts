import { describe, expect, test } from 'vitest';
import { advertisementLength, articleLength, countCharacters, groupLength, noticeLength } from '../../engine/issue/characters';

describe('characters (字)', () => {
  test.each([
    ['', 0],
    ['清晨五点，', 5],
    ['12 路　末班\n车', 6],
    ['𠮷野家', 3],
    ['“十五”', 4],
    ['a\u00a0b\ufeffc', 3],
  ])('of %j: %i', (text, length) => {
    expect(countCharacters(text)).toBe(length);
  });

  test('of an article are those of its running text', () => {
    const paragraph = (...texts: string[]) => ({ runs: texts.map((text) => ({ text })) });
    const article = { headline: ['不算'], paragraphs: [paragraph('一二', '三 四'), paragraph('五。')] };
    expect(articleLength(article as never)).toBe(6);
  });

  test('of boxes are those of what is read in them', () => {
    const entries = [{ label: '电话', value: '123', kind: 'phone' as const }];
    expect(noticeLength({ text: '征稿', entries })).toBe(7);
    expect(advertisementLength({ title: '年货', lines: ['预订', '送到家'] })).toBe(7);
    expect(groupLength({ caption: '图①桥 ②灯' })).toBe(5);
  });
});
