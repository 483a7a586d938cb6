/** A TrueType font program with only some glyphs, numbered afresh, for FontFile2 in a PDF. */
import type { FaceInfo } from './face-info';
import { type GlyfTable, readParts } from './glyf';
import { bytesOf, type Sfnt, viewOf, writeSfnt } from './sfnt';

/** Tables that hinting needs; copied whole, since the glyphs keep their instructions. */
const HINTING = ['cvt ', 'fpgm', 'prep'];
const MAX_GLYPHS = 65535;

/** What is read of a face already. */
interface FaceTables {
  readonly table: GlyfTable;
  /** Its `hmtx`. */
  readonly metrics: DataView;
}

/** The tables of the outlines, and the glyph of the whole font for each new id. */
interface Outlines {
  readonly order: readonly number[];
  readonly glyf: Uint8Array;
  readonly loca: Uint8Array;
}

/**
 * Glyph ids of the result: 0 is .notdef, then `glyphs` in the order given (repeats kept), then parts of composites.
 * The tables are those that PDF asks for (ISO 32000-2, 9.9), and no others.
 */
export function subsetGlyf(sfnt: Sfnt, info: FaceInfo, { table, metrics }: FaceTables, glyphs: readonly number[]): Uint8Array {
  const { order, glyf, loca } = writeGlyphs(table, glyphs);
  const { hmtx, advanceCount } = writeMetrics(metrics, info, order);
  const tables = new Map<string, Uint8Array>();
  for (const tag of HINTING) if (sfnt.has(tag)) tables.set(tag, bytesOf(sfnt.table(tag)));
  tables.set('glyf', glyf);
  tables.set('head', patched(sfnt.table('head'), 50, 1));
  tables.set('hhea', patched(sfnt.table('hhea'), 34, advanceCount));
  tables.set('hmtx', hmtx);
  tables.set('loca', loca);
  tables.set('maxp', patched(sfnt.table('maxp'), 4, order.length));
  return writeSfnt(new Map([...tables].sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Records one after another, and behind them those that their composites are put together from, which are numbered afresh in them. */
function writeGlyphs(table: GlyfTable, glyphs: readonly number[]): Outlines {
  const order = [0, ...glyphs];
  const ends: number[] = [];
  const chunks: Uint8Array[] = [];
  const composites: DataView[] = [];
  const partIds = new Map<number, number>();
  // `order` grows while it is walked: parts may be composites themselves.
  while (ends.length < order.length) {
    const chunk = copyRecords(table, order.slice(ends.length), ends);
    chunks.push(chunk.glyf);
    for (const record of chunk.composites) {
      composites.push(record);
      for (const { glyph } of readParts(record)) {
        if (partIds.has(glyph)) continue;
        partIds.set(glyph, order.length);
        order.push(glyph);
      }
    }
    if (order.length > MAX_GLYPHS) throw new RangeError('glyf: too many glyphs');
  }
  for (const record of composites) {
    for (const { at, glyph } of readParts(record)) record.setUint16(at, partIds.get(glyph)!);
  }
  return { order, glyf: joined(chunks), loca: writeLoca(ends) };
}

/** The records of some glyphs, each on a multiple of four bytes, with those of them that are composites; their ends are added to `ends`. */
function copyRecords(
  table: GlyfTable,
  glyphs: readonly number[],
  ends: number[],
): { readonly glyf: Uint8Array; readonly composites: readonly DataView[] } {
  const before = ends.at(-1) ?? 0;
  let end = before;
  for (let i = 0; i < glyphs.length; i++) {
    end += (table.lengthOf(glyphs[i]!) + 3) & ~3;
    ends.push(end);
  }
  const glyf = new Uint8Array(end - before);
  const composites: DataView[] = [];
  let start = 0;
  for (let i = 0; i < glyphs.length; i++) {
    const length = table.copy(glyphs[i]!, glyf, start);
    // A composite has -1 contours.
    if (length > 0 && glyf[start]! >= 0x80) composites.push(new DataView(glyf.buffer, start, length));
    start += (length + 3) & ~3;
  }
  return { glyf, composites };
}

function writeLoca(ends: readonly number[]): Uint8Array {
  const loca = new Uint8Array(4 * ends.length + 4);
  const view = viewOf(loca);
  for (let id = 0; id < ends.length; id++) view.setUint32(4 * id + 4, ends[id]!);
  return loca;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Full records up to the last glyph whose advance differs from the final one, side bearings alone behind it. */
function writeMetrics(source: DataView, info: FaceInfo, order: readonly number[]): { hmtx: Uint8Array; advanceCount: number } {
  const lastFull = info.advanceCount - 1;
  const advanceOf = (glyph: number): number => source.getUint16(4 * Math.min(glyph, lastFull));
  const bearingOf = (glyph: number): number =>
    glyph <= lastFull ? source.getInt16(4 * glyph + 2) : source.getInt16(4 * info.advanceCount + 2 * (glyph - info.advanceCount));
  const final = advanceOf(order.at(-1)!);
  let advanceCount = order.length;
  while (advanceCount > 1 && advanceOf(order[advanceCount - 2]!) === final) advanceCount--;
  const hmtx = new Uint8Array(2 * advanceCount + 2 * order.length);
  const view = viewOf(hmtx);
  let at = 0;
  order.forEach((glyph, id) => {
    if (id < advanceCount) {
      view.setUint16(at, advanceOf(glyph));
      at += 2;
    }
    view.setInt16(at, bearingOf(glyph));
    at += 2;
  });
  return { hmtx, advanceCount };
}

/** A copy of a table with one 16-bit field changed. */
function patched(table: DataView, offset: number, value: number): Uint8Array {
  const copy = bytesOf(table).slice();
  viewOf(copy).setUint16(offset, value);
  return copy;
}
