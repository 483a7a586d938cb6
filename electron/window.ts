/** The one window, closed to everything but the program's own pages. */
import { join } from 'node:path';
import { BrowserWindow, nativeTheme, type Session } from 'electron';
import { ORIGIN } from './protocol';
import { keepPlace, lastPlace } from './window-place';

/** Pasteboard of the theme (s0), so that nothing flashes before the first frame. */
const PASTEBOARD = { light: '#dadada', dark: '#141414' };

export function createWindow(): BrowserWindow {
  const place = lastPlace();
  const window = new BrowserWindow({
    width: place?.width ?? 1440,
    height: place?.height ?? 900,
    ...(place ? { x: place.x, y: place.y } : {}),
    minWidth: 1120,
    minHeight: 700,
    show: false,
    title: '版心',
    backgroundColor: nativeTheme.shouldUseDarkColors ? PASTEBOARD.dark : PASTEBOARD.light,
    titleBarStyle: process.platform === 'darwin' ? 'hiddenInset' : 'default',
    webPreferences: {
      preload: join(__dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  // The program says what is open (program.ts), not the page.
  window.on('page-title-updated', (event) => event.preventDefault());
  // The logo and F10 open the menu; a bar of its own is macOS's habit.
  window.setMenuBarVisibility(false);
  confine(window);
  keepPlace(window);
  if (place?.maximized) window.maximize();
  window.once('ready-to-show', () => {
    if (isOpen(window)) window.show();
  });
  // Who closes the window while it loads calls the loading off.
  window.loadURL(`${ORIGIN}/index.html`).catch(() => {});
  return window;
}

/** Whether a window is there and shows something: one that is just being closed may outlive what it shows for a moment. */
export function isOpen(window: BrowserWindow): boolean {
  return !window.isDestroyed() && window.webContents?.isDestroyed() === false;
}

function confine({ webContents }: BrowserWindow): void {
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-navigate', (event) => event.preventDefault());
  webContents.on('will-frame-navigate', (event) => event.preventDefault());
  webContents.on('will-redirect', (event) => event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  closeSession(webContents.session);
}

/** No permission is ever given, nothing is downloaded, and no request leaves the program. */
function closeSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !/^(app|blob|data|devtools):/.test(details.url) }));
}
