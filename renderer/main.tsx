/** The window's start: settings, words and keyboard; then the issue that was asked for. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startEditing } from './canvas/text/entering';
import { startComposing } from './compose/client';
import { App } from './panels/App';
import { watchChosen } from './pictures/chosen';
import { startChecking } from './proof/client';
import { startAppearance } from './state/appearance';
import { listen } from './state/input';
import { keepJournal } from './state/journal';
import { watchFaces } from './state/lost-faces';
import { keepDesk } from './state/memory';
import { watchMenu } from './state/menu-state';
import { openInitial } from './state/opening';
import { watchPhotographs } from './state/photographs';
import { diskIsBack, watchDirty, watchQuiet } from './state/saving';
import { isMac } from './state/shortcuts';
import './i18n';
import './theme.css';
import './controls/button.css';
import './controls/field.css';
import './controls/controls.css';
import './controls/check.css';
import './controls/menu.css';
import './controls/dialog.css';
import './controls/select.css';

async function start(): Promise<void> {
  const { dataset } = document.documentElement;
  if (isMac) dataset.platform = 'mac';
  else if (/Win/.test(navigator.platform)) dataset.platform = 'windows';
  await startAppearance();
  startComposing();
  startEditing();
  startChecking();
  watchDirty();
  watchQuiet();
  keepJournal(diskIsBack);
  keepDesk();
  watchPhotographs();
  watchFaces();
  watchChosen();
  listen();
  watchMenu();
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  await openInitial();
}

void start();
