/** `npm run bench [-- start galley compose issue arrange press press-text words import desk soak]`: speed and memory, measured on whole processes and in the real window. Names the sections to run; all but soak by default; press contains press-text. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { arrange } from './arrange';
import { desk } from './desk';
import { interleave, median, table } from './measure';
import { press } from './press';
import { pressText } from './press-text';
import { soak } from './soak';
import { galleyText } from './text';
import { intake, words } from './words';

const program = join(process.cwd(), 'dist', 'banxin.js');
const manuscripts = join(process.cwd(), 'samples', 'chengtang', 'manuscripts');
const folder = mkdtempSync(join(tmpdir(), 'banxin-bench-'));

/** Galley proofs of 1, 4, 16 and 64 pages' worth of text. */
function galley(): void {
  const commands: Record<string, string[]> = {};
  for (const copies of [1, 4, 16, 64]) {
    const file = join(folder, `text${copies}.txt`);
    writeFileSync(file, galleyText(copies));
    commands[`galley ${copies}×`] = [
      program,
      'galley',
      file,
      '-o',
      join(folder, `text${copies}.pdf`),
      '--measure',
      '13.3em',
      '--force',
    ];
  }
  table('galley (whole process, median of 5)', interleave(commands, 5));
}

/** Composition alone (breaks, spacing, lines) of 64 pages' worth of text, in processes of their own: no PDF, no start-up. */
function compose(): void {
  const file = join(folder, 'compose.txt');
  writeFileSync(file, galleyText(64));
  const runs = Array.from({ length: 7 }, () => {
    const args = [join(process.cwd(), '.cache', 'bench', 'compose-text.js'), process.cwd(), file];
    return JSON.parse(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout) as { lines: number; milliseconds: number };
  });
  const cpu = median(runs.map((run) => run.milliseconds));
  console.log(`\ncomposition alone (median of 7): ${runs[0]!.lines} lines, ${cpu.toFixed(0)} ms CPU`);
}

/** Start-up before real work, beside Node's own. The budget is 60 ms more than Node. */
function start(): void {
  const rows = interleave({ 'node alone': ['-e', '0'], 'banxin --version': [program, '--version'] }, 15);
  table('start (median of 15)', rows);
  console.log(`  over Node alone: ${(rows['banxin --version']!.wall - rows['node alone']!.wall).toFixed(0)} ms (budget 60)`);
}

/** The main job on the sample issue, step by step. */
function issue(): void {
  const empty = join(folder, 'empty');
  const imported = join(folder, 'imported');
  const arranged = join(folder, 'arranged');
  const step = (...args: string[]) => interleave({ step: [program, ...args] }, 0);
  step('new', empty, '--template', 'sikai', '--pages', '4', '--date', '2026-03-10');
  cpSync(empty, imported, { recursive: true });
  step('import', imported, manuscripts);
  cpSync(imported, arranged, { recursive: true });
  step('arrange', arranged);
  table('sample issue, four pages (median of 5)', {
    ...interleave({ arrange: [program, 'arrange', arranged] }, 5),
    ...interleave({ press: [program, 'press', arranged, '-o', join(folder, 'press'), '--force'] }, 5),
  });
}

const sections: Record<string, () => void | Promise<void>> = {
  start,
  galley,
  compose,
  issue,
  arrange: () => arrange(process.cwd()),
  press: () => press(program, process.cwd(), folder),
  'press-text': () => pressText(program, process.cwd(), folder),
  words,
  import: () => intake(program, manuscripts, folder),
  desk,
  soak,
};
/** Run only when they are asked for: one takes its minutes, the other is part of `press`. */
const ASKED = new Set(['soak', 'press-text']);
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in sections));
if (unknown) {
  console.error(`No section ${unknown}; there are: ${Object.keys(sections).join(', ')}.`);
  process.exit(2);
}
try {
  console.log(`Node ${process.version}, ${cpus().length} cores`);
  for (const name of asked.length > 0 ? asked : Object.keys(sections).filter((section) => !ASKED.has(section)))
    await sections[name]!();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
