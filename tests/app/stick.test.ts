/** A stick that is taken out in the middle of work, and put back. */
import { mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createIssue, openIssue } from '../../engine/store';
import { smallIssue } from '../issue/small-issue';
import { launch } from './launch';
import { clearFolder } from './support/clear';

test('edits made while it is away are told as not kept, and are saved by themselves when it is back', async () => {
  const work = mkdtempSync(join(tmpdir(), 'banxin-stick-'));
  const folder = join(work, '柳岸.banxin');
  await createIssue(folder, { ...smallIssue, photos: [], groups: [] });
  const { app, page, close } = await launch({ args: [folder], userData: join(work, 'profile') });
  try {
    const section = page.getByRole('textbox', { name: '版名', exact: true });
    await section.waitFor();
    renameSync(folder, `${folder}-away`);
    await section.fill('盘拔了');
    const bar = page.locator('.state-bar');
    await bar.getByText(/U 盘或网络盘可能已断开/).waitFor();
    // It stays, and is said in the language that the window speaks by now.
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.send('banxin:command', 'languageEn'));
    await bar.getByText(/the stick or network drive may be disconnected/).waitFor();
    renameSync(`${folder}-away`, folder);
    await bar.waitFor({ state: 'detached' });
    await expect.poll(async () => (await openIssue(folder)).pages[0]!.section).toBe('盘拔了');
  } finally {
    await close();
    clearFolder(work);
  }
});
