import { describe, expect, test } from 'vitest';
import { InputError } from '../../engine/errors';
import {
  CarriedOutlines,
  metricsFromBytes,
  metricsToBytes,
  type OutlineSink,
  outlinesToBytes,
  packMetrics,
} from '../../engine/fonts';
import { fonts, record, type Segment } from './support';

/** What is drawn of glyphs that were carried. */
function drawn(bytes: Uint8Array<ArrayBuffer>): Segment[][] {
  const glyphs: Segment[][] = [];
  new CarriedOutlines(bytes).draw((place) => {
    let sink: OutlineSink | undefined;
    glyphs[place] = record((made) => {
      sink = made;
    });
    return sink!;
  });
  return glyphs;
}

describe('metrics as bytes', () => {
  test.each(['fang-regular', 'title'])('of %s are the same metrics', (id) => {
    const packed = packMetrics(fonts.file(id).metrics);
    expect(metricsFromBytes(id, metricsToBytes(packed))).toEqual(packed);
  });

  test('are taken from the midst of other bytes', () => {
    const packed = packMetrics(fonts.file('title').metrics);
    const bytes = metricsToBytes(packed);
    const wide = new Uint8Array(bytes.length + 16);
    wide.set(bytes, 8);
    expect(metricsFromBytes('title', wide.subarray(8, 8 + bytes.length))).toEqual(packed);
  });
});

describe('outlines as bytes', () => {
  test.each(['song-regular', 'kai-regular', 'fang-regular', 'title'])('of %s are drawn as from the file', (id) => {
    const file = fonts.file(id);
    const glyphs = [...'永东国，（Ag8'].map((character) => file.metrics.glyphOf(character.codePointAt(0)!));
    const straight = glyphs.map((glyph) => record((sink) => file.outline(glyph, sink)));
    expect(straight.every((segments) => segments.length > 4)).toBe(true);
    const rounded = straight.map((segments) => segments.map(([name, ...places]) => [name, ...places.map(Math.fround)]));
    const bytes = outlinesToBytes(file, glyphs);
    expect(drawn(bytes)).toEqual(rounded);
    expect(new CarriedOutlines(bytes).unitsPerEm).toBe(file.metrics.unitsPerEm);
  });

  test('leave a blank and a damaged glyph blank, and those around them whole', () => {
    const file = fonts.file('song-regular');
    const [one, other] = ['上', '下'].map((character) => file.metrics.glyphOf(character.codePointAt(0)!)) as [number, number];
    const blank = file.metrics.glyphOf(0x20);
    const damaged = {
      ...file,
      outline(glyph: number, sink: OutlineSink) {
        file.outline(glyph, sink);
        if (glyph === other) throw new InputError('fonts.damaged', { file: 'song-regular', place: 'glyf' });
      },
    };
    const whole = record((sink) => file.outline(one, sink));
    expect(drawn(outlinesToBytes(damaged, [one, blank, other, one]))).toEqual([whole, [], [], whole]);
  });

  test('end in blanks after more points than any page has', () => {
    const endless = {
      ...fonts.file('title'),
      outline(_: number, sink: OutlineSink) {
        for (let point = 0; point < 1_000_000; point++) sink.lineTo(point, point);
      },
    };
    const counts = [0, 0, 0, 0, 0, 0, 0];
    new CarriedOutlines(outlinesToBytes(endless, [1, 2, 3, 4, 5, 6, 7])).draw((place) => {
      const count = () => void counts[place]!++;
      return { moveTo: count, lineTo: count, quadTo: count, cubicTo: count, close: count };
    });
    expect(counts.slice(0, 2)).toEqual([1_000_000, 1_000_000]);
    expect(counts.slice(-2)).toEqual([0, 0]);
  });

  test('know a glyph number that the face has not as blank', () => {
    expect(drawn(outlinesToBytes(fonts.file('title'), [0xffff]))).toEqual([[]]);
  });
});
