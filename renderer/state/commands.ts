/**
 * The one table of commands. Buttons of the window, the native menu and the keyboard take name, title, state and action
 * from here; titles are the keys `command.<name>`.
 */
import type { CommandName } from '../../electron/bridge';
import { type ArticleForm, type Block, type ContinuationForm, isStory } from '../../engine/issue/index';
import { recolumned } from '../canvas/refit';
import { walkFindings } from '../proof/findings';
import { setAppearance } from './appearance';
import { areaOf, isMovable, movedTo, resizedTo } from './block-edits';
import { takenOff } from './continuing';
import { cancelJob, closeIssue, importFiles, newIssue, openIssue, openSample, propose, save, saveAs } from './documents';
import { blockOf, chosenArticle } from './facts';
import { find, focusIn, selectText, walkRegions } from './focus';
import { placeAnywhere } from './placement';
import { problemsOf } from './problems';
import { accept, flip } from './proposals';
import { type RecordCommand, recordCommands } from './record-commands';
import { belongsToText, isTextField, type Shortcut, shortcutOf, shortcutOfEvent } from './shortcuts';
import { type DeskState, type Panels, pageOfBlock, store } from './store';
import { hasStory, type StoryCommand, storyCommands } from './story-commands';

/** Commands of the window that the native menu does not have. */
export type OwnCommand =
  | 'start'
  | 'cancelJob'
  | 'moveLeft'
  | 'moveRight'
  | 'moveUp'
  | 'moveDown'
  | 'wider'
  | 'narrower'
  | 'taller'
  | 'shorter'
  | 'fewerColumns'
  | 'moreColumns'
  | 'outline'
  | 'tint'
  | 'placeOnPage'
  | StoryCommand
  | 'editWords'
  | 'nextProposal'
  | 'previousProposal'
  | 'acceptProposal'
  | 'leaveProposals'
  | 'find'
  | 'nextProblem'
  | 'previousProblem'
  | 'cleanText'
  | 'nextFinding'
  | 'previousFinding'
  | 'nextRegion'
  | 'previousRegion';

export type DeskCommand = CommandName | OwnCommand | RecordCommand;

export interface Command {
  readonly shortcut?: Shortcut;
  /** Only while the canvas has the focus: keys that lists and fields use themselves. */
  readonly onCanvas?: true;
  /** Only while proposals are shown, and then before all others. */
  readonly inPreview?: true;
  /** Whether it is on, for toggles. */
  readonly pressed?: (state: DeskState) => boolean;
  readonly enabled: (state: DeskState) => boolean;
  readonly run: () => void;
}

const always = () => true;
const hasIssue = ({ issue, dialog }: DeskState) => issue !== null && dialog === null;
const isIdle = (state: DeskState) => hasIssue(state) && state.job === null;
const hasSelection = (state: DeskState) => hasIssue(state) && state.selection !== null;
const hasMovable = (state: DeskState) => hasIssue(state) && isMovable(selected(state));
const hasUnplaced = (state: DeskState) => hasIssue(state) && state.material !== null && state.selection === null;
const hasProposals = (state: DeskState) => hasIssue(state) && state.proposals !== null;
const isFree = ({ dialog, opening }: DeskState) => dialog === null && opening === null;

