/** Lets two pages of text run through the usual commands, so that V8's code of each and of all is kept beside the program (see loader.ts). */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, process.env.BANXIN_OUT ?? 'dist', 'banxin.js');
/** One for page 1, which has the masthead, and one for another page. */
const stories = ['1版 末班车多开了一站.txt', '4版 算盘.txt'].map((name) =>
  join(root, 'samples', 'chengtang', 'manuscripts', name),
);
const folder = mkdtempSync(join(tmpdir(), 'banxin-code-'));
/** The usual commands, in a folder of their own. */
const commandsIn = (home, issue = join(home, 'issue.banxin')) => [
  ['new', issue, '--template', 'sikai', '--pages', '4', '--date', '2026-03-10'],
  ...stories.map((story) => ['import', issue, story]),
  ['arrange', issue],
  ['galley', stories[0], '-o', join(home, 'galley.pdf')],
  ['press', issue, '-o', join(home, 'press')],
];
try {
  // A command that fails here will tell its user better; the program runs without kept code too.
  for (const keep of ['all', 'command']) {
    mkdirSync(join(folder, keep));
    for (const command of commandsIn(join(folder, keep))) {
      spawnSync(process.execPath, [program, ...command], { env: { ...process.env, BANXIN_KEEP_CODE: keep }, stdio: 'ignore' });
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
