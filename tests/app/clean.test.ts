/** 清理稿件: what would change is looked at, some of it is taken, one step takes it back; rich text is pasted clean. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Launched } from './launch';
import { launchSample } from './support/sample';

let launched: Launched;
let page: Page;

beforeAll(async () => {
  launched = await launchSample();
  page = launched.page;
  await page.locator('.manuscript', { hasText: '早市' }).first().click();
});
afterAll(() => launched.close());

const body = () => page.getByRole('textbox', { name: '正文', exact: true });
const dialog = () => page.getByRole('dialog');

async function writeAtStart(text: string): Promise<void> {
  await body().focus();
  await page.evaluate('document.activeElement.setSelectionRange(0, 0)');
  await page.keyboard.insertText(text);
}

test('changes are shown by rule, taken as ticked, and taken back as one step', async () => {
  await writeAtStart('早市,早"六点"开...');
  await page.keyboard.press('Control+Alt+C');
  await dialog().waitFor();
  await dialog()
    .getByRole('checkbox', { name: /^直引号/ })
    .click();
  await dialog().getByRole('button', { name: '清理', exact: true }).click();
  await expect.poll(() => body().inputValue()).toMatch(/^早市，早"六点"开……/);
  await page.locator('[role="application"]').focus();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => body().inputValue()).toMatch(/^早市,早"六点"开\.\.\./);
});

test('a rule that the paper does not use begins unticked', async () => {
  await body().focus();
  await page.keyboard.press('Control+Alt+C');
  await dialog().getByRole('region', { name: '省略号' }).getByRole('button', { name: '本报不用这条' }).click();
  await dialog().getByRole('button', { name: '取消' }).click();
  await dialog().waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Alt+C');
  const ellipsis = dialog().getByRole('checkbox', { name: /^省略号/ });
  await expect.poll(() => ellipsis.getAttribute('aria-checked')).toBe('false');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('rich text comes into the body clean', async () => {
  await body().focus();
  await page.evaluate(`(() => {
    document.activeElement.setSelectionRange(0, 0);
    const data = new DataTransfer();
    data.setData('text/html', '<p>河堤&nbsp;添绿<b>,</b>好.</p><p>夜市开张.</p>');
    data.setData('text/plain', 'plain');
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  })()`);
  await expect.poll(() => body().inputValue()).toMatch(/^河堤添绿，好。\n夜市开张。/);
});

test('no errors were said on the console', () => {
  expect(launched.errors).toEqual([]);
});
