/** Pictures on the page: chosen, cropped in their frame, dropped from the desktop, ordered in their group; codes of links. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropFiles } from './desktop';
import { frameAtRest } from './frame';
import { type Launched, root } from './launch';
import { differentPixels, pictureAtRest, takePicture } from './pictures';
import { still } from './support/at-work';
import { clearFolder } from './support/clear';
import { launchSample } from './support/sample';

let launched: Launched;
let page: Page;
const work = mkdtempSync(join(tmpdir(), 'banxin-pictures-'));
const samples = join(root, 'samples/chengtang/manuscripts');

beforeAll(async () => {
  launched = await launchSample();
  page = launched.page;
});
afterAll(async () => {
  await launched.close();
  clearFolder(work);
});

const manuscript = (title: string) => page.locator('.manuscript', { hasText: title }).first();
const undoName = () => page.getByRole('button', { name: /^撤销/ }).getAttribute('aria-label');
const item = (name: string) => page.locator('.menu-item', { hasText: name });
const cropButton = () => page.locator('.photo').first().getByRole('button', { name: '裁切' });
const pane = () => page.locator('.crop-pane');
const percent = () => page.getByRole('textbox', { name: '图1 放大' }).inputValue();

/** Middle of the first picture of a story on the canvas. */
async function middleOfPicture(): Promise<{ x: number; y: number }> {
  await cropButton().click();
  await pane().waitFor();
  await still(page);
  const { x, y, width, height } = (await pane().boundingBox())!;
  await pane().press('Escape');
  await pane().waitFor({ state: 'detached' });
  return { x: x + width / 2, y: y + height / 2 };
}

test('a double click crops: the wheel goes closer, a drag pans, and each is one step to undo', async () => {
  await manuscript('雪落老街').click();
  const { x, y } = await middleOfPicture();
  await expect.poll(percent).toBe('100');
  const before = await frameAtRest(page);
  await page.mouse.dblclick(x, y);
  await pane().waitFor();
  await page.mouse.move(x, y);
  for (let turn = 0; turn < 5; turn++) await page.mouse.wheel(0, -100);
  await expect.poll(percent).toBe('161');
  await expect.poll(undoName).toBe('撤销：裁切');
  await page.mouse.down();
  await page.mouse.move(x + 30, y + 12, { steps: 5 });
  await page.mouse.up();
  await pane().press('ArrowLeft');
  await pane().press('-');
  await expect.poll(percent).toBe('146');
  await pane().press('Enter');
  await expect.poll(() => pane().count()).toBe(0);
  await expect.poll(() => frameAtRest(page)).not.toBe(before);
  while ((await undoName()) !== '撤销') await page.keyboard.press('Control+Z');
  await expect.poll(percent).toBe('100');
  await expect.poll(() => frameAtRest(page)).toBe(before);
});

test('a second click chooses the picture, whose menu has no more than nine lines', async () => {
  const { x, y } = await middleOfPicture();
  await page.keyboard.press('Escape');
  await page.mouse.click(x, y);
  // A little beside it, so that the two are no double click.
  await page.mouse.click(x + 12, y + 9);
  await page.locator('.picture-chosen').waitFor();
  await expect.poll(() => page.locator('.ppi-chip').textContent()).toMatch(/^\d+ 像素\/英寸/);
  await page.mouse.click(x, y, { button: 'right' });
  await item('完整').waitFor();
  expect(await page.locator('.menu-item').count()).toBeLessThanOrEqual(9);
  await item('完整').click();
  await expect.poll(undoName).toBe('撤销：裁切');
  await expect.poll(() => page.getByRole('textbox', { name: '图1 放大' }).isDisabled()).toBe(true);
  await page.keyboard.press('Control+Z');
  await page.mouse.click(x, y, { button: 'right' });
  await item('作者署名').click();
  await expect.poll(() => page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('图1 摄影');
});

test('a picture dropped on a story’s text belongs to it and stands in it; undo takes both back', async () => {
  const file = join(work, '新来的一张.jpg');
  // Another file than the sample's: what follows the end of a JPEG shows nothing.
  writeFileSync(file, Buffer.concat([readFileSync(join(samples, '2版-图4 水獭.jpg')), Buffer.from('another')]));
  await manuscript('末班车').click();
  await expect.poll(() => page.locator('.photo').count()).toBe(0);
  await still(page);
  const handle = (await page.locator('[data-handle="n"]').first().boundingBox())!;
  await dropFiles(page, [file], { x: handle.x + handle.width / 2, y: handle.y + 70 });
  await expect.poll(undoName).toBe('撤销：导入稿件');
  await expect.poll(() => page.locator('.photo').count()).toBe(1);
  await expect.poll(() => page.getByRole('combobox', { name: '图1 放在' }).inputValue()).not.toBe('');
  await expect.poll(() => page.locator('.photo .ppi').textContent()).toMatch(/像素/);
  await page.locator('.board').focus();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => page.locator('.photo').count()).toBe(0);
});

