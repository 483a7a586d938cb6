import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InputError } from '../../engine/errors';
import { inMemory, readSfnt } from '../../engine/fonts/sfnt';
import { openFonts } from '../../engine/store/font-files';
import { findOwnFaces, ownFontsFolder } from '../../engine/store/own-fonts';
import { reportOwnFonts } from '../../shell/own-fonts';
import { collectionOf } from '../fonts/collection';
import { smallFonts } from '../fonts/small-fonts';
import { root } from '../fonts/support';

const small = smallFonts();
const FANG = join(root, 'fonts', 'FandolFang-Regular.otf');
let folder: string;

/** Changes what a table says, or its name in the directory. */
function changed(font: Uint8Array, change: (copy: Uint8Array) => void): Uint8Array {
  const copy = font.slice();
  change(copy);
  return copy;
}

const forbidden = changed(small.vertical, (copy) => readSfnt(inMemory(copy), 0).table('OS/2').setUint16(8, 2));
const withoutOutlines = changed(small.vertical, (copy) => {
  const at = Buffer.from(copy.buffer).indexOf('glyf', 0, 'latin1');
  copy.set(Buffer.from('CFF2', 'latin1'), at);
});
/** The last table is cut in two. */
const cut = small.composite.subarray(0, small.composite.length - 40);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-own-fonts-'));
  mkdirSync(join(folder, 'sub.ttf'));
  copyFileSync(FANG, join(folder, '方正仿宋.otf'));
  writeFileSync(join(folder, 'two.TTC'), collectionOf([small.composite, small.vertical]));
  writeFileSync(join(folder, 'forbidden.ttf'), forbidden);
  writeFileSync(join(folder, 'variable.otf'), withoutOutlines);
  writeFileSync(join(folder, 'cut.ttf'), cut);
  writeFileSync(join(folder, 'letter.ttf'), 'Dear reader');
  writeFileSync(join(folder, 'again.otf'), small.cff);
  writeFileSync(join(folder, 'readme.txt'), 'x');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a folder of the user’s fonts', () => {
  test('gives every face under its PostScript name, twice the same name counted up, and refuses the rest with its reason', () => {
    const found = findOwnFaces(folder, ['cut']).map(({ id, index, problem }) => [id, index, problem?.code]);
    expect(found).toEqual([
      ['FandolFang-Regular', 0, undefined],
      ['cut-2', 0, 'fonts.damaged'],
      ['forbidden', 0, 'fonts.embeddingForbidden'],
      ['letter', 0, 'fonts.notFont'],
      ['sub', 0, 'fonts.notFont'],
      ['MaShanZheng-Regular', 0, undefined],
      ['NotoSerifSC-Regular', 1, undefined],
      ['variable', 0, 'fonts.noOutlines'],
      ['FandolFang-Regular-2', 0, undefined],
    ]);
  });

  test('that is not there holds nothing', () => {
    expect(findOwnFaces(join(folder, 'none'), [])).toEqual([]);
  });

  test('adds its usable faces to the program’s', () => {
    const fonts = openFonts(root, folder);
    expect(fonts.faces).toContain('NotoSerifSC-Regular');
    expect(fonts.faces).not.toContain('forbidden');
    expect(fonts.file('MaShanZheng-Regular').metrics.glyphOf(0x6c49)).toBeGreaterThan(0);
    expect(() => fonts.file('forbidden')).toThrow(expect.objectContaining({ code: 'fonts.embeddingForbidden' }));
    expect(fonts.fonts.resolve(0x554a, 'MaShanZheng-Regular').face.id).toBe('song-regular');
  });

  test('names only what can be used where a face is unknown', () => {
    const known = (): string => {
      try {
        openFonts(root, folder).file('nobody');
      } catch (error) {
        if (error instanceof InputError) return String(error.params.known);
      }
      return '';
    };
    expect(known().split(' ')).toContain('MaShanZheng-Regular');
    expect(known().split(' ')).not.toContain('forbidden');
  });

  test('gives a face of a collection as a file of its own', () => {
    const alone = readSfnt(inMemory(openFonts(root, folder).bytesOf('NotoSerifSC-Regular')), 0);
    const source = readSfnt(inMemory(small.vertical), 0);
    expect(alone.tags).toEqual(source.tags);
    expect(alone.table('cmap')).toEqual(source.table('cmap'));
  });

  test('is reported with what each face lacks', () => {
    const report = reportOwnFonts(openFonts(root, folder));
    const of = (id: string) => report.find((face) => face.id === id);
    expect(of('FandolFang-Regular')?.missing).toBe(6763 - 2);
    expect(of('FandolFang-Regular-2')).toMatchObject({ missing: 0 });
    expect(of('letter')?.problem?.code).toBe('fonts.notFont');
  });
});

test('the folder is where the system keeps a user’s data, unless BANXIN_FONTS names another', () => {
  expect(ownFontsFolder({ BANXIN_FONTS: '/papers/fonts' }, 'linux')).toBe('/papers/fonts');
  expect(ownFontsFolder({ XDG_DATA_HOME: '/data' }, 'linux')).toBe(join('/data', 'banxin', 'fonts'));
  expect(ownFontsFolder({ APPDATA: 'C:\\Data' }, 'win32')).toContain('Banxin');
});
