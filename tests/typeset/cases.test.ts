/** This text at this measure breaks so, and for these reasons. Worked out by hand from CLREQ §3 and the settings' own rules. */
import { describe, expect, test } from 'vitest';
import type { BreakReason } from '../../engine/typeset/types';
import { type SetOptions, setParagraph, textOf } from './setting';

type Case = readonly [text: string, measureEm: number, lines: string, reasons?: string, options?: SetOptions];

const SHORT: Readonly<Record<string, BreakReason>> = {
  b: 'between',
  w: 'word',
  i: 'push-in',
  o: 'push-out',
  h: 'hyphen',
  a: 'address',
  f: 'forced',
  n: 'hard',
  e: 'end',
};

function check(title: string, common: SetOptions, cases: readonly Case[]): void {
  describe(title, () => {
    test.each([...cases])('%s at %d 字', (...row) => {
      const [text, measure, lines, reasons, options] = row as unknown as Case;
      const paragraph = setParagraph(text, measure, { ...common, ...options });
      expect(paragraph.lines.map((line) => textOf(paragraph, line))).toEqual(lines.split('|'));
      if (reasons) expect(paragraph.lines.map((line) => line.reason)).toEqual([...reasons].map((c) => SHORT[c]));
    });
  });
}

check('the character grid', {}, [
  ['春夏秋冬春夏秋冬', 4, '春夏秋冬|春夏秋冬', 'be'],
  ['春夏秋冬春夏秋冬', 4.4, '春夏秋冬|春夏秋冬', 'be'],
  ['春夏秋冬', 4, '春夏秋冬', 'e'],
  ['春夏秋冬', 60, '春夏秋冬', 'e'],
  ['春', 2, '春', 'e'],
]);

check('a closing mark at the line end', {}, [
  ['春夏秋冬，春夏秋冬', 5, '春夏秋冬，|春夏秋冬', 'be'],
  ['春夏秋冬，春夏秋冬', 4.5, '春夏秋冬，|春夏秋冬', 'ie'], // gives its white
  ['春，夏秋冬，春夏', 5, '春，夏秋冬，|春夏', 'ie'], // both marks give theirs
  ['春夏秋冬，春夏秋', 4, '春夏秋|冬，春夏|秋', 'obe'], // none gives enough: 推出
  ['春夏秋冬？！春夏', 5, '春夏秋冬？！|春夏', 'be'],
  ['春夏秋冬？！春夏秋冬', 4, '春夏秋|冬？！春夏|秋冬', 'obe'],
  ['春夏秋冬。”春夏', 5, '春夏秋冬。”|春夏', 'ie'],
  ['（春）夏（秋）冬', 4, '（春）夏|（秋）冬', 'be'],
  ['春夏：“秋冬', 3, '春夏：|“秋冬', 'be'],
]);

check('an opening mark goes on to the next line', {}, [
  ['春夏秋（冬）春夏', 4, '春夏秋|（冬）春夏', 'oe'],
  ['春夏秋“冬”春夏', 4, '春夏秋|“冬”春夏', 'oe'],
  ['春夏秋《“冬”》春夏', 5, '春夏秋|《“冬”》春夏', 'oe'],
  ['春夏秋《冬春》', 4, '春夏秋|《冬春》', 'oe'],
]);

check('dashes and ellipses', {}, [
  ['春夏秋——冬', 4, '春夏秋|——冬', 'oe'],
  ['春夏秋——冬', 4, '春夏|秋——冬', 'oe', { level: 'strict' }],
  ['春夏秋……冬', 4, '春夏秋|……冬', 'oe'],
  ['春夏秋……冬', 4, '春夏|秋……冬', 'oe', { level: 'strict' }],
  ['春夏——秋冬', 4, '春夏——|秋冬', 'be'],
  ['春夏…………秋', 4, '春夏……|……秋', 'be'],
  ['——春夏秋', 4, '——春夏|秋', 'be'],
]);

