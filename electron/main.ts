import { join } from 'node:path';
import { app } from 'electron';
import { programRoot } from '../engine/store';
import { openFonts } from '../engine/store/font-files';
import { registerScheme, serve } from './protocol';
import { createWindow } from './window';

registerScheme();
app.whenReady().then(() => {
  serve({ window: join(__dirname, 'window'), fonts: () => openFonts(programRoot()), folderOf: () => undefined });
  createWindow();
});
