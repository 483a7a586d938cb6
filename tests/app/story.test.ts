/** The story editor: text beside its page, input methods, pasting, undo from within and from outside, find and replace. */
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Launched } from './launch';
import { still } from './support/at-work';
import { launchSample } from './support/sample';

let launched: Launched;
let page: Page;
let input: CDPSession;

beforeAll(async () => {
  launched = await launchSample();
  page = launched.page;
  await page.locator('.manuscript', { hasText: '末班车' }).click();
  await page.keyboard.press('Control+Enter');
  await page.locator('.story-text').waitFor();
  input = await page.context().newCDPSession(page);
});
afterAll(() => launched.close());

const paragraphs = async () => (await page.locator('.story-text > p').allInnerTexts()).map((text) => text.replace(/\n/g, ''));
const chars = async () => Number(await page.locator('.story-figure dd').first().textContent());
const caretOnPage = () => page.locator('.text-caret').boundingBox();
const undoTitle = () => page.locator('.topbar button[title^="撤销"]').getAttribute('title');

test('what is typed reflows the page as it is typed, and the caret is shown there', async () => {
  await still(page);
  const before = await chars();
  const place = await caretOnPage();
  await page.keyboard.insertText('渡口换了新缆绳，');
  await expect.poll(chars).toBe(before + 8);
  await expect.poll(caretOnPage).not.toEqual(place);
  await expect.poll(async () => (await paragraphs())[0]).toMatch(/^渡口换了新缆绳，/);
  await expect.poll(undoTitle).toContain('输入');
  await page.keyboard.press('Control+Z');
  await expect.poll(chars).toBe(before);
  await expect.poll(async () => (await paragraphs())[0]).not.toMatch(/^渡口/);
  await page.keyboard.press('Control+Y');
  await expect.poll(chars).toBe(before + 8);
  // The caret is where it was: what follows goes on there.
  await page.keyboard.insertText('又');
  await expect.poll(async () => (await paragraphs())[0]).toMatch(/^渡口换了新缆绳，又/);
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
  await expect.poll(chars).toBe(before);
});

test('an input method composes in the text, and the page follows', async () => {
  const [first] = await paragraphs();
  for (const text of ['d', 'du', '渡口'])
    await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await input.send('Input.insertText', { text: '渡口' });
  await expect.poll(async () => (await paragraphs())[0]).toBe(`渡口${first}`);
  await expect.poll(caretOnPage).not.toBeNull();
  await page.keyboard.press('Control+Z');
  await expect.poll(async () => (await paragraphs())[0]).toBe(first);
});

test('Enter and Backspace part and join paragraphs; forms and marks are the document’s', async () => {
  const before = await paragraphs();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await paragraphs()).length).toBe(before.length + 1);
  await page.keyboard.press('Backspace');
  await expect.poll(paragraphs).toEqual(before);
  await still(page);
  const selected = () => page.evaluate('getSelection().toString().length');
  for (const length of [1, 2]) {
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(selected).toBe(length);
  }
  await still(page);
  await page.keyboard.press('Control+B');
  await expect.poll(() => page.locator('.story-text [data-run="bold"]').count()).toBe(1);
  await page.locator('.story-tools select').selectOption('quote');
  await expect.poll(() => page.locator('.story-text > p[data-form="quote"]').count()).toBe(1);
  await expect.poll(undoTitle).toContain('改段落与字样');
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
  await expect.poll(() => page.locator('.story-text [data-run="bold"], .story-text > p[data-form="quote"]').count()).toBe(0);
});

test('what is selected stays selected when marks are drawn anew before the browser has told of it', async () => {
  const before = await paragraphs();
  const rows = () => page.evaluate(`[...document.querySelectorAll('.story-text > p')].map((p) => p.dataset.label).join()`);
  const rowsBefore = await rows();
  // The browser tells of a selection in a task of its own: here that comes after the marks, which tell of the rows below.
  await page.evaluate(`{
    globalThis.holdBack = (event) => event.isTrusted && event.stopImmediatePropagation();
    document.addEventListener('selectionchange', holdBack, { capture: true });
  }`);
  // Without a pause: the marks follow the text within a few frames.
  await Promise.all([page.keyboard.insertText('甲'.repeat(40)), page.keyboard.press('Shift+ArrowLeft')]);
  await expect.poll(rows).not.toBe(rowsBefore);
  expect(await page.evaluate(`getSelection().toString()`)).toBe('甲');
  await page.evaluate(`document.removeEventListener('selectionchange', holdBack, { capture: true })`);
  await page.keyboard.insertText('乙');
  await expect.poll(async () => (await paragraphs()).join('')).toContain(`${'甲'.repeat(39)}乙`);
  expect((await paragraphs()).join('')).not.toContain('甲'.repeat(40));
  // A selection parts what was written before from what is written over it; where the marks came first, nobody was told of it.
  await page.keyboard.press('Control+Z');
  await still(page);
  if ((await paragraphs()).join('').includes('甲')) await page.keyboard.press('Control+Z');
  await expect.poll(paragraphs).toEqual(before);
});

