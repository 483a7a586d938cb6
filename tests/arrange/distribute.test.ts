import { describe, expect, it } from 'vitest';
import { distribute, type PageContent } from '../../engine/arrange/index';
import type { Article, Block, Issue } from '../../engine/issue/types';
import { fakeLayout } from './fake-layout';
import { makeIssue, story } from './material';

function spread(issue: Issue, pages = issue.pages.map(({ number }) => number)): PageContent[] {
  const contents = distribute(issue, fakeLayout(issue), pages);
  return pages.map((page) => contents.get(page)!);
}

function ids(content: PageContent | undefined): string[] {
  return [...content!.articles.map(({ id }) => id), ...content!.briefs].sort();
}

describe('distribute', () => {
  it('puts everything on the pages asked for', () => {
    const issue = makeIssue({
      pages: 3,
      articles: [story(900, { page: 2 }), story(300, { page: 3 }), story(500, { page: 2 })],
      groups: [{ page: 3 }],
    });
    const pages = spread(issue);
    expect(pages.map(ids)).toEqual([[], ['a1', 'a3'], ['a2']]);
    expect(pages[2]!.groups).toEqual(['g1']);
  });

  it('puts stories on pages of their section', () => {
    const issue = makeIssue({ pages: 3, articles: [story(900), story(300, { section: '文艺' }), story(500)] });
    const pages = issue.pages.map((page) => (page.number === 3 ? { ...page, section: '文艺' } : page));
    expect(ids(spread({ ...issue, pages })[2])).toContain('a2');
  });

  it('keeps apart what must not share a page, and puts together what wants to', () => {
    const articles = [story(2500), story(2400), story(700, { apart: ['a1'] }), story(650, { together: ['a3'] }), story(600)];
    const pages = spread(makeIssue({ pages: 2, articles }));
    const pageOf = (id: string) => pages.findIndex((page) => ids(page).includes(id));
    expect(pageOf('a3')).not.toBe(pageOf('a1'));
    expect(pageOf('a4')).toBe(pageOf('a3'));
  });

  it('leaves fillers in the stock', () => {
    const issue = makeIssue({ articles: [story(900), story(300, { filler: true })], advertisements: [{ filler: true }] });
    const [content] = spread(issue);
    expect(ids(content)).toEqual(['a1']);
    expect(content!.advertisements).toEqual([]);
  });

  it('loses nothing and doubles nothing', () => {
    const issue = makeIssue({
      pages: 4,
      articles: Array.from({ length: 17 }, (_, index) => story(90 + index * 70)),
      notices: [{}, {}],
      advertisements: [{}],
    });
    const pages = spread(issue);
    expect(pages.flatMap(ids).sort()).toEqual(issue.articles.map(({ id }) => id).sort());
    expect(pages.flatMap(({ notices }) => notices).sort()).toEqual(['n1', 'n2']);
    expect(pages.flatMap(({ advertisements }) => advertisements)).toEqual(['d1']);
  });

  it('gives the front page the most important story and every page one lead', () => {
    const issue = makeIssue({ pages: 2, articles: [story(1400), story(300, { weight: 'lead' }), story(1200), story(1300)] });
    const leads = spread(issue).map(({ articles }) => articles.filter(({ rank }) => rank === 'lead').map(({ id }) => id));
    expect(leads[0]).toEqual(['a2']);
    expect(leads[1]).toHaveLength(1);
  });

  it('leaves pages empty that the material does not reach', () => {
    const pages = spread(makeIssue({ pages: 4, articles: [story(800), story(400)] }));
    expect(ids(pages[0])).toEqual(['a1', 'a2']);
    expect(pages.slice(1).flatMap(ids)).toEqual([]);
  });

  it('keeps short news together, in the order of the issue', () => {
    const issue = makeIssue({ pages: 3, articles: [story(80), story(1300), story(1200), story(90), story(1100), story(60)] });
    const briefs = spread(issue).map((content) => content.briefs);
    expect(briefs.filter((list) => list.length > 0)).toEqual([['a1', 'a4', 'a6']]);
  });

  it('takes no poem for news in brief, however short', () => {
    const lines = ['春水', '绿', '了'].map((text): Article['paragraphs'][number] => ({
      runs: [{ text, form: 'plain' }],
      verse: true,
    }));
    const issue = makeIssue({ articles: [story(900), story(80), story(90), { paragraphs: lines }] });
    expect(spread(issue).flatMap(({ briefs }) => briefs)).toEqual(['a2', 'a3']);
  });

  it('keeps what is locked on a page out of the material', () => {
    const issue = makeIssue({ articles: [story(800), story(400)], notices: [{}] });
    const locked: Block = {
      id: 'kept',
      content: { kind: 'notice', notice: 'n1' },
      rect: { column: 0, row: 70, columns: 2, rows: 10 },
      cuts: [],
      locked: true,
    };
    const page = issue.pages[0]!;
    const [content] = spread({ ...issue, pages: [{ ...page, blocks: [...page.blocks, locked] }] });
    expect(content!.notices).toEqual([]);
  });

  it('makes no second lead beside a locked one', () => {
    const issue = makeIssue({ articles: [story(900), story(800), story(400)] });
    const form = {
      head: 'lead',
      size: 44,
      lines: ['头条'],
      headRows: 10,
      headColumns: 0,
      deck: false,
      pictures: [],
      box: 'none',
      textColumns: 0,
    } as const;
    const rect = { column: 0, row: 13, columns: 6, rows: 30 };
    const locked: Block = { id: 'kept', content: { kind: 'article', article: 'a2', form }, rect, cuts: [], locked: true };
    const page = issue.pages[0]!;
    const [content] = spread({ ...issue, pages: [{ ...page, blocks: [...page.blocks, locked] }] });
    expect(content!.articles).toEqual([
      { id: 'a1', rank: 'major' },
      { id: 'a3', rank: 'normal' },
    ]);
  });

  it('arranging one page takes what it has and what fits, nothing that another page asked for', () => {
    const issue = makeIssue({ pages: 2, articles: [story(700), story(600, { page: 2 }), story(9000), story(500, { page: 1 })] });
    expect(ids(spread(issue, [1])[0])).toEqual(['a1', 'a4']);
  });

  it('fills all pages alike with many stories and gathers the short news', () => {
    const sizes = Array.from({ length: 60 }, (_, index) => 60 + ((index * 131) % 340));
    const pages = spread(makeIssue({ pages: 4, articles: sizes.map((chars) => story(chars)) }));
    const lines = pages.map((content) => ids(content).reduce((sum, id) => sum + sizes[Number(id.slice(1)) - 1]! / 11, 0));
    expect(Math.min(...lines)).toBeGreaterThan(0.7 * Math.max(...lines));
    expect(pages.filter(({ briefs }) => briefs.length > 0)).toHaveLength(1);
    expect(pages.flatMap(({ articles }) => articles).filter(({ rank }) => rank === 'brief')).toEqual([]);
  });

  it('passes stories that a page had no room for to a later page that has, but none that asked for its page', () => {
    const issue = makeIssue({ pages: 2, articles: [story(700), story(600), story(500, { page: 1 })] });
    const distribution = distribute(issue, fakeLayout(issue), [1, 2]);
    expect(ids(distribution.get(2))).toEqual([]);
    expect(distribution.passOn(1, ['a2', 'a3'])).toEqual(['a2']);
    expect(ids(distribution.get(2))).toEqual(['a2']);
    expect(distribution.passOn(2, ['a2'])).toEqual([]);
  });

  it('passes nothing on to a page that is full', () => {
    const issue = makeIssue({ pages: 2, articles: Array.from({ length: 12 }, () => story(900)) });
    const distribution = distribute(issue, fakeLayout(issue), [1, 2]);
    const [first] = ids(distribution.get(1));
    expect(distribution.passOn(1, [first!])).toEqual([]);
  });
});
