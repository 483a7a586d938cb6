/**
 * The one table of commands. Buttons of the window, the native menu and the keyboard take name, title, state and action
 * from here; titles are the keys `command.<name>`.
 */
import type { CommandName } from '../../electron/bridge';
import { type PictureCommand, pictureCommands } from '../pictures/picture-commands';
import { walkFindings } from '../proof/findings';
import { setAppearance } from './appearance';
import { type BlockCommand, blockCommands, selectEveryBlock } from './block-commands';
import { cancelJob, closeIssue, importFiles, newIssue, openIssue, openSample, propose, save, saveAs } from './documents';
import { chosenArticle } from './facts';
import { find, selectText, walkRegions } from './focus';
import { problemsOf } from './problems';
import { accept, flip } from './proposals';
import { type RecordCommand, recordCommands } from './record-commands';
import { belongsToText, isTextField, type Shortcut, shortcutOf, shortcutOfEvent } from './shortcuts';
import { type DeskState, type Panels, store } from './store';
import { type StoryCommand, storyCommands } from './story-commands';
import { type TextCommand, textCommands } from './text-commands';
import { type ViewCommand, viewCommands } from './view-commands';

/** Commands of the window that the native menu does not have. */
export type OwnCommand =
  | 'start'
  | 'cancelJob'
  | BlockCommand
  | ViewCommand
  | StoryCommand
  | PictureCommand
  | TextCommand
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
  /** The key does what it does elsewhere while the command may not run. */
  readonly leaves?: true;
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
  selectAll: {
    shortcut: 'Mod+A',
    enabled: always,
    run: () => (isTextField(document.activeElement) ? selectText() : selectEveryBlock()),
  },
  selectNone: { shortcut: 'Escape', onCanvas: true, enabled: hasSelection, run: climb },

  propose: { shortcut: 'Mod+Shift+R', enabled: isIdle, run: () => void propose() },
  ...blockCommands,
  ...storyCommands,
  ...pictureCommands,
  ...viewCommands,

  toggleLeft: toggling('Mod+\\', 'left'),
  toggleRight: toggling('Mod+Shift+\\', 'right'),
  toggleBottom: toggling('Mod+J', 'bottom'),

  ...textCommands,
  find: { enabled: hasIssue, run: find },
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
  if (isTextField(event.target) && (belongsToText(event) || isMarking(event))) return undefined;
  const pressed = shortcutOfEvent(event);
  const onCanvas = event.target instanceof Element && event.target.closest('[data-region="canvas"]') !== null;
  const previewing = store.get().proposals !== null && !hasKeysOfItsOwn(event.target);
  for (const name of Object.keys(commands) as DeskCommand[]) {
    const { shortcut, onCanvas: canvasOnly, inPreview, leaves, enabled } = commands[name];
    const isHere = inPreview ? previewing : !canvasOnly || onCanvas;
    if (!isHere || !shortcut || shortcutOf(shortcut) !== pressed) continue;
    return leaves && !enabled(store.get()) ? undefined : name;
  }
  return undefined;
}

/** A text field marks all of its text itself. */
function isMarking({ key }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'a';
}

/** Buttons but those of the proposals, menus and dialogs take Enter, Esc and arrows themselves. */
function hasKeysOfItsOwn(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button:not([data-at]), [role="menu"], [role="dialog"]') !== null;
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

/** From several blocks to one of them, from that to none. */
function climb(): void {
  const { also, selection } = store.get();
  store.select(also.length > 0 ? selection : null);
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
