/** The one window of the desk’s tests, and what their hands do in it. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { frameAtRest } from '../frame';
import type { Launched } from '../launch';
import { still } from '../support/at-work';
import { launchSample } from '../support/sample';

export let launched: Launched;
export let page: Page;

/** Opens the sample; before the first test. */
export async function openDesk(): Promise<void> {
  launched = await launchSample();
  page = launched.page;
  await frameAtRest(page);
}

/** What the undo button says that it takes back. */
export const undoName = () => page.getByRole('button', { name: /^撤销/ }).getAttribute('aria-label');
/** Takes the last step back, and waits until that is shown. */
export async function undo(): Promise<void> {
  await page.keyboard.press('Control+Z');
  await still(page);
}
/** Selects a story’s block by its manuscript, and waits until that is shown. */
export async function select(title: string): Promise<void> {
  await page.locator('.manuscript', { hasText: title }).click();
  await still(page);
}
/** How many blocks are selected on the page. */
export const outlines = () => page.locator('.overlay .selected').count();
/** Where the canvas stands in the window. */
export const board = async () => (await page.locator('.board').boundingBox())!;

/** Gives the canvas the keys. */
export async function toCanvas(): Promise<void> {
  await page.locator('.board').focus();
}

/** Runs a command by its words in the palette. */
export async function run(words: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').fill(words);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.palette').count()).toBe(0);
}

/** Columns and rows of the selected block as the inspector tells them: column, row, columns, rows. */
export async function place(): Promise<number[]> {
  const fields = ['位置 栏', '位置 行', '大小 栏宽', '大小 行高'];
  const values = await Promise.all(fields.map((name) => page.getByRole('textbox', { name, exact: true }).inputValue()));
  return values.map(Number);
}
