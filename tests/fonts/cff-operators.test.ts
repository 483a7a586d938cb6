import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type LoadedFont, readFont } from '../../engine/fonts';
import { readCff } from '../../engine/fonts/cff';
import { cffOutline } from '../../engine/fonts/cff-outline';
import { type ExpectedGlyph, PEN } from './expected';
import { record } from './support';
import { python } from './tools';

const folder = mkdtempSync(join(tmpdir(), 'banxin-cff-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A name-keyed font whose glyphs use every operator that draws or hints, subroutines of both kinds, and an accented letter. */
const BUILD = `${PEN}
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.cffLib import SubrsIndex

path, upm = sys.argv[1], int(sys.argv[2])
box = [0, 'hmoveto', 400, 'hlineto', 'endchar']
programs = {
    '.notdef': box,
    'A': [100, 'vmoveto', 300, 500, 'rlineto', 300, -500, 'rlineto', 'endchar'],
    'acute': [33, 0, 600, 'rmoveto', 50, 100, 30, -100, 'rlineto', 'endchar'],
    'Aacute': [120, 40, 65, 194, 'endchar'],
    'lines': [-20, 10, 20, 'rmoveto', 100, 50, -70, 'hlineto', 10, 20, 30, 40, 'vlineto', 5, 6, 7, 8, 'rlineto', 'endchar'],
    'curves': [10, 20, 'rmoveto', 10, 20, 30, 40, 50, 60, -10, -20, -30, -40, -50, -60, 'rrcurveto',
               1, 2, 3, 4, 5, 6, 7, 8, 'rcurveline', 11, 12, 1, 2, 3, 4, 5, 6, 'rlinecurve', 'endchar'],
    'along': [10, 20, 'rmoveto', 5, 10, 20, 30, 40, 11, 21, 31, 41, 'hhcurveto', 10, 20, 30, 40, 'hhcurveto',
              6, 10, 20, 30, 40, 'vvcurveto', 10, 20, 30, 40, 12, 22, 32, 42, 'vvcurveto', 'endchar'],
    'turning': [10, 20, 'rmoveto', 10, 20, 30, 40, 'hvcurveto', 10, 20, 30, 40, 5, 'hvcurveto',
                10, 20, 30, 40, 11, 21, 31, 41, 'vhcurveto', 10, 20, 30, 40, 11, 21, 31, 41, 7, 'vhcurveto', 'endchar'],
    'flexes': [10, 20, 'rmoveto', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 50, 'flex', 10, 20, 5, 30, 30, 20, 10, 'hflex',
               10, 1, 20, 5, 30, 30, 20, -4, 10, 'hflex1', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 99, 'flex1',
               1, 12, 3, 14, 5, 16, 7, 18, 9, 10, 99, 'flex1', 'endchar'],
    'hints': [600, 10, 20, 30, 40, 'hstemhm', 5, 15, 25, 35, 45, 55, 'hintmask', bytes([0xb8]), 10, 20, 'rmoveto',
              100, 200, 'rlineto', 'cntrmask', bytes([14]), 30, 'vlineto', 'endchar'],
    'numbers': [1000, 'hmoveto', -1000, 108, 'rlineto', 1131, -1131, 'rlineto', 1132, -1132, 'rlineto', 107, -107, 'rlineto',
                -108, 32000, 'rlineto', 0.5, -0.25, 'rlineto', 7, 2, 'div', 1.5, 'rlineto', 'endchar'],
    'calls': [10, 20, 'rmoveto', -107, 'callsubr', -107, 'callgsubr', 'endchar'],
    'tail': [10, 20, 'rmoveto', -106, 'callsubr'],
    'blank': ['endchar'],
    'long': [0, 'hmoveto', -105, 'callsubr', 'endchar'],
}
subrs = [[30, 40, 'rlineto', -106, 'callgsubr', 'return'], [60, 'hlineto', 'endchar'], [2, 'hlineto'] * 60]
globalSubrs = [[70, 'vlineto', 'return'], [80, 90, 'rlineto', 'return']]

fb = FontBuilder(upm, isTTF=False)
fb.setupGlyphOrder(list(programs))
fb.setupCharacterMap({0x4e00 + i: name for i, name in enumerate(programs) if i})
info = {'FontBBox': [0, 0, upm, upm]}
if upm != 1000: info['FontMatrix'] = [1 / upm, 0, 0, 1 / upm, 0, 0]
fb.setupCFF('Operators', info, {name: T2CharString(program=p) for name, p in programs.items()}, {'nominalWidthX': 500})
cff = fb.font['CFF '].cff
cff.topDictIndex[0].Private.Subrs = SubrsIndex()
for p in subrs: cff.topDictIndex[0].Private.Subrs.append(T2CharString(program=p))
for p in globalSubrs: cff.GlobalSubrs.append(T2CharString(program=p))
fb.setupHorizontalMetrics({name: (600, 0) for name in programs})
fb.setupHorizontalHeader(ascent=880, descent=-120)
fb.setupNameTable({'familyName': 'Operators', 'styleName': 'Regular', 'psName': 'Operators'})
fb.setupOS2()
fb.setupPost()
fb.save(path)
font = TTFont(path)
print(json.dumps(expected(font, range(len(programs)))))
`;

describe.each([1000, 2048])('a name-keyed font of %i units', (unitsPerEm) => {
  const path = join(folder, `${unitsPerEm}.otf`);
  const expected = python<ExpectedGlyph[]>(BUILD, [path, String(unitsPerEm)]);
  const font: LoadedFont = readFont('operators', readFileSync(path));

  test('draws as fontTools does', () => {
    expect(expected).toHaveLength(15);
    for (const { glyph, segments, ink } of expected) {
      expect(record((sink) => font.outline(glyph, sink))).toEqual(segments);
      const box = font.metrics.inkOf(glyph);
      expect(box && [box.xMin, box.yMin, box.xMax, box.yMax].map(rounded)).toEqual(ink?.map(rounded));
    }
  });

  test('draws the same from its subset, which calls no subroutines', () => {
    const order = expected.map(({ glyph }) => glyph).slice(1);
    const subset = readCff(viewOf(font.subset([...order].reverse()).program));
    expect([subset.globalSubrs.count, subset.parts.length, subset.parts[0]!.subrs.count]).toEqual([0, 1, 0]);
    for (const { glyph, segments } of expected.slice(1)) {
      const cid = order.length - order.indexOf(glyph);
      expect(record((sink) => cffOutline(subset, cid, sink))).toEqual(segments);
    }
  });

  test('a subroutine that calls itself without end is damage', { timeout: 60_000 }, () => {
    const endless = readFont('endless', withEndlessSubroutine(readFileSync(path)));
    const last = expected.length - 1;
    expect(() => record((sink) => endless.outline(last, sink))).toThrow(expect.objectContaining({ code: 'fonts.damaged' }));
    expect(() => endless.subset([last])).toThrow(expect.objectContaining({ code: 'fonts.damaged' }));
  });

  test('fontTools reads the subset as a CID-keyed font and draws the same', () => {
    const hex = Buffer.from(font.subset(expected.map(({ glyph }) => glyph).slice(1)).program).toString('hex');
    const read = python<{ ros: string[]; matrix: number[]; segments: ExpectedGlyph['segments'][] }>(READ_CFF, [hex]);
    expect(read.ros).toEqual(['Adobe', 'Identity', 0]);
    expect(read.matrix[0]).toBeCloseTo(1 / unitsPerEm, 9);
    expect(read.segments).toEqual(expected.map(({ segments }) => segments));
  });
});

const READ_CFF = `${PEN}
import io
from fontTools.cffLib import CFFFontSet
cff = CFFFontSet()
cff.decompile(io.BytesIO(bytes.fromhex(sys.argv[1])), None, isCFF2=False)
top, out = cff[0], []
for name in top.charset:
    pen = Recorder(None)
    top.CharStrings[name].draw(pen)
    out.append(pen.segments)
print(json.dumps(dict(ros=top.ROS, matrix=top.FontMatrix, segments=out)))
`;

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Turns the sixty lines of the last subroutine (`2 hlineto`) into sixty calls of itself (`-105 callsubr`). */
function withEndlessSubroutine(font: Uint8Array): Uint8Array {
  const lines = Buffer.from([141, 6]);
  const at = Buffer.from(font).indexOf(Buffer.concat(Array.from({ length: 60 }, () => lines)));
  expect(at).toBeGreaterThan(0);
  const bytes = new Uint8Array(font);
  for (let i = 0; i < 60; i++) bytes.set([34, 10], at + 2 * i);
  return bytes;
}
