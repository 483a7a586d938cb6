/**
 * Puts a package of another desk into an issue. Of two versions of a unit the one that has the other among those before it
 * stands; two that were made side by side are a conflict, for a person or a rule to decide. Every rule is an order of all
 * versions, so that packages give the same issue in whatever order they come, and however often.
 */
import type { ListItems, ListName } from './edits';
import { type Rename, renameItem, renamePage } from './references';
import type { Id, Issue, Page } from './types';
import {
  globalId,
  isGlobal,
  itemUnit,
  LISTS,
  PAPER_UNIT,
  pageUnit,
  type UnitKey,
  type Version,
  type Versions,
  withSeen,
} from './versions';

/**
 * Who wins a conflict: `ours` what was made here, `theirs` what came in a package, `newer` what was made last. Between two
 * that came in packages the newer wins under every rule, since their order must not matter.
 */
export type Rule = 'ours' | 'theirs' | 'newer';

/** Part of an issue as it leaves a desk, all ids global. */
export interface Package {
  /** A document with that part only. */
  readonly issue: Issue;
  /** Number of the page in it; 0 when it holds articles alone. */
  readonly page: number;
  /** Of everything in it, by global ids, without `own`. */
  readonly versions: Versions;
}

export interface Assembled {
  readonly issue: Issue;
  readonly versions: Versions;
}

export interface Conflict {
  readonly unit: UnitKey;
  readonly ours: unknown;
  readonly theirs: unknown;
  /** When either was made, ms since 1970. */
  readonly oursTime: number;
  readonly theirsTime: number;
}

export interface MergeResult extends Assembled {
  /** Units that are new here, that the package's version replaced, and that stayed though the package's differs. */
  readonly added: readonly UnitKey[];
  readonly replaced: readonly UnitKey[];
  readonly kept: readonly UnitKey[];
  /** Those that no rule decides; ours stays. */
  readonly conflicts: readonly Conflict[];
}

/** Merges one package. `ruleOf` gives the rule for a unit in conflict, if there is one. Both sides are sound documents of one issue. */
export function mergePackage(base: Assembled, incoming: Package, ruleOf: (unit: UnitKey) => Rule | undefined): MergeResult {
  const merge = new Merge(base, incoming, ruleOf);
  for (const list of LISTS) merge.takeList(list);
  merge.takePage();
  merge.takePaper();
  return merge.result();
}

class Merge {
  private issue: Issue;
  private readonly versions: Map<UnitKey, Version>;
  private readonly added: UnitKey[] = [];
  private readonly replaced: UnitKey[] = [];
  private readonly kept: UnitKey[] = [];
  private readonly conflicts: Conflict[] = [];
  private readonly rename: Rename;

  constructor(
    base: Assembled,
    private readonly incoming: Package,
    private readonly ruleOf: (unit: UnitKey) => Rule | undefined,
  ) {
    this.issue = base.issue;
    this.versions = new Map(base.versions);
    this.rename = localNames(base);
  }

  takeList<L extends ListName>(list: L): void {
    const items = new Map<Id, ListItems[L]>(this.standing(list).map((item) => [item.id, item]));
    for (const packed of this.incoming.issue[list] as readonly ListItems[L][]) {
      const item = renameItem(list, packed, this.rename);
      const unit = itemUnit(list, item.id);
      const theirs = this.incoming.versions.get(itemUnit(list, packed.id))!;
      if (!items.has(item.id)) {
        this.added.push(unit);
        this.versions.set(unit, theirs);
        items.set(item.id, item);
      } else if (this.takes(unit, theirs, items.get(item.id), item)) items.set(item.id, item);
    }
    this.issue = { ...this.issue, [list]: inOrder(list, [...items.values()], this.versions) };
  }

  takePage(): void {
    const { page: number } = this.incoming;
    if (number === 0) return;
    const unit = pageUnit(number);
    const theirs = this.incoming.versions.get(unit)!;
    const ours = this.issue.pages[number - 1]!;
    const page = withBlockNames(renamePage(this.incoming.issue.pages[number - 1]!, this.rename), theirs.now, this.issue);
    if (this.takes(unit, theirs, ours, page)) this.issue = { ...this.issue, pages: this.issue.pages.with(number - 1, page) };
  }

  /** The style of the whole paper never follows a package by itself: one that we have not had is a conflict. */
  takePaper(): void {
    const theirs = this.incoming.versions.get(PAPER_UNIT)!;
    const { paper } = this.incoming.issue;
    const ours = this.versions.get(PAPER_UNIT)!;
    const rule = this.ruleOf(PAPER_UNIT);
    const follows = theirs.seen.includes(ours.id) && !ours.seen.includes(theirs.id);
    if (follows && rule === undefined) this.disagree(PAPER_UNIT, this.issue.paper, paper, ours, theirs);
    else if (follows && rule === 'ours') {
      this.versions.set(PAPER_UNIT, joined(ours, theirs, ours));
      this.kept.push(PAPER_UNIT);
    } else if (this.takes(PAPER_UNIT, theirs, this.issue.paper, paper)) this.issue = { ...this.issue, paper };
  }

