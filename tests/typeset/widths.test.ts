import { describe, expect, test } from 'vitest';
import { naturalWidth } from '../../engine/typeset';
import { HEADLINE } from '../../engine/typeset/styles';
import { fakeFonts } from '../fake-font';
import { EM, positionsOf, setParagraph, widthOf } from './setting';

describe('widths of marks (rule 4)', () => {
  test('in 全角式 a mark is one em', () => {
    expect(widthOf('春，夏')).toBeCloseTo(3);
    expect(widthOf('春。夏')).toBeCloseTo(3);
    expect(widthOf('春（夏')).toBeCloseTo(3);
  });

  test('in 开明式 only 。？！ are one em', () => {
    expect(widthOf('春，夏', { policy: 'open' })).toBeCloseTo(2.5);
    expect(widthOf('春（夏', { policy: 'open' })).toBeCloseTo(2.5);
    expect(widthOf('春？夏', { policy: 'open' })).toBeCloseTo(3);
  });

  test('in 半角式 every mark is half an em', () => {
    expect(widthOf('春，夏。秋！冬', { policy: 'half' })).toBeCloseTo(5.5);
  });

  test.each([
    ['。”', '春。”夏', 3.5],
    ['“《', '春“《夏', 3.5],
    ['》（', '春》（夏', 3.5],
    ['，“', '春，“夏', 3.5],
    ['”）。', '春”）。夏', 4],
  ])('adjacent marks lose half an em each time: %s', (_, text, width) => {
    expect(widthOf(text)).toBeCloseTo(width);
  });

  test('the white of a closing pair is cut inside, so that both marks stand close to the text', () => {
    const [, stop, quote, next] = positionsOf(setParagraph('春。”夏', 20).lines[0]!);
    expect(quote! - stop!).toBeCloseTo(0.5);
    expect(next! - quote!).toBeCloseTo(1);
  });

  test('an opening mark at a line start loses its white, after the indent too', () => {
    expect(widthOf('（春）夏')).toBeCloseTo(3.5);
    const [bracket, spring] = positionsOf(setParagraph('（春）夏', 20, { indent: 2 }).lines[0]!);
    expect(bracket).toBeCloseTo(1.5);
    expect(spring).toBeCloseTo(2.5);
  });

  test('middle dot and slash are half an em', () => {
    expect(widthOf('春·夏')).toBeCloseTo(2.5);
    expect(widthOf('春/夏')).toBeCloseTo(2.5);
    expect(widthOf('春-夏')).toBeCloseTo(2.5);
    expect(widthOf('春～夏')).toBeCloseTo(3);
    expect(widthOf('春—夏')).toBeCloseTo(3);
  });

  test('dash and ellipsis are two em in every policy', () => {
    expect(widthOf('春——夏')).toBeCloseTo(4);
    expect(widthOf('春……夏', { policy: 'half' })).toBeCloseTo(4);
    expect(widthOf('春⸺夏')).toBeCloseTo(4);
  });

  test('two of ？！ share one em, three take two', () => {
    expect(widthOf('春？！夏')).toBeCloseTo(3);
    expect(widthOf('春！！！夏')).toBeCloseTo(4);
    expect(widthOf('春！！！！夏')).toBeCloseTo(4);
  });
});

