/** The canvas beside the press PDF, and under the mouse. */
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, openSample, succeeded } from './ask';
import { comparePage } from './compare-page';
import { frameAtRest } from './frame';
import type { Launched } from './launch';
import { still } from './support/at-work';
import { clearFolder } from './support/clear';
import { launchSample } from './support/sample';

let launched: Launched;
let page: Page;
let work: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'banxin-canvas-'));
  launched = await launchSample();
  page = launched.page;
  await atRest();
});
afterAll(async () => {
  await launched.close();
  clearFolder(work);
});

const atRest = () => frameAtRest(page);

async function pressPages(): Promise<string[]> {
  await launched.app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
  }, work);
  const { handle, issue } = await openSample(page);
  succeeded(await ask(page, 'run', { kind: 'press', handle, issue }));
  const files = readdirSync(work).filter((file) => file.endsWith('.pdf'));
  return files.sort().map((file) => join(work, file));
}

describe('the canvas', () => {
  const files: string[] = [];
  beforeAll(async () => {
    files.push(...(await pressPages()));
  });

  test.each([1, 2, 3, 4])(
    'shows page %i as the press PDF does: ink differs by less than a hundredth after a blur of one pixel',
    async (number) => {
      const { uncovered, distance, ink } = await comparePage(page, number, files[number - 1]!, work);
      expect(uncovered).toBe(0);
      expect(ink).toBeGreaterThan(0.05);
      expect(distance).toBeLessThan(0.01);
    },
  );
});

/** Place and size of the selected block as the inspector tells them: column, row, columns, rows. */
async function selectedRect(): Promise<number[]> {
  const fields = ['位置 栏', '位置 行', '大小 栏宽', '大小 行高'];
  const values = await Promise.all(fields.map((name) => page.getByRole('textbox', { name, exact: true }).inputValue()));
  return values.map(Number);
}

/** Middle of a block's outline on the screen. */
async function middleOf(selector: string): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await page.locator(selector).boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

describe('the mouse', () => {
  beforeAll(async () => {
    await page.locator('button.thumbnail').first().click();
    await page.keyboard.press('Control+0');
    await page.locator('.manuscript', { hasText: '末班车' }).click();
    await atRest();
  });

  async function drag(dx: number, dy: number, from: { x: number; y: number }): Promise<void> {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + dx / 2, from.y + dy / 2);
    await page.mouse.move(from.x + dx, from.y + dy);
  }

  test('selects a block and nothing', async () => {
    const rect = await selectedRect();
    const at = await middleOf('.overlay .selected');
    const board = (await page.locator('.board').boundingBox())!;
    await page.mouse.click(board.x + 8, board.y + 8);
    await expect.poll(() => page.locator('.overlay .selected').count()).toBe(0);
    await page.mouse.click(at.x, at.y);
    await expect.poll(selectedRect).toEqual(rect);
  });

  test('drags a block by columns and rows; one undo brings it back', async () => {
    const before = await selectedRect();
    const shown = await atRest();
    await drag(-60, -40, await middleOf('.overlay .selected'));
    await expect.poll(() => page.locator('.ghost, .landing').count()).toBe(2);
    await expect.poll(() => page.locator('.covered').count()).toBeGreaterThan(0);
    await page.mouse.up();
    await expect.poll(atRest).not.toBe(shown);
    const after = await selectedRect();
    expect(after.slice(2)).toEqual(before.slice(2));
    expect(after[0]).toBeLessThan(before[0]!);
    expect(after[1]).toBeLessThan(before[1]!);
    await page.keyboard.press('Control+Z');
    await expect.poll(selectedRect).toEqual(before);
    await expect.poll(atRest).toBe(shown);
  });

  test('does not move a block by less than 3 pixels', async () => {
    const undo = await page.getByRole('button', { name: /撤销/ }).isEnabled();
    await drag(2, 2, await middleOf('.overlay .selected'));
    await page.mouse.up();
    await atRest();
    await expect.poll(() => page.getByRole('button', { name: /撤销/ }).isEnabled()).toBe(undo);
  });

  test('resizes a block while the text reflows; Esc restores it', async () => {
    const before = await selectedRect();
    await drag(0, -50, await middleOf('[data-handle="s"]'));
    await expect.poll(async () => (await selectedRect())[3]).toBeLessThan(before[3]!);
    await page.locator('.over-chip').waitFor();
    await expect.poll(() => page.locator('.size-chip').textContent()).toMatch(/^3 栏 × \d+ 行$/);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect.poll(selectedRect).toEqual(before);
    await page.locator('.over-chip').waitFor({ state: 'detached' });
  });

  test('zooms to the pointer and pans, and the page comes back as it was', async () => {
    const shown = await atRest();
    const paper = page.locator('.paper');
    const before = (await paper.boundingBox())!;
    const at = { x: before.x + 100, y: before.y + 200 };
    await page.mouse.move(at.x, at.y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await expect.poll(async () => (await paper.boundingBox())!.width).toBeGreaterThan(before.width * 1.5);
    await atRest();
    const zoomed = (await paper.boundingBox())!;
    expect((at.y - zoomed.y) / zoomed.height).toBeCloseTo((at.y - before.y) / before.height, 2);
    await page.mouse.wheel(0, 90);
    await expect.poll(async () => zoomed.y - (await paper.boundingBox())!.y).toBeCloseTo(90, 0);
    await page.keyboard.press('Control+0');
    await expect.poll(atRest).toBe(shown);
  });

  test('Tab walks the blocks of the focused canvas', async () => {
    const board = (await page.locator('.board').boundingBox())!;
    await page.mouse.click(board.x + 8, board.y + 8);
    await page.keyboard.press('Tab');
    await still(page);
    const selected = () => page.locator('.overlay .selected').boundingBox();
    const first = await selected();
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await selected())!.y).toBeGreaterThan(first!.y);
    await page.keyboard.press('Shift+Tab');
    await expect.poll(selected).toEqual(first);
  });
});
