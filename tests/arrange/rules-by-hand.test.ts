/** Every rule of layout while the editor works by hand: told after the edit that breaks it, gone after the one that cures it. */
import { describe, expect, it } from 'vitest';
import { checkPage, type LayoutRule } from '../../engine/arrange/index';
import { apply, type Edit } from '../../engine/issue/edits';
import { FIXED_RULES, LAYOUT_RULES } from '../../engine/issue/layout-rules';
import type { Article, ArticleForm, Block, GridRect, Issue } from '../../engine/issue/types';
import { createLayout } from '../../engine/layout/index';
import { fakeFonts } from '../fake-font';
import { fakeLayout } from './fake-layout';
import { makeIssue, story } from './material';

const FORM: ArticleForm = {
  head: 'second',
  size: 24,
  lines: ['社区食堂开张'],
  headRows: 5,
  headColumns: 0,
  deck: false,
  pictures: [],
  box: 'none',
  textColumns: 0,
};

const rect = (column: number, row: number, columns: number, rows: number): GridRect => ({ column, row, columns, rows });

function article(number: number, place: GridRect, form: Partial<ArticleForm> = {}, cuts: readonly GridRect[] = []): Block {
  const content = { kind: 'article' as const, article: `a${number}`, form: { ...FORM, ...form } };
  return { id: `b${number}`, content, rect: place, cuts, locked: false };
}

function further(number: number, place: GridRect): Block {
  const content = {
    kind: 'continuation' as const,
    article: `a${number}`,
    part: 2,
    form: { pictures: [], box: 'none' as const, textColumns: 0 },
  };
  return { id: 'more', content, rect: place, cuts: [], locked: false };
}

const put = (block: Block, page = 1): Edit => ({ type: 'putBlock', page, block });
const take = (id: string, page = 1): Edit => ({ type: 'removeBlock', page, id });

const LEAD_FORM = { size: 44, headRows: 10 };
const LEAD = article(1, rect(0, 13, 4, 40), LEAD_FORM);
const picture = (column: number) => ({ photo: 'p1', column, columns: 2, row: 10, rows: 12, captionRows: 1 });

/** A page on which the editor works: the lead at its head, five stories and two photographs at hand, a second page. */
const START = apply(
  makeIssue({ articles: Array.from({ length: 6 }, (_, index) => story(160 - index)), photos: [{}, {}], pages: 2 }),
  put(LEAD),
).issue;

/** An article as it is, changed. */
const change = (more: Partial<Article>, id = 'a1'): Edit => ({
  type: 'put',
  list: 'articles',
  item: { ...START.articles.find((one) => one.id === id)!, ...more },
});

interface Story {
  readonly breaks: readonly Edit[];
  readonly cures: readonly Edit[];
  /** Set with type, where the rule is about its lines. */
  readonly real?: true;
}

