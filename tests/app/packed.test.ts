/** The program as it is given away: it starts from its own folder and makes press files with the fonts it carries. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, openSample, succeeded } from './ask';
import { launch, root } from './launch';
import { clearFolder } from './support/clear';

let work: string;
let unpacked: string;

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'banxin-packed-'));
  execFileSync(process.execPath, [join(root, 'electron', 'pack.mjs'), work], { stdio: 'ignore' });
  unpacked = join(work, 'linux-unpacked');
});
afterAll(() => clearFolder(work));

test('carries what it needs and nothing of the checkout or of another program', () => {
  expect(readdirSync(join(unpacked, 'resources'))).toEqual(['app']);
  const app = join(unpacked, 'resources', 'app');
  expect(readdirSync(app).sort()).toEqual([
    'LICENSE',
    'THIRD-PARTY.txt',
    'dist',
    'fonts',
    'package.json',
    'samples',
    'templates',
  ]);
  const { faces } = JSON.parse(readFileSync(join(app, 'fonts', 'manifest.json'), 'utf8')) as {
    faces: Record<string, { file: string; licenceFile: string }>;
  };
  const needed = Object.values(faces).flatMap(({ file, licenceFile }) => [file, licenceFile]);
  expect(needed.filter((file) => !existsSync(join(app, 'fonts', file)))).toEqual([]);
  expect(readFileSync(join(app, 'THIRD-PARTY.txt'), 'utf8')).toMatch(/@imagemagick\/magick-wasm .*Apache/);
});

test('starts and exports', async () => {
  const { app, page, close } = await launch({ executable: join(unpacked, 'banxin-editor') });
  try {
    const output = join(work, 'press');
    await app.evaluate(({ dialog }, folder) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
    }, output);
    const { handle, issue } = await openSample(page);
    const result = succeeded(await ask(page, 'run', { kind: 'press', handle, issue }));
    expect(result.kind).toBe('press');
    expect(readdirSync(output)).toHaveLength(issue.pages.length);
  } finally {
    await close();
  }
});

test('has the command line at its side', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(execFileSync(join(unpacked, 'banxin'), ['--version'], { encoding: 'utf8' }).trim()).toBe(version);
});

test('is a Debian package that puts both commands on the path', () => {
  const deb = readdirSync(work).find((file) => file.endsWith('.deb'));
  const contents = execFileSync('dpkg-deb', ['--contents', join(work, deb!)], { encoding: 'utf8' });
  expect(contents).toContain('./usr/bin/banxin -> /opt/Banxin/banxin');
  expect(contents).toContain('./usr/bin/banxin-editor -> /opt/Banxin/banxin-editor');
  expect(contents).toMatch(/^-rwsr-xr-x root\/root .*\.\/opt\/Banxin\/chrome-sandbox$/m);
  expect(contents).toContain('./usr/share/applications/banxin-editor.desktop');
});
