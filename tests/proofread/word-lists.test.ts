import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWordList, WordLists } from '../../engine/proofread';
import { WordMatcher } from '../../engine/proofread/matcher';

describe('the matcher', () => {
  const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a', 'B', '１'), maxLength: 6 });
  /** What folds to the same. */
  const folded = (text: string) => text.replace(/１/g, '1').toLowerCase();
  const isLatin = (char: string | undefined) => char !== undefined && /[a-z0-9]/.test(char);

  test('finds all places of all entries, as looking for each would', () => {
    const entries = fc.array(
      letters.filter((text) => text !== ''),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(entries, fc.array(letters, { maxLength: 20 }), (list, parts) => {
        const text = parts.join('');
        const plain = folded(text);
        const unique = [...new Map(list.map((entry) => [folded(entry), entry])).values()];
        const expected = unique.flatMap((entry) => {
          const places: string[] = [];
          for (let at = plain.indexOf(folded(entry)); at >= 0; at = plain.indexOf(folded(entry), at + 1)) {
            const to = at + entry.length;
            const joined = (place: number) => isLatin(plain[place - 1]) && isLatin(plain[place]);
            if (!joined(at) && !joined(to)) places.push(`${folded(entry)} ${at} ${to}`);
          }
          return places;
        });
        const found = new WordMatcher(unique).find(text).map(({ entry, from, to }) => `${folded(unique[entry]!)} ${from} ${to}`);
        expect(found.sort()).toEqual(expected.sort());
      }),
    );
  });
});

describe('a list', () => {
  test('says by headings, arrows and its name what its words are', () => {
    const text = '# 说明\n[禁用]\n甲词\n[敏感]\n乙词\n[规范]\n帐户→账户\n想像 -> 想象\n登陆网站\t登录网站\n没有箭头\n';
    const { entries, faults } = readWordList(text, '词表.txt');
    expect(entries.map(({ rule, words, right }) => [rule, words, right])).toEqual([
      ['forbidden', '甲词', undefined],
      ['sensitive', '乙词', undefined],
      ['preferred', '帐户', '账户'],
      ['preferred', '想像', '想象'],
      ['preferred', '登陆网站', '登录网站'],
    ]);
    expect(faults).toEqual([10]);
    expect(readWordList('甲词', '本报禁用词.txt').entries[0]?.rule).toBe('forbidden');
    expect(readWordList('甲词\n帐户=>账户', '词.txt').entries.map(({ rule }) => rule)).toEqual(['sensitive', 'preferred']);
  });

  test('is read in bounds', () => {
    const long = readWordList(`${'长'.repeat(61)}\n短`, '敏感.txt');
    expect(long.entries.map(({ words }) => words)).toEqual(['短']);
    expect(long.faults).toEqual([1]);
    // A search for white space before an arrow that does not come would take minutes.
    expect(readWordList(`甲${' '.repeat(300_000)}乙\n短`, '敏感.txt')).toMatchObject({ faults: [1], entries: [{ words: '短' }] });
    const many = readWordList('词\n'.repeat(100_001), '敏感.txt');
    expect([many.entries.length, many.cut]).toEqual([100_000, true]);
  });

  test('leaves the right form alone and takes the longest of its kind', () => {
    const lists = new WordLists(readWordList('冬奥→冬奥会\n[禁用]\n甲\n甲乙\n[敏感]\n甲乙丙', '词.txt').entries);
    const said = (text: string) =>
      lists.find(text).map(({ rule, from, to, suggestion }) => [rule, text.slice(from, to), suggestion]);
    expect(said('冬奥会开幕，冬奥开幕')).toEqual([['preferred', '冬奥', '冬奥会']]);
    expect(said('甲乙丙')).toEqual([
      ['sensitive', '甲乙丙', undefined],
      ['forbidden', '甲乙', undefined],
    ]);
  });
});
