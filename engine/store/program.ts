import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let found: string | undefined;

/** The program's folder, where fonts/, templates/ and samples/ stand: the nearest one above this file whose package.json says banxin. */
export function programRoot(): string {
  found ??= rootAbove(dirname(fileURLToPath(import.meta.url)));
  return found;
}

function rootAbove(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (isRoot(folder)) return folder;
    if (dirname(folder) === folder) throw new Error(`no package.json named banxin above ${start}`);
  }
}

function isRoot(folder: string): boolean {
  const file = join(folder, 'package.json');
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'banxin';
}
