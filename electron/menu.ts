/** The native menu, in the user's language. Its commands go to the window, which knows what they mean and gives them their words. */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import en from '../renderer/i18n/en.json';
import zh from '../renderer/i18n/zh-CN.json';
import type { Language } from '../shell/say';
import type { CommandName } from './bridge';

interface Entry {
  readonly command: CommandName;
  readonly keys?: string;
  /** The keys mean something else in a text field; the window tells them apart, the menu shows them only. */
  readonly shown?: true;
}

type Item = Entry | 'separator' | 'cut' | 'copy' | 'paste';

interface Group {
  readonly zh: string;
  readonly en: string;
  readonly items: readonly Item[];
}

const GROUPS: readonly Group[] = [
  {
    zh: '文件',
    en: 'File',
    items: [
      { command: 'new', keys: 'CmdOrCtrl+N' },
      { command: 'open', keys: 'CmdOrCtrl+O' },
      { command: 'openSample' },
      'separator',
      { command: 'import', keys: 'CmdOrCtrl+D' },
      { command: 'save', keys: 'CmdOrCtrl+S' },
      'separator',
      { command: 'press', keys: 'CmdOrCtrl+E' },
    ],
  },
  {
    zh: '编辑',
    en: 'Edit',
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
    zh: '版面',
    en: 'Page',
    items: [
      { command: 'propose', keys: 'CmdOrCtrl+Shift+R' },
      { command: 'lock', keys: 'CmdOrCtrl+L' },
      { command: 'takeOffPage', keys: 'Delete', shown: true },
      'separator',
      { command: 'previousPage', keys: 'PageUp', shown: true },
      { command: 'nextPage', keys: 'PageDown', shown: true },
    ],
  },
  {
    zh: '视图',
    en: 'View',
    items: [
      { command: 'zoomIn', keys: 'CmdOrCtrl+=' },
      { command: 'zoomOut', keys: 'CmdOrCtrl+-' },
      { command: 'fitPage', keys: 'CmdOrCtrl+0' },
      { command: 'actualSize', keys: 'CmdOrCtrl+1' },
      'separator',
      { command: 'toggleGrid', keys: "CmdOrCtrl+'" },
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

const WORDS: Readonly<Record<Language, Readonly<Record<CommandName, string>>>> = { zh: zh.command, en: en.command };
const ROLES = { cut: { zh: '剪切', en: 'Cut' }, copy: { zh: '复制', en: 'Copy' }, paste: { zh: '粘贴', en: 'Paste' } } as const;

/** Puts the menu in place; `send` brings a command to the window. */
export function setMenu(language: Language, send: (command: CommandName) => void): void {
  const groups = GROUPS.map((group, index) => {
    const submenu = group.items.map((item) => itemOf(item, language, send));
    return { label: group[language], submenu: index === 0 ? [...submenu, ...quitItems(language)] : submenu };
  });
  const own: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...groups, ...developerMenu(language)]));
}

function itemOf(item: Item, language: Language, send: (command: CommandName) => void): MenuItemConstructorOptions {
  if (item === 'separator') return { type: 'separator' };
  if (typeof item === 'string') return { role: item, label: ROLES[item][language] };
  const { command, keys, shown } = item;
  const base = { id: command, label: WORDS[language][command], click: () => send(command) };
  return keys === undefined ? base : { ...base, accelerator: keys, registerAccelerator: !shown };
}

function quitItems(language: Language): MenuItemConstructorOptions[] {
  if (process.platform === 'darwin') return [];
  return [{ type: 'separator' }, { role: 'quit', label: language === 'zh' ? '退出' : 'Quit' }];
}

/** No reloading: that would throw unsaved work away. */
function developerMenu(language: Language): MenuItemConstructorOptions[] {
  if (app.isPackaged) return [];
  const label = language === 'zh' ? '开发者工具' : 'Developer Tools';
  return [{ label, submenu: [{ role: 'toggleDevTools', label }] }];
}
