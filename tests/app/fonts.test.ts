/** The paper's own fonts and its style of running text, as an editor sets them. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Launched, launch, root } from './launch';
import { differentPixels } from './pictures';

let launched: Launched;
let work: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'banxin-app-fonts-'));
  const fonts = join(work, 'fonts');
  mkdirSync(fonts);
  copyFileSync(join(root, 'fonts', 'FandolFang-Regular.otf'), join(fonts, '仿宋.otf'));
  writeFileSync(join(fonts, '坏.ttf'), 'no font');
  vi.stubEnv('BANXIN_FONTS', fonts);
  launched = await launch({ args: ['--sample'], userData: join(work, 'profile') });
  await launched.page.locator('.verdict[data-tone]').nth(3).waitFor({ timeout: 40_000 });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await launched.close();
  rmSync(work, { recursive: true, force: true, maxRetries: 3 });
});

const settled = async (): Promise<string> => {
  await launched.page.waitForTimeout(1500);
  return (await launched.page.locator('canvas.frame').screenshot()).toString('base64');
};

test('the text takes the chosen face on the page, and undo gives the program’s back; a refused font says why', async () => {
  const { page, errors } = launched;
  const before = await settled();
  await page.getByText('字体', { exact: true }).click();
  await page.getByText(/坏\.ttf 不是可用的字体文件/).waitFor();
  await page.getByLabel('宋体', { exact: true }).selectOption('FandolFang-Regular');
  const after = await settled();
  expect(await differentPixels(page, before, after)).toBeGreaterThan(1000);
  await page.getByRole('heading', { name: '字体' }).click();
  await page.keyboard.press('Control+z');
  expect(await differentPixels(page, before, await settled())).toBe(0);
  expect(errors).toEqual([]);
});

test('the text follows the style of the paper, word division loaded on the way, and undo gives back what was', async () => {
  const { page, errors } = launched;
  const before = await settled();
  await page.getByRole('heading', { name: '正文排法' }).click();
  await page.getByRole('checkbox', { name: '英文单词可断开（连字符）' }).click();
  await page.getByLabel('缩进', { exact: true }).selectOption('0');
  expect(await differentPixels(page, before, await settled())).toBeGreaterThan(1000);
  await page.getByRole('heading', { name: '正文排法' }).click();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(await differentPixels(page, before, await settled())).toBe(0);
  expect(errors).toEqual([]);
});
