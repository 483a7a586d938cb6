/** The native menu, in the user's language. Its commands go to the window, which knows what they mean and whether they may run. */
import { app, type BrowserWindow, type ContextMenuParams, Menu, type MenuItemConstructorOptions } from 'electron';
import en from '../renderer/i18n/en.json';
import zh from '../renderer/i18n/zh-CN.json';
import { keyOf } from '../renderer/state/keys';
import type { Language } from '../shell/say';
import type { CommandName, Settings } from './bridge';
import { MENU, type MenuName, type MenuRole, type MenuState } from './bridge-menu';

/** Commands that are on or off. */
const TOGGLES: ReadonlySet<string> = new Set<CommandName>([
  'toggleAutosave',
  'toggleFacing',
  'togglePlain',
  'toggleSoftProof',
  'toggleGrid',
  'toggleRows',
  'toggleTrim',
  'toggleRulers',
  'toggleSnap',
  'toggleLeft',
  'toggleRight',
  'toggleBottom',
  'lock',
  'direction',
  'outline',
  'tint',
  'thickThin',
  'rules',
  'ornament',
  'spread',
  'wholePicture',
  'markProofed',
  'showChanges',
  'toolSelect',
  'toolText',
  'toolPicture',
  'toolFrame',
  'toolHand',
  'toolZoom',
  'plateAll',
  'plateC',
  'plateM',
  'plateY',
  'plateK',
  'plateSpot',
  'plateInk',
  'themeLight',
  'themeDark',
  'themeSystem',
  'languageZh',
  'languageEn',
]);
/** Their keys mean something else in a text field; the window tells them apart, the menu shows them only. */
const TOLD_APART: ReadonlySet<string> = new Set<CommandName>(['undo', 'redo', 'selectAll', 'bold', 'kai', 'runInHeading']);

/** The window's words, which the menu shares. */
const WORDS = { zh, en };

interface Making {
  readonly language: Language;
  readonly state: MenuState;
  readonly send: (command: CommandName) => void;
}

/** Puts the menu in place; `send` brings a command to the window. */
export function setMenu(settings: Settings, state: MenuState, send: (command: CommandName) => void): void {
  const language: Language = settings.language === 'en' ? 'en' : 'zh';
  const making: Making = { language, state, send };
  const groups = (Object.keys(MENU) as MenuName[]).map((name) => ({
    label: WORDS[language].menu[name],
    submenu: [...parted(MENU[name], making), ...(name === 'file' ? quitItems(language) : [])],
  }));
  const own: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...groups, ...developerMenu(language)]));
}

type Row = readonly (CommandName | MenuRole | { readonly menu: string; readonly items: readonly CommandName[] })[];

/** Rows of items with lines between them. */
function parted(rows: readonly Row[], making: Making): MenuItemConstructorOptions[] {
  return rows.flatMap((row, index): MenuItemConstructorOptions[] => {
    const items = row.map((item) => itemOf(item, making));
    return index === 0 ? items : [{ type: 'separator' }, ...items];
  });
}

function itemOf(item: Row[number], making: Making): MenuItemConstructorOptions {
  const { language } = making;
  if (typeof item === 'object') {
    const label = (WORDS[language].submenu as Readonly<Record<string, string>>)[item.menu];
    return { label, submenu: item.items.map((command) => commandItem(command, making)) };
  }
  if (item === 'cut' || item === 'copy' || item === 'paste') return { role: item, label: WORDS[language].menu[item] };
  return commandItem(item, making);
}

function commandItem(command: CommandName, { language, state, send }: Making): MenuItemConstructorOptions {
  const named = { undo: state.undo, redo: state.redo }[command as string];
  return {
    id: command,
    label: named || WORDS[language].command[command],
    enabled: !state.disabled.includes(command),
    click: () => send(command),
    ...(TOGGLES.has(command) ? { type: 'checkbox' as const, checked: state.checked.includes(command) } : {}),
    ...accelerated(command),
  };
}

const NAMES: Readonly<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  Escape: 'Esc',
};

/** macOS takes every key of a menu, typed or not: those without ⌘ stand in tooltips and on the sheet of shortcuts there. */
function accelerated(command: CommandName): MenuItemConstructorOptions {
  const isMac = process.platform === 'darwin';
  const key = keyOf(command);
  const shortcut = typeof key === 'object' ? key[isMac ? 'mac' : 'other'] : key;
  if (shortcut === undefined) return {};
  const isFree = shortcut.includes('Mod+') || /F\d$/.test(shortcut);
  if (isMac && !isFree) return {};
  const accelerator = shortcut
    .split('+')
    .map((part) => NAMES[part] ?? part)
    .join('+');
  return { accelerator, registerAccelerator: isFree && !TOLD_APART.has(command) };
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

/** The whole menu below the pointer: by the logo, where the system shows no bar of its own. */
export function popUpMenu(window: BrowserWindow, x: number, y: number): void {
  Menu.getApplicationMenu()?.popup({ window, x, y });
}
