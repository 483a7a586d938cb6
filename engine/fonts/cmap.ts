/** From characters to glyphs: the `cmap` table as a two-stage table of typed arrays. */

/** Glyph of code point c: `glyphs[256 * pages[c >> 8] + (c & 255)]`; page 0 is empty. */
export interface CharacterMap {
  readonly pages: Uint16Array;
  readonly glyphs: Uint16Array;
}

const PAGES = 0x1100;

export function glyphAt(map: CharacterMap, codePoint: number): number {
  return map.glyphs[256 * map.pages[codePoint >> 8]! + (codePoint & 255)] ?? 0;
}

/** Characters that a blank glyph shows rightly: white space and what is not seen. */
const UNSEEN = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{C}\u2800]/u;

/**
 * The map without characters whose glyph is blank: fonts in circulation fill places with empty glyphs, and what is not drawn
 * has to come from another face.
 */
export function withoutBlanks(map: CharacterMap, isBlank: (glyph: number) => boolean): CharacterMap {
  const { pages, glyphs } = map;
  for (let page = 0; page < PAGES; page++) {
    const start = 256 * pages[page]!;
    if (start === 0) continue;
    for (let low = 0; low < 256; low++) {
      const glyph = glyphs[start + low]!;
      if (glyph !== 0 && isBlank(glyph) && !UNSEEN.test(String.fromCodePoint(256 * page + low))) glyphs[start + low] = 0;
    }
  }
  return map;
}

/**
 * Reads the Unicode subtable that covers most: format 12 (all planes) before format 4 (basic plane).
 * Glyph ids beyond the face's count become 0.
 */
export function readCmap(view: DataView, glyphCount: number): CharacterMap {
  const builder = new MapBuilder(glyphCount);
  const full = findSubtable(view, 12);
  const basic = full === undefined ? findSubtable(view, 4) : undefined;
  if (full !== undefined) readFormat12(view, full, builder);
  else if (basic !== undefined) readFormat4(view, basic, builder);
  else throw new RangeError('cmap: no Unicode subtable');
  return builder.finish();
}

/** Offset of a Unicode subtable of this format; platform 3 (Windows) encodings 1 and 10, or platform 0 (Unicode). */
function findSubtable(view: DataView, format: number): number | undefined {
  const count = view.getUint16(2);
  for (let i = 0; i < count; i++) {
    const platform = view.getUint16(4 + 8 * i);
    const encoding = view.getUint16(6 + 8 * i);
    const offset = view.getUint32(8 + 8 * i);
    const unicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    if (unicode && view.getUint16(offset) === format) return offset;
  }
  return undefined;
}

/** Ranges must ascend; a range that reaches back is cut, so that work is bounded by the code space. */
function readFormat12(view: DataView, at: number, builder: MapBuilder): void {
  const groups = view.getUint32(at + 12);
  let next = 0;
  for (let i = 0, group = at + 16; i < groups; i++, group += 12) {
    const start = view.getUint32(group);
    const end = Math.min(view.getUint32(group + 4), 0x10ffff);
    const from = Math.max(start, next);
    builder.setRange(from, end, view.getUint32(group + 8) + from - start);
    next = Math.max(next, end + 1);
  }
}

function readFormat4(view: DataView, at: number, builder: MapBuilder): void {
  const segments = view.getUint16(at + 6) >> 1;
  const ends = at + 14;
  const starts = ends + 2 * segments + 2;
  const deltas = starts + 2 * segments;
  const offsets = deltas + 2 * segments;
  let next = 0;
  for (let i = 0; i < segments; i++) {
    const end = view.getUint16(ends + 2 * i);
    const start = view.getUint16(starts + 2 * i);
    const delta = view.getUint16(deltas + 2 * i);
    const place = offsets + 2 * i;
    const offset = view.getUint16(place);
    for (let c = Math.max(start, next); c <= Math.min(end, 0xfffe); c++) {
      const glyph = offset === 0 ? c : glyphInArray(view, place + offset + 2 * (c - start));
      if (offset === 0 || glyph !== 0) builder.set(c, (glyph + delta) & 0xffff);
    }
    next = Math.max(next, end + 1);
  }
}

/** Fonts in circulation point the closing segment behind the table: that means no glyph. */
function glyphInArray(view: DataView, offset: number): number {
  return offset + 2 <= view.byteLength ? view.getUint16(offset) : 0;
}

class MapBuilder {
  private readonly pages = new Uint16Array(PAGES);
  private glyphs = new Uint16Array(256 * 256);
  private used = 1;

  constructor(private readonly glyphCount: number) {}

  set(codePoint: number, glyph: number): void {
    if (glyph <= 0 || glyph >= this.glyphCount) return;
    const page = this.pages[codePoint >> 8] || this.addPage(codePoint >> 8);
    this.glyphs[256 * page + (codePoint & 255)] = glyph;
  }

  /** Characters from `from` to `to` show `glyph` and those that follow it. A large face has 50,000, read whenever it is opened. */
  setRange(from: number, to: number, glyph: number): void {
    const first = glyph === 0 ? from + 1 : from;
    const last = Math.min(to, from + this.glyphCount - 1 - glyph);
    for (let c = first; c <= last; ) {
      const page = this.pages[c >> 8] || this.addPage(c >> 8);
      const end = Math.min(last, c | 255);
      const { glyphs } = this;
      for (let at = 256 * page + (c & 255); c <= end; c++, at++) glyphs[at] = glyph + c - from;
    }
  }

  private addPage(index: number): number {
    if (256 * (this.used + 1) > this.glyphs.length) {
      const grown = new Uint16Array(2 * this.glyphs.length);
      grown.set(this.glyphs);
      this.glyphs = grown;
    }
    this.pages[index] = this.used;
    return this.used++;
  }

  finish(): CharacterMap {
    return { pages: this.pages, glyphs: this.glyphs.slice(0, 256 * this.used) };
  }
}
