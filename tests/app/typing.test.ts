/** Keys faster than the panels follow, and frames that are painted only where the page changed. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { frameAtRest } from './frame';
import type { Launched } from './launch';
import { launchSample } from './support/sample';

let launched: Launched;
let page: Page;

beforeAll(async () => {
  launched = await launchSample();
  page = launched.page;
  await page.locator('.manuscript', { hasText: '末班车' }).click();
});
afterAll(() => launched.close());

const atRest = () => frameAtRest(page);

/** Goes to another page and back: the frame is painted whole. */
async function paintedWhole(): Promise<string> {
  const thumbnails = page.locator('button.thumbnail');
  await thumbnails.nth(1).click();
  await atRest();
  await thumbnails.nth(0).click();
  return atRest();
}

const body = () => page.getByRole('textbox', { name: '正文', exact: true });

test('a letter taken back at once is in neither field nor page', async () => {
  const shown = await atRest();
  const text = await body().inputValue();
  await body().focus();
  await page.evaluate('document.activeElement.setSelectionRange(20, 20)');
  await page.keyboard.insertText('灯');
  await page.keyboard.press('Backspace');
  await expect.poll(atRest).toBe(shown);
  await expect.poll(() => body().inputValue()).toBe(text);
});

test('what is typed quickly stands in the field, and the page shows it as if painted whole', async () => {
  const shown = await paintedWhole();
  await page.locator('.manuscript', { hasText: '末班车' }).click();
  const text = await body().inputValue();
  await body().focus();
  await page.evaluate('document.activeElement.setSelectionRange(20, 20)');
  for (const letter of '渡口换了新缆绳') await page.keyboard.insertText(letter);
  await expect.poll(() => body().inputValue()).toBe(`${text.slice(0, 20)}渡口换了新缆绳${text.slice(20)}`);
  const typed = await atRest();
  expect(typed).not.toBe(shown);
  await expect.poll(paintedWhole).toBe(typed);
  await page.keyboard.press('Control+Z');
  await expect.poll(atRest).toBe(shown);
});

/** Sets the cursor into the body and gives its text. */
async function cursorAt(place: number, end = place): Promise<string> {
  await page.locator('.manuscript', { hasText: '末班车' }).click();
  await body().focus();
  await page.evaluate(`document.activeElement.setSelectionRange(${place}, ${end})`);
  return body().inputValue();
}

/** Where the cursor stands in the field. */
const cursor = () => page.evaluate('[document.activeElement.selectionStart, document.activeElement.selectionEnd]');

/** Whatever the window asks of its workers waits so long first, milliseconds; the answer ends that once all are asked. */
async function slowWorkers(wait: number): Promise<() => Promise<unknown>> {
  await page.evaluate(`{
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (...message) {
      setTimeout(() => postMessage.apply(this, message), ${wait});
    };
    globalThis.hurry = () => new Promise((done) => setTimeout(() => {
      Worker.prototype.postMessage = postMessage;
      done();
    }, ${2 * wait}));
  }`);
  return () => page.evaluate('hurry()');
}

test('thirty letters typed without waiting, while pictures come late, stand in the field and on the page in their order', async () => {
  const text = await cursorAt(20, 22);
  const hurry = await slowWorkers(40);
  const letters = '渡口换了新缆绳船工把旧的卷好晾在岸边石阶上等太阳出来再收走';
  await Promise.all([...letters].map((letter) => page.keyboard.insertText(letter)));
  await expect.poll(() => body().inputValue()).toBe(`${text.slice(0, 20)}${letters}${text.slice(22)}`);
  await expect.poll(cursor).toEqual([20 + letters.length, 20 + letters.length]);
  await hurry();
  const typed = await atRest();
  await expect.poll(paintedWhole).toBe(typed);
  await page.keyboard.press('Control+Z');
  await cursorAt(0);
  await expect.poll(() => body().inputValue()).toBe(text);
});

test('whatever follows a letter at once meets it in the field', async () => {
  const text = await cursorAt(20);
  const session = await page.context().newCDPSession(page);
  const { keyboard } = page;
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  const finish = (text: string) => session.send('Input.insertText', { text });
  // Ends a composition and types on; a letter and another composition; letters that are taken back; a cursor that moves.
  await Promise.all([compose('deng'), finish('灯'), finish('火')]);
  await Promise.all([finish('渡'), compose('kou'), finish('口')]);
  await Promise.all([keyboard.insertText('船'), keyboard.press('Backspace'), keyboard.insertText('岸')]);
  await Promise.all([keyboard.insertText('阶'), keyboard.press('ArrowLeft'), keyboard.insertText('石')]);
  await Promise.all([keyboard.insertText('上'), keyboard.press('Enter'), keyboard.insertText('人')]);
  const typed = '灯火渡口岸石上\n人阶';
  await expect.poll(() => body().inputValue()).toBe(text.slice(0, 20) + typed + text.slice(20));
  await expect.poll(cursor).toEqual([20 + typed.length - 1, 20 + typed.length - 1]);
  // All that was typed is one step.
  await Promise.all([keyboard.insertText('群'), keyboard.press('Control+Z')]);
  await expect.poll(() => body().inputValue()).toBe(text);
  await expect.poll(atRest).toBe(await paintedWhole());
});

test('a letter is where it was typed when the field is left at once', async () => {
  const text = await cursorAt(20);
  await Promise.all([page.keyboard.insertText('灯'), page.evaluate('document.activeElement.blur()')]);
  await expect.poll(() => body().inputValue()).toBe(`${text.slice(0, 20)}灯${text.slice(20)}`);
  await page.keyboard.press('Control+Z');
  await expect.poll(() => body().inputValue()).toBe(text);
});

/** Numbers from 0 to below `most`, the same in every run. */
function counter(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
}

test('after 200 keys and drags at random the page is what it is painted whole', async () => {
  const board = (await page.locator('.board').boundingBox())!;
  await page.mouse.move(board.x + board.width / 2, board.y + board.height / 2);
  // Rows of the grid that are no whole pixels high.
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, 30);
  await page.keyboard.up('Control');
  const shown = await paintedWhole();
  const random = counter(20_260_310);
  await page.locator('.manuscript', { hasText: '老街' }).click();
  await page.locator('[data-handle="s"]').waitFor();
  for (let turn = 0; turn < 8; turn++) {
    const handle = (await page.locator('[data-handle="s"]').boundingBox())!;
    const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 0; step < 3; step++) await page.mouse.move(x, y + random(60) - 40);
    await page.mouse.up();
    await body().focus();
    for (let key = 0; key < 24; key++) {
      const places = `(random => document.activeElement.setSelectionRange(random, random))(${random(400)})`;
      if (key % 6 === 0) await page.evaluate(places);
      if (random(4) === 0) await page.keyboard.press('Backspace');
      else
        await page.keyboard.insertText(
          random(12) === 0 ? '\n' : '渡口换了新缆绳，2026 年'.slice(random(8)).slice(0, 1 + random(6)),
        );
    }
  }
  // Lines below move by a row, which leaves them between other pixels.
  await page.evaluate('document.activeElement.setSelectionRange(40, 40)');
  await page.keyboard.insertText('\n');
  const worked = await atRest();
  expect(worked).not.toBe(shown);
  await expect.poll(paintedWhole).toBe(worked);
});
