/**
 * Errors of the program that nothing has caught. Electron itself shows them in a dialog that stops the whole program until it is
 * answered: when the last window is closed, for ever. Here they are told beside the work, and only while there is a window.
 */
import { type BrowserWindow, dialog } from 'electron';
import { type Language, sentenceFor } from '../shell/say';
import { isOpen } from './window';

/** From now on, for as long as the program lives. */
export function tellUncaught(window: BrowserWindow, language: () => Language): void {
  process.on('uncaughtException', (error) => {
    console.error(error);
    void tell(window, error, language());
  });
}

async function tell(window: BrowserWindow, error: unknown, language: Language): Promise<void> {
  const message = await sentenceFor(error, language);
  if (isOpen(window)) await dialog.showMessageBox(window, { type: 'error', message });
}
