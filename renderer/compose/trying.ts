/** Finds which of some changes mends a problem, by setting the page with each: in the composing worker, when nothing else waits. */
import { checkPage, type Violation } from '../../engine/arrange';
import { apply, type Edit } from '../../engine/issue/edits';
import type { Id, Issue } from '../../engine/issue/types';
import type { BlockFit, Layout } from '../../engine/layout/types';
import { missingRows } from '../state/facts';

/** A problem of a page by its rule and blocks, and the changes that may mend it, best first. */
export interface TryRequest {
  readonly kind: 'try';
  readonly id: number;
  readonly revision: number;
  readonly page: number;
  readonly rule: string;
  readonly blocks: readonly Id[];
  readonly edits: readonly Edit[];
}

/** Place of the first change that mends it, −1 where none does. */
export interface TryAnswer {
  readonly kind: 'tried';
  readonly id: number;
  readonly at: number;
}

type LayoutOf = (issue: Issue) => Layout;

/** Whether a change mends the problem and makes nothing else on the page worse. */
export function mends(
  issue: Issue,
  { page, rule, blocks }: Pick<TryRequest, 'page' | 'rule' | 'blocks'>,
  edit: Edit,
  layoutOf: LayoutOf,
): boolean {
  const after = apply(issue, edit).issue;
  const fits = layoutOf(after).page(page).fits;
  const before = layoutOf(issue).page(page).fits;
  const [own] = blocks;
  const [then, now] = [oversetOf(before), oversetOf(fits)];
  if (rule === 'overset')
    return fitOf(fits, own).oversetChars === 0 && now < then && emptyOf(after, page, fits) <= emptyOf(issue, page, before);
  if (rule === 'underset') return ownMissing(after, page, fits, own) === 0 && now <= then;
  if (now > then) return false;
  if (remarked(before, rule, own) && !RULES.has(rule)) {
    return (
      !remarked(fits, rule, own) &&
      fits.flatMap(({ remarks }) => remarks).length < before.flatMap(({ remarks }) => remarks).length
    );
  }
  const was = checkPage(issue, page, layoutOf(issue));
  const is = checkPage(after, page, layoutOf(after));
  const stillThere = is.some((one) => one.rule === rule && sameBlocks(one.blocks, blocks));
  return !stillThere && errorsIn(is) <= errorsIn(was) && is.length < was.length;
}

/** Remarks of the layout that the rules of layout tell under another name. */
const RULES: ReadonlySet<string> = new Set(['parted-lines']);

function fitOf(fits: readonly BlockFit[], id: Id | undefined): BlockFit {
  return fits.find(({ block }) => block === id) ?? { block: '', oversetChars: 0, oversetText: '', emptyRows: 0, remarks: [] };
}

function oversetOf(fits: readonly BlockFit[]): number {
  return fits.reduce((sum, { oversetChars }) => sum + oversetChars, 0);
}

function emptyOf(issue: Issue, page: number, fits: readonly BlockFit[]): number {
  return fits.reduce((sum, { block }) => sum + ownMissing(issue, page, fits, block), 0);
}

function ownMissing(issue: Issue, page: number, fits: readonly BlockFit[], id: Id | undefined): number {
  const block = issue.pages[page - 1]?.blocks.find((one) => one.id === id);
  return block ? missingRows(block, fitOf(fits, id)) : 0;
}

function remarked(fits: readonly BlockFit[], rule: string, id: Id | undefined): boolean {
  return fitOf(fits, id).remarks.some((remark) => remark.rule === rule);
}

function errorsIn(violations: readonly Violation[]): number {
  return violations.filter(({ severity }) => severity === 'error').length;
}

function sameBlocks(one: readonly Id[], other: readonly Id[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}

/** Tries changes one at a time, so that composing comes between; a newer request, or none, ends it. */
export class Trying {
  private request: TryRequest | undefined;

  constructor(
    private readonly issue: () => Issue | null,
    private readonly layoutOf: LayoutOf,
    private readonly answer: (answer: TryAnswer) => void,
  ) {}

  start(request: TryRequest | undefined): void {
    this.request = request;
    if (request) this.soon(request, 0);
  }

  private soon(request: TryRequest, at: number): void {
    setTimeout(() => this.next(request, at));
  }

  private next(request: TryRequest, at: number): void {
    const issue = this.issue();
    if (this.request !== request || !issue) return;
    const edit = request.edits[at];
    if (edit === undefined || this.isCured(issue, request, edit))
      this.answer({ kind: 'tried', id: request.id, at: edit ? at : -1 });
    else this.soon(request, at + 1);
  }

  /** A change that cannot be made or set mends nothing. */
  private isCured(issue: Issue, request: TryRequest, edit: Edit): boolean {
    try {
      return mends(issue, request, edit, this.layoutOf);
    } catch {
      return false;
    }
  }
}
