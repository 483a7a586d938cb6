/** What reaches the window from outside its controls: keys, menu commands, files dropped from the desktop. */
import { bridge } from './bridge';
import { commandOfKey, commands, runCommand } from './commands';
import { focusPage } from './focus';
import { showLetter } from './held-letter';
import { importFiles } from './jobs';
import { isTextField } from './shortcuts';
import { store } from './store';

/** Before these the panels catch up. */
const INPUTS = ['beforeinput', 'keydown', 'compositionend'] as const;
/** Before these, lists and sums do too. */
const CALMS = ['pointerdown', 'focusout'] as const;

/** Listens for as long as the window lives. */
export function listen(): void {
  // Before all else: what comes next meets a field that is up to date.
  for (const type of [...INPUTS, ...CALMS, 'compositionstart', 'cut', 'copy', 'paste'] as const) {
    window.addEventListener(type, showLetter, { capture: true });
  }
  for (const type of INPUTS) {
    window.addEventListener(type, () => store.settle(), { capture: true });
  }
  for (const type of CALMS) {
    window.addEventListener(type, () => store.rest(), { capture: true });
  }
  window.addEventListener('keydown', takeKey);
  bridge().onCommand(runCommand);
  window.addEventListener('dragover', holdFiles);
  window.addEventListener('dragleave', leaveFiles);
  window.addEventListener('drop', takeFiles);
}

function takeKey(event: KeyboardEvent): void {
  if (leavesField(event)) {
    focusPage();
    return;
  }
  const command = commandOfKey(event);
  if (command === undefined) return;
  event.preventDefault();
  runCommand(command);
}

/** Esc climbs from a field to the page. */
function leavesField({ key, isComposing, target, defaultPrevented }: KeyboardEvent): boolean {
  return key === 'Escape' && !isComposing && !defaultPrevented && isTextField(target);
}

function holdFiles(event: DragEvent): void {
  event.preventDefault();
  const dropping = event.dataTransfer?.types.includes('Files') === true && commands.import.enabled(store.get());
  if (dropping !== store.get().dropping) store.set({ dropping });
}

/** Between two elements of the window the event names the next one; out of the window it names none. */
function leaveFiles({ relatedTarget }: DragEvent): void {
  if (relatedTarget === null) store.set({ dropping: false });
}

function takeFiles(event: DragEvent): void {
  event.preventDefault();
  store.set({ dropping: false });
  const paths = [...(event.dataTransfer?.files ?? [])].map((file) => bridge().pathOf(file)).filter((path) => path !== '');
  if (paths.length > 0) void importFiles(paths);
}
