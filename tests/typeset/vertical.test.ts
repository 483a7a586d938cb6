import { describe, expect, test } from 'vitest';
import { BODY, composeVertical, HEADLINE, type VerticalLine } from '../../engine/typeset';
import { type FakeFontOptions, fakeFonts } from '../fake-font';
import { EM } from './setting';

function vertical(text: string, fonts: FakeFontOptions = {}, style = BODY): VerticalLine {
  return composeVertical([{ text, face: 'hei' }], { ...style, size: EM }, fakeFonts(fonts));
}

/** Top of the em box of each glyph, em; the baseline of the fake faces lies 0.88 em below. */
function tops(line: VerticalLine): number[] {
  return line.glyphs.map((glyph) => glyph.y / EM - 0.88);
}

describe('vertical lines (rule 10)', () => {
  test('Han stands upright, one below the other', () => {
    const line = vertical('春夏秋');
    expect(line.height).toBeCloseTo(3 * EM);
    tops(line).forEach((top, i) => {
      expect(top).toBeCloseTo(i);
    });
    expect(line.glyphs.every((glyph) => glyph.rotate === undefined && Math.abs(glyph.x) < 1e-9)).toBe(true);
  });

  test('brackets turn when the face has no vertical form', () => {
    const line = vertical('（春）');
    expect(line.glyphs.map((glyph) => glyph.rotate)).toEqual([90, undefined, 90]);
    expect(line.height).toBeCloseTo(2 * EM);
  });

  test('brackets take their vertical form where there is one', () => {
    const fonts = {
      verticals: new Map([[0xff08, 0x100]]),
      advances: new Map([[0x100, 1000]]),
      inks: new Map([[0x100, { xMin: 40, yMin: -60, xMax: 960, yMax: 230 }]]),
    };
    const [bracket] = vertical('（春）', fonts).glyphs;
    expect(bracket).toMatchObject({ glyph: 0x100, text: 0xff08 });
    expect(bracket!.rotate).toBeUndefined();
    expect(bracket!.y / EM - 0.23).toBeGreaterThan(0);
    expect(bracket!.y / EM + 0.06).toBeLessThan(0.5);
  });

  test('quotes become brackets', () => {
    expect(vertical('“春”').glyphs.map((glyph) => glyph.glyph)).toEqual([0xfe43, 0x6625, 0xfe44]);
    expect(vertical('‘春’').glyphs.map((glyph) => glyph.glyph)).toEqual([0xfe41, 0x6625, 0xfe42]);
  });

  test('、，。 sit at the top right', () => {
    const [, mark] = vertical('春，夏').glyphs;
    expect(mark!.x).toBeGreaterThan(0.4 * EM);
    expect(mark!.y / EM - 0.88).toBeLessThan(0.6);
  });

  test('two or three figures stand side by side in one em', () => {
    const two = vertical('春12夏');
    expect(two.height).toBeCloseTo(3 * EM);
    expect(two.glyphs[1]!.y).toBeCloseTo(two.glyphs[2]!.y);
    expect(two.glyphs[2]!.x - two.glyphs[1]!.x).toBeCloseTo(0.5 * EM);
    const three = vertical('123');
    expect(three.height).toBeCloseTo(EM);
    expect(three.glyphs[0]!.stretch).toBeCloseTo(2 / 3);
  });

  test('longer numbers and words turn', () => {
    for (const text of ['2024', 'open', '5%']) expect(vertical(text).glyphs.every((glyph) => glyph.rotate === 90)).toBe(true);
  });

  test('letters and acronyms stand upright', () => {
    for (const text of ['A', 'GDP']) expect(vertical(text).glyphs.every((glyph) => glyph.rotate === undefined)).toBe(true);
    expect(vertical('GDP').height).toBeCloseTo(3 * EM);
  });

  test('marks are half an em in a headline, and lose half an em beside each other in text', () => {
    expect(vertical('春，夏', {}, HEADLINE).height).toBeCloseTo(2.5 * EM);
    expect(vertical('春，夏').height).toBeCloseTo(3 * EM);
    expect(vertical('春。”夏').height).toBeCloseTo(3.5 * EM);
    expect(vertical('春，“夏').height).toBeCloseTo(3.5 * EM);
  });

  test('the halves of a dash overlap by a hair in the middle', () => {
    const [, first, second] = vertical('春——').glyphs;
    expect(first!.y / EM + 0.97).toBeCloseTo(2 + 1 / 80, 6);
    expect(second!.y / EM + 0.03).toBeCloseTo(2 - 1 / 80, 6);
    expect(vertical('春——').height).toBeCloseTo(3 * EM);
  });

  test('quotes of a face without vertical brackets are its level ones turned, or another face’s', () => {
    const set = (lacking: string, fallbacks: readonly string[] = []) => {
      const lacks = (codePoint: number, face: string) => face === 'hei' && lacking.includes(String.fromCodePoint(codePoint));
      const style = { ...BODY, size: EM };
      return composeVertical([{ text: '“春', face: 'hei' }], style, fakeFonts({ lacks, fallbacks }));
    };
    expect(set('').glyphs[0]).toMatchObject({ face: 'hei', glyph: 0xfe43 });
    expect(set('﹃').glyphs[0]).toMatchObject({ face: 'hei', glyph: 0x300e, rotate: 90 });
    expect(set('﹃『', ['song']).glyphs[0]).toMatchObject({ face: 'song', glyph: 0xfe43, text: 0x201c });
    expect(set('﹃『', ['song']).fallbacks).toEqual([{ codePoint: 0x201c, face: 'hei', from: 'song' }]);
  });

  test('an empty vertical form is none', () => {
    const form = (glyph: number) => fakeFonts({ verticals: new Map([[0xff0c, glyph]]) });
    const mark = (fonts: ReturnType<typeof fakeFonts>) =>
      composeVertical([{ text: '春，', face: 'hei' }], { ...BODY, size: EM }, fonts).glyphs[1]!;
    expect(mark(form(0x20)).glyph).toBe(0xff0c);
    expect(mark(form(0xfe10)).glyph).toBe(0xfe10);
  });

  test('tracking stands between characters', () => {
    expect(
      composeVertical([{ text: '春夏', face: 'hei' }], { ...HEADLINE, size: EM, tracking: 0.1 }, fakeFonts()).height,
    ).toBeCloseTo(2.1 * EM);
  });
});
