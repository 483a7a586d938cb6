import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createIssue, openIssue, saveIssue, saveVersion, signPages, writeWhole } from '../../engine/store';
import { addAsset } from '../../engine/store/assets';
import { smallIssue } from '../issue/small-issue';
import { temporaryFolder } from './temporary-folder';

/** What the next write, flush or rename fails with. */
const failing = vi.hoisted(() => ({ step: '', code: '' }));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const fail = (step: string) => {
    if (failing.step === step) throw Object.assign(new Error(failing.code), { code: failing.code });
  };
  return {
    ...real,
    rename: async (from: string, to: string) => {
      fail('rename');
      return real.rename(from, to);
    },
    open: async (file: string, flags: string) => {
      if (flags === 'wx') fail('open');
      const handle = await real.open(file, flags);
      return flags === 'wx' ? failingHandle(handle, fail) : handle;
    },
  };
});

function failingHandle(handle: FileHandle, fail: (step: string) => void): Pick<FileHandle, 'writeFile' | 'sync' | 'close'> {
  return {
    writeFile: async (content) => {
      await handle.writeFile(String(content).slice(0, 10));
      fail('write');
      await handle.truncate();
      await handle.write(content as string, 0);
    },
    sync: async () => {
      fail('sync');
      await handle.sync();
    },
    close: () => handle.close(),
  };
}

afterEach(() => {
  failing.step = '';
});

describe('a write that fails half-way leaves the old file and no other', () => {
  const cases = [
    ['write', 'ENOSPC', 'store.diskFull'],
    ['sync', 'EDQUOT', 'store.diskFull'],
    ['sync', 'EIO', 'store.diskFault'],
    ['open', 'EROFS', 'store.readOnly'],
    ['open', 'EACCES', 'store.noPermission'],
    ['rename', 'EPERM', 'store.noPermission'],
  ] as const;
  test.each(cases)('%s: %s', async (step, code, sentence) => {
    const folder = temporaryFolder();
    await createIssue(folder, smallIssue);
    const file = join(folder, 'issue.json');
    const before = readFileSync(file);
    Object.assign(failing, { step, code });
    await expect(saveIssue(folder, { ...smallIssue, number: 4 })).rejects.toMatchObject({ code: sentence, params: { file } });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['.versions.json', 'assets', 'issue.json']);
    failing.step = '';
    await saveIssue(folder, { ...smallIssue, number: 4 });
    expect((await openIssue(folder)).number).toBe(4);
  });
});

test('a new issue that cannot be written leaves no folder', async () => {
  const parent = temporaryFolder();
  Object.assign(failing, { step: 'write', code: 'ENOSPC' });
  await expect(createIssue(join(parent, 'a', 'b'), smallIssue)).rejects.toMatchObject({ code: 'store.diskFull' });
  expect(readdirSync(parent)).toEqual([]);
});

test.each<[string, (folder: string) => Promise<unknown>]>([
  ['a version', (folder) => saveVersion(folder, smallIssue, { name: '三审', reason: 'named' })],
  [
    'a signature',
    (folder) => signPages(folder, smallIssue, { pages: [1], step: 'review1', verdict: 'passed', who: '王芳', remark: '' }),
  ],
  ['an original', (folder) => addAsset(folder, new Uint8Array(8), 'jpg')],
])('%s that the full disk does not take is told of the issue, whose files nobody knows', async (_, write) => {
  const folder = temporaryFolder();
  await createIssue(folder, smallIssue);
  Object.assign(failing, { step: 'write', code: 'ENOSPC' });
  await expect(write(folder)).rejects.toMatchObject({ code: 'store.diskFull', params: { file: folder } });
});

test('a failure that no sentence fits stays an internal error', async () => {
  const folder = temporaryFolder();
  Object.assign(failing, { step: 'write', code: 'EWHATEVER' });
  await expect(writeWhole(join(folder, 'x'), 'text')).rejects.toMatchObject({ code: 'EWHATEVER' });
  expect(readdirSync(folder)).toEqual([]);
});

test('an existing file is kept when asked', async () => {
  const file = join(temporaryFolder(), 'x.pdf');
  writeFileSync(file, 'old');
  await expect(writeWhole(file, 'new', { keepExisting: true })).rejects.toMatchObject({ code: 'store.exists', params: { file } });
  expect(readFileSync(file, 'utf8')).toBe('old');
  await writeWhole(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
});

test('a name as long as a disk allows is written', async () => {
  const file = join(temporaryFolder(), `${'版'.repeat(81)}.banxinpage`);
  await writeWhole(file, '整');
  expect(readFileSync(file, 'utf8')).toBe('整');
  await expect(writeWhole(`${file.slice(0, -11)}版版.banxinpage`, '')).rejects.toMatchObject({ code: 'store.nameTooLong' });
});
