/** The ways to look at a page, what panels tell, and the window as it was left. */
import { describe, expect, test } from 'vitest';
import { frameAtRest } from '../frame';
import { still } from '../support/at-work';
import { board, launched, page, run, select, toCanvas, undo } from './window';

/** Whether the sharp part of a plate has the screen's own pixels, and all of the paper that is in sight. */
const sharpPart = `(() => {
  const image = document.querySelector('.plate-view[data-part]');
  if (!image || !image.complete) return undefined;
  const part = image.getBoundingClientRect();
  const [whole, board] = ['.plate-view', '.board'].map((name) => document.querySelector(name).getBoundingClientRect());
  const near = (a, b) => Math.abs(a - b) < 1.5;
  const ratio = window.devicePixelRatio;
  return {
    pixels: near(image.naturalWidth, part.width * ratio) && near(image.naturalHeight, part.height * ratio),
    covers:
      part.left <= Math.max(whole.left, board.left) + 1 && part.right >= Math.min(whole.right, board.right) - 1 &&
      part.top <= Math.max(whole.top, board.top) + 1 && part.bottom >= Math.min(whole.bottom, board.bottom) - 1,
  };
})()`;

describe('the view', () => {
  test('W shows the page alone, rulers and grid come back', async () => {
    await toCanvas();
    await page.keyboard.press('w');
    await expect.poll(() => page.locator('.ruler, .grid-column').count()).toBe(0);
    await page.keyboard.press('w');
    await expect.poll(() => page.locator('.ruler').count()).toBe(2);
    await page.keyboard.press('Control+R');
    await expect.poll(() => page.locator('.ruler').count()).toBe(0);
    await page.keyboard.press('Control+R');
  });

  test('facing pages stand side by side; a press on the other one turns to it', async () => {
    await page.locator('button.thumbnail').nth(1).click();
    await toCanvas();
    await run('对页');
    await expect.poll(() => page.locator('.paper').count()).toBe(2);
    await still(page);
    const papers = await Promise.all([0, 1].map((n) => page.locator('.paper').nth(n).boundingBox()));
    const [left, right] = papers.map((box) => box!).sort((a, b) => a.x - b.x);
    expect(Math.abs(left!.x + left!.width - right!.x)).toBeLessThan(1.5);
    await page.mouse.click(right!.x + right!.width - 6, right!.y + 6);
    await expect.poll(() => page.locator('.statusbar').textContent()).toContain('3 / 4 版');
    await run('对页');
    await expect.poll(() => page.locator('.paper').count()).toBe(1);
  });

  test('Ctrl+2 brings the selection to the whole canvas', async () => {
    await select('末班车');
    await toCanvas();
    await page.keyboard.press('Control+2');
    await frameAtRest(page);
    const { width, height } = await board();
    const box = (await page.locator('.overlay .selected').boundingBox())!;
    expect(Math.max(box.width / width, box.height / height)).toBeGreaterThan(0.85);
    await page.keyboard.press('Control+0');
  });

  test('what is lacking is written on the page from the row that says so', async () => {
    await select('雪落老街');
    const caption = page.getByRole('textbox', { name: / 说明$/ }).first();
    const before = await caption.inputValue();
    await caption.fill('');
    await page.locator('.problems').getByRole('tab').nth(1).click();
    await page.locator('.problems').getByRole('button', { name: '预检', exact: true }).click();
    const row = page.locator('.problem-line', { hasText: '没有说明' });
    await row.waitFor({ timeout: 180_000 });
    await expect.poll(() => row.locator('.problem-place').textContent()).toBe('1版 图片说明');
    await row.getByRole('button', { name: '写图片说明…' }).click();
    const field = page.getByRole('textbox', { name: '在版面上改图片说明' });
    await field.waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.ariaLabel')).toBe('在版面上改图片说明');
    await page.keyboard.insertText('雪后初晴');
    await expect.poll(() => caption.inputValue()).toBe('雪后初晴');
    await page.keyboard.press('Escape');
    await undo();
    await undo();
    await expect.poll(() => caption.inputValue()).toBe(before);
    await page.locator('.problems').getByRole('tab').first().click();
  });

  test('a plate of the press file is shown in place of the page, and told to be old after a change', async () => {
    await toCanvas();
    await page.keyboard.press('Alt+4');
    await page.locator('.plate-view').waitFor({ timeout: 180_000 });
    await expect.poll(() => page.locator('.plate-chip').textContent()).toBe('黑版');
    await expect.poll(() => page.locator('#grid-beside-pictures').count()).toBe(0);
    await page.keyboard.press('Alt+6');
    await expect.poll(() => page.locator('.plate-chip').textContent()).toBe('总墨量图');
    // Near to, the part in sight has a pixel for each of the screen's, and covers what is in sight.
    for (const key of ['Control+1', 'Control+=', 'Control+=', 'Control+=']) {
      await page.keyboard.press(key);
      await expect.poll(() => page.evaluate(sharpPart)).toEqual({ pixels: true, covers: true });
    }
    await page.keyboard.press('Control+0');
    await expect.poll(() => page.locator('.plate-view[data-part]').count()).toBe(0);
    await select('末班车');
    await toCanvas();
    await page.keyboard.press('b');
    await expect.poll(() => page.locator('.plate-chip').textContent()).toContain('改过了');
    await undo();
    await page.keyboard.press('Alt+0');
    await expect.poll(() => page.locator('.plate-chip').count()).toBe(0);
  });
});

