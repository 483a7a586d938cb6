/** Lets a page of text run through the usual commands once, so that V8's code of them is kept beside the program (see loader.ts). */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, process.env.BANXIN_OUT ?? 'dist', 'banxin.js');
const story = join(root, 'samples', 'chengtang', 'manuscripts', '4版 算盘.txt');
const folder = mkdtempSync(join(tmpdir(), 'banxin-code-'));
const issue = join(folder, 'issue.banxin');
const commands = [
  ['new', issue, '--template', 'sikai', '--pages', '4', '--date', '2026-03-10'],
  ['import', issue, story],
  ['arrange', issue],
  ['galley', story, '-o', join(folder, 'galley.pdf')],
  ['press', issue, '-o', join(folder, 'press')],
];
try {
  // A command that fails here will tell its user better; the program runs without kept code too.
  for (const command of commands) {
    spawnSync(process.execPath, [program, ...command], { env: { ...process.env, BANXIN_KEEP_CODE: '1' }, stdio: 'ignore' });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
