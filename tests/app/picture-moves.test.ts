/** A picture that came to the wrong story is given to another one, and back, as one step. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Launched } from './launch';
import { still } from './support/at-work';
import { launchSample } from './support/sample';

let launched: Launched;
let page: Page;

beforeAll(async () => {
  launched = await launchSample();
  page = launched.page;
  await page.getByRole('tab', { name: /图片/ }).click();
});
afterAll(() => launched.close());

const line = () => page.locator('.picture-line').first();

test('a picture is moved to another article and taken back', async () => {
  await still(page);
  const before = await line().locator('.picture-notes').textContent();
  await line().getByRole('button', { name: /移到/ }).click();
  await page.getByRole('menuitem', { name: /早市/ }).click();
  await expect.poll(() => line().locator('.picture-notes').textContent()).toMatch(/早市/);
  await page.locator('[role="application"]').focus();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => line().locator('.picture-notes').textContent()).toBe(before);
});

test('a picture is dragged out of the list onto a story of the page, and taken back', async () => {
  const undoName = () => page.getByRole('button', { name: /^撤销/ }).getAttribute('aria-label');
  await page.getByRole('tab', { name: /稿件/ }).click();
  await page.locator('.manuscript', { hasText: '末班车' }).click();
  await still(page);
  const block = (await page.locator('.overlay .selected').boundingBox())!;
  const board = (await page.locator('.board').boundingBox())!;
  await page.getByRole('tab', { name: /图片/ }).click();
  await still(page);
  const before = await line().locator('.picture-notes').textContent();
  const targetPosition = { x: block.x - board.x + block.width / 2, y: block.y - board.y + block.height * 0.8 };
  await line().locator('.picture').dragTo(page.locator('.board'), { targetPosition });
  await expect.poll(undoName).toBe('撤销：图片换稿件');
  await expect.poll(() => line().locator('.picture-notes').textContent()).toMatch(/末班车/);
  await page.keyboard.press('Control+Z');
  await expect.poll(() => line().locator('.picture-notes').textContent()).toBe(before);
});

test('no errors were said on the console', () => {
  expect(launched.errors).toEqual([]);
});
