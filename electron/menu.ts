/** The native menu, in the user's language. Its commands go to the window, which knows what they mean. */
import { app, type BrowserWindow, type ContextMenuParams, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '../shell/say';
import type { CommandName, Settings } from './bridge';

interface Entry {
  readonly command: CommandName;
  /** As the window calls it. */
  readonly zh: string;
  readonly en: string;
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
      { command: 'new', zh: '新建一期', en: 'New issue', keys: 'CmdOrCtrl+N' },
      { command: 'open', zh: '打开刊期…', en: 'Open issue…', keys: 'CmdOrCtrl+O' },
      { command: 'openSample', zh: '打开示例', en: 'Open sample' },
      'separator',
      { command: 'import', zh: '导入稿件…', en: 'Import…', keys: 'CmdOrCtrl+D' },
      { command: 'save', zh: '保存', en: 'Save', keys: 'CmdOrCtrl+S' },
      { command: 'saveAs', zh: '另存为…', en: 'Save as…', keys: 'CmdOrCtrl+Shift+S' },
      { command: 'toggleAutosave', zh: '自动保存', en: 'Autosave' },
      'separator',
      { command: 'press', zh: '付印', en: 'Press', keys: 'CmdOrCtrl+E' },
    ],
  },
  {
    zh: '编辑',
    en: 'Edit',
    items: [
      { command: 'undo', zh: '撤销', en: 'Undo', keys: 'CmdOrCtrl+Z', shown: true },
      {
        command: 'redo',
        zh: '重做',
        en: 'Redo',
        keys: process.platform === 'darwin' ? 'Shift+Cmd+Z' : 'Ctrl+Y',
        shown: true,
      },
      'separator',
      'cut',
      'copy',
      'paste',
      'separator',
      { command: 'selectAll', zh: '全选', en: 'Select all', keys: 'CmdOrCtrl+A', shown: true },
      { command: 'selectNone', zh: '取消选中', en: 'Select none', keys: 'Esc', shown: true },
    ],
  },
  {
    zh: '版面',
    en: 'Page',
    items: [
      { command: 'propose', zh: '自动组版', en: 'Propose page', keys: 'CmdOrCtrl+Shift+R' },
      { command: 'lock', zh: '锁定', en: 'Lock', keys: 'CmdOrCtrl+L' },
      { command: 'takeOffPage', zh: '撤下版面', en: 'Take off page', keys: 'Delete', shown: true },
      'separator',
      { command: 'previousPage', zh: '上一版', en: 'Previous page', keys: 'PageUp', shown: true },
      { command: 'nextPage', zh: '下一版', en: 'Next page', keys: 'PageDown', shown: true },
    ],
  },
  {
    zh: '视图',
    en: 'View',
    items: [
      { command: 'zoomIn', zh: '放大', en: 'Zoom in', keys: 'CmdOrCtrl+=' },
      { command: 'zoomOut', zh: '缩小', en: 'Zoom out', keys: 'CmdOrCtrl+-' },
      { command: 'fitPage', zh: '适合页面', en: 'Fit page', keys: 'CmdOrCtrl+0' },
      { command: 'actualSize', zh: '实际大小', en: 'Actual size', keys: 'CmdOrCtrl+1' },
      'separator',
      { command: 'toggleGrid', zh: '栏行网格', en: 'Grid', keys: "CmdOrCtrl+'" },
      { command: 'toggleLeft', zh: '稿件与页面栏', en: 'Library and pages', keys: 'CmdOrCtrl+\\' },
      { command: 'toggleRight', zh: '属性栏', en: 'Inspector', keys: 'CmdOrCtrl+Shift+\\' },
      { command: 'toggleBottom', zh: '问题栏', en: 'Problems', keys: 'CmdOrCtrl+J' },
      'separator',
      { command: 'themeLight', zh: '浅色', en: 'Light' },
      { command: 'themeDark', zh: '深色', en: 'Dark' },
      { command: 'themeSystem', zh: '跟随系统', en: 'System' },
      'separator',
      { command: 'languageZh', zh: '中文', en: '中文' },
      { command: 'languageEn', zh: 'English', en: 'English' },
    ],
  },
];

const ROLES = { cut: { zh: '剪切', en: 'Cut' }, copy: { zh: '复制', en: 'Copy' }, paste: { zh: '粘贴', en: 'Paste' } } as const;

/** Puts the menu in place; `send` brings a command to the window. */
export function setMenu(settings: Settings, send: (command: CommandName) => void): void {
  const language = settings.language === 'en' ? 'en' : 'zh';
  const groups = GROUPS.map((group, index) => {
    const submenu = group.items.map((item) => itemOf(item, settings, send));
    return { label: group[language], submenu: index === 0 ? [...submenu, ...quitItems(language)] : submenu };
  });
  const own: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...groups, ...developerMenu(language)]));
}

function itemOf(item: Item, settings: Settings, send: (command: CommandName) => void): MenuItemConstructorOptions {
  const language = settings.language === 'en' ? 'en' : 'zh';
  if (item === 'separator') return { type: 'separator' };
  if (typeof item === 'string') return { role: item, label: ROLES[item][language] };
  const { command, keys, shown } = item;
  const state = stateOf(command, settings);
  const base = { id: command, label: item[language], click: () => send(command), ...state };
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
  return [{ type: 'separator' }, { role: 'quit', label: language === 'zh' ? '退出' : 'Quit' }];
}

/** No reloading: that would throw unsaved work away. */
function developerMenu(language: Language): MenuItemConstructorOptions[] {
  if (app.isPackaged) return [];
  const label = language === 'zh' ? '开发者工具' : 'Developer Tools';
  return [{ label, submenu: [{ role: 'toggleDevTools', label }] }];
}

/** Cut, copy and paste at the pointer, in a text field or over selected text. */
export function showTextMenu({ isEditable, selectionText }: ContextMenuParams, language: Language, window: BrowserWindow): void {
  if (!isEditable && selectionText === '') return;
  const roles = isEditable ? (['cut', 'copy', 'paste'] as const) : (['copy'] as const);
  Menu.buildFromTemplate(roles.map((role) => ({ role, label: ROLES[role][language] }))).popup({ window });
}
