/** The editor as a person uses it, on the real Electron: type, undo, move, propose, save, reopen, press. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Launched } from './launch';
import { differentPixels, type Picture, pictureAtRest, takePicture } from './pictures';
import { clearFolder } from './support/clear';
import { launchSample } from './support/sample';

let launched: Launched;
let page: Page;
let work: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'banxin-editing-'));
  await start();
});
afterAll(async () => {
  await launched.close();
  clearFolder(work);
});

async function start(): Promise<void> {
  launched = await launchSample({ userData: join(work, 'profile') });
  page = launched.page;
}

const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const toolName = (name: RegExp) => page.getByRole('button', { name }).getAttribute('aria-label');
const manuscript = (title: string) => page.locator('.manuscript', { hasText: title });
const state = () => page.locator('.statusbar').textContent();

const painted = () => pictureAtRest(page);

/** Waits for a change of the page and gives what it shows then. */
async function paintedAfter(before: Picture): Promise<Picture> {
  await expect.poll(async () => differentPixels(before, await takePicture(page))).toBeGreaterThan(0);
  return painted();
}

/** The page shows a picture again, or does so soon: what was painted in haste is painted exactly in the next pause. */
const sameAs = (other: Picture) => expect.poll(async () => differentPixels(await painted(), other)).toBe(0);

test('typing a headline changes the page; undo and redo bring both states back', async () => {
  await manuscript('末班车').click();
  await field('主题').click();
  const before = await painted();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('末班车');
  await page.keyboard.type('12345');
  const after = await paintedAfter(before);
  await expect.poll(() => manuscript('末班车12345').count()).toBe(1);
  await expect.poll(() => toolName(/^撤销/)).toBe('撤销：改主题');
  await page.keyboard.press('Control+Z');
  await expect.poll(() => field('主题').inputValue()).toContain('多开了一站');
  await sameAs(before);
  await page.keyboard.press('Control+Y');
  await sameAs(after);
});

test('an input method is left alone until its text stands', async () => {
  const session = await page.context().newCDPSession(page);
  await field('副题').click();
  await session.send('Input.imeSetComposition', { text: 'deng huo', selectionStart: 8, selectionEnd: 8 });
  await expect.poll(() => field('副题').inputValue()).toBe('deng huo');
  await expect.poll(() => toolName(/^撤销/)).toBe('撤销：改主题');
  await session.send('Input.insertText', { text: '灯火' });
  await expect.poll(() => toolName(/^撤销/)).toBe('撤销：改副题');
  await expect.poll(() => field('副题').inputValue()).toBe('灯火');
  await page.keyboard.press('Control+Z');
  await expect.poll(() => field('副题').inputValue()).toBe('');
});

test('a body that is too long is told everywhere with the same number', async () => {
  const body = field('正文');
  const text = await body.inputValue();
  await body.fill(`${text}${'车窗外的灯一盏接一盏。'.repeat(20)}`);
  const number = /(\d+) 字$/;
  // 220 are added; until the page is composed the mark tells of the one before.
  await expect.poll(() => page.locator('.inspector .fit').textContent()).toMatch(/^\+\d{3} 字$/);
  const count = number.exec((await page.locator('.inspector .fit').textContent())!)![1]!;
  // Lists follow when the writer rests.
  await expect.poll(() => page.locator('.thumbnail').first().textContent()).toContain(`+${count} 字`);
  await expect.poll(state).toContain(`溢出 ${count} 字`);
  await expect.poll(() => page.locator('.problem').first().textContent()).toContain(`多出 ${count} 字`);
  await page.keyboard.press('Control+Z');
  await expect.poll(() => body.inputValue()).toBe(text);
});

