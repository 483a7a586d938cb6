/** TrueType outlines: the `glyf` and `loca` tables. */
import type { FaceInfo } from './face-info';
import type { Sfnt } from './sfnt';
import type { InkBox, OutlineSink } from './types';

/** Access to the glyph records of a face. */
export interface GlyfTable {
  /** The record of a glyph; empty for a blank one. */
  record(glyph: number): DataView;
  /** Whether the record is empty, without reading it. */
  isBlank(glyph: number): boolean;
  /** Bytes of the record, 0 of a blank glyph. */
  lengthOf(glyph: number): number;
  /** Copies the record to `into`, from `at` on; gives its bytes as `lengthOf` does. */
  copy(glyph: number, into: Uint8Array, at: number): number;
}

/** Flags of the parts of a composite glyph (OpenType specification, glyf). */
const ARGS_ARE_WORDS = 0x0001;
const ARGS_ARE_XY = 0x0002;
const HAS_SCALE = 0x0008;
const MORE_PARTS = 0x0020;
const HAS_XY_SCALE = 0x0040;
const HAS_MATRIX = 0x0080;
const SCALED_OFFSET = 0x0800;

/** Fonts in circulation nest one or two deep and join fewer than ten parts; more is hostile. */
const MAX_DEPTH = 8;
const MAX_PARTS = 256;
/** `maxp` counts points in 16 bits. */
const MAX_POINTS = 0xffff;

/** The outlines of a TrueType font by their glyphs (OpenType specification, loca and glyf). */
export function readGlyf(sfnt: Sfnt, info: Pick<FaceInfo, 'glyphCount' | 'longLoca'>): GlyfTable {
  const loca = sfnt.table('loca');
  const length = sfnt.lengthOf('glyf');
  const offsetAt = (i: number): number => (info.longLoca ? loca.getUint32(4 * i) : 2 * loca.getUint16(2 * i));
  const lengthOf = (glyph: number): number => {
    if (glyph >= info.glyphCount) throw new RangeError('glyf: glyph id');
    const start = offsetAt(glyph);
    const end = offsetAt(glyph + 1);
    if (end < start || end > length || (end > start && end - start < 10)) throw new RangeError('loca');
    return end - start;
  };
  return {
    isBlank: (glyph) => offsetAt(glyph) === offsetAt(glyph + 1),
    lengthOf,
    record(glyph) {
      const size = lengthOf(glyph);
      return sfnt.part('glyf', offsetAt(glyph), size);
    },
    copy(glyph, into, at) {
      const size = lengthOf(glyph);
      if (size > 0) sfnt.copy('glyf', offsetAt(glyph), size, into, at);
      return size;
    },
  };
}

/** The glyph's box as its record states it. */
export function glyfInk(table: GlyfTable, glyph: number): InkBox | undefined {
  const record = table.record(glyph);
  if (record.byteLength === 0) return undefined;
  return { xMin: record.getInt16(2), yMin: record.getInt16(4), xMax: record.getInt16(6), yMax: record.getInt16(8) };
}

/** A part of a composite glyph. `at` is the offset of its glyph id in the record, for renumbering. */
export interface GlyphPart {
  readonly at: number;
  readonly glyph: number;
  readonly flags: number;
  /** Offsets, or numbers of points to be matched. */
  readonly first: number;
  readonly second: number;
  /** x' = a·x + c·y, y' = b·x + d·y. */
  readonly matrix: readonly [a: number, b: number, c: number, d: number];
}

/** Whether a glyph's record is put together of other glyphs. */
export function isComposite(record: DataView): boolean {
  return record.byteLength > 0 && record.getInt16(0) < 0;
}

/** The glyphs of a composite record (OpenType specification, glyf). Throws RangeError for too many, or when the record ends before. */
export function readParts(record: DataView): GlyphPart[] {
  const parts: GlyphPart[] = [];
  let at = 10;
  for (;;) {
    if (parts.length === MAX_PARTS) throw new RangeError('glyf: too many parts');
    const flags = record.getUint16(at);
    const glyph = record.getUint16(at + 2);
    const words = (flags & ARGS_ARE_WORDS) !== 0;
    const [first, second] = readArguments(record, at + 4, flags);
    const matrixAt = at + (words ? 8 : 6);
    const fractions = flags & HAS_MATRIX ? 4 : flags & HAS_XY_SCALE ? 2 : flags & HAS_SCALE ? 1 : 0;
    const f = (i: number): number => record.getInt16(matrixAt + 2 * i) / 16384;
    const matrix: GlyphPart['matrix'] =
      fractions === 4
        ? [f(0), f(1), f(2), f(3)]
        : fractions === 2
          ? [f(0), 0, 0, f(1)]
          : fractions === 1
            ? [f(0), 0, 0, f(0)]
            : [1, 0, 0, 1];
    parts.push({ at: at + 2, glyph, flags, first, second, matrix });
    if (!(flags & MORE_PARTS)) return parts;
    at = matrixAt + 2 * fractions;
  }
}

function readArguments(record: DataView, at: number, flags: number): [number, number] {
  const signed = (flags & ARGS_ARE_XY) !== 0;
  if (flags & ARGS_ARE_WORDS)
    return signed ? [record.getInt16(at), record.getInt16(at + 2)] : [record.getUint16(at), record.getUint16(at + 2)];
  return signed ? [record.getInt8(at), record.getInt8(at + 1)] : [record.getUint8(at), record.getUint8(at + 1)];
}

/** Points of a glyph with its parts in place. */
interface Points {
  readonly x: number[];
  readonly y: number[];
  readonly onCurve: boolean[];
  /** Index of the last point of each contour. */
  readonly ends: number[];
}

