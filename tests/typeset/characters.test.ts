import { describe, expect, test } from 'vitest';
import { CharacterClass as C } from '../../engine/typeset/character-classes';
import { collect } from '../../engine/typeset/collect';
import { linesOf, positionsOf, setParagraph } from './setting';

/** Class of the character at an index. */
function classAt(text: string, index: number): number {
  return collect([{ text, face: 'song' }]).classes[index]!;
}

describe('classes that depend on context', () => {
  test('a quote between letters is an apostrophe, elsewhere a Chinese mark', () => {
    expect(classAt('it’s', 2)).toBe(C.Letter);
    expect(classAt('‘春’', 2)).toBe(C.Closer);
    expect(classAt('‘open’', 0)).toBe(C.Opener);
  });

  test('double quotes inside Latin text are Latin, around a word in Chinese text they are Chinese', () => {
    expect(classAt('say “open” now', 4)).toBe(C.LatinOpener);
    expect(classAt('say “open” now', 9)).toBe(C.LatinCloser);
    expect(classAt('他说“open”', 2)).toBe(C.Opener);
    expect(classAt('他说“open”', 7)).toBe(C.Closer);
  });

  test('a hyphen connects Han, signs a number, joins a word', () => {
    expect(classAt('京-沪', 1)).toBe(C.Connector);
    expect(classAt('气温-3', 2)).toBe(C.Prefix);
    expect(classAt('self-made', 4)).toBe(C.Hyphen);
    expect(classAt('0515-88', 4)).toBe(C.Hyphen);
  });

  test('one — connects, two are a dash', () => {
    expect(classAt('京—沪', 1)).toBe(C.Connector);
    expect(classAt('京——沪', 1)).toBe(C.Dash);
    expect(classAt('京——沪', 2)).toBe(C.Dash);
  });

  test('a slash beside Han is a mark, in an address a letter', () => {
    expect(classAt('春/夏', 1)).toBe(C.Slash);
    expect(classAt('a/b', 1)).toBe(C.Letter);
  });

  test('× between Han stands for a character', () => {
    expect(classAt('×××村', 1)).toBe(C.Han);
    expect(classAt('3×4', 1)).toBe(C.Letter);
  });
});

describe('characters without a glyph', () => {
  test('variation selectors, joiners and controls take no room and are kept in the text', () => {
    const paragraph = setParagraph('葛\ufe00\u200b春\u0007', 10);
    expect(paragraph.lines[0]!.end).toBe(5);
    expect(positionsOf(paragraph.lines[0]!)).toEqual([0, 1]);
  });

  test('an accent stays on its letter', () => {
    const [line] = setParagraph('e\u0301a', 10).lines;
    expect(line!.natural).toBeCloseTo(10);
    expect(linesOf('ee\u0301', 0.5)).toEqual(['e', 'e\u0301']);
  });

  test('a lone surrogate becomes U+FFFD', () => {
    expect([...setParagraph('春\ud800', 10).lines[0]!.runs[0]!.text]).toEqual([0x6625, 0xfffd]);
  });

  test('a character beyond the basic plane is one character', () => {
    expect(linesOf('𠮷𠮷', 1)).toEqual(['𠮷', '𠮷']);
  });
});

describe('spaces', () => {
  test('fall away where a line ends', () => {
    expect(linesOf('open  page', 2.5)).toEqual(['open', 'page']);
    expect(linesOf('春夏\u3000秋冬', 2.2)).toEqual(['春夏', '秋冬']);
  });

  test('at the start of a paragraph stay', () => {
    expect(positionsOf(setParagraph('\u3000\u3000春', 10).lines[0]!)).toEqual([0, 1, 2]);
  });

  test('a text of blanks is one empty line, an empty text none', () => {
    expect(setParagraph('   ', 10).lines).toHaveLength(1);
    expect(setParagraph('', 10).lines).toHaveLength(0);
  });

  test('a no-break space holds', () => {
    expect(linesOf('春夏 a\u00a0b', 3)).toEqual(['春夏', 'a\u00a0b']);
  });
});

describe('faces', () => {
  test('a missing character comes from another face and is reported once', () => {
    const fonts = { lacks: (c: number, face: string) => c === 0x6625 && face === 'song', fallbacks: ['hei'] };
    const { lines, fallbacks } = setParagraph('夏春春', 10, { fonts });
    expect(lines[0]!.runs.map((run) => run.face)).toEqual(['song', 'hei']);
    expect(fallbacks).toEqual([{ codePoint: 0x6625, face: 'song', from: 'hei' }]);
  });

  test('〓 stands for a character that no face has', () => {
    const { lines, fallbacks } = setParagraph('春', 10, { fonts: { lacks: (c) => c === 0x6625 } });
    expect([...lines[0]!.runs[0]!.glyphs]).toEqual([0x3013]);
    expect([...lines[0]!.runs[0]!.text]).toEqual([0x6625]);
    expect(fallbacks).toEqual([{ codePoint: 0x6625, face: 'song' }]);
  });

  test('runs carry their tag; texts of one face, size and tag are one run', () => {
    const [line] = setParagraph(
      [
        { text: '春', face: 'song', tag: 'a' },
        { text: '夏', face: 'song', tag: 'a' },
        { text: '秋', face: 'song', tag: 'b' },
      ],
      10,
    ).lines;
    expect(line!.runs.map((run) => [run.tag, run.glyphs.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });
});
