/** Half an hour of an editor on press day: a page's text and photographs come in, a page is made by hand, and goes to press. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { comparePage } from './compare-page';
import { quiet } from './frame';
import { type Launched, launch } from './launch';
import { still } from './support/at-work';
import { clearFolder } from './support/clear';
import { compose, drag, dropFiles, onPaper } from './support/hands';
import { pageMaterial } from './support/page-material';

let launched: Launched;
let page: Page;
let input: CDPSession;
let work: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'banxin-press-day-'));
  process.env.BANXIN_SHOPS = join(work, 'shops');
  launched = await launch();
  page = launched.page;
  input = await page.context().newCDPSession(page);
  // The system's own dialogs are no part of the window.
  await launched.app.evaluate(({ dialog }, folder) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: `${folder}/柳湾.banxin` });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [`${folder}/press`] });
  }, work);
});
afterAll(async () => {
  await launched.close();
  clearFolder(work);
});

const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const manuscript = (title: string) => page.locator('.manuscript', { hasText: title });
const problems = (words: string) => page.locator('.problem', { hasText: words });
const undoName = () => page.getByRole('button', { name: /^撤销/ }).getAttribute('aria-label');
const status = () => page.locator('.statusbar').textContent();
const body = () => field('正文').inputValue();
/** What the field or region with the keys is called. */
const focused = () => page.evaluate('document.activeElement.getAttribute("aria-label")');

/** Column, row, columns and rows of the selected block, as the inspector tells them. */
async function rect(): Promise<number[]> {
  const names = ['位置 栏', '位置 行', '大小 栏宽', '大小 行高'];
  return (await Promise.all(names.map((name) => field(name).inputValue()))).map(Number);
}

/** Goes from the manuscript to its block, and clicks that, so that the page has the keys. */
async function turnTo(title: string): Promise<void> {
  await manuscript(title).click();
  await still(page);
  const { x, y, width } = (await page.locator('.overlay .selected').boundingBox())!;
  await page.mouse.click(x + width / 4, y + 6);
  await expect.poll(focused).toBe('1版版面');
}

/** Drags a manuscript out of the library onto a place of the paper. */
async function placeOnPage(title: string, across: number, down: number): Promise<void> {
  await still(page);
  const row = (await manuscript(title).boundingBox())!;
  await drag(page, { x: row.x + row.width / 2, y: row.y + 16 }, await onPaper(page, across, down));
  await manuscript(title).locator('.page-chip', { hasText: '1版' }).waitFor();
}

/** Revision of the document that the page on the screen shows. */
const paintedRevision = () => page.evaluate("performance.getEntriesByName('banxin:frame').at(-1)?.detail ?? 0");

/** Makes the selected block higher or lower until it is just filled; each press is seen on the page before the next. */
async function fill(title: string): Promise<void> {
  const about = (problem: string) => problems(problem).filter({ hasText: title }).count();
  for (let presses = 0; ; presses++) {
    // The panels follow the page.
    await quiet(page);
    const next = (await about('溢出')) > 0 ? 'Alt+ArrowDown' : (await about('未排满')) > 0 ? 'Alt+ArrowUp' : '';
    if (next === '') return;
    expect(presses, title).toBeLessThan(60);
    const before = await paintedRevision();
    await page.keyboard.press(next);
    await expect.poll(paintedRevision).toBeGreaterThan(Number(before));
  }
}

