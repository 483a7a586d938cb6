import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLEAN_RULES, type CleanRule } from '../../engine/issue/text-rules';
import type { Article } from '../../engine/issue/types';
import { cleaningOf, readManuscript, tidyText, withCleaning } from '../../engine/manuscript';
import { article } from '../issue/small-issue';

const only = (...rules: readonly CleanRule[]) => new Set(CLEAN_RULES.filter((rule) => !rules.includes(rule)));
const none: ReadonlySet<CleanRule> = new Set();

function articleOf(...texts: readonly string[]): Article {
  return { ...article('a1', '河堤添绿'), paragraphs: texts.map((text) => ({ runs: [{ text, form: 'plain' as const }] })) };
}

const bodyOf = (item: Article) => item.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''));
const cleaned = (text: string, off = none) => bodyOf(withCleaning(articleOf(text), cleaningOf(articleOf(text), off)))[0];

describe('each rule by its name', () => {
  test.each<[CleanRule, string, string]>([
    ['entities', '河堤&nbsp;&amp;柳树', '河堤 &柳树'],
    ['invisible', '河\u200b堤', '河堤'],
    ['width', '共１２棵ＡＢ', '共12棵AB'],
    ['punctuation', '河堤,柳树(一百棵)', '河堤，柳树（一百棵）'],
    ['stop', '河堤添绿了.', '河堤添绿了。'],
    ['ellipsis', '河堤...柳树', '河堤……柳树'],
    ['dash', '河堤--柳树', '河堤——柳树'],
    ['titles', '读<<河岸>>', '读《河岸》'],
    ['quotes', '他说"河堤"', '他说“河堤”'],
    ['turned', '走好“三步走“', '走好“三步走”'],
    ['spaces', '河堤 上，种 100 棵柳树', '河堤上，种100棵柳树'],
    ['units', '气温30 ℃，占50 %，36 °C', '气温30℃，占50%，36℃'],
    ['lists', '1、河堤添绿', '1.河堤添绿'],
  ])('%s', (rule, before, after) => {
    expect(cleaned(before, only(rule))).toBe(after);
    const changes = cleaningOf(articleOf(before), only(rule));
    expect(new Set(changes.flatMap(({ rules }) => rules))).toEqual(new Set([rule]));
    // Off, it changes nothing; as an import does with the same switch.
    expect(cleaningOf(articleOf(before), new Set(CLEAN_RULES))).toEqual([]);
    const { drafts } = readManuscript(`本报讯（记者 林小满）${before}`, '', new Set(CLEAN_RULES));
    expect(JSON.stringify(drafts)).toContain(JSON.stringify(before.replace(/[\u200b]/g, '\u200b')).slice(1, -1));
  });

  test('rejoined joins paragraphs that a line width broke, one by one', () => {
    const item = articleOf(
      '河堤上新种的一百棵柳树都活了，居民说明年春天还要再来种',
      '一百棵，把整条河堤都种满。',
      '夜市也开张了。',
    );
    const changes = cleaningOf(item, none);
    expect(changes).toMatchObject([{ joins: true, index: 0, rules: ['rejoined'] }]);
    expect(bodyOf(withCleaning(item, changes))).toEqual([
      '河堤上新种的一百棵柳树都活了，居民说明年春天还要再来种一百棵，把整条河堤都种满。',
      '夜市也开张了。',
    ]);
    expect(cleaningOf(item, new Set(['rejoined'] as const))).toEqual([]);
  });

  test.each(['3、4月份', '一，二，三', '（一）河堤', '5 km', '第 1 名'])('lists and units leave %s alone', (text) => {
    expect(cleaned(text, only('lists', 'units'))).toBe(text);
  });
});

test('changes that are ticked off are not made, the others are, and forms stay', () => {
  const item: Article = {
    ...articleOf(),
    paragraphs: [
      {
        runs: [
          { text: '河堤,', form: 'bold' },
          { text: '柳树,"好"。', form: 'plain' },
        ],
      },
    ],
  };
  const changes = cleaningOf(item, none);
  const kept = changes.filter(({ rules }) => !rules.includes('quotes'));
  expect(withCleaning(item, kept).paragraphs).toEqual([
    {
      runs: [
        { text: '河堤，', form: 'bold' },
        { text: '柳树，"好"。', form: 'plain' },
      ],
    },
  ]);
});

const protectedTexts = fc.oneof(
  fc.constantFrom('zhang.san@example.com', 'li_si+news@mail.example.cn', 'A.B-C@x.org'),
  fc
    .tuple(
      fc.constantFrom('http', 'https', 'ftp'),
      fc.string({ unit: fc.constantFrom(...'abz09-_.~?=&%#/+:(),;'), maxLength: 20 }),
    )
    .map(([scheme, rest]) => `${scheme}://example.cn/${rest}z`),
  fc.constantFrom(
    'www.example.com/a--b',
    'report...final.docx',
    'print("hello")',
    'if(a<b){x=1;}',
    'a==b&&c!=d',
    'C:\\\\data\\\\a.txt',
    '<b>x</b>',
    'max(a,b)',
    'x=>y',
  ),
);

test('nothing inside an address, a file’s name or code changes', () => {
  const around = fc.constantFrom('见', '（', '网址：', '请看', '发到', '"');
  fc.assert(
    fc.property(around, protectedTexts, fc.constantFrom('', '，', ',详询', '。', '"', '）', ' 或来电'), (before, kept, after) => {
      const text = `${before}${kept}${after}`;
      for (const { from, to } of cleaningOf(articleOf(text), none)) {
        const [start, end] = [before.length, before.length + kept.length];
        expect(from >= end || to <= start, `${text}: ${from}–${to}`).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('every change stands where it says, in order, and all together are what a whole cleaning makes', () => {
  const unit = fc.constantFrom('河', '堤', '柳', ',', '.', '"', ' ', '(', ')', '1', '%', '-', 'a', '，', '。', '“', '”', '…');
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 30 }), (text) => {
      const changes = cleaningOf(articleOf(text), none).filter(({ joins }) => !joins);
      // Every stretch stands where it says, in order and apart from the others.
      let beyond = -1;
      for (const { from, to, before, rules } of changes) {
        expect(from).toBeGreaterThan(beyond - 1);
        expect(text.slice(from, to)).toBe(before);
        expect(rules.length).toBeGreaterThan(0);
        beyond = to;
      }
      const whole = tidyText(text);
      if (whole !== '') expect(cleaned(text)?.trim()).toBe(whole);
    }),
    { examples: [[' 河河河.河'], ['。河河河. ']] },
  );
});
