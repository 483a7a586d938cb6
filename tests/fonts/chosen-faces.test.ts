import { expect, test } from 'vitest';
import { InputError } from '../../engine/errors';
import { createFontSet, type FaceMetrics, withChosenFaces } from '../../engine/fonts';

/** A face that has just these characters; a glyph is its code point. */
function faceWith(id: string, characters: string): FaceMetrics {
  return {
    id,
    unitsPerEm: 1000,
    ascent: 880,
    descent: -120,
    glyphOf: (codePoint) => (characters.includes(String.fromCodePoint(codePoint)) ? codePoint : 0),
    advanceOf: () => 1000,
    inkOf: () => undefined,
    verticalOf: (glyph) => glyph,
  };
}

const faces: Readonly<Record<string, FaceMetrics>> = {
  song: faceWith('song', '版心字〓'),
  hei: faceWith('hei', '版心字号〓'),
  bao: faceWith('bao', '版心'),
};
const program = createFontSet(
  (id) => {
    const face = faces[id];
    if (!face) throw new InputError('fonts.unknownFace', { face: id });
    return face;
  },
  { song: ['hei'] },
);
const code = (character: string): number => character.codePointAt(0)!;

test('a chosen face plays its part; what it lacks comes from the face of the program, then from its fallbacks', () => {
  const fonts = withChosenFaces(program, [{ role: 'song', face: 'bao' }]);
  expect(fonts.face('song').id).toBe('bao');
  expect(fonts.resolve(code('版'), 'song')).toMatchObject({ face: { id: 'bao' }, fallback: false, missing: false });
  expect(fonts.resolve(code('字'), 'song')).toMatchObject({ face: { id: 'song' }, fallback: true, missing: false });
  expect(fonts.resolve(code('号'), 'song')).toMatchObject({ face: { id: 'hei' }, fallback: true, missing: false });
  expect(fonts.resolve(code('龘'), 'song')).toMatchObject({ glyph: code('〓'), fallback: true, missing: true });
  expect(fonts.resolve(code('版'), 'hei').face.id).toBe('hei');
});

test('a face that is not there leaves its part to the program', () => {
  const fonts = withChosenFaces(program, [{ role: 'song', face: 'elsewhere' }]);
  expect(fonts.resolve(code('版'), 'song')).toMatchObject({ face: { id: 'song' }, fallback: false });
});

test('the same choices give the same set, so that composed text is found again', () => {
  const choices = [{ role: 'song', face: 'bao' }];
  expect(withChosenFaces(program, choices)).toBe(withChosenFaces(program, [...choices]));
  expect(withChosenFaces(program, [])).toBe(program);
});