describe('cells do not trust the font', () => {
  test('quotes of 350 units fill half an em of their own', () => {
    const fonts = {
      advances: new Map([[0x201c, 350]]),
      inks: new Map([[0x201c, { xMin: 50, yMin: 500, xMax: 300, yMax: 800 }]]),
    };
    expect(widthOf('春“夏', { fonts })).toBeCloseTo(3);
    const [, quote] = positionsOf(setParagraph('春“夏', 20, { fonts }).lines[0]!);
    expect(quote).toBeCloseTo(1.5 + (0.5 - 0.35) / 2);
  });

  test('a full-width middle dot is centred in half an em', () => {
    const fonts = { inks: new Map([[0xb7, { xMin: 400, yMin: 300, xMax: 600, yMax: 500 }]]), advances: new Map([[0xb7, 1000]]) };
    const [, dot] = positionsOf(setParagraph('春·夏', 20, { fonts }).lines[0]!);
    expect(dot! + 0.5).toBeCloseTo(1.25);
  });

  /** A face with a dash drawn for Latin text, and a bar as thick as `bar` units. */
  const latinDash = (bar: number) => ({
    advances: new Map([[0x2014, 890]]),
    inks: new Map([
      [0x2014, { xMin: 43, yMin: 240, xMax: 846, yMax: 290 }],
      [0x2015, { xMin: 70, yMin: 360, xMax: 930, yMax: 360 + bar }],
    ]),
  });
  const withoutBar = { ...latinDash(0), lacks: (codePoint: number) => codePoint === 0x2015 };

  test('the ink of the two halves of a dash overlaps by a hair', () => {
    const [, first, second] = positionsOf(setParagraph('春——夏', 20, { fonts: withoutBar }).lines[0]!);
    expect(first! + 0.846).toBeCloseTo(2 + 1 / 80, 6);
    expect(second! + 0.043).toBeCloseTo(2 - 1 / 80, 6);
  });

  test('a dash at the edge of a line is flush with it', () => {
    const { lines } = setParagraph('春夏——秋冬', 4, { fonts: withoutBar });
    expect(positionsOf(lines[0]!).at(-1)! + 0.89).toBeCloseTo(4);
    expect(positionsOf(setParagraph('——春', 4, { fonts: withoutBar }).lines[0]!)[0]).toBeCloseTo(0);
  });

  test('a bar of Han width and like weight stands in for a Latin dash', () => {
    const shown = (bar: number) => {
      const [run] = setParagraph('——', 20, { fonts: latinDash(bar) }).lines[0]!.runs;
      return { glyphs: [...run!.glyphs], text: [...run!.text] };
    };
    expect(shown(40)).toEqual({ glyphs: [0x2015, 0x2015], text: [0x2014, 0x2014] });
    expect(shown(20).glyphs).toEqual([0x2014, 0x2014]);
  });

  test('a Han glyph narrower than the em stands in its middle', () => {
    const fonts = { advances: new Map([[0x6625, 800]]) };
    expect(widthOf('春夏', { fonts })).toBeCloseTo(2);
    expect(positionsOf(setParagraph('春夏', 20, { fonts }).lines[0]!)[0]).toBeCloseTo(0.1);
  });
});

describe('CJK–Latin gap (rule 7)', () => {
  test('stands between Han and letters or figures', () => {
    expect(widthOf('共3人')).toBeCloseTo(2.5 + 2 / 6);
    expect(widthOf('共3人', { latinGap: 0 })).toBeCloseTo(2.5);
  });

  test('does not stand at line edges, beside marks or inside brackets', () => {
    expect(widthOf('3')).toBeCloseTo(0.5);
    expect(widthOf('共（3）人')).toBeCloseTo(4.5);
    expect(widthOf('共，3')).toBeCloseTo(2.5);
  });

  test('full-width signs bring their own white', () => {
    expect(widthOf('共℃人')).toBeCloseTo(3);
  });
});

describe('one line', () => {
  test('naturalWidth is what a line takes', () => {
    const style = { ...HEADLINE, size: EM };
    expect(naturalWidth([{ text: '“春”3', face: 'hei' }], style, fakeFonts()) / EM).toBeCloseTo(0.5 + 1 + 0.5 + 0.5);
    expect(naturalWidth([], style, fakeFonts())).toBe(0);
  });

  test('tracking stands after every character but the last, not inside a dash', () => {
    expect(widthOf('春夏秋', { tracking: 0.1 })).toBeCloseTo(3.2);
    expect(widthOf('春——', { tracking: 0.1 })).toBeCloseTo(3.1);
  });

  test('sizes may differ inside a paragraph', () => {
    const text = [
      { text: '春', face: 'hei', size: 2 * EM },
      { text: '夏', face: 'song' },
    ];
    const [line] = setParagraph(text, 10).lines;
    expect(line!.natural / EM).toBeCloseTo(3);
    expect(line!.runs.map((run) => [run.face, run.size])).toEqual([
      ['hei', 20],
      ['song', 10],
    ]);
  });
});
