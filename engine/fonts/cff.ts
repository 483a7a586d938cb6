/** The structure of a `CFF ` table (Adobe Technical Note 5176). */
import { bytesOf } from './sfnt';

/** A list of byte strings. */
export interface CffIndex {
  readonly count: number;
  at(i: number): Uint8Array;
}

/** An entry of a dictionary: its operands as numbers, and as they stand in the file. */
export interface DictEntry {
  readonly operands: readonly number[];
  readonly raw: Uint8Array;
}

/** Operators of one byte as they are, of two bytes as 1200 + the second. */
export type Dict = ReadonlyMap<number, DictEntry>;

/** Glyphs that share hints, subroutines and scale. A name-keyed font has one such part. */
export interface CffPart {
  /** The part's own dictionary; empty in a name-keyed font. */
  readonly dict: Dict;
  readonly privateDict: Dict;
  readonly subrs: CffIndex;
}

export interface Cff {
  readonly top: Dict;
  readonly charStrings: CffIndex;
  readonly globalSubrs: CffIndex;
  readonly parts: readonly CffPart[];
  /** Index of the part that a glyph belongs to. */
  partOf(glyph: number): number;
  /** Glyph of a standard string in a name-keyed font, 0 when there is none. */
  glyphOfString(sid: number): number;
  /** String id of a glyph, which in a CID-keyed font is its CID. */
  stringOfGlyph(glyph: number): number;
  /** Strings of the font's own, whose ids follow the standard ones. */
  readonly strings: CffIndex;
  /** The whole table, for what only some need of it. */
  readonly view: DataView;
}

export const Op = {
  fontBBox: 5,
  charset: 15,
  encoding: 16,
  charStrings: 17,
  privateDict: 18,
  subrs: 19,
  charstringType: 1206,
  fontMatrix: 1207,
  ros: 1230,
  cidCount: 1234,
  fdArray: 1236,
  fdSelect: 1237,
  fontName: 1238,
} as const;

const EMPTY: CffIndex = {
  count: 0,
  at() {
    throw new RangeError('CFF: index');
  },
};
const MAX_PARTS = 256;
/** Dictionaries of fonts in circulation have some hundred bytes. */
const MAX_DICT = 16384;

/** The first font of a CFF table (Adobe Technical Note 5176). Throws RangeError for what is damaged or of another version. */
export function readCff(view: DataView): Cff {
  if (view.getUint8(0) !== 1) throw new RangeError('CFF: version');
  const names = readIndex(view, view.getUint8(2));
  const tops = readIndex(view, names.end);
  const strings = readIndex(view, tops.end);
  const globalSubrs = readIndex(view, strings.end);
  const top = readDict(tops.at(0));
  if (numberOf(top, Op.charstringType, 2) !== 2) throw new RangeError('CFF: charstring type');
  const charStrings = readIndex(view, offsetOf(top, Op.charStrings));
  const cidKeyed = top.has(Op.ros);
  const dicts = cidKeyed ? dictsOf(readIndex(view, offsetOf(top, Op.fdArray))) : [top];
  return {
    top,
    charStrings,
    globalSubrs,
    parts: dicts.map((dict) => readPart(view, dict, cidKeyed)),
    partOf: cidKeyed ? readSelector(view, offsetOf(top, Op.fdSelect), charStrings.count, dicts.length) : () => 0,
    strings,
    view,
    stringOfGlyph: (glyph) => stringAt(view, numberOf(top, Op.charset, 0), charStrings.count, glyph),
    glyphOfString: (sid) => findString(view, numberOf(top, Op.charset, 0), charStrings.count, sid),
  };
}

function dictsOf(index: CffIndex): Dict[] {
  if (index.count === 0 || index.count > MAX_PARTS) throw new RangeError('CFF: FDArray');
  return Array.from({ length: index.count }, (_, i) => readDict(index.at(i)));
}

function readPart(view: DataView, dict: Dict, cidKeyed: boolean): CffPart {
  const [size = 0, offset = 0] = dict.get(Op.privateDict)?.operands ?? [];
  const privateDict = readDict(slice(view, offset, offset + size));
  const subrs = privateDict.has(Op.subrs) ? readIndex(view, offset + offsetOf(privateDict, Op.subrs)) : EMPTY;
  return { dict: cidKeyed ? dict : new Map(), privateDict, subrs };
}

function readIndex(view: DataView, start: number): CffIndex & { readonly end: number } {
  const count = view.getUint16(start);
  if (count === 0) return { ...EMPTY, end: start + 2 };
  const size = view.getUint8(start + 2);
  if (size < 1 || size > 4) throw new RangeError('CFF: index');
  const base = start + 2 + size * (count + 1);
  const offsetAt = (i: number): number => {
    let value = 0;
    for (let k = 0; k < size; k++) value = value * 256 + view.getUint8(start + 3 + size * i + k);
    return base + value;
  };
  return {
    count,
    end: offsetAt(count),
    at(i) {
      if (i < 0 || i >= count) throw new RangeError('CFF: index');
      return slice(view, offsetAt(i), offsetAt(i + 1));
    },
  };
}

