/** What reaches the window from outside its controls: keys, menu commands, files dropped from the desktop. */
import { bridge } from './bridge';
import { commandOfKey, focusPage, runCommand } from './commands';
import { importFiles } from './documents';
import { isTextField } from './shortcuts';

/** Listens for as long as the window lives. */
export function listen(): void {
  window.addEventListener('keydown', takeKey);
  bridge().onCommand(runCommand);
  window.addEventListener('dragover', (event) => event.preventDefault());
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

function takeFiles(event: DragEvent): void {
  event.preventDefault();
  const paths = [...(event.dataTransfer?.files ?? [])].map((file) => bridge().pathOf(file)).filter((path) => path !== '');
  if (paths.length > 0) void importFiles(paths);
}
