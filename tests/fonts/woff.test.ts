import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../engine/errors';
import { readFont, woffSize, woffToSfnt } from '../../engine/fonts';
import { smallFonts } from './small-fonts';
import { record } from './support';

const inflate = (data: Uint8Array, limit: number): Uint8Array => inflateSync(data, { maxOutputLength: limit });

/** Wraps a font as WOFF 1.0: header of 44 bytes, 20 bytes a table, then the tables, deflated where that is shorter. */
function wrap(sfnt: Uint8Array): Uint8Array {
  const view = new DataView(sfnt.buffer, sfnt.byteOffset, sfnt.length);
  const count = view.getUint16(4);
  const tables = Array.from({ length: count }, (_, i) => {
    const entry = 12 + 16 * i;
    const start = view.getUint32(entry + 8);
    const data = sfnt.subarray(start, start + view.getUint32(entry + 12));
    const packed = deflateSync(data);
    return { tag: sfnt.subarray(entry, entry + 4), data, stored: packed.length < data.length ? packed : data };
  });
  const out = new Uint8Array(44 + 20 * count + tables.reduce((sum, { stored }) => sum + ((stored.length + 3) & ~3), 0));
  const head = new DataView(out.buffer);
  out.set([0x77, 0x4f, 0x46, 0x46]);
  out.set(sfnt.subarray(0, 4), 4);
  head.setUint32(8, out.length);
  head.setUint16(12, count);
  head.setUint32(16, sfnt.length);
  let offset = 44 + 20 * count;
  tables.forEach(({ tag, data, stored }, i) => {
    const entry = 44 + 20 * i;
    out.set(tag, entry);
    [offset, stored.length, data.length].forEach((value, k) => {
      head.setUint32(entry + 4 + 4 * k, value);
    });
    out.set(stored, offset);
    offset += (stored.length + 3) & ~3;
  });
  return out;
}

const { vertical: font } = smallFonts();
const woff = wrap(font);

describe('WOFF', () => {
  test('gives the font that is inside, of the size that its header states', () => {
    const unwrapped = woffToSfnt(woff, inflate, 'x.woff');
    expect(unwrapped.length).toBe(woffSize(woff));
    const [one, other] = [readFont('a', font), readFont('b', unwrapped)];
    const glyph = one.metrics.glyphOf(0x6c49);
    expect(other.metrics.glyphOf(0x6c49)).toBe(glyph);
    expect(record((sink) => other.outline(glyph, sink))).toEqual(record((sink) => one.outline(glyph, sink)));
  });

  test('a plain font is no WOFF', () => {
    expect(woffSize(font)).toBeUndefined();
    expect(() => woffToSfnt(font, inflate, 'x.ttf')).toThrow(expect.objectContaining({ code: 'fonts.notFont' }));
  });

  test('a table that inflates to more than it states is damage, not memory', () => {
    const bomb = woff.slice();
    const view = new DataView(bomb.buffer);
    for (let i = 0; i < view.getUint16(12); i++) {
      const entry = 44 + 20 * i;
      if (view.getUint32(entry + 8) < view.getUint32(entry + 12) - 1) view.setUint32(entry + 12, view.getUint32(entry + 8) + 1);
    }
    expect(() => woffToSfnt(bomb, inflate, 'x.woff')).toThrow(expect.objectContaining({ code: 'fonts.damaged' }));
  });

  test('with bytes changed or cut gives a font or an input error, never worse', () => {
    const change = fc.tuple(fc.nat(woff.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), fc.nat(woff.length), (changes, length) => {
        const bytes = woff.slice(0, length);
        for (const [at, value] of changes) if (at < length) bytes[at] = value;
        try {
          woffToSfnt(bytes, inflate, 'x.woff');
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 150 },
    );
  });
});