test('a new issue takes the text of a page and five photographs that are dropped on the window', async () => {
  await page.locator('button.template').first().click();
  await page.locator('button.thumbnail').nth(3).waitFor();
  await page.locator('canvas.frame').waitFor();
  await dropFiles(input, pageMaterial(join(work, '来稿')), await onPaper(page, 0.5, 0.5));
  await expect.poll(() => page.locator('.manuscript').count()).toBe(5);
  await expect.poll(() => manuscript('柳湾社区“三件事”办到居民心坎上').locator('.figure').textContent()).toMatch(/^\d+ 字$/);
  await expect.poll(() => manuscript('图片新闻').locator('.photos').textContent()).toContain('5');
  await expect.poll(undoName).toBe('撤销：导入稿件');
  await page.locator('.message', { hasText: '稿件收好了' }).waitFor();
  // As soon as work goes on elsewhere it leaves the page, and waits in the status bar.
  const folded = page.locator('.folded-message', { hasText: '稿件收好了' });
  const workElsewhere = async () => {
    await page.locator('button.thumbnail').first().click();
    return (await folded.count()) === 1 && (await page.locator('.message').count()) === 0;
  };
  await expect.poll(workElsewhere).toBe(true);
});

test('manuscripts are dragged out of the library to where they are dropped', async () => {
  await placeOnPage('三件事', 0.12, 0.2);
  await expect.poll(async () => (await rect()).slice(0, 2)).toEqual([1, 14]);
  await placeOnPage('旧书桌', 0.75, 0.2);
  await expect.poll(async () => (await rect())[0]).toBe(5);
  await placeOnPage('图片新闻', 0.12, 0.62);
  await placeOnPage('菜摊', 0.75, 0.55);
  await placeOnPage('新闻热线', 0.75, 0.86);
  await expect.poll(() => page.locator('.rows-title').allTextContents()).toEqual([expect.stringContaining('已上版')]);
});

test('a story is made two columns wider by its handle and reflows, then lower until it is filled', async () => {
  await turnTo('三件事');
  await still(page);
  const [, , columns] = await rect();
  const grip = (await page.locator('[data-handle="e"]').boundingBox())!;
  const from = { x: grip.x + grip.width / 2, y: grip.y + grip.height / 2 };
  const paper = (await page.locator('.paper').boundingBox())!;
  await drag(page, from, { x: from.x + (paper.width * 76) / 273, y: from.y });
  await expect.poll(rect).toEqual([1, 14, columns! + 2, expect.any(Number)]);
  await expect.poll(undoName).toBe('撤销：改版块大小');
  await problems('未排满').filter({ hasText: '三件事' }).waitFor();
  await fill('三件事');
  await expect.poll(() => problems('溢出').filter({ hasText: '三件事' }).count()).toBe(0);
});

test('words are written on the page with an input method, and stand in the manuscript', async () => {
  const before = await body();
  const block = (await page.locator('.overlay .selected').boundingBox())!;
  await page.mouse.dblclick(block.x + block.width * 0.4, block.y + block.height * 0.8);
  await page.locator('.text-caret').waitFor();
  await page.keyboard.press('Control+Home');
  await compose(input, 'jintian', '今天');
  await expect.poll(body).toBe(`今天${before}`);
  await expect.poll(undoName).toBe('撤销：输入');
  await page.keyboard.press('Escape');
  await page.locator('.text-caret').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Z');
  await expect.poll(body).toBe(before);
});

test('the story editor sets bold what is selected, and gives the keys back to the page', async () => {
  await page.keyboard.press('Control+Enter');
  const story = page.locator('.ProseMirror');
  await story.waitFor();
  await story.getByText('楼道亮了').click();
  // A key can fall between two drawings of the text: who selects looks, and selects again.
  const selected = async () => {
    await page.keyboard.press('Home');
    for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowRight');
    return page.evaluate('getSelection().toString()');
  };
  await expect.poll(selected).toBe('楼道亮了');
  await page.keyboard.press('Control+B');
  await compose(input, 'deng', '灯');
  await expect.poll(() => story.textContent()).toContain('灯，脚下稳了');
  await page.keyboard.press('Control+Z');
  await expect.poll(() => story.textContent()).toContain('楼道亮了，脚下稳了');
  await page.keyboard.press('Escape');
  await story.waitFor({ state: 'detached' });
  await expect.poll(focused).toBe('1版版面');
});

