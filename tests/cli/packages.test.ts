import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Issue } from '../../engine/issue/types';
import { temporaryFolder } from '../store/temporary-folder';
import { banxin } from './fake-io';

const documentOf = (folder: string): Issue => JSON.parse(readFileSync(join(folder, 'issue.json'), 'utf8'));

/** As an editor does it with another program. */
function rewrite(folder: string, headline: string): void {
  const issue = documentOf(folder);
  const articles = issue.articles.map((article) => ({ ...article, headline: [headline] }));
  writeFileSync(join(folder, 'issue.json'), JSON.stringify({ ...issue, articles }));
}

async function newIssue(home: string, name: string, headline: string): Promise<string> {
  const folder = join(home, `${name}.banxin`);
  const file = join(home, `${name}.txt`);
  writeFileSync(file, `${headline}\n\n本报讯（通讯员 程远）${'昨天，河边的路修好了。'.repeat(8)}\n`);
  expect((await banxin(['new', folder, '--template', 'sikai', '--pages', '2', '--date', '2026-03-10'])).exit).toBe(0);
  expect((await banxin(['import', folder, file])).exit).toBe(0);
  return folder;
}

test('a page made at a desk of its own comes into the issue', async () => {
  const home = temporaryFolder();
  const main = await newIssue(home, 'main', '河边修路');
  const desk = await newIssue(home, 'desk', '东街点灯');
  expect((await banxin(['arrange', desk, '--page', '2'])).exit).toBe(0);
  const out = join(home, 'out');
  mkdirSync(out);
  const packed = await banxin(['pack', desk, '--page', '2', '-o', out, '--json']);
  const file = join(out, 'desk-p2.banxinpage');
  expect(JSON.parse(packed.out)).toMatchObject({ file, page: 2, articles: 1, photos: 0 });
  expect((await banxin(['pack', desk, '--page', '2', '-o', out])).exit).toBe(1);
  expect(await banxin(['assemble', main, file])).toMatchObject({ exit: 0, out: expect.stringContaining('已把 1 个版包并入') });
  const { articles, pages } = documentOf(main);
  expect(articles.map(({ headline }) => headline.join(''))).toEqual(['河边修路', '东街点灯']);
  expect(JSON.stringify(pages[1])).toContain(articles[1]!.id);
  expect(await banxin(['assemble', main, file, file])).toMatchObject({ exit: 0, out: expect.stringContaining('没有改动') });
});

test('what was changed on both sides is shown with both values, and decided by rule or one by one', async () => {
  const home = temporaryFolder();
  const main = await newIssue(home, 'main', '河边修路');
  const desk = join(home, 'desk.banxin');
  await cp(main, desk, { recursive: true });
  rewrite(main, '总编的题');
  rewrite(desk, '东桌的题');
  const file = join(home, 'a.banxinpage');
  expect((await banxin(['pack', desk, '--articles', 'a1', '-o', file])).exit).toBe(0);
  const before = documentOf(main);
  const asked = await banxin(['assemble', main, file]);
  expect(asked).toMatchObject({ exit: 1, out: '' });
  expect(asked.err.join('\n')).toMatch(/article:a1[\s\S]*headline\[0\].*总编的题.*东桌的题[\s\S]*有 1 处冲突/);
  const { changed, packages } = JSON.parse((await banxin(['assemble', main, file, '--json'], 'en')).out);
  expect(changed).toBe(false);
  expect(packages[0].conflicts).toMatchObject([
    { unit: 'article:a1', title: '总编的题', differences: [{ path: 'headline[0]', ours: '总编的题', theirs: '东桌的题' }] },
  ]);
  expect(documentOf(main)).toEqual(before);
  expect((await banxin(['assemble', main, file, '--take', 'ours', '--resolve', 'article:a1=theirs'])).exit).toBe(0);
  expect(documentOf(main).articles[0]!.headline).toEqual(['东桌的题']);
});

test('a file that is no package is one sentence', async () => {
  const home = temporaryFolder();
  const main = await newIssue(home, 'main', '河边修路');
  const refused = await banxin(['assemble', main, join(home, 'main.txt')], 'en');
  expect(refused).toMatchObject({ exit: 1, out: '', err: [expect.stringContaining('was refused whole')] });
  expect((await banxin(['assemble', main, join(home, 'none.banxinpage')])).exit).toBe(1);
  expect(existsSync(join(home, 'none.banxinpage'))).toBe(false);
});

test.each([
  [['pack', 'x']],
  [['pack', 'x', '--page', '1', '--articles', 'a1']],
  [['pack', 'x', 'y', '--page', '1']],
  [['assemble', 'x']],
  [['assemble', 'x', 'y', '--take', 'mine']],
  [['assemble', 'x', 'y', '--resolve', 'page:2']],
])('%j is wrong usage', async (args) => {
  expect(await banxin(args)).toMatchObject({ exit: 2, out: '' });
});
