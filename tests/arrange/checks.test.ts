import { describe, expect, it } from 'vitest';
import { checkPage, type LayoutRule } from '../../engine/arrange/index';
import type { Article, ArticleForm, Block, GridRect, Issue } from '../../engine/issue/types';
import { fakeLayout } from './fake-layout';
import { makeIssue, story } from './material';

const FORM: ArticleForm = {
  head: 'second',
  size: 24,
  lines: ['一行标题'],
  headRows: 5,
  headColumns: 0,
  deck: false,
  pictures: [],
  box: 'none',
  textColumns: 0,
};

function rect(column: number, row: number, columns: number, rows: number): GridRect {
  return { column, row, columns, rows };
}

function article(number: number, place: GridRect, form: Partial<ArticleForm> = {}, cuts: readonly GridRect[] = []): Block {
  return {
    id: `b${number}`,
    content: { kind: 'article', article: `a${number}`, form: { ...FORM, ...form } },
    rect: place,
    cuts,
    locked: false,
  };
}

/** Violations of page 1 with these blocks, as `rule block block`. `first` changes the first article, `others` each by its place. */
function check(
  blocks: readonly Block[],
  chars = 160,
  first: Partial<Article> = {},
  rulesOff: readonly LayoutRule[] = [],
  others: readonly Partial<Article>[] = [],
): string[] {
  const issue = makeIssue({
    articles: Array.from({ length: 6 }, (_, index) => story(chars - index, index === 0 ? first : (others[index] ?? {}))),
    photos: [{}, {}],
    advertisements: [{}],
  });
  const page = issue.pages[0]!;
  const paper = { ...issue.paper, arranging: { rulesOff } };
  const full: Issue = { ...issue, paper, pages: [{ ...page, blocks: [...page.blocks, ...blocks] }] };
  return checkPage(full, 1, fakeLayout(full)).map(({ rule, blocks: ids }) => [rule, ...ids].join(' '));
}

const LEAD = { size: 44, headRows: 10 };