check('numbers and what belongs to them', {}, [
  ['春夏秋12%冬', 4, '春夏秋|12%冬', 'be'],
  ['春夏秋￥5元', 4, '春夏秋|￥5元', 'oe'],
  ['春夏秋-3.5℃', 4, '春夏秋|-3.5℃'],
  ['春夏秋冬20 km', 5, '春夏秋冬|20 km', 'be'],
  ['春夏秋冬10:30夏', 5, '春夏秋冬|10:30夏', 'be'],
  ['春夏秋2024-05-01', 5, '春夏秋|2024-05-01', 'be'],
  ['春夏秋冬3/4夏', 5, '春夏秋冬|3/4夏', 'be'],
  ['春夏秋3～5级', 5, '春夏秋3～|5级', 'be'],
  ['春夏秋冬图①夏', 5, '春夏秋冬|图①夏', 'oe'],
  ['春夏秋冬１２月', 5, '春夏秋冬|１２月', 'oe'],
  ['春夏秋冬100㎡', 5, '春夏秋冬|100㎡', 'be'],
]);

check('Latin words', {}, [
  ['春夏open秋冬春', 4, '春夏|open秋|冬春', 'bbe', { lastLineLeast: 2 }],
  ['春夏秋C++语言', 4, '春夏秋|C++语言', undefined, { latinGap: 0 }],
  ['open page book', 4, 'open|page|book', 'wwe'],
  ['open page book', 4.25, 'open page|book', 'we'], // the space gives
  ['well-kept', 3, 'well-|kept', 'we'],
  [`${'春夏秋冬春'.repeat(5)}Wi-Fi秋冬`, 27, `${'春夏秋冬春'.repeat(5)}|Wi-Fi秋冬`], // rather than after its hyphen
  ['a b c d e f', 3, 'a b c d|e f', 'we'],
  ['他说it’s good', 4.5, '他说it’s|good', 'we'],
]);

check('a word or number wider than the measure begins a line and is then broken', {}, [
  ['使用JavaScript编程', 4, '使用|JavaScri|pt编程', 'bfe'],
  ['春夏秋JavaScript', 4, '春夏秋|JavaScri|pt', 'bfe'],
  ['共1234567890人', 4, '共|12345678|90人', 'bfe'],
  ['JavaScript编程', 4, 'JavaScri|pt编程', 'fe'],
  ['（JavaScript）编程', 4, '（JavaScr|ipt）编程', 'fe'],
  ['共1234567890人', 4, '共|12345678|90人', 'bfe', { align: 'left' }],
]);

check('addresses', {}, [
  ['邮箱：zhang@qq.com', 8, '邮箱：|zhang@qq.com', 'be'],
  ['见https://a.cn/bcdefg', 6, '见https://|a.cn/bcdefg', 'ae'],
  ['信箱a@b.cn', 4, '信箱|a@b.cn'],
  [
    '今天请大家登录https://www.example.com/news/2026/index.html',
    24,
    '今天请大家登录https://www.example.com/news/|2026/index.html',
    'ae',
  ],
  [
    '请全体同学今天晚上登录学校的网站查看https://www.example.com/news',
    24,
    '请全体同学今天晚上登录学校的网站查看|https://www.example.com/news',
  ],
]);

check('policies of width', {}, [
  ['春，夏。秋冬', 5.5, '春，夏。秋冬', 'e', { policy: 'open' }],
  ['春，夏。秋冬', 5, '春，夏。秋冬', 'e', { policy: 'half' }],
  ['春，夏。秋冬', 6, '春，夏。秋冬', 'e', { policy: 'full' }],
  ['春，夏，秋，冬', 5.5, '春，夏，秋，冬', 'e', { policy: 'half' }],
  ['春，夏，秋，冬', 5, '春，夏，秋，|冬', 'be', { policy: 'half' }],
  ['（春）（夏）', 4, '（春）（夏）', 'e', { policy: 'half' }],
]);

