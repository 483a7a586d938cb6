import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, type Issue } from '../../engine/issue';
import { placeOf, replacing, textsIn, type Wanted } from '../../renderer/find/scope';
import { type Hit, type Query, search } from '../../renderer/find/search';
import { textOfRef } from '../../renderer/state/field-texts';
import { article, smallIssue } from '../issue/small-issue';

const ref = { list: 'articles', id: 'a1', field: 'body' } as const;
const query = (words: string, more: Partial<Query> = {}): Query => ({
  words,
  replacement: '',
  byCase: false,
  byWidth: false,
  regex: false,
  ...more,
});
const found = (text: string, asked: Query) => search([{ ref, text }], asked).map(({ found }) => found);

const wanted: Wanted = { scope: 'issue', sorts: new Set(['heads', 'body', 'captions']), page: 1, block: null, text: null };

const issue: Issue = {
  ...smallIssue,
  articles: [
    {
      ...article('a1', '河堤夜灯'),
      paragraphs: [
        {
          runs: [
            { text: '河堤', form: 'bold' },
            { text: '的灯，河堤的柳。', form: 'plain' },
          ],
        },
      ],
    },
    article('a2', '夜市开张'),
  ],
};
const hitsIn = (made: Issue, asked: Query, more: Partial<Wanted> = {}) => search(textsIn(made, { ...wanted, ...more }), asked);

describe('finding', () => {
  it('takes case and width for one unless asked', () => {
    expect(found('ＡＢ ab Ab　', query('ab'))).toEqual(['ＡＢ', 'ab', 'Ab']);
    expect(found('ＡＢ ab Ab', query('ab', { byCase: true }))).toEqual(['ab']);
    expect(found('ＡＢ ab Ab', query('ab', { byWidth: true }))).toEqual(['ab', 'Ab']);
    expect(found('甲　乙', query('甲 乙'))).toEqual(['甲　乙']);
  });

  it('tells every hit once, by its place', () => {
    expect(search([{ ref, text: '灯灯灯' }], query('灯灯'))).toMatchObject([{ from: 0, to: 2 }]);
    expect(found('灯', query(''))).toEqual([]);
  });

  it('takes words for words unless they are an expression', () => {
    expect(found('a.c abc', query('a.c'))).toEqual(['a.c']);
    expect(found('a.c abc', query('a.c', { regex: true }))).toEqual(['a.c', 'abc']);
    expect(() => found('a', query('(', { regex: true }))).toThrow(SyntaxError);
    expect(found('甲\n乙', query('^.$', { regex: true }))).toEqual(['甲', '乙']);
    expect(found('甲', query('x*', { regex: true }))).toEqual([]);
  });

  it('writes the groups of an expression as the text has them', () => {
    const [hit] = search(
      [{ ref, text: '３月５日' }],
      query('(\\d+)月(?<day>\\d+)日', { regex: true, replacement: '$1.$<day>($&)$$' }),
    );
    expect(hit).toMatchObject({ instead: '３.５(３月５日)$' });
    expect(search([{ ref, text: '甲' }], query('甲', { replacement: '$&' }))[0]!.instead).toBe('$&');
  });

  it('keeps to the selection, the page, the sorts of texts', () => {
    expect(hitsIn(issue, query('河堤')).map(({ ref }) => ref.field)).toEqual(['headline', 'body', 'body', 'body', 'caption']);
    expect(hitsIn(issue, query('河堤'), { sorts: new Set(['captions']) })).toHaveLength(1);
    expect(hitsIn(issue, query('河堤'), { scope: 'selection', text: { ref, from: 1, to: 8 } }).map(({ from }) => from)).toEqual([
      5,
    ]);
    expect(hitsIn(issue, query('河堤'), { scope: 'page' })).toEqual([]);
  });

  it('looks through a picture’s caption once and knows where it stands', () => {
    const captioned = { ...issue, photos: [{ ...issue.photos[0]!, caption: '新桥' }] };
    const hits = hitsIn(captioned, query('新桥'));
    expect(hits).toHaveLength(1);
    expect(placeOf(captioned, hits[0]!.ref)).toMatchObject({ material: { list: 'groups', id: 'g1' }, page: 0 });
  });
});

describe('replacing', () => {
  it('reaches captions of pictures that have not come, and the words of codes', () => {
    const waiting: Issue = {
      ...issue,
      articles: [
        {
          ...issue.articles[0]!,
          awaited: [{ number: 1, caption: '旧桥夜景', credit: '旧桥摄影社' }],
          code: { link: 'https://example.com', label: '扫码看旧桥' },
        },
      ],
    };
    const hits = hitsIn(waiting, query('旧桥', { replacement: '新桥' }));
    expect(hits.map(({ ref: { field } }) => field).sort()).toEqual(['awaitedCaption', 'awaitedCredit', 'codeLabel']);
    expect(hitsIn(waiting, query('旧桥'), { sorts: new Set(['captions']) })).toHaveLength(2);
    expect(apply(waiting, replacing(waiting, hits)!.edit).issue.articles[0]).toMatchObject({
      awaited: [{ number: 1, caption: '新桥夜景', credit: '新桥摄影社' }],
      code: { link: 'https://example.com', label: '扫码看新桥' },
    });
  });

  it('reaches the label of an advertisement', () => {
    const made = replacing(issue, hitsIn(issue, query('广告', { replacement: '公益' })))!;
    expect(apply(issue, made.edit).issue.advertisements).toMatchObject([{ label: '公益', title: '米面' }]);
  });

  it('replaces all as one edit, and the forms of the type stay', () => {
    const made = replacing(issue, hitsIn(issue, query('河堤', { replacement: '江岸' })))!;
    expect(made.count).toBe(5);
    const { issue: after, inverse } = apply(issue, made.edit);
    expect(after.articles[0]).toMatchObject({
      headline: ['江岸夜灯'],
      paragraphs: [
        {
          runs: [
            { text: '江岸', form: 'bold' },
            { text: '的灯，江岸的柳。', form: 'plain' },
          ],
        },
      ],
    });
    expect(apply(after, inverse).issue).toEqual(issue);
  });

  it('leaves out hits that the text no longer has', () => {
    const hit: Hit = { ref, from: 0, to: 2, found: '江岸', instead: '' };
    expect(replacing(issue, [hit])).toBeUndefined();
  });

  it('makes of a text what replacing in a string makes', () => {
    const letters = fc.string({ unit: fc.constantFrom('灯', '河', 'a', 'Ａ'), maxLength: 20 });
    fc.assert(
      fc.property(
        letters,
        letters.filter((text) => text !== ''),
        letters,
        (text, words, replacement) => {
          const made: Issue = {
            ...smallIssue,
            articles: [{ ...article('a1', '甲'), paragraphs: [{ runs: [{ text, form: 'plain' }] }] }],
          };
          const hits = search([{ ref, text }], query(words, { replacement, byCase: true, byWidth: true }));
          const result = replacing(made, hits);
          const after = result ? textOfRef(apply(made, result.edit).issue, ref) : text;
          expect(after).toBe(text.replaceAll(words, () => replacement));
        },
      ),
    );
  });
});
