/** How well and how fast the arranger fills pages, beside a greedy baseline and the bound that areas set. */
import { join } from 'node:path';
import { type ArrangedPage, arrangePages } from '../../engine/arrange/index';
import type { FontSet } from '../../engine/fonts/types';
import type { Issue } from '../../engine/issue/types';
import { createLayout } from '../../engine/layout/index';
import { openFonts } from '../../engine/store/font-files';
import { type Baseline, greedy } from './greedy';
import { issueLoad, pageLoad } from './page-loads';
import { readTemplates } from './templates';

/** Loads of each size of page. */
const LOADS = 20;
const FILLED = 0.995;

interface Row {
  readonly name: string;
  readonly arranged: ArrangedPage;
  readonly seconds: number;
  /** Seconds of all cores: what a busy machine does not blur. */
  readonly cpu: number;
  readonly baseline: Baseline;
}

/** Prints a line a page and the sums; `root` is the checkout. */
export function arrange(root: string): void {
  const { fonts } = openFonts(root);
  console.log('\narrange: pages of generated loads');
  console.log(`${'load'.padEnd(40)} fill %  greedy %  bound %  lost 字    s   rules broken`);
  const rows: Row[] = [];
  for (const template of readTemplates(join(root, 'templates'), ['sikai', 'duikai'])) {
    for (let seed = 0; seed < LOADS; seed++) {
      const { name, issue, page } = pageLoad(template, seed);
      const row = { name, ...arrangeOnce(issue, page, fonts), baseline: greedy(issue, page, createLayout(issue, fonts)) };
      console.log(lineOf(row));
      rows.push(row);
    }
  }
  sums(rows);
  wholeIssue(root, fonts);
}

function arrangeOnce(issue: Issue, page: number, fonts: FontSet) {
  const start = performance.now();
  const before = process.cpuUsage();
  const layout = createLayout(issue, fonts);
  const [arranged] = [...arrangePages(issue, [page], layout, { seed: 0, proposals: 1 })];
  const { user, system } = process.cpuUsage(before);
  return { arranged: arranged!, seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
}

function lineOf({ name, arranged, seconds, baseline }: Row): string {
  const best = arranged.proposals[0]!;
  return [
    name.padEnd(40),
    percent(best.fill),
    percent(baseline.fill).padStart(9),
    percent(baseline.bound).padStart(8),
    String(lostChars(arranged)).padStart(8),
    seconds.toFixed(2).padStart(6),
    ` ${best.violations.map(({ rule }) => rule).join(' ')}`,
  ].join(' ');
}

function lostChars({ proposals }: ArrangedPage): number {
  return proposals[0]!.overset.reduce((sum, { chars }) => sum + chars, 0);
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(6);
}

function sums(rows: readonly Row[]): void {
  const best = rows.map(({ arranged }) => arranged.proposals[0]!);
  const full = rows.filter((row, index) => best[index]!.fill >= FILLED && lostChars(row.arranged) === 0).length;
  const rules = new Map<string, number>();
  for (const { rule } of best.flatMap(({ violations }) => violations)) rules.set(rule, (rules.get(rule) ?? 0) + 1);
  const seconds = rows.map((row) => row.seconds);
  console.log(`  full and nothing lost: ${full} of ${rows.length}; greedy: ${rows.filter(isGreedyFull).length}`);
  console.log(
    `  rules broken a page: median ${quantile(
      best.map(({ violations }) => violations.length),
      0.5,
    )}`,
  );
  console.log(`  ${[...rules].map(([rule, count]) => `${rule} ${count}`).join(', ') || 'none'}`);
  console.log(`  seconds a page: median ${quantile(seconds, 0.5).toFixed(2)}, 95 % ${quantile(seconds, 0.95).toFixed(2)}`);
  const cpu = rows.map((row) => row.cpu);
  console.log(`  CPU seconds a page: median ${quantile(cpu, 0.5).toFixed(2)}, 95 % ${quantile(cpu, 0.95).toFixed(2)}`);
  console.log(`  memory: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB for all of it in one process`);
}

function isGreedyFull({ baseline }: Row): boolean {
  return baseline.fill >= FILLED && baseline.leftOff === 0;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** An issue of eight 四开 pages, divided and arranged at once. */
function wholeIssue(root: string, fonts: FontSet): void {
  const [template] = readTemplates(join(root, 'templates'), ['sikai']);
  const issue = issueLoad(template!, 8, 1);
  const start = performance.now();
  const layout = createLayout(issue, fonts);
  const pages = [
    ...arrangePages(
      issue,
      issue.pages.map(({ number }) => number),
      layout,
      { seed: 0, proposals: 1 },
    ),
  ];
  const fills = pages.map(({ proposals }) => (100 * proposals[0]!.fill).toFixed(1)).join(' ');
  const lost = pages.reduce((sum, page) => sum + lostChars(page), 0);
  console.log(`  issue of 8 pages: ${((performance.now() - start) / 1000).toFixed(2)} s, filled ${fills} %, lost ${lost} 字`);
}
