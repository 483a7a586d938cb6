/** What the native menu offers, in its order. The window's table of commands has every one of these names. */

/** Commands below each other, between lines; a row of them under a name of its own is a submenu. */
export const MENU = {
  file: [
    ['new', 'newFromLast', 'open', 'openSample', 'start'],
    ['import', 'save', 'saveAs', 'versions', 'toggleAutosave', 'saveTemplate'],
    ['signing', 'packages', 'packPage'],
    ['proof', 'press', 'handoff', 'exportArticles'],
    ['settings'],
  ],
  edit: [
    ['undo', 'redo'],
    ['cut', 'copy', 'paste'],
    ['findText', 'find'],
    ['selectAll', 'selectNone'],
    ['palette', 'shortcuts'],
  ],
  page: [
    ['propose', 'arrangeRest', 'arrangeIssue'],
    ['nextProblem', 'previousProblem', 'cure'],
    ['nextFinding', 'previousFinding'],
    ['previousPage', 'nextPage', 'goToPage'],
  ],
  block: [
    [
      'lock',
      { menu: 'move', items: ['moveLeft', 'moveRight', 'moveUp', 'moveDown', 'wider', 'narrower', 'taller', 'shorter'] },
      { menu: 'align', items: ['alignLeft', 'alignRight', 'alignTop', 'alignBottom', 'sameWidth', 'sameHeight'] },
    ],
    ['fewerColumns', 'moreColumns', 'largerHead', 'smallerHead', 'direction'],
    ['outline', 'tint', 'thickThin', 'rules', 'ornament'],
    [
      'splitBlock',
      'mergeBlocks',
      'swapBlocks',
      { menu: 'story', items: ['continueBlock', 'spread', 'previousPart', 'nextPart'] },
      {
        menu: 'picture',
        items: [
          'replacePicture',
          'cropPicture',
          'focusPicture',
          'wholePicture',
          'creditPicture',
          'showPicture',
          'takePictureOut',
        ],
      },
    ],
    ['sendToPage', 'placeOnPage', 'takeOffPage'],
  ],
  text: [
    ['editWords', 'editStory'],
    ['runInHeading', 'bold', 'kai'],
    ['cleanText', 'markProofed', 'showChanges'],
  ],
  view: [
    ['zoomIn', 'zoomOut', 'fitPage', 'actualSize', 'fitSelection'],
    [{ menu: 'tools', items: ['toolSelect', 'toolText', 'toolPicture', 'toolFrame', 'toolHand', 'toolZoom'] }],
    ['toggleFacing', 'togglePlain', 'toggleSoftProof'],
    [
      { menu: 'marks', items: ['toggleGrid', 'toggleRows', 'toggleTrim', 'toggleRulers', 'toggleSnap'] },
      { menu: 'plates', items: ['plateAll', 'plateC', 'plateM', 'plateY', 'plateK', 'plateSpot', 'plateInk'] },
    ],
    ['toggleLeft', 'toggleRight', 'toggleBottom', 'nextRegion', 'previousRegion'],
    [
      { menu: 'theme', items: ['themeLight', 'themeDark', 'themeSystem'] },
      { menu: 'language', items: ['languageZh', 'languageEn'] },
    ],
  ],
} as const;

export type MenuName = keyof typeof MENU;
type Item = (typeof MENU)[MenuName][number][number];
type SubItem = Extract<Item, { readonly menu: string }>['items'][number];

/** What the system does itself. */
export type MenuRole = 'cut' | 'copy' | 'paste';

/** Commands that the native menu sends to the window. */
export type CommandName = Exclude<Extract<Item, string> | SubItem, MenuRole>;

/** How the menu stands: what undo and redo would do, in the user's language, what cannot be done now, and what is on. */
export interface MenuState {
  /** `撤销 移动版块`; empty when there is nothing to undo. */
  readonly undo: string;
  readonly redo: string;
  readonly disabled: readonly string[];
  readonly checked: readonly string[];
}

/** Before the window has told. */
export const MENU_AT_START: MenuState = { undo: '', redo: '', disabled: [], checked: [] };