test('a picture is cropped in its frame by wheel and drag, as one step each', async () => {
  await turnTo('图片新闻');
  const frame = (await page.locator('.overlay .selected').boundingBox())!;
  await page.mouse.dblclick(frame.x + frame.width * 0.25, frame.y + frame.height * 0.25);
  const pane = page.locator('.crop-pane');
  await pane.waitFor();
  const { x, y, width, height } = (await pane.boundingBox())!;
  const middle = { x: x + width / 2, y: y + height / 2 };
  const zoom = () => page.getByRole('slider', { name: '放大' }).inputValue().then(Number);
  const resolution = () => page.locator('.crop-ppi').textContent();
  await still(page);
  const [wide, fine] = [await zoom(), await resolution()];
  await page.mouse.move(middle.x, middle.y);
  for (let i = 0, nearer = wide; i < 5; i++) {
    await page.mouse.wheel(0, -100);
    await expect.poll(zoom).toBeGreaterThan(nearer);
    nearer = await zoom();
  }
  await expect.poll(resolution).not.toBe(fine);
  const picture = async () => (await page.locator('.crop-rest').boundingBox())!.x;
  await still(page);
  const before = await picture();
  await drag(page, middle, { x: middle.x + width / 6, y: middle.y });
  await expect.poll(picture).toBeGreaterThan(before + 5);
  await page.keyboard.press('Enter');
  await pane.waitFor({ state: 'detached' });
  await expect.poll(undoName).toBe('撤销：裁切');
});

test('a picture that is taken out of its group leaves no hole, and comes back', async () => {
  const frames = () => page.locator('.group-pictures li').count();
  await page.locator('.group-pictures li').nth(4).getByRole('button').first().click();
  await page.getByRole('button', { name: /^去掉/ }).click();
  await expect.poll(frames).toBe(4);
  await page.keyboard.press('Control+Z');
  await expect.poll(frames).toBe(5);
});

test('a headline is turned down the page, a story gets a box', async () => {
  await problems('碰题').waitFor();
  await turnTo('旧书桌');
  await page.keyboard.press('Shift+X');
  await expect.poll(undoName).toBe('撤销：改标题排法');
  await expect.poll(() => problems('碰题').count()).toBe(0);
  await turnTo('菜摊');
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('b');
  await expect.poll(undoName).toBe('撤销：改框线');
});

test('a word is replaced over the issue where the preview shows it, as one step', async () => {
  await page.keyboard.press('Control+F');
  await expect.poll(focused).toBe('查找');
  await compose(input, 'bianmindian', '便民点');
  await page.keyboard.press('Tab');
  await expect.poll(focused).toBe('替换为');
  await compose(input, 'bianminyizhan', '便民驿站');
  await expect.poll(() => page.locator('.find-hit ins').allTextContents()).toEqual(Array(5).fill('便民驿站'));
  await page.getByRole('button', { name: '全部替换', exact: true }).click();
  await page.getByRole('status').filter({ hasText: '已替换 5 处' }).waitFor();
  await expect.poll(undoName).toBe('撤销：替换文字');
  await page.keyboard.press('Escape');
  await page.locator('.find').waitFor({ state: 'detached' });
  await turnTo('三件事');
  await expect.poll(async () => (await body()).split('便民驿站').length - 1).toBe(3);
  expect(await body()).not.toContain('便民点');
});

test('problems come to zero, one after the other', async () => {
  for (const title of ['三件事', '旧书桌', '菜摊']) {
    await turnTo(title);
    await fill(title);
  }
  await expect.poll(() => page.locator('.problem').allTextContents()).toEqual([]);
  await expect.poll(status).toContain('无溢出');
});

