/** What reaches the window from outside its controls: keys, menu commands, files dropped from the desktop. */
import { bridge } from './bridge';
import { commandOfKey, runCommand } from './commands';
import { importFiles } from './documents';

/** Listens for as long as the window lives. */
export function listen(): void {
  window.addEventListener('keydown', takeKey);
  bridge().onCommand(runCommand);
  window.addEventListener('dragover', (event) => event.preventDefault());
  window.addEventListener('drop', takeFiles);
}

function takeKey(event: KeyboardEvent): void {
  const command = commandOfKey(event);
  if (command === undefined) return;
  event.preventDefault();
  runCommand(command);
}

function takeFiles(event: DragEvent): void {
  event.preventDefault();
  const paths = [...(event.dataTransfer?.files ?? [])].map((file) => bridge().pathOf(file)).filter((path) => path !== '');
  if (paths.length > 0) void importFiles(paths);
}
