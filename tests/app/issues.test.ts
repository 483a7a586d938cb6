import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Issues } from '../../electron/issues';
import { addAsset, createIssue, openIssue, readVersion, savedVersions, saveIssue, saveVersion } from '../../engine/store';
import { smallIssue } from '../issue/small-issue';
import { temporaryFolder } from '../store/temporary-folder';
import { clearFolder } from './support/clear';

test('the window saves again and again, but not over what another program saved', async () => {
  const folder = temporaryFolder();
  await createIssue(folder, smallIssue);
  const issues = new Issues();
  const { handle, issue } = await issues.open(folder);
  await issues.save(handle, { ...issue, number: 8 });
  await issues.save(handle, { ...issue, number: 9 });
  await saveIssue(folder, { ...issue, number: 20 });
  await expect(issues.save(handle, { ...issue, number: 10 })).rejects.toMatchObject({ code: 'store.changedOnDisk' });
  expect((await openIssue(folder)).number).toBe(20);

  const again = await issues.open(folder);
  expect(again.handle).toBe(handle);
  await issues.save(handle, { ...again.issue, number: 21 });
  expect((await openIssue(folder)).number).toBe(21);
  expect(readdirSync(folder).sort()).toEqual(['.desk', '.versions.json', 'assets', 'issue.json', 'versions']);
  const kept = await savedVersions(folder);
  expect(kept).toMatchObject([{ reason: 'kept' }]);
  expect((await readVersion(folder, kept[0]!.id)).number).toBe(10);
  issues.closeAll();
  expect(readdirSync(folder)).not.toContain('.desk');
});

test('edits that were left unsaved come back, but not when they had all been undone', async () => {
  const folder = temporaryFolder();
  await createIssue(folder, smallIssue);
  const issues = new Issues();
  const { handle, issue } = await issues.open(folder);
  const numbered = (number: number) =>
    ({ type: 'setIssueData', data: { date: issue.date, number, total: issue.total } }) as const;
  await issues.journal(handle, [numbered(issue.number + 1)]);
  issues.close(handle);
  const left = await issues.open(folder);
  expect(left.recovered).toMatchObject({ count: 1, edit: { edits: [numbered(issue.number + 1)] } });
  await issues.journal(handle, [numbered(issue.number)]);
  issues.close(handle);
  const undone = await issues.open(folder);
  expect(undone.issue).toEqual(issue);
  expect(undone.recovered).toBeUndefined();
  expect(readdirSync(join(folder, 'journal'))).toEqual([]);
  issues.closeAll();
});

test('an issue goes on in another folder with the photographs that can still be read', async () => {
  const [folder, other] = [temporaryFolder(), join(temporaryFolder(), 'other.banxin')];
  await createIssue(folder, smallIssue);
  const { asset } = await addAsset(folder, new Uint8Array([1, 2, 3]), 'jpg');
  const [first, ...rest] = smallIssue.photos;
  const pictured = { ...smallIssue, photos: [{ ...first!, asset }, ...rest] };
  const issues = new Issues();
  const { handle } = await issues.open(folder);
  const gone = rest.map((photo) => photo.asset);
  expect(await issues.missingAssets(handle, [asset, ...gone])).toEqual(gone);

  await saveVersion(folder, smallIssue, { name: '送审', reason: 'named' });
  await issues.saveAs(handle, pictured, other);
  expect(await savedVersions(other)).toEqual(await savedVersions(folder));
  expect(await openIssue(other)).toEqual(pictured);
  expect(readdirSync(join(other, 'assets'))).toEqual([asset]);
  expect((await openIssue(folder)).photos).toEqual(smallIssue.photos);

  clearFolder(folder);
  await issues.save(handle, { ...pictured, number: 22 });
  expect((await openIssue(other)).number).toBe(22);

  clearFolder(other);
  await expect(issues.save(handle, pictured)).rejects.toMatchObject({ code: 'store.gone' });
  await issues.saveAs(handle, pictured, other);
  expect(await openIssue(other)).toEqual(pictured);
  expect(await issues.missingAssets(handle, [asset])).toEqual([asset]);
});

test('a document that is none makes no folder', async () => {
  const folder = temporaryFolder();
  await createIssue(folder, smallIssue);
  const issues = new Issues();
  const { handle } = await issues.open(folder);
  const parent = temporaryFolder();
  await expect(issues.saveAs(handle, { format: 'banxin-issue' }, join(parent, 'a', 'b'))).rejects.toMatchObject({});
  expect(readdirSync(parent)).toEqual([]);
  await issues.save(handle, smallIssue);
});

test('a second desk reads, may take the issue over, and the first keeps what it could not save', async () => {
  const folder = temporaryFolder();
  await createIssue(folder, smallIssue);
  const [first, second] = [new Issues(), new Issues()];
  const { handle } = await first.open(folder);
  const read = await second.open(folder);
  expect(read.fault).toMatchObject({ code: 'store.openElsewhere' });
  await expect(second.save(read.handle, { ...smallIssue, number: 9 })).rejects.toMatchObject({ code: 'shell.readOnly' });

  const taken = await second.open(folder, true);
  expect(taken.fault).toBeUndefined();
  await second.save(taken.handle, { ...smallIssue, number: 20 });
  await first.journal(handle, [{ type: 'setSection', page: 1, section: '先' }]);
  await expect(first.save(handle, { ...smallIssue, number: 8 })).rejects.toMatchObject({ code: 'store.takenOver' });
  expect((await openIssue(folder)).number).toBe(20);
  const [kept] = await savedVersions(folder);
  expect((await readVersion(folder, kept!.id)).number).toBe(8);
  expect(readdirSync(join(folder, 'journal'))).toHaveLength(1);

  const again = await first.open(folder);
  expect(again.fault).toMatchObject({ code: 'store.openElsewhere' });
  second.closeAll();
  expect((await first.open(folder)).fault).toBeUndefined();
  first.closeAll();
});
