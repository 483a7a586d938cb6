/** Forms for vertical text: single substitutions of the feature `vert` in the `GSUB` table. */
import { tagAt } from './sfnt';

const SINGLE = 1;
const EXTENSION = 7;

/** List entries that are read at most. The richest CJK faces need some thousand; lists of a hostile file may overlap and multiply. */
const MAX_WORK = 1_000_000;

/**
 * Glyph → vertical form for simplified Chinese: script `hani` (else `DFLT`, else the first), language `ZHS `
 * (else the script's default), feature `vert` (else `vrt2`).
 */
export function readVertical(view: DataView, glyphCount: number): Map<number, number> {
  return new VerticalReader(view, glyphCount).read();
}

class VerticalReader {
  private readonly forms = new Map<number, number>();
  private readonly featureList: number;
  private work = 0;

  constructor(
    private readonly view: DataView,
    private readonly glyphCount: number,
  ) {
    this.featureList = view.getUint16(6);
  }

  read(): Map<number, number> {
    const features = this.features();
    const named = (tag: string): number[] => features.filter((i) => tagAt(this.view, this.featureList + 2 + 6 * i) === tag);
    const vert = named('vert');
    const lookups = new Set((vert.length > 0 ? vert : named('vrt2')).flatMap((i) => this.lookups(i)));
    for (const lookup of [...lookups].sort((a, b) => a - b)) this.readLookup(lookup);
    return this.forms;
  }

  /** Indices of the features of the script and language. */
  private features(): number[] {
    const scripts = this.records(this.view.getUint16(4));
    const script = scripts.get('hani') ?? scripts.get('DFLT') ?? [...scripts.values()][0];
    if (script === undefined) return [];
    const byDefault = this.view.getUint16(script);
    const language = this.records(script + 2, script).get('ZHS ') ?? (byDefault ? script + byDefault : undefined);
    return language === undefined ? [] : this.list(language + 4);
  }

  /** Tag → offset from the table's start, of a list of tagged offsets. */
  private records(at: number, base = at): Map<string, number> {
    const records = new Map<string, number>();
    const count = this.view.getUint16(at);
    for (let i = 0, record = at + 2; i < count; i++, record += 6) {
      records.set(tagAt(this.view, record), base + this.view.getUint16(record + 4));
    }
    return records;
  }

  private lookups(feature: number): number[] {
    return this.list(this.featureList + this.view.getUint16(this.featureList + 2 + 6 * feature + 4) + 2);
  }

  private readLookup(index: number): void {
    const { view } = this;
    const lookupList = view.getUint16(8);
    if (index >= view.getUint16(lookupList)) throw new RangeError('GSUB: lookup');
    const lookup = lookupList + view.getUint16(lookupList + 2 + 2 * index);
    const type = view.getUint16(lookup);
    for (const offset of this.list(lookup + 4)) {
      const subtable = lookup + offset;
      const extended = type === EXTENSION && view.getUint16(subtable + 2) === SINGLE;
      if (type === SINGLE) this.readSingle(subtable);
      else if (extended) this.readSingle(subtable + view.getUint32(subtable + 4));
    }
  }

  /** An earlier rule wins. */
  private readSingle(at: number): void {
    const { view, forms, glyphCount } = this;
    const format = view.getUint16(at);
    const delta = view.getInt16(at + 4);
    this.coverage(at + view.getUint16(at + 2)).forEach((glyph, i) => {
      const form = format === 1 ? (glyph + delta) & 0xffff : view.getUint16(at + 6 + 2 * i);
      if (form < glyphCount && !forms.has(glyph)) forms.set(glyph, form);
    });
  }

  /** Glyphs of a coverage table, in the order of their coverage index. */
  private coverage(at: number): number[] {
    const { view } = this;
    if (view.getUint16(at) === 1) return this.list(at + 2);
    const glyphs: number[] = [];
    const ranges = view.getUint16(at + 2);
    for (let i = 0, range = at + 4; i < ranges; i++, range += 6) {
      const first = view.getUint16(range);
      const last = view.getUint16(range + 2);
      this.spend(1 + Math.max(0, last - first));
      for (let glyph = first; glyph <= last; glyph++) glyphs.push(glyph);
    }
    return glyphs;
  }

  /** A count and as many 16-bit numbers. */
  private list(at: number): number[] {
    const count = this.view.getUint16(at);
    this.spend(1 + count);
    return Array.from({ length: count }, (_, i) => this.view.getUint16(at + 2 + 2 * i));
  }

  private spend(entries: number): void {
    this.work += entries;
    if (this.work > MAX_WORK) throw new RangeError('GSUB: lists too long');
  }
}
