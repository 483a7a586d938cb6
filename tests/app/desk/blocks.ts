/** Blocks by hand, and several at once. */
import { beforeEach, describe, expect, test } from 'vitest';
import { still } from '../support/at-work';
import { board, outlines, page, place, run, select, toCanvas, undo, undoName } from './window';

describe('one block', () => {
  const told = () => page.locator('.inspector-head h2').textContent();
  const focused = () => page.evaluate('document.activeElement?.textContent');

  test('is told of while the pointer is down on it, and when it was only clicked', async () => {
    await select('一条街的老照片');
    await expect.poll(told).toContain('一条街的老照片');
    const { x, y, width, height } = (await page.locator('.overlay .selected').boundingBox())!;
    await select('末班车');
    await expect.poll(told).toContain('末班车');
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await expect.poll(told).toContain('一条街的老照片');
    await page.mouse.up();
    await select('末班车');
    await expect.poll(told).toContain('末班车');
    await page.mouse.click(x + width / 2, y + height / 2);
    await expect.poll(told).toContain('一条街的老照片');
  });

  test('has choices side by side that are one tab stop, with arrows, Home and End inside', async () => {
    await select('末班车');
    const choices = page.getByRole('group', { name: '分栏' }).getByRole('button');
    await expect.poll(() => choices.count()).toBeGreaterThan(2);
    const words = await choices.allTextContents();
    await expect.poll(() => page.locator('fieldset[aria-label="分栏"] > [tabindex="0"]').count()).toBe(1);
    await choices.first().focus();
    for (const [key, at] of [
      ['ArrowRight', 1],
      ['End', words.length - 1],
      ['ArrowLeft', words.length - 2],
      ['Home', 0],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(focused).toBe(words[at]);
    }
  });
});

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
    await expect.poll(() => page.locator('.marquee').count()).toBe(1);
    await still(page);
    const touched = await page.locator('.touched').count();
    expect(touched).toBeGreaterThan(1);
    await page.mouse.up();
    await expect.poll(() => page.locator('.marquee').count()).toBe(0);
    await expect.poll(outlines).toBe(touched);
    await toCanvas();
    await page.keyboard.press('Escape');
    await expect.poll(outlines).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(outlines).toBe(0);
  });

  test('are all selected by Ctrl+A, moved together and undone as one', async () => {
    await page.keyboard.press('Control+A');
    await still(page);
    const all = await outlines();
    expect(all).toBeGreaterThan(3);
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(undoName).toBe('撤销：改版块大小');
    await undo();
    await expect.poll(outlines).toBe(all);
    await page.keyboard.press('Control+L');
    await expect.poll(undoName).toBe('撤销：改锁定');
    await page.keyboard.press('ArrowUp');
    await still(page);
    await expect.poll(undoName).toBe('撤销：改锁定');
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
    await expect.poll(outlines).toBe(2);
    await run('左边对齐');
    await expect.poll(undoName).toBe('撤销：对齐版块');
    await undo();
    await run('两块对调');
    await expect.poll(undoName).toBe('撤销：两块对调');
    await undo();
    await select('末班车');
    await expect.poll(place).toEqual(before);
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
    await expect.poll(outlines).toBe(2);
    await page.keyboard.press('m');
    await expect.poll(undoName).toBe('撤销：合并版块');
    await expect.poll(place).toEqual(before);
    await undo();
    await undo();
    await page.keyboard.press('Shift+X');
    await expect.poll(undoName).toBe('撤销：改标题排法');
    await undo();
    await page.keyboard.press('Control+Shift+Comma');
    await expect.poll(undoName).toBe('撤销：改标题字号');
    await undo();
    await page.keyboard.press('b');
    await expect.poll(undoName).toBe('撤销：改框线');
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
    await expect.poll(() => page.locator('.pushed').count()).toBe(1);
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await expect.poll(undoName).toBe('撤销：两块对调');
    await expect.poll(place).not.toEqual(before);
    await undo();
    await expect.poll(place).toEqual(before);
  });

  test('an edge level with a neighbour’s is told with its row; Ctrl suspends it', async () => {
    await still(page);
    const handle = (await page.locator('[data-handle="n"]').boundingBox())!;
    const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + 30);
    await page.mouse.move(x, y + 3);
    await expect.poll(() => page.locator('.guide-chip').textContent()).toMatch(/\d+ 行/);
    await page.keyboard.down('Control');
    await page.mouse.move(x, y + 4);
    await expect.poll(() => page.locator('.guide-chip').count()).toBe(0);
    await page.keyboard.up('Control');
    await expect.poll(() => page.locator('.size-chip').textContent()).toMatch(/^\d+ 栏 × \d+ 行$/);
    await page.keyboard.press('Escape');
    await page.mouse.up();
  });
});