  result(): MergeResult {
    const { issue, versions, added, replaced, kept, conflicts } = this;
    return { issue, versions, added, replaced, kept, conflicts };
  }

  private standing<L extends ListName>(list: L): readonly ListItems[L][] {
    return this.issue[list] as readonly ListItems[L][];
  }

  /** Whether the package's version takes the place of ours; notes what became of the unit. */
  private takes(unit: UnitKey, theirs: Version, ourContent: unknown, theirContent: unknown): boolean {
    const ours = this.versions.get(unit)!;
    const winner = winnerOf(ours, theirs, () => this.ruleOf(unit));
    if (winner === undefined) {
      this.disagree(unit, ourContent, theirContent, ours, theirs);
      return false;
    }
    this.versions.set(unit, joined(ours, theirs, winner));
    if (ours.now === theirs.now) return false;
    (winner === theirs ? this.replaced : this.kept).push(unit);
    return winner === theirs;
  }

  private disagree(unit: UnitKey, ours: unknown, theirs: unknown, ourVersion: Version, theirVersion: Version): void {
    this.conflicts.push({ unit, ours, theirs, oursTime: ourVersion.time, theirsTime: theirVersion.time });
  }
}

/** Undefined when the two were made side by side and no rule decides. */
function winnerOf(ours: Version, theirs: Version, rule: () => Rule | undefined): Version | undefined {
  const oursWentIn = theirs.seen.includes(ours.id);
  const theirsWentIn = ours.seen.includes(theirs.id);
  if (oursWentIn && theirsWentIn) return newer(ours, theirs);
  if (oursWentIn) return theirs;
  if (theirsWentIn) return ours;
  if (ours.blank && theirs.blank) return newer(ours, theirs);
  if (ours.blank) return theirs;
  if (theirs.blank) return ours;
  return byRule(ours, theirs, rule());
}

function byRule(ours: Version, theirs: Version, rule: Rule | undefined): Version | undefined {
  if (rule === undefined) return ours.now === theirs.now ? newer(ours, theirs) : undefined;
  if (rule === 'theirs' && ours.id === ours.own) return theirs;
  const holdsOwn = ({ seen }: Version) => ours.own !== undefined && seen.includes(ours.own);
  if (rule === 'ours' && holdsOwn(ours) !== holdsOwn(theirs)) return holdsOwn(ours) ? ours : theirs;
  return newer(ours, theirs);
}

/** The later one; of two made in the same moment the one with the greater id, at every desk the same. */
function newer(one: Version, other: Version): Version {
  if (one.time !== other.time) return one.time > other.time ? one : other;
  return one.id >= other.id ? one : other;
}

function joined(ours: Version, theirs: Version, winner: Version): Version {
  const { id, now, time, blank } = winner;
  return {
    uid: ours.uid,
    born: [ours.born, theirs.born].sort()[0]!,
    id,
    now,
    time,
    seen: withSeen(ours.seen, theirs.seen),
    ...(ours.own !== undefined && { own: ours.own }),
    ...(blank && { blank }),
  };
}

/** From global ids to those of this issue; what is not here keeps its global id. */
function localNames({ issue, versions }: Assembled): Rename {
  const names = new Map<Id, Id>();
  for (const list of LISTS) {
    for (const { id } of issue[list]) names.set(globalId(list, versions.get(itemUnit(list, id))!.uid), id);
  }
  return (_, id) => names.get(id) ?? id;
}

/** This desk's own items in their order, then those that came, by their birth. */
function inOrder<T extends { readonly id: Id }>(list: ListName, items: readonly T[], versions: Versions): readonly T[] {
  const came = items.filter(({ id }) => isGlobal(id));
  const key = ({ id }: T) => `${versions.get(itemUnit(list, id))!.born.padStart(24, '0')} ${id}`;
  const sorted = came.map((item) => [key(item), item] as const).sort(([one], [other]) => (one < other ? -1 : 1));
  return [...items.filter(({ id }) => !isGlobal(id)), ...sorted.map(([, item]) => item)];
}

/** Blocks are named after the content of their page, so that no two pages share a name. */
function withBlockNames(page: Page, hash: string, issue: Issue): Page {
  const others = issue.pages.filter(({ number }) => number !== page.number);
  const taken = new Set(others.flatMap(({ blocks }) => blocks.map(({ id }) => id)));
  const named = (id: Id): Id => (taken.has(id) ? named(`${id}x`) : id);
  return { ...page, blocks: page.blocks.map((block, at) => ({ ...block, id: named(`p${page.number}-${hash}-${at + 1}`) })) };
}
