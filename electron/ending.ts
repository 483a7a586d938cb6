/**
 * Makes sure that the process ends when the program has. While Node's part of Electron is taken down it waits for tasks of V8's
 * own threads, now and then for ever (seen with Electron 25). No window is left by then and no script runs any more; but the process
 * still is the one instance of the program, so that none could be started again. Another process therefore waits beside the end.
 * Before its message loop runs, `app.exit` ends the process at once and without `quit`: there Node is not taken down.
 */
import { spawn } from 'node:child_process';
import { app } from 'electron';

/** A process is ended from outside after so long, milliseconds; all files are closed by then. */
const PATIENCE = 3000;

/** What that other process does: it ends with this one, whose end closes the pipe between them, or ends it. */
const WATCH = `
process.stdin.resume().on('close', () => process.exit());
setTimeout(() => process.kill(${process.pid}, 'SIGKILL'), ${PATIENCE});
`;

/** Once, before anything that may end the program. */
export function endForCertain(): void {
  app.once('quit', () => {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    const watch = spawn(process.execPath, ['-e', WATCH], {
      env,
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
      windowsHide: true,
    });
    // Without it the end is as certain as Electron makes it.
    watch.on('error', () => {});
    watch.unref();
  });
}
