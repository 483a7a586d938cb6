/** Font programs as PDFs embed them: often without the tables that make a font usable by itself. */
import { type Cff, Op, readCff } from './cff';
import { cffOutline, standardString } from './cff-outline';
import { type CharacterMap, glyphAt, readCmap } from './cmap';
import { glyfOutline, readGlyf } from './glyf';
import { inMemory, readSfnt, type Sfnt, viewOf } from './sfnt';
import type { OutlineSink } from './types';

export interface EmbeddedProgram {
  readonly unitsPerEm: number;
  /** Glyph of a character identifier (CID) of a composite font whose map is the program's own. */
  glyphOfCid(cid: number): number;
  /** Glyph of a one-byte code of a simple font; 0 when the program does not tell. */
  glyphOfCode(code: number): number;
  /** Throws RangeError where the program is damaged. */
  draw(glyph: number, sink: OutlineSink): void;
}

/**
 * @param bytes TrueType or OpenType (FontFile2, FontFile3 /OpenType), or a bare CFF table (FontFile3)
 * @throws RangeError when it is neither, or damaged
 */
export function readProgram(bytes: Uint8Array): EmbeddedProgram {
  if (bytes[0] === 1 && bytes[1] === 0 && (bytes[2] ?? 0) > 3) return cffProgram(readCff(viewOf(bytes)));
  const sfnt = readSfnt(inMemory(bytes), 0);
  return sfnt.has('CFF ') ? cffProgram(readCff(sfnt.table('CFF '))) : glyfProgram(sfnt);
}

function cffProgram(cff: Cff): EmbeddedProgram {
  const scale = cff.top.get(Op.fontMatrix)?.operands[0] ?? 0.001;
  const cidKeyed = cff.top.has(Op.ros);
  return {
    unitsPerEm: scale > 0 ? 1 / scale : 1000,
    glyphOfCid: (cid) => (cidKeyed ? cff.glyphOfString(cid) : cid),
    glyphOfCode: (code) => (cidKeyed ? 0 : cff.glyphOfString(standardString(code))),
    draw: (glyph, sink) => cffOutline(cff, glyph, sink),
  };
}

/** Where symbol fonts keep their one-byte codes. */
const symbolCodes = 0xf000;

function glyfProgram(sfnt: Sfnt): EmbeddedProgram {
  const head = sfnt.table('head');
  const glyphCount = sfnt.table('maxp').getUint16(4);
  const table = readGlyf(sfnt, { glyphCount, longLoca: head.getInt16(50) === 1 });
  const map = characterMap(sfnt, glyphCount);
  const bytewise = sfnt.has('cmap') ? byteMap(sfnt.table('cmap')) : undefined;
  return {
    unitsPerEm: Math.max(16, head.getUint16(18)),
    glyphOfCid: (cid) => cid,
    glyphOfCode: (code) => (map && (glyphAt(map, code) || glyphAt(map, symbolCodes + code))) || bytewise?.(code) || 0,
    draw: (glyph, sink) => glyfOutline(table, glyph, sink),
  };
}

function characterMap(sfnt: Sfnt, glyphCount: number): CharacterMap | undefined {
  try {
    return readCmap(sfnt.table('cmap'), glyphCount);
  } catch {
    return undefined;
  }
}

/** Subtables of one-byte codes: formats 0 and 6 (Macintosh). */
function byteMap(view: DataView): ((code: number) => number) | undefined {
  for (let i = 0; i < view.getUint16(2); i++) {
    const at = view.getUint32(8 + 8 * i);
    const format = view.getUint16(at);
    if (format === 0) return (code) => (code < 256 ? view.getUint8(at + 6 + code) : 0);
    if (format !== 6) continue;
    const [first, count] = [view.getUint16(at + 6), view.getUint16(at + 8)];
    return (code) => (code >= first && code < first + count ? view.getUint16(at + 10 + 2 * (code - first)) : 0);
  }
  return undefined;
}