check('hanging', { hang: true }, [
  ['春夏秋冬，春夏秋冬。', 4, '春夏秋冬，|春夏秋冬。', 'ie'],
  ['春夏秋冬、春夏秋冬', 4, '春夏秋冬、|春夏秋冬', 'ie'],
  ['春夏秋冬；春夏秋', 4, '春夏秋|冬；春夏|秋', 'obe'], // only 、，。 hang
  ['春夏秋冬？春夏秋', 4, '春夏秋|冬？春夏|秋', 'obe'],
  ['春夏秋冬”春夏秋', 4, '春夏秋|冬”春夏|秋', 'obe'],
]);

check('indent', { indent: 2 }, [
  ['春夏秋冬春夏', 4, '春夏|秋冬春夏', 'be'],
  ['（春）夏秋冬', 4.5, '（春）|夏秋冬', 'be'],
  ['春夏\n秋冬春夏', 4, '春夏|秋冬春夏', 'ne'], // a line after a break has none
]);

check('the last line', { lastLineLeast: 2 }, [
  ['春夏秋冬春', 4, '春夏秋|冬春', 'be'],
  ['春夏秋冬春', 4, '春夏秋冬|春', 'be', { lastLineLeast: 0 }],
  ['春夏秋冬春。', 4, '春夏秋|冬春。', 'be'],
  ['春夏秋冬12。', 4, '春夏秋|冬12。', 'be'],
  ['春夏秋冬2026。', 4, '春夏秋冬|2026。', 'be'],
  ['春夏秋冬春夏秋。', 4, '春夏秋冬|春夏秋。', 'be'],
  ['春', 4, '春', 'e'],
]);

check('ragged', { align: 'left' }, [
  ['春夏秋冬，春夏秋', 4, '春夏秋|冬，春夏|秋', 'obe'],
  ['春夏open秋冬', 4, '春夏|open秋|冬', 'bbe'],
  ['open page book', 5, 'open page|book', 'we'],
]);

check('line breaks and spaces', {}, [
  ['春\n夏', 4, '春|夏', 'ne'],
  ['春\r\n夏', 4, '春|夏', 'ne'],
  ['春\u2028夏', 4, '春|夏', 'ne'],
  ['春夏秋冬\n春', 4, '春夏秋冬|春', 'ne'],
  ['　　春夏秋冬', 4, '　　春夏|秋冬', 'be'],
  ['春夏秋冬 春夏', 4, '春夏秋冬|春夏', 'we'],
  ['春夏秋冬　春夏', 4, '春夏秋冬|春夏', 'we'],
  ['open\tpage', 3, 'open|page', 'we'],
  ['\n', 4, '', 'n'],
]);

check('pictures, marks and rare characters', {}, [
  ['👨\u200d👩\u200d👧👍🏽🇨🇳春', 2, '👨\u200d👩\u200d👧👍🏽|🇨🇳春', 'be'],
  ['1\ufe0f\u20e32\ufe0f\u20e3', 2, '1\ufe0f\u20e32\ufe0f\u20e3', 'e'],
  ['𠮷野家𠮷', 2, '𠮷野|家𠮷', 'be'],
  ['か\u3099き\u3099く', 2, 'か\u3099き\u3099|く', 'be'],
  ['한국어다', 2, '한국|어다', 'be'],
  ['さくらっぱ', 3, 'さく|らっぱ', 'oe'],
  ['春\u00ad夏', 2, '春\u00ad夏', 'e'],
  ['inter\u00adnational', 4, 'inter\u00ad|national', 'he'],
]);

test('an empty text has no line', () => {
  expect(setParagraph('', 4).lines).toEqual([]);
});

test('every reason is one of the closed list', () => {
  const texts = [
    '春夏秋冬，（春）夏—— ',
    'https://a.cn/b?c=d&e=f@g',
    '1'.repeat(200),
    '，'.repeat(50),
    '“'.repeat(50),
    '😀\u200d'.repeat(30),
  ];
  for (const text of texts)
    for (const measure of [2, 3.3, 7, 20])
      for (const { reason } of setParagraph(text, measure).lines) expect(Object.values(SHORT)).toContain(reason);
});
