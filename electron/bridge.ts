/**
 * What the window may ask of the program: one method a channel, every argument checked on the other side (ipc.ts).
 * Types only; preload.ts puts an object of this shape at `window.banxin`.
 */
import type { Violation } from '../engine/arrange';
import type { Edit } from '../engine/issue/edits';
import type { Revision } from '../engine/issue/revision';
import type { Block, Id, Issue } from '../engine/issue/types';
import type { ListEntry } from '../engine/proofread';
import type { ReadOnly, Records } from './bridge-records';

/** An opened issue folder. The window never sees a path that it could turn into another file. */
export interface OpenedIssue {
  /** Handle for later calls; only issues opened through a dialog, the recent list or the command line have one. */
  readonly handle: string;
  /** Folder name for the title bar. */
  readonly name: string;
  readonly issue: Issue;
  /** Absent when the issue is this desk's. */
  readonly readOnly?: ReadOnly;
  /** Files beside the document that a cloud drive made of other machines' changes, by name. */
  readonly copies?: readonly string[];
  /** Changes to an earlier state that a crash kept from being saved, kept as so many versions. */
  readonly kept?: number;
  /** What a crash kept from being saved. `time` of the last edit, ISO 8601, UTC. */
  readonly recovered?: { readonly edit: Edit; readonly count: number; readonly time: string };
}

/** The user's own fonts; `problem` says in the user's language why one cannot be used, empty when it can. */
export interface OwnFonts {
  /** Where the user puts them. Shown, never sent back. */
  readonly folder: string;
  /** Faces of the program, whose part one of the own can take. */
  readonly roles: readonly string[];
  readonly own: readonly { readonly id: string; readonly name: string; readonly problem: string }[];
}

/** A word list of the text checks (校对) that stands ready. */
export interface WordListFile {
  readonly name: string;
  /** In the issue's folder, or among the user's data. */
  readonly of: 'issue' | 'user';
  readonly entries: readonly ListEntry[];
  /** In the user's language, what of it cannot be used. */
  readonly faults: readonly string[];
}

export interface WordListFiles {
  /** Where the user puts those that all issues use. Shown, never sent back. */
  readonly folder: string;
  readonly lists: readonly WordListFile[];
}

