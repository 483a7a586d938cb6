import { resolveElectron } from '../../electron/runtime.mjs';

/** Fetches the runtime before the clock of the first test runs. */
export default function setup(): void {
  resolveElectron();
}
