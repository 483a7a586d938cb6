/** TrueType programs inside PDFs (ISO 32000-1 §9.6.6.4): glyphs by code, by character and by name. */
import { type CharacterMap, glyphAt, readCmap } from './cmap';
import type { EmbeddedProgram } from './embedded';
import { glyfOutline, readGlyf } from './glyf';
import { standardMacNames } from './glyph-names';
import type { Sfnt } from './sfnt';

/** Where symbol fonts keep their one-byte codes. */
const symbolCodes = [0xf000, 0xf100, 0xf200, 0];

export function glyfProgram(sfnt: Sfnt): EmbeddedProgram {
  const head = sfnt.table('head');
  const glyphCount = sfnt.table('maxp').getUint16(4);
  const table = readGlyf(sfnt, { glyphCount, longLoca: head.getInt16(50) === 1 });
  const view = tolerant(() => (sfnt.has('cmap') ? sfnt.table('cmap') : undefined));
  const unicode = tolerant(() => view && readCmap(view, glyphCount));
  const symbol = tolerant(() => view && symbolMap(view));
  const bytewise = tolerant(() => view && byteMap(view));
  const names = tolerant(() => (sfnt.has('post') ? postNames(sfnt.table('post'), glyphCount) : undefined)) ?? new Map();
  const glyphOfCode = (code: number): number =>
    symbol?.(code) || bytewise?.(code) || (unicode && (glyphAt(unicode, code) || glyphAt(unicode, symbolCodes[0]! + code))) || 0;
  return {
    kind: 'glyf',
    unitsPerEm: Math.max(16, head.getUint16(18)),
    glyphOfCid: (cid) => cid,
    glyphOfCode,
    glyphOfName: (name) => names.get(name) ?? numbered(name, glyphCount),
    nameOfCode: () => '',
    glyphOfCharacter: (codePoint) => (unicode ? glyphAt(unicode, codePoint) : 0),
    characters: () => charactersOf(unicode),
    draw: (glyph, sink) => glyfOutline(table, glyph, sink),
  };
}

/** Fonts inside PDFs lack tables, or have damaged ones that no reader needs. */
function tolerant<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Names that programs make up: `g12`, `glyph12`, `gid12`, `index12`. */
function numbered(name: string, glyphCount: number): number {
  const glyph = Number(/^(?:g|glyph|gid|index|cid)(\d+)$/.exec(name)?.[1] ?? 0);
  return glyph < glyphCount ? glyph : 0;
}

function charactersOf(map: CharacterMap | undefined): ReadonlyMap<number, number> {
  const characters = new Map<number, number>();
  if (!map) return characters;
  for (const [page, start] of map.pages.entries()) {
    if (start === 0) continue;
    for (let i = 0; i < 256; i++) {
      const glyph = map.glyphs[256 * start + i] ?? 0;
      if (glyph !== 0 && !characters.has(glyph)) characters.set(glyph, 256 * page + i);
    }
  }
  return characters;
}

function subtables(view: DataView): { platform: number; encoding: number; at: number }[] {
  return Array.from({ length: Math.min(view.getUint16(2), 64) }, (_, i) => ({
    platform: view.getUint16(4 + 8 * i),
    encoding: view.getUint16(6 + 8 * i),
    at: view.getUint32(8 + 8 * i),
  }));
}

/** The subtable of symbol fonts, platform 3 encoding 0. */
function symbolMap(view: DataView): ((code: number) => number) | undefined {
  const found = subtables(view).find(
    ({ platform, encoding, at }) => platform === 3 && encoding === 0 && view.getUint16(at) === 4,
  );
  if (!found) return undefined;
  return (code) => symbolCodes.map((base) => format4(view, found.at, base + code)).find((glyph) => glyph !== 0) ?? 0;
}

function format4(view: DataView, at: number, code: number): number {
  const segments = view.getUint16(at + 6) >> 1;
  for (let i = 0; i < segments; i++) {
    if (code > view.getUint16(at + 14 + 2 * i)) continue;
    const starts = at + 16 + 2 * segments;
    const start = view.getUint16(starts + 2 * i);
    if (code < start) return 0;
    const delta = view.getUint16(starts + 2 * segments + 2 * i);
    const place = starts + 4 * segments + 2 * i;
    const offset = view.getUint16(place);
    if (offset === 0) return (code + delta) & 0xffff;
    const index = place + offset + 2 * (code - start);
    const glyph = index + 1 < view.byteLength ? view.getUint16(index) : 0;
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

/** Subtables of one-byte codes: formats 0 and 6 (Macintosh), and format 4 there. */
function byteMap(view: DataView): ((code: number) => number) | undefined {
  for (const { platform, at } of subtables(view)) {
    const format = view.getUint16(at);
    if (format === 0) return (code) => (code < 256 ? view.getUint8(at + 6 + code) : 0);
    if (format === 4 && platform === 1) return (code) => format4(view, at, code);
    if (format !== 6) continue;
    const [first, count] = [view.getUint16(at + 6), view.getUint16(at + 8)];
    return (code) => (code >= first && code < first + count ? view.getUint16(at + 10 + 2 * (code - first)) : 0);
  }
  return undefined;
}

/** Glyphs by the names of the `post` table, formats 1 and 2. */
function postNames(view: DataView, glyphCount: number): Map<string, number> {
  const names = new Map<string, number>();
  const version = view.getUint32(0);
  if (version === 0x10000) for (const [glyph, name] of standardMacNames.entries()) names.set(name, glyph);
  if (version !== 0x20000) return names;
  const count = Math.min(view.getUint16(32), glyphCount);
  const own: string[] = [];
  for (let at = 34 + 2 * view.getUint16(32); at < view.byteLength; ) {
    const length = view.getUint8(at++);
    let name = '';
    for (let i = 0; i < length && at + i < view.byteLength; i++) name += String.fromCharCode(view.getUint8(at + i));
    own.push(name);
    at += length;
  }
  for (let glyph = count - 1; glyph >= 0; glyph--) {
    const index = view.getUint16(34 + 2 * glyph);
    const name = index < 258 ? standardMacNames[index] : own[index - 258];
    if (name) names.set(name, glyph);
  }
  return names;
}
