/** What is wrong with the issue as it stands: from the composed pages and the rules of layout. */
import type { Violation } from '../../engine/arrange/checks';
import type { Block, Id, Issue, Page } from '../../engine/issue/index';
import type { PageReport } from '../compose/protocol';
import { missingRows } from './facts';

export interface Problem {
  readonly severity: 'error' | 'warning';
  /** `overset`, `underset`, a rule of layout or a remark of the layout: keys of `problem.*`. */
  readonly rule: string;
  readonly page: number;
  readonly blocks: readonly Id[];
  /** Characters or rows of overset and underset; 0 for everything else. */
  readonly amount: number;
  /** Figures of a remark, such as `3 → 4`. */
  readonly detail: string;
}

/** Remarks that only say what the layout did well enough. */
const QUIET: ReadonlySet<string> = new Set(['picture-rows']);

/** All problems, page by page, errors first. */
export function problemsOf(
  issue: Issue,
  layouts: ReadonlyMap<number, PageReport>,
  checks: ReadonlyMap<number, readonly Violation[]>,
): readonly Problem[] {
  return issue.pages.flatMap((page) => {
    const found = [...fitProblems(page, layouts.get(page.number)), ...ruleProblems(page, checks.get(page.number) ?? [])];
    return found.sort((one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning'));
  });
}

function fitProblems(page: Page, layout: PageReport | undefined): readonly Problem[] {
  const blocks = new Map(page.blocks.map((block) => [block.id, block]));
  return (layout?.fits ?? []).flatMap((fit) => {
    const block = blocks.get(fit.block);
    if (!block) return [];
    const at = { page: page.number, blocks: [block.id], detail: '' };
    const rows = missingRows(block, fit);
    return [
      ...(fit.oversetChars > 0 ? [{ ...at, severity: 'error' as const, rule: 'overset', amount: fit.oversetChars }] : []),
      ...(rows > 0 ? [{ ...at, severity: 'warning' as const, rule: 'underset', amount: rows }] : []),
      ...fit.remarks
        .filter(({ rule }) => !QUIET.has(rule))
        .map(({ rule, detail }) => ({ ...at, severity: 'warning' as const, rule, amount: 0, detail })),
    ];
  });
}

/** Overset is told by the fit, with its characters. */
function ruleProblems(page: Page, violations: readonly Violation[]): readonly Problem[] {
  const stands = (id: Id) => page.blocks.some((block: Block) => block.id === id);
  return violations
    .filter(({ rule, blocks }) => rule !== 'overset' && blocks.some(stands))
    .map(({ rule, severity, blocks }) => ({
      severity,
      rule,
      page: page.number,
      blocks: blocks.filter(stands),
      amount: 0,
      detail: '',
    }));
}

/** What a page lacks in one word: characters too many, rows left empty, or nothing. */
export interface Verdict {
  readonly overset: number;
  readonly missing: number;
}

export function verdictOf(page: Page, layout: PageReport | undefined): Verdict | undefined {
  if (!layout) return undefined;
  const blocks = new Map(page.blocks.map((block) => [block.id, block]));
  let [overset, missing] = [0, 0];
  for (const fit of layout.fits) {
    const block = blocks.get(fit.block);
    overset += fit.oversetChars;
    if (block) missing += missingRows(block, fit);
  }
  return { overset, missing };
}
