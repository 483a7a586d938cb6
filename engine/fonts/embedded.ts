/** Font programs as PDFs embed them: often without the tables that make a font usable by itself. */
import { type Cff, Op, readCff } from './cff';
import { cffEncoding, cffGlyphNames } from './cff-names';
import { cffOutline } from './cff-outline';
import { glyfProgram } from './embedded-glyf';
import { inMemory, readSfnt, viewOf } from './sfnt';
import { readType1 } from './type1';
import type { OutlineSink } from './types';

export interface EmbeddedProgram {
  readonly kind: 'type1' | 'cff' | 'glyf';
  readonly unitsPerEm: number;
  /** Glyph of a character identifier (CID) of a composite font whose map is the program's own. */
  glyphOfCid(cid: number): number;
  /** Glyph of a one-byte code by the program's own encoding; 0 when it does not tell. */
  glyphOfCode(code: number): number;
  /** Glyph by its name; 0 for none. */
  glyphOfName(name: string): number;
  /** Name of a code by the program's own encoding; empty when it does not tell. */
  nameOfCode(code: number): string;
  /** Glyph of a character by the program's own map; 0 for none. */
  glyphOfCharacter(codePoint: number): number;
  /** Characters by glyph, as far as the program tells. */
  characters(): ReadonlyMap<number, number>;
  /** Throws RangeError where the program is damaged. */
  draw(glyph: number, sink: OutlineSink): void;
}

/**
 * @param bytes Type 1 (FontFile), TrueType or OpenType (FontFile2, FontFile3 /OpenType), or a bare CFF table (FontFile3)
 * @throws RangeError when it is none of these, or damaged
 */
export function readProgram(bytes: Uint8Array): EmbeddedProgram {
  if ((bytes[0] === 0x25 && bytes[1] === 0x21) || bytes[0] === 0x80) return type1Program(bytes);
  if (bytes[0] === 1 && bytes[1] === 0 && (bytes[2] ?? 0) > 3) return cffProgram(readCff(viewOf(bytes)));
  const sfnt = readSfnt(inMemory(bytes), 0);
  return sfnt.has('CFF ') ? cffProgram(readCff(sfnt.table('CFF '))) : glyfProgram(sfnt);
}

function cffProgram(cff: Cff): EmbeddedProgram {
  const scale = cff.top.get(Op.fontMatrix)?.operands[0] ?? 0.001;
  const cidKeyed = cff.top.has(Op.ros);
  const names = cidKeyed ? new Map<string, number>() : cffGlyphNames(cff);
  const byGlyph = new Map([...names].map(([name, glyph]) => [glyph, name]));
  const encoding = cidKeyed ? () => 0 : cffEncoding(cff);
  return {
    kind: 'cff',
    unitsPerEm: scale > 0 ? 1 / scale : 1000,
    glyphOfCid: (cid) => (cidKeyed ? cff.glyphOfString(cid) : cid),
    glyphOfCode: encoding,
    glyphOfName: (name) => names.get(name) ?? 0,
    nameOfCode: (code) => byGlyph.get(encoding(code)) ?? '',
    glyphOfCharacter: () => 0,
    characters: () => new Map(),
    draw: (glyph, sink) => cffOutline(cff, glyph, sink),
  };
}

/** Glyphs of a Type 1 font have names alone: they are numbered as they stand, from 1. */
function type1Program(bytes: Uint8Array): EmbeddedProgram {
  const font = readType1(bytes);
  const names = ['.notdef', ...font.glyphNames.filter((name) => name !== '.notdef')];
  const glyphs = new Map(names.map((name, i) => [name, i]));
  return {
    kind: 'type1',
    unitsPerEm: font.unitsPerEm,
    glyphOfCid: () => 0,
    glyphOfCode: (code) => glyphs.get(font.nameOfCode(code)) ?? 0,
    glyphOfName: (name) => glyphs.get(name) ?? 0,
    nameOfCode: font.nameOfCode,
    glyphOfCharacter: () => 0,
    characters: () => new Map(),
    draw: (glyph, sink) => void font.draw(names[glyph] ?? '.notdef', sink),
  };
}