test('a picture dropped on a picture asks, and takes its place with its caption', async () => {
  const file = join(work, '换上的.jpg');
  copyFileSync(join(samples, '2版-图5 古剧场.jpg'), file);
  await manuscript('雪落老街').click();
  const { x, y } = await middleOfPicture();
  const caption = await page.getByRole('textbox', { name: '图1 说明' }).inputValue();
  const address = () => page.locator('.photo img').first().getAttribute('src');
  await expect.poll(address).toMatch(/^blob:/);
  const before = await address();
  await dropFiles(page, [file], { x, y });
  await item('换掉这张图片').waitFor();
  await page.keyboard.press('Escape');
  await item('换掉这张图片').waitFor({ state: 'detached' });
  await expect.poll(address).toBe(before);
  await dropFiles(page, [file], { x, y });
  await item('换掉这张图片').click();
  await expect.poll(address).not.toBe(before);
  await expect.poll(() => page.getByRole('textbox', { name: '图1 说明' }).inputValue()).toBe(caption);
  await page.locator('.board').focus();
  await page.keyboard.press('Control+Z');
  await expect.poll(address).toBe(before);
});

test('pictures of a group change places by keyboard and leave it, and the page follows', async () => {
  await page.keyboard.press('PageDown');
  await page.locator('.manuscript', { hasText: '图片新闻' }).first().click();
  const slots = page.locator('.group-slot');
  await expect.poll(() => slots.count()).toBe(5);
  const names = () => slots.evaluateAll((all) => all.map((slot) => slot.getAttribute('aria-label')!.replace(/^图\d：/, '')));
  await still(page);
  const before = await names();
  const painted = await frameAtRest(page);
  const shown = await takePicture(page);
  await slots.first().press('Alt+ArrowRight');
  await expect.poll(names).toEqual([before[1], before[0], ...before.slice(2)]);
  await expect.poll(() => frameAtRest(page)).not.toBe(painted);
  await slots.nth(4).click();
  await page.getByRole('button', { name: /^去掉图5/ }).click();
  await expect.poll(() => slots.count()).toBe(4);
  await page.getByRole('button', { name: '各写各的' }).click();
  await expect.poll(undoName).toBe('撤销：图说方式');
  await page.locator('.board').focus();
  for (let step = 0; step < 3; step++) await page.keyboard.press('Control+Z');
  await expect.poll(names).toEqual(before);
  await expect.poll(async () => differentPixels(shown, await pictureAtRest(page))).toBe(0);
});

test('a picture that is chosen on the page leaves its group by the key that else takes the block off the page', async () => {
  const slots = page.locator('.group-slot');
  await still(page);
  const block = (await page.locator('.overlay .selected').boundingBox())!;
  await page.mouse.click(block.x + block.width / 4, block.y + block.height * 0.3);
  await page.locator('.picture-chosen').waitFor();
  await page.keyboard.press('Delete');
  await expect.poll(() => slots.count()).toBe(4);
  await expect.poll(undoName).toBe('撤销：拿下图片');
  await page.keyboard.press('Delete');
  await expect.poll(undoName).toBe('撤销：撤下版面');
  for (let step = 0; step < 2; step++) await page.keyboard.press('Control+Z');
  await expect.poll(() => slots.count()).toBe(5);
});

test('a link typed for a notice stands on the page as a code that a reader reads', async () => {
  await page.keyboard.press('PageUp');
  await manuscript('征稿启事').click();
  await page.getByText('二维码', { exact: true }).click();
  const link = 'https://chengtang.example.com/tougao';
  await page.getByRole('textbox', { name: '二维码 链接' }).fill(link);
  await page.getByRole('textbox', { name: '二维码 附言' }).fill('扫码投稿');
  await page.getByRole('textbox', { name: '大小 行高' }).fill('24');
  await page.getByRole('textbox', { name: '大小 行高' }).press('Enter');
  await page.locator('.board').focus();
  await page.keyboard.press('Control+2');
  await page.keyboard.press('Escape');
  const read = async () => {
    await frameAtRest(page);
    const path = join(work, 'code.png');
    await page.locator('.board').screenshot({ path });
    return spawnSync('zbarimg', ['--quiet', '--raw', path], { encoding: 'utf8' }).stdout.trim();
  };
  await expect.poll(read).toBe(link);
});

test('the paper’s particulars and the people of a page are edited in one place', async () => {
  await page.keyboard.press('Control+0');
  await page.keyboard.press('Escape');
  await page.getByText('报头、报眉、版尾', { exact: true }).click();
  const before = await frameAtRest(page);
  await page.getByRole('textbox', { name: '报纸报名' }).fill('澄塘新报');
  await expect.poll(undoName).toBe('撤销：报纸资料');
  await expect.poll(() => frameAtRest(page)).not.toBe(before);
  const person = page.getByRole('textbox', { name: '本版校对' });
  const placeholder = await person.getAttribute('placeholder');
  expect(placeholder).not.toBe('');
  await person.fill('丁四');
  await expect.poll(undoName).toBe('撤销：本版人员');
  await page.locator('.board').focus();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => person.inputValue()).toBe('');
  await page.keyboard.press('Control+Z');
  await expect.poll(() => frameAtRest(page)).toBe(before);
});

test('no errors were said on the console', () => {
  expect(launched.errors).toEqual([]);
});