test('a key goes round the regions of the window, past what is folded', async () => {
  const round = async () => {
    await toCanvas();
    const seen: unknown[] = [];
    do {
      await page.keyboard.press('F6');
      seen.push(await page.evaluate('document.activeElement.closest("[data-region]")?.dataset.region'));
    } while (seen.at(-1) !== 'canvas' && seen.length < 9);
    return seen;
  };
  await expect.poll(round).toEqual(['inspector', 'problems', 'status', 'top', 'library', 'pages', 'canvas']);
  await page.keyboard.press('Control+Shift+Backslash');
  await expect.poll(() => page.locator('.inspector').isVisible()).toBe(false);
  await expect.poll(round).toEqual(['problems', 'status', 'top', 'library', 'pages', 'canvas']);
  await page.keyboard.press('Control+Shift+Backslash');
  await expect.poll(() => page.locator('.inspector').isVisible()).toBe(true);
});

test('the library filters by state and section', async () => {
  const rows = page.locator('.manuscript');
  await still(page);
  const all = await rows.count();
  await page.getByRole('combobox', { name: '栏目' }).selectOption('社区');
  await expect.poll(() => rows.count()).toBeLessThan(all);
  await page.getByRole('combobox', { name: '状态' }).selectOption('proofed');
  await page.locator('.empty', { hasText: '没有这样的稿件' }).waitFor();
  await page.getByRole('button', { name: '清除条件' }).click();
  await expect.poll(() => rows.count()).toBe(all);
});

test('the status bar tells the column and row under the pointer', async () => {
  await toCanvas();
  await page.keyboard.press('Control+0');
  await still(page);
  const paper = (await page.locator('.paper').boundingBox())!;
  await page.mouse.move(paper.x + paper.width / 2, paper.y + paper.height / 2);
  const figure = page.locator('.statusbar .place');
  await expect.poll(() => figure.textContent()).toMatch(/^第 [34] 栏/);
  await still(page);
  const here = await figure.textContent();
  await page.mouse.move(paper.x + paper.width / 2, paper.y + paper.height / 4);
  await expect.poll(() => figure.textContent()).not.toBe(here);
});

test('the window comes back as it was left, with the story that was open', async () => {
  await page.locator('button.thumbnail').nth(1).click();
  await toCanvas();
  await page.keyboard.press('Control+1');
  await expect.poll(() => page.locator('.zoom').textContent()).toContain('100');
  const zoom = await page.locator('.zoom').textContent();
  await page.locator('.issue-name').click();
  await page.getByRole('menuitem', { name: '回开始页' }).click();
  await page.locator('.recent').first().click();
  await expect.poll(() => page.locator('.statusbar').textContent()).toContain('2 / 4 版');
  await expect.poll(() => page.locator('.zoom').textContent()).toBe(zoom);
  await select('旧礼堂');
  await toCanvas();
  await page.keyboard.press('Control+Enter');
  await page.locator('.story-head').waitFor();
  await page.locator('.story-text p').nth(2).click();
  await page.keyboard.press('Home');
  const figures = page.locator('.story-place-figures');
  await expect.poll(() => figures.textContent()).not.toContain('第 0 字');
  await still(page);
  const place = await figures.textContent();
  await page.locator('.issue-name').click();
  await page.getByRole('menuitem', { name: '回开始页' }).click();
  await page.locator('.recent').first().click();
  await page.locator('.story-head', { hasText: '旧礼堂' }).waitFor();
  await expect.poll(() => figures.textContent()).toBe(place);
  expect(launched.errors).toEqual([]);
});
