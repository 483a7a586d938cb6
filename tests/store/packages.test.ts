import { readFileSync, utimesSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renewed } from '../../engine/issue/old-forms';
import type { Block } from '../../engine/issue/types';
import { readIssue } from '../../engine/issue/validate';
import { noteVersions } from '../../engine/issue/versions';
import { addAsset, createIssue, openIssue } from '../../engine/store';
import { assemble, packPart, type Rule } from '../../engine/store/packages';
import { shortHash } from '../../engine/store/version-file';
import { smallIssue } from '../issue/small-issue';
import { form as articleForm } from '../layout/support';
import { byRule, bytesOf, change, desksOf, documentOf, holding, newIssue, packed, withHeadline, withStory } from './desks';
import { temporaryFolder } from './temporary-folder';

test('a page that was recorded when a tint was one of the boxes is still the version that it was', () => {
  const block = holding('b1', 'a1', 0);
  const tinted = { ...block, content: { ...block.content, form: articleForm({ tint: true }) } } as Block;
  const today = readIssue({ ...smallIssue, pages: [{ number: 1, section: '要闻', blocks: [tinted] }] });
  const old = JSON.parse(JSON.stringify(today).replace('"box":"none","tint":true', '"box":"tint"'));
  expect(old).not.toEqual(today);
  const recorded = noteVersions(old, new Map(), 1, shortHash);
  expect(noteVersions(readIssue(renewed(old)), recorded, 2, shortHash)).toBe(recorded);
  const lined = { ...tinted, content: { ...block.content, form: articleForm({ tint: true, box: 'outline' }) } } as Block;
  const both = { ...today, pages: [{ ...today.pages[0]!, blocks: [lined] }] };
  expect(noteVersions(both, recorded, 2, shortHash)).not.toBe(recorded);
});

describe('pages of several desks', () => {
  test('come into the issue with their articles, though every desk numbers its own a3', async () => {
    const { main, desks } = await desksOf(['east', 'west']);
    await change(desks[0]!, withStory(2, '东街'));
    await change(desks[1]!, withStory(3, '西街'));
    const files = [await packed(desks[0]!, { page: 2 }, 'p2'), await packed(desks[1]!, { page: 3 }, 'p3')];
    const { conflicts, changed } = await assemble(main, files, byRule());
    expect({ conflicts, changed }).toEqual({ conflicts: [], changed: true });
    const { articles, pages } = await openIssue(main);
    expect(articles.map(({ headline }) => headline[0])).toEqual(['河堤添绿', '夜市开张', '东街', '西街']);
    const standing = pages.map(({ blocks }) => blocks.map(({ content }) => content.kind === 'article' && content.article));
    expect(standing).toEqual([[], [articles[2]!.id], [articles[3]!.id], []]);
    const before = documentOf(main);
    expect((await assemble(main, files, byRule())).changed).toBe(false);
    expect(documentOf(main)).toBe(before);
  });

  test('go back and forth: what a desk has not seen is a conflict, what follows it is none', async () => {
    const { main, desks } = await desksOf(['east']);
    const east = desks[0]!;
    await change(east, withHeadline('a1', '东桌改题'));
    const first = await packed(east, { articles: ['a1'] }, 'first');
    expect((await assemble(main, [first], byRule())).replaced).toEqual(['article:a1']);
    await change(main, withHeadline('a1', '总编再改'));
    await change(east, withHeadline('a1', '东桌三改'));
    const second = await packed(east, { articles: ['a1'] }, 'second');
    const before = documentOf(main);
    const { conflicts } = await assemble(main, [second], byRule());
    expect(conflicts).toMatchObject([
      { unit: 'article:a1', ours: { headline: ['总编再改'] }, theirs: { headline: ['东桌三改'] } },
    ]);
    expect(documentOf(main)).toBe(before);
    await assemble(main, [second], { ruleOf: (unit) => (unit === 'article:a1' ? 'ours' : undefined), faces: [] });
    expect((await openIssue(main)).articles[0]!.headline).toEqual(['总编再改']);
    const back = await packed(main, { articles: ['a1'] }, 'back');
    expect((await assemble(east, [back], byRule())).conflicts).toEqual([]);
    expect((await openIssue(east)).articles[0]!.headline).toEqual(['总编再改']);
  });

  test.each([
    ['ours', '总编'],
    ['theirs', '东桌'],
    ['newer', '东桌'],
  ] as const)('rule %s', async (rule, expected) => {
    const { main, desks } = await desksOf(['east']);
    await change(main, withHeadline('a1', '总编'));
    utimesSync(join(main, 'issue.json'), 1_000_000_000, 1_000_000_000);
    await change(desks[0]!, withHeadline('a1', '东桌'));
    await assemble(main, [await packed(desks[0]!, { articles: ['a1'] }, 'a1')], byRule(rule));
    expect((await openIssue(main)).articles[0]!.headline).toEqual([expected]);
  });

  test('an issue saved under another name stays the same issue for packages', async () => {
    const { home, main } = await desksOf([]);
    const copy = join(home, 'copy.banxin');
    await createIssue(copy, { ...(await openIssue(main)), photos: [], groups: [] }, main);
    await change(copy, withHeadline('a1', '另存后改题'));
    const { replaced, added } = await assemble(main, [await packed(copy, { articles: ['a1'] }, 'a1')], byRule());
    expect({ replaced, added }).toEqual({ replaced: ['article:a1'], added: [] });
  });

  test('the paper’s style follows no package unless it is asked to', async () => {
    const { main, desks } = await desksOf(['east']);
    await change(desks[0]!, (issue) => ({ ...issue, paper: { ...issue.paper, accent: { c: 1, m: 0, y: 0, k: 0 } } }));
    const file = await packed(desks[0]!, { page: 2 }, 'p2');
    expect((await assemble(main, [file], byRule())).conflicts.map(({ unit }) => unit)).toEqual(['paper']);
    await assemble(main, [file], byRule('ours'));
    expect((await openIssue(main)).paper).toEqual(smallIssue.paper);
    await change(desks[0]!, withHeadline('a1', '又改'));
    const next = await packed(desks[0]!, { articles: ['a1'] }, 'a1');
    await assemble(main, [next], byRule('theirs'));
    expect((await openIssue(main)).articles[0]!.headline).toEqual(['又改']);
  });

  test('a photograph comes along, and one page gives the same bytes every time', async () => {
    const { home, main, desks } = await desksOf(['east']);
    const { asset } = await addAsset(desks[0]!, bytesOf('影'), 'png');
    await change(desks[0]!, (issue) => {
      const story = withStory(2, '有图')(issue);
      const photos = [...story.photos, { ...story.photos[0]!, id: 'p2', asset }];
      return { ...story, photos, articles: story.articles.map((one) => (one.id === 'a3' ? { ...one, photos: ['p2'] } : one)) };
    });
    const file = await packed(desks[0]!, { page: 2 }, 'p2');
    await cp(desks[0]!, join(home, 'copy.banxin'), { recursive: true });
    expect((await packPart(join(home, 'copy.banxin'), { page: 2 })).bytes).toEqual(new Uint8Array(readFileSync(file)));
    await assemble(main, [file], byRule());
    expect(readFileSync(join(main, 'assets', asset), 'utf8')).toBe('影');
  });
});

