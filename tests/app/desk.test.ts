/** Blocks by hand, several at once, and the ways to look at a page, by mouse and keyboard on the real Electron. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { frameAtRest } from './frame';
import type { Launched } from './launch';
import { launchSample } from './support/sample';

let launched: Launched;
let page: Page;

beforeAll(async () => {
  launched = await launchSample();
  page = launched.page;
  await frameAtRest(page);
});
afterAll(() => launched.close());

const undoName = () => page.getByRole('button', { name: /^撤销/ }).getAttribute('aria-label');
const undo = () => page.keyboard.press('Control+Z');
const select = (title: string) => page.locator('.manuscript', { hasText: title }).click();
const outlines = () => page.locator('.overlay .selected').count();
const board = async () => (await page.locator('.board').boundingBox())!;

async function toCanvas(): Promise<void> {
  await page.locator('.board').focus();
}

async function run(words: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').fill(words);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.palette').count()).toBe(0);
}

/** Columns and rows of the selected block as the inspector tells them: column, row, columns, rows. */
async function place(): Promise<number[]> {
  const fields = ['位置 栏', '位置 行', '大小 栏宽', '大小 行高'];
  const values = await Promise.all(fields.map((name) => page.getByRole('textbox', { name, exact: true }).inputValue()));
  return values.map(Number);
}

describe('several blocks', () => {
  beforeEach(async () => {
    await toCanvas();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  test('are touched by a marquee; Esc leaves one of them, then none', async () => {
    const { x, y, height } = await board();
    await page.mouse.move(x + 6, y + height * 0.6);
    await page.mouse.down();
    await page.mouse.move(x + 40, y + height * 0.7);
    const paper = (await page.locator('.paper').boundingBox())!;
    await page.mouse.move(paper.x + paper.width * 0.6, y + height * 0.8);
    expect(await page.locator('.marquee').count()).toBe(1);
    const touched = await page.locator('.touched').count();
    expect(touched).toBeGreaterThan(1);
    await page.mouse.up();
    expect(await page.locator('.marquee').count()).toBe(0);
    expect(await outlines()).toBe(touched);
    await toCanvas();
    await page.keyboard.press('Escape');
    expect(await outlines()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await outlines()).toBe(0);
  });

  test('are all selected by Ctrl+A, moved together and undone as one', async () => {
    await page.keyboard.press('Control+A');
    const all = await outlines();
    expect(all).toBeGreaterThan(3);
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(undoName).toBe('撤销：改版块大小');
    await undo();
    expect(await outlines()).toBe(all);
    await page.keyboard.press('Control+L');
    await expect.poll(undoName).toBe('撤销：改锁定');
    await page.keyboard.press('ArrowUp');
    expect(await undoName()).toBe('撤销：改锁定');
    await undo();
  });

  test('are added by Shift and aligned by a command', async () => {
    await select('末班车');
    const before = await place();
    const first = (await page.locator('.overlay .selected').boundingBox())!;
    await select('一条街的老照片');
    await page.keyboard.down('Shift');
    await page.mouse.click(first.x + first.width / 2, first.y + first.height / 2);
    await page.keyboard.up('Shift');
    expect(await outlines()).toBe(2);
    await run('左边对齐');
    await expect.poll(undoName).toBe('撤销：对齐版块');
    await undo();
    await run('两块对调');
    await expect.poll(undoName).toBe('撤销：两块对调');
    await undo();
    await select('末班车');
    expect(await place()).toEqual(before);
  });
});

describe('by hand', () => {
  beforeEach(async () => {
    await select('末班车');
    await toCanvas();
  });

  test('a story is split and merged, its headline turned and sized', async () => {
    const before = await place();
    await page.keyboard.press('k');
    await expect.poll(undoName).toBe('撤销：拆块');
    expect(await outlines()).toBe(2);
    await page.keyboard.press('m');
    await expect.poll(undoName).toBe('撤销：并回续排');
    expect(await place()).toEqual(before);
    await undo();
    await undo();
    await page.keyboard.press('Shift+X');
    await expect.poll(undoName).toBe('撤销：改标题排法');
    await undo();
    await page.keyboard.press('Control+Shift+Comma');
    await expect.poll(undoName).toBe('撤销：改标题字号');
    await undo();
    await page.keyboard.press('b');
    await expect.poll(undoName).toBe('撤销：改框线底纹');
    await undo();
  });

  test('a block goes to another page and comes back by undo', async () => {
    await page.keyboard.press('Control+Shift+G');
    await page.getByRole('combobox').fill('fukan');
    await page.keyboard.press('Enter');
    await expect.poll(undoName).toBe('撤销：送到另一版');
    await expect.poll(() => page.locator('.statusbar').textContent()).toContain('4 / 4 版');
    await undo();
    await select('末班车');
    await expect.poll(() => page.locator('.statusbar').textContent()).toContain('1 / 4 版');
  });

  test('Alt swaps with the block under the pointer, and shows it before the drop', async () => {
    const before = await place();
    const from = (await page.locator('.overlay .selected').boundingBox())!;
    await select('一条街的老照片');
    const to = (await page.locator('.overlay .selected').boundingBox())!;
    await select('末班车');
    await page.mouse.move(from.x + 30, from.y + 30);
    await page.mouse.down();
    await page.mouse.move(from.x + 20, from.y + 10);
    await page.keyboard.down('Alt');
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2);
    expect(await page.locator('.pushed').count()).toBe(1);
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await expect.poll(undoName).toBe('撤销：两块对调');
    expect(await place()).not.toEqual(before);
    await undo();
    expect(await place()).toEqual(before);
  });

  test('an edge level with a neighbour’s is told with its row; Ctrl suspends it', async () => {
    const handle = (await page.locator('[data-handle="n"]').boundingBox())!;
    const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + 30);
    await page.mouse.move(x, y + 3);
    expect(await page.locator('.guide-chip').textContent()).toMatch(/\d+ 行/);
    await page.keyboard.down('Control');
    await page.mouse.move(x, y + 4);
    expect(await page.locator('.guide-chip').count()).toBe(0);
    await page.keyboard.up('Control');
    expect(await page.locator('.size-chip').textContent()).toMatch(/^\d+ 栏 × \d+ 行$/);
    await page.keyboard.press('Escape');
    await page.mouse.up();
  });
});

