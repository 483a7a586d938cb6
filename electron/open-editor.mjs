/** Starts the built editor on the Electron of this machine. */
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveElectron } from './runtime.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Whether a window can be shown here. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * @param {readonly string[]} args what to open: an issue's folder, or `--sample`
 * @returns {Promise<number>} the exit code, when the window is closed
 */
export function openEditor(args) {
  const executable = electronOrReason();
  if (executable === undefined) return Promise.resolve(1);
  const child = spawn(executable, [...switches(), root, ...args], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function electronOrReason() {
  try {
    return resolveElectron().executable;
  } catch (error) {
    console.error(error.message);
    return undefined;
  }
}

/** Chromium's own log is no news to who starts the editor; to root it refuses its sandbox. */
function switches() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--log-level=3', '--no-sandbox'] : ['--log-level=3'];
}