describe('twenty packages of four desks give the same issue in every order, with repeats', () => {
  const ROUNDS = 5;

  /** Merges all, some twice, in two parts, in random orders. */
  async function sameInEveryOrder(main: string, files: readonly string[], rule?: Rule): Promise<void> {
    const orders = fc.shuffledSubarray([...files, ...files], { minLength: 2 * files.length });
    const cut = fc.integer({ min: 1, max: 2 * files.length - 1 });
    let [trial, expected] = [0, ''];
    await fc.assert(
      fc.asyncProperty(orders, cut, async (order, at) => {
        const folder = `${main}-${rule}-${trial++}`;
        await cp(main, folder, { recursive: true, preserveTimestamps: true });
        for (const part of [order.slice(0, at), order.slice(at)]) {
          expect((await assemble(folder, part, byRule(rule))).conflicts).toEqual([]);
        }
        expected ||= documentOf(folder);
        expect(documentOf(folder)).toBe(expected);
      }),
      { numRuns: 8 },
    );
    expect(expected).not.toBe(documentOf(main));
  }

  test('each desk with its own page, without a rule', async () => {
    const { main, desks } = await desksOf(['east', 'west', 'south', 'north']);
    const files: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (const [index, desk] of desks.entries()) {
        await change(desk, round === 0 ? withStory(index + 1, `稿${index}`) : withHeadline('a3', `稿${index}第${round % 3}次`));
        files.push(await packed(desk, { page: index + 1 }, `${index}-${round}`));
      }
    }
    await sameInEveryOrder(main, files);
  });

  test('all at the same pages and articles, forth and back, under every rule', async () => {
    const { main, desks } = await desksOf(['east', 'west', 'south', 'north']);
    const files: string[] = [];
    const headline = (index: number, round: number) => (round < 4 ? `稿${index}第${round}次` : '河堤添绿');
    for (let round = 0; round < ROUNDS; round++) {
      for (const [index, desk] of desks.entries()) {
        await change(desk, round === 0 ? withStory(2 + (index % 2), `稿${index}`) : withHeadline('a1', headline(index, round)));
        files.push(await packed(desk, round < 2 ? { page: 2 + (index % 2) } : { articles: ['a1', 'a3'] }, `${index}-${round}`));
      }
    }
    await change(main, withHeadline('a1', '总编改过'));
    for (const rule of ['ours', 'theirs', 'newer'] as const) await sameInEveryOrder(main, files, rule);
  });
});

test('a part that is not there is no package', async () => {
  const folder = join(temporaryFolder(), 'a.banxin');
  await newIssue(folder);
  await expect(packPart(folder, { page: 5 })).rejects.toMatchObject({ code: 'store.noPage' });
  await expect(packPart(folder, { articles: ['a1', 'a9'] })).rejects.toMatchObject({ code: 'store.noArticle' });
});
