/** The native menu, in the user's language. Its commands go to the window, which knows what they mean. */
import { app, type BrowserWindow, type ContextMenuParams, Menu, type MenuItemConstructorOptions } from 'electron';
import en from '../renderer/i18n/en.json';
import zh from '../renderer/i18n/zh-CN.json';
import type { Language } from '../shell/say';
import type { CommandName, Settings } from './bridge';

interface Entry {
  readonly command: CommandName;
  readonly keys?: string;
  /** The keys mean something else in a text field; the window tells them apart, the menu shows them only. */
  readonly shown?: true;
}

type Item = Entry | 'separator' | 'cut' | 'copy' | 'paste';

interface Group {
  readonly name: 'file' | 'edit' | 'page' | 'view';
  readonly items: readonly Item[];
}

const GROUPS: readonly Group[] = [
  {
    name: 'file',
    items: [
      { command: 'new', keys: 'CmdOrCtrl+N' },
      { command: 'newFromLast' },
      { command: 'open', keys: 'CmdOrCtrl+O' },
      { command: 'openSample' },
      'separator',
      { command: 'import', keys: 'CmdOrCtrl+D' },
      { command: 'save', keys: 'CmdOrCtrl+S' },
      { command: 'saveAs', keys: 'CmdOrCtrl+Shift+S' },
      { command: 'toggleAutosave' },
      { command: 'saveTemplate' },
      'separator',
      { command: 'versions' },
      { command: 'signing' },
      { command: 'packages' },
      'separator',
      { command: 'press', keys: 'CmdOrCtrl+E' },
      { command: 'exportArticles' },
    ],
  },
  {
    name: 'edit',
    items: [
      { command: 'undo', keys: 'CmdOrCtrl+Z', shown: true },
      {
        command: 'redo',
        keys: process.platform === 'darwin' ? 'Shift+Cmd+Z' : 'Ctrl+Y',
        shown: true,
      },
      'separator',
      'cut',
      'copy',
      'paste',
      'separator',
      { command: 'selectAll', keys: 'CmdOrCtrl+A', shown: true },
      { command: 'selectNone', keys: 'Esc', shown: true },
    ],
  },
  {
    name: 'page',
    items: [
      { command: 'propose', keys: 'CmdOrCtrl+Shift+R' },
      { command: 'lock', keys: 'CmdOrCtrl+L' },
      { command: 'splitBlock', keys: 'K', shown: true },
      { command: 'mergeBlocks', keys: 'M', shown: true },
      { command: 'swapBlocks', keys: 'Shift+S', shown: true },
      { command: 'sendToPage', keys: 'CmdOrCtrl+Shift+G' },
      { command: 'takeOffPage', keys: 'Delete', shown: true },
      'separator',
      { command: 'direction', keys: 'Shift+X', shown: true },
      { command: 'outline', keys: 'B', shown: true },
      { command: 'tint', keys: 'Shift+B', shown: true },
      'separator',
      { command: 'goToPage', keys: 'CmdOrCtrl+G' },
      { command: 'previousPage', keys: 'PageUp', shown: true },
      { command: 'nextPage', keys: 'PageDown', shown: true },
    ],
  },
  {
    name: 'view',
    items: [
      { command: 'zoomIn', keys: 'CmdOrCtrl+=' },
      { command: 'zoomOut', keys: 'CmdOrCtrl+-' },
      { command: 'fitPage', keys: 'CmdOrCtrl+0' },
      { command: 'actualSize', keys: 'CmdOrCtrl+1' },
      { command: 'fitSelection', keys: 'CmdOrCtrl+2' },
      'separator',
      { command: 'toggleFacing' },
      { command: 'togglePlain', keys: 'W', shown: true },
      { command: 'toggleSoftProof' },
      'separator',
      { command: 'toggleGrid', keys: "CmdOrCtrl+'" },
      { command: 'toggleRows' },
      { command: 'toggleTrim' },
      { command: 'toggleRulers', keys: 'CmdOrCtrl+R' },
      { command: 'toggleSnap' },
      'separator',
      { command: 'palette', keys: 'CmdOrCtrl+K' },
      { command: 'shortcuts', keys: 'CmdOrCtrl+/' },
      'separator',
      { command: 'toggleLeft', keys: 'CmdOrCtrl+\\' },
      { command: 'toggleRight', keys: 'CmdOrCtrl+Shift+\\' },
      { command: 'toggleBottom', keys: 'CmdOrCtrl+J' },
      'separator',
      { command: 'themeLight' },
      { command: 'themeDark' },
      { command: 'themeSystem' },
      'separator',
      { command: 'languageZh' },
      { command: 'languageEn' },
    ],
  },
];

/** The window's words, which the menu shares. */
const WORDS = { zh, en };

/** Puts the menu in place; `send` brings a command to the window. */
export function setMenu(settings: Settings, send: (command: CommandName) => void): void {
  const language = settings.language === 'en' ? 'en' : 'zh';
  const groups = GROUPS.map((group, index) => {
    const submenu = group.items.map((item) => itemOf(item, settings, send));
    return { label: WORDS[language].menu[group.name], submenu: index === 0 ? [...submenu, ...quitItems(language)] : submenu };
  });
  const own: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...groups, ...developerMenu(language)]));
}

function itemOf(item: Item, settings: Settings, send: (command: CommandName) => void): MenuItemConstructorOptions {
  const language = settings.language === 'en' ? 'en' : 'zh';
  if (item === 'separator') return { type: 'separator' };
  if (typeof item === 'string') return { role: item, label: WORDS[language].menu[item] };
  const { command, keys, shown } = item;
  const state = stateOf(command, settings);
  const base = { id: command, label: WORDS[language].command[command], click: () => send(command), ...state };
  return keys === undefined ? base : { ...base, accelerator: keys, registerAccelerator: !shown };
}

/** What has been set carries a tick. */
function stateOf(command: CommandName, { language, theme, autosave }: Settings): MenuItemConstructorOptions {
  const set: Readonly<Partial<Record<CommandName, boolean>>> = {
    toggleAutosave: autosave !== false,
    themeLight: theme === 'light',
    themeDark: theme === 'dark',
    themeSystem: theme === 'system',
    languageZh: language === 'zh-CN',
    languageEn: language === 'en',
  };
  const checked = set[command];
  return checked === undefined ? {} : { type: 'checkbox', checked };
}

function quitItems(language: Language): MenuItemConstructorOptions[] {
  if (process.platform === 'darwin') return [];
  return [{ type: 'separator' }, { role: 'quit', label: WORDS[language].menu.quit }];
}

/** No reloading: that would throw unsaved work away. */
function developerMenu(language: Language): MenuItemConstructorOptions[] {
  if (app.isPackaged) return [];
  const label = WORDS[language].menu.developer;
  return [{ label, submenu: [{ role: 'toggleDevTools', label }] }];
}

/** Cut, copy and paste at the pointer, in a text field or over selected text. */
export function showTextMenu({ isEditable, selectionText }: ContextMenuParams, language: Language, window: BrowserWindow): void {
  if (!isEditable && selectionText === '') return;
  const roles = isEditable ? (['cut', 'copy', 'paste'] as const) : (['copy'] as const);
  Menu.buildFromTemplate(roles.map((role) => ({ role, label: WORDS[language].menu[role] }))).popup({ window });
}
