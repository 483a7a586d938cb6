import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expandFolders, makeFolder, readTemplate, readUserFile, requireFreshFolder, templateNames } from '../../engine/store';
import { naturally } from '../../engine/store/folders';
import { temporaryFolder } from './temporary-folder';

test('names are ordered with their figures as numbers', () => {
  const names = ['图10.jpg', '图2.jpg', '图1.jpg', 'b.txt', '2版.txt', '10版.txt', '图2', '图02.jpg'];
  expect([...names].sort(naturally)).toEqual([
    '2版.txt',
    '10版.txt',
    'b.txt',
    '图1.jpg',
    '图2',
    '图02.jpg',
    '图2.jpg',
    '图10.jpg',
  ]);
});

test('a folder stands for its visible files, other paths for themselves', async () => {
  const folder = temporaryFolder();
  for (const name of ['图10.jpg', '图9.jpg', '.DS_Store', 'Thumbs.db', '稿.txt']) writeFileSync(join(folder, name), '');
  mkdirSync(join(folder, 'inner'));
  const files = ['图9.jpg', '图10.jpg', '稿.txt'].map((name) => join(folder, name));
  expect((await expandFolders(['nowhere.txt', folder])).toSorted()).toEqual(['nowhere.txt', ...files].toSorted());
  expect(await expandFolders([folder, 'nowhere.txt'])).toEqual([...(await expandFolders([folder])), 'nowhere.txt']);
});

test('a folder stands for those in it too, after its own files; issues in it and hidden folders do not count', async () => {
  const folder = temporaryFolder();
  for (const name of ['b10', 'b2/内', '.git', '旧.banxin']) mkdirSync(join(folder, name), { recursive: true });
  for (const name of ['z.txt', 'b10/a.txt', 'b2/a.txt', 'b2/内/c.txt', '.git/x', '旧.banxin/issue.json'])
    writeFileSync(join(folder, name), '');
  expect((await expandFolders([folder])).map((file) => file.slice(folder.length + 1))).toEqual(
    ['z.txt', 'b2/a.txt', 'b2/内/c.txt', 'b10/a.txt'].map((name) => join(...(name.split('/') as [string, ...string[]]))),
  );
});

test('a new issue takes an empty or absent folder, with force one that holds an issue, never another', async () => {
  const folder = temporaryFolder();
  await requireFreshFolder(folder, false);
  await requireFreshFolder(join(folder, 'new'), false);
  writeFileSync(join(folder, 'letter.txt'), '');
  await expect(requireFreshFolder(folder, true)).rejects.toMatchObject({ code: 'store.notEmpty' });
  writeFileSync(join(folder, 'issue.json'), '');
  await expect(requireFreshFolder(folder, false)).rejects.toMatchObject({ code: 'store.notEmpty' });
  await requireFreshFolder(folder, true);
});

test('making a folder tells what was made', async () => {
  const parent = temporaryFolder();
  expect(await makeFolder(join(parent, 'a', 'b'))).toBe(join(parent, 'a'));
  expect(await makeFolder(join(parent, 'a'))).toBeUndefined();
  expect(await makeFolder(join(parent, 'c'))).toBe(join(parent, 'c'));
});

if (existsSync('/proc/self')) {
  test('a file system that takes no folders refuses at once', async () => {
    await expect(makeFolder('/proc/banxin/a')).rejects.toMatchObject({ code: 'store.notFound' });
  });
}

test('a file is read up to the limit that its beginning tells', async () => {
  const file = join(temporaryFolder(), 'x');
  writeFileSync(file, 'text of twenty bytes');
  const limits: number[] = [];
  const limitOf = (head: Uint8Array) => {
    limits.push(head.length);
    return head[0] === 0x74 ? 20 : 0;
  };
  expect(new TextDecoder().decode(await readUserFile(file, limitOf))).toBe('text of twenty bytes');
  expect(limits).toEqual([20]);
  await expect(readUserFile(file, 19)).rejects.toMatchObject({ code: 'store.tooLarge' });
});

test('the templates of the program are whole', async () => {
  expect(await templateNames()).toEqual(['duikai', 'sikai']);
  const [duikai, sikai] = await Promise.all([readTemplate('duikai'), readTemplate('sikai')]);
  expect([sikai.spec.columns, sikai.spec.columnChars, duikai.spec.columns, duikai.spec.columnChars]).toEqual([6, 11, 8, 13]);
  for (const { paper } of [sikai, duikai]) {
    expect(Object.entries(paper).filter(([, value]) => value === '')).toEqual([]);
    expect([...paper.name].length).toBeGreaterThanOrEqual(4);
    expect(paper).toMatchObject({ accent: { c: 0, m: 1, y: 0.95, k: 0.1 }, accentSpot: '专色红' });
  }
  await expect(readTemplate('../package')).rejects.toMatchObject({ code: 'store.noTemplate' });
});