test('what the print shop wants is written down once, and a mistake is told where it was made', async () => {
  await page.keyboard.press('Control+E');
  await page.getByRole('button', { name: '新建…' }).click();
  const shop = page.locator('.dialog.shop');
  await expect.poll(focused).toBe('名称');
  await shop.getByLabel('名称').fill('柳湾印刷厂');
  await shop.getByLabel('出血', { exact: true }).fill('三');
  await shop.getByLabel('裁切长度').fill('546');
  await shop.getByRole('button', { name: '存好' }).click();
  await shop.getByRole('alert').filter({ hasText: '“出血”要填数字' }).waitFor();
  await shop.getByLabel('出血', { exact: true }).fill('3');
  await shop.getByRole('button', { name: '存好' }).click();
  // A cut-off belongs to a sheet: the fault names what is missing.
  await shop.getByRole('alert').filter({ hasText: '请填写“纸宽”' }).waitFor();
  await shop.getByLabel('纸宽').fill('787');
  await shop.getByLabel('纸高').fill('546');
  await shop.getByRole('button', { name: '存好' }).click();
  await shop.waitFor({ state: 'detached' });
  await expect
    .poll(() => page.getByRole('combobox', { name: '印厂' }).locator('option:checked').textContent())
    .toBe('柳湾印刷厂');
  const written = JSON.parse(readFileSync(join(work, 'shops', '柳湾印刷厂.json'), 'utf8'));
  expect(written).toMatchObject({ shop: '柳湾印刷厂', bleed: 3, sheet: { width: 787, height: 546, cutOff: 546 } });
  await page.keyboard.press('Escape');
  await page.locator('.dialog').waitFor({ state: 'detached' });
});

test('the page goes to press, and the shop is chosen still', async () => {
  await page.keyboard.press('Control+E');
  const shop = page.getByRole('combobox', { name: '印厂' }).locator('option:checked');
  await expect.poll(() => shop.textContent()).toBe('柳湾印刷厂');
  await page.locator('.dialog-foot').getByRole('button', { name: '付印' }).click();
  await expect.poll(() => page.locator('.files li').count()).toBe(1);
  await page.keyboard.press('Escape');
  await page.locator('.dialog').waitFor({ state: 'detached' });
});

test('errors in the press files close the way to the press, until the shop wants it otherwise', async () => {
  await page.keyboard.press('Control+E');
  const ways = [page.locator('.dialog-foot').getByRole('button', { name: '付印' }), page.locator('[data-part="handoff"]')];
  const open = () => Promise.all(ways.map((way) => way.isEnabled()));
  const allow = async (ink: string) => {
    await page.getByRole('button', { name: '修改…' }).click();
    const shop = page.locator('.dialog.shop');
    await shop.getByLabel('总墨量上限').fill(ink);
    await shop.getByRole('button', { name: '存好' }).click();
    await shop.waitFor({ state: 'detached' });
  };
  await allow('100');
  // The dialog has the files examined by itself, and anew when the shop wants it otherwise.
  await page.locator('.summary', { hasText: '处错误，请先改好' }).waitFor();
  await expect.poll(open).toEqual([false, false]);
  await allow('');
  await expect.poll(open).toEqual([true, true]);
  await page.keyboard.press('Escape');
  await page.locator('.dialog').waitFor({ state: 'detached' });
});

test('plates are looked at while a page has changed since', async () => {
  await turnTo('菜摊');
  await page.keyboard.press('b');
  await expect.poll(undoName).toBe('撤销：改框线');
  await page.keyboard.press('Control+E');
  // A picture of the old plate must not be asked for any more; that would be said on the console.
  for (const name of ['C', '合成', 'M']) await page.locator('.plate-bar').getByRole('button', { name, exact: true }).click();
  await page.locator('img.plate').first().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Z');
});

test('what the screen shows is what the press PDF shows', async () => {
  const [file] = readdirSync(join(work, 'press')).filter((name) => name.endsWith('.pdf'));
  const { uncovered, distance, ink } = await comparePage(page, 1, join(work, 'press', file!), work);
  expect(uncovered).toBe(0);
  expect(ink).toBeGreaterThan(0.05);
  expect(distance).toBeLessThan(0.01);
});

test('no errors were said on the console', () => {
  expect(launched.errors).toEqual([]);
});
