/** Two desks on one issue, and its records in the window: versions, signatures, packages. */
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIssue, openIssue, saveIssue } from '../../engine/store';
import { packPart } from '../../engine/store/packages';
import { smallIssue } from '../issue/small-issue';
import { type Launched, launch } from './launch';
import { clearFolder } from './support/clear';

let work: string;
let folder: string;
let first: Launched;
let second: Launched | undefined;

const start = async (profile: string): Promise<Launched> => {
  const launched = await launch({ args: [folder], userData: join(work, profile) });
  await launched.page.getByRole('textbox', { name: '版名', exact: true }).waitFor();
  return launched;
};

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'banxin-records-'));
  folder = join(work, '柳岸.banxin');
  await createIssue(folder, { ...smallIssue, photos: [], groups: [] });
  first = await start('first');
});
afterAll(async () => {
  await second?.close();
  await first.close();
  clearFolder(work);
});

const section = (page: Page) => page.getByRole('textbox', { name: '版名', exact: true });
const command = async ({ app }: Launched, id: string) =>
  app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id);
const picture = async (page: Page, name: string) => {
  if (process.env.BANXIN_PICTURES) await page.screenshot({ path: join(process.env.BANXIN_PICTURES, `${name}.png`) });
};

test('the second desk reads, takes over knowingly, and the first is told when it saves', async () => {
  second = await start('second');
  const bar = second.page.locator('.state-bar');
  await bar.getByText(/打开了这一期/).waitFor();
  await picture(second.page, 'read-only');
  await section(second.page).fill('改不了');
  expect((await openIssue(folder)).pages[0]!.section).toBe(smallIssue.pages[0]!.section);
  await bar.getByRole('button', { name: '接手' }).click();
  await bar.waitFor({ state: 'detached' });
  await section(second.page).fill('第二张桌');
  await expect.poll(async () => (await openIssue(folder)).pages[0]!.section).toBe('第二张桌');

  await section(first.page).fill('第一张桌');
  await first.page
    .locator('.state-bar')
    .getByText(/接手了这一期/)
    .waitFor();
  await picture(first.page, 'taken-over');
  expect((await openIssue(folder)).pages[0]!.section).toBe('第二张桌');
  await second.close();
  second = undefined;
  await first.page.locator('.state-bar').getByRole('button', { name: '接手' }).click();
  await expect.poll(() => section(first.page).inputValue()).toBe('第二张桌');
});

test('what could not be saved is a version, restored as one step', async () => {
  const { page } = first;
  await command(first, 'versions');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /没能存入的改动/ }).click();
  await dialog.getByText('第一张桌').waitFor();
  await picture(page, 'versions');
  await dialog.getByRole('button', { name: '恢复整期' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => section(page).inputValue()).toBe('第一张桌');
  await page.locator('[role="application"]').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => section(page).inputValue()).toBe('第二张桌');
});

test('pages are signed in their order; a page changed after its final review has lost its release', async () => {
  const { page } = first;
  await command(first, 'signing');
  const dialog = page.getByRole('dialog');
  const sign = async (step: string) => {
    await dialog.getByRole('combobox', { name: '环节' }).selectOption({ label: step });
    await dialog.getByRole('textbox', { name: '签字人' }).fill('王芳');
    await dialog.getByRole('button', { name: '通过' }).click();
  };
  await sign('终审');
  await dialog.getByText(/初审还没有通过/).waitFor();
  for (const step of ['初审', '复审', '终审']) await sign(step);
  await dialog.getByText('已签发').waitFor();
  await picture(page, 'signing');
  await page.keyboard.press('Escape');
  await section(page).fill('签后又改');
  await command(first, 'signing');
  await dialog.getByText('终审后有改动，签发失效').waitFor();
  await page.keyboard.press('Escape');
  expect(readdirSync(folder)).toContain('signoff.json');
});

test('a package with a conflict is shown side by side, decided and merged', async () => {
  const { page, app } = first;
  const desk = join(work, 'desk.banxin');
  await expect.poll(async () => (await openIssue(folder)).pages[0]!.section).toBe('签后又改');
  await createIssue(desk, await openIssue(folder), folder);
  const there = await openIssue(desk);
  await saveIssue(desk, { ...there, articles: there.articles.map((article) => ({ ...article, headline: ['东桌的题'] })) });
  const file = join(work, 'a.banxinpage');
  writeFileSync(file, (await packPart(desk, { articles: ['a1'] })).bytes);
  const here = await openIssue(folder);
  const edited = { ...here, articles: here.articles.map((article) => ({ ...article, headline: ['总编的题'] })) };
  await saveIssue(folder, edited);
  await page.reload();
  await page.locator('.recent').first().click();
  await section(page).waitFor();
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);
  await command(first, 'packages');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '选择版包…' }).click();
  const conflict = dialog.getByRole('article');
  await conflict.getByText('东桌的题').waitFor();
  await picture(page, 'conflict');
  await expect.poll(() => dialog.getByRole('button', { name: '合并', exact: true }).isDisabled()).toBe(true);
  await conflict.getByRole('button', { name: '取版包' }).click();
  await dialog.getByRole('button', { name: '合并', exact: true }).click();
  await expect.poll(async () => (await openIssue(folder)).articles[0]!.headline).toEqual(['东桌的题']);
  await dialog.getByRole('button', { name: '选择版包…' }).click();
  await page.getByText('这些版包早已并入，没有改动').waitFor();
});

test('when the folder is gone, that is said and nothing is lost', async () => {
  const { page } = first;
  await page.keyboard.press('Escape');
  clearFolder(folder);
  await section(page).fill('盘没了');
  await page
    .locator('.state-bar')
    .getByText(/U 盘或网络盘可能已断开/)
    .waitFor();
  await picture(page, 'gone');
  await expect.poll(() => section(page).inputValue()).toBe('盘没了');
});
