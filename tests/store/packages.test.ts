import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { renewed } from '../../engine/issue/old-forms';
import type { Article, Block, Issue } from '../../engine/issue/types';
import { readIssue } from '../../engine/issue/validate';
import { noteVersions } from '../../engine/issue/versions';
import { addAsset, createIssue, openIssue, saveIssue } from '../../engine/store';
import { contentHash } from '../../engine/store/assets';
import { assemble, packPart, type Rule } from '../../engine/store/packages';
import { shortHash } from '../../engine/store/version-file';
import { article, smallIssue } from '../issue/small-issue';
import { form as articleForm } from '../layout/support';
import { temporaryFolder } from './temporary-folder';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const byRule = (rule?: Rule) => ({ ruleOf: () => rule, faces: [] });
const documentOf = (folder: string) => readFileSync(join(folder, 'issue.json'), 'utf8');

function holding(id: string, articleId: string, row: number): Block {
  const form = articleForm({ head: 'single', deck: false });
  return {
    id,
    content: { kind: 'article', article: articleId, form },
    rect: { column: 0, row, columns: 6, rows: 5 },
    cuts: [],
    locked: false,
  };
}

/** An issue of four pages with a photograph that is there, in a folder. */
async function newIssue(folder: string): Promise<void> {
  const pages = [1, 2, 3, 4].map((number) => ({ number, section: '要闻', blocks: [] }));
  await createIssue(folder, { ...smallIssue, pages });
  const { asset } = await addAsset(folder, bytesOf('光'), 'jpg');
  await saveIssue(folder, { ...smallIssue, pages, photos: [{ ...smallIssue.photos[0]!, asset }] });
}

async function change(folder: string, work: (issue: Issue) => Issue): Promise<void> {
  await saveIssue(folder, work(await openIssue(folder)));
}

/** A new article with the desk's next id, alone on a page. */
const withStory =
  (page: number, headline: string, id = 'a3') =>
  (issue: Issue): Issue => ({
    ...issue,
    articles: [...issue.articles, article(id, headline)],
    pages: issue.pages.map((one) => (one.number === page ? { ...one, blocks: [holding(`b-${id}`, id, 0)] } : one)),
  });

const withHeadline =
  (id: string, headline: string) =>
  (issue: Issue): Issue => ({
    ...issue,
    articles: issue.articles.map((one): Article => (one.id === id ? { ...one, headline: [headline] } : one)),
  });

async function desksOf(names: readonly string[]): Promise<{ home: string; main: string; desks: string[] }> {
  const home = temporaryFolder();
  const main = join(home, 'main.banxin');
  await newIssue(main);
  const desks = names.map((name) => join(home, `${name}.banxin`));
  for (const desk of desks) await cp(main, desk, { recursive: true });
  return { home, main, desks };
}

async function packed(folder: string, part: Parameters<typeof packPart>[1], name: string): Promise<string> {
  const file = join(folder, '..', `${name}.banxinpage`);
  writeFileSync(file, (await packPart(folder, part)).bytes);
  return file;
}

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
}, 60_000);

