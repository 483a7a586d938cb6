import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraphText } from '../../engine/issue/characters';
import { apply } from '../../engine/issue/edits';
import { replacedInRuns } from '../../engine/issue/run-edits';
import { CHECK_RULES } from '../../engine/issue/text-rules';
import { readIssue } from '../../engine/issue/validate';
import {
  checkIssue,
  checkItem,
  checkingOf,
  fixEdit,
  passEdit,
  piecesOf,
  readWordList,
  type TextItem,
  textItems,
  WordLists,
} from '../../engine/proofread';
import { messages } from '../../engine/proofread/messages';
import { smallIssue } from '../issue/small-issue';
import { articleOf, findingsIn, plainChecking } from './support';

const lists = new WordLists(readWordList('帐户→账户\n[禁用]\n甲词', '词.txt').entries);
const issue = {
  ...smallIssue,
  articles: [articleOf('这是我们的的家园。', '开了帐户，见甲词。')],
  notices: [{ ...smallIssue.notices[0]!, text: '2月30日停水。' }],
  advertisements: [{ ...smallIssue.advertisements[0]!, lines: ['新开帐户有礼'] }],
};

describe('an issue', () => {
  test('is checked in every text that it prints', () => {
    const found = checkIssue(issue, checkingOf(issue, lists)).map(({ list, id, field, index, rule }) => [
      list,
      id,
      field,
      index,
      rule,
    ]);
    expect(found).toEqual([
      ['articles', 'a1', 'body', 0, 'doubled'],
      ['articles', 'a1', 'body', 1, 'preferred'],
      ['articles', 'a1', 'body', 1, 'forbidden'],
      ['groups', 'g1', 'caption', 0, 'figure-without-picture'],
      ['notices', 'n1', 'text', 0, 'no-such-date'],
      ['advertisements', 'd1', 'line', 0, 'preferred'],
    ]);
  });

  test('leaves out the rules that its paper switched off', () => {
    const paper = { ...issue.paper, words: { checkOff: CHECK_RULES.filter((rule) => rule !== 'forbidden') } };
    const quiet = readIssue({ ...issue, paper });
    expect(checkIssue(quiet, checkingOf(quiet, lists)).map(({ rule }) => rule)).toEqual(['forbidden']);
  });
});

describe('a finding', () => {
  const checking = checkingOf(issue, lists);

  test('is mended by an edit that can be taken back', () => {
    for (const finding of checkIssue(issue, checking)) {
      const entry = textItems(issue).find(({ list, item }) => list === finding.list && item.id === finding.id)!;
      const edit = fixEdit(entry, finding);
      if (!edit) continue;
      const { issue: mended, inverse } = apply(issue, edit);
      const left = checkIssue(mended, checking);
      expect(
        left.some(
          ({ list, id, field, index, rule }) =>
            [list, id, field, index, rule].join() ===
            [finding.list, finding.id, finding.field, finding.index, finding.rule].join(),
        ),
      ).toBe(false);
      expect(left).toHaveLength(checkIssue(issue, checking).length - 1);
      expect(apply(mended, inverse).issue).toEqual(issue);
    }
  });

  test('that was let stand stays quiet until its text changes', () => {
    const entry: TextItem = { list: 'articles', item: issue.articles[0]! };
    const [finding] = checkItem(entry, checking);
    const { issue: passed } = apply(issue, passEdit(entry, finding!, '原文如此', new Set()));
    const kept = readIssue(passed).articles[0]!;
    expect(kept.passed).toMatchObject([{ rule: 'doubled', words: '的的', reason: '原文如此' }]);
    expect(findingsIn(kept, checking).map(({ rule }) => rule)).toEqual(['preferred', 'forbidden']);
    const changed = { ...kept, paragraphs: articleOf('那是我们的的家园。').paragraphs };
    expect(findingsIn(changed, checking).map(({ rule }) => rule)).toEqual(['doubled']);
  });

  test('has a sentence in both languages for every rule', () => {
    for (const rule of CHECK_RULES)
      for (const language of ['zh', 'en'] as const) expect(messages[language]).toHaveProperty([rule]);
  });
});

describe('any text', () => {
  const text = fc.string({
    unit: fc.constantFrom(
      '的',
      '了',
      '“',
      '”',
      '（',
      ')',
      '图',
      '①',
      '2',
      '月',
      '30',
      '日',
      '%',
      '占',
      '，',
      '周',
      '焱',
      '炎',
      '书记',
      'a',
    ),
    maxLength: 60,
  });

  test('gives findings that stand where they say', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (paragraphs) => {
        const item = articleOf(...paragraphs);
        const pieces = piecesOf({ list: 'articles', item });
        for (const { field, index, from, to, words } of checkItem({ list: 'articles', item }, plainChecking)) {
          const piece = pieces.find((one) => one.field === field && one.index === index)!;
          expect(from).toBeLessThan(to);
          expect(piece.text.slice(from, to)).toBe(words);
        }
      }),
    );
  });

  test('keeps the forms of its runs when a stretch of it is replaced', () => {
    const runs = fc.array(
      fc.record({ text: fc.string({ minLength: 1, maxLength: 4 }), form: fc.constantFrom('plain', 'bold', 'kai') }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(runs, fc.nat(20), fc.nat(20), fc.string({ maxLength: 3 }), (before, one, other, written) => {
        const whole = paragraphText({ runs: before as never });
        const [from, to] = [Math.min(one, other, whole.length), Math.min(Math.max(one, other), whole.length)];
        const after = replacedInRuns(before as never, [{ from, to, text: written }]);
        expect(after.map(({ text }) => text).join('')).toBe(whole.slice(0, from) + written + whole.slice(to));
        // What stands before keeps its form, unit by unit.
        const forms = (list: readonly { text: string; form: string }[]) =>
          list.flatMap(({ text, form }) => [...text].map(() => form));
        const head = [...whole.slice(0, from)].length;
        expect(forms(after as never).slice(0, head)).toEqual(forms(before).slice(0, head));
      }),
    );
  });
});
