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
  if (full !== undefined) return new RangedMap(new Groups(view, full), glyphCount);
  const basic = findSubtable(view, 4);
  if (basic === undefined) throw new RangeError('cmap: no Unicode subtable');
  return new RangedMap(new Segments(view, basic), glyphCount);
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

/** Ranges of characters as a subtable has them, in ascending order: of one whose ranges are not, some are not found. */
interface Ranges {
  readonly count: number;
  /** First and last code point of a range. */
  first(index: number): number;
  last(index: number): number;
  /** Enters the characters of a range from `from` to `to`, which are of one page. */
  enter(index: number, from: number, to: number, map: GrowingMap): void;
}

/** Format 12: code points that show a glyph and those that follow it. */
class Groups implements Ranges {
  readonly count: number;

  constructor(
    private readonly view: DataView,
    private readonly at: number,
  ) {
    this.count = view.getUint32(at + 12);
    if (at + 16 + 12 * this.count > view.byteLength) throw new RangeError('cmap: groups');
  }

  first(index: number): number {
    return this.view.getUint32(this.at + 16 + 12 * index);
  }

  last(index: number): number {
    return this.view.getUint32(this.at + 20 + 12 * index);
  }

  enter(index: number, from: number, to: number, map: GrowingMap): void {
    map.setRange(from, to, this.view.getUint32(this.at + 24 + 12 * index) + from - this.first(index));
  }
}

/** Format 4: code points with their distance from the glyph, or with glyphs of their own. */
class Segments implements Ranges {
  readonly count: number;
  private readonly ends: number;
  private readonly starts: number;
  private readonly deltas: number;
  private readonly offsets: number;

  constructor(
    private readonly view: DataView,
    at: number,
  ) {
    this.count = view.getUint16(at + 6) >> 1;
    this.ends = at + 14;
    this.starts = this.ends + 2 * this.count + 2;
    this.deltas = this.starts + 2 * this.count;
    this.offsets = this.deltas + 2 * this.count;
    if (this.offsets + 2 * this.count > view.byteLength) throw new RangeError('cmap: segments');
  }

  first(index: number): number {
    return this.view.getUint16(this.starts + 2 * index);
  }

  /** U+FFFF closes the table and is no character. */
  last(index: number): number {
    return Math.min(this.view.getUint16(this.ends + 2 * index), 0xfffe);
  }

  enter(index: number, from: number, to: number, map: GrowingMap): void {
    const { view } = this;
    const start = this.first(index);
    const delta = view.getUint16(this.deltas + 2 * index);
    const place = this.offsets + 2 * index;
    const offset = view.getUint16(place);
    for (let c = from; c <= to; c++) {
      const glyph = offset === 0 ? c : glyphInArray(view, place + offset + 2 * (c - start));
      if (offset === 0 || glyph !== 0) map.set(c, (glyph + delta) & 0xffff);
    }
  }
}

/** Fonts in circulation point the closing segment behind the table: that means no glyph. */
function glyphInArray(view: DataView, offset: number): number {
  return offset + 2 <= view.byteLength ? view.getUint16(offset) : 0;
}

/** A map whose pages are added one by one. */
class GrowingMap implements CharacterMap {
  readonly pages = new Uint16Array(PAGES).fill(UNREAD);
  glyphs = new Uint16Array(256 * 32);
  private used = 1;

  constructor(private readonly glyphCount: number) {}

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
}

/** A map of ascending ranges, whose pages are filled when they are first asked for. */
class RangedMap extends GrowingMap {
  constructor(
    private readonly ranges: Ranges,
    glyphCount: number,
  ) {
    super(glyphCount);
  }

  /** A range that reaches back is cut, so that work is bounded by the page. */
  readPage(index: number): number {
    const { ranges } = this;
    const to = 256 * index + 255;
    let next = 256 * index;
    this.pages[index] = 0;
    for (let i = this.firstReaching(next); i < ranges.count && ranges.first(i) <= to && next <= to; i++) {
      const from = Math.max(ranges.first(i), next);
      const last = Math.min(ranges.last(i), to);
      if (from > last) continue;
      ranges.enter(i, from, last, this);
      next = last + 1;
    }
    return this.pages[index]!;
  }

  /** Index of the first range that ends at `codePoint` or behind it. */
  private firstReaching(codePoint: number): number {
    let [low, high] = [0, this.ranges.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ranges.last(middle) < codePoint) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
