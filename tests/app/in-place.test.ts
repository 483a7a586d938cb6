/** Text edited on the page by mouse, keys and an input method. */
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Launched } from './launch';
import { still } from './support/at-work';
import { compose, tabTo } from './support/hands';
import { launchSample } from './support/sample';

let launched: Launched;
let page: Page;
let input: CDPSession;

beforeAll(async () => {
  launched = await launchSample();
  page = launched.page;
  await page.locator('.manuscript', { hasText: '末班车' }).click();
  input = await page.context().newCDPSession(page);
});
afterAll(() => launched.close());

const body = () => page.getByRole('textbox', { name: '正文', exact: true });
const words = () => body().inputValue();
const caret = () => page.locator('.text-caret');
const undoTitle = () => page.locator('.topbar button[title^="撤销"]').getAttribute('title');

/** Double-clicks the middle of the selected block, or a share of its width and height. */
async function enter(across = 0.5, down = 0.8): Promise<void> {
  await still(page);
  const box = (await page.locator('.overlay .selected').boundingBox())!;
  await page.mouse.dblclick(box.x + box.width * across, box.y + box.height * down);
  await caret().waitFor();
}

async function leave(): Promise<void> {
  await page.keyboard.press('Escape');
  await caret().waitFor({ state: 'detached' });
}

test('a double click puts a caret in the text, where keys write', async () => {
  const before = await words();
  await enter();
  // Keys, and what an input method has without composing; the space bar moves the page only where nothing is written.
  await page.keyboard.type('M 8 灯火');
  await page.keyboard.press('Backspace');
  await expect.poll(words).toHaveLength(before.length + 5);
  const after = await words();
  const at = after.indexOf('M 8 灯');
  expect(after.slice(0, at) + after.slice(at + 5)).toBe(before);
  await leave();
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
  await expect.poll(words).toBe(before);
});

test('arrows, Home and End follow the lines as they are set; Shift selects', async () => {
  const before = await words();
  await page.keyboard.press('Enter');
  await caret().waitFor();
  await page.keyboard.press('Control+Home');
  const place = async () => (await caret().boundingBox())!;
  await still(page);
  const first = await place();
  await page.keyboard.press('End');
  await expect.poll(async () => (await place()).x - first.x).toBeGreaterThan(20);
  expect((await place()).y).toBeCloseTo(first.y, 0);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await place()).y).toBeGreaterThan(first.y + 5);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+End');
  await expect.poll(() => page.locator('.text-selected').count()).toBe(1);
  await page.keyboard.insertText('换');
  await expect.poll(async () => (await words()).startsWith('换')).toBe(true);
  await page.keyboard.press('Control+Z');
  await expect.poll(words).toBe(before);
  await expect.poll(() => caret().count()).toBe(1);
  await leave();
});

test('Enter parts a paragraph, Backspace joins it again, empty ones go when the text is left', async () => {
  const before = await words();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(words).toBe(`${before.slice(0, 3)}\n${before.slice(3)}`);
  await page.keyboard.press('Backspace');
  await expect.poll(words).toBe(before);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await leave();
  await expect.poll(words).toBe(before);
});

