/** Background jobs that the window may ask for, how they tell of themselves, and how they end. Types only. */
import type { Violation } from '../engine/arrange';
import type { Edit } from '../engine/issue/edits';
import type { Revision } from '../engine/issue/revision';
import type { Block, Id, Issue } from '../engine/issue/types';
import type { PressChoice } from '../engine/press/handoff/preset';

export type Job =
  /**
   * Chooses files in a dialog when `files` is absent; `files` come from a drop and are checked. With `placed` the window gives the
   * photographs a place itself.
   */
  | {
      readonly kind: 'import';
      readonly handle: string;
      readonly issue: Issue;
      readonly files?: readonly string[];
      readonly placed?: boolean;
    }
  /** Another seed, other proposals; a seed always gives the same. */
  | { readonly kind: 'arrange'; readonly handle: string; readonly issue: Issue; readonly page: number; readonly seed: number }
  /** Makes up every page anew; what is locked stays. */
  | { readonly kind: 'arrangeIssue'; readonly handle: string; readonly issue: Issue; readonly seed: number }
  /** The folder is chosen in a dialog. */
  | {
      readonly kind: 'press';
      readonly handle: string;
      readonly issue: Issue;
      /** File of the shop's preset among the user's; none when absent. */
      readonly shop?: string | undefined;
      /** As the dialog shows it, before what the shop's preset says of the same. */
      readonly choice?: PressChoice | undefined;
      /** Proofs with their stage, time and change bars instead of press files. */
      readonly proof?: boolean | undefined;
      /** Only this page; all of them when absent. */
      readonly page?: number | undefined;
      /** Written to a folder of the program's own, to be opened and printed, without asking for one. */
      readonly toPrint?: boolean | undefined;
    }
  /** Examines the issue as it would be pressed, with pictures of its plates. */
  | {
      readonly kind: 'preflight';
      readonly handle: string;
      readonly issue: Issue;
      readonly shop?: string | undefined;
      readonly choice?: PressChoice | undefined;
    }
  /** The whole package for the print shop; the folder is chosen in a dialog. */
  | {
      readonly kind: 'handoff';
      readonly handle: string;
      readonly issue: Issue;
      readonly shop?: string | undefined;
      readonly choice?: PressChoice | undefined;
      /** Only pages that have changed since the last handoff into that folder. */
      readonly resend: boolean;
    }
  /** What stands on pages as text and web pages; the folder is chosen in a dialog. */
  | { readonly kind: 'export'; readonly handle: string; readonly issue: Issue }
  /** Another file in place of a photograph's, chosen in a dialog when it was not dropped. */
  | {
      readonly kind: 'replace';
      readonly handle: string;
      readonly issue: Issue;
      readonly photo: Id;
      readonly file?: string | undefined;
    };

/** A finding of preflight in the user's language. */
export interface PressFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** 0 for the issue as a whole. */
  readonly page: number;
  /** Millimetres from the trimmed page's top left corner. */
  readonly place?: { readonly x: number; readonly y: number; readonly width?: number; readonly height?: number };
  readonly block?: string;
  readonly detail: string;
  readonly cure: string;
}

/** Plates of a page. */
export interface PlatePage {
  readonly page: number;
  /** Total ink in per cent: of the densest pixel, and over 15 mm². */
  readonly most: number;
  readonly window: number;
  /** Mean ink of each plate, per cent. */
  readonly coverage: Readonly<Record<string, number>>;
  /** Text that is not on the black plate alone. */
  readonly offBlack: readonly {
    readonly text: string;
    readonly size: number;
    readonly plates: Readonly<Record<string, number>>;
    readonly place: { readonly x: number; readonly y: number };
  }[];
  /** PNG files: `page` all plates together, `C`, `M`, `Y`, `K`, spot plates by name, `ink` the map of total ink. */
  readonly pictures: readonly { readonly plate: string; readonly png: Uint8Array<ArrayBuffer> }[];
}

/** The part of a page's plate that is in sight; pixels from the trimmed page's left upper corner. */
export interface PlatePartRequest {
  /** Of the examination that the page was shown by. */
  readonly plates: string;
  readonly page: number;
  /** As in `PlatePage.pictures`. */
  readonly plate: string;
  /** Pixels a point. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface JobProgress {
  readonly job: number;
  /** 0–1. */
  readonly done: number;
  /** What is being worked on, in the user's language. */
  readonly step: string;
  /** The page's proposals so far, best first, at least one; later ones are never worse. */
  readonly proposals?: readonly Proposal[];
}

/** A file that came before, with where its articles and the file differ now. */
export interface RevisedFile {
  readonly file: string;
  readonly hash: string;
  readonly revisions: readonly Revision[];
  /** Edits that bring its groups, notices and advertisements up to the file. */
  readonly boxes: readonly Edit[];
}

/** A way out where something finds no room on a proposed page, with which that page stands whole. */
export interface ProposedCut {
  /** As a sentence in the user's language. */
  readonly text: string;
  /** The story that is to be cut where it stands; absent where something is left off. */
  readonly article?: Id;
  /** The block with a picture lower, instead of a cut. */
  readonly lower?: Block;
}

/** One way to make up a page. */
export interface Proposal {
  /** All blocks of the page. */
  readonly blocks: readonly Block[];
  /** Share of the type area filled, 0–1. */
  readonly fill: number;
  /** Characters without a place. */
  readonly overset: number;
  /** The cheapest way out where not everything finds room; else empty. */
  readonly cuts: readonly ProposedCut[];
  readonly violations: readonly Violation[];
  /** What an editor would object to, priced by name; the best page has the least total. */
  readonly score: Readonly<Record<string, number>>;
}

/** What a job wrote for the print shop. */
interface DeliveredFiles<K extends string> {
  readonly kind: K;
  readonly folder: string;
  readonly files: readonly string[];
  /** Sentences in the user's language; so many of them are errors. */
  readonly findings: readonly string[];
  readonly errors: number;
}

/** How a job ended. `issue` is the changed document of an import, for the window to take over as one edit. */
export type JobResult =
  | {
      readonly kind: 'import';
      readonly issue: Issue;
      readonly report: readonly string[];
      /** Files that were not taken in; the report says why. */
      readonly refused: number;
      /** So many files came, those of archives each by itself. */
      readonly files: number;
      /** Photographs that the files became, in their order: new ones, and those that were there already. */
      readonly photos: readonly Id[];
      /** Files that came before with other words: for the window to ask about. */
      readonly revised: readonly RevisedFile[];
    }
  /** Best first, at least one. */
  | { readonly kind: 'arrange'; readonly proposals: readonly Proposal[] }
  | { readonly kind: 'arrangeIssue'; readonly issue: Issue; readonly report: readonly string[] }
  | DeliveredFiles<'press'>
  | {
      readonly kind: 'preflight';
      readonly findings: readonly PressFinding[];
      readonly pages: readonly PlatePage[];
      /** Names the examined press files for `Bridge.platePart`. */
      readonly plates: string;
    }
  | DeliveredFiles<'handoff'>
  | {
      readonly kind: 'export';
      readonly folder: string;
      readonly articles: number;
      readonly pictures: number;
      readonly missing: readonly string[];
    }
  | { readonly kind: 'replace'; readonly issue: Issue }
  | { readonly kind: 'cancelled' };