describe('checkPage', () => {
  it('finds nothing wrong with two stories of different shape', () => {
    expect(check([article(1, rect(0, 13, 4, 40), LEAD), article(2, rect(4, 40, 2, 40))])).toEqual([]);
  });

  it('reports text without a place', () => {
    expect(check([article(1, rect(0, 13, 2, 8))], 900)).toContain('overset b1');
  });

  it('reports blocks on the same cells, but not where a cut makes room', () => {
    const under = article(2, rect(2, 40, 2, 20));
    expect(check([article(1, rect(0, 13, 4, 40), LEAD), under])).toContain('overlap b1 b2');
    expect(check([article(1, rect(0, 13, 4, 40), LEAD, [rect(2, 39, 2, 14)]), under])).toEqual([]);
  });

  it('compares no headline with a lead whose size the layout plans', () => {
    const second = article(2, rect(4, 40, 2, 40), { size: 24 });
    expect(check([article(1, rect(0, 13, 4, 40), { ...LEAD, size: 0, lines: [] }), second])).toEqual([]);
    expect(check([article(1, rect(0, 13, 4, 40), { ...LEAD, size: 20 }), second])).toContain('outshone-lead b1 b2');
  });

  it('reports a story told twice, a continuation without its beginning and one that is read before it', () => {
    const further = (number: number, place: GridRect): Block => ({
      ...article(9, place),
      content: { kind: 'continuation', article: `a${number}`, part: 2, form: { pictures: [], box: 'none', textColumns: 0 } },
    });
    const lead = article(1, rect(0, 13, 4, 40), LEAD);
    expect(check([lead, { ...article(1, rect(4, 40, 2, 40)), id: 'b2' }], 160, {}, ['told-twice'])).toContain('told-twice b1');
    expect(check([lead, further(1, rect(4, 13, 2, 40))])).toEqual([]);
    expect(check([lead, further(2, rect(4, 13, 2, 40))])).toContain('broken-chain b9');
    expect(check([{ ...lead, rect: rect(0, 33, 4, 40) }, further(1, rect(0, 13, 4, 19))])).toContain('broken-chain b9');
  });

  it('reports blocks that leave the area', () => {
    expect(check([article(1, rect(0, 12, 4, 40), LEAD)])).toContain('outside b1');
    expect(check([article(1, rect(0, 50, 4, 36), LEAD)])).toContain('outside b1');
  });

  it('reports headlines side by side within three rows, unless one is vertical or boxed', () => {
    const pair = (row: number, form: Partial<ArticleForm>) =>
      check([article(1, rect(0, 13, 3, 30)), article(2, rect(3, row, 3, 30), { size: 20, ...form })]);
    expect(pair(16, {})).toContain('colliding-headlines b1 b2');
    expect(pair(17, {})).toEqual([]);
    expect(pair(13, { head: 'vertical', headColumns: 1, headRows: 15 })).toEqual([]);
    expect(pair(13, { tint: true })).toEqual([]);
  });

  it('reports a headline with less than two lines below it', () => {
    expect(check([article(1, rect(0, 13, 2, 6))])).toContain('stranded-headline b1');
    expect(check([article(1, rect(0, 13, 2, 7))])).not.toContain('stranded-headline b1');
    expect(check([article(1, rect(0, 13, 2, 5))], 0)).not.toContain('stranded-headline b1');
    expect(check([article(1, rect(0, 13, 2, 5))], 5)).toContain('stranded-headline b1');
  });

  it('reports one straight gutter between stories through the whole page, but not along an advertisement', () => {
    const left = article(1, rect(0, 13, 3, 72), LEAD);
    const right = [article(2, rect(3, 20, 3, 40)), article(3, rect(3, 61, 3, 24))];
    expect(check([left, article(4, rect(3, 13, 3, 6), { headRows: 2, headColumns: 1 }), ...right]).join()).toContain(
      'split-page b1',
    );
    const advertisement: Block = {
      id: 'ad',
      content: { kind: 'advertisement', advertisement: 'd1' },
      rect: rect(3, 61, 3, 24),
      cuts: [],
      locked: false,
    };
    expect(check([left, right[0]!, advertisement]).join()).not.toContain('split-page');
  });

  it('reports one straight rule between stories across the whole page', () => {
    const above = article(1, rect(0, 13, 6, 30), LEAD);
    expect(check([above, article(2, rect(0, 44, 6, 41))])).toContain('through-rule b1 b2');
    expect(
      check([
        article(1, rect(0, 13, 6, 30), LEAD, [rect(0, 39, 2, 4)]),
        article(2, rect(0, 40, 2, 40)),
        article(3, rect(2, 44, 4, 41), { size: 20 }),
      ]),
    ).toEqual([]);
  });

  it('reports an arm of an L-shape that is a tail', () => {
    const cut = (row: number) => check([article(1, rect(0, 13, 4, 30), LEAD, [rect(2, row, 2, 43 - row)])]);
    expect(cut(25)).toContain('tail b1');
    expect(cut(30)).toEqual([]);
  });

  it('reports pictures that all stand in one half', () => {
    const picture = (column: number) => ({ photo: 'p1', column, columns: 2, row: 10, rows: 12, captionRows: 1 });
    const page = (column: number) =>
      check([
        article(1, rect(0, 13, 6, 40), { ...LEAD, pictures: [picture(0)] }),
        article(2, rect(0, 54, 6, 31), { size: 20, pictures: [picture(column)] }),
      ]);
    expect(page(0)).toContain('one-sided-pictures b1 b2');
    expect(page(4)).not.toContain('one-sided-pictures b1 b2');
  });

  it('reports neighbours of one width under the same headline', () => {
    const page = (size: number) => check([article(1, rect(0, 13, 2, 30)), article(2, rect(0, 44, 2, 30), { size })]);
    expect(page(24)).toContain('look-alike b1 b2');
    expect(page(20)).toEqual([]);
  });

  it('reports a headline bigger than that of the lead', () => {
    expect(check([article(1, rect(0, 13, 4, 30), { size: 30 }), article(2, rect(0, 44, 4, 30), { size: 32 })])).toContain(
      'outshone-lead b1 b2',
    );
  });

  it('reports a headline larger than that of a story to which the editor gave more weight, beside the lead', () => {
    const lead = article(1, rect(0, 13, 6, 30), LEAD);
    const page = (weight: Article['weight'], size: number, off: readonly LayoutRule[] = []) =>
      check(
        [lead, article(2, rect(0, 44, 2, 30), { size }), article(3, rect(3, 54, 3, 20), { size: 24 })],
        160,
        { weight: 'lead' },
        off,
        [{}, { weight }, { weight: 'normal' }],
      );
    expect(page('major', 20)).toContain('headline-weight b2 b3');
    expect(page('major', 24)).toEqual([]);
    expect(page('normal', 20)).toEqual([]);
    expect(page('brief', 26)).toContain('headline-weight b3 b2');
    expect(page('auto', 20)).toEqual([]);
    expect(page('major', 20, ['headline-weight'])).toEqual([]);
  });

  it('reports a lead that does not stand at the head of the page', () => {
    const below = [article(2, rect(0, 13, 6, 20), { size: 20 }), article(1, rect(0, 34, 6, 51), LEAD)];
    expect(check(below)).toContain('lead-low b1');
  });

  it('reports a column that starts below another headline, but not one below a notice', () => {
    const cut = rect(2, 13, 2, 20);
    const broken = article(1, rect(0, 13, 4, 50), { ...LEAD, headColumns: 2 }, [cut]);
    expect(check([broken, article(2, rect(2, 13, 2, 19), { size: 20 })])).toContain('broken-order b1');
    const notice: Block = {
      id: 'n',
      content: { kind: 'advertisement', advertisement: 'd1' },
      rect: cut,
      cuts: [],
      locked: false,
    };
    expect(check([broken, notice]).join()).not.toContain('broken-order');
  });

  it('reports a story whose columns another block parts', () => {
    const parted = article(1, rect(0, 13, 3, 50), { ...LEAD, headColumns: 1 }, [rect(1, 13, 1, 50)]);
    expect(check([parted])).toContain('broken-order b1');
  });

  it('reports lines that the layout had to part at the foot of a column', () => {
    const issue = makeIssue({ articles: [story(160)] });
    const page = issue.pages[0]!;
    const full = { ...issue, pages: [{ ...page, blocks: [...page.blocks, article(1, rect(0, 13, 4, 40), LEAD)] }] };
    const layout = fakeLayout(full);
    const remarks = [{ rule: 'lines-parted' as const, detail: '1' }];
    const parting = { ...layout, fit: (block: Block) => ({ ...layout.fit(block), remarks }) };
    expect(checkPage(full, 1, parting).map(({ rule }) => rule)).toEqual(['parted-lines']);
  });

  it('reports a paragraph that ends with a line of a single character, unless the paper does not mind', () => {
    const issue = makeIssue({ articles: [story(160)] });
    const page = issue.pages[0]!;
    const full = { ...issue, pages: [{ ...page, blocks: [...page.blocks, article(1, rect(0, 13, 4, 40), LEAD)] }] };
    const layout = fakeLayout(full);
    const remarks = [{ rule: 'single-character' as const, detail: '1' }];
    const single = { ...layout, fit: (block: Block) => ({ ...layout.fit(block), remarks }) };
    expect(checkPage(full, 1, single)).toEqual([{ rule: 'single-character', severity: 'error', blocks: ['b1'] }]);
    const lenient = { ...full, paper: { ...full.paper, arranging: { rulesOff: ['single-character' as const] } } };
    expect(checkPage(lenient, 1, single)).toEqual([]);
  });

  it('reports stories that want to be together but do not touch, and such as must not share a page', () => {
    const apart = [article(1, rect(0, 13, 4, 30), LEAD), article(2, rect(4, 60, 2, 25), { size: 20 })];
    expect(check(apart, 160, { together: ['a2'] })).toContain('wish b1 b2');
    const touching = [apart[0]!, article(2, rect(4, 20, 2, 25), { size: 20 })];
    expect(check(touching, 160, { together: ['a2'] })).toEqual([]);
    expect(check(touching, 160, { apart: ['a2'] })).toContain('wish b1 b2');
  });

  it('is silent about rules that the paper has switched off, except those that always hold', () => {
    const twins = [article(1, rect(0, 13, 2, 30)), article(2, rect(0, 44, 2, 30))];
    expect(check(twins, 160, {}, ['look-alike'])).toEqual([]);
    expect(check([article(1, rect(0, 13, 2, 8))], 900, {}, ['overset'])).toContain('overset b1');
  });
});
