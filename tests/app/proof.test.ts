/** Text checks in the window: marks in the fields, the list, a fix as one step, and what is let stand. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Launched } from './launch';
import { clearFolder } from './support/clear';
import { launchSample } from './support/sample';

let launched: Launched;
let page: Page;
const words = mkdtempSync(join(tmpdir(), 'banxin-words-'));

beforeAll(async () => {
  mkdirSync(words, { recursive: true });
  writeFileSync(join(words, '规范.txt'), '末班车→末班公交车\n');
  process.env.BANXIN_WORDS = words;
  launched = await launchSample();
  page = launched.page;
});

afterAll(async () => {
  delete process.env.BANXIN_WORDS;
  await launched.close();
  clearFolder(words);
});

const body = () => page.getByRole('textbox', { name: '正文', exact: true });
const rows = (words: string) => page.locator('.problem-line', { hasText: words });
const marks = () => page.locator('.marks mark');

async function writeInBody(text: string): Promise<void> {
  await page.locator('.manuscript', { hasText: '早市' }).first().click();
  await body().focus();
  await page.evaluate('document.activeElement.setSelectionRange(0, 0)');
  await page.keyboard.insertText(text);
}

test('a list among the user’s data is used by itself', async () => {
  await page.getByRole('tab', { name: /^校对/ }).click();
  await rows('规范写法是“末班公交车”').first().waitFor();
});

test('what is typed wrong is marked where it stands and mended in one step', async () => {
  await writeInBody('大家的的早市。');
  await rows('“的的”重复').waitFor();
  await expect.poll(() => marks().allTextContents()).toContain('的的');
  await rows('“的的”重复').getByRole('button', { name: '改为“的”' }).click();
  await expect.poll(() => body().inputValue()).toMatch(/^大家的早市。/);
  await expect.poll(() => rows('“的的”重复').count()).toBe(0);
  await page.locator('[role="application"]').focus();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => body().inputValue()).toMatch(/^大家的的早市。/);
});

test('a row leads to the words in their field, F7 unfolds their list', async () => {
  await page.getByRole('tab', { name: /^问题/ }).click();
  await expect.poll(() => rows('“的的”重复').count()).toBe(0);
  await page.keyboard.press('F7');
  await rows('“的的”重复').waitFor();
  await page.locator('.manuscript', { hasText: '算盘' }).first().click();
  await rows('“的的”重复').locator('.problem').click();
  await expect
    .poll(() =>
      page.evaluate(
        'document.activeElement.value?.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)',
      ),
    )
    .toBe('的的');
});

test('what is let stand with a reason is quiet until its text changes', async () => {
  await rows('“的的”重复').getByRole('button', { name: '保留' }).click();
  await page.getByRole('textbox', { name: '不改的理由' }).fill('原话如此');
  await page.keyboard.press('Enter');
  await expect.poll(() => rows('“的的”重复').count()).toBe(0);
  await writeInBody('看。');
  await rows('“的的”重复').waitFor();
});

test('no errors were said on the console', () => {
  expect(launched.errors).toEqual([]);
});
