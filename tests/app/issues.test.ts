import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Issues } from '../../electron/issues';
import { createIssue, openIssue, saveIssue } from '../../engine/store';
import { smallIssue } from '../issue/small-issue';
import { temporaryFolder } from '../store/temporary-folder';

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
  expect(readdirSync(folder).sort()).toEqual(['assets', 'issue.json']);
});
