/**
 * Makes `npx banxin` work in the checkout. A `bin` entry in package.json would have npx install the project into its
 * cache first, which is slow and can be left half done; a link beside those of the dependencies is found at once.
 */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = join(dirname(dirname(fileURLToPath(import.meta.url))), 'node_modules', '.bin');

mkdirSync(bin, { recursive: true });
if (process.platform === 'win32') {
  writeFileSync(join(bin, 'banxin.cmd'), '@node "%~dp0..\\..\\dist\\banxin.js" %*\r\n');
} else {
  rmSync(join(bin, 'banxin'), { force: true });
  symlinkSync(join('..', '..', 'dist', 'banxin.js'), join(bin, 'banxin'));
}
