import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ArticleParagraph, flatBody, type RunForm } from '../../engine/issue';
import { withText } from '../../renderer/state/body-text';

const plain = (text: string): ArticleParagraph => ({ runs: [{ text, form: 'plain' }] });
const story: readonly ArticleParagraph[] = [
  plain('桥上的灯昨晚亮了。'),
  {
    runs: [
      { text: '先修路', form: 'heading' },
      { text: '　路面比桥面先完工。', form: 'plain' },
    ],
  },
  plain('下个月通车。'),
];

/** Each character with its form. */
function forms(paragraphs: readonly ArticleParagraph[]): readonly (readonly [string, RunForm])[] {
  return paragraphs.flatMap(({ runs }) => runs.flatMap(({ text, form }) => [...text].map((letter) => [letter, form] as const)));
}

describe('an edited text', () => {
  test('keeps the forms before and behind the change', () => {
    const changed = withText(story, flatBody({ paragraphs: story }).replace('桥面', '桥身'));
    expect(changed[1]!.runs).toEqual([
      { text: '先修路', form: 'heading' },
      { text: '　路面比桥身先完工。', form: 'plain' },
    ]);
    expect(changed[0]).toEqual(story[0]);
  });

  test('takes the form of what stands before it', () => {
    const changed = withText(story, flatBody({ paragraphs: story }).replace('先修路', '先修路后修桥'));
    expect(changed[1]!.runs[0]).toEqual({ text: '先修路后修桥', form: 'heading' });
  });

  test('takes the form of what stands behind it at the beginning of a paragraph', () => {
    const changed = withText(story, flatBody({ paragraphs: story }).replace('先修路', '要先修路'));
    expect(changed[1]!.runs[0]).toEqual({ text: '要先修路', form: 'heading' });
  });

  test('divides and joins paragraphs', () => {
    const text = flatBody({ paragraphs: story });
    const divided = withText(story, text.replace('昨晚', '\n昨晚'));
    expect(divided.map((paragraph) => flatBody({ paragraphs: [paragraph] }))).toEqual([
      '桥上的灯',
      '昨晚亮了。',
      '先修路　路面比桥面先完工。',
      '下个月通车。',
    ]);
    expect(withText(divided, text)).toEqual(story);
  });

  test('has no empty paragraphs, but the space between stanzas stays', () => {
    expect(withText([plain('甲'), plain('乙')], '甲\n\n乙')).toEqual([plain('甲'), plain('乙')]);
    const poem = ['灯', '', '桥'].map((text): ArticleParagraph => ({ ...(text ? plain(text) : { runs: [] }), verse: true }));
    expect(withText(poem, '灯火\n\n桥')).toEqual([{ ...plain('灯火'), verse: true }, poem[1], poem[2]]);
  });

  test('has no control characters', () => {
    expect(flatBody({ paragraphs: withText([plain('乙丙')], '甲\r\n\u0007乙\t丙') })).toBe('甲\n乙 丙');
  });

  test('has no signs that nobody sees, but keeps an emoji in one piece', () => {
    expect(flatBody({ paragraphs: withText([], '\ufeff灯\u200b火👩\u200d🏫') })).toBe('灯火👩\u200d🏫');
  });

  test('loses the spaces that indent its paragraphs, but verse keeps them', () => {
    expect(withText([], '　　灯亮了。\n \t桥通了　路也通了。')).toEqual([plain('灯亮了。'), plain('桥通了　路也通了。')]);
    const line: ArticleParagraph = { ...plain('灯'), verse: true };
    expect(withText([line], '灯\n　桥')).toEqual([line, { ...plain('　桥'), verse: true }]);
  });
});

const letters = fc.string({ unit: fc.constantFrom('灯', '桥', '𠮷', '路', ' ', '。'), maxLength: 12 });
const form = fc.constantFrom<RunForm>('plain', 'heading', 'bold', 'kai');
const run = fc.record({ text: fc.string({ unit: fc.constantFrom('灯', '桥', '𠮷'), minLength: 1, maxLength: 6 }), form });
const paragraphs = fc.array(fc.record({ runs: fc.array(run, { minLength: 1, maxLength: 3 }) }), { maxLength: 4 });

describe('forms of paragraphs and marks of runs', () => {
  const marked: readonly ArticleParagraph[] = [
    {
      runs: [
        { text: '灯亮', form: 'plain', dots: true },
        { text: '了', form: 'plain', size: 12 },
      ],
      form: 'drop',
    },
    { runs: [{ text: '桥\t2', form: 'plain' }], form: 'row' },
    { runs: [{ text: '甲乙', form: 'kai', underline: true, script: 'super' }], form: 'signature' },
  ];

  test('stay when the text is edited', () => {
    const edited = (before: readonly ArticleParagraph[], from: string, to: string) =>
      withText(before, flatBody({ paragraphs: before }).replace(from, to));
    const changed = edited(edited(marked, '桥', '桥长'), '甲乙', '甲一乙');
    expect(changed[0]).toEqual(marked[0]);
    expect(changed[1]).toEqual({ runs: [{ text: '桥长\t2', form: 'plain' }], form: 'row' });
    expect(changed[2]).toEqual({ ...marked[2], runs: [{ ...marked[2]!.runs[0], text: '甲一乙' }] });
  });

  test('a tab is a space outside a table', () => {
    expect(withText([plain('甲')], '甲\t乙')).toEqual([plain('甲 乙')]);
  });
});

describe('any edited text', () => {
  test('says what was typed, but for empty lines and spaces before lines', () => {
    fc.assert(
      fc.property(paragraphs, fc.array(letters, { maxLength: 4 }), (before, lines) => {
        const text = flatBody({ paragraphs: withText(before, lines.join('\n')) });
        expect(text).toBe(
          lines
            .map((line) => line.trimStart())
            .filter((line) => line !== '')
            .join('\n'),
        );
      }),
    );
  });

  test('keeps every form when something is put in', () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), (before, at) => {
        const text = [...flatBody({ paragraphs: before })];
        const place = at % (text.length + 1);
        const after = forms(withText(before, [...text.slice(0, place), '花', ...text.slice(place)].join('')));
        expect(after.filter(([letter]) => letter !== '花')).toEqual(forms(before));
      }),
    );
  });
});
