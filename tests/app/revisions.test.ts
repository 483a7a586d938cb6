/** A manuscript that comes again with other words: asked about, updated part by part, or kept beside. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Launched } from './launch';
import { clearFolder } from './support/clear';
import { launchSample } from './support/sample';

const FIRST = '河堤添绿\n\n本报讯（通讯员 林小满）河堤上种了一百棵柳树。\n\n居民都来帮忙，三天种完。\n\n明年还要再种一百棵。\n';
let launched: Launched;
let page: Page;
const inbox = mkdtempSync(join(tmpdir(), 'banxin-inbox-'));
const file = join(inbox, '河堤.txt');

beforeAll(async () => {
  launched = await launchSample();
  page = launched.page;
});

afterAll(async () => {
  await launched.close();
  clearFolder(inbox);
});

const articles = () => page.locator('.manuscript', { hasText: '河堤添绿' });
const body = () => page.getByRole('textbox', { name: '正文', exact: true });

async function bring(text: string): Promise<void> {
  writeFileSync(file, text);
  await launched.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);
  await page.getByRole('button', { name: '导入稿件…' }).first().click();
}

test('what the sender changed is taken, what was changed by hand stays', async () => {
  await bring(FIRST);
  await articles().first().waitFor();
  await articles().first().click();
  await body().fill((await body().inputValue()).replace('三天种完', '两天种完'));
  await page.locator('[role="application"]').focus();
  await bring(FIRST.replace('一百棵柳树', '二百棵柳树'));
  await page.getByRole('alertdialog').waitFor();
  await expect.poll(() => page.locator('.revision-part del').allTextContents()).toContain('一');
  const boxes = page.getByRole('alertdialog').getByRole('checkbox');
  await expect.poll(() => boxes.evaluateAll((all) => all.map((box) => box.ariaChecked))).toEqual(['true', 'false']);
  await page.getByRole('button', { name: '更新', exact: true }).click();
  await expect.poll(() => articles().count()).toBe(1);
  await expect.poll(() => body().inputValue()).toBe('河堤上种了二百棵柳树。\n居民都来帮忙，两天种完。\n明年还要再种一百棵。');
});

test('the new one is kept beside the old one', async () => {
  await bring(FIRST.replace('一百棵柳树', '三百棵柳树'));
  await page.getByRole('button', { name: '两篇都留' }).click();
  await expect.poll(() => articles().count()).toBe(2);
});

test('no errors were said on the console', () => {
  expect(launched.errors).toEqual([]);
});
