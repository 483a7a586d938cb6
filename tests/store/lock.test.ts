import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { changeIssue, createIssue, openIssue, openStored, saveIssue, withLock } from '../../engine/store';
import { smallIssue } from '../issue/small-issue';
import { temporaryFolder } from './temporary-folder';

/** No system gives a process this number. */
const NOBODY = 2 ** 30;

const lockText = (rest: object) => JSON.stringify({ host: hostname(), pid: NOBODY, since: '2025-01-01', token: 't', ...rest });

async function issueFolder(): Promise<string> {
  const folder = temporaryFolder();
  await createIssue(folder, smallIssue);
  return folder;
}

describe('a lock', () => {
  test('lets one after the other work, and is gone afterwards', async () => {
    const folder = temporaryFolder();
    let inside = 0;
    const works = Array.from({ length: 6 }, () =>
      withLock(folder, async () => {
        expect(++inside).toBe(1);
        expect(JSON.parse(readFileSync(join(folder, '.lock'), 'utf8'))).toMatchObject({ host: hostname(), pid: process.pid });
        await setTimeout(5);
        inside--;
      }),
    );
    await Promise.all(works);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is released when the work fails', async () => {
    const folder = temporaryFolder();
    const failing = withLock(folder, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of a dead process of this machine is taken over, once among many', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.lock'), lockText({}));
    let inside = 0;
    const work = async () => {
      expect(++inside).toBe(1);
      await setTimeout(2);
      inside--;
    };
    await Promise.all(Array.from({ length: 5 }, () => withLock(folder, work)));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that was never written to the end is taken over', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.lock'), '');
    expect(await withLock(folder, async () => 'done')).toBe('done');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of another machine is respected, and who waits is told for whom', async () => {
    const folder = temporaryFolder();
    const file = join(folder, '.lock');
    writeFileSync(file, lockText({ host: 'another.machine', pid: 7 }));
    const told: string[] = [];
    const waiting = withLock(
      folder,
      async () => existsSync(file),
      ({ host, pid }) => told.push(`${pid}@${host}`),
    );
    await expect.poll(() => told, { timeout: 10_000 }).toEqual(['7@another.machine']);
    writeFileSync(file, lockText({}));
    expect(await waiting).toBe(true);
  });

  test.each<[what: string, code: string, put: (file: string) => void]>([
    ['a pipe', 'store.notFile', (file) => execFileSync('mkfifo', [file])],
    ['a link', 'store.link', (file) => symlinkSync('/dev/zero', file)],
    ['a folder', 'store.isFolder', (file) => mkdirSync(file)],
    ['a long file', 'store.tooLarge', (file) => writeFileSync(file, lockText({ more: 'x'.repeat(5000) }))],
  ])('whose place %s has taken is neither waited for nor removed', async (_, code, put) => {
    const folder = temporaryFolder();
    put(join(folder, '.lock'));
    await expect(withLock(folder, async () => {})).rejects.toMatchObject({ code, params: { file: join(folder, '.lock') } });
    expect(readdirSync(folder)).toEqual(['.lock']);
  });

  test('is made in no folder that is not there', async () => {
    const folder = join(temporaryFolder(), 'nowhere');
    await expect(withLock(folder, async () => {})).rejects.toMatchObject({ code: 'store.notFound', params: { file: folder } });
  });
});

describe('who saves', () => {
  test('does not overwrite what another saved after the reading', async () => {
    const folder = await issueFolder();
    const { issue, revision } = await openStored(folder);
    await saveIssue(folder, { ...issue, number: 8 });
    const late = saveIssue(folder, { ...issue, number: 9 }, revision);
    await expect(late).rejects.toMatchObject({ code: 'store.changedOnDisk', params: { file: join(folder, 'issue.json') } });
    expect((await openIssue(folder)).number).toBe(8);
  });

  test('may save again and again what only he changed', async () => {
    const folder = await issueFolder();
    const { issue, revision } = await openStored(folder);
    const next = await saveIssue(folder, { ...issue, number: 8 }, revision);
    await saveIssue(folder, { ...issue, number: 9 }, next);
    expect((await openIssue(folder)).number).toBe(9);
    expect((await openStored(folder)).revision).not.toBe(revision);
  });

  test('through changeIssue starts from what the one before saved', async () => {
    const folder = await issueFolder();
    const raise = () => changeIssue(folder, (issue, save) => save({ ...issue, number: issue.number + 1 }));
    await Promise.all([raise(), raise(), raise()]);
    expect((await openIssue(folder)).number).toBe(smallIssue.number + 3);
    expect(readdirSync(folder).sort()).toEqual(['.versions.json', 'assets', 'issue.json']);
  });

  test('a folder without an issue gets no lock', async () => {
    const folder = temporaryFolder();
    await expect(changeIssue(folder, async () => {})).rejects.toMatchObject({ code: 'store.noIssue' });
    expect(readdirSync(folder)).toEqual([]);
  });
});
