/** The program's first lines: one instance, one window. */
import { join } from 'node:path';
import { app } from 'electron';
import { endForCertain } from './ending';
import { FontShelf } from './font-shelf';
import { listen } from './ipc';
import { Program } from './program';
import { registerScheme, serve } from './protocol';
import { speakLanguage } from './settings';
import { createWindow } from './window';
import { type Wish, wishOf, wishReader } from './wish';

app.setName('Banxin');
endForCertain();
registerScheme();
speakLanguage();
const wish = wishOf(process.argv, process.cwd(), app.isPackaged);
if (app.requestSingleInstanceLock({ wish })) void app.whenReady().then(start);
else app.quit();

function start(): void {
  const fonts = new FontShelf();
  serve({
    window: join(__dirname, 'window'),
    fonts: () => fonts.current(),
    folderOf: (handle) => program.issues.folderOf(handle),
  });
  const program = new Program(createWindow(), wish, fonts);
  listen(program);
  app.on('second-instance', (_event, _argv, _cwd, data) => void program.openElsewhere(receivedWish(data)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void program.openElsewhere({ kind: 'folder', folder: path });
  });
}

/** From another process of the same user; anything unexpected means no wish. */
function receivedWish(data: unknown): Wish {
  try {
    return wishReader((data as { wish?: unknown } | undefined)?.wish, 'wish');
  } catch {
    return { kind: 'nothing' };
  }
}
