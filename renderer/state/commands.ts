/**
 * The one table of commands. Buttons of the window, the native menu and the keyboard take name, title, state and action
 * from here; titles are the keys `command.<name>`.
 */
import type { CommandName } from '../../electron/bridge';
import { type PictureCommand, pictureCommands } from '../pictures/picture-commands';
import { walkFindings } from '../proof/findings';
import { areCompared, changesShown, showChanges } from '../story/compared';
import { setAppearance } from './appearance';
import { type BlockCommand, blockCommands, selectEveryBlock } from './block-commands';
import { chosenArticle } from './facts';
import { find, selectText, walkRegions } from './focus';
import { arrangeIssue, arrangeRest, cancelJob, importFiles, propose } from './jobs';
import { keyOf, type Shortcut } from './keys';
import { type ManuscriptCommand, manuscriptCommands } from './manuscript-commands';
import { type CommandMark, canMark, markText } from './marking';
import { closeIssue, newIssue, openIssue, openSample } from './opening';
import { canCure, cureAtHand, walkProblems } from './problem-walk';
import { accept, flip, preview } from './proposals';
import { type RecordCommand, recordCommands } from './record-commands';
import { save, saveAs } from './saving';
import { belongsToText, isTextField, shortcutOf, shortcutOfEvent } from './shortcuts';
import { type DeskState, type Panels, store } from './store';
import { type StoryCommand, storyCommands } from './story-commands';
import { type TextCommand, textCommands } from './text-commands';
import { type ViewCommand, viewCommands } from './view-commands';

/** Commands of the window that the native menu does not have. */
export type OwnCommand =
  | 'cancelJob'
  | BlockCommand
  | ViewCommand
  | StoryCommand
  | PictureCommand
  | TextCommand
  | 'nextProposal'
  | 'previousProposal'
  | 'acceptProposal'
  | 'leaveProposals';

export type DeskCommand = CommandName | OwnCommand | RecordCommand | ManuscriptCommand;

export interface Command {
  /** From the table of keys. */
  readonly shortcut?: Shortcut;
  /** Only while the canvas has the focus: keys that lists and fields use themselves. */
  readonly onCanvas?: true;
  /** The key is another command's, or does what it does elsewhere, while the command may not run. */
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

/** Every command of the desk by its name. */
export const commands: Readonly<Record<DeskCommand, Command>> = withKeys({
  nextProposal: { inPreview: true, enabled: hasProposals, run: () => flip(1) },
  previousProposal: { inPreview: true, enabled: hasProposals, run: () => flip(-1) },
  acceptProposal: { inPreview: true, enabled: hasProposals, run: accept },
  leaveProposals: { inPreview: true, enabled: hasProposals, run: () => store.setProposals(null) },

  new: { enabled: isFree, run: () => newIssue('sikai') },
  open: { enabled: isFree, run: openIssue },
  openSample: { enabled: isFree, run: openSample },
  start: { enabled: hasIssue, run: closeIssue },
  import: { enabled: isIdle, run: () => void importFiles() },
  save: { enabled: (state) => hasIssue(state) && !state.saving, run: () => void save() },
  saveAs: { enabled: (state) => hasIssue(state) && !state.saving, run: () => void saveAs() },
  toggleAutosave: {
    enabled: always,
    pressed: ({ settings }) => settings.autosave !== false,
    run: () => setAppearance({ autosave: store.get().settings.autosave === false }),
  },
  proof: { enabled: isIdle, run: () => store.set({ dialog: 'proof', bar: null }) },
  press: { enabled: hasIssue, run: () => store.set({ dialog: 'press', bar: null }) },
  handoff: { enabled: hasIssue, run: openHandoff },
  settings: { enabled: ({ dialog }) => dialog === null, run: () => store.set({ dialog: 'settings' }) },
  cancelJob: { enabled: ({ job }) => job !== null, run: cancelJob },

  undo: {
    enabled: (state) => hasIssue(state) && state.history.done.length > 0,
    run: () => store.undo(),
  },
  redo: {
    enabled: (state) => hasIssue(state) && state.history.undone.length > 0,
    run: () => store.redo(),
  },
  selectAll: {
    enabled: always,
    run: () => (isTextField(document.activeElement) ? selectText() : selectEveryBlock()),
  },
  selectNone: { onCanvas: true, enabled: hasSelection, run: climb },

  propose: { enabled: isIdle, run: () => void propose() },
  arrangeRest: { enabled: isIdle, run: () => void arrangeRest() },
  arrangeIssue: { enabled: isIdle, run: () => void arrangeIssue() },
  // A picture that is chosen inside its block goes before the block.
  ...pictureCommands,
  ...blockCommands,
  ...storyCommands,
  ...viewCommands,

  toggleLeft: toggling('left'),
  toggleRight: toggling('right'),
  toggleBottom: toggling('bottom'),

  ...textCommands,
  runInHeading: marking('heading'),
  bold: marking('bold'),
  kai: marking('kai'),
  showChanges: {
    enabled: ({ proposals, story }) => proposals !== null || (story !== null && areCompared()),
    pressed: ({ proposals }) => proposals?.marked ?? changesShown(),
    run: () => {
      const { proposals } = store.get();
      if (proposals) preview({ marked: !proposals.marked });
      else showChanges(!changesShown());
    },
  },
  find: { enabled: hasIssue, run: find },
  nextProblem: { enabled: hasIssue, run: () => walkProblems(1) },
  previousProblem: { enabled: hasIssue, run: () => walkProblems(-1) },
  cure: { enabled: (state) => hasIssue(state) && canCure(state), run: cureAtHand },
  cleanText: {
    enabled: (state) => chosenArticle(state) !== undefined,
    run: () => store.set({ dialog: 'clean', bar: null }),
  },
  nextFinding: { enabled: hasIssue, run: () => walkFindings(1) },
  previousFinding: { enabled: hasIssue, run: () => walkFindings(-1) },
  nextRegion: { enabled: hasIssue, run: () => walkRegions(1) },
  previousRegion: { enabled: hasIssue, run: () => walkRegions(-1) },

  ...recordCommands,
  ...manuscriptCommands,

  themeLight: theming('light'),
  themeDark: theming('dark'),
  themeSystem: theming('system'),
  languageZh: speaking('zh-CN'),
  languageEn: speaking('en'),
});

/** Every command with its key. */
function withKeys<K extends string>(table: Readonly<Record<K, Command>>): Readonly<Record<K, Command>> {
  const entries = (Object.entries(table) as [K, Command][]).map(([name, command]) => {
    const shortcut = keyOf(name);
    return [name, shortcut === undefined ? command : { ...command, shortcut }];
  });
  return Object.fromEntries(entries) as Record<K, Command>;
}

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
    if (!leaves || enabled(store.get())) return name;
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

function toggling(panel: keyof Panels): Command {
  const run = () => {
    const { panels } = store.get();
    store.set({ panels: { ...panels, [panel]: !panels[panel] } });
  };
  return { enabled: hasIssue, pressed: ({ panels }) => panels[panel], run };
}

function marking(mark: CommandMark): Command {
  return { enabled: (state) => hasIssue(state) && canMark(), run: () => markText(mark) };
}

/** The press dialog with the focus on the package for the print shop. */
function openHandoff(): void {
  store.set({ dialog: 'press', bar: null });
  // The dialog gives its own button the focus first.
  setTimeout(() => document.querySelector<HTMLElement>('[data-part="handoff"]')?.focus(), HANDOFF_REST);
}

const HANDOFF_REST = 150;

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
