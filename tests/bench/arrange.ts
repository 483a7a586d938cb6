/** How long the arranger takes for a page: of the sample issue, and of a broadsheet with twelve stories. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from './measure';
import { galleyText } from './text';

const ROUNDS = 5;
/** Characters of the twelve stories, about what a 对开 front page holds without pictures. */
const STORIES = [1600, 1100, 900, 800, 750, 700, 600, 550, 500, 450, 350, 300];

interface Arranged {
  readonly pages: readonly { readonly page: number; readonly seconds: number; readonly fill: number }[];
}

/** Prints medians for every page. `manuscripts` are those of the sample issue. */
export function arrange(program: string, folder: string, manuscripts: string): void {
  console.log(`\narrange, a page (median of ${ROUNDS})`);
  const sample = join(folder, 'arrange-sample');
  makeIssue(program, sample, 'sikai', 4, manuscripts);
  report(program, sample, '四开 sample');
  const broadsheet = join(folder, 'arrange-broadsheet');
  makeIssue(program, broadsheet, 'duikai', 1, writeStories(join(folder, 'stories')));
  report(program, broadsheet, '对开 twelve stories');
}

function makeIssue(program: string, issue: string, template: string, pages: number, manuscripts: string): void {
  run(program, 'new', issue, '--template', template, '--pages', String(pages), '--date', '2026-03-10');
  run(program, 'import', issue, manuscripts);
}

function writeStories(folder: string): string {
  mkdirSync(folder);
  const text = galleyText(4).replaceAll('\n', '');
  let from = 0;
  for (const [index, length] of STORIES.entries()) {
    const paragraphs = text.slice(from, from + length).replace(/.{150}/g, '$&。\n');
    writeFileSync(join(folder, `story${index}.txt`), `城东新桥今天通车第${index + 1}日\n${paragraphs}。\n`);
    from += length;
  }
  return folder;
}

function report(program: string, issue: string, name: string): void {
  const rounds = Array.from({ length: ROUNDS }, () => JSON.parse(run(program, 'arrange', issue, '--json')) as Arranged);
  for (const { page, fill } of rounds[0]!.pages) {
    const seconds = median(rounds.map(({ pages }) => pages.find((one) => one.page === page)!.seconds));
    console.log(
      `  ${`${name}, page ${page}`.padEnd(28)} ${(seconds * 1000).toFixed(0).padStart(6)} ms, ${(fill * 100).toFixed(0)}% filled`,
    );
  }
}

function run(program: string, ...args: string[]): string {
  const result = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`${args[0]}: exit ${result.status}: ${result.stderr}`);
  return result.stdout;
}