test('arrow keys and number fields move and size the block; each row of steps is undone at once', async () => {
  const row = page.getByRole('textbox', { name: '位置 行' });
  const rows = page.getByRole('textbox', { name: '大小 行高' });
  const [top, high] = [Number(await row.inputValue()), Number(await rows.inputValue())];
  await page.locator('.board').focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => row.inputValue()).toBe(String(top - 2));
  await expect.poll(() => page.locator('.problem', { hasText: '重叠' }).count()).toBeGreaterThan(0);
  await rows.fill(String(high - 4));
  await rows.press('Tab');
  await expect.poll(() => toolName(/^撤销/)).toBe('撤销：改版块大小');
  await button('撤销：改版块大小').click();
  await button('撤销：移动版块').click();
  await expect.poll(async () => [Number(await row.inputValue()), Number(await rows.inputValue())]).toEqual([top, high]);
});

test('a pull quote is put into a story, narrowed and taken out again', async () => {
  const before = await painted();
  await page.locator('summary', { hasText: '引语' }).click();
  await button('添加引语').click();
  await field('引语1').fill('末班车开走了，灯还亮着。');
  const shown = await paintedAfter(before);
  await field('引语1 栏宽').fill('1');
  await field('引语1 栏宽').press('Tab');
  await paintedAfter(shown);
  await button('删去').click();
  await expect.poll(() => field('引语1').count()).toBe(0);
  await sameAs(before);
});

test('single keys belong to the text field, not to the page', async () => {
  const blocks = () => page.locator('.stage li').count();
  const before = await blocks();
  await field('引题').click();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('b');
  await painted();
  await expect.poll(blocks).toBe(before);
  await expect.poll(() => field('引题').inputValue()).toContain('b');
  while ((await toolName(/^撤销/)) === '撤销：改引题') await page.keyboard.press('Control+Z');
});

test('a block taken off the page waits in the library and comes back', async () => {
  const place = () => page.locator('.rows-title').first().textContent();
  await page.locator('.board').focus();
  await page.keyboard.press('Delete');
  await expect.poll(place).toContain('未上版');
  await page.keyboard.press('Control+Z');
  await expect.poll(place).toContain('已上版');
  await page.keyboard.press('Control+Y');
  await expect.poll(place).toContain('未上版');
});

test('a click in a toolbar leaves the keys to the page', async () => {
  const focused = () => page.evaluate('document.activeElement.className');
  await field('引题').click();
  await button('适合页面').click();
  await expect.poll(focused).toBe('board');
  await button('适合页面').press('Enter');
  await expect.poll(focused).toContain('button');
});

test('files held over the window are shown where to go', async () => {
  const drag = (type: string) =>
    page.evaluate(`{
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['灯'], '灯.txt'));
      document.body.dispatchEvent(new DragEvent('${type}', { bubbles: true, cancelable: true, dataTransfer }));
    }`);
  await drag('dragover');
  await expect.poll(() => page.locator('.library').textContent()).toContain('把来稿拖到这里');
  await drag('dragleave');
  await expect.poll(() => page.locator('.drop').count()).toBe(0);
});

const proposals = () => page.locator('.proposal').count();
/** Waits until all are found: better ones take the place of the first. */
async function proposed(): Promise<void> {
  await expect.poll(proposals).toBe(3);
  await expect.poll(() => page.locator('.statusbar .job').count()).toBe(0);
}
const previewed = () => page.locator('.proposal[aria-pressed="true"] strong').first().textContent();

test('proposals are previewed on the page and leave the document alone', async () => {
  const before = await painted();
  const undo = await toolName(/^撤销/);
  await button('自动组版').click();
  await proposed();
  const first = await paintedAfter(before);
  await page.keyboard.press('ArrowRight');
  await expect.poll(previewed).toBe('方案 B');
  await paintedAfter(first);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(previewed).toBe('方案 A');
  await sameAs(first);
  await page.keyboard.down('Backslash');
  await expect.poll(() => page.locator('.preview-bar').textContent()).toContain('现在的版面');
  await page.keyboard.up('Backslash');
  await sameAs(first);
  await expect.poll(() => toolName(/^撤销/)).toBe(undo);
  await expect.poll(() => page.locator('.rows-title').first().textContent()).toContain('未上版');
  await page.keyboard.press('Escape');
  await expect.poll(proposals).toBe(0);
  await expect.poll(() => page.evaluate('document.activeElement.role')).toBe('application');
  await sameAs(before);
});

