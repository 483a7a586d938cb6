import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareFonts } from '../../engine/store/font-cache';
import { openFonts } from '../../engine/store/font-files';
import { root } from '../fonts/support';

let program: string;
beforeEach(() => {
  program = mkdtempSync(join(tmpdir(), 'banxin-program-'));
  mkdirSync(join(program, 'fonts'));
});
afterEach(() => rmSync(program, { recursive: true }));

function writeManifest(folder: string, faces: unknown): void {
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ faces }));
}

function failsWith(code: string, params: Record<string, unknown> = {}) {
  return expect.objectContaining({ code, params: expect.objectContaining(params) });
}

const FANG = join(root, 'fonts', 'FandolFang-Regular.otf');

describe('a packed program', () => {
  test('has its fonts in one folder', () => {
    copyFileSync(FANG, join(program, 'fonts', 'Fang.otf'));
    writeManifest(join(program, 'fonts'), { fang: { package: 'somewhere', path: 'x.otf', file: 'Fang.otf', fallback: [] } });
    const { fonts, faces } = openFonts(program, '');
    expect(faces).toEqual(['fang']);
    expect(fonts.resolve(0x6c49, 'fang')).toMatchObject({ fallback: false, missing: false });
  });

  test('says which file is missing, and only when it is needed', () => {
    writeManifest(join(program, 'fonts'), { fang: { file: 'Fang.otf' } });
    const { fonts } = openFonts(program, '');
    expect(() => fonts.face('fang')).toThrow(
      failsWith('fonts.fileMissing', { face: 'fang', file: join(program, 'fonts', 'Fang.otf') }),
    );
  });

  test('says which file is damaged', () => {
    const file = join(program, 'fonts', 'Fang.otf');
    copyFileSync(FANG, file);
    truncateSync(file, 100_000);
    writeManifest(join(program, 'fonts'), { fang: { file: 'Fang.otf' } });
    expect(() => openFonts(program, '').file('fang')).toThrow(failsWith('fonts.damaged', { file }));
    writeFileSync(file, 'hello');
    expect(() => openFonts(program, '').file('fang')).toThrow(failsWith('fonts.notFont', { file }));
  });

  test('knows its faces', () => {
    writeManifest(join(program, 'fonts'), { fang: { file: 'Fang.otf' } });
    expect(() => openFonts(program, '').file('bao')).toThrow(failsWith('fonts.unknownFace', { face: 'bao', known: 'fang' }));
  });

  test.each([
    ['{"faces": ', 'fonts.manifest'],
    ['[]', 'fonts.manifest'],
    ['{"faces": {"fang": {}}}', 'fonts.manifest'],
    ['{"faces": {"fang": {"file": "../Fang.otf"}}}', 'fonts.manifest'],
    ['{"faces": {"fang": {"file": "Fang.otf", "index": "0"}}}', 'fonts.manifest'],
    ['{"faces": {"fang": {"file": "Fang.otf", "fallback": "song"}}}', 'fonts.manifest'],
  ])('refuses the manifest %s', (text, code) => {
    writeFileSync(join(program, 'fonts', 'manifest.json'), text);
    expect(() => openFonts(program, '')).toThrow(failsWith(code, { file: join(program, 'fonts', 'manifest.json') }));
  });
});

describe('prepared fonts', () => {
  const cached = (): string => join(program, '.cache', 'fonts', 'Kai.ttf');

  beforeEach(() => {
    symlinkSync(join(root, 'node_modules'), join(program, 'node_modules'));
    const path = 'files/lxgw-wenkai-latin-500-normal.woff';
    writeManifest(join(program, 'fonts'), { kai: { package: '@fontsource/lxgw-wenkai', path, file: 'Kai.ttf', fallback: [] } });
  });

  test('are unwrapped once, whole, and read from then on', () => {
    expect(() => openFonts(program, '').file('kai')).toThrow(failsWith('fonts.fileMissing', { file: cached() }));
    prepareFonts(program);
    expect(openFonts(program, '').file('kai').postScriptName).toBe('LXGWWenKai-Regular');
    expect(readdirSync(join(program, '.cache', 'fonts'))).toEqual(['Kai.ttf']);
    utimesSync(cached(), 1, 1);
    prepareFonts(program);
    expect(statSync(cached()).mtimeMs).toBe(1000);
  });

  test('are made again when a copy was cut short', () => {
    prepareFonts(program);
    const { size } = statSync(cached());
    truncateSync(cached(), 1000);
    prepareFonts(program);
    expect(statSync(cached()).size).toBe(size);
  });

  test('are reported when the package lacks the file', () => {
    writeManifest(join(program, 'fonts'), {
      kai: { package: '@fontsource/lxgw-wenkai', path: 'files/none.woff', file: 'Kai.ttf' },
    });
    expect(() => prepareFonts(program)).toThrow(failsWith('fonts.fileMissing', { face: 'kai' }));
    expect(existsSync(cached())).toBe(false);
  });
});
