/** A crash in the middle of work loses nothing. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Launched, launch } from './launch';

let work: string;
let launched: Launched;

async function start(): Promise<void> {
  launched = await launch({ args: ['--sample'], userData: join(work, 'profile') });
  await launched.page.locator('.verdict[data-tone]').nth(3).waitFor({ timeout: 40_000 });
}

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'banxin-recovery-'));
  await start();
});
afterAll(async () => {
  await launched.close();
  rmSync(work, { recursive: true, force: true, maxRetries: 3 });
});

const section = () => launched.page.getByRole('textbox', { name: '版名', exact: true });

test('what was typed before the program was killed comes back as one step, which undo takes out', async () => {
  const { page, app } = launched;
  const before = await section().inputValue();
  await section().fill('灯会');
  const journal = join(work, 'profile', 'sample', '样报.banxin', 'journal');
  await expect.poll(() => readdirSync(journal).length, { timeout: 1000, interval: 20 }).toBe(1);
  app.process().kill('SIGKILL');
  await page.waitForEvent('close').catch(() => undefined);
  await start();
  await launched.page.getByText(/已找回 \d+ 处改动/).waitFor();
  expect(await section().inputValue()).toBe('灯会');
  await launched.page.locator('.message').getByRole('button', { name: '撤销' }).click();
  expect(await section().inputValue()).toBe(before);
});
