/** What is wrong with the issue as it stands: from the composed pages and the rules of layout. */
import type { Violation } from '../../engine/arrange/checks';
import { type Block, type BlockContent, type Id, type Issue, isStory, type Page } from '../../engine/issue/index';
import type { BlockFit } from '../../engine/layout/types';
import type { PageReport } from '../compose/protocol';
import { itemOf, missingRows, photosOf, titleOf } from './facts';

export interface Problem {
  readonly severity: 'error' | 'warning';
  /** `overset`, `underset`, a rule of layout or a remark of the layout: keys of `problem.*`. */
  readonly rule: string;
  readonly page: number;
  readonly blocks: readonly Id[];
  /** The blocks' kinds and titles, for the sentence. */
  readonly subjects: readonly Subject[];
  /** Where the first block begins, columns and rows from 0; null when the problem is the page's. */
  readonly cell: { readonly column: number; readonly row: number } | null;
  /** Characters or rows of overset and underset; 0 for everything else. */
  readonly amount: number;
  /** Figures of a remark, such as `3 → 4`. */
  readonly detail: string;
}

export interface Subject {
  readonly kind: BlockContent['kind'];
  /** May be empty. */
  readonly title: string;
}

/** Remarks that only say what the layout did well enough, or that the rules of layout tell. */
const QUIET: ReadonlySet<string> = new Set(['picture-rows', 'nothing-to-continue', 'lines-parted', 'single-character']);

/** All problems, page by page, errors first. `missing` are the assets that are not in the issue's folder. */
export function problemsOf(
  issue: Issue,
  layouts: ReadonlyMap<number, PageReport>,
  checks: ReadonlyMap<number, readonly Violation[]>,
  missing: ReadonlySet<string>,
): readonly Problem[] {
  return issue.pages.flatMap((page) => {
    const findings = [
      ...fitFindings(issue, page, layouts.get(page.number)),
      ...ruleFindings(page, checks.get(page.number) ?? []),
      ...missingFindings(issue, page, missing),
    ];
    return findings
      .sort((one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning'))
      .map(({ about, ...finding }) => ({ ...finding, ...placeOf(issue, page, about) }));
  });
}

/** Tells a problem from all others of its page, as long as it is the same. */
export function problemKey({ page, rule, blocks, detail }: Problem): string {
  return [page, rule, ...blocks, detail].join(' ');
}

/** Whether two say the same: problems are counted anew with every key. */
export function sameProblem(one: Problem, other: Problem): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

type Finding = Pick<Problem, 'severity' | 'rule' | 'amount' | 'detail'> & { readonly about: readonly Block[] };

function placeOf(issue: Issue, page: Page, about: readonly Block[]): Pick<Problem, 'page' | 'blocks' | 'subjects' | 'cell'> {
  const [first] = about;
  return {
    page: page.number,
    blocks: about.map(({ id }) => id),
    subjects: about.map((block) => ({ kind: block.content.kind, title: titleOf(issue, block) })),
    cell: first ? { column: first.rect.column, row: first.rect.row } : null,
  };
}

function fitFindings(issue: Issue, page: Page, layout: PageReport | undefined): readonly Finding[] {
  const blocks = new Map(page.blocks.map((block) => [block.id, block]));
  return (layout?.fits ?? []).flatMap((fit): readonly Finding[] => {
    const block = blocks.get(fit.block);
    if (!block) return [];
    const about = [block];
    const rows = missingRows(block, fit);
    const remarks = new Map(fit.remarks.map((remark) => [`${remark.rule} ${remark.detail}`, remark]));
    return [
      ...(fit.oversetChars > 0
        ? [{ severity: 'error', rule: oversetRule(issue, block, fit), amount: fit.oversetChars, detail: '', about } as const]
        : []),
      ...(rows > 0 ? [{ severity: 'warning', rule: 'underset', amount: rows, detail: '', about } as const] : []),
      ...[...remarks.values()]
        .filter(({ rule }) => !QUIET.has(rule))
        .map(({ rule, detail }) => ({ severity: 'warning', rule, amount: 0, detail, about }) as const),
    ];
  });
}

/** A code without a place is overset by its link, which no cut of the text makes shorter. */
function oversetRule(issue: Issue, { content }: Block, { oversetText }: BlockFit): 'overset' | 'code-lost' {
  const { code } =
    (content.kind === 'notice' && itemOf(issue, 'notices', content.notice)) ||
    (isStory(content) && itemOf(issue, 'articles', content.article)) ||
    {};
  return code && code.link === oversetText ? 'code-lost' : 'overset';
}

/** Overset is told by the fit, with its characters. */
function ruleFindings(page: Page, violations: readonly Violation[]): readonly Finding[] {
  return violations.flatMap(({ rule, severity, blocks }) => {
    const about = page.blocks.filter(({ id }) => blocks.includes(id));
    return rule === 'overset' || about.length === 0 ? [] : [{ severity, rule, amount: 0, detail: '', about }];
  });
}

/** Blocks with photographs whose originals are not there: the page cannot be printed. */
function missingFindings(issue: Issue, page: Page, missing: ReadonlySet<string>): readonly Finding[] {
  if (missing.size === 0) return [];
  const lost = new Set(issue.photos.filter(({ asset }) => missing.has(asset)).map(({ id }) => id));
  return page.blocks.flatMap((block) => {
    const amount = photosOf(issue, block).filter((photo) => lost.has(photo)).length;
    return amount > 0 ? [{ severity: 'error', rule: 'picture-lost', amount, detail: '', about: [block] }] : [];
  });
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
