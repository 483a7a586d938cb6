import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsAt } from '../../engine/words/dictionary';
import { repeatedWords } from '../../engine/words/repeated';
import { cutWords } from '../../engine/words/segment';
import { unitsOf } from '../../engine/words/units';
import { packWords } from '../../words-plugin.mjs';

const isKnown = (word: string) => {
  let known = false;
  wordsAt(word, 0, (length) => {
    known ||= length === word.length;
  });
  return known;
};

const units = (text: string) => unitsOf(text, new Set()).map((unit) => unit.text);

describe('the dictionary', () => {
  test('knows common words and no pieces of them', () => {
    for (const word of ['居民', '社区', '图书馆', '人', '一', '龟', '自行车']) expect(isKnown(word)).toBe(true);
    for (const word of ['图书馆员工', '', 'A', '𠮷']) expect(isKnown(word)).toBe(false);
  });

  test('packs each word with what it shares with the one before', () => {
    const code = (shared: number, use: number, kind: number) => String.fromCharCode(0x100 + (shared * 18 + use) * 9 + kind);
    const packed = packWords('大 8 a\n大街 64 n\n大街小巷 100 l\n稀罕词语 1 n\nA股 99 n\n');
    expect(packed).toBe(`${code(0, 3, 5)}大${code(1, 6, 1)}街${code(2, 6, 0)}小巷`);
  });
});

test('a share is one number to the last figure', () => {
  expect(units('能耗下降百分之三点八从哪里来')).toContain('百分之三点八');
});

describe('cutting words', () => {
  test('chooses the likeliest words of an ambiguous text', () => {
    expect(cutWords('研究生命的起源')).toEqual(['研究', '生命', '的', '起源']);
    expect(cutWords('结婚的和尚未结婚的')).toEqual(['结婚', '的', '和', '尚未', '结婚', '的']);
    expect(cutWords('乒乓球拍卖完了')).toContain('乒乓球');
  });

  test('takes words that were brought whole', () => {
    expect(cutWords('云栖里社区', new Set(['云栖里']))).toEqual(['云栖里', '社区']);
  });

  test('keeps Latin words and numbers whole', () => {
    expect(cutWords('扫Wi-Fi码得3.5%优惠')).toContain('Wi-Fi');
    expect(cutWords('扫Wi-Fi码得3.5%优惠')).toContain('3.5%');
  });

  test('loses and adds nothing, whatever the text', () => {
    const text = fc
      .array(fc.constantFrom(...'居民社区上海自来水A7 -，“𠮷〇々\ud800'), { maxLength: 40 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, (all) => {
        expect(cutWords(all).join('')).toBe(all);
        expect(units(all).join('')).toBe(all);
      }),
      { numRuns: 300 },
    );
  });
});

describe('units', () => {
  test.each([
    ['第3届邻里节', '第3届'],
    ['新装120余盏路灯', '120余盏'],
    ['定于2025年1月10日开放', '2025年1月10日'],
    ['三百多户居民', '三百多户'],
    ['近百名志愿者', '近百名'],
    ['节电30万度', '30万度'],
    ['退休教师李建国', '李建国'],
    ['欧阳老师', '欧阳老师'],
    ['王大勇师傅', '王大勇'],
    ['张老师', '张老师'],
  ])('%s holds %s', (text, unit) => {
    expect(units(text)).toContain(unit);
  });
});

describe('words that a story repeats', () => {
  test('are those that no dictionary knows', () => {
    const story = '砚池巷的灯亮了。居民说，砚池巷从此好走了。居民很高兴。';
    expect([...repeatedWords('砚池巷居民添新灯', story)]).toContain('砚池巷');
    expect([...repeatedWords('砚池巷居民添新灯', story)]).not.toContain('居民');
  });

  test('are none in a text too long for a headline, in little time', () => {
    expect(repeatedWords('砚池巷'.repeat(4000), '砚池巷的灯'.repeat(200_000)).size).toBeLessThan(200);
  });
});
