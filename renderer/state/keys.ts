/**
 * Keys of all commands, by name: the table of commands, the native menu, the palette, the sheet of shortcuts and the tooltips
 * take them from here. Plain data, so that the program behind the window can read it too.
 */

/** A shortcut as words, `Mod+Shift+R`, on macOS and elsewhere where they differ. Mod is ⌘ on macOS, Ctrl elsewhere. */
export type Shortcut = string | { readonly mac: string; readonly other: string };

/** Keys of every command that has one. */
export const KEYS = {
  nextProposal: 'ArrowRight',
  previousProposal: 'ArrowLeft',
  acceptProposal: 'Enter',
  leaveProposals: 'Escape',

  new: 'Mod+N',
  open: 'Mod+O',
  import: 'Mod+D',
  save: 'Mod+S',
  versions: 'Mod+Shift+S',
  proof: 'Mod+P',
  press: 'Mod+E',
  handoff: 'Mod+Shift+E',
  settings: 'Mod+,',

  undo: 'Mod+Z',
  redo: { mac: 'Mod+Shift+Z', other: 'Mod+Y' },
  findText: 'Mod+F',
  selectAll: 'Mod+A',
  selectNone: 'Escape',
  takeOffPage: { mac: 'Backspace', other: 'Delete' },
  palette: 'Mod+K',
  shortcuts: 'Mod+/',

  toolSelect: 'V',
  toolText: 'T',
  toolPicture: 'I',
  toolFrame: 'F',
  toolHand: 'H',
  toolZoom: 'Z',

  zoomIn: 'Mod+=',
  zoomOut: 'Mod+-',
  fitPage: 'Mod+0',
  actualSize: 'Mod+1',
  fitSelection: 'Mod+2',
  toggleGrid: "Mod+'",
  toggleRulers: 'Mod+R',
  togglePlain: 'W',
  plateAll: 'Alt+0',
  plateC: 'Alt+1',
  plateM: 'Alt+2',
  plateY: 'Alt+3',
  plateK: 'Alt+4',
  plateSpot: 'Alt+5',
  plateInk: 'Alt+6',
  toggleLeft: 'Mod+\\',
  toggleRight: 'Mod+Shift+\\',
  toggleBottom: 'Mod+J',

  previousPage: 'PageUp',
  nextPage: 'PageDown',
  goToPage: 'Mod+G',
  nextProblem: 'F8',
  previousProblem: 'Shift+F8',
  cure: 'Alt+Enter',
  nextFinding: 'F7',
  previousFinding: 'Shift+F7',
  nextRegion: 'F6',
  previousRegion: 'Shift+F6',
  nextBlock: 'Tab',
  previousBlock: 'Shift+Tab',
  nextPart: 'Alt+PageDown',
  previousPart: 'Alt+PageUp',

  lock: 'Mod+L',
  moveLeft: 'ArrowLeft',
  moveRight: 'ArrowRight',
  moveUp: 'ArrowUp',
  moveDown: 'ArrowDown',
  wider: 'Alt+ArrowRight',
  narrower: 'Alt+ArrowLeft',
  taller: 'Alt+ArrowDown',
  shorter: 'Alt+ArrowUp',
  fewerColumns: '[',
  moreColumns: ']',
  largerHead: 'Mod+Shift+.',
  smallerHead: 'Mod+Shift+,',
  direction: 'Shift+X',
  outline: 'B',
  tint: 'Shift+B',
  splitBlock: 'K',
  mergeBlocks: 'M',
  swapBlocks: 'Shift+S',
  sendToPage: 'Mod+Shift+G',
  continueBlock: 'C',
  cropPicture: 'Shift+C',
  takePictureOut: { mac: 'Backspace', other: 'Delete' },

  propose: 'Mod+Shift+R',
  arrangeRest: 'Mod+Alt+R',

  editWords: 'Enter',
  editStory: 'Mod+Enter',
  runInHeading: 'Mod+Alt+1',
  bold: 'Mod+B',
  kai: 'Mod+Alt+K',
  cleanText: 'Mod+Alt+C',
  showChanges: 'Mod+Shift+D',
} as const satisfies Readonly<Record<string, Shortcut>>;

/** The key of a command; undefined where it has none. */
export function keyOf(command: string): Shortcut | undefined {
  return (KEYS as Readonly<Record<string, Shortcut>>)[command];
}