describe('a package that is', () => {
  type Members = Record<string, Uint8Array>;

  async function sound(): Promise<{ main: string; file: string; members: Members }> {
    const { main, desks } = await desksOf(['east']);
    await change(desks[0]!, withStory(2, '东街'));
    await change(desks[0]!, (issue) => ({ ...issue, groups: issue.groups.map((group) => ({ ...group, page: 2 })) }));
    const file = await packed(desks[0]!, { page: 2 }, 'p2');
    return { main, file, members: unzipSync(readFileSync(file)) };
  }

  async function refusal(main: string, file: string): Promise<string> {
    const before = [documentOf(main), statSync(join(main, 'assets')).mtimeMs];
    const code = await assemble(main, [file], byRule('theirs')).then(
      () => 'taken',
      (error: { code: string }) => error.code,
    );
    expect([documentOf(main), statSync(join(main, 'assets')).mtimeMs]).toEqual(before);
    return code;
  }

  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const forgeries: Readonly<Record<string, (members: Members) => Members>> = {
    'without its sums': ({ 'package.json': _, ...rest }) => rest,
    'without its content': ({ 'content.json': _, ...rest }) => rest,
    'with a path that leads out': (members) => ({ ...members, '../../evil.sh': bytesOf('x') }),
    'with a hidden path': (members) => ({ ...members, '.lock': bytesOf('x') }),
    'with a stranger': (members) => ({ ...members, 'assets/readme.txt': bytesOf('x') }),
    'with another photograph': (members) => mapped(members, (name, bytes) => (name.startsWith('assets') ? bytesOf('云') : bytes)),
    'with other content': (members) =>
      mapped(members, (name, bytes) => (name === 'content.json' ? bytesOf(text(bytes).replace('东街', '西街')) : bytes)),
    'no JSON': (members) => ({ ...members, 'package.json': bytesOf('{') }),
    'deep JSON': (members) => ({ ...members, 'package.json': bytesOf('['.repeat(500_000)) }),
    'with a prototype': (members) => ({ ...members, 'package.json': bytesOf('{"__proto__":{"format":"banxin-package"}}') }),
  };

  function mapped(members: Members, change: (name: string, bytes: Uint8Array) => Uint8Array): Members {
    return Object.fromEntries(Object.entries(members).map(([name, bytes]) => [name, change(name, bytes)]));
  }

  test.each(Object.keys(forgeries))('%s is refused whole', async (name) => {
    const { main, file, members } = await sound();
    writeFileSync(file, zipSync(forgeries[name]!(members)));
    expect(await refusal(main, file)).toBe('store.packageBroken');
    expect(existsSync(join(main, '..', 'evil.sh'))).toBe(false);
  });

  test('of a newer program, and a bomb', async () => {
    const { main, file, members } = await sound();
    const newer = text(members['package.json']!).replace('"version": 1', '"version": 2');
    writeFileSync(file, zipSync({ ...members, 'package.json': bytesOf(newer) }));
    expect(await refusal(main, file)).toBe('store.packageNewer');
    writeFileSync(
      file,
      zipSync({ ...members, [Object.keys(members).find((name) => name.startsWith('assets'))!]: new Uint8Array(50_000_000) }),
    );
    expect(await refusal(main, file)).toBe('store.packageBroken');
  });

  /** With sums that fit, as a forger makes them. */
  function sealed(members: Members, content: Uint8Array): Uint8Array {
    const all: Members = { ...members, 'content.json': content };
    const { 'package.json': _, ...rest } = all;
    const files = Object.entries(rest).map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: contentHash(bytes) }));
    const sums = { format: 'banxin-package', version: 1, files, seal: contentHash(JSON.stringify(files)) };
    return zipSync({ 'package.json': bytesOf(JSON.stringify(sums)), ...rest });
  }

  test('forged with sums that fit is refused, or is a sound issue', async () => {
    const { main, file, members } = await sound();
    const content = text(members['content.json']!);
    const places = [...content.matchAll(/: ("[^"]*"|\d+|\[\]|true|false)/g)];
    const values = ['null', '-1', '1e9', '"../../x"', '[]', '{}', '""', '"p-0000000000000000"', '{"__proto__":1}'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), fc.constantFrom(...values), async ({ index, 0: found }, value) => {
        const forged = `${content.slice(0, index)}: ${value}${content.slice(index + found.length)}`;
        writeFileSync(file, sealed(members, bytesOf(forged)));
        const outcome = await assemble(main, [file], byRule()).catch((error: { code?: string }) => error.code);
        if (typeof outcome === 'object') await openIssue(main);
        else expect(['store.packageBroken', 'store.packageOther']).toContain(outcome);
      }),
      { numRuns: 200 },
    );
  });

  test('cut or changed anywhere is refused or read as it was', async () => {
    const { main, file } = await sound();
    const whole = readFileSync(file);
    for (let at = 0; at < 60; at++) {
      const place = Math.floor((at * whole.length) / 60);
      writeFileSync(file, whole.subarray(0, place));
      expect(await refusal(main, file)).toMatch(/^store\.(packageBroken|zipDamaged)$/);
    }
    const copy = join(main, '..', 'other.banxin');
    await cp(main, copy, { recursive: true, preserveTimestamps: true });
    writeFileSync(file, whole);
    await assemble(copy, [file], byRule());
    for (let at = 0; at < 60; at++) {
      const changed = Buffer.from(whole);
      changed[Math.floor(((at + 0.5) * whole.length) / 60)]! ^= 0x11;
      writeFileSync(file, changed);
      const outcome = await assemble(main, [file], byRule()).catch((error: { code: string }) => error.code);
      if (typeof outcome === 'string') expect(outcome).toBe('store.packageBroken');
      else expect(documentOf(main)).toBe(documentOf(copy));
    }
  });

  test('of another issue, of another format, or of a page that is not there', async () => {
    const { main, file } = await sound();
    await change(main, (issue) => ({ ...issue, pages: issue.pages.slice(0, 1) }));
    expect(await refusal(main, file)).toBe('store.packagePage');
    await change(main, (issue) => ({ ...issue, spec: { ...issue.spec, rows: issue.spec.rows - 1 } }));
    expect(await refusal(main, file)).toBe('store.packageOther');
    await change(main, (issue) => ({ ...issue, spec: smallIssue.spec, number: 99 }));
    expect(await refusal(main, file)).toBe('store.packageOther');
  });
});

test('a part that is not there is no package', async () => {
  const folder = join(temporaryFolder(), 'a.banxin');
  await newIssue(folder);
  await expect(packPart(folder, { page: 5 })).rejects.toMatchObject({ code: 'store.noPage' });
  await expect(packPart(folder, { articles: ['a1', 'a9'] })).rejects.toMatchObject({ code: 'store.noArticle' });
});