export const commands: Readonly<Record<DeskCommand, Command>> = {
  nextProposal: { shortcut: 'ArrowRight', inPreview: true, enabled: hasProposals, run: () => flip(1) },
  previousProposal: { shortcut: 'ArrowLeft', inPreview: true, enabled: hasProposals, run: () => flip(-1) },
  acceptProposal: { shortcut: 'Enter', inPreview: true, enabled: hasProposals, run: accept },
  leaveProposals: { shortcut: 'Escape', inPreview: true, enabled: hasProposals, run: () => store.setProposals(null) },

  new: { shortcut: 'Mod+N', enabled: isFree, run: () => newIssue('sikai') },
  open: { shortcut: 'Mod+O', enabled: isFree, run: openIssue },
  openSample: { enabled: isFree, run: openSample },
  start: { enabled: hasIssue, run: closeIssue },
  import: { shortcut: 'Mod+D', enabled: isIdle, run: () => void importFiles() },
  save: { shortcut: 'Mod+S', enabled: (state) => hasIssue(state) && !state.saving, run: () => void save() },
  saveAs: { shortcut: 'Mod+Shift+S', enabled: (state) => hasIssue(state) && !state.saving, run: () => void saveAs() },
  toggleAutosave: {
    enabled: always,
    pressed: ({ settings }) => settings.autosave !== false,
    run: () => setAppearance({ autosave: store.get().settings.autosave === false }),
  },
  press: { shortcut: 'Mod+E', enabled: hasIssue, run: () => store.set({ dialog: 'press', bar: null }) },
  cancelJob: { enabled: ({ job }) => job !== null, run: cancelJob },

  undo: {
    shortcut: 'Mod+Z',
    enabled: (state) => hasIssue(state) && state.history.done.length > 0,
    run: () => store.undo(),
  },
  redo: {
    shortcut: { mac: 'Mod+Shift+Z', other: 'Mod+Y' },
    enabled: (state) => hasIssue(state) && state.history.undone.length > 0,
    run: () => store.redo(),
  },
  selectAll: { enabled: always, run: selectText },
  selectNone: { shortcut: 'Escape', onCanvas: true, enabled: hasSelection, run: () => store.select(null) },

  propose: { shortcut: 'Mod+Shift+R', enabled: isIdle, run: () => void propose() },
  lock: {
    shortcut: 'Mod+L',
    enabled: hasSelection,
    pressed: (state) => selected(state)?.locked ?? false,
    run: () => change('edit.lock', (block) => ({ ...block, locked: !block.locked })),
  },
  takeOffPage: { shortcut: { mac: 'Backspace', other: 'Delete' }, onCanvas: true, enabled: hasMovable, run: takeOff },
  placeOnPage: { enabled: hasUnplaced, run: placeOnPage },
  ...storyCommands,
  moveLeft: moving('ArrowLeft', -1, 0),
  moveRight: moving('ArrowRight', 1, 0),
  moveUp: moving('ArrowUp', 0, -1),
  moveDown: moving('ArrowDown', 0, 1),
  wider: resizing('Alt+ArrowRight', 1, 0),
  narrower: resizing('Alt+ArrowLeft', -1, 0),
  taller: resizing('Alt+ArrowDown', 0, 1),
  shorter: resizing('Alt+ArrowUp', 0, -1),
  fewerColumns: columning('[', -1),
  moreColumns: columning(']', 1),
  outline: boxing('B', 'outline'),
  tint: boxing('Shift+B', 'tint'),

  zoomIn: { shortcut: 'Mod+=', enabled: hasIssue, run: () => zoomBy(1.25) },
  zoomOut: { shortcut: 'Mod+-', enabled: hasIssue, run: () => zoomBy(1 / 1.25) },
  fitPage: { shortcut: 'Mod+0', enabled: hasIssue, run: () => store.setView({ fit: true }) },
  actualSize: { shortcut: 'Mod+1', enabled: hasIssue, run: () => store.setView({ fit: false, zoom: 1 }) },
  toggleGrid: {
    shortcut: "Mod+'",
    enabled: hasIssue,
    pressed: ({ grid }) => grid,
    run: () => store.set({ grid: !store.get().grid }),
  },
  previousPage: { shortcut: 'PageUp', enabled: (state) => hasIssue(state) && state.page > 1, run: () => turn(-1) },
  nextPage: { shortcut: 'PageDown', enabled: (state) => hasIssue(state) && state.page < pagesOf(state), run: () => turn(1) },
  toggleLeft: toggling('Mod+\\', 'left'),
  toggleRight: toggling('Mod+Shift+\\', 'right'),
  toggleBottom: toggling('Mod+J', 'bottom'),

  editWords: { shortcut: 'Enter', onCanvas: true, enabled: hasSelection, run: () => focusIn('inspector') },
  find: { shortcut: 'Mod+F', enabled: hasIssue, run: find },
  nextProblem: { shortcut: 'F8', enabled: hasIssue, run: () => walkProblems(1) },
  previousProblem: { shortcut: 'Shift+F8', enabled: hasIssue, run: () => walkProblems(-1) },
  cleanText: {
    shortcut: 'Mod+Alt+C',
    enabled: (state) => chosenArticle(state) !== undefined,
    run: () => store.set({ dialog: 'clean', bar: null }),
  },
  nextFinding: { shortcut: 'F7', enabled: hasIssue, run: () => walkFindings(1) },
  previousFinding: { shortcut: 'Shift+F7', enabled: hasIssue, run: () => walkFindings(-1) },
  nextRegion: { shortcut: 'F6', enabled: hasIssue, run: () => walkRegions(1) },
  previousRegion: { shortcut: 'Shift+F6', enabled: hasIssue, run: () => walkRegions(-1) },

  ...recordCommands,

  themeLight: theming('light'),
  themeDark: theming('dark'),
  themeSystem: theming('system'),
  languageZh: speaking('zh-CN'),
  languageEn: speaking('en'),
};

