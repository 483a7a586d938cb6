/** Manuscripts dragged onto the page, menus at the pointer and figures as people write them, on the real Electron. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Launched } from './launch';
import { launchSample } from './support/sample';

let launched: Launched;
let page: Page;

beforeAll(async () => {
  launched = await launchSample();
  page = launched.page;
});
afterAll(() => launched.close());

const manuscript = (title: string) => page.locator('.manuscript', { hasText: title });
const undoName = () => page.getByRole('button', { name: /^撤销/ }).getAttribute('aria-label');
const item = (name: string) => page.locator('.menu-item', { hasText: name });
const number = (name: string) => page.getByRole('textbox', { name });

test('the menu of a manuscript takes it off its page, and a drag puts it back where it is dropped', async () => {
  await manuscript('末班车').click({ button: 'right' });
  await item('撤下版面').click();
  await expect.poll(() => page.locator('.rows-title').first().textContent()).toContain('未上版');
  const paper = (await page.locator('.paper').boundingBox())!;
  const board = (await page.locator('.board').boundingBox())!;
  const target = { x: paper.x - board.x + paper.width * 0.4, y: paper.y - board.y + paper.height * 0.8 };
  await manuscript('末班车').dragTo(page.locator('.board'), { targetPosition: target });
  await expect.poll(undoName).toBe('撤销：稿件上版');
  await expect.poll(() => page.locator('.rows-title').allTextContents()).toEqual([expect.stringContaining('已上版')]);
  await expect.poll(() => number('位置 栏').inputValue()).toBe('3');
  await expect.poll(() => page.locator('.landing').count()).toBe(0);
  await page.keyboard.press('Control+Z');
  await expect.poll(() => page.locator('.rows-title').first().textContent()).toContain('未上版');
});

test('the menu places a manuscript where there is room, and knows what is set', async () => {
  await manuscript('末班车').click({ button: 'right' });
  await item('稿件上版').click();
  await expect.poll(undoName).toBe('撤销：稿件上版');
  await manuscript('末班车').click({ button: 'right' });
  await item('备用稿').click();
  await expect.poll(undoName).not.toBe('撤销：稿件上版');
  await manuscript('末班车').click({ button: 'right' });
  await expect.poll(() => item('备用稿').getAttribute('aria-checked')).toBe('true');
  await page.keyboard.press('Escape');
  await item('备用稿').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Z');
});

test('number fields take 2栏, 20行 and millimetres, and leave what is no number', async () => {
  await manuscript('末班车').click();
  const rows = number('大小 行高');
  await rows.fill('20行');
  await rows.press('Enter');
  await expect.poll(() => rows.inputValue()).toBe('20');
  await rows.press('ArrowDown');
  await expect.poll(() => rows.inputValue()).toBe('19');
  await rows.fill('很高');
  await rows.press('Tab');
  await expect.poll(() => rows.inputValue()).toBe('19');
  const columns = number('大小 栏宽');
  await columns.fill('73mm');
  await columns.press('Enter');
  await expect.poll(() => columns.inputValue()).toBe('2');
});

test('a rest saves the work', async () => {
  await expect.poll(() => page.locator('.statusbar').textContent()).toContain('已保存');
  expect(launched.errors).toEqual([]);
});
