import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { sameReviewer } from '../../engine/issue/sign-off';
import type { Issue } from '../../engine/issue/types';
import {
  createIssue,
  readVersion,
  type Signing,
  savedVersions,
  saveVersion,
  signEntries,
  signOffs,
  signPages,
} from '../../engine/store';
import { smallIssue } from '../issue/small-issue';
import { temporaryFolder } from './temporary-folder';

let folder: string;

beforeEach(async () => {
  folder = temporaryFolder();
  await createIssue(folder, smallIssue);
});

const sign = (step: Signing['step'], rest: Partial<Signing> = {}, issue: Issue = smallIssue) =>
  signPages(folder, issue, { pages: [1], step, verdict: 'passed', who: '王芳', remark: '', ...rest });

const withSection = (section: string): Issue => ({
  ...smallIssue,
  pages: smallIssue.pages.map((page) => (page.number === 1 ? { ...page, section } : page)),
});

async function stateOf(issue: Issue) {
  return signOffs(issue, await signEntries(folder)).get(1)!;
}

describe('a page', () => {
  test('is released by its third review, after the first and the second', async () => {
    await expect(sign('review3')).rejects.toMatchObject({ code: 'store.signOrder-review1', params: { page: 1 } });
    await sign('review1');
    await expect(sign('review3')).rejects.toMatchObject({ code: 'store.signOrder-review2' });
    await sign('review2', { who: '李雷' });
    await sign('final', { who: '李雷', remark: '图二换清楚的' });
    expect((await stateOf(smallIssue)).released).toBe(false);
    await sign('review3', { who: '陈总' });
    const state = await stateOf(smallIssue);
    expect(state).toMatchObject({ released: true, stage: 'final', changedSince: undefined });
    expect(state.last.get('final')).toMatchObject({ who: '李雷', remark: '图二换清楚的' });
  });

  test('that is changed afterwards loses its release and says since whose review; undone, it has it again', async () => {
    for (const step of ['review1', 'review2', 'review3'] as const) await sign(step);
    const state = await stateOf(withSection('社区'));
    expect(state).toMatchObject({ released: false, changedSince: { step: 'review3', who: '王芳' } });
    expect((await stateOf(smallIssue)).released).toBe(true);
    expect(signOffs(withSection('社区'), await signEntries(folder)).get(2)!.changedSince).toBeUndefined();
  });

  test('that is sent back has no release, and says why', async () => {
    for (const step of ['review1', 'review2', 'review3'] as const) await sign(step);
    await expect(sign('review3', { verdict: 'returned' })).rejects.toMatchObject({ code: 'store.signNoRemark' });
    await sign('review3', { verdict: 'returned', remark: '标题太长' });
    const state = await stateOf(smallIssue);
    expect(state).toMatchObject({ released: false, latest: { remark: '标题太长' } });
  });

  test('reviewed twice by one person is told', async () => {
    const entries = await sign('review1');
    expect(sameReviewer(entries, 1, 'review2', '王芳')).toBe('review1');
    expect(sameReviewer(entries, 1, 'review2', '李雷')).toBeUndefined();
    expect(sameReviewer(entries, 1, 'galley', '王芳')).toBeUndefined();
  });

  test('keeps what was seen as a version, once for all pages and steps that saw the same', async () => {
    await sign('galley', { pages: [1, 2] });
    const [entry] = await sign('review1');
    expect(await savedVersions(folder)).toMatchObject([{ id: entry!.version, reason: 'seen', who: '王芳' }]);
    expect(await readVersion(folder, entry!.version)).toEqual(smallIssue);
  });
});

test('nobody, and a page that is not there, sign nothing', async () => {
  await expect(sign('galley', { who: ' ' })).rejects.toMatchObject({ code: 'store.signNoName' });
  await expect(sign('galley', { pages: [9] })).rejects.toMatchObject({ code: 'store.noPage' });
  expect(readdirSync(folder)).not.toContain('signoff.json');
});

test('a damaged record is named and left as it is', async () => {
  const file = join(folder, 'signoff.json');
  writeFileSync(file, '{"format":"banxin-signoff","version":1,"entries":[{}]}');
  await expect(sign('galley')).rejects.toMatchObject({ code: 'store.missing', params: { file, path: 'entries[0].page' } });
  expect(readFileSync(file, 'utf8')).toContain('[{}]');
});

describe('named versions', () => {
  test('are listed newest first and give the issue as it was', async () => {
    const first = await saveVersion(folder, smallIssue, { name: '送审前', reason: 'named', who: '王芳' });
    const second = await saveVersion(folder, withSection('社区'), { name: '改后', reason: 'named' });
    expect((await savedVersions(folder)).map(({ id, name }) => [id, name])).toEqual([
      [second.id, '改后'],
      [first.id, '送审前'],
    ]);
    expect(await readVersion(folder, first.id)).toEqual(smallIssue);
    expect(await saveVersion(folder, withSection('社区'), { name: '改后', reason: 'named' })).toEqual(second);
  });

  test('that are damaged or not there are named', async () => {
    const { id } = await saveVersion(folder, smallIssue, { name: 'x', reason: 'named' });
    const file = join(folder, 'versions', `${id}.jsonl`);
    writeFileSync(file, readFileSync(file, 'utf8').replace('河堤', '河底'));
    await expect(readVersion(folder, id)).rejects.toMatchObject({ code: 'store.versionDamaged', params: { file } });
    await expect(readVersion(folder, '../../etc/passwd')).rejects.toMatchObject({ code: 'store.noVersion' });
    writeFileSync(file, 'x');
    expect(await savedVersions(folder)).toEqual([]);
  });
});