test('a proposed page places what was off it, as one step', async () => {
  const before = await painted();
  const size = await page.locator('.board').boundingBox();
  await button('自动组版').click();
  await proposed();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => toolName(/^撤销/)).toBe('撤销：采用方案 B');
  await expect.poll(() => page.locator('.board').boundingBox()).toEqual(size);
  const after = await paintedAfter(before);
  await expect.poll(() => page.locator('.rows-title').allTextContents()).toEqual([expect.stringContaining('已上版')]);
  await expect.poll(state).toContain('无溢出');
  await page.keyboard.press('Control+Z');
  await sameAs(before);
  await page.keyboard.press('Control+Y');
  await sameAs(after);
});

test('what is saved is there after closing and opening again', async () => {
  await page.keyboard.press('Control+S');
  await expect.poll(state).toContain('已保存');
  await launched.close();
  await start();
  await expect.poll(() => manuscript('末班车12345').count()).toBe(1);
  await expect.poll(state).toContain('已保存');
});

test('language and theme change at once and without a word of Chinese left on the controls', async () => {
  const send = (command: string) =>
    launched.app.evaluate(
      ({ BrowserWindow }, name) => BrowserWindow.getAllWindows()[0]!.webContents.send('banxin:command', name),
      command,
    );
  await send('languageEn');
  await send('themeDark');
  await expect.poll(() => page.evaluate('document.documentElement.lang + document.documentElement.dataset.theme')).toBe('endark');
  const names = page.locator('.topbar button:not(.issue-name), .statusbar button, .tab, .panel-head button, .row-label');
  await expect.poll(async () => (await names.allTextContents()).filter((name) => /\p{Script=Han}/u.test(name))).toEqual([]);
  await send('languageZh');
  await send('themeLight');
  await expect
    .poll(() => page.evaluate('document.documentElement.lang + document.documentElement.dataset.theme'))
    .toBe('zh-CNlight');
});

test.each(['languageZh', 'languageEn'])('no number is cut off in the smallest window (%s)', async (language) => {
  await launched.app.evaluate(({ BrowserWindow }, command) => {
    const [window] = BrowserWindow.getAllWindows();
    window!.setSize(1120, 700);
    window!.webContents.send('banxin:command', command);
  }, language);
  await manuscript('末班车').click();
  const cut = () =>
    page.evaluate(`[...document.querySelectorAll('.figure, .page-chip, .fit, .verdict, .number-input, .aside, .button, .segment, .segments, .problem')]
      .filter((e) => e.scrollWidth > e.clientWidth + 1 || e.getBoundingClientRect().right > innerWidth)
      .map((e) => e.className + ' ' + e.textContent)`);
  await expect.poll(cut).toEqual([]);
  await expect.poll(() => page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
});

test('the issue goes to press from the dialog', async () => {
  await launched.app.evaluate(({ dialog, BrowserWindow }, folder) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
    BrowserWindow.getAllWindows()[0]!.webContents.send('banxin:command', 'languageZh');
  }, work);
  await button('付印').click();
  await page.locator('.dialog-foot').getByRole('button', { name: '付印' }).click();
  await page.getByRole('button', { name: '转到后台' }).click();
  await page.getByRole('status').filter({ hasText: '正在付印' }).waitFor();
  await page.locator('.message').getByRole('button', { name: '付印' }).click();
  await expect.poll(() => page.locator('.files li').count()).toBe(4);
  const pdfs = readdirSync(work, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.pdf'));
  expect(pdfs).toHaveLength(4);
  for (const pdf of pdfs) expect(readFileSync(join(work, pdf)).subarray(0, 5).toString()).toBe('%PDF-');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.dialog').count()).toBe(0);
});

test('nothing was said on the console', () => {
  expect(launched.errors).toEqual([]);
});