const STORIES: Readonly<Record<LayoutRule, Story>> = {
  overset: { breaks: [put({ ...LEAD, rect: rect(0, 13, 4, 11) })], cures: [put(LEAD)] },
  overlap: { breaks: [put(article(2, rect(3, 30, 3, 40)))], cures: [put(article(2, rect(4, 40, 2, 40)))] },
  outside: { breaks: [put({ ...LEAD, rect: rect(0, 10, 4, 40) })], cures: [put({ ...LEAD, rect: rect(0, 13, 4, 40) })] },
  'told-twice': { breaks: [put({ ...article(1, rect(4, 60, 2, 25)), id: 'again' })], cures: [take('again')] },
  'broken-chain': {
    breaks: [put({ ...LEAD, rect: rect(0, 40, 4, 14) }), put(further(1, rect(0, 13, 4, 20)))],
    cures: [put(further(1, rect(0, 56, 4, 20)))],
  },
  'stranded-headline': {
    breaks: [put({ ...LEAD, rect: rect(0, 13, 4, 11) })],
    cures: [put({ ...LEAD, rect: rect(0, 13, 4, 20) })],
  },
  'broken-order': {
    breaks: [put({ ...LEAD, rect: rect(0, 13, 3, 50), cuts: [rect(1, 13, 1, 50)] })],
    cures: [put({ ...LEAD, rect: rect(0, 13, 3, 50), cuts: [] })],
  },
  'outshone-lead': {
    breaks: [put(article(2, rect(4, 40, 2, 40), { size: 48 }))],
    cures: [put(article(2, rect(4, 40, 2, 40), { size: 24 }))],
  },
  'headline-weight': {
    breaks: [
      change({ weight: 'lead' }),
      change({ weight: 'major' }, 'a2'),
      change({ weight: 'normal' }, 'a3'),
      put(article(2, rect(0, 54, 2, 30), { size: 20 })),
      put(article(3, rect(3, 60, 3, 24), { size: 26 })),
    ],
    cures: [put(article(2, rect(0, 54, 2, 30), { size: 26 }))],
  },
  'lead-low': {
    breaks: [put({ ...LEAD, rect: rect(0, 40, 4, 40) }), put(article(2, rect(0, 13, 4, 26), { size: 20 }))],
    cures: [put({ ...LEAD, rect: rect(0, 13, 4, 40) }), put(article(2, rect(0, 54, 4, 26), { size: 20 }))],
  },
  'colliding-headlines': {
    breaks: [put(article(2, rect(4, 14, 2, 40)))],
    cures: [put(article(2, rect(4, 30, 2, 40)))],
  },
  'split-page': {
    breaks: [
      put({ ...LEAD, rect: rect(0, 13, 3, 72) }),
      put(article(2, rect(3, 13, 3, 30), { headRows: 2, headColumns: 1 })),
      put(article(3, rect(3, 44, 3, 41))),
    ],
    cures: [put({ ...LEAD, rect: rect(0, 13, 4, 30) }), put(article(2, rect(0, 44, 2, 41)))],
  },
  'through-rule': {
    breaks: [put({ ...LEAD, rect: rect(0, 13, 6, 30) }), put(article(2, rect(0, 44, 6, 41)))],
    cures: [put(article(2, rect(0, 44, 3, 41))), put(article(3, rect(3, 50, 3, 35), { size: 20 }))],
  },
  tail: {
    breaks: [put({ ...LEAD, cuts: [rect(2, 25, 2, 28)] })],
    cures: [put({ ...LEAD, cuts: [rect(2, 34, 2, 19)] })],
  },
  'parted-lines': {
    real: true,
    breaks: [
      change({
        paragraphs: [
          { runs: [{ text: '字'.repeat(31), form: 'plain' }] },
          {
            runs: [
              { text: '先问后做，', form: 'heading' },
              { text: '字'.repeat(46), form: 'plain' },
            ],
          },
        ],
      }),
      put(article(1, rect(0, 13, 2, 9), { headRows: 5 })),
    ],
    cures: [put(article(1, rect(0, 13, 2, 10), { headRows: 5 }))],
  },
  'single-character': {
    real: true,
    breaks: [
      { type: 'setPaper', paper: { ...START.paper, typesetting: { lastLineLeast: 0 } } },
      change({ paragraphs: [{ runs: [{ text: '字'.repeat(21), form: 'plain' }] }] }),
    ],
    cures: [change({ paragraphs: [{ runs: [{ text: '字'.repeat(22), form: 'plain' }] }] })],
  },
  'one-sided-pictures': {
    breaks: [
      put(article(1, rect(0, 13, 6, 40), { ...LEAD_FORM, pictures: [picture(0)] })),
      put(article(2, rect(0, 54, 6, 31), { size: 20, pictures: [picture(0)] })),
    ],
    cures: [put(article(2, rect(0, 54, 6, 31), { size: 20, pictures: [picture(4)] }))],
  },
  'look-alike': {
    breaks: [put(article(2, rect(4, 13, 2, 30))), put(article(3, rect(4, 44, 2, 30)))],
    cures: [put(article(3, rect(4, 44, 2, 30), { size: 20 }))],
  },
  wish: {
    breaks: [change({ together: ['a2'] }), put(article(2, rect(4, 60, 2, 25), { size: 20 }))],
    cures: [put(article(2, rect(4, 20, 2, 25), { size: 20 }))],
  },
  'no-spread': { breaks: [change({ spread: true })], cures: [change({ spread: false })] },
  jump: {
    breaks: [put({ ...LEAD, rect: rect(0, 13, 4, 12) }), put(further(1, rect(0, 5, 4, 20)), 2)],
    cures: [{ type: 'setPaper', paper: { ...START.paper, arranging: { jumps: true } } }],
  },
};

/** Rules that page 1 or 2 breaks. */
function told(issue: Issue, real = false): LayoutRule[] {
  const layout = real ? createLayout(issue, fakeFonts()) : fakeLayout(issue);
  return [1, 2].flatMap((page) => checkPage(issue, page, layout).map(({ rule }) => rule));
}

const edited = (issue: Issue, edits: readonly Edit[]): Issue => edits.reduce((now, edit) => apply(now, edit).issue, issue);

const off = (issue: Issue, rule: LayoutRule): Issue =>
  edited(issue, [{ type: 'setPaper', paper: { ...issue.paper, arranging: { ...issue.paper.arranging, rulesOff: [rule] } } }]);

describe('rules of layout while an editor works by hand', () => {
  it('says nothing of the page to begin with', () => {
    expect(told(START)).toEqual([]);
  });

  it.each(LAYOUT_RULES)('%s: told when an edit breaks it, gone when one cures it or the paper does without it', (rule) => {
    const { breaks, cures, real } = STORIES[rule];
    const broken = edited(START, breaks);
    expect(told(broken, real)).toContain(rule);
    expect(told(edited(broken, cures), real)).not.toContain(rule);
    const isFixed = FIXED_RULES.includes(rule);
    expect(told(off(broken, rule), real).includes(rule)).toBe(isFixed);
  });

  it.each(LAYOUT_RULES)('%s: gone when the edits are undone', (rule) => {
    const inverses: Edit[] = [];
    let now = START;
    for (const edit of STORIES[rule].breaks) {
      const { issue, inverse } = apply(now, edit);
      inverses.unshift(inverse);
      now = issue;
    }
    expect(told(edited(now, inverses), STORIES[rule].real)).not.toContain(rule);
  });
});
