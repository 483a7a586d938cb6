/** A story led on into another block and another page, by key, menu and drag, on the real Electron. */
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
});
afterAll(() => launched.close());

const manuscript = (title: string) => page.locator('.manuscript', { hasText: title });
const undoName = () => page.getByRole('button', { name: /^撤销/ }).getAttribute('aria-label');
const item = (name: string) => page.locator('.menu-item', { hasText: name });
const chips = () => page.locator('.chain-chip').allTextContents();
const rows = async () => Number(await page.getByRole('textbox', { name: '大小 行高' }).inputValue());

/** Selects a story on its page and gives the keys to the canvas. */
async function choose(title: string): Promise<void> {
  await manuscript(title).click();
  await page.locator('.overlay .selected').waitFor();
  await still(page);
  await page.locator('.board').focus();
}

test('a key divides a block where the page is full, another merges it back', async () => {
  await choose('末班车');
  const whole = await rows();
  await page.keyboard.press('c');
  await expect.poll(undoName).toBe('撤销：续排');
  await expect.poll(chips).toEqual(['续 1/2', '续 2/2']);
  await expect.poll(rows).toBeLessThan(whole);
  await expect.poll(() => page.locator('.inspector-head').textContent()).toContain('续排');
  await page.keyboard.press('m');
  await expect.poll(undoName).toBe('撤销：合并版块');
  await expect.poll(chips).toEqual([]);
  await expect.poll(rows).toBe(whole);
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
  await expect.poll(chips).toEqual([]);
});

test('the port of a block is dragged to where its text goes on; a chip leads from part to part', async () => {
  await choose('末班车');
  const port = (await page.locator('.port').boundingBox())!;
  const paper = (await page.locator('.paper').boundingBox())!;
  await page.mouse.move(port.x + port.width / 2, port.y + port.height / 2);
  await page.mouse.down();
  await page.mouse.move(paper.x + paper.width * 0.6, paper.y + paper.height * 0.5, { steps: 5 });
  await page.locator('.landing').waitFor();
  await page.mouse.up();
  await expect.poll(undoName).toBe('撤销：续排');
  await expect.poll(chips).toEqual(['续 1/2', '续 2/2']);
  await expect.poll(() => page.locator('.thread').count()).toBe(1);
  await page.locator('.chain-chip', { hasText: '2/2' }).click();
  await expect.poll(() => page.locator('.inspector-head').textContent()).toContain('文章');
  await page.locator('.chain-chip', { hasText: '1/2' }).click();
  await expect.poll(() => page.locator('.inspector-head').textContent()).toContain('续排');
  await page.locator('.board').focus();
  await page.keyboard.press('Control+Z');
  await expect.poll(chips).toEqual([]);
});

test('a story jumps to another page where the paper allows it', async () => {
  const board = page.locator('.board');
  await board.focus();
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: /转版/ }).click();
  await expect.poll(undoName).toBe('撤销：转版规定');
  await choose('末班车');
  const selected = (await page.locator('.overlay .selected').boundingBox())!;
  await page.mouse.click(selected.x + selected.width / 2, selected.y + selected.height / 2, { button: 'right' });
  await page.getByRole('menuitem', { name: '续排', exact: true }).click();
  await item('下转另一版').click();
  await item('3版').click();
  await expect.poll(undoName).toBe('撤销：续排');
  await expect.poll(() => board.getAttribute('aria-label')).toBe('3版版面');
  await expect.poll(chips).toEqual(['续 2/2 上接1版']);
  await page.keyboard.press('Alt+PageUp');
  await expect.poll(() => board.getAttribute('aria-label')).toBe('1版版面');
  await expect.poll(chips).toEqual(['续 1/2 下转3版']);
  // Off the page with the beginning goes the rest.
  await board.focus();
  await page.keyboard.press('Delete');
  await expect.poll(undoName).toBe('撤销：撤下版面');
  await expect.poll(chips).toEqual([]);
  await expect.poll(() => page.locator('.rows-title').first().textContent()).toContain('未上版');
  await page.keyboard.press('Control+Z');
  await expect.poll(chips).toEqual(['续 1/2 下转3版']);
});

test('a story takes both inside pages', async () => {
  await choose('旧礼堂');
  const selected = (await page.locator('.overlay .selected').boundingBox())!;
  await page.mouse.click(selected.x + selected.width / 2, selected.y + selected.height / 2, { button: 'right' });
  await page.getByRole('menuitem', { name: '续排', exact: true }).click();
  await item('通版').click();
  await expect.poll(undoName).toBe('撤销：通版');
  await expect.poll(chips).toEqual(['续 1/2']);
  expect(launched.errors).toEqual([]);
});
