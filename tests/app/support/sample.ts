/** The sample issue in a window, as most tests of the desk begin. The program makes it once in a run; then profiles get copies. */
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Launched, type LaunchOptions, launch } from '../launch';

/** Opens it, or the one that the profile has already, and waits until all its pages are composed. */
export async function launchSample(options: Omit<LaunchOptions, 'args' | 'prepare'> = {}): Promise<Launched> {
  const made = join(inject('shared'), '样报.banxin');
  const launched = await launch({ ...options, args: ['--sample'], prepare: (userData) => put(made, sampleIn(userData)) });
  await launched.page.locator('.verdict[data-tone]').nth(3).waitFor({ timeout: 120_000 });
  if (!existsSync(made)) keep(sampleIn(launched.userData), made);
  return launched;
}

/** Where the program makes the sample, and looks for it. */
const sampleIn = (userData: string) => join(userData, 'sample', '样报.banxin');

function put(made: string, folder: string): void {
  if (existsSync(made) && !existsSync(folder)) cpSync(made, folder, { recursive: true });
}

/** Of two files that made one at the same time the first is kept. */
function keep(folder: string, made: string): void {
  const copy = `${made}.${process.pid}`;
  for (const part of ['issue.json', 'assets']) cpSync(join(folder, part), join(copy, part), { recursive: true });
  try {
    renameSync(copy, made);
  } catch (error) {
    if (!existsSync(made)) throw error;
    rmSync(copy, { recursive: true });
  }
}
