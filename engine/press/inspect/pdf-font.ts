/** Fonts of any PDF (ISO 32000-1 §9.5–9.10): codes, widths, what they read as, and outlines where the program is embedded. */
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream } from 'pdf-lib';
import { type EmbeddedProgram, readProgram } from '../../fonts/embedded';
import type { OutlineSink } from '../../fonts/types';
import { decodeStream, type Inflate } from './filters';
import { numbersOf } from './functions';
import { readUnicodeMap } from './unicode-map';

/** A character of a shown string. */
export interface ShownCode {
  readonly code: number;
  /** Advance, em. */
  readonly width: number;
  /** What it reads as; empty when the file does not tell. */
  readonly text: string;
  /** A space of one byte, which word spacing widens. */
  readonly space: boolean;
}

export interface PageFont {
  /** PostScript name without the tag of a subset. */
  readonly name: string;
  readonly kind: string;
  readonly embedded: boolean;
  readonly subset: boolean;
  /** The file tells what the codes read as. */
  readonly readable: boolean;
  /** Set from top to bottom. */
  readonly vertical: boolean;
  codes(bytes: Uint8Array): readonly ShownCode[];
  /** Draws in em; false when the glyph's outline cannot be told. */
  draw(code: number, sink: OutlineSink): boolean;
}

const mostWidths = 70_000;

