/**
 * A CID-keyed CFF program with only some glyphs, for FontFile3 in a PDF. Charstrings keep their drawing and hints as
 * they are, with subroutines put in place; so a glyph does not depend on where the font kept them.
 */
import { type Cff, type CffPart, type Dict, Op } from './cff';
import { Cs } from './charstring';
import { flattenCharstring } from './charstring-writer';

/** String ids from 391 on are the font's own. */
const FIRST_STRING = 391;
const STRINGS = ['Adobe', 'Identity'];
const MAX_GLYPHS = 65535;

/** Code = CID = glyph id of the result: 0 is .notdef, then `glyphs` in the order given (repeats kept). */
export function subsetCff(cff: Cff, name: string, glyphs: readonly number[]): Uint8Array {
  const order = [0, ...glyphs];
  if (order.length > MAX_GLYPHS) throw new RangeError('CFF: too many glyphs');
  const partIds = new Map<number, number>();
  const selector = order.map((glyph) => {
    const part = cff.partOf(glyph);
    const id = partIds.get(part) ?? partIds.size;
    partIds.set(part, id);
    return id;
  });
  const charStrings = index(order.map((glyph) => charStringOf(cff, glyph)));
  return assemble(
    cff,
    name,
    selector,
    charStrings,
    [...partIds.keys()].map((part) => cff.parts[part]!),
  );
}

function assemble(
  cff: Cff,
  name: string,
  selector: readonly number[],
  charStrings: Uint8Array,
  parts: readonly CffPart[],
): Uint8Array {
  const fixed = [Uint8Array.of(1, 0, 4, 4), index([ascii(name)])];
  const strings = index([...STRINGS, name].map(ascii));
  const noSubrs = Uint8Array.of(0, 0);
  const charset = charsetOf(selector.length);
  const fdSelect = Uint8Array.from([0, ...selector]);
  const privates = parts.map((part) => privateDict(part.privateDict));
  const top = (offsets: TopOffsets): Uint8Array => index([topDict(cff.top, selector.length, offsets)]);
  const topSize = top({ charset: 0, fdSelect: 0, charStrings: 0, fdArray: 0 }).length;
  const charsetAt = sizeOf(fixed) + topSize + strings.length + noSubrs.length;
  const fdSelectAt = charsetAt + charset.length;
  const charStringsAt = fdSelectAt + fdSelect.length;
  const privatesAt = charStringsAt + charStrings.length;
  const fdArrayAt = privatesAt + sizeOf(privates);
  const fdArray = index(fontDicts(parts, privates, privatesAt));
  const offsets = { charset: charsetAt, fdSelect: fdSelectAt, charStrings: charStringsAt, fdArray: fdArrayAt };
  return concat([...fixed, top(offsets), strings, noSubrs, charset, fdSelect, charStrings, ...privates, fdArray]);
}

interface TopOffsets {
  readonly charset: number;
  readonly fdSelect: number;
  readonly charStrings: number;
  readonly fdArray: number;
}

/** Offsets take five bytes whatever they are, so that the dictionary's size is known before them. */
function topDict(source: Dict, glyphCount: number, offsets: TopOffsets): Uint8Array {
  return concat([
    dictEntry(Op.ros, [FIRST_STRING, FIRST_STRING + 1, 0]),
    copied(source, Op.fontMatrix),
    copied(source, Op.fontBBox),
    dictEntry(Op.cidCount, [glyphCount]),
    dictEntry(Op.charset, [offsets.charset]),
    dictEntry(Op.fdSelect, [offsets.fdSelect]),
    dictEntry(Op.charStrings, [offsets.charStrings]),
    dictEntry(Op.fdArray, [offsets.fdArray]),
  ]);
}

function fontDicts(parts: readonly CffPart[], privates: readonly Uint8Array[], start: number): Uint8Array[] {
  let offset = start;
  return parts.map(({ dict }, i) => {
    const size = privates[i]!.length;
    const entries = [
      dictEntry(Op.fontName, [FIRST_STRING + STRINGS.length]),
      copied(dict, Op.fontMatrix),
      dictEntry(Op.privateDict, [size, offset]),
    ];
    offset += size;
    return concat(entries);
  });
}

/** Hints and default widths as they are, without the subroutines. */
function privateDict(source: Dict): Uint8Array {
  return concat([...source.keys()].filter((op) => op !== Op.subrs).map((op) => copied(source, op)));
}

function copied(source: Dict, op: number): Uint8Array {
  const entry = source.get(op);
  return entry ? concat([entry.raw, operator(op)]) : new Uint8Array(0);
}

function dictEntry(op: number, values: readonly number[]): Uint8Array {
  const numbers = values.flatMap((value) => [29, value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);
  return concat([Uint8Array.from(numbers), operator(op)]);
}

function operator(op: number): Uint8Array {
  return op >= 1200 ? Uint8Array.of(Cs.escape, op - 1200) : Uint8Array.of(op);
}

/** CIDs 1, 2, 3 …: one range (format 2). */
function charsetOf(glyphCount: number): Uint8Array {
  const left = glyphCount - 2;
  return left < 0 ? Uint8Array.of(2) : Uint8Array.of(2, 0, 1, left >> 8, left & 255);
}

function index(items: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(3 + 4 * (items.length + 1) + sizeOf(items));
  const view = new DataView(out.buffer);
  view.setUint16(0, items.length);
  out[2] = 4;
  let offset = 1;
  const base = 2 + 4 * (items.length + 1);
  items.forEach((item, i) => {
    view.setUint32(3 + 4 * i, offset);
    out.set(item, base + offset);
    offset += item.length;
  });
  view.setUint32(3 + 4 * items.length, offset);
  return out;
}

/** Without subroutines there is nothing to put in place, and CID-keyed fonts have no accented letters of two parts. */
function charStringOf(cff: Cff, glyph: number): Uint8Array {
  const callsNothing = cff.globalSubrs.count === 0 && cff.parts[cff.partOf(glyph)]!.subrs.count === 0;
  return callsNothing && cff.top.has(Op.ros) ? cff.charStrings.at(glyph) : flattenCharstring(cff, glyph);
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function sizeOf(items: readonly Uint8Array[]): number {
  return items.reduce((sum, item) => sum + item.length, 0);
}

function concat(items: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(sizeOf(items));
  let offset = 0;
  for (const item of items) {
    out.set(item, offset);
    offset += item.length;
  }
  return out;
}
