/** Problems walked through and mended; what is drawn, chosen in menus, settings and the palette. */
import { describe, expect, test } from 'vitest';
import { still } from '../support/at-work';
import { launched, page, place, select, toCanvas, undo, undoName } from './window';

describe('problems', () => {
  test('the lists below the page are of the whole issue or of its page, preflight begins with the way to it', async () => {
    const tabs = page.locator('.problems').getByRole('tab');
    await expect
      .poll(() => tabs.allTextContents())
      .toEqual([expect.stringMatching(/^问题/), '预检 ', expect.stringMatching(/^校对/)]);
    await tabs.nth(1).click();
    await page.locator('.problems').getByRole('button', { name: '预检', exact: true }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect.poll(() => tabs.nth(0).getAttribute('aria-selected')).toBe('true');
  });

  test('are walked with F8 and mended with Alt+Enter, as one step that undo takes back', async () => {
    await select('末班车');
    const before = await place();
    await toCanvas();
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    const cure = page.locator('.problem-line', { hasText: '溢出' }).locator('.cure');
    await expect.poll(() => cure.textContent()).toBe('加高 2 行');
    // The page is set as it would be, and what does not fit is not told of it. A row may move while the list still grows.
    const cured = async () => {
      await cure.hover();
      return page.locator('.sheets[data-cured]').count();
    };
    await expect.poll(cured).toBe(1);
    await page.locator('.changed').first().waitFor();
    await expect.poll(() => page.locator('.over-chip').isVisible()).toBe(false);
    await page.mouse.move(5, 5);
    await expect.poll(() => page.locator('.sheets[data-cured]').count()).toBe(0);
    await expect.poll(() => page.locator('.over-chip').isVisible()).toBe(true);
    await page.keyboard.press('F8');
    await page.keyboard.press('Alt+Enter');
    await expect.poll(() => page.locator('.problem-line', { hasText: '溢出' }).count()).toBe(0);
    await expect.poll(place).toEqual(before);
    await undo();
    await expect.poll(() => page.locator('.problem-line', { hasText: '溢出' }).count()).toBe(1);
    await undo();
  });
});

describe('tools', () => {
  /** Draws with the tool of a key over a part of page 1, in shares of the paper. */
  async function draw(key: string): Promise<void> {
    await toCanvas();
    await page.keyboard.press(key);
    const { x, y, width, height } = (await page.locator('.paper').boundingBox())!;
    await page.mouse.move(x + width * 0.3, y + height * 0.5);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.6, y + height * 0.6, { steps: 4 });
    await expect.poll(() => page.locator('.size-chip').textContent()).toMatch(/^\d 栏 × \d+ 行$/);
    await page.mouse.up();
  }

  test('T draws a story whose headline is written at once', async () => {
    await draw('t');
    await page.getByRole('textbox', { name: '主题' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('新桥');
    await expect.poll(() => page.locator('.manuscript', { hasText: '新桥' }).count()).toBe(1);
    await toCanvas();
    await undo();
    await expect.poll(undoName).toBe('撤销：画新版块');
    await undo();
    await expect.poll(() => page.locator('.manuscript', { hasText: '新稿件' }).count()).toBe(0);
  });

  test('F asks what the frame shall be, and Esc makes nothing of it', async () => {
    const steps = await undoName();
    await draw('f');
    await page.getByRole('menuitem', { name: '广告位' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem', { name: '广告位' }).waitFor({ state: 'detached' });
    await still(page);
    await expect.poll(undoName).toBe(steps);
    await draw('f');
    await page.getByRole('menuitem', { name: '启事' }).click();
    await expect.poll(undoName).toBe('撤销：画新版块');
    await toCanvas();
    await undo();
  });
});

test('the native menu names what undo takes back and what cannot be done', async () => {
  const item = (id: string) =>
    launched.app.evaluate(({ Menu }, wanted) => {
      const { label, enabled } = Menu.getApplicationMenu()!.getMenuItemById(wanted)!;
      return { label, enabled };
    }, id);
  await select('末班车');
  await toCanvas();
  await page.keyboard.press('Control+L');
  await expect.poll(() => item('undo')).toEqual({ label: '撤销 改锁定', enabled: true });
  await expect.poll(() => item('splitBlock')).toMatchObject({ enabled: false });
  await undo();
  await expect.poll(() => item('redo')).toEqual({ label: '重做 改锁定', enabled: true });
  await expect.poll(() => item('splitBlock')).toMatchObject({ enabled: true });
});

test('settings are open at their first field and take effect at once', async () => {
  await toCanvas();
  await page.keyboard.press('Control+,');
  const dialog = page.locator('.settings');
  await dialog.waitFor();
  await expect.poll(() => page.evaluate(`document.activeElement.closest('.dialog-head') === null`)).toBe(true);
  await dialog.getByRole('button', { name: 'English' }).click();
  await dialog.getByRole('heading', { name: 'Settings' }).waitFor();
  await dialog.getByRole('button', { name: '中文' }).click();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '付印', exact: true }).waitFor();
});

describe('the palette and the sheet of shortcuts', () => {
  test('pinyin finds a command, and what cannot run now is not offered', async () => {
    await toCanvas();
    await page.keyboard.press('Control+K');
    await page.getByRole('combobox').fill('zdzb');
    await expect.poll(() => page.getByRole('option').first().textContent()).toContain('自动组版');
    await page.getByRole('combobox').fill('采用方案');
    await expect.poll(() => page.getByRole('option').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.locator('.palette').waitFor({ state: 'detached' });
  });

  test('every shortcut stands on the sheet', async () => {
    await toCanvas();
    await page.keyboard.press('Control+/');
    const sheet = page.locator('.shortcuts');
    await sheet.waitFor();
    for (const keys of ['Ctrl+Shift+G', 'Alt+6', 'Shift+X']) await expect.poll(() => sheet.textContent()).toContain(keys);
    await page.keyboard.press('Escape');
    await expect.poll(() => sheet.count()).toBe(0);
  });
});
