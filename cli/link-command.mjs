/**
 * Makes `npx banxin` work in the checkout: npm links the commands of a project's dependencies into node_modules/.bin,
 * but not the project's own.
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
