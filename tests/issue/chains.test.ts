import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Block, chainOf, type GridRect, type Issue, jumpPages, placeInChain, readIssue } from '../../engine/issue';
import { chainFaults } from '../../engine/issue/chain-faults';
import { extractPage } from '../../engine/issue/extract';
import { mergePackage } from '../../engine/issue/merge';
import { noteVersions } from '../../engine/issue/versions';
import { article, smallIssue } from './small-issue';

const FORM = { pictures: [], box: 'none', textColumns: 0 } as const;
const HEADED = { ...FORM, head: 'second', size: 0, lines: [], headRows: 0, headColumns: 0, deck: true } as const;

const at = (column: number, row: number, columns = 2, rows = 10): GridRect => ({ column, row, columns, rows });

function told(id: string, rect: GridRect, across = false): Block {
  return {
    id,
    content: { kind: 'article', article: 'a1', form: { ...HEADED, ...(across && { across }) } },
    rect,
    cuts: [],
    locked: false,
  };
}

function further(id: string, part: number, rect: GridRect, of = 'a1'): Block {
  return { id, content: { kind: 'continuation', article: of, part, form: FORM }, rect, cuts: [], locked: false };
}

/** Pages with these blocks alone. */
function issueOf(pages: readonly (readonly Block[])[], more: Partial<Issue> = {}): Issue {
  return { ...smallIssue, ...more, pages: pages.map((blocks, index) => ({ number: index + 1, section: '', blocks })) };
}

const faults = (issue: Issue) => chainFaults(issue).map(({ rule, page, blocks }) => `${rule} ${page} ${blocks.join(' ')}`);
const JUMPS = { paper: { ...smallIssue.paper, arranging: { jumps: true } } };

describe('the parts of a story', () => {
  test('follow each other by their numbers, whatever page lists them first', () => {
    const { pages } = issueOf([
      [further('c3', 3, at(4, 0)), told('b', at(0, 0)), told('twice', at(0, 40))],
      [further('c2', 2, at(0, 5))],
    ]);
    const parts = chainOf(pages, 'a1');
    expect(parts.map(({ block, page }) => `${page} ${block.id}`)).toEqual(['1 b', '2 c2', '1 c3']);
    expect(chainOf(pages, 'a1')).toBe(parts);
    expect(chainOf(pages, 'a2')).toEqual([]);
  });

  test('know a block in another shape, and a block that is none of them as alone', () => {
    const { pages } = issueOf([[told('b', at(0, 0)), further('c2', 2, at(2, 0))]]);
    const wider = further('c2', 2, at(2, 0, 4));
    const place = placeInChain(chainOf(pages, 'a1'), wider);
    expect(place.parts[place.at]).toEqual({ block: wider, page: 1 });
    expect(placeInChain(chainOf(pages, 'a1'), told('new', at(0, 50))).parts).toHaveLength(1);
  });

  test('are read from a file, and a continuation is never the first part', () => {
    const issue = issueOf([[told('b', at(0, 0), true)], [further('c2', 2, at(0, 5))]]);
    expect(readIssue(JSON.parse(JSON.stringify(issue)))).toEqual(issue);
    expect(() => readIssue(issueOf([[further('c', 1, at(0, 0))]]))).toThrow('part');
    expect(() => readIssue(issueOf([[further('c', 2, at(0, 0), 'gone')]]))).toThrow('article');
  });

  test('meet again when their pages come from two desks', () => {
    const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
    const whole = issueOf([[told('b', at(0, 0))], [further('c2', 2, at(0, 5))]]);
    const theirs = noteVersions(whole, new Map(), 1, hash);
    const ours = issueOf([[], []], { articles: [], photos: [], groups: [] });
    let base = { issue: ours, versions: noteVersions(ours, new Map(), 1, hash) };
    for (const page of [2, 1]) base = mergePackage(base, extractPage(whole, theirs, page), () => undefined);
    const [only] = base.issue.articles.filter(({ headline }) => headline[0] === whole.articles[0]!.headline[0]);
    expect(chainOf(base.issue.pages, only!.id).map(({ page }) => page)).toEqual([1, 2]);
    expect(chainFaults({ ...base.issue, ...JUMPS })).toEqual([]);
  });
});

describe('faults of stories that go on', () => {
  test('are none where a reader meets the parts in order', () => {
    const beside = further('c2', 2, at(2, 0));
    const below = further('c3', 3, at(0, 30));
    expect(faults(issueOf([[told('b', at(0, 10)), beside, below]]))).toEqual([]);
    expect(faults(issueOf([[told('b', at(4, 0)), further('c2', 2, at(0, 0))]]))).toEqual(['broken-chain 1 c2']);
    expect(faults(issueOf([[told('b', at(0, 20)), further('c2', 2, at(0, 5))]]))).toEqual(['broken-chain 1 c2']);
  });

  test('are continuations without a beginning or on an earlier page', () => {
    expect(faults(issueOf([[further('c2', 2, at(0, 0))]]))).toEqual(['broken-chain 1 c2']);
    expect(faults(issueOf([[further('c2', 2, at(0, 0))], [told('b', at(0, 0))]], JUMPS))).toEqual(['broken-chain 1 c2']);
  });

  test('are stories told twice, in briefs as well', () => {
    const briefs: Block = { ...told('s', at(2, 0)), content: { kind: 'briefs', label: '简讯', articles: ['a2', 'a1'] } };
    expect(faults(issueOf([[told('b', at(0, 0))], [briefs]]))).toEqual(['told-twice 1 b', 'told-twice 2 s']);
  });

  test('are jumps where the paper wants none, but a spread is no jump', () => {
    const pages = [[told('b', at(0, 0))], [further('c2', 2, at(0, 0))]];
    expect(faults(issueOf(pages))).toEqual(['jump 2 c2']);
    expect(faults(issueOf(pages, JUMPS))).toEqual([]);
    expect(faults(issueOf([[], [told('b', at(4, 0), true)], [further('c2', 2, at(0, 0))]]))).toEqual([]);
  });

  test('are jump lines of the manuscript to a page where nothing of the story stands', () => {
    const jumping = (jump: string) => ({ articles: [{ ...article('a1', '河堤'), jump }, article('a2', '渡口')], ...JUMPS });
    expect(jumpPages({ jump: '（下转第１０版）' })).toEqual([10]);
    expect(jumpPages({ jump: '（下转十二版、相关报道见3版）' })).toEqual([12]);
    expect(faults(issueOf([[told('b', at(0, 0))]], jumping('（下转3版）')))).toEqual(['broken-chain 1 b']);
    expect(faults(issueOf([[told('b', at(0, 0))]], jumping('（相关报道见3版）')))).toEqual([]);
    const goesOn = [[told('b', at(0, 0))], [further('c2', 2, at(0, 0))]];
    expect(faults(issueOf(goesOn, jumping('（下转3版）')))).toEqual([]);
  });
});
