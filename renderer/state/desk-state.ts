/** What the window knows and shows, as types; store.ts holds and changes it. */
import type {
  CommandName,
  InLanguages,
  JobProgress,
  JobResult,
  OpenedIssue,
  PlatePage,
  PressFinding,
  RevisedFile,
  Settings,
  Shop,
} from '../../electron/bridge';
import type { ReadOnly } from '../../electron/bridge-records';
import type { Violation } from '../../engine/arrange/checks';
import type { Id, Issue, ListName } from '../../engine/issue/index';
import type { PressChoice } from '../../engine/press/handoff/preset';
import type { PageReport } from '../compose/protocol';
import { type History, NO_HISTORY } from './history';
import type { Proposals } from './proposals';

/** How the canvas shows the page. */
export interface View {
  /** The whole page follows the size of the canvas; `zoom`, `x` and `y` are then the canvas' answer. */
  readonly fit: boolean;
  /** 1 shows the page in its real size (96 CSS pixels an inch); 0.1–8. */
  readonly zoom: number;
  /** Point of the page, in points, at the middle of the canvas. */
  readonly x: number;
  readonly y: number;
}

/** An item of the issue's lists, for the inspector: what a block shows, or something that stands on no page. */
export interface Material {
  readonly list: Exclude<ListName, 'photos'>;
  readonly id: Id;
}

export type JobKind = 'import' | 'arrange' | 'arrangeIssue' | 'press' | 'preflight' | 'handoff' | 'export' | 'replace';

export interface RunningJob {
  readonly kind: JobKind;
  readonly progress: JobProgress | null;
}

/** What the last press job, or the last handoff, wrote. */
export type PressResult = Extract<JobResult, { readonly kind: 'press' | 'handoff' }>;

/** What the last examination of the issue found, and the revision of the issue that it looked at. */
export interface PreflightResult {
  readonly findings: readonly PressFinding[];
  readonly pages: readonly PlatePage[];
  /** Names the press files for parts of plates. */
  readonly plates: string;
  readonly revision: number;
  readonly issue: Issue;
  /** With the paper's spot plate. */
  readonly spot: boolean;
}

/** What failed, or what was done. */
export interface Bar {
  readonly tone: 'error' | 'info';
  readonly text: string;
  /** The text in every language, if it is to stay while that changes. */
  readonly texts?: InLanguages;
  readonly details: readonly string[];
  /** A command offered as a button. */
  readonly command?: CommandName;
  /** Says why the last save failed: the next good one takes it away. */
  readonly ofSave?: true;
}

export interface Panels {
  readonly left: boolean;
  readonly right: boolean;
  readonly bottom: boolean;
}

/** What is drawn over the page, and how the page is shown. */
export interface Overlays {
  /** Columns tinted. */
  readonly grid: boolean;
  /** Rows ruled. */
  readonly rows: boolean;
  readonly rulers: boolean;
  /** Bleed and the edges of the type area. */
  readonly trim: boolean;
  /** Edges of neighbours attract what is dragged. */
  readonly snap: boolean;
  /** Both pages of a spread. */
  readonly facing: boolean;
  /** As printed: ink on newsprint. */
  readonly soft: boolean;
  /** The page alone, without any marks. */
  readonly plain: boolean;
}

/** A plate of the press file shown in place of the page: a process ink, the spot, the map of total ink; empty for the page. */
export type Plate = '' | 'C' | 'M' | 'Y' | 'K' | 'spot' | 'ink';

/** Text, picture and frame draw a new block. */
export type Tool = 'select' | 'text' | 'picture' | 'frame' | 'hand' | 'zoom';

/** What the panel below the page lists: problems of the layout, what preflight found, findings of the text checks. */
export type Listing = 'problems' | 'preflight' | 'proof';

/** What the library lists. */
export type Shelf = 'manuscripts' | 'pictures' | 'fillers';

/** What is looked for in the palette. */
export type Palette = 'commands' | 'goTo' | 'send';