test('what an input method composes stands underlined on the page, and is text when it is meant', async () => {
  const before = await words();
  await page.keyboard.press('Enter');
  await page.locator('.text-input:focus').waitFor();
  await page.keyboard.press('Control+Home');
  for (const text of ['s', 'shu', 'shui', 'shui’ta', '水獭']) {
    await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await expect.poll(() => page.locator('.text-composed').count()).toBe(1);
  const fromCaret = async () => {
    const { x, width } = (await page.locator('.text-composed').boundingBox())!;
    return Math.abs(x + width - (await caret().boundingBox())!.x);
  };
  await expect.poll(fromCaret).toBeLessThan(2);
  await input.send('Input.insertText', { text: '水獭' });
  await expect.poll(words).toBe(`水獭${before}`);
  await expect.poll(() => page.locator('.text-composed').count()).toBe(0);
  await input.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
  await input.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  await expect.poll(words).toBe(`水獭${before}`);
  await page.keyboard.insertText('！');
  await expect.poll(words).toBe(`水獭！${before}`);
  await expect.poll(undoTitle).toContain('输入');
  await leave();
  await page.keyboard.press('Control+Z');
  await expect.poll(words).toBe(before);
});

test('a text that is not there has a place to click and write, which goes when the text is left', async () => {
  const deck = page.getByRole('textbox', { name: '副题', exact: true });
  const before = await deck.inputValue();
  await deck.fill('');
  await enter();
  const place = page.locator('.text-missing', { hasText: '副题' });
  await still(page);
  const { x, y, width, height } = (await place.boundingBox())!;
  await page.mouse.click(x + width / 2, y + height / 2);
  await expect.poll(() => page.locator('.text-input').getAttribute('aria-label')).toContain('副题');
  await compose(input, 'shuita', '水獭');
  await expect.poll(() => deck.inputValue()).toBe('水獭');
  await expect.poll(() => place.count()).toBe(0);
  await leave();
  await expect.poll(() => page.locator('.text-missing').count()).toBe(0);
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
  await expect.poll(() => deck.inputValue()).toBe(before);
});

test('the number of a group’s picture is written anew where it stands, and nothing else of the group with it', async () => {
  await page.locator('.manuscript', { hasText: '图片新闻' }).first().click();
  const numbers = () => page.locator('.slot-number').allTextContents();
  await still(page);
  const before = await numbers();
  await enter(0.3, 0.97);
  await tabTo(page, '图号');
  await page.keyboard.insertText('第９张');
  await expect.poll(numbers).toEqual(['9', ...before.slice(1)]);
  await leave();
  await page.keyboard.press('Control+Z');
  await expect.poll(numbers).toEqual(before);
  await page.locator('.manuscript', { hasText: '末班车' }).click();
  // The page has the keys again.
  await enter();
  await leave();
});

test('mouse selection is copied, cut and pasted; three presses take the paragraph', async () => {
  const before = await words();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Home');
  await still(page);
  const { x, y, height } = (await caret().boundingBox())!;
  await page.mouse.click(x + 6, y + height / 2);
  await page.mouse.click(x + 6, y + height / 2);
  await page.mouse.click(x + 6, y + height / 2);
  const paragraph = before.split('\n')[0]!;
  await expect.poll(() => page.locator('.text-input').inputValue()).toBe(paragraph);
  await page.keyboard.press('Control+X');
  await expect.poll(words).toBe(before.slice(paragraph.length));
  await page.keyboard.press('Control+V');
  await expect.poll(words).toBe(before);
  await page.keyboard.press('Control+A');
  await expect.poll(() => page.locator('.text-input').inputValue()).toBe(before);
  await leave();
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
});

test('Tab goes on to headline and captions', async () => {
  await page.keyboard.press('Enter');
  const label = () => page.locator('.text-input').getAttribute('aria-label');
  await expect.poll(label).toContain('正文');
  await page.keyboard.press('Shift+Tab');
  await still(page);
  await tabTo(page, '主题');
  await page.keyboard.press('Control+Home');
  await page.keyboard.insertText('最');
  await expect.poll(() => page.getByRole('textbox', { name: '主题', exact: true }).inputValue()).toMatch(/^最/);
  await leave();
  await page.keyboard.press('Control+Z');
  expect(launched.errors).toEqual([]);
});

/** As an input method shows what it has so far. */
const composing = (text: string) =>
  input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

test('the palette acts upon what an input method composes only when it is meant, and Enter belongs to it till then', async () => {
  await page.keyboard.press('Control+K');
  const field = page.getByRole('combobox', { name: '找命令' });
  await field.waitFor();
  const entries = () => page.locator('.palette-entry').count();
  await still(page);
  const all = await entries();
  await composing('xiaoyang');
  await expect.poll(() => field.inputValue()).toBe('xiaoyang');
  await still(page);
  await expect.poll(entries).toBe(all);
  await page.keyboard.press('Enter');
  await still(page);
  await expect.poll(() => field.count()).toBe(1);
  await composing('校样');
  await input.send('Input.insertText', { text: '校样' });
  await expect.poll(entries).toBeLessThan(all);
  await expect.poll(() => field.inputValue()).toContain('校样');
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
});

test('find looks for what is meant, not for the letters that it is composed of', async () => {
  await page.keyboard.press('Control+F');
  const field = page.getByRole('textbox', { name: '查找', exact: true });
  await field.fill('');
  const status = () => page.locator('.find-status').textContent();
  await still(page);
  const hint = await status();
  await composing('chetai');
  await expect.poll(() => field.inputValue()).toBe('chetai');
  // Longer than a search waits for the typist.
  await page.waitForTimeout(400);
  await still(page);
  await expect.poll(status).toBe(hint);
  await composing('末班车');
  await input.send('Input.insertText', { text: '末班车' });
  await expect.poll(status).toMatch(/\d/);
  await page.keyboard.press('Escape');
});
