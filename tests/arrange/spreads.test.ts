import { describe, expect, it } from 'vitest';
import { arrangePages } from '../../engine/arrange/index';
import { chainFaults } from '../../engine/issue/chain-faults';
import { type Article, type Block, chainOf, type Issue, type PhotoGroup } from '../../engine/issue/index';
import { fakeLayout } from './fake-layout';
import { makeIssue, story } from './material';

const OTHERS = Array.from({ length: 16 }, (_, at) => story(260 + 45 * at));

/** An issue of so many pages whose first story, of so many characters, wants two facing pages. */
function issueOf(pages: number, chars: number, first: Partial<Article> = {}, groups: Partial<PhotoGroup>[] = []): Issue {
  const photos = [
    { width: 3000, height: 2000 },
    { width: 3000, height: 2000 },
  ];
  const wish = story(chars, { spread: true, headline: ['一条河的十年'], photos: ['p1', 'p2'], ...first });
  return makeIssue({ pages, photos, groups, articles: [wish, ...OTHERS] });
}

function arranged(issue: Issue, numbers = issue.pages.map(({ number }) => number)) {
  const pages = [...arrangePages(issue, numbers, fakeLayout(issue), { seed: 0, proposals: 1 })];
  const { issue: after } = pages.at(-1)!;
  const rules = pages.flatMap(({ page, proposals }) => proposals[0]!.violations.map(({ rule }) => `${rule} ${page}`));
  return { pages, after, rules, parts: chainOf(after.pages, 'a1') };
}

function missed(rules: readonly string[]): string[] {
  return rules.filter((rule) => rule.startsWith('no-spread'));
}

describe('a story that wants two facing pages', () => {
  it('stands at the head of both, level and as wide as they are, with its headline over the fold', () => {
    const { after, pages, parts, rules } = arranged(issueOf(4, 2200));
    expect(parts.map(({ page }) => page)).toEqual([2, 3]);
    const [left, right] = parts.map(({ block }) => block) as [Block, Block];
    expect(left.content).toMatchObject({ kind: 'article', form: { across: true, size: 50, headRows: 9 } });
    expect(left.rect).toEqual(right.rect);
    expect(left.rect).toMatchObject({ column: 0, row: 3, columns: 6 });
    expect([left.locked, right.locked]).toEqual([false, false]);
    expect(missed(rules)).toEqual([]);
    expect(chainFaults(after)).toEqual([]);
    const fit = fakeLayout(after).fit(right, parts);
    expect(fit).toMatchObject({ oversetChars: 0 });
    expect(fit.emptyRows).toBeLessThan(2 * 6);
    for (const { proposals } of pages.slice(1, 3)) expect(proposals[0]!.fill).toBeGreaterThan(0.99);
    expect(rules.filter((rule) => /overlap|told-twice|lead-low|through-rule [23]/.test(rule))).toEqual([]);
  });

  it('sets its pictures beside the fold on both pages', () => {
    const { parts } = arranged(issueOf(4, 2200));
    const pictures = parts.map(({ block }) => (block.content as Extract<Block['content'], { kind: 'article' }>).form.pictures);
    expect(pictures.map((some) => some.map(({ photo }) => photo))).toEqual([['p1'], ['p2']]);
    const [one, other] = [pictures[0]![0]!, pictures[1]![0]!];
    expect([one.column + one.columns, other.column]).toEqual([6, 0]);
    expect([one.row, other.row]).toEqual([9, 9]);
  });

  it('takes the innermost sheet of more pages, or the pair of the page that it asks for', () => {
    expect(arranged(issueOf(8, 2200)).parts.map(({ page }) => page)).toEqual([4, 5]);
    expect(arranged(issueOf(8, 2200, { page: 7 })).parts.map(({ page }) => page)).toEqual([6, 7]);
  });

  it('is told of where it cannot: on page 1, with one of the pages alone, with too little or too much text', () => {
    expect(missed(arranged(issueOf(4, 2200, { page: 1 })).rules)).toEqual(['no-spread 1']);
    expect(missed(arranged(issueOf(4, 2200, { page: 2 }), [2]).rules)).toEqual(['no-spread 2']);
    for (const chars of [60, 12_000]) {
      const { parts, rules } = arranged(issueOf(4, chars, { page: 2, photos: [] }));
      expect(parts.length).toBeLessThanOrEqual(1);
      expect(missed(rules).length).toBe(parts.length);
    }
  });

  it('leaves locked blocks where they are, and takes other pages when they stand in its way', () => {
    const issue = issueOf(8, 2200, {}, [{}]);
    const locked: Block = {
      id: 'g',
      content: { kind: 'group', group: 'g1' },
      rect: { column: 0, row: 3, columns: 6, rows: 30 },
      cuts: [],
      locked: true,
    };
    const pages = issue.pages.map((page) => (page.number === 5 ? { ...page, blocks: [...page.blocks, locked] } : page));
    const { after, parts } = arranged({ ...issue, pages });
    expect(parts.map(({ page }) => page)).toEqual([2, 3]);
    expect(after.pages[4]!.blocks).toContainEqual(locked);
  });

  it('stays when one of its pages is arranged again, and is planned anew with both', () => {
    const once = arranged(issueOf(4, 2200)).after;
    const again = arranged(once, [3]);
    expect(again.parts.map(({ block }) => block.rect)).toEqual(chainOf(once.pages, 'a1').map(({ block }) => block.rect));
    expect(missed(again.rules)).toEqual([]);
    const shorter = { ...once, articles: once.articles.map((one) => (one.id === 'a1' ? { ...one, ...story(1400) } : one)) };
    const anew = arranged(shorter);
    expect(anew.parts.map(({ page }) => page)).toEqual([2, 3]);
    expect(anew.parts[1]!.block.rect.rows).toBeLessThan(again.parts[1]!.block.rect.rows);
  });
});
