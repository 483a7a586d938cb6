/** What the window may ask about versions, signatures, packages and templates. Types only, a part of the bridge. */
import type { SignEntry, SignStep } from '../engine/issue/sign-off';
import type { Id, Issue } from '../engine/issue/types';
import type { ValueDifference } from '../engine/issue/value-differences';
import type { PageState } from '../shell/sign-off-report';
import type { InLanguages, OpenedIssue, Outcome } from './bridge';

/** Why an issue can be read and not changed, in the user's language. */
export interface ReadOnly {
  readonly code: string;
  readonly text: string;
  readonly texts?: InLanguages;
  /** Another desk has it, from which it may be taken. */
  readonly canTakeOver: boolean;
}

export interface VersionRow {
  readonly id: string;
  readonly name: string;
  readonly reason: 'named' | 'seen' | 'kept' | 'copy';
  readonly who: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** Why a copy of a cloud drive cannot be read, in the user's language; empty when it can. */
  readonly problem: string;
}

export interface SignRequest {
  readonly pages: readonly number[];
  readonly step: SignStep;
  readonly verdict: SignEntry['verdict'];
  readonly who: string;
  readonly remark: string;
}

/** The last word on one step of a page; how the page stands: the same as the command line tells. */
export type { PageState as SignedPage, StepState as SignedStep } from '../shell/sign-off-report';

export type PackagePart = { readonly page: number } | { readonly articles: readonly Id[] };
export type ConflictRule = 'ours' | 'theirs' | 'newer';

export interface ConflictRow {
  readonly unit: string;
  readonly title: string;
  readonly oursTime: string;
  readonly theirsTime: string;
  readonly differences: readonly ValueDifference[];
}

export interface PackageRow {
  readonly file: string;
  readonly page: number;
  readonly added: number;
  readonly replaced: number;
  readonly kept: number;
  readonly conflicts: readonly ConflictRow[];
}

export interface AssemblyResult {
  /** For a second call that says how conflicts are decided. */
  readonly token: string;
  readonly packages: readonly PackageRow[];
  readonly absentFonts: readonly string[];
  /** The merged issue, which stands in the folder already; absent while conflicts are open. */
  readonly issue?: Issue;
  readonly changed: boolean;
}

export interface Records {
  /** The window shows the issue no more; another desk may have it. */
  closeIssue(handle: string): Promise<void>;
  /** Takes the issue from the desk that has it; what that desk has not saved stays in its journal. */
  takeOver(handle: string): Promise<Outcome<OpenedIssue>>;
  /** Asks for the last issue's folder, then for the new one's. */
  newFromLast(): Promise<Outcome<OpenedIssue | null>>;
  /** Names of the user's own templates. */
  templates(): Promise<readonly string[]>;
  saveTemplate(handle: string, issue: Issue, name: string): Promise<Outcome<null>>;
  /** The user's name on this machine, for a signature. */
  userName(): Promise<string>;

  /** Versions, and copies that a cloud drive made, the newest first. */
  versions(handle: string): Promise<Outcome<readonly VersionRow[]>>;
  saveVersion(handle: string, issue: Issue, name: string): Promise<Outcome<null>>;
  readVersion(handle: string, id: string): Promise<Outcome<Issue>>;
  /** Moves a copy that was dealt with out of the way. */
  putAway(handle: string, id: string): Promise<Outcome<null>>;

  signatures(handle: string, issue: Issue): Promise<Outcome<readonly PageState[]>>;
  sign(handle: string, issue: Issue, request: SignRequest): Promise<Outcome<readonly PageState[]>>;
  /** Asks where; the name of the file, null when the user thinks better of it. */
  signSheet(handle: string, issue: Issue): Promise<Outcome<string | null>>;

  /** A part of the issue as it stands on the disk, as a file: asks where. */
  pack(handle: string, part: PackagePart): Promise<Outcome<string | null>>;
  /**
   * Merges packages, which a dialog asks for, into the issue as it stands on the disk; with a token, those of before by
   * these rules. Null when the user thinks better of it.
   */
  assemble(
    handle: string,
    token: string | null,
    rules: Readonly<Record<string, ConflictRule>>,
    rule: ConflictRule | null,
  ): Promise<Outcome<AssemblyResult | null>>;
}
