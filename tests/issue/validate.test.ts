import { describe, expect, test } from 'vitest';
import { type Fault, readIssue } from '../../engine/issue';
import { PLAIN_FORM } from '../../engine/layout/article-space';
import { smallIssue } from './small-issue';

type Change = (issue: ReturnType<typeof mutable>) => void;

function mutable() {
  return JSON.parse(JSON.stringify(smallIssue));
}

function faultOf(change: Change): Fault {
  const issue = mutable();
  change(issue);
  try {
    readIssue(issue);
  } catch (error) {
    return error as Fault;
  }
  throw new Error('the damaged issue was accepted');
}

describe('an issue is read', () => {
  test('as it was written', () => {
    expect(readIssue(mutable())).toEqual(smallIssue);
  });

  test('with its keys in the order of the schema, whatever their order was', () => {
    const turned = Object.fromEntries(Object.entries(mutable()).reverse());
    expect(JSON.stringify(readIssue(turned))).toBe(JSON.stringify(readIssue(mutable())));
    expect(Object.keys(readIssue(turned))[0]).toBe('format');
  });

  test('with the optional fields of a paper’s headlines and of an article’s form', () => {
    const issue = mutable();
    const headlines = { words: ['绒花铺'], comma: 'space', lines: 'stepped', narrowest: 0.8, widest: 1.2 };
    issue.paper.headlines = headlines;
    const form = {
      head: 'vertical',
      size: 0,
      lines: [],
      headRows: 0,
      headColumns: 1,
      deck: true,
      stretch: 0.85,
      pictures: [],
      box: 'outline',
      tint: true,
      textColumns: 0,
      flow: 'vertical',
    };
    issue.pages[0].blocks = [
      {
        id: 'v',
        content: { kind: 'article', article: issue.articles[0].id, form },
        rect: { column: 0, row: 0, columns: 2, rows: 20 },
        cuts: [],
        locked: false,
      },
    ];
    expect(readIssue(issue).paper.headlines).toEqual(headlines);
    expect(readIssue(issue).pages[0]!.blocks[0]!.content).toMatchObject({ form: { stretch: 0.85, flow: 'vertical' } });
  });

  test('with a paper’s style of running text, in its bounds', () => {
    const issue = mutable();
    const typesetting = {
      level: 'strict',
      policy: 'open',
      hang: true,
      latinGap: 0.25,
      indent: 1,
      lastLineLeast: 3,
      hyphenate: true,
    };
    issue.paper.typesetting = typesetting;
    expect(readIssue(issue).paper.typesetting).toEqual(typesetting);
    for (const wrong of [{ indent: 5 }, { latinGap: -0.1 }, { level: 'jis' }, { lastLineLeast: 1.5 }, { leading: 1 }]) {
      issue.paper.typesetting = wrong;
      expect(() => readIssue(issue)).toThrow();
    }
  });

  test('with the optional fields of an article', () => {
    const issue = mutable();
    issue.articles[0].awaited = [{ number: 2, caption: '夜市', credit: '' }];
    issue.articles[0].sourceHash = 'ab'.repeat(32);
    expect(readIssue(issue).articles[0]).toMatchObject({
      awaited: [{ number: 2, caption: '夜市' }],
      sourceHash: 'ab'.repeat(32),
    });
  });

  test('with the wishes of an article and the rules that a paper has switched off', () => {
    const issue = mutable();
    const wishes = { section: '社区', together: ['a-gone'], apart: ['a-other'], filler: true };
    Object.assign(issue.articles[0], wishes);
    issue.paper.arranging = { rulesOff: ['tail'], jumps: true };
    expect(readIssue(issue).articles[0]).toMatchObject(wishes);
    expect(readIssue(issue).paper.arranging).toEqual({ rulesOff: ['tail'], jumps: true });
    issue.paper.arranging.rulesOff = ['taste'];
    expect(() => readIssue(issue)).toThrow();
  });

  test('with pull quotes in the form of an article', () => {
    const issue = mutable();
    const quotes = [{ text: '尺还在。', column: 1, columns: 2, row: 9 }];
    issue.pages[0].blocks[0].content = { kind: 'article', article: 'a1', form: { ...PLAIN_FORM, quotes } };
    expect(readIssue(issue).pages[0]!.blocks[0]!.content).toMatchObject({ form: { quotes } });
  });

  test('with forms of paragraphs and marks of runs', () => {
    const issue = mutable();
    const run = { text: '水', form: 'plain', dots: true, underline: true, script: 'sub', size: 12 };
    issue.articles[0].paragraphs = [{ runs: [run], form: 'drop' }];
    expect(readIssue(issue).articles[0]!.paragraphs).toEqual([{ runs: [run], form: 'drop' }]);
  });
});

