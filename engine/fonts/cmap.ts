/** From characters to glyphs: the `cmap` table as a two-stage table of typed arrays. */

/** Glyph of code point c: `glyphs[256 * pages[c >> 8] + (c & 255)]`; page 0 is empty. */
export interface CharacterMap {
  readonly pages: Uint16Array;
  readonly glyphs: Uint16Array;
  /** Fills a page that stands as `UNREAD`, and gives its number; absent where every page is filled. */
  readPage?(index: number): number;
}

const PAGES = 0x1100;
/** A page that nobody has asked for: a line in a masthead needs two or three of a face's hundred and fifty. */
const UNREAD = 0xffff;

/** Glyph of a code point, 0 when the face has none. */
export function glyphAt(map: CharacterMap, codePoint: number): number {
  let page = map.pages[codePoint >> 8]!;
  if (page === UNREAD) page = map.readPage!(codePoint >> 8);
  return map.glyphs[256 * page + (codePoint & 255)] ?? 0;
}

/** The map with every page filled, as another thread needs it. */
export function filled(map: CharacterMap): CharacterMap {
  for (let index = 0; index < PAGES; index++) if (map.pages[index] === UNREAD) map.readPage!(index);
  return map;
}

/** Characters that a blank glyph shows rightly: white space and what is not seen. */
const UNSEEN = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{C}\u2800]/u;

/**
 * The map without characters whose glyph is blank: fonts in circulation fill places with empty glyphs, and what is not drawn
 * has to come from another face.
 */
export function withoutBlanks(map: CharacterMap, isBlank: (glyph: number) => boolean): CharacterMap {
  const { pages, glyphs } = filled(map);
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
  const full = findSubtable(view, 12);
  if (full !== undefined) return new RangedMap(readFormat12(view, full), glyphCount);
  const basic = findSubtable(view, 4);
  if (basic === undefined) throw new RangeError('cmap: no Unicode subtable');
  const builder = new MapBuilder(glyphCount);
  readFormat4(view, basic, builder);
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

/** Characters from `first` to `last` show `glyph` and those that follow it. */
interface Range {
  readonly first: number;
  readonly last: number;
  readonly glyph: number;
}

/** Ranges must ascend; a range that reaches back is cut, so that work is bounded by the code space. */
function readFormat12(view: DataView, at: number): Range[] {
  const groups = view.getUint32(at + 12);
  const ranges: Range[] = [];
  let next = 0;
  for (let i = 0, group = at + 16; i < groups; i++, group += 12) {
    const start = view.getUint32(group);
    const last = Math.min(view.getUint32(group + 4), 0x10ffff);
    const first = Math.max(start, next);
    const glyph = view.getUint32(group + 8) + first - start;
    if (first > last) continue;
    ranges.push({ first, last, glyph });
    next = last + 1;
  }
  return ranges;
}

/** A map of ascending ranges, whose pages are filled when they are first asked for. */
class RangedMap implements CharacterMap {
  readonly pages = new Uint16Array(PAGES).fill(UNREAD);
  private readonly builder: MapBuilder;

  constructor(
    private readonly ranges: readonly Range[],
    glyphCount: number,
  ) {
    this.builder = new MapBuilder(glyphCount, this.pages);
  }

  get glyphs(): Uint16Array {
    return this.builder.glyphs;
  }

  readPage(index: number): number {
    const [from, to] = [256 * index, 256 * index + 255];
    this.pages[index] = 0;
    for (let i = this.firstReaching(from); i < this.ranges.length; i++) {
      const { first, last, glyph } = this.ranges[i]!;
      if (first > to) break;
      const start = Math.max(first, from);
      this.builder.setRange(start, Math.min(last, to), glyph + start - first);
    }
    return this.pages[index]!;
  }

  /** Index of the first range that ends at `codePoint` or behind it. */
  private firstReaching(codePoint: number): number {
    let [low, high] = [0, this.ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ranges[middle]!.last < codePoint) low = middle + 1;
      else high = middle;
    }
    return low;
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
  glyphs = new Uint16Array(256 * 32);
  private used = 1;

  constructor(
    private readonly glyphCount: number,
    private readonly pages = new Uint16Array(PAGES),
  ) {}

  set(codePoint: number, glyph: number): void {
    if (glyph <= 0 || glyph >= this.glyphCount) return;
    const page = this.pages[codePoint >> 8] || this.addPage(codePoint >> 8);
    this.glyphs[256 * page + (codePoint & 255)] = glyph;
  }

  /** Characters from `from` to `to`, all of one page, show `glyph` and those that follow it. */
  setRange(from: number, to: number, glyph: number): void {
    const first = glyph === 0 ? from + 1 : from;
    const last = Math.min(to, from + this.glyphCount - 1 - glyph);
    if (first > last) return;
    const page = this.pages[from >> 8] || this.addPage(from >> 8);
    const { glyphs } = this;
    for (let c = first, at = 256 * page + (c & 255); c <= last; c++, at++) glyphs[at] = glyph + c - from;
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
