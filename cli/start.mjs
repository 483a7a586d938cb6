/**
 * `npm start`: the first command of the README. Plain JavaScript and Node built-ins only, since it runs before anything
 * is installed: installs and builds what is missing, takes the sample issue from manuscripts to press PDFs, then opens
 * the editor on a copy of it that stays from start to start.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasDisplay, openEditor } from '../electron/open-editor.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'out');
const issue = join(out, 'sample.banxin');
const pdfs = join(out, 'press');
const manuscripts = join(root, 'samples', 'chengtang', 'manuscripts');

function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && command === 'npm',
    ...options,
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

function banxin(...args) {
  run(process.execPath, [join(root, 'dist', 'banxin.js'), ...args]);
}

/** Installed means: npm wrote its own record of the tree after the lock file was last changed. */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  return existsSync(record) && statSync(record).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`版心需要 Node 20.19 或更新的版本，现在是 ${process.version}。Banxin needs Node 20.19 or newer.`);
  process.exit(1);
}
run('npm', isInstalled() ? ['run', '--silent', 'prepare'] : ['ci', '--no-fund', '--no-audit']);
rmSync(out, { recursive: true, force: true });
banxin('new', issue, '--template', 'sikai', '--pages', '4', '--date', '2026-01-25', '--number', '2');
banxin('import', issue, manuscripts);
banxin('arrange', issue);
banxin('press', issue, '-o', pdfs);
for (const file of readdirSync(pdfs)) console.log(join(pdfs, file));
if (hasDisplay()) process.exitCode = await openEditor(['--sample']);
else console.log('没有显示器，编辑窗口没有打开。There is no display, so the editor was not opened.');
