/** Forms for vertical text: single substitutions of the feature `vert` in the `GSUB` table. */
import { tagAt } from './sfnt';

const SINGLE = 1;
const EXTENSION = 7;

/**
 * Glyph → vertical form for simplified Chinese: script `hani` (else `DFLT`, else the first), language `ZHS `
 * (else the script's default), feature `vert` (else `vrt2`).
 */
export function readVertical(view: DataView, glyphCount: number): Map<number, number> {
  const forms = new Map<number, number>();
  const features = featuresOf(view);
  const featureList = view.getUint16(6);
  const named = (tag: string): number[] => features.filter((i) => tagAt(view, featureList + 2 + 6 * i) === tag);
  const vert = named('vert');
  const lookups = new Set((vert.length ? vert : named('vrt2')).flatMap((i) => lookupsOf(view, featureList, i)));
  for (const lookup of [...lookups].sort((a, b) => a - b)) readLookup(view, lookup, glyphCount, forms);
  return forms;
}

/** Indices of the features of the script and language. */
function featuresOf(view: DataView): number[] {
  const scripts = recordsOf(view, view.getUint16(4));
  const script = scripts.get('hani') ?? scripts.get('DFLT') ?? [...scripts.values()][0];
  if (script === undefined) return [];
  const byDefault = view.getUint16(script);
  const language = recordsOf(view, script + 2, script).get('ZHS ') ?? (byDefault ? script + byDefault : undefined);
  return language === undefined ? [] : uint16List(view, language + 4);
}

/** Tag → offset from the table's start, of a list of tagged offsets. */
function recordsOf(view: DataView, at: number, base = at): Map<string, number> {
  const records = new Map<string, number>();
  const count = view.getUint16(at);
  for (let i = 0, record = at + 2; i < count; i++, record += 6)
    records.set(tagAt(view, record), base + view.getUint16(record + 4));
  return records;
}

function lookupsOf(view: DataView, featureList: number, index: number): number[] {
  return uint16List(view, featureList + view.getUint16(featureList + 2 + 6 * index + 4) + 2);
}

function uint16List(view: DataView, at: number): number[] {
  return Array.from({ length: view.getUint16(at) }, (_, i) => view.getUint16(at + 2 + 2 * i));
}

function readLookup(view: DataView, index: number, glyphCount: number, forms: Map<number, number>): void {
  const lookupList = view.getUint16(8);
  if (index >= view.getUint16(lookupList)) throw new RangeError('GSUB: lookup');
  const lookup = lookupList + view.getUint16(lookupList + 2 + 2 * index);
  const type = view.getUint16(lookup);
  for (const offset of uint16List(view, lookup + 4)) {
    const subtable = lookup + offset;
    const extended = type === EXTENSION && view.getUint16(subtable + 2) === SINGLE;
    if (type === SINGLE) readSingle(view, subtable, glyphCount, forms);
    else if (extended) readSingle(view, subtable + view.getUint32(subtable + 4), glyphCount, forms);
  }
}

/** An earlier rule wins. */
function readSingle(view: DataView, at: number, glyphCount: number, forms: Map<number, number>): void {
  const format = view.getUint16(at);
  const delta = view.getInt16(at + 4);
  coveredGlyphs(view, at + view.getUint16(at + 2)).forEach((glyph, i) => {
    const form = format === 1 ? (glyph + delta) & 0xffff : view.getUint16(at + 6 + 2 * i);
    if (form < glyphCount && !forms.has(glyph)) forms.set(glyph, form);
  });
}

/** Glyphs of a coverage table, in the order of their coverage index. */
function coveredGlyphs(view: DataView, at: number): number[] {
  if (view.getUint16(at) === 1) return uint16List(view, at + 2);
  const glyphs: number[] = [];
  const ranges = view.getUint16(at + 2);
  for (let i = 0, range = at + 4; i < ranges; i++, range += 6) {
    const end = view.getUint16(range + 2);
    for (let glyph = view.getUint16(range); glyph <= end; glyph++) glyphs.push(glyph);
    if (glyphs.length > 65536) throw new RangeError('GSUB: coverage');
  }
  return glyphs;
}