describe('an issue is refused with the place of its fault', () => {
  const cases: readonly [string, Change, string, string][] = [
    ['a missing field', (issue) => delete issue.articles[1].deck, 'missing', 'articles[1].deck'],
    ['an unknown field', (issue) => (issue.paper.colour = 'red'), 'unknownKey', 'paper.colour'],
    ['a field of another type', (issue) => (issue.articles[0].headline = '河堤添绿'), 'type', 'articles[0].headline'],
    ['an entry of another type', (issue) => (issue.articles[0].headline = [7]), 'type', 'articles[0].headline[0]'],
    ['null in place of an object', (issue) => (issue.paper = null), 'type', 'paper'],
    ['a number that JSON cannot hold', (issue) => (issue.spec.width = Number.NaN), 'range', 'spec.width'],
    ['a page smaller than 100 mm', (issue) => (issue.spec.width = 99), 'range', 'spec.width'],
    ['half a column', (issue) => (issue.spec.columns = 5.5), 'type', 'spec.columns'],
    ['a type area wider than the page', (issue) => (issue.spec.left = 60), 'grid', 'spec.left'],
    ['a type area higher than the page', (issue) => (issue.spec.rows = 120), 'grid', 'spec.top'],
    ['a pitch below the type size', (issue) => (issue.spec.pitch = 8), 'range', 'spec.pitch'],
    ['a day that the calendar has not', (issue) => (issue.date = '2023-02-29'), 'pattern', 'date'],
    [
      'a form of paragraph that is none',
      (issue) => (issue.articles[0].paragraphs[0].form = 'x'),
      'range',
      'articles[0].paragraphs[0].form',
    ],
    [
      'verse with another form',
      (issue) => Object.assign(issue.articles[0].paragraphs[0], { verse: true, form: 'centre' }),
      'range',
      'articles[0].paragraphs[0].form',
    ],
    [
      'type of no size',
      (issue) => (issue.articles[0].paragraphs[0].runs[0].size = 0),
      'range',
      'articles[0].paragraphs[0].runs[0].size',
    ],
    ['two articles of one name', (issue) => (issue.articles[1].id = 'a1'), 'duplicate', 'articles[1].id'],
    [
      'two blocks of one name on two pages',
      (issue) => (issue.pages[1].blocks[0].id = 'b2'),
      'duplicate',
      'pages[1].blocks[0].id',
    ],
    ['a photograph that is not there', (issue) => (issue.articles[0].photos = ['p2']), 'reference', 'articles[0].photos[0]'],
    [
      'a group with a picture that is not there',
      (issue) => (issue.groups[0].pictures[1].photo = 'p2'),
      'reference',
      'groups[0].pictures[1]',
    ],
    [
      'a block of an article that is not there',
      (issue) => (issue.pages[0].blocks[1].content = { kind: 'briefs', label: '', articles: ['a1', 'a3'] }),
      'reference',
      'pages[0].blocks[1].content.articles[1]',
    ],
    [
      'an unknown kind of block',
      (issue) => (issue.pages[0].blocks[0].content = { kind: 'poem' }),
      'range',
      'pages[0].blocks[0].content.kind',
    ],
    [
      'a kind of block that every object inherits',
      (issue) => (issue.pages[0].blocks[0].content = { kind: 'constructor' }),
      'range',
      'pages[0].blocks[0].content.kind',
    ],
    ['a block beyond the last row', (issue) => (issue.pages[0].blocks[0].rect.row = 85), 'grid', 'pages[0].blocks[0].rect'],
    [
      'a cut outside its block',
      (issue) => (issue.pages[0].blocks[0].cuts = [{ column: 0, row: 2, columns: 1, rows: 2 }]),
      'grid',
      'pages[0].blocks[0].cuts[0]',
    ],
    ['pages that do not count from 1', (issue) => (issue.pages[1].number = 3), 'range', 'pages[1].number'],
    ['an issue without pages', (issue) => (issue.pages = []), 'length', 'pages'],
    ['an id that leads elsewhere', (issue) => (issue.articles[0].id = '../a1'), 'pattern', 'articles[0].id'],
    [
      'an asset name that leads elsewhere',
      (issue) => (issue.photos[0].asset = `../${'0'.repeat(61)}.jpg`),
      'pattern',
      'photos[0].asset',
    ],
    [
      'a headline as long as a book',
      (issue) => (issue.articles[0].headline = ['长'.repeat(501)]),
      'length',
      'articles[0].headline[0]',
    ],
    ['more articles than any paper has', (issue) => (issue.articles = Array(5001).fill(issue.articles[0])), 'length', 'articles'],
    ['ink above full', (issue) => (issue.paper.accent.m = 1.2), 'range', 'paper.accent.m'],
  ];
  test.each(cases)('%s', (_, change, kind, path) => {
    expect(faultOf(change)).toMatchObject({ name: 'Fault', kind, path });
  });

  test.each([undefined, null, 7, 'text', []])('%s is no issue', (value) => {
    expect(() => readIssue(value)).toThrow(expect.objectContaining({ name: 'Fault', path: '' }));
  });

  test('a key named __proto__ is an unknown field, not a prototype', () => {
    const issue = JSON.parse(JSON.stringify(smallIssue).replace('{', '{"__proto__":{"format":"x"},'));
    expect(() => readIssue(issue)).toThrow(expect.objectContaining({ kind: 'unknownKey', path: '__proto__' }));
  });
});