/** A font as a page uses it: codes and widths, and outlines where its file is embedded and can be read. */
export function readFont(dict: PDFDict, inflate: Inflate): PageFont {
  const kind = wordOf(dict, 'Subtype');
  const composite = kind === 'Type0';
  const descendants = dict.lookup(PDFName.of('DescendantFonts'));
  const descendant = descendants instanceof PDFArray ? descendants.lookup(0) : undefined;
  const own = composite && descendant instanceof PDFDict ? descendant : dict;
  const descriptor = dictOf(own, 'FontDescriptor');
  const programStream = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => descriptor?.lookup(PDFName.of(key))).find(Boolean);
  const baseFont = wordOf(dict, 'BaseFont');
  const toUnicode = dict.lookup(PDFName.of('ToUnicode'));
  const map = toUnicode instanceof PDFRawStream ? readUnicodeMap(decodeStream(toUnicode, inflate).bytes) : undefined;
  const encoding = wordOf(dict, 'Encoding');
  const widthOf = composite ? compositeWidths(own) : simpleWidths(dict, kind === 'Type3' ? typeThreeScale(dict) : 0.001);
  const textOf = (code: number): string => map?.get(code) ?? (composite ? '' : latinText(code));
  const outlines = lazily(() => outlinesOf(own, programStream, composite, encoding, inflate));
  const known = new Map<number, ShownCode>();
  const shown = (code: number): ShownCode => {
    let entry = known.get(code);
    if (!entry) {
      entry = { code, width: widthOf(code), text: textOf(code), space: !composite && code === 32 };
      known.set(code, entry);
    }
    return entry;
  };
  return {
    name: baseFont.replace(/^[A-Z]{6}\+/, '') || kind,
    kind,
    embedded: kind === 'Type3' || programStream instanceof PDFRawStream,
    subset: /^[A-Z]{6}\+/.test(baseFont),
    readable: map !== undefined || !composite,
    vertical: composite && /-V$/.test(encoding),
    codes: (bytes) => codesOf(bytes, composite ? 2 : 1).map(shown),
    draw: (code, sink) => outlines()?.(code, sink) ?? false,
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const wordOf = (dict: PDFDict, key: string): string => {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : '';
};

const dictOf = (dict: PDFDict, key: string): PDFDict | undefined => {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFDict ? value : undefined;
};

/** Encodings of mixed length are read as two bytes throughout: right for Identity and UCS-2, the ones that press files use. */
function codesOf(bytes: Uint8Array, size: 1 | 2): readonly number[] {
  if (size === 1) return [...bytes];
  return Array.from({ length: bytes.length >> 1 }, (_, i) => 256 * bytes[2 * i]! + bytes[2 * i + 1]!);
}

const latinText = (code: number): string => (code >= 32 ? String.fromCharCode(code) : '');

function simpleWidths(dict: PDFDict, scale: number): (code: number) => number {
  const first = numbersOf(dict.lookup(PDFName.of('FirstChar')))[0] ?? 0;
  const widths = numbersOf(dict.lookup(PDFName.of('Widths')));
  // The fourteen standard fonts may leave their widths out.
  return (code) => (widths.length === 0 ? 0.5 : (widths[code - first] ?? 0) * scale);
}

/** Widths of Type 3 fonts are in their own glyph space. */
const typeThreeScale = (dict: PDFDict): number => numbersOf(dict.lookup(PDFName.of('FontMatrix')))[0] ?? 0.001;

function compositeWidths(dict: PDFDict): (cid: number) => number {
  const usual = numbersOf(dict.lookup(PDFName.of('DW')))[0] ?? 1000;
  const array = dict.lookup(PDFName.of('W'));
  const widths = new Map<number, number>();
  if (array instanceof PDFArray) readWidths(array, widths);
  return (cid) => (widths.get(cid) ?? usual) / 1000;
}

function readWidths(array: PDFArray, widths: Map<number, number>): void {
  const items = array.asArray().map((_, i) => array.lookup(i));
  for (let i = 0; i < items.length && widths.size < mostWidths; ) {
    const first = items[i];
    const second = items[i + 1];
    if (!(first instanceof PDFNumber)) return;
    if (second instanceof PDFArray) {
      for (const [k, width] of numbersOf(second).entries()) widths.set(first.asNumber() + k, width);
      i += 2;
      continue;
    }
    const [last, width] = [numbersOf(second)[0] ?? 0, numbersOf(items[i + 2])[0] ?? 0];
    for (let cid = first.asNumber(); cid <= last && widths.size < mostWidths; cid++) widths.set(cid, width);
    i += 3;
  }
}

/** Undefined when the outlines are not embedded, or of a kind that is not drawn here: Type 1 and Type 3. */
function outlinesOf(
  dict: PDFDict,
  stream: PDFObject | undefined,
  composite: boolean,
  encoding: string,
  inflate: Inflate,
): ((code: number, sink: OutlineSink) => boolean) | undefined {
  if (!(stream instanceof PDFRawStream)) return undefined;
  const program = programOf(decodeStream(stream, inflate).bytes);
  if (!program || (composite && !/^Identity-[HV]$/.test(encoding))) return undefined;
  const toGlyph = composite ? glyphOfCid(dict, program, inflate) : (code: number) => program.glyphOfCode(code);
  return (code, sink) => {
    const glyph = toGlyph(code);
    if (glyph === 0) return !composite && code === 32;
    try {
      program.draw(glyph, scaled(sink, 1 / program.unitsPerEm));
      return true;
    } catch {
      return false;
    }
  };
}

function programOf(bytes: Uint8Array): EmbeddedProgram | undefined {
  try {
    return readProgram(bytes);
  } catch {
    return undefined;
  }
}

function glyphOfCid(dict: PDFDict, program: EmbeddedProgram, inflate: Inflate): (cid: number) => number {
  const map = dict.lookup(PDFName.of('CIDToGIDMap'));
  if (!(map instanceof PDFRawStream)) return (cid) => program.glyphOfCid(cid);
  const { bytes } = decodeStream(map, inflate);
  return (cid) => 256 * (bytes[2 * cid] ?? 0) + (bytes[2 * cid + 1] ?? 0);
}

function scaled(sink: OutlineSink, by: number): OutlineSink {
  return {
    moveTo: (x, y) => sink.moveTo(x * by, y * by),
    lineTo: (x, y) => sink.lineTo(x * by, y * by),
    quadTo: (cx, cy, x, y) => sink.quadTo(cx * by, cy * by, x * by, y * by),
    cubicTo: (ax, ay, bx, by2, x, y) => sink.cubicTo(ax * by, ay * by, bx * by, by2 * by, x * by, y * by),
    close: () => sink.close(),
  };
}
