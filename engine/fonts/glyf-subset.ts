/** A TrueType font program with only some glyphs, numbered afresh, for FontFile2 in a PDF. */
import type { FaceInfo } from './face-info';
import { type GlyfTable, isComposite, readParts } from './glyf';
import { bytesOf, type Sfnt, viewOf, writeSfnt } from './sfnt';

/** Tables that hinting needs; copied whole, since the glyphs keep their instructions. */
const HINTING = ['cvt ', 'fpgm', 'prep'];
const MAX_GLYPHS = 65535;

/** Composite glyphs start their record with -1 contours; glyph ids in them are rewritten. */
interface Plan {
  /** Glyph of the whole font for each new id. */
  readonly order: number[];
  /** Its record. */
  readonly records: DataView[];
  /** New id of each part of a composite glyph. */
  readonly partIds: Map<number, number>;
}

/**
 * Glyph ids of the result: 0 is .notdef, then `glyphs` in the order given (repeats kept), then parts of composites.
 * The tables are those that PDF asks for (ISO 32000-2, 9.9), and no others.
 */
export function subsetGlyf(sfnt: Sfnt, info: FaceInfo, table: GlyfTable, glyphs: readonly number[]): Uint8Array {
  const plan = planGlyphs(table, glyphs);
  const { glyf, loca } = writeGlyphs(plan);
  const { hmtx, advanceCount } = writeMetrics(sfnt.table('hmtx'), info, plan.order);
  const tables = new Map<string, Uint8Array>();
  for (const tag of HINTING) if (sfnt.has(tag)) tables.set(tag, bytesOf(sfnt.table(tag)));
  tables.set('glyf', glyf);
  tables.set('head', patched(sfnt.table('head'), 50, 1));
  tables.set('hhea', patched(sfnt.table('hhea'), 34, advanceCount));
  tables.set('hmtx', hmtx);
  tables.set('loca', loca);
  tables.set('maxp', patched(sfnt.table('maxp'), 4, plan.order.length));
  return writeSfnt(new Map([...tables].sort(([a], [b]) => (a < b ? -1 : 1))));
}

function planGlyphs(table: GlyfTable, glyphs: readonly number[]): Plan {
  const order = [0, ...glyphs];
  const records: DataView[] = [];
  const partIds = new Map<number, number>();
  // `order` grows while it is walked: parts may be composites themselves.
  for (let id = 0; id < order.length; id++) {
    const record = table.record(order[id]!);
    records.push(record);
    if (!isComposite(record)) continue;
    for (const { glyph } of readParts(record)) {
      if (partIds.has(glyph)) continue;
      partIds.set(glyph, order.length);
      order.push(glyph);
    }
  }
  if (order.length > MAX_GLYPHS) throw new RangeError('glyf: too many glyphs');
  return { order, records, partIds };
}

function writeGlyphs({ records, partIds }: Plan): { glyf: Uint8Array; loca: Uint8Array } {
  const loca = new Uint8Array(4 * records.length + 4);
  const locaView = viewOf(loca);
  let offset = 0;
  records.forEach((record, id) => {
    offset += (record.byteLength + 3) & ~3;
    locaView.setUint32(4 * id + 4, offset);
  });
  const glyf = new Uint8Array(offset);
  records.forEach((record, id) => {
    const start = locaView.getUint32(4 * id);
    glyf.set(bytesOf(record), start);
    if (isComposite(record)) renumberParts(record, viewOf(glyf.subarray(start)), partIds);
  });
  return { glyf, loca };
}

function renumberParts(record: DataView, copy: DataView, partIds: ReadonlyMap<number, number>): void {
  for (const part of readParts(record)) copy.setUint16(part.at, partIds.get(part.glyph)!);
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
