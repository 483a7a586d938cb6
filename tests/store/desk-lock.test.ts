import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DeskLock } from '../../engine/store';
import { temporaryFolder } from './temporary-folder';

const NOBODY = 2 ** 30;
const note = (rest: object = {}) =>
  JSON.stringify({ host: 'desk-2', user: '王芳', pid: 7, since: '2026-03-10T06:05:00.000Z', token: 't', ...rest });

/** What the note of a folder says. */
const noteIn = (folder: string): unknown => JSON.parse(readFileSync(join(folder, '.desk'), 'utf8'));

function folderWith(text?: string): { folder: string; file: string } {
  const folder = temporaryFolder();
  const file = join(folder, '.desk');
  if (text !== undefined) writeFileSync(file, text);
  return { folder, file };
}

test('the first desk has the issue, the second is told who has it and since when', async () => {
  const { folder, file } = folderWith();
  const first = await DeskLock.claim(folder);
  expect(noteIn(folder)).toMatchObject({ host: hostname(), pid: process.pid });
  await expect(DeskLock.claim(folder)).rejects.toMatchObject({ code: 'store.openElsewhere', params: { host: hostname() } });
  first.release();
  expect(existsSync(file)).toBe(false);
});

test('who is on another machine is named by host, user and time', async () => {
  const { folder, file } = folderWith(note());
  await expect(DeskLock.claim(folder)).rejects.toMatchObject({
    code: 'store.openElsewhere',
    params: { host: 'desk-2', user: '王芳', since: '2026-03-10T06:05:00.000Z' },
  });
  expect(readFileSync(file, 'utf8')).toBe(note());
});

test('who takes over knowingly has it, and the first learns by whom before it saves', async () => {
  const { folder } = folderWith();
  const first = await DeskLock.claim(folder);
  await first.require(folder);
  const second = await DeskLock.claim(folder, true);
  await second.require(folder);
  await expect(first.require(folder)).rejects.toMatchObject({ code: 'store.takenOver', params: { host: hostname() } });
  first.release();
  expect(noteIn(folder)).toMatchObject({ host: hostname(), pid: process.pid });
  second.release();
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['a dead process of this machine', note({ host: hostname(), pid: NOBODY })],
  ['a process from before this machine was started', note({ host: hostname(), pid: process.pid, since: '2001-01-01T00:00:00Z' })],
  ['nobody, since it was never written whole', '{"host":"de'],
])('a note of %s stands in nobody’s way', async (_, text) => {
  const { folder } = folderWith(text);
  const desk = await DeskLock.claim(folder);
  await desk.require(folder);
  desk.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('a note that was cleaned away is written again; with the folder gone too, that is said', async () => {
  const { folder, file } = folderWith();
  const desk = await DeskLock.claim(folder);
  rmSync(file);
  await desk.require(folder);
  expect(noteIn(folder)).toMatchObject({ host: hostname(), pid: process.pid });
  rmSync(folder, { recursive: true });
  await expect(desk.require(folder)).rejects.toMatchObject({ code: 'store.gone', params: { file: folder } });
  desk.release();
  mkdirSync(folder);
});

test.each<[string, (file: string) => void]>([
  ['a pipe', (file) => execFileSync('mkfifo', [file])],
  ['a link', (file) => symlinkSync('/dev/zero', file)],
])('%s in its place is not waited for', async (_, put) => {
  const { folder, file } = folderWith();
  put(file);
  const desk = await DeskLock.claim(folder);
  expect(noteIn(folder)).toMatchObject({ pid: process.pid });
  desk.release();
});
