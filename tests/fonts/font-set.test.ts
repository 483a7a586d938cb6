import { describe, expect, test } from 'vitest';
import { InputError } from '../../engine/errors';
import { createFontSet, type FaceMetrics, packMetrics, unpackMetrics } from '../../engine/fonts';
import { codePoints, fonts } from './support';

function face(id: string, characters: string): FaceMetrics {
  const known = codePoints(characters);
  return {
    id,
    unitsPerEm: 1000,
    ascent: 880,
    descent: -120,
    glyphOf: (codePoint) => known.indexOf(codePoint) + 1,
    advanceOf: () => 1000,
    inkOf: () => undefined,
    verticalOf: (glyph) => glyph,
  };
}

const faces = new Map([face('fang', '甲'), face('song', '甲乙〓'), face('hei', '甲乙丙〓')].map((one) => [one.id, one]));
const asked: string[] = [];
const set = createFontSet(
  (id) => {
    asked.push(id);
    const found = faces.get(id);
    if (!found) throw new InputError('fonts.unknownFace', { face: id });
    return found;
  },
  { fang: ['song', 'hei'], song: ['hei'] },
);

describe('fallback, character by character', () => {
  test('the asked face comes first, the others in their order', () => {
    expect(set.resolve(0x7532, 'fang')).toEqual({ face: faces.get('fang'), glyph: 1, fallback: false, missing: false });
    expect(set.resolve(0x4e59, 'fang')).toMatchObject({ face: faces.get('song'), glyph: 2, fallback: true, missing: false });
    expect(set.resolve(0x4e19, 'fang')).toMatchObject({ face: faces.get('hei'), glyph: 3, fallback: true, missing: false });
  });

  test('〓 stands in for a character that no face has', () => {
    expect(set.resolve(0x4e01, 'fang')).toMatchObject({ face: faces.get('song'), glyph: 3, fallback: true, missing: true });
    expect(set.resolve(0x4e01, 'hei')).toMatchObject({ face: faces.get('hei'), glyph: 4, fallback: true, missing: true });
  });

  test('a sign that no face has is shown by the sort for the same thing, and said to be', () => {
    const faces = createFontSet((id) => face(id, id === 'song' ? '乐樂✓〓' : '✗'), { song: ['hei'] });
    expect(faces.resolve(0x2714, 'song')).toMatchObject({ glyph: 3, fallback: true, missing: false });
    expect(faces.resolve(0x274c, 'song')).toMatchObject({ face: { id: 'hei' }, glyph: 1, missing: false });
    expect(faces.resolve(0xf914, 'song')).toMatchObject({ glyph: 2, fallback: true, missing: false });
  });

  test('a face is loaded once', () => {
    set.resolve(0x7532, 'fang');
    set.face('fang');
    expect(asked.filter((id) => id === 'fang')).toHaveLength(1);
  });

  test('an unknown face is an input error', () => {
    expect(() => set.resolve(0x7532, 'bao')).toThrow(InputError);
  });

  test('without 〓 anywhere the set says so', () => {
    const bare = createFontSet(() => face('bare', '甲'), {});
    expect(() => bare.resolve(0x4e59, 'bare')).toThrow(expect.objectContaining({ code: 'fonts.noGeta' }));
  });
});

describe('the faces of the program', () => {
  test('a character that FangSong lacks comes from the Song face', () => {
    const resolved = fonts.fonts.resolve(0x33a1, 'fang-regular');
    expect(resolved).toMatchObject({ fallback: true, missing: false });
    expect(resolved.face.id).toBe('song-regular');
  });

  test.each(fonts.faces)('%s shows the rare characters of names and the signs of newspapers', (id) => {
    const rare =
      '㑇㕮㘎㙍㛃㟃㤘㧐㫰㬊㭎㳇㴔㸆㺄䁖䂮䅟䌹䎃䏝䓖䗖䜣䝙䢺䣘䥽䲟䴓䶮𠳐𡎚𡐓𣗋𣲗𤩽𤫉𥔲𦈡𦒍𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𩽾𩾃𩾌𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄨𫍯𫏋𫔍𫖮𫗧𫘝𫛭𫚖𫟹𫠊𫭼𫮃𫰛𫵷𫷷𬀩𬂩𬃊𬇕𬊤𬍛𬒈𬕂𬘓𬙊𬜬𬟽𬣙𬩽𬬭𬭊𬮱𬯎𬱖𬴂𬴊𬶋𬷕𬸘𬸚𬸣𬺓';
    const signs = 'CO₂H₂SO₄x²³⁻ⁿ℃㎡№℡①⑳㊿⑴㈠㊀ⅠⅫ€£¥°′″←→▲●★☆□■◆✓✔✗☑½⅓×÷±≈≤≥†※♪☎αβΩéǎǚñ㍿';
    const lacking = [...rare, ...signs].filter((character) => fonts.fonts.resolve(character.codePointAt(0)!, id).missing);
    expect(lacking).toEqual([]);
  });

  test.each(fonts.faces)('%s has 〓 for a character outside Unicode', (id) => {
    expect(fonts.fonts.resolve(0x10fffd, id)).toMatchObject({ missing: true, fallback: true });
  });
});

describe('packed metrics', () => {
  test.each(['song-regular', 'fang-regular'])('%s says the same after a trip to another thread', (id) => {
    const original = fonts.file(id).metrics;
    const copy = unpackMetrics(structuredClone(packMetrics(original)));
    for (const codePoint of codePoints('汉字，。“”·（）《》—…×A1!𠂉㎡')) {
      const glyph = original.glyphOf(codePoint);
      expect(copy.glyphOf(codePoint)).toBe(glyph);
      expect(copy.advanceOf(glyph)).toBe(original.advanceOf(glyph));
      expect(copy.verticalOf(glyph)).toBe(original.verticalOf(glyph));
    }
    for (const codePoint of codePoints('，。“”·（）《》—…×!')) {
      const glyph = original.glyphOf(codePoint);
      expect(copy.inkOf(glyph)).toEqual(rounded(original.inkOf(glyph)));
    }
  });
});

/** Packed ink is whole units, outwards. */
function rounded(ink: ReturnType<FaceMetrics['inkOf']>) {
  return ink && { xMin: Math.floor(ink.xMin), yMin: Math.floor(ink.yMin), xMax: Math.ceil(ink.xMax), yMax: Math.ceil(ink.yMax) };
}
