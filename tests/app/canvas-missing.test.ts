/** An issue whose photographs, and then whose folder, go away under the window. */
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openIssue } from '../../engine/store';
import { launchSample } from './support/sample';

test('lost photographs are errors until they are back; a lost folder is saved elsewhere', async () => {
  const { app, page, userData, close } = await launchSample();
  try {
    const folder = join(userData, 'sample', '样报.banxin');
    const away = join(userData, 'away');
    const comeBack = () => page.evaluate(`window.dispatchEvent(new Event('focus'))`);
    const problems = () => page.locator('[data-region="problems"]').textContent();
    await expect.poll(problems).not.toContain('缺图');

    renameSync(join(folder, 'assets'), away);
    await comeBack();
    await expect.poll(problems).toContain('缺图');
    renameSync(away, join(folder, 'assets'));
    await comeBack();
    await expect.poll(problems).not.toContain('缺图');

    renameSync(folder, away);
    const other = join(userData, '另存.banxin');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, other);
    await page.keyboard.press('Control+s');
    await page.locator('.state-bar').getByRole('button', { name: '另存为' }).click();
    const title = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle());
    await expect.poll(title).toBe('另存 - 版心');
    expect((await openIssue(other)).articles.length).toBeGreaterThan(0);
    await expect.poll(problems).toContain('缺图');
  } finally {
    await close();
  }
});
