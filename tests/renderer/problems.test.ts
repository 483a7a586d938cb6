import { describe, expect, test } from 'vitest';
import type { Block, Issue } from '../../engine/issue';
import type { BlockFit } from '../../engine/layout/types';
import { problemsOf, verdictOf } from '../../renderer/state/problems';
import { article, block, smallIssue } from '../issue/small-issue';
import { form as articleForm } from '../layout/support';

const form = articleForm({ head: 'single', deck: false });
const story: Block = {
  ...block('b5', 20),
  content: { kind: 'article', article: 'a1', form },
  rect: { column: 2, row: 20, columns: 3, rows: 20 },
};
const issue: Issue = {
  ...smallIssue,
  articles: [article('a1', '河堤夜灯')],
  pages: [{ number: 1, section: '要闻', blocks: [block('b1', 0), story] }],
};

const NONE: ReadonlySet<string> = new Set();

function problems(fit: Partial<BlockFit>, violations: Parameters<typeof problemsOf>[2] = new Map(), missing = NONE) {
  const fits = [{ block: 'b5', oversetChars: 0, oversetText: '', emptyRows: 0, remarks: [], ...fit }];
  return problemsOf(issue, new Map([[1, { page: 1, fits, fallbacks: [], pictures: [] }]]), violations, missing);
}

describe('problems', () => {
  test('name the story, its place and the characters too many', () => {
    expect(problems({ oversetChars: 23 })).toEqual([
      {
        severity: 'error',
        rule: 'overset',
        page: 1,
        blocks: ['b5'],
        subjects: [{ kind: 'article', title: '河堤夜灯' }],
        cell: { column: 2, row: 20 },
        amount: 23,
        detail: '',
      },
    ]);
  });

  test('name the code that has no room, not the letters of its link', () => {
    const code = { link: 'https://example.com/liuwan', label: '' };
    const linked = { ...issue, articles: [{ ...issue.articles[0]!, code }] };
    const rule = (oversetText: string) => {
      const fit = { block: 'b5', oversetChars: 26, oversetText, emptyRows: 0, remarks: [] };
      return problemsOf(linked, new Map([[1, { page: 1, fits: [fit], fallbacks: [], pictures: [] }]]), new Map(), NONE)[0]!.rule;
    };
    expect([rule(code.link), rule(`末句。${code.link}`)]).toEqual(['code-lost', 'overset']);
  });

  test('are errors where photographs are not in the folder', () => {
    const { photos, groups } = issue;
    const pictured: Block = { ...block('b6', 50), content: { kind: 'group', group: groups[0]!.id } };
    const shown = { ...issue, pages: [{ ...issue.pages[0]!, blocks: [story, pictured] }] };
    const find = (missing: ReadonlySet<string>) => problemsOf(shown, new Map(), new Map(), missing);
    const shownPhotos = groups[0]!.pictures.filter(({ photo }) => photo !== '');
    expect(find(new Set(photos.map(({ asset }) => asset)))).toMatchObject([
      { severity: 'error', rule: 'picture-lost', page: 1, blocks: ['b6'], amount: shownPhotos.length },
    ]);
    expect(find(NONE)).toEqual([]);
  });

  test('begin with empty rows where the last column is short by more than the columns explain', () => {
    expect(problems({ emptyRows: 2 })).toEqual([]);
    expect(problems({ emptyRows: 3 })).toMatchObject([{ rule: 'underset', amount: 3, severity: 'warning' }]);
  });

  test('say overset once, errors first, and nothing of blocks that are gone', () => {
    const violations = [
      { rule: 'tail', severity: 'warning', blocks: ['b5'] },
      { rule: 'overset', severity: 'error', blocks: ['b5'] },
      { rule: 'overlap', severity: 'error', blocks: ['b5', 'b1'] },
      { rule: 'look-alike', severity: 'warning', blocks: ['b8'] },
    ] as const;
    const found = problems({ oversetChars: 4 }, new Map([[1, violations]]));
    expect(found.map(({ rule }) => rule)).toEqual(['overset', 'overlap', 'tail']);
  });

  test('tell a remark once', () => {
    const remark = { rule: 'headline-narrowed', detail: '92 %' } as const;
    expect(problems({ remarks: [remark, remark] })).toHaveLength(1);
    // The rule of parted lines tells it with its cure.
    expect(problems({ remarks: [{ rule: 'lines-parted', detail: '2' }] })).toEqual([]);
  });
});

test('the verdict of a page adds what its blocks lack', () => {
  const fit = { block: 'b5', oversetChars: 23, oversetText: '', emptyRows: 0, remarks: [] };
  const [page] = issue.pages;
  expect(verdictOf(page!, undefined)).toBeUndefined();
  const fits = [fit, { ...fit, block: 'b1', oversetChars: 2 }];
  expect(verdictOf(page!, { page: 1, fits, fallbacks: [], pictures: [] })).toEqual({ overset: 25, missing: 0 });
});
