/** Between the program and its job process: one request, messages of progress, one answer. */
import type { Id, Issue } from '../engine/issue';
import type { PressChoice } from '../engine/press/handoff/preset';
import type { Language } from '../shell/say';
import type { Fault, JobResult, Proposal } from './bridge';

/** `issue` comes from the window and is read with the schema before anything is done with it. */
export type Work =
  | {
      readonly kind: 'import';
      readonly folder: string;
      readonly issue: Issue;
      readonly files: readonly string[];
      readonly placed: boolean;
    }
  | { readonly kind: 'arrange'; readonly folder: string; readonly issue: Issue; readonly page: number; readonly seed: number }
  | { readonly kind: 'arrangeIssue'; readonly folder: string; readonly issue: Issue; readonly seed: number }
  | {
      readonly kind: 'press';
      readonly folder: string;
      readonly issue: Issue;
      readonly output: string;
      /** File of the shop's preset. */
      readonly preset: string | undefined;
      /** Comes before what the preset says of the same. */
      readonly choice: PressChoice | undefined;
      readonly proof: boolean;
      /** Only this page; all of them when undefined. */
      readonly page: number | undefined;
      /** Replace files that are there. */
      readonly replace: boolean;
    }
  | {
      readonly kind: 'preflight';
      readonly folder: string;
      readonly issue: Issue;
      /** Folder for the press files and `plates.json`, made for it: parts of their plates are painted later. */
      readonly plates: string;
      readonly preset: string | undefined;
      readonly choice: PressChoice | undefined;
    }
  | {
      readonly kind: 'handoff';
      readonly folder: string;
      readonly issue: Issue;
      readonly output: string;
      readonly preset: string | undefined;
      readonly choice: PressChoice | undefined;
      readonly resend: boolean;
      readonly replace: boolean;
    }
  | {
      readonly kind: 'export';
      readonly folder: string;
      readonly issue: Issue;
      readonly output: string;
      readonly replace: boolean;
    }
  | { readonly kind: 'replace'; readonly folder: string; readonly issue: Issue; readonly photo: Id; readonly file: string }
  /** Makes the sample issue in a folder that does not exist yet. */
  | { readonly kind: 'sample'; readonly folder: string };

/** What is being worked on, as the code of a sentence: the program says it in the language that the window speaks by then. */
export interface Step {
  readonly code: string;
  /** A list of pages is joined as the language joins words. */
  readonly params: Readonly<Record<string, string | number | readonly number[]>>;
}

export interface WorkRequest {
  readonly work: Work;
  readonly language: Language;
}

export type WorkResult = Exclude<JobResult, { readonly kind: 'cancelled' }> | { readonly kind: 'sample' };

export type WorkAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly step: Step; readonly proposals?: readonly Proposal[] }
  | { readonly kind: 'done'; readonly result: WorkResult }
  | { readonly kind: 'fault'; readonly fault: Fault };
