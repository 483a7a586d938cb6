import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { PLAIN_FORM } from '../../engine/layout/article-space';
import { conflictCopies, createIssue, openIssue, openStored, putAway, saveIssue } from '../../engine/store';
import { smallIssue } from '../issue/small-issue';
import { temporaryFolder } from './temporary-folder';

let folder: string;

beforeEach(async () => {
  folder = temporaryFolder();
  await createIssue(folder, smallIssue);
});

const copy = (name: string, change: object = {}) =>
  writeFileSync(join(folder, name), JSON.stringify({ ...smallIssue, ...change }));

test.each([
  'issue (冲突副本).json',
  'issue-DESKTOP-1.json',
  'issue (1).json',
  'issue 2.json',
  "issue (王芳's conflicted copy 2026-03-10).json",
  'issue.sync-conflict-20260310-140512-ABCDEF.json',
  'issue - 副本.json',
  'Copy of issue.json',
])('%s is named with what it holds', async (name) => {
  copy(name, { number: 77 });
  mkdirSync(join(folder, 'journal'));
  const copies = await conflictCopies(folder);
  expect(copies.map((one) => [one.name, 'number' in one.content && one.content.number])).toEqual([[name, 77]]);
  await putAway(folder, name);
  expect(await conflictCopies(folder)).toEqual([]);
  expect(readdirSync(join(folder, 'backups'))).toEqual([name]);
  copy(name);
  await putAway(folder, name);
  expect(readdirSync(join(folder, 'backups')).sort()).toEqual([`2 ${name}`, name].sort());
});

test('one that is damaged is named too; nothing else is taken for one', async () => {
  writeFileSync(join(folder, 'issue-DESKTOP-1.json'), '{');
  writeFileSync(join(folder, '.issue.json.0123456789ab.tmp'), '');
  writeFileSync(join(folder, 'notes.txt'), '');
  const [one, ...rest] = await conflictCopies(folder);
  expect(one).toMatchObject({ name: 'issue-DESKTOP-1.json', content: { code: 'store.damaged' } });
  expect(rest).toEqual([]);
  await expect(putAway(folder, '../issue.json')).rejects.toMatchObject({ code: 'store.badName' });
});

test('a document that a drive has renamed is named, also by its capitals', async () => {
  renameSync(join(folder, 'issue.json'), join(folder, 'issue (冲突副本).json'));
  await expect(openIssue(folder)).rejects.toMatchObject({
    code: 'store.onlyCopies',
    params: { file: folder, copy: 'issue (冲突副本).json' },
  });
  renameSync(join(folder, 'issue (冲突副本).json'), join(folder, 'ISSUE.JSON'));
  await expect(openIssue(folder)).rejects.toMatchObject({
    code: 'store.misnamed',
    params: { file: join(folder, 'ISSUE.JSON'), name: 'issue.json' },
  });
});

test('a document of an early program is renewed, and kept as it was when it is saved', async () => {
  const [first, ...rest] = smallIssue.articles;
  const awaiting = { ...first!, awaited: [0, 1].map((number) => ({ number, caption: `图${number}`, credit: '' })) };
  const form = { ...PLAIN_FORM, box: 'tint' };
  const rect = { column: 0, row: 0, columns: 2, rows: 20 };
  const tinted = { id: 't', rect, cuts: [], locked: false, content: { kind: 'article', article: first!.id, form } };
  const pages = [{ number: 1, section: '', blocks: [tinted] }, ...smallIssue.pages.slice(1)];
  const old = JSON.stringify({ ...smallIssue, articles: [awaiting, ...rest], pages });
  writeFileSync(join(folder, 'issue.json'), old);
  const { issue, revision } = await openStored(folder);
  expect(issue.articles[0]!.awaited?.map(({ number }) => number)).toEqual([1, 2]);
  expect(issue.pages[0]!.blocks[0]!.content).toMatchObject({ form: { box: 'none', tint: true } });
  expect(readFileSync(join(folder, 'issue.json'), 'utf8')).toBe(old);
  const next = await saveIssue(folder, issue, revision);
  expect(readFileSync(join(folder, 'backups', 'issue-old-form-1.json'), 'utf8')).toBe(old);
  await saveIssue(folder, { ...issue, number: 8 }, next);
  expect(readdirSync(join(folder, 'backups'))).toHaveLength(1);
});