function slice(view: DataView, start: number, end: number): Uint8Array {
  if (start < 0 || end < start || end > view.byteLength) throw new RangeError('CFF: offset');
  return bytesOf(view).subarray(start, end);
}

function readDict(bytes: Uint8Array): Dict {
  if (bytes.length > MAX_DICT) throw new RangeError('CFF: dictionary');
  const entries = new Map<number, DictEntry>();
  let operands: number[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at]!;
    if (first <= 21) {
      const raw = bytes.subarray(start, at);
      const operator = first === 12 ? 1200 + (bytes[at + 1] ?? 0) : first;
      entries.set(operator, { operands, raw });
      at += first === 12 ? 2 : 1;
      start = at;
      operands = [];
      continue;
    }
    const [value, next] = first === 30 ? readReal(bytes, at + 1) : readInteger(bytes, at);
    operands.push(value);
    at = next;
  }
  return entries;
}

function readInteger(bytes: Uint8Array, at: number): [value: number, next: number] {
  const byte = (i: number): number => bytes[at + i] ?? 0;
  const first = byte(0);
  if (first === 28) return [((byte(1) << 24) >> 16) | byte(2), at + 3];
  if (first === 29) return [(byte(1) << 24) | (byte(2) << 16) | (byte(3) << 8) | byte(4), at + 5];
  if (first >= 32 && first <= 246) return [first - 139, at + 1];
  if (first >= 247 && first <= 250) return [256 * (first - 247) + byte(1) + 108, at + 2];
  if (first >= 251 && first <= 254) return [-256 * (first - 251) - byte(1) - 108, at + 2];
  throw new RangeError('CFF: dictionary');
}

/** Decimal digits, two in a byte; 10 is the point, 11 E, 12 E-, 14 minus, 15 the end. */
function readReal(bytes: Uint8Array, start: number): [value: number, next: number] {
  const signs = '0123456789.EE -';
  let text = '';
  for (let at = start; at < bytes.length; at++) {
    for (const digit of [bytes[at]! >> 4, bytes[at]! & 15]) {
      if (digit === 15) return [Number(text), at + 1];
      text += signs[digit]!;
      if (digit === 12) text += '-';
    }
  }
  throw new RangeError('CFF: real number');
}

function numberOf(dict: Dict, operator: number, otherwise: number): number {
  return dict.get(operator)?.operands.at(-1) ?? otherwise;
}

function offsetOf(dict: Dict, operator: number): number {
  const offset = numberOf(dict, operator, 0);
  if (offset <= 0) throw new RangeError(`CFF: operator ${operator}`);
  return offset;
}

/** FDSelect: the part of each glyph. */
function readSelector(view: DataView, at: number, glyphCount: number, parts: number): (glyph: number) => number {
  const selected = new Uint8Array(glyphCount);
  if (view.getUint8(at) === 0) selected.set(slice(view, at + 1, at + 1 + glyphCount));
  else if (view.getUint8(at) === 3) fillRanges(view, at, selected);
  else throw new RangeError('CFF: FDSelect');
  return (glyph) => {
    const part = selected[glyph] ?? 0;
    if (part >= parts) throw new RangeError('CFF: FDSelect');
    return part;
  };
}

/** Ranges ascend; each ends where the next begins. */
function fillRanges(view: DataView, at: number, selected: Uint8Array): void {
  const count = view.getUint16(at + 1);
  for (let i = 0, range = at + 3; i < count; i++, range += 3) {
    const first = view.getUint16(range);
    const next = view.getUint16(range + 3);
    if (next < first) throw new RangeError('CFF: FDSelect');
    selected.fill(view.getUint8(range + 2), first, next);
  }
}

/** Looks a string id up in the charset; charset 0 (ISOAdobe) numbers glyphs as strings. */
function findString(view: DataView, at: number, glyphCount: number, sid: number): number {
  if (at === 0) return sid < glyphCount ? sid : 0;
  const format = view.getUint8(at);
  if (format === 0) {
    for (let glyph = 1; glyph < glyphCount; glyph++) if (view.getUint16(at + 2 * glyph - 1) === sid) return glyph;
    return 0;
  }
  const step = format === 1 ? 3 : 4;
  for (let glyph = 1, range = at + 1; glyph < glyphCount; range += step) {
    const first = view.getUint16(range);
    const left = format === 1 ? view.getUint8(range + 2) : view.getUint16(range + 2);
    if (sid >= first && sid <= first + left) return glyph + sid - first;
    glyph += left + 1;
  }
  return 0;
}

/** The string id that a charset gives a glyph. */
function stringAt(view: DataView, at: number, glyphCount: number, wanted: number): number {
  if (wanted === 0 || at === 0) return wanted;
  const format = view.getUint8(at);
  if (format === 0) return view.getUint16(at + 2 * wanted - 1);
  const step = format === 1 ? 3 : 4;
  for (let glyph = 1, range = at + 1; glyph < glyphCount; range += step) {
    const left = format === 1 ? view.getUint8(range + 2) : view.getUint16(range + 2);
    if (wanted <= glyph + left) return view.getUint16(range) + wanted - glyph;
    glyph += left + 1;
  }
  return 0;
}
