/** How well and how fast the arranger fills pages, beside a greedy baseline and the bound that areas set. */
import { join } from 'node:path';
import { type ArrangedPage, arrangePages } from '../../engine/arrange/index';
import type { FontSet } from '../../engine/fonts/types';
import type { Issue } from '../../engine/issue/types';
import { createLayout } from '../../engine/layout/index';
import { openFonts } from '../../engine/store/font-files';
import { type Baseline, greedy } from './greedy';
import { issueLoad, type PageLoad, pageLoad } from './page-loads';
import { readTemplates } from './templates';

/** Loads of each size of page. */
const LOADS = 20;
const FILLED = 0.995;

/** Figures only: pages and issues that are kept would count as the arranger's memory. */
interface Row {
  readonly name: string;
  readonly fill: number;
  /** Characters without a place. */
  readonly lost: number;
  readonly rules: readonly string[];
  readonly seconds: number;
  /** Seconds of all cores: what a busy machine does not blur. */
  readonly cpu: number;
  readonly baseline: Baseline;
}

/** Prints a line a page and the sums; `root` is the checkout. */
export function arrange(root: string): void {
  console.log('\narrange: pages of generated loads');
  console.log(`${'load'.padEnd(40)} fill %  greedy %  bound %  lost 字    s   rules broken`);
  const loads = loadsOf(root);
  // Anew for each load: what is composed stays with its fonts.
  const arranged = loads.map(({ name, load }) => {
    const { issue, page } = load();
    return { name, ...arrangeOnce(issue, page, openFonts(root).fonts) };
  });
  const issues = ['sikai', 'duikai'].map((size) => wholeIssue(root, size));
  // Kilobytes, whatever the platform; before the baseline takes memory of its own.
  const { maxRSS } = process.resourceUsage();
  const rows = loads.map(({ load }, index): Row => {
    const { issue, page } = load();
    return { ...arranged[index]!, baseline: greedy(issue, page, createLayout(issue, openFonts(root).fonts)) };
  });
  for (const row of rows) console.log(lineOf(row));
  sums(rows);
  for (const line of issues) console.log(line);
  console.log(`  memory: ${(maxRSS / 1000).toFixed(0)} MB at most for all of it in one process`);
}

/** Loads by name, each made when it is asked for. */
function loadsOf(root: string): { readonly name: string; readonly load: () => PageLoad }[] {
  return readTemplates(join(root, 'templates'), ['sikai', 'duikai']).flatMap((template) =>
    Array.from({ length: LOADS }, (_, seed) => ({ name: pageLoad(template, seed).name, load: () => pageLoad(template, seed) })),
  );
}

function arrangeOnce(issue: Issue, page: number, fonts: FontSet): Omit<Row, 'name' | 'baseline'> {
  const start = performance.now();
  const before = process.cpuUsage();
  const layout = createLayout(issue, fonts);
  const [arranged] = [...arrangePages(issue, [page], layout, { seed: 0, proposals: 1 })];
  const { user, system } = process.cpuUsage(before);
  const { fill, violations } = arranged!.proposals[0]!;
  const rules = violations.map(({ rule }) => rule);
  const seconds = (performance.now() - start) / 1000;
  return { fill, lost: lostChars(arranged!), rules, seconds, cpu: (user + system) / 1e6 };
}

function lineOf({ name, fill, lost, rules, seconds, baseline }: Row): string {
  return [
    name.padEnd(40),
    percent(fill),
    percent(baseline.fill).padStart(9),
    percent(baseline.bound).padStart(8),
    String(lost).padStart(8),
    seconds.toFixed(2).padStart(6),
    ` ${rules.join(' ')}`,
  ].join(' ');
}

function lostChars({ proposals }: ArrangedPage): number {
  return proposals[0]!.overset.reduce((sum, { chars }) => sum + chars, 0);
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(6);
}

function sums(rows: readonly Row[]): void {
  const full = rows.filter(({ fill, lost }) => fill >= FILLED && lost === 0).length;
  const counts = new Map<string, number>();
  for (const rule of rows.flatMap(({ rules }) => rules)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  console.log(`  full and nothing lost: ${full} of ${rows.length}; greedy: ${rows.filter(isGreedyFull).length}`);
  const broken = rows.map(({ rules }) => rules.length);
  console.log(`  rules broken a page: median ${quantile(broken, 0.5)}`);
  console.log(`  ${[...counts].map(([rule, count]) => `${rule} ${count}`).join(', ') || 'none'}`);
  const times = (list: readonly number[]) => `median ${quantile(list, 0.5).toFixed(2)}, 95 % ${quantile(list, 0.95).toFixed(2)}`;
  console.log(`  seconds a page: ${times(rows.map(({ seconds }) => seconds))}`);
  console.log(`  CPU seconds a page: ${times(rows.map(({ cpu }) => cpu))}`);
}

function isGreedyFull({ baseline }: Row): boolean {
  return baseline.fill >= FILLED && baseline.leftOff === 0;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** What became of an issue of eight pages of a template, divided and arranged at once. */
function wholeIssue(root: string, size: string): string {
  const [template] = readTemplates(join(root, 'templates'), [size]);
  const issue = issueLoad(template!, 8, 1);
  const numbers = issue.pages.map(({ number }) => number);
  const { fonts } = openFonts(root);
  const start = performance.now();
  const before = process.cpuUsage();
  const pages = [...arrangePages(issue, numbers, createLayout(issue, fonts), { seed: 0, proposals: 1 })];
  const { user, system } = process.cpuUsage(before);
  const fills = pages.map(({ proposals }) => (100 * proposals[0]!.fill).toFixed(1)).join(' ');
  const lost = pages.reduce((sum, page) => sum + lostChars(page), 0);
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  const cpu = ((user + system) / 1e6).toFixed(2);
  return `  ${template!.label} issue of 8 pages: ${seconds} s, ${cpu} s CPU, filled ${fills} %, lost ${lost} 字`;
}
