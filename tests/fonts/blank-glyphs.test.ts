/** Fonts that fill places with empty glyphs, as some in circulation do; and damage that shows only where a glyph is drawn. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readOwnFont } from '../../engine/fonts';
import { openFonts } from '../../engine/store/font-files';
import { smallFonts } from './small-fonts';
import { root } from './support';
import { python } from './tools';

const small = smallFonts();
const folder = mkdtempSync(join(tmpdir(), 'banxin-blank-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PROGRAM = `
import sys
from fontTools.ttLib import TTFont
source, target, what = sys.argv[1:]
font = TTFont(source, recalcBBoxes=False)
name = font.getBestCmap()[ord('汉')]
if 'glyf' in font:
    font['glyf'][name] = type(font['glyf'][name])()
else:
    top = font['CFF '].cff.topDictIndex[0]
    charstring = top.CharStrings[name]
    charstring.decompile()
    charstring.program = ['endchar'] if what == 'blank' else [0, 'rlineto', 'rlineto', 30, 'callsubr', 'endchar']
    charstring.bytecode = None
font.save(target)
print('null')
`;

function altered(font: Uint8Array, what: 'blank' | 'damaged'): Uint8Array {
  const [source, target] = [join(folder, 'source'), join(folder, 'changed.otf')];
  writeFileSync(source, font);
  python(PROGRAM, [source, target, what]);
  return new Uint8Array(readFileSync(target));
}

describe.each(['vertical', 'cff'] as const)('the small %s font', (name) => {
  test('lacks a character whose glyph is blank, but no white space', () => {
    const [whole, blank] = [small[name], altered(small[name], 'blank')].map((bytes) => readOwnFont('test', bytes).metrics);
    const glyphs = (text: string) => [...text].map((character) => blank!.glyphOf(character.codePointAt(0)!));
    expect(glyphs('汉')).toEqual([0]);
    expect(glyphs('字，—A')).toEqual([...'字，—A'].map((character) => whole!.glyphOf(character.codePointAt(0)!)));
    expect(glyphs('字，—A')).not.toContain(0);
  });
});

test('a font of the user does not go into a file with a damaged outline', () => {
  altered(small.cff, 'damaged');
  const font = openFonts(root, folder).file('FandolFang-Regular');
  const glyph = (character: string) => font.metrics.glyphOf(character.codePointAt(0)!);
  expect(font.subset([glyph('字')]).format).toBe('cff');
  expect(() => font.subset([glyph('字'), glyph('汉')])).toThrow(expect.objectContaining({ code: 'fonts.damaged' }));
});