/** Draws a glyph, font units; a composite with all its parts. */
export function glyfOutline(table: GlyfTable, glyph: number, sink: OutlineSink): void {
  const points: Points = { x: [], y: [], onCurve: [], ends: [] };
  collect(table, glyph, points, { depth: 0, parts: 0 });
  let start = 0;
  for (const end of points.ends) {
    drawContour(points, start, end, sink);
    start = end + 1;
  }
}

function collect(table: GlyfTable, glyph: number, out: Points, work: { depth: number; parts: number }): void {
  const record = table.record(glyph);
  if (record.byteLength === 0) return;
  if (!isComposite(record)) {
    collectSimple(record, out);
    if (out.x.length > MAX_POINTS) throw new RangeError('glyf: too many points');
    return;
  }
  if (work.depth === MAX_DEPTH) throw new RangeError('glyf: parts nested too deep');
  work.depth++;
  const base = out.x.length;
  for (const part of readParts(record)) {
    if (++work.parts > MAX_PARTS) throw new RangeError('glyf: too many parts');
    const from = out.x.length;
    collect(table, part.glyph, out, work);
    place(out, from, base, part);
  }
  work.depth--;
}

/** Moves the points of a part, from index `from` on, to their place in the composite that began at `base`. */
function place(points: Points, from: number, base: number, part: GlyphPart): void {
  const [a, b, c, d] = part.matrix;
  for (let i = from; i < points.x.length; i++) {
    const x = points.x[i]!;
    const y = points.y[i]!;
    points.x[i] = a * x + c * y;
    points.y[i] = b * x + d * y;
  }
  const [dx, dy] = offsetOf(points, from, base, part);
  for (let i = from; i < points.x.length; i++) {
    points.x[i]! += dx;
    points.y[i]! += dy;
  }
}

function offsetOf(points: Points, from: number, base: number, part: GlyphPart): [number, number] {
  if (part.flags & ARGS_ARE_XY) {
    const [a, b, c, d] = part.matrix;
    return part.flags & SCALED_OFFSET
      ? [part.first * Math.hypot(a, b), part.second * Math.hypot(c, d)]
      : [part.first, part.second];
  }
  const anchor = base + part.first;
  const point = from + part.second;
  if (anchor >= from || point >= points.x.length) throw new RangeError('glyf: matched points');
  return [points.x[anchor]! - points.x[point]!, points.y[anchor]! - points.y[point]!];
}

const ON_CURVE = 0x01;
const X_SHORT = 0x02;
const Y_SHORT = 0x04;
const REPEAT = 0x08;
const X_SAME_OR_POSITIVE = 0x10;
const Y_SAME_OR_POSITIVE = 0x20;

function collectSimple(record: DataView, out: Points): void {
  const contours = record.getInt16(0);
  if (contours === 0) return;
  const base = out.x.length;
  let last = -1;
  for (let i = 0; i < contours; i++) {
    const end = record.getUint16(10 + 2 * i);
    if (end <= last) throw new RangeError('glyf: contour ends');
    last = end;
    out.ends.push(base + end);
  }
  const count = last + 1;
  const flagsAt = 12 + 2 * contours + record.getUint16(10 + 2 * contours);
  const flags = new Uint8Array(count);
  let at = readFlags(record, flagsAt, flags);
  at = readCoordinates(record, at, flags, X_SHORT, X_SAME_OR_POSITIVE, out.x);
  readCoordinates(record, at, flags, Y_SHORT, Y_SAME_OR_POSITIVE, out.y);
  for (const flag of flags) out.onCurve.push((flag & ON_CURVE) !== 0);
}

function readFlags(record: DataView, start: number, flags: Uint8Array): number {
  let at = start;
  for (let i = 0; i < flags.length; ) {
    const flag = record.getUint8(at++);
    const repeats = flag & REPEAT ? record.getUint8(at++) : 0;
    flags.fill(flag, i, i + repeats + 1);
    i += repeats + 1;
  }
  return at;
}

function readCoordinates(record: DataView, start: number, flags: Uint8Array, short: number, same: number, out: number[]): number {
  let at = start;
  let value = 0;
  for (const flag of flags) {
    if (flag & short) {
      value += flag & same ? record.getUint8(at) : -record.getUint8(at);
      at++;
    } else if (!(flag & same)) {
      value += record.getInt16(at);
      at += 2;
    }
    out.push(value);
  }
  return at;
}

/** Between two neighbouring control points stands an implied point on the curve, half way. */
function drawContour(points: Points, start: number, end: number, sink: OutlineSink): void {
  const { x, y, onCurve } = points;
  const count = end - start + 1;
  const index = (i: number): number => start + (i % count);
  const first = firstOnCurve(points, start, end);
  const startX = first === undefined ? (x[start]! + x[end]!) / 2 : x[first]!;
  const startY = first === undefined ? (y[start]! + y[end]!) / 2 : y[first]!;
  sink.moveTo(startX, startY);
  const from = first === undefined ? 0 : first - start + 1;
  const steps = first === undefined ? count : count - 1;
  for (let i = 0; i < steps; i++) {
    const at = index(from + i);
    if (onCurve[at]) {
      sink.lineTo(x[at]!, y[at]!);
      continue;
    }
    if (i === steps - 1) {
      sink.quadTo(x[at]!, y[at]!, startX, startY);
      break;
    }
    const next = index(from + i + 1);
    if (onCurve[next]) {
      sink.quadTo(x[at]!, y[at]!, x[next]!, y[next]!);
      i++;
    } else sink.quadTo(x[at]!, y[at]!, (x[at]! + x[next]!) / 2, (y[at]! + y[next]!) / 2);
  }
  sink.close();
}

function firstOnCurve(points: Points, start: number, end: number): number | undefined {
  for (let i = start; i <= end; i++) if (points.onCurve[i]) return i;
  return undefined;
}
