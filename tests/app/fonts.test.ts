/** The paper's own fonts and its style of running text, as an editor sets them. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createIssue } from '../../engine/store';
import { smallIssue } from '../issue/small-issue';
import { ask } from './ask';
import { quiet } from './frame';
import { type Launched, launch, root } from './launch';
import { differentPixels, type Picture, pictureAtRest, takePicture } from './pictures';
import { clearFolder } from './support/clear';
import { launchSample } from './support/sample';

let launched: Launched;
let work: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'banxin-app-fonts-'));
  const fonts = join(work, 'fonts');
  mkdirSync(fonts);
  copyFileSync(join(root, 'fonts', 'FandolFang-Regular.otf'), join(fonts, '仿宋.otf'));
  writeFileSync(join(fonts, '坏.ttf'), 'no font');
  vi.stubEnv('BANXIN_FONTS', fonts);
  launched = await launchSample({ userData: join(work, 'profile') });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await launched.close();
  clearFolder(work);
});

/** The page as it is when nothing changes any more. */
const settled = () => pictureAtRest(launched.page);
const differentFrom = async (before: Picture) => differentPixels(before, await takePicture(launched.page));

/** Waits until the page has become another: a face, or the rules of division, are loaded first. */
async function changedFrom(before: Picture): Promise<void> {
  await expect.poll(() => differentFrom(before)).toBeGreaterThan(1000);
  await quiet(launched.page);
}

/** The page is again as it was. */
async function backTo(before: Picture): Promise<void> {
  await expect.poll(() => differentFrom(before)).toBe(0);
}

test('the text takes the chosen face on the page, and undo gives the program’s back; a refused font says why', async () => {
  const { page, errors } = launched;
  const before = await settled();
  await page.getByText('字体', { exact: true }).click();
  await page.getByText(/坏\.ttf 不是可用的字体文件/).waitFor();
  await page.getByLabel('宋体', { exact: true }).selectOption('FandolFang-Regular');
  await changedFrom(before);
  await page.getByRole('heading', { name: '字体' }).click();
  await page.keyboard.press('Control+z');
  await backTo(before);
  expect(errors).toEqual([]);
});

test('the text follows the style of the paper, word division loaded on the way, and undo gives back what was', async () => {
  const { page, errors } = launched;
  const before = await settled();
  await page.getByRole('heading', { name: '正文排法' }).click();
  await page.getByRole('checkbox', { name: '英文单词可断开（连字符）' }).click();
  await page.getByLabel('缩进', { exact: true }).selectOption('0');
  await changedFrom(before);
  await page.getByRole('heading', { name: '正文排法' }).click();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await backTo(before);
  expect(errors).toEqual([]);
});

test('a font of the paper that is not there is named under the top bar, with what helps', async () => {
  const folder = join(work, '缺字.banxin');
  const paper = { ...smallIssue.paper, faces: [{ role: 'song-regular', face: 'FZBaoSong' }] };
  await createIssue(folder, { ...smallIssue, paper, photos: [], groups: [] });
  const { page, close } = await launch({ args: [folder], userData: join(work, 'other') });
  try {
    const bar = page.locator('.state-bar', { hasText: 'FZBaoSong' });
    await bar.getByRole('button', { name: '打开文件夹' }).waitFor();
    await page.locator('button.thumbnail').first().waitFor();
  } finally {
    await close();
  }
});

test('a face that is taken out of the folder while it is shown is drawn from its file as before', async () => {
  const { page } = launched;
  const address = 'app://banxin/outlines/FandolFang-Regular/01000200';
  const drawn = () => page.evaluate(`fetch('${address}').then((r) => r.arrayBuffer()).then((b) => new Uint8Array(b).join(' '))`);
  const before = await drawn();
  expect(String(before).length).toBeGreaterThan(1000);
  rmSync(join(work, 'fonts', '仿宋.otf'));
  const { own } = await ask(page, 'ownFonts');
  expect(own.map(({ id }) => id)).not.toContain('FandolFang-Regular');
  await expect.poll(drawn).toBe(before);
});
