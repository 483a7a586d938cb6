import { rmSync } from 'node:fs';

/** Takes a folder away; processes of a program that has just ended may still write in it for a moment. */
export function clearFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
}
