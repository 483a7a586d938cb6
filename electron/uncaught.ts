/**
 * Errors of the program that nothing has caught. Electron itself shows them in a dialog that stops the whole program until it is
 * answered: when the last window is closed, for ever. Here they are told beside the work, and only while there is a window.
 */
import { type BrowserWindow, dialog } from 'electron';
import { type Language, sentenceFor } from '../shell/say';
import { isOpen } from './window';

/** From now on, for as long as the program lives. One at a time: an error that comes again and again piles up no dialogs. */
export function tellUncaught(window: BrowserWindow, language: () => Language): void {
  let isTelling = false;
  process.on('uncaughtException', (error) => {
    console.error(error);
    if (isTelling) return;
    isTelling = true;
    void tell(window, error, language()).finally(() => {
      isTelling = false;
    });
  });
}

async function tell(window: BrowserWindow, error: unknown, language: Language): Promise<void> {
  const message = await sentenceFor(error, language);
  if (isOpen(window)) await dialog.showMessageBox(window, { type: 'error', message });
}