/** Runs a command if it may run now. */
export function runCommand(name: DeskCommand): void {
  const command = commands[name];
  if (command.enabled(store.get())) command.run();
}

/** The command of a key event, or undefined. Keys of text fields and of input methods are theirs. */
export function commandOfKey(event: KeyboardEvent): DeskCommand | undefined {
  if (event.isComposing || event.key === 'Process' || event.defaultPrevented) return undefined;
  if (isTextField(event.target) && belongsToText(event)) return undefined;
  const pressed = shortcutOfEvent(event);
  const onCanvas = event.target instanceof Element && event.target.closest('[data-region="canvas"]') !== null;
  const previewing = store.get().proposals !== null && !hasKeysOfItsOwn(event.target);
  for (const name of Object.keys(commands) as DeskCommand[]) {
    const { shortcut, onCanvas: canvasOnly, inPreview } = commands[name];
    const isHere = inPreview ? previewing : !canvasOnly || onCanvas;
    if (isHere && shortcut && shortcutOf(shortcut) === pressed) return name;
  }
  return undefined;
}

/** Buttons but those of the proposals, menus and dialogs take Enter, Esc and arrows themselves. */
function hasKeysOfItsOwn(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button:not([data-at]), [role="menu"], [role="dialog"]') !== null;
}

export function selected({ issue, selection }: DeskState): Block | undefined {
  return blockOf(issue, selection);
}

/** Changes the selected block. */
export function change(name: string, make: (block: Block) => Block | undefined, mergeKey?: string): void {
  const state = store.get();
  const block = selected(state);
  const page = block && pageOfBlock(state.issue, block.id);
  const next = block && make(block);
  if (!page || !next || next === block) return;
  store.edit({ type: 'putBlock', page, block: next }, name, mergeKey);
}

/** Moves or resizes the selected block to these columns and rows; what is absent stays. */
export function place(target: Partial<Block['rect']>, mergeKey?: string): void {
  const { issue } = store.get();
  if (!issue) return;
  const resizes = target.columns !== undefined || target.rows !== undefined;
  const make = (block: Block): Block => {
    const { rect } = block;
    const area = areaOf(issue, block);
    const { column = rect.column, row = rect.row, columns = rect.columns, rows = rect.rows } = target;
    const next = resizes ? resizedTo(block, area, columns, rows) : movedTo(block, area, column, row);
    return sameRect(next, block) ? block : next;
  };
  change(resizes ? 'edit.resize' : 'edit.move', make, mergeKey);
}

