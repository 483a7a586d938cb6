import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { InputError } from '../../engine/errors';
import { type Helpers, takeIn } from '../../engine/intake';
import { articleLength, type Issue } from '../../engine/issue';
import { createIssue } from '../../engine/store';
import { smallIssue } from '../issue/small-issue';
import { temporaryFolder } from '../store/temporary-folder';
import { jpeg } from './pictures';

const TIFF = new Uint8Array([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0]);

async function desk(helpers: Partial<Helpers> = {}) {
  const folder = temporaryFolder();
  const inbox = temporaryFolder();
  await createIssue(folder, smallIssue);
  const put = (name: string, content: Uint8Array | string) => {
    writeFileSync(join(inbox, name), content);
    return join(inbox, name);
  };
  const take = (...files: string[]) =>
    takeIn(folder, smallIssue, files, {
      inspect: async () => ({ width: 800, height: 600 }),
      focus: async () => undefined,
      progress: () => undefined,
      keep: async () => undefined,
      ...helpers,
    });
  return { folder, put, take };
}

test('when the issue cannot be kept, the photographs that came with it go again', async () => {
  const full = new InputError('store.diskFull', { file: 'x' });
  const { folder, put, take } = await desk({ keep: () => Promise.reject(full) });
  await expect(take(put('a.jpg', jpeg(60, 40)))).rejects.toBe(full);
  expect(readdirSync(join(folder, 'assets'))).toEqual([]);
});

test('the program’s focus of a new photograph is stored as such; one that stands already keeps its own', async () => {
  let kept: Issue = smallIssue;
  const looked: number[] = [];
  const keep = async (issue: Issue) => {
    kept = issue;
  };
  const focus = async (bytes: Uint8Array) => {
    looked.push(bytes.length);
    return looked.length === 1 ? { x: 0.25, y: 0.75 } : undefined;
  };
  const { put, take } = await desk({ keep, focus });
  const [first, second] = [jpeg(60, 40), jpeg(90, 40)];
  await take(put('a.jpg', first), put('b.jpg', second), put('c.jpg', first));
  const photoOf = (file: string) => kept.photos.find((photo) => photo.file === file);
  expect(photoOf('a.jpg')).toMatchObject({ focus: { x: 0.25, y: 0.75 }, focusBy: 'program' });
  expect(photoOf('b.jpg')).toMatchObject({ focus: { x: 0.5, y: 0.5 } });
  expect(photoOf('b.jpg')).not.toHaveProperty('focusBy');
  expect(looked).toHaveLength(2);
});

test('nothing is kept when nothing came', async () => {
  const kept: string[] = [];
  const { put, take } = await desk({ keep: async () => void kept.push('kept') });
  await take(put('empty.txt', ''));
  expect(kept).toEqual([]);
  await take(put('a.txt', '河堤\n\n本报讯 河堤上又添了柳树。'));
  expect(kept).toEqual(['kept']);
});

test('a manuscript with more captions than any has is refused, at once and by itself', async () => {
  const { put, take } = await desk();
  const outcomes = await take(
    put('many.txt', '图1：灯。林小满 摄\n'.repeat(50_000)),
    put('a.txt', '河堤\n\n本报讯 河堤上又添了柳树。'),
  );
  expect(outcomes.map(({ status, error }) => [status, error?.code])).toEqual([
    ['refused', 'intake.tooLong'],
    ['imported', undefined],
  ]);
});

test.each([
  [{ width: 800, height: 600 }, undefined],
  [{ width: 0, height: 0, broken: 'truncated' }, 'intake.truncated'],
  [{ width: 0, height: 0, broken: 'damaged' }, 'intake.damaged'],
  [{ width: 0, height: 0, broken: 'too-large' }, 'intake.pictureTooLarge'],
  [{ width: 20_001, height: 10 }, 'intake.pictureTooLarge'],
] as const)('a picture of another format is judged by its decoder: %j', async (facts, code) => {
  const { put, take } = await desk({ inspect: async () => facts });
  const [outcome] = await take(put('a.tif', TIFF));
  expect(outcome?.error?.code).toBe(code);
  expect(outcome?.status).toBe(code ? 'refused' : 'imported');
});

test('an article is as long in the report as in the library', async () => {
  let kept: Issue = smallIssue;
  const { put, take } = await desk({
    keep: async (issue) => {
      kept = issue;
    },
  });
  const sent = '【街坊】\n引题一行\n河堤添了柳树\n本报讯（通讯员 方禾）河堤上又添了一百棵柳树。\n\n都是居民自己种的。\n';
  const [outcome] = await take(put('柳树.txt', sent));
  const [became] = outcome!.became;
  const article = kept.articles.find(({ id }) => id === became!.id);
  expect(became!.chars).toBe(articleLength(article!));
  // 河堤上又添了一百棵柳树。都是居民自己种的。
  expect(became!.chars).toBe(21);
});