export interface DeskState {
  /** Handle and folder name of the open issue; null on the start screen. */
  readonly opened: Pick<OpenedIssue, 'handle' | 'name'> | null;
  readonly issue: Issue | null;
  /** The document with what an input method is composing: shown on the page, and in nothing else. Null when it composes nothing. */
  readonly sketch: Issue | null;
  /** Counts up with every change of the document and of its sketch. */
  readonly revision: number;
  readonly history: History;
  /** Id of the last step when the issue was saved; 0 for the issue as opened. */
  readonly savedStep: number;
  /** When that was, milliseconds; null when it was not yet saved here. */
  readonly savedAt: number | null;
  /** Whether the document differs from what is on disk. */
  readonly dirty: boolean;
  /** Selected block. */
  readonly selection: Id | null;
  /** Further selected blocks of the same page; none without `selection`. */
  readonly also: readonly Id[];
  /** What the inspector shows where the selected block does not say it: one of its briefs, or something unplaced. */
  readonly material: Material | null;
  /** Article in the story editor. */
  readonly story: Id | null;
  /** Whether find and replace is open. */
  readonly finding: boolean;
  /** Number of the page shown, from 1. */
  readonly page: number;
  readonly view: View;
  readonly overlays: Overlays;
  readonly plate: Plate;
  readonly tool: Tool;
  readonly palette: Palette | null;
  readonly proposals: Proposals | null;
  /** The last composition of every page, and of the proposals by `previewKey`; may be a revision behind. */
  readonly layouts: ReadonlyMap<number, PageReport>;
  /** What the rules of layout say about every page. */
  readonly checks: ReadonlyMap<number, readonly Violation[]>;
  /** Photographs of the issue that are not in its folder, by asset. */
  readonly missing: ReadonlySet<string>;
  /** A block to bring into sight and to show once; `count` tells one request from the next. */
  readonly pulse: { readonly block: Id; readonly count: number } | null;
  readonly job: RunningJob | null;
  readonly saving: boolean;
  readonly press: PressResult | null;
  readonly preflight: PreflightResult | null;
  /** The print shop that preflight, press and handoff go by; undefined where none is chosen. */
  readonly shop: Shop | undefined;
  /** What the editor wishes otherwise than the shop. */
  readonly pressWish: Partial<PressChoice>;
  /** Files that came again with other words, to be asked about one after the other. */
  readonly revised: readonly RevisedFile[];
  readonly dialog:
    | 'press'
    | 'unsaved'
    | 'versions'
    | 'signing'
    | 'packages'
    | 'template'
    | 'clean'
    | 'shortcuts'
    | 'settings'
    | 'proof'
    | null;
  /** Why the issue can be read and not changed; null when it is this desk's. */
  readonly readOnly: ReadOnly | null;
  /** Faces that the paper has for its parts and that are not on this machine. */
  readonly lostFaces: readonly string[];
  /** Copies of the document that a cloud drive has put beside it, by name. */
  readonly copies: readonly string[];
  /** An issue is being opened or made: what is being done, empty when that is not told; null when none is. */
  readonly opening: string | null;
  readonly bar: Bar | null;
  /** That the disk does not take the document or its edits; stands under the top bar as long as it is so. */
  readonly disk: Bar | null;
  /** The bar that waits in the status bar, out of the page's way. */
  readonly foldedBar: Bar | null;
  /** Files from the desktop are held over the window. */
  readonly dropping: boolean;
  readonly panels: Panels;
  readonly listing: Listing;
  readonly shelf: Shelf;
  readonly settings: Settings;
}

/** No further blocks. */
export const NONE: readonly Id[] = [];

/** Before an issue is opened. */
export const START: DeskState = {
  opened: null,
  issue: null,
  sketch: null,
  revision: 0,
  history: NO_HISTORY,
  savedStep: 0,
  savedAt: null,
  dirty: false,
  selection: null,
  also: NONE,
  material: null,
  story: null,
  finding: false,
  page: 1,
  view: { fit: true, zoom: 1, x: 0, y: 0 },
  overlays: { grid: true, rows: true, rulers: true, trim: false, snap: true, facing: false, soft: false, plain: false },
  plate: '',
  tool: 'select',
  palette: null,
  proposals: null,
  layouts: new Map(),
  checks: new Map(),
  missing: new Set(),
  pulse: null,
  job: null,
  saving: false,
  press: null,
  preflight: null,
  shop: undefined,
  pressWish: {},
  revised: [],
  dialog: null,
  readOnly: null,
  lostFaces: [],
  copies: [],
  opening: null,
  bar: null,
  disk: null,
  foldedBar: null,
  dropping: false,
  panels: { left: true, right: true, bottom: true },
  listing: 'problems',
  shelf: 'manuscripts',
  settings: { language: 'zh-CN', theme: 'system' },
};

/** What parts of the window set directly; the rest has methods of its own. */
export type Settable = Pick<
  DeskState,
  | 'overlays'
  | 'plate'
  | 'tool'
  | 'palette'
  | 'story'
  | 'finding'
  | 'disk'
  | 'foldedBar'
  | 'missing'
  | 'job'
  | 'opening'
  | 'saving'
  | 'press'
  | 'preflight'
  | 'shop'
  | 'pressWish'
  | 'revised'
  | 'dialog'
  | 'readOnly'
  | 'lostFaces'
  | 'copies'
  | 'bar'
  | 'dropping'
  | 'panels'
  | 'listing'
  | 'shelf'
  | 'settings'
>;