/** A fault in the user's language, ready to show; `code` for tests and cures. */
export interface Fault {
  readonly code: string;
  readonly text: string;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export interface RecentIssue {
  readonly id: string;
  readonly name: string;
  /** Shown, never sent back. */
  readonly folder: string;
  readonly opened: string;
}

export type Job =
  /** Chooses files in a dialog when `files` is absent; `files` come from a drop and are checked. */
  | { readonly kind: 'import'; readonly handle: string; readonly issue: Issue; readonly files?: readonly string[] }
  /** Another seed, other proposals; a seed always gives the same. */
  | { readonly kind: 'arrange'; readonly handle: string; readonly issue: Issue; readonly page: number; readonly seed: number }
  /** The folder is chosen in a dialog. */
  | {
      readonly kind: 'press';
      readonly handle: string;
      readonly issue: Issue;
      readonly standard: 'pdfx4' | 'pdfx1a';
      readonly spot: boolean;
      /** Pages side by side as the sheet is printed, one file a side. */
      readonly imposed: boolean;
      /** Proofs with their stage, time and change bars instead of press files. */
      readonly proof?: boolean | undefined;
    }
  /** Examines the issue as it would be pressed, with pictures of its plates. */
  | {
      readonly kind: 'preflight';
      readonly handle: string;
      readonly issue: Issue;
      readonly standard: 'pdfx4' | 'pdfx1a';
      readonly spot: boolean;
    }
  /** The whole package for the print shop; folder and, when it has one, the shop's preset are chosen in dialogs. */
  | {
      readonly kind: 'handoff';
      readonly handle: string;
      readonly issue: Issue;
      readonly preset: boolean;
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

export interface JobProgress {
  readonly job: number;
  /** 0–1. */
  readonly done: number;
  /** What is being worked on, in the user's language. */
  readonly step: string;
}

/** A file that came before, with where its articles and the file differ now. */
export interface RevisedFile {
  readonly file: string;
  readonly hash: string;
  readonly revisions: readonly Revision[];
  /** Edits that bring its groups, notices and advertisements up to the file. */
  readonly boxes: readonly Edit[];
}

/** One way to make up a page. */
export interface Proposal {
  /** All blocks of the page. */
  readonly blocks: readonly Block[];
  /** Share of the type area filled, 0–1. */
  readonly fill: number;
  /** Characters without a place. */
  readonly overset: number;
  /** The cheapest way out where not everything finds room, as sentences; else empty. */
  readonly cuts: readonly string[];
  readonly violations: readonly Violation[];
  /** What an editor would object to, priced by name; the best page has the least total. */
  readonly score: Readonly<Record<string, number>>;
}

/** How a job ended. `issue` is the changed document of an import, for the window to take over as one edit. */
export type JobResult =
  | {
      readonly kind: 'import';
      readonly issue: Issue;
      readonly report: readonly string[];
      /** Photographs that the files became, in their order: new ones, and those that were there already. */
      readonly photos: readonly Id[];
      /** Files that came before with other words: for the window to ask about. */
      readonly revised: readonly RevisedFile[];
    }
  /** Best first, at least one; the report is about the first. */
  | { readonly kind: 'arrange'; readonly proposals: readonly Proposal[]; readonly report: readonly string[] }
  | { readonly kind: 'press'; readonly folder: string; readonly files: readonly string[]; readonly findings: readonly string[] }
  | { readonly kind: 'preflight'; readonly findings: readonly PressFinding[]; readonly pages: readonly PlatePage[] }
  | { readonly kind: 'handoff'; readonly folder: string; readonly files: readonly string[]; readonly findings: readonly string[] }
  | {
      readonly kind: 'export';
      readonly folder: string;
      readonly articles: number;
      readonly pictures: number;
      readonly missing: readonly string[];
    }
  | { readonly kind: 'replace'; readonly issue: Issue }
  | { readonly kind: 'cancelled' };

export interface Settings {
  readonly language: 'zh-CN' | 'en';
  readonly theme: 'light' | 'dark' | 'system';
  /** Changes are saved after a short rest; absent is yes. */
  readonly autosave?: boolean | undefined;
}

/** Commands that the native menu sends to the window; the window's own shortcuts use the same names. */
export type CommandName =
  | 'new'
  | 'open'
  | 'openSample'
  | 'import'
  | 'save'
  | 'saveAs'
  | 'toggleAutosave'
  | 'newFromLast'
  | 'versions'
  | 'signing'
  | 'packages'
  | 'packPage'
  | 'exportArticles'
  | 'saveTemplate'
  | 'press'
  | 'undo'
  | 'redo'
  | 'selectAll'
  | 'selectNone'
  | 'takeOffPage'
  | 'propose'
  | 'lock'
  | 'splitBlock'
  | 'mergeBlocks'
  | 'swapBlocks'
  | 'sendToPage'
  | 'direction'
  | 'outline'
  | 'tint'
  | 'goToPage'
  | 'fitSelection'
  | 'toggleFacing'
  | 'togglePlain'
  | 'toggleSoftProof'
  | 'toggleRows'
  | 'toggleTrim'
  | 'toggleRulers'
  | 'toggleSnap'
  | 'palette'
  | 'shortcuts'
  | 'zoomIn'
  | 'zoomOut'
  | 'fitPage'
  | 'actualSize'
  | 'toggleGrid'
  | 'previousPage'
  | 'nextPage'
  | 'toggleLeft'
  | 'toggleRight'
  | 'toggleBottom'
  | 'themeLight'
  | 'themeDark'
  | 'themeSystem'
  | 'languageZh'
  | 'languageEn';

export interface Bridge extends Records {
  settings(): Promise<Settings>;
  setSettings(settings: Settings): Promise<void>;
  recent(): Promise<readonly RecentIssue[]>;
  /** What the command line or a second start asked to open, once. */
  initialIssue(): Promise<Outcome<OpenedIssue | null>>;
  /** Asks for a folder; null when the user thinks better of it. */
  openIssue(): Promise<Outcome<OpenedIssue | null>>;
  openRecent(id: string): Promise<Outcome<OpenedIssue>>;
  /** A fresh copy of the sample, made, imported and arranged in the user's documents. */
  openSample(): Promise<Outcome<OpenedIssue>>;
  /** Asks where; a new issue from a template. */
  newIssue(template: string): Promise<Outcome<OpenedIssue | null>>;
  save(handle: string, issue: Issue): Promise<Outcome<null>>;
  /**
   * Asks for a new folder, writes the issue there with the photographs that can still be read, and goes on with that folder
   * under the same handle. The new name for the title; null when the user thinks better of it.
   */
  saveAs(handle: string, issue: Issue): Promise<Outcome<string | null>>;
  /** Keeps edits made since the last save, so that a crash loses none. */
  journal(handle: string, edits: readonly Edit[]): Promise<Outcome<null>>;
  /** Forgets them: the user goes on without. */
  dropJournal(handle: string): Promise<void>;
  /** Those of the named photographs that are not in the issue's folder. */
  missingAssets(handle: string, assets: readonly string[]): Promise<Outcome<readonly string[]>>;
  /** Whether the document has changes that are not on disk: for the close question and the title bar. */
  setDirty(dirty: boolean): Promise<void>;
  /** Starts a background job and waits for its end; progress comes by `onProgress`. */
  run(job: Job): Promise<Outcome<JobResult>>;
  cancel(): Promise<void>;
  /** Shows a finished file in the system's file manager; only files of this run's press results. */
  reveal(file: string): Promise<void>;
  /** Shows the original of a photograph there. */
  revealAsset(handle: string, asset: string): Promise<Outcome<null>>;
  /** Looks into the folder of the user's own fonts. */
  ownFonts(): Promise<OwnFonts>;
  /** Shows that folder in the system's file manager; makes it when it is not there. */
  openFontsFolder(): Promise<void>;
  /** Reads the word lists of an issue and of the user. */
  wordLists(handle: string): Promise<Outcome<WordListFiles>>;
  /** Shows the folder of the user's word lists in the system's file manager; makes it when it is not there. */
  openWordsFolder(): Promise<void>;
  /** Absolute path of a dropped file, for an import job. */
  pathOf(file: unknown): string;
  onProgress(listener: (progress: JobProgress) => void): () => void;
  onCommand(listener: (command: CommandName) => void): () => void;
  /** The program asks for an issue to be opened (second start, recent menu). */
  onOpened(listener: (outcome: Outcome<OpenedIssue>) => void): () => void;
}

/*
 * Resources by address, served by electron/protocol.ts, read only:
 *   app://banxin/…                         the window's own files
 *   app://banxin/fonts/<FaceId>            bytes of a face of the manifest
 *   app://banxin/fonts.json                { faces: FaceId[], fallbacks: Record<FaceId, FaceId[]>, own: FaceId[] }
 *   app://banxin/assets/<handle>/<asset>   a photograph of an open issue
 */