describe('problems', () => {
  test('the lists below the page are of the whole issue or of its page, preflight begins with the way to it', async () => {
    const tabs = page.locator('.problems').getByRole('tab');
    expect(await tabs.allTextContents()).toEqual([expect.stringMatching(/^问题/), '预检 ', expect.stringMatching(/^校对/)]);
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
    await expect.poll(() => cure.textContent(), { timeout: 20_000 }).toBe('加高 2 行');
    await cure.hover();
    await page.locator('.changed').first().waitFor();
    // The page is set as it would be, and what does not fit is not told of it.
    await page.locator('.sheets[data-cured]').waitFor();
    expect(await page.locator('.over-chip').isVisible()).toBe(false);
    await page.mouse.move(5, 5);
    await expect.poll(() => page.locator('.sheets[data-cured]').count()).toBe(0);
    expect(await page.locator('.over-chip').isVisible()).toBe(true);
    await page.keyboard.press('F8');
    await page.keyboard.press('Alt+Enter');
    await expect.poll(() => page.locator('.problem-line', { hasText: '溢出' }).count(), { timeout: 20_000 }).toBe(0);
    expect(await place()).toEqual(before);
    await undo();
    await expect.poll(() => page.locator('.problem-line', { hasText: '溢出' }).count(), { timeout: 20_000 }).toBe(1);
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
    expect(await undoName()).toBe(steps);
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
  expect(await page.evaluate(`document.activeElement.closest('.dialog-head') === null`)).toBe(true);
  await dialog.getByRole('button', { name: 'English' }).click();
  await dialog.getByRole('heading', { name: 'Settings' }).waitFor();
  await dialog.getByRole('button', { name: '中文' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '付印', exact: true }).waitFor();
});

describe('the palette and the sheet of shortcuts', () => {
  test('pinyin finds a command, and what cannot run now is not offered', async () => {
    await toCanvas();
    await page.keyboard.press('Control+K');
    await page.getByRole('combobox').fill('zdzb');
    await expect.poll(() => page.getByRole('option').first().textContent()).toContain('自动组版');
    await page.getByRole('combobox').fill('采用方案');
    expect(await page.getByRole('option').count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  test('every shortcut stands on the sheet', async () => {
    await toCanvas();
    await page.keyboard.press('Control+/');
    const sheet = page.locator('.shortcuts');
    await sheet.waitFor();
    for (const keys of ['Ctrl+Shift+G', 'Alt+6', 'Shift+X']) expect(await sheet.textContent()).toContain(keys);
    await page.keyboard.press('Escape');
    await expect.poll(() => sheet.count()).toBe(0);
  });
});

describe('the view', () => {
  test('W shows the page alone, rulers and grid come back', async () => {
    await toCanvas();
    await page.keyboard.press('w');
    await expect.poll(() => page.locator('.ruler, .grid-column').count()).toBe(0);
    await page.keyboard.press('w');
    await expect.poll(() => page.locator('.ruler').count()).toBe(2);
    await page.keyboard.press('Control+R');
    await expect.poll(() => page.locator('.ruler').count()).toBe(0);
    await page.keyboard.press('Control+R');
  });

  test('facing pages stand side by side; a press on the other one turns to it', async () => {
    await page.locator('button.thumbnail').nth(1).click();
    await toCanvas();
    await run('对页');
    await expect.poll(() => page.locator('.paper').count()).toBe(2);
    const papers = await Promise.all([0, 1].map((n) => page.locator('.paper').nth(n).boundingBox()));
    const [left, right] = papers.map((box) => box!).sort((a, b) => a.x - b.x);
    expect(Math.abs(left!.x + left!.width - right!.x)).toBeLessThan(1.5);
    await page.mouse.click(right!.x + right!.width - 6, right!.y + 6);
    await expect.poll(() => page.locator('.statusbar').textContent()).toContain('3 / 4 版');
    await run('对页');
    await expect.poll(() => page.locator('.paper').count()).toBe(1);
  });

  test('Ctrl+2 brings the selection to the whole canvas', async () => {
    await select('末班车');
    await toCanvas();
    await page.keyboard.press('Control+2');
    await frameAtRest(page);
    const { width, height } = await board();
    const box = (await page.locator('.overlay .selected').boundingBox())!;
    expect(Math.max(box.width / width, box.height / height)).toBeGreaterThan(0.85);
    await page.keyboard.press('Control+0');
  });

  test('what is lacking is written on the page from the row that says so', async () => {
    await select('雪落老街');
    const caption = page.getByRole('textbox', { name: / 说明$/ }).first();
    const before = await caption.inputValue();
    await caption.fill('');
    await page.locator('.problems').getByRole('tab').nth(1).click();
    await page.locator('.problems').getByRole('button', { name: '预检', exact: true }).click();
    const row = page.locator('.problem-line', { hasText: '没有说明' });
    await row.waitFor({ timeout: 60_000 });
    expect(await row.locator('.problem-place').textContent()).toBe('1版 图片说明');
    await row.getByRole('button', { name: '写图片说明…' }).click();
    const field = page.getByRole('textbox', { name: '在版面上改图片说明' });
    await field.waitFor();
    expect(await page.evaluate('document.activeElement.ariaLabel')).toBe('在版面上改图片说明');
    await page.keyboard.insertText('雪后初晴');
    await expect.poll(() => caption.inputValue()).toBe('雪后初晴');
    await page.keyboard.press('Escape');
    await undo();
    await undo();
    await expect.poll(() => caption.inputValue()).toBe(before);
    await page.locator('.problems').getByRole('tab').first().click();
  });

  test('a plate of the press file is shown in place of the page, and told to be old after a change', async () => {
    await toCanvas();
    await page.keyboard.press('Alt+4');
    await page.locator('.plate-view').waitFor({ timeout: 60_000 });
    expect(await page.locator('.plate-chip').textContent()).toBe('黑版');
    await page.keyboard.press('Alt+6');
    await expect.poll(() => page.locator('.plate-chip').textContent()).toBe('总墨量图');
    // Near to, the part in sight has a pixel for each of the screen's, and covers what is in sight.
    for (const key of ['Control+1', 'Control+=', 'Control+=', 'Control+=']) {
      await page.keyboard.press(key);
      await expect.poll(() => page.evaluate(sharpPart), { timeout: 20_000 }).toEqual({ pixels: true, covers: true });
    }
    await page.keyboard.press('Control+0');
    await expect.poll(() => page.locator('.plate-view[data-part]').count()).toBe(0);
    await select('末班车');
    await toCanvas();
    await page.keyboard.press('b');
    await expect.poll(() => page.locator('.plate-chip').textContent()).toContain('改过了');
    await undo();
    await page.keyboard.press('Alt+0');
    await expect.poll(() => page.locator('.plate-chip').count()).toBe(0);
  });
});

/** Whether the sharp part of a plate has the screen's own pixels, and all of the paper that is in sight. */
const sharpPart = `(() => {
  const image = document.querySelector('.plate-view[data-part]');
  if (!image || !image.complete) return undefined;
  const part = image.getBoundingClientRect();
  const [whole, board] = ['.plate-view', '.board'].map((name) => document.querySelector(name).getBoundingClientRect());
  const near = (a, b) => Math.abs(a - b) < 1.5;
  const ratio = window.devicePixelRatio;
  return {
    pixels: near(image.naturalWidth, part.width * ratio) && near(image.naturalHeight, part.height * ratio),
    covers:
      part.left <= Math.max(whole.left, board.left) + 1 && part.right >= Math.min(whole.right, board.right) - 1 &&
      part.top <= Math.max(whole.top, board.top) + 1 && part.bottom >= Math.min(whole.bottom, board.bottom) - 1,
  };
})()`;

test('the library filters by state and section', async () => {
  const rows = page.locator('.manuscript');
  const all = await rows.count();
  await page.getByRole('combobox', { name: '栏目' }).selectOption('社区');
  const some = await rows.count();
  expect(some).toBeLessThan(all);
  await page.getByRole('combobox', { name: '状态' }).selectOption('proofed');
  await page.locator('.empty', { hasText: '没有这样的稿件' }).waitFor();
  await page.getByRole('button', { name: '清除条件' }).click();
  await expect.poll(() => rows.count()).toBe(all);
});

test('the status bar tells the column and row under the pointer', async () => {
  await toCanvas();
  await page.keyboard.press('Control+0');
  const paper = (await page.locator('.paper').boundingBox())!;
  await page.mouse.move(paper.x + paper.width / 2, paper.y + paper.height / 2);
  const figure = page.locator('.statusbar .place');
  await expect.poll(() => figure.textContent()).toMatch(/^第 [34] 栏/);
  const here = await figure.textContent();
  await page.mouse.move(paper.x + paper.width / 2, paper.y + paper.height / 4);
  await expect.poll(() => figure.textContent()).not.toBe(here);
});

test('the window comes back as it was left, with the story that was open', async () => {
  await page.locator('button.thumbnail').nth(1).click();
  await toCanvas();
  await page.keyboard.press('Control+1');
  await expect.poll(() => page.locator('.zoom').textContent()).toContain('100');
  const zoom = await page.locator('.zoom').textContent();
  await page.locator('.issue-name').click();
  await page.getByRole('menuitem', { name: '回开始页' }).click();
  await page.locator('.recent').first().click();
  await expect.poll(() => page.locator('.statusbar').textContent(), { timeout: 20_000 }).toContain('2 / 4 版');
  expect(await page.locator('.zoom').textContent()).toBe(zoom);
  await select('旧礼堂');
  await toCanvas();
  await page.keyboard.press('Control+Enter');
  await page.locator('.story-head').waitFor();
  await page.locator('.story-text p').nth(2).click();
  await page.keyboard.press('Home');
  const place = await page.locator('.story-place-figures').textContent();
  expect(place).not.toContain('第 0 字');
  await page.locator('.issue-name').click();
  await page.getByRole('menuitem', { name: '回开始页' }).click();
  await page.locator('.recent').first().click();
  await page.locator('.story-head', { hasText: '旧礼堂' }).waitFor();
  await expect.poll(() => page.locator('.story-place-figures').textContent()).toBe(place);
  expect(launched.errors).toEqual([]);
});
