/** Names and the encoding of a name-keyed CFF font (Adobe Technical Note 5176, 12 and 13). */
import { type Cff, Op } from './cff';
import { standardStrings } from './glyph-names';
import { standardString } from './standard-encoding';

const supplement = 0x80;

/** Glyph ids by their names; of two alike the first. */
export function cffGlyphNames(cff: Cff): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (let glyph = 0; glyph < cff.charStrings.count; glyph++) {
    const name = nameOf(cff, cff.stringOfGlyph(glyph));
    if (!names.has(name)) names.set(name, glyph);
  }
  return names;
}

function nameOf(cff: Cff, sid: number): string {
  const standard = standardStrings[sid];
  if (standard !== undefined) return standard;
  const own = sid - standardStrings.length;
  return own < cff.strings.count ? String.fromCharCode(...cff.strings.at(own).subarray(0, 256)) : '';
}

/** Glyph of a code by the font's own encoding, 0 for none. */
export function cffEncoding(cff: Cff): (code: number) => number {
  const at = cff.top.get(Op.encoding)?.operands[0] ?? 0;
  // The Expert encoding, 1, belongs to fonts of small capitals and fractions alone: their glyphs are found by name.
  if (at <= 1) return (code) => (at === 0 ? cff.glyphOfString(standardString(code)) : 0);
  const { view } = cff;
  const format = view.getUint8(at);
  const glyphs = new Uint16Array(256);
  let next = at + 2;
  const count = view.getUint8(at + 1);
  for (let i = 0, glyph = 1; i < count; i++) {
    const code = view.getUint8(next++);
    const left = (format & 127) === 1 ? view.getUint8(next++) : 0;
    for (let k = 0; k <= left && code + k < 256; k++) glyphs[code + k] = glyph++;
  }
  if (format & supplement) {
    for (let i = view.getUint8(next++); i > 0; i--, next += 3)
      glyphs[view.getUint8(next)] = cff.glyphOfString(view.getUint16(next + 1));
  }
  return (code) => glyphs[code] ?? 0;
}
