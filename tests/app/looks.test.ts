/** Dialogs and panels in both languages and themes, at the usual size and twice as large: nothing cut off, pale or in the other language. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Launched } from './launch';
import { faultsOf } from './support/looks';
import { launchSample } from './support/sample';

let launched: Launched;
let page: Page;

beforeAll(async () => {
  launched = await launchSample();
  page = launched.page;
  await page.locator('.verdict[data-tone]').nth(3).waitFor({ timeout: 100_000 });
});
afterAll(() => launched.close());

const command = (name: string) =>
  launched.app.evaluate(({ BrowserWindow }, sent) => {
    BrowserWindow.getAllWindows()[0]!.webContents.send('banxin:command', sent);
  }, name);

/** Opens a dialog; asks again while the window is busy with something that it must not interrupt. */
async function open(name: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  const shown = async () => {
    if (!(await dialog.isVisible())) await command(name);
    return dialog.isVisible();
  };
  await expect.poll(shown, { message: name, interval: 1000 }).toBe(true);
}

async function resize(width: number, height: number, zoom: string): Promise<void> {
  await launched.app.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]!.setContentSize(size[0]!, size[1]!);
    },
    [width, height],
  );
  await open('settings');
  await page.locator('.settings select').first().selectOption(zoom);
  await page.keyboard.press('Escape');
  await page.locator('.settings').waitFor({ state: 'detached' });
}

const DIALOGS = [
  'settings',
  'shortcuts',
  'palette',
  'versions',
  'signing',
  'packages',
  'saveTemplate',
  'proof',
  'cleanText',
  'press',
];

test.each([
  ['zh-CN', 'languageZh', 'themeLight', 1280, 800, '1'],
  ['en', 'languageEn', 'themeDark', 1440, 900, '2'],
] as const)('%s', async (language, speak, theme, width, height, zoom) => {
  const expectNone = (where: string) => expect.poll(() => faultsOf(page, language), { message: where }).toEqual([]);
  await resize(width, height, zoom);
  await command(speak);
  await command(theme);
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language);
  await expectNone('the desk');
  await page.locator('.manuscript', { hasText: '末班车' }).click();
  await page.locator('.overlay .selected').waitFor();
  await expectNone('a block');
  for (const [region, tab] of [
    ['library', 1],
    ['library', 2],
    ['problems', 1],
    ['problems', 2],
    ['problems', 0],
    ['library', 0],
  ] as const) {
    await page.locator(`[data-region="${region}"] [role="tab"]`).nth(tab).click();
    await expectNone(`${region}, list ${tab}`);
  }
  for (const name of DIALOGS) {
    await open(name);
    await expectNone(name);
    if (name === 'press') {
      await page.locator('.shop-buttons button').first().click();
      await page.locator('.dialog.shop').waitFor();
      await expectNone('the preset of a shop');
      await page.keyboard.press('Escape');
      await page.locator('.dialog.shop').waitFor({ state: 'detached' });
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await command('editStory');
  await page.locator('.story-head').waitFor();
  await expectNone('a story');
  await command('leaveStory');
  await page.locator('.story-head').waitFor({ state: 'detached' });
  await command('findText');
  await page.locator('.find').waitFor();
  await expectNone('find and replace');
  await page.keyboard.press('Escape');
  await page.locator('.find').waitFor({ state: 'detached' });
  // What does not fit is told inside the canvas, however narrow that is.
  await command('toggleAutosave');
  await page.locator('.board').focus();
  await page.keyboard.press('Alt+ArrowUp');
  const roomBeside = async () => {
    const [chip, board] = await Promise.all([page.locator('.over-chip').boundingBox(), page.locator('.board').boundingBox()]);
    return chip && board && board.x + board.width - chip.x - chip.width;
  };
  await expect.poll(roomBeside).toBeGreaterThan(0);
  await command('start');
  await page.getByRole('alertdialog').waitFor();
  await expectNone('unsaved changes');
  // Who presses Enter without reading loses nothing.
  await expect.poll(() => page.evaluate('document.activeElement.dataset.look')).toBe('solid');
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await resize(1920, 1080, zoom);
  await expectNone('problems in a wide window');
  await command('toggleAutosave');
  await page.locator('.board').focus();
  await page.keyboard.press('Control+Z');
  await page.locator('.over-chip').waitFor({ state: 'detached' });
});