function sameRect(one: Block, other: Block): boolean {
  const keys = ['column', 'row', 'columns', 'rows'] as const;
  return keys.every((key) => one.rect[key] === other.rect[key]);
}

/** Changes box or text columns of the selected article. */
export function changeForm(
  name: string,
  make: (form: ContinuationForm) => Partial<Pick<ArticleForm, 'box' | 'textColumns'>>,
): void {
  change(name, (block) => (isStory(block.content) ? recolumned(block, make(block.content.form)) : undefined));
}

function moving(key: string, columns: number, rows: number): Command {
  const run = () => {
    const block = selected(store.get());
    if (block) place({ column: block.rect.column + columns, row: block.rect.row + rows }, `move ${block.id}`);
  };
  return { shortcut: key, onCanvas: true, enabled: hasMovable, run };
}

function resizing(key: string, columns: number, rows: number): Command {
  const run = () => {
    const block = selected(store.get());
    if (block) place({ columns: block.rect.columns + columns, rows: block.rect.rows + rows }, `resize ${block.id}`);
  };
  return { shortcut: key, onCanvas: true, enabled: hasMovable, run };
}

/** Text columns; 0 are the grid's own. */
function columning(key: string, step: number): Command {
  const run = () => {
    const columns = selected(store.get())?.rect.columns ?? 1;
    changeForm('edit.columns', ({ textColumns }) => {
      const next = Math.min(Math.max(1, (textColumns || columns) + step), columns);
      return { textColumns: next === columns ? 0 : next };
    });
  };
  return { shortcut: key, onCanvas: true, enabled: hasStory, run };
}

function boxing(key: string, box: ArticleForm['box']): Command {
  const run = () => changeForm('edit.box', (form) => ({ box: form.box === box ? 'none' : box }));
  return { shortcut: key, onCanvas: true, enabled: hasStory, run };
}

function toggling(key: string, panel: keyof Panels): Command {
  const run = () => {
    const { panels } = store.get();
    store.set({ panels: { ...panels, [panel]: !panels[panel] } });
  };
  return { shortcut: key, enabled: hasIssue, pressed: ({ panels }) => panels[panel], run };
}

function theming(theme: DeskState['settings']['theme']): Command {
  return { enabled: always, pressed: ({ settings }) => settings.theme === theme, run: () => setAppearance({ theme }) };
}

function speaking(language: DeskState['settings']['language']): Command {
  return { enabled: always, pressed: ({ settings }) => settings.language === language, run: () => setAppearance({ language }) };
}

function takeOff(): void {
  const { issue, selection } = store.get();
  const edit = issue && selection !== null && takenOff(issue, selection);
  if (edit) store.edit(edit, 'edit.takeOff');
}

/** Puts what the inspector shows on the page, where there is room for it. */
function placeOnPage(): void {
  const { issue, material, page } = store.get();
  const placed = issue && material && placeAnywhere(issue, page, material);
  if (!placed) return;
  store.edit(placed.edit, 'edit.place');
  store.showBlock(placed.block);
}

function zoomBy(factor: number): void {
  store.setView({ fit: false, zoom: store.get().view.zoom * factor });
}

function pagesOf({ issue }: DeskState): number {
  return issue?.pages.length ?? 0;
}

function turn(step: number): void {
  store.goTo(store.get().page + step);
}

/** Goes to the problem after that of the selected block, round and round. */
function walkProblems(step: number): void {
  const { issue, layouts, checks, missing, selection } = store.get();
  if (!issue) return;
  const blocks = [...new Set(problemsOf(issue, layouts, checks, missing).flatMap((problem) => problem.blocks.slice(0, 1)))];
  if (blocks.length === 0) return;
  const at = selection === null ? -1 : blocks.indexOf(selection);
  const next = at < 0 ? (step > 0 ? 0 : blocks.length - 1) : (at + step + blocks.length) % blocks.length;
  store.showBlock(blocks[next]!);
}
