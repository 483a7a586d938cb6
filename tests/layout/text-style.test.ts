import { describe, expect, test } from 'vitest';
import type { TypesettingStyle } from '../../engine/issue/types';
import { bodyLines } from '../../engine/layout/body';
import { createLayout, hyphenatorOf } from '../../engine/layout/index';
import { textStyle } from '../../engine/layout/text-style';
import { englishHyphenator } from '../../engine/typeset/index';
import { article, block, fonts, form, issue, itemsOf, plain, shownText, textContext } from './support';

const hyphenator = await englishHyphenator();

/** Rows of a story at a measure in characters; all with the same faces, so that one style's rows are never another's. */
function rows(text: string, chars: number, style: TypesettingStyle = {}) {
  const context = { ...textContext, text: textStyle(style, hyphenator) };
  return bodyLines(article('a', { paragraphs: plain(text) }), context, chars * 9);
}
const texts = (...given: Parameters<typeof rows>) => rows(...given).map((row) => row.text);
/** Where the characters of the first row stand, em. */
const places = (...given: Parameters<typeof rows>) =>
  rows(...given)[0]!.pieces.flatMap(({ line }) => line.runs.flatMap((run) => [...run.x].map((x) => x / 9)));

describe('a paper’s style of running text', () => {
  test('sets the indent, of which narrow columns take one character at most', () => {
    const first = (chars: number, indent?: number) => places('青桐里的清早', chars, indent === undefined ? {} : { indent })[0];
    expect([first(11), first(11, 0), first(11, 1), first(8), first(8, 0)]).toEqual([2, 0, 1, 1, 0]);
  });

  test('sets the level of prohibitions', () => {
    const text = '一二三四五六七八九十……一二三四五六七八九十';
    const opens = (level: TypesettingStyle['level']) => texts(text, 10, { level, indent: 0 })[1]![0];
    expect([opens('gb'), opens('strict')]).toEqual(['…', '十']);
  });

  test('sets the width of marks', () => {
    const behind = (policy: TypesettingStyle['policy']) => places('春，夏', 11, { policy, indent: 0 })[2];
    expect([behind('full'), behind('open'), behind('half')]).toEqual([2, 1.5, 1.5]);
    const ended = (policy: TypesettingStyle['policy']) => places('春。夏', 11, { policy, indent: 0 })[2];
    expect([ended('full'), ended('open'), ended('half')]).toEqual([2, 2, 1.5]);
  });

  test('sets the gap beside Latin letters', () => {
    const at = (latinGap: number) => places('春A', 11, { latinGap, indent: 0 })[1];
    expect(at(0)).toBeCloseTo(1, 6);
    expect(at(1 / 4)).toBeCloseTo(1.25, 6);
  });

  test('hangs marks outside the measure', () => {
    const text = '一二三四五六七八九十。一二三四五六七八九十一二三';
    expect(texts(text, 10, { hang: true, indent: 0 })[0]).toBe('一二三四五六七八九十。');
    expect(places(text, 10, { hang: true, indent: 0 })).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(texts(text, 10, { indent: 0 })[0]).toBe('一二三四五六七八九');
  });

  test('says how many characters a last line has at least', () => {
    const last = (lastLineLeast: number) => texts('一二三四五六七八九十甲', 10, { lastLineLeast, indent: 0 }).at(-1);
    expect([last(0), last(2)]).toEqual(['甲', '十甲']);
  });

  test('keeps dates on one line', () => {
    const parted = (keepDates: boolean) =>
      texts('定于本月初五起至2026年11月24日止', 11, { keepDates, indent: 0 }).every((line) => !line.includes('2026年11月24日'));
    expect([parted(false), parted(true)]).toEqual([true, false]);
  });

  test('divides English words, which a layout without the patterns refuses to leave out', async () => {
    expect(texts('春夏秋冬newspaper春', 7, { hyphenate: true, indent: 0 })[0]).toBe('春夏秋冬news');
    expect(texts('春夏秋冬newspaper春', 7, { indent: 0 })[0]).toBe('春夏秋冬');
    const made = issue({
      articles: [article('a', { paragraphs: plain('春夏秋冬春夏newspaper春') })],
      pages: [
        {
          number: 1,
          section: '',
          blocks: [block('b', 1, 1, 1, 10, { kind: 'article', article: 'a', form: form({ head: 'single' }) })],
        },
      ],
    });
    const dividing = { ...made, paper: { ...made.paper, typesetting: { hyphenate: true } } };
    expect(() => createLayout(dividing, fonts)).toThrow('hyphenatorOf');
    expect(await hyphenatorOf(made)).toBeUndefined();
    const shown = shownText(itemsOf(createLayout(dividing, fonts, await hyphenatorOf(dividing)).page(1).display, 'b'));
    expect(shown).toContain('-');
    expect(shownText(itemsOf(createLayout(made, fonts).page(1).display, 'b'))).not.toContain('-');
  });
});
