/**
 * What the window may ask of the program: one method a channel, every argument checked on the other side (ipc.ts).
 * Types only; preload.ts puts an object of this shape at `window.banxin`.
 */
import type { Edit } from '../engine/issue/edits';
import type { Issue } from '../engine/issue/types';
import type { Preset } from '../engine/press/handoff/preset';
import type { ListEntry } from '../engine/proofread';
import type { Job, JobProgress, JobResult, PlatePartRequest } from './bridge-jobs';
import type { CommandName, MenuState } from './bridge-menu';
import type { ReadOnly, Records } from './bridge-records';

export type * from './bridge-jobs';
export type { CommandName, MenuState } from './bridge-menu';

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

/** A print shop whose preset stands in the user's folder; `fault` says in the user's language why it cannot be used. */
export interface Shop {
  /** Name of the file in the folder. */
  readonly file: string;
  readonly preset?: Preset;
  readonly fault: string;
}

/** A fault in the user's language, ready to show; `code` for tests and cures. */
export interface Fault {
  readonly code: string;
  readonly text: string;
  /** The same in every language, for what stays on the screen while that changes. */
  readonly texts?: InLanguages;
}

/** A sentence in every language of the window. */
export type InLanguages = Readonly<Record<Settings['language'], string>>;

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export interface RecentIssue {
  readonly id: string;
  readonly name: string;
  /** Shown, never sent back. */
  readonly folder: string;
  readonly opened: string;
}

export interface Settings {
  readonly language: 'zh-CN' | 'en';
  readonly theme: 'light' | 'dark' | 'system';
  /** Changes are saved after a short rest; absent is yes. */
  readonly autosave?: boolean | undefined;
  /** Size of the window's own words and controls, 0.8–2; absent is 1. */
  readonly uiZoom?: number | undefined;
}

export interface Bridge extends Records {
  /** Tells the native menu how it stands. */
  setMenu(state: MenuState): Promise<void>;
  /** Opens the native menu below a place of the window, CSS pixels. */
  popUpMenu(x: number, y: number): Promise<void>;
  /** Opens a file of this run's results in the program that the system has for it: to be looked at and printed. */
  openFile(file: string): Promise<void>;
  settings(): Promise<Settings>;
  /** The window has put something into its own storage: it is to be on the disk soon, so that it outlives a crash. */
  keepMemory(): Promise<void>;
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
  /** A PNG file of the part; null when another was asked for meanwhile, or when the plates are gone. */
  platePart(request: PlatePartRequest): Promise<Uint8Array<ArrayBuffer> | null>;
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
  /** Reads the presets of the print shops. */
  shops(): Promise<readonly Shop[]>;
  /** Checks a preset and writes it, over a file or as a new one; the file's name. */
  saveShop(file: string | null, preset: unknown): Promise<Outcome<string>>;
  /** Takes over a preset that the user chooses; the file's name, null when he thinks better of it. */
  addShop(): Promise<Outcome<string | null>>;
  /** Takes over an ICC profile that the user chooses; its name, for a preset. */
  addProfile(): Promise<Outcome<string | null>>;
  /** Moves a preset to the system's waste basket. */
  removeShop(file: string): Promise<Outcome<null>>;
  /** Shows the folder of the presets in the system's file manager; makes it when it is not there. */
  openShopsFolder(): Promise<void>;
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
 *   app://banxin/metrics/<FaceId>          what `metricsToBytes` makes of a face
 *   app://banxin/outlines/<FaceId>/<glyphs> what `outlinesToBytes` makes of glyphs, four hexadecimal digits each
 *   app://banxin/ink/<FaceId>/<glyphs>     (InkBox | null)[]: the ink of glyphs, null for a blank one
 *   app://banxin/assets/<handle>/<asset>   a photograph of an open issue
 */
