/**
 * The wrapper of TrueType and OpenType fonts (sfnt): a directory of tables, alone or in a collection (TTC).
 * Readers of this room throw RangeError on any inconsistency, as DataView does; readFont turns it into an InputError.
 */

/** Tables of one face. */
export interface Sfnt {
  readonly tags: readonly string[];
  has(tag: string): boolean;
  /** A table; RangeError when there is none. */
  table(tag: string): DataView;
  /** Bytes of a table; 0 when there is none. */
  lengthOf(tag: string): number;
  /** Part of a table: of a file on disk only that is read. */
  part(tag: string, offset: number, length: number): DataView;
  /** Copies part of a table to `into`, from `at` on. */
  copy(tag: string, offset: number, length: number, into: Uint8Array, at: number): void;
}

const SFNT_TRUETYPE = 0x00010000;
const SFNT_CFF = 0x4f54544f; // OTTO
const SFNT_APPLE = 0x74727565; // true
const COLLECTION = 0x74746366; // ttcf
const MAX_TABLES = 256;
const MAX_FACES = 1024;

/** Bytes of a font file, in memory or on disk. Both ways to read throw RangeError beyond the end. */
export interface FontBytes {
  readonly size: number;
  view(offset: number, length: number): DataView;
  /** Copies bytes to `into`, from `at` on; of a file on disk they are not kept besides. */
  copy(offset: number, length: number, into: Uint8Array, at: number): void;
}

/** A file that is in memory. */
export function inMemory(bytes: Uint8Array): FontBytes {
  return {
    size: bytes.length,
    view(offset, length) {
      if (offset + length > bytes.length) throw new RangeError('end of file');
      return new DataView(bytes.buffer, bytes.byteOffset + offset, length);
    },
    copy(offset, length, into, at) {
      if (offset + length > bytes.length) throw new RangeError('end of file');
      into.set(bytes.subarray(offset, offset + length), at);
    },
  };
}

/** Number of faces in a file: 1 for a plain font, undefined when it is no font at all. */
export function countFaces(bytes: FontBytes): number | undefined {
  if (bytes.size < 12) return undefined;
  const start = bytes.view(0, 12);
  const version = start.getUint32(0);
  if (isFace(version)) return 1;
  if (version !== COLLECTION) return undefined;
  return Math.min(start.getUint32(8), MAX_FACES);
}

/** Whether a file holds several fonts (TTC, OTC). */
export function isCollection(bytes: Uint8Array): boolean {
  return bytes.length >= 12 && viewOf(bytes).getUint32(0) === COLLECTION;
}

/** Reads the directory of the face at `index` (0 but for collections). */
export function readSfnt(bytes: FontBytes, index: number): Sfnt {
  const start = bytes.view(0, 4).getUint32(0) === COLLECTION ? bytes.view(12 + 4 * index, 4).getUint32(0) : 0;
  const head = bytes.view(start, 12);
  if (!isFace(head.getUint32(0))) throw new RangeError('version');
  const count = head.getUint16(4);
  if (count > MAX_TABLES) throw new RangeError('table count');
  const directory = bytes.view(start + 12, 16 * count);
  const places = new Map<string, { readonly offset: number; readonly length: number }>();
  for (let entry = 0; entry < 16 * count; entry += 16) {
    const tag = tagAt(directory, entry);
    const place = { offset: directory.getUint32(entry + 8), length: directory.getUint32(entry + 12) };
    // A file that was cut short is found here, not when a page already waits for its glyphs.
    if (place.offset + place.length > bytes.size) throw new RangeError(`table ${tag}`);
    places.set(tag, place);
  }
  const startOf = (tag: string, end: number): number => {
    const place = places.get(tag);
    if (!place || end > place.length) throw new RangeError(`table ${tag}`);
    return place.offset;
  };
  return {
    tags: [...places.keys()],
    has: (tag) => places.has(tag),
    table(tag) {
      const place = places.get(tag);
      if (!place) throw new RangeError(`table ${tag}`);
      return bytes.view(place.offset, place.length);
    },
    lengthOf: (tag) => places.get(tag)?.length ?? 0,
    part: (tag, offset, length) => bytes.view(startOf(tag, offset + length) + offset, length),
    copy: (tag, offset, length, into, at) => bytes.copy(startOf(tag, offset + length) + offset, length, into, at),
  };
}

/** Four characters naming a table, script or feature. */
export function tagAt(view: DataView, offset: number): string {
  return String.fromCharCode(
    view.getUint8(offset),
    view.getUint8(offset + 1),
    view.getUint8(offset + 2),
    view.getUint8(offset + 3),
  );
}

/** The bytes under a view. */
export function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

/** A view of the same bytes, where they stand in their buffer. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function isFace(version: number): boolean {
  return version === SFNT_TRUETYPE || version === SFNT_CFF || version === SFNT_APPLE;
}

/** Puts tables together into a font file, in the order given, with checksums (OpenType specification, "Font Tables"). */
export function writeSfnt(tables: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const count = tables.size;
  const header = 12 + 16 * count;
  const total = header + [...tables.values()].reduce((sum, table) => sum + padded(table.length), 0);
  const out = new Uint8Array(total);
  const view = viewOf(out);
  const power = Math.floor(Math.log2(count));
  view.setUint32(0, tables.has('CFF ') ? SFNT_CFF : SFNT_TRUETYPE);
  view.setUint16(4, count);
  view.setUint16(6, 16 << power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * count - (16 << power));
  let offset = header;
  let entry = 12;
  let headAt = -1;
  let sum = 0;
  for (const [tag, table] of tables) {
    out.set(table, offset);
    if (tag === 'head') {
      headAt = offset;
      view.setUint32(offset + 8, 0);
    }
    for (let i = 0; i < 4; i++) out[entry + i] = tag.charCodeAt(i);
    const tableSum = checksum(view, offset, padded(table.length));
    view.setUint32(entry + 4, tableSum);
    sum += tableSum;
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, table.length);
    offset += padded(table.length);
    entry += 16;
  }
  if (headAt >= 0) view.setUint32(headAt + 8, 0xb1b0afba - ((checksum(view, 0, header) + sum) >>> 0));
  return out;
}

const padded = (length: number): number => (length + 3) & ~3;

/** Four words a turn: most of a font is added up before V8 has made the loop fast. */
function checksum(view: DataView, offset: number, length: number): number {
  const end = offset + length;
  let sum = 0;
  let i = offset;
  for (; i + 16 <= end; i += 16) {
    sum = (sum + view.getInt32(i) + view.getInt32(i + 4) + view.getInt32(i + 8) + view.getInt32(i + 12)) | 0;
  }
  for (; i < end; i += 4) sum = (sum + view.getInt32(i)) | 0;
  return sum >>> 0;
}
