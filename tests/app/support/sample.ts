/**
 * The sample issue in a window, as most tests of the desk begin: imported by the program, with pages that stand in
 * sample-pages.json, so that no test of the window hangs on the arranger's taste. Profiles get copies of it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Launched, type LaunchOptions, launch } from '../launch';

const root = join(import.meta.dirname, '..', '..', '..');

/** Opens it, or the one that the profile has already, and waits until all its pages are composed. */
export async function launchSample(options: Omit<LaunchOptions, 'args' | 'prepare'> = {}): Promise<Launched> {
  const launched = await launch({ ...options, args: ['--sample'], prepare: (userData) => put(sampleIn(userData)) });
  await launched.page.locator('.verdict[data-tone]').nth(3).waitFor({ timeout: 120_000 });
  return launched;
}

/** Where the program makes the sample, and looks for it. */
const sampleIn = (userData: string) => join(userData, 'sample', '样报.banxin');

function put(folder: string): void {
  if (!existsSync(folder)) cpSync(join(inject('shared'), SAMPLE), folder, { recursive: true });
}

const SAMPLE = '样报.banxin';

/** Makes the issue of a run in a folder, by the commands. */
export function makeSample(shared: string): void {
  const issue = join(shared, SAMPLE);
  const program = join(root, process.env.BANXIN_OUT ?? 'dist', 'banxin.js');
  const paper = ['--template', 'sikai', '--pages', '4', '--date', '2026-01-25', '--number', '2'];
  for (const command of [
    ['new', issue, ...paper],
    ['import', issue, join(root, 'samples', 'chengtang', 'manuscripts')],
  ]) {
    const { status, stderr } = spawnSync(process.execPath, [program, ...command], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }
  const file = join(issue, 'issue.json');
  const pages = JSON.parse(readFileSync(join(import.meta.dirname, 'sample-pages.json'), 'utf8'));
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), pages }));
}
