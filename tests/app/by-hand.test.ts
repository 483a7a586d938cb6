/** What is done to blocks by hand, by keys and in the inspector: undo brings the same document, and the page shows what is pressed. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../fonts/tools';
import { comparePage } from './compare-page';
import { frameAtRest } from './frame';
import { builtProgram, type Launched } from './launch';
import { launchSample } from './support/sample';

let launched: Launched;
let page: Page;
let work: string;
let folder: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'banxin-by-hand-'));
  launched = await launchSample();
  page = launched.page;
  folder = join(launched.userData, 'sample', '样报.banxin');
});
afterAll(async () => {
  await launched.close();
  rmSync(work, { recursive: true, force: true, maxRetries: 3 });
});

/** Selects a story where it stands; keys go to the page then. */
async function select(title: string): Promise<void> {
  await page.locator('.manuscript', { hasText: title }).click();
  await page.locator('.board').focus();
}

/** The document as the disk has it. */
const stored = (): unknown => JSON.parse(readFileSync(join(folder, 'issue.json'), 'utf8'));

async function saved(): Promise<unknown> {
  await page.keyboard.press('Control+S');
  await expect.poll(() => page.locator('.statusbar').textContent()).toContain('已保存');
  return stored();
}

async function sendTo(number: number): Promise<void> {
  await page.keyboard.press('Control+Shift+G');
  await page.locator('.palette-entry', { hasText: `${number}版` }).click();
  await expect.poll(() => page.locator('.palette').count()).toBe(0);
  await expect.poll(() => page.locator('.topbar button[title^="撤销"]').getAttribute('title')).toContain('送');
}

const style = () => page.getByRole('combobox', { name: '框线与底纹', exact: true });

/** Each is done to the same document, to the story 末班车 or to the one that it selects. */
const ACTS: readonly (readonly [name: string, act: () => Promise<unknown>])[] = [
  ...(
    [
      ['narrower', 'Alt+ArrowLeft'],
      ['shorter', 'Alt+ArrowUp'],
      ['fewer columns', '['],
      ['smaller headline', 'Control+Shift+Comma'],
      ['vertical headline', 'Shift+X'],
      ['box', 'b'],
      ['tint', 'Shift+B'],
      ['split', 'k'],
      ['lock', 'Control+L'],
      ['moved', 'ArrowUp'],
      ['taken off', 'Delete'],
    ] as const
  ).map(([name, key]) => [name, () => page.keyboard.press(key)] as const),
  ...(
    [
      ['wider', 'Alt+ArrowRight'],
      ['taller', 'Alt+ArrowDown'],
      ['larger headline', 'Control+Shift+Period'],
    ] as const
  ).map(([name, key]) => [name, () => select('一条街的老照片').then(() => page.keyboard.press(key))] as const),
  ['sent to another page', () => sendTo(3)],
  ['thick-thin border', () => style().selectOption('thickThin')],
  ['thick-thin rules', () => style().selectOption('rules')],
  ['ornament', () => style().selectOption('ornament')],
];

test.each(ACTS)('%s: a change that undo takes back whole', async (_name, act) => {
  await select('末班车');
  const before = await saved();
  await act();
  expect(await saved()).not.toEqual(before);
  await page.locator('.board').focus();
  await page.keyboard.press('Control+Z');
  expect(await saved()).toEqual(before);
});

test('the page shows after all of them what the press file has', async () => {
  await select('末班车');
  await style().selectOption('thickThin');
  await page.locator('.board').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('[');
  await select('雪落老街');
  await page.keyboard.press('Control+Shift+Comma');
  await select('一条街的老照片');
  await page.keyboard.press('Shift+X');
  await style().selectOption('rules');
  await frameAtRest(page);
  await saved();
  run('node', [join(dirname(dirname(builtProgram)), 'banxin.js'), 'press', folder, '-o', work]);
  const file = readdirSync(work).find((name) => name.endsWith('A01.pdf'))!;
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const { uncovered, distance, ink } = await comparePage(page, 1, join(work, file), work);
  expect(uncovered).toBe(0);
  expect(ink).toBeGreaterThan(0.05);
  expect(distance).toBeLessThan(0.01);
});
