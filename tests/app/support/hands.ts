/** What hands do on the desk: drop files, drag out of the library, write with an input method, turn to a block. */
import type { CDPSession, Page } from 'playwright-core';
import { still } from './at-work';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A place on the paper, in shares of its width and height. */
export async function onPaper(page: Page, across: number, down: number): Promise<Place> {
  const { x, y, width, height } = (await page.locator('.paper').last().boundingBox())!;
  return { x: x + width * across, y: y + height * down };
}

/** Files from the desktop, let go over a place of the window. */
export async function dropFiles(input: CDPSession, files: readonly string[], at: Place): Promise<void> {
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await input.send('Input.dispatchDragEvent', { type, ...at, data });
}

/** Drags with the button held, in steps, as a hand moves. */
export async function drag(page: Page, from: Place, to: Place): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
}

/** Letters as an input method composes them, and the characters that are meant. */
export async function compose(input: CDPSession, letters: string, meant: string): Promise<void> {
  for (let end = 1; end <= letters.length; end++) {
    await input.send('Input.imeSetComposition', { text: letters.slice(0, end), selectionStart: end, selectionEnd: end });
  }
  await input.send('Input.imeSetComposition', { text: meant, selectionStart: meant.length, selectionEnd: meant.length });
  await input.send('Input.insertText', { text: meant });
}

/** Goes from one text of the page to the next until the caret is in the one that the words name. */
export async function tabTo(page: Page, words: string): Promise<void> {
  const label = () => page.locator('.text-input').getAttribute('aria-label');
  for (let tabs = 0; !(await label())?.includes(words); tabs++) {
    if (tabs === 20) throw new Error(`no text ${words}`);
    await page.keyboard.press('Tab');
    await still(page);
  }
}
