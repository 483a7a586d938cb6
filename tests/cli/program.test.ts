/** The built program in a process of its own: what only a process shows. */
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { openIssue } from '../../engine/store';
import packageFile from '../../package.json';
import { temporaryFolder } from '../store/temporary-folder';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join('.cache', 'test-program');
const program = join(root, built, 'banxin.js');

beforeAll(() => {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const env = { ...process.env, BANXIN_OUT: built, NODE_ENV: 'production' };
  const { status, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
});

function banxin(args: readonly string[], stdout: 'pipe' | number = 'pipe'): SpawnSyncReturns<string> {
  const env = { ...process.env, BANXIN_LANG: 'en', BANXIN_DEBUG: '' };
  return spawnSync(process.execPath, [program, ...args], { env, encoding: 'utf8', stdio: ['ignore', stdout, 'pipe'] });
}

test('starts by its first line', () => {
  expect(readFileSync(program, 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
  expect(banxin(['--version'])).toMatchObject({ status: 0, stdout: `${packageFile.version}\n`, stderr: '' });
});

test('runs from kept code, and without where it is another source’s, damaged or cut short', () => {
  const file = join(root, built, 'program.js');
  const codeFile = `${file}.code`;
  const source = readFileSync(file, 'utf8');
  const versionOf = (keep = ''): string => {
    const env = { ...process.env, BANXIN_KEEP_CODE: keep };
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--version'], { env, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return stdout.trim();
  };
  const { version } = packageFile;
  try {
    expect(versionOf('all')).toBe(version);
    const kept = readFileSync(codeFile);
    // Of the same length, which is all that V8 looks at.
    const other = version.replace(/\d/g, '7');
    writeFileSync(file, source.replaceAll(version, other));
    expect(versionOf()).toBe(other);
    writeFileSync(file, source);

    const spoiled = Buffer.from(kept);
    for (let at = 400; at < spoiled.length; at += 97) spoiled[at]! ^= 0x55;
    for (const code of [spoiled, kept.subarray(0, kept.length / 2), kept.subarray(0, 2), Buffer.from('no code')]) {
      writeFileSync(codeFile, code);
      expect(versionOf()).toBe(version);
    }

    // Code of the other source under a checksum of this one is run: so what matches is not compiled again.
    writeFileSync(file, source.replaceAll(version, other));
    versionOf('all');
    const code = readFileSync(codeFile).subarray(0, -4);
    writeFileSync(file, source);
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(crc32(code, crc32(source)));
    writeFileSync(codeFile, Buffer.concat([code, sum]));
    expect(versionOf()).toBe(other);
  } finally {
    writeFileSync(file, source);
    for (const name of readdirSync(join(root, built), { recursive: true, encoding: 'utf8' })) {
      if (name.endsWith('.code')) rmSync(join(root, built, name));
    }
  }
});

test('keeps code of a command apart from that of several', () => {
  const folder = join(root, built);
  const keptOf = (keep: string, ...more: readonly string[]): string[] => {
    const env = { ...process.env, BANXIN_KEEP_CODE: keep };
    const { status, stderr } = spawnSync(process.execPath, [program, 'fonts', ...more], { env, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return readdirSync(folder).filter((name) => name.startsWith('program.js.'));
  };
  /** The first line of the command's help, which stands in one of the built files. */
  const help = () => banxin(['fonts', '--help']).stdout.split('\n')[2]!;
  const told = help();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  const file = join(folder, files.find((name) => readFileSync(join(folder, name), 'utf8').includes(told))!);
  const source = readFileSync(file, 'utf8');
  try {
    expect(keptOf('command')).toEqual(['program.js.fonts.code']);
    expect(keptOf('all').sort()).toEqual(['program.js.code', 'program.js.fonts.code']);

    // A later start takes it: code of another source of the same length, under a checksum of this one, says what that one says.
    const other = told.replaceAll(/[a-z]/g, 'o');
    writeFileSync(file, source.replaceAll(told, other));
    keptOf('command', '--help');
    writeFileSync(file, source);
    const code = readFileSync(`${file}.fonts.code`).subarray(0, -4);
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(crc32(code, crc32(source)));
    writeFileSync(`${file}.fonts.code`, Buffer.concat([code, sum]));
    expect(help()).toBe(other);
  } finally {
    writeFileSync(file, source);
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (name.endsWith('.code')) rmSync(join(folder, name));
    }
  }
});

test('finds its templates and says what is at fault, in exit code and one line', () => {
  const folder = join(temporaryFolder(), 'a.banxin');
  expect(banxin(['new', folder, '--template', 'sikai'])).toMatchObject({ status: 0, stderr: '' });
  expect(banxin(['new', folder, '--template', 'sikai'])).toMatchObject({ status: 1, stdout: '' });
  expect(banxin(['nwe'])).toMatchObject({ status: 2, stdout: '' });
  const { status, stdout, stderr } = banxin(['import', folder, join(folder, 'nowhere.txt')]);
  expect({ status, stdout }).toEqual({ status: 1, stdout: 'nowhere.txt: not imported\n' });
  expect(stderr).toBe(`${join(folder, 'nowhere.txt')} is not there; check the path\n`);
});

test('a reader that leaves early is no failure', () => {
  const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" --help | true`], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('four imports at once into one issue lose nothing', async () => {
  const home = temporaryFolder();
  const folder = join(home, 'a.banxin');
  expect(banxin(['new', folder, '--template', 'sikai']).status).toBe(0);
  const names = ['东街', '西街', '南街', '北街'];
  const imports = names.map(async (name) => {
    const files = [1, 2, 3].map((number) => join(home, `${name}${number}.txt`));
    for (const file of files) writeFileSync(file, `${name}的路灯亮了\n\n本报讯（通讯员 程远）${file} 里写着路灯昨晚亮了。\n`);
    const child = spawn(process.execPath, [program, 'import', folder, ...files], { stdio: 'ignore' });
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
  await Promise.all(imports);
  const sources = (await openIssue(folder)).articles.map(({ source }) => source);
  expect(sources.sort()).toEqual(names.flatMap((name) => [1, 2, 3].map((number) => `${name}${number}.txt`)).sort());
  expect(readdirSync(folder).sort()).toEqual(['.versions.json', 'assets', 'issue.json']);
});

test('a command that is interrupted releases the issue', async () => {
  const folder = join(temporaryFolder(), 'a.banxin');
  expect(banxin(['new', folder, '--template', 'sikai']).status).toBe(0);
  const manuscripts = Array.from({ length: 400 }, (_, index) => {
    const file = join(folder, '..', `${index}.txt`);
    writeFileSync(file, `第${index}条路\n\n${'路灯昨晚亮了，行人放心了。'.repeat(300)}\n`);
    return file;
  });
  const child = spawn(process.execPath, [program, 'import', folder, ...manuscripts], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (child.exitCode === null && !existsSync(join(folder, '.lock'))) await setTimeout(5);
  child.kill('SIGINT');
  expect(await ended).toEqual([null, 'SIGINT']);
  expect(readdirSync(folder).sort()).toEqual(['.versions.json', 'assets', 'issue.json']);
});

/** Writing to it fails as on a full disk; Linux has it. */
const fullDisk = '/dev/full';
if (existsSync(fullDisk)) {
  test('a full disk behind standard output is one line and exit 1', () => {
    const full = openSync(fullDisk, 'w');
    const { status, stderr } = banxin(['--help'], full);
    closeSync(full);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^The disk is full: stdout was not written.*\n$/);
  });
}
