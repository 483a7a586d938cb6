/** The one window of the tests by hand, with an issue of two small pages, and what an editor's hands do in it. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';
import { takeFrame } from '../compare-page';
import { quiet } from '../frame';
import { type Launched, launch } from '../launch';
import { still } from '../support/at-work';
import { clearFolder } from '../support/clear';
import { compose, drag, type Place, tabTo } from '../support/hands';
import { PressedStates } from '../support/pressed-states';
import { makeSmallIssue } from '../support/small-issue';

/** Something done by mouse, keys or an input method, which is one step of the history or several. */
export interface Act {
  readonly name: string;
  /** Page that is worked on, 2 unless told. */
  readonly on?: number;
  /** The named step that undo offers afterwards. */
  readonly step: string;
  readonly act: () => Promise<unknown>;
}

const work = mkdtempSync(join(tmpdir(), 'banxin-by-hand-'));
const folder = join(work, '样报.banxin');
export const states = new PressedStates(work);
export let launched: Launched;
export let page: Page;
export let input: CDPSession;

/** Opens the issue and shows a page in its real size, for which the folded list of problems leaves room. */
export async function openPages(): Promise<void> {
  makeSmallIssue(folder);
  launched = await launch({ args: [folder] });
  page = launched.page;
  input = await page.context().newCDPSession(page);
  await page.locator('canvas.frame[width]').waitFor();
  await key('Control+J');
  await turnTo(2);
}

export async function closePages(): Promise<void> {
  await launched.close();
  clearFolder(work);
}

/** The document as the disk has it. */
export const stored = (): unknown => JSON.parse(readFileSync(join(folder, 'issue.json'), 'utf8'));

/** Saves, and notes for the comparison with the press what the window shows. */
export async function note(name: string): Promise<void> {
  // The status follows the page.
  await quiet(page);
  await key('Control+S');
  await expect.poll(() => page.locator('.statusbar').textContent()).toContain('已保存');
  states.note(name, folder, await shownPage(), await takeFrame(page));
}

export const key = (name: string) => page.keyboard.press(name);
export const field = (name: string) => page.getByRole('textbox', { name, exact: true });
export const choice = (name: string) => page.getByRole('combobox', { name, exact: true });
export const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
export const item = (name: string) => page.locator('.menu-item', { hasText: name });
export const undoName = () => page.getByRole('button', { name: /^撤销/ }).getAttribute('aria-label');
export const board = () => page.locator('.board').focus();
const shownPage = async () => Number(/\d+/.exec((await page.locator('.board').getAttribute('aria-label'))!)![0]);

/** Turns to a page and shows it in its real size; it has the keys then. */
export async function turnTo(number: number): Promise<void> {
  if ((await shownPage()) !== number) {
    await page
      .locator('button.thumbnail')
      .nth(number - 1)
      .click();
  }
  await board();
  await key('Control+0');
  await key('Control+1');
}

/** Selects what the library calls so where it stands; the page has the keys then. */
export async function choose(title: string): Promise<void> {
  await page.locator('.manuscript', { hasText: title }).first().click();
  await page.locator('.overlay .selected').first().waitFor();
  await still(page);
  await board();
}

/** A place of the selected block, in shares of its width and height. */
async function within(across: number, down: number): Promise<Place> {
  const { x, y, width, height } = (await page.locator('.overlay .selected').first().boundingBox())!;
  return { x: x + width * across, y: y + height * down };
}

/** A place of the block of what the library calls so. */
export async function placeOf(title: string, across = 0.5, down = 0.5): Promise<Place> {
  await choose(title);
  return within(across, down);
}

/** Middle of what a selector finds, window's pixels. */
export async function middle(selector: string): Promise<Place> {
  await still(page);
  const { x, y, width, height } = (await page.locator(selector).first().boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

/** Drags from a place so many pixels. */
export async function by(from: Place, dx: number, dy: number): Promise<void> {
  await drag(page, from, { x: from.x + dx, y: from.y + dy });
}

/** Puts the caret into a text of the chosen block; Escape leaves it. */
export async function write(
  title: string,
  across: number,
  down: number,
  label: string,
  letters: string,
  meant: string,
): Promise<void> {
  const { x, y } = await placeOf(title, across, down);
  await page.mouse.dblclick(x, y);
  await page.locator('.text-caret').waitFor();
  await tabTo(page, label);
  await compose(input, letters, meant);
  await key('Escape');
  await page.locator('.text-caret').waitFor({ state: 'detached' });
}

/** Presses keys upon the block of what the library calls so. */
export const keys =
  (title: string, ...names: readonly string[]) =>
  async () => {
    await choose(title);
    for (const name of names) await key(name);
  };
