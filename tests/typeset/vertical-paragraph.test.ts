import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BODY, composeVerticalParagraph } from '../../engine/typeset';
import { fakeFonts } from '../fake-font';
import { EM } from './setting';

const fonts = fakeFonts();

function set(text: string, chars: number, indent = 0) {
  const style = { ...BODY, size: EM, measure: chars * EM, indent };
  return composeVerticalParagraph([{ text, face: 'song' }], style, fonts);
}

const texts = (text: string, chars: number, indent = 0) =>
  set(text, chars, indent).map((line) => text.slice(line.start, line.end));

describe('a paragraph of vertical text', () => {
  test('fills lines of the measure, the first indented', () => {
    expect(texts('春夏秋冬东南西北天地', 4)).toEqual(['春夏秋冬', '东南西北', '天地']);
    const lines = set('春夏秋冬东南西北天地', 4, 2);
    expect(lines.map((line) => line.offset / EM)).toEqual([2, 0, 0]);
    expect(lines.map((line) => line.end - line.start)).toEqual([2, 4, 4]);
  });

  test('starts no line with a mark that may not start one', () => {
    expect(texts('春夏秋冬，东南西北', 4)).toEqual(['春夏秋', '冬，东南', '西北']);
    for (const line of texts('春夏“秋冬”东南。西北', 3)) expect(line).not.toMatch(/^[”。]|“$/u);
  });

  test('opens all lines but the last to the measure', () => {
    const lines = set('春夏秋冬，东南西北天地人和，日月山川', 5);
    for (const line of lines.slice(0, -1)) expect(line.height / EM).toBeCloseTo(5);
  });

  test('leaves no single character to the last line', () => {
    const lines = texts('春夏秋冬东南西北天', 8);
    expect(lines.map((line) => line.length)).toEqual([7, 2]);
    expect(texts('春夏秋冬东南西北天……', 9)).toEqual(['春夏秋冬东南西', '北天……']);
  });

  test('keeps two or three figures in one em, and breaks none', () => {
    for (const line of texts('春12夏345秋67冬8901东', 3)) expect(line).not.toMatch(/(?<!\d)(?:^\d$)/u);
    expect(texts('春夏12', 3)).toEqual(['春夏12']);
  });

  test('loses and repeats nothing, never passes the measure, and says the same twice', () => {
    const all = fc.array(fc.constantFrom(...'春夏秋冬，。“”（）！？、—…12A bGDP《》·'), { maxLength: 60 });
    fc.assert(
      fc.property(all, fc.integer({ min: 2, max: 20 }), (characters, chars) => {
        const text = characters.join('');
        const lines = set(text, chars);
        expect(lines.map((line) => text.slice(line.start, line.end)).join('')).toBe(text);
        for (const { height, glyphs } of lines)
          if (glyphs.length > 1) expect(height).toBeLessThanOrEqual(Math.max(2, chars) * EM + 1e-6);
        expect(set(text, chars)).toEqual(lines);
      }),
      { numRuns: 200 },
    );
  });

  test('sets no more lines than are asked for', () => {
    const style = { ...BODY, size: EM, measure: 5 * EM };
    expect(composeVerticalParagraph([{ text: '春夏秋冬'.repeat(50_000), face: 'song' }], style, fonts, 3)).toHaveLength(3);
  });
});