test('rich text from Word comes clean', async () => {
  const before = await paragraphs();
  await page.evaluate(`(() => {
    const data = new DataTransfer();
    data.setData('text/html', '<html><body><!--StartFragment--><p class=MsoNormal style="color:red"><b>夜市</b>,开张了</p><p>第二段</p><!--EndFragment--></body></html>');
    data.setData('text/plain', '夜市,开张了\\n第二段');
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  })()`);
  await expect.poll(async () => (await paragraphs()).length).toBe(before.length + 1);
  await expect.poll(async () => (await paragraphs()).join('\n')).toContain('夜市，开张了\n第二段');
  await expect.poll(() => page.locator('.story-text [style]').count()).toBe(0);
  await expect.poll(undoTitle).toContain('粘贴');
  await page.keyboard.press('Control+Z');
  await expect.poll(paragraphs).toEqual(before);
});

test('text without a place is tinted, column breaks and findings are marked and mended', async () => {
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(`我们我们在渡口等车${'，夜里风大，灯亮着，船工说桥下的水涨了半尺，石阶要重新铺过'.repeat(4)}。`);
  await expect.poll(() => page.locator('.story-overset').count()).toBeGreaterThan(0);
  await expect.poll(() => page.locator('.story-column').count()).toBeGreaterThan(0);
  await expect.poll(() => page.locator('.story-finding').count()).toBeGreaterThan(0);
  await page.locator('.story-finding').first().hover();
  const card = page.locator('.finding-card');
  await card.waitFor();
  await still(page);
  const length = await chars();
  await card.getByRole('button', { name: /改为/ }).click();
  await expect.poll(chars).toBe(length - 2);
  await page.locator('.story-text > p').last().click();
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
  await expect.poll(() => page.locator('.story-overset').count()).toBe(0);
});

test('breaks of the headline are put by a click, moved by arrows and by the mouse', async () => {
  const breaks = () =>
    page.locator('.story .head-gap[aria-pressed="true"]').evaluateAll((gaps) => gaps.map((gap) => gap.getAttribute('data-gap')));
  const before = await breaks();
  await page.locator('.story .head-gap').nth(1).click();
  await expect.poll(breaks).toEqual([...before, '2'].sort());
  await page.locator('.story .head-gap').nth(1).focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(breaks).toEqual([...before, '1'].sort());
  await expect.poll(undoTitle).toContain('改标题折行');
  await still(page);
  const to = (await page.locator('.story [data-gap="5"]').boundingBox())!;
  await page.locator('.story [data-gap="1"]').hover();
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 8, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await breaks()).includes('1')).toBe(false);
  // Each of the three was a step of its own.
  for (const left of [2, 1, 0]) {
    await page.locator('.topbar button[title^="撤销"]').click();
    await expect.poll(undoTitle).toMatch(left > 0 ? /改标题折行/ : /^撤销/);
  }
  await expect.poll(breaks).toEqual(before);
});

test('find and replace: previews, one and all as one step, hits are led to', async () => {
  await page.locator('.story-text').click();
  await page.keyboard.press('Control+F');
  await page.getByRole('textbox', { name: '查找', exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate('document.activeElement.className')).toContain('story-text');
  await page.keyboard.press('Escape');
  await page.locator('.story').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+F');
  await page.getByRole('textbox', { name: '查找', exact: true }).fill('公交');
  const hits = page.locator('.find-hit');
  await expect.poll(() => hits.count()).toBeGreaterThan(0);
  await still(page);
  const all = await hits.count();
  await page.getByRole('textbox', { name: '替换为' }).fill('巴士');
  await expect.poll(() => page.locator('.find-preview ins').first().textContent()).toBe('巴士');
  await hits.first().click();
  await expect.poll(() => page.locator('.text-input').inputValue()).toBe('公交');
  await page.getByRole('button', { name: '全部替换' }).click();
  await expect.poll(() => hits.count()).toBe(0);
  await expect.poll(undoTitle).toContain('替换文字');
  await page.locator('.topbar button[title^="撤销"]').click();
  await expect.poll(() => hits.count()).toBe(all);
  await page.getByText('正则表达式').click();
  await page.getByRole('textbox', { name: '查找', exact: true }).fill('(');
  await expect.poll(() => page.locator('.find-status').textContent()).toContain('括号');
  await page.getByRole('textbox', { name: '查找', exact: true }).fill('((.+)+)+x');
  await expect.poll(() => page.locator('.find-status').textContent()).toContain('已停下');
  await page.keyboard.press('Escape');
  await page.locator('.find').waitFor({ state: 'detached' });
  expect(launched.errors).toEqual([]);
});
