/** Fonts of any PDF (ISO 32000-1 §9.5–9.10): codes, widths, what they read as, and outlines where the program is embedded. */
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString } from 'pdf-lib';
import { type EmbeddedProgram, readProgram } from '../../fonts/embedded';
import type { OutlineSink } from '../../fonts/types';
import type { Matrix } from '../geometry';
import { type CodeMap, readCodeMap, readGlyphMap } from './code-map';
import { decodeStream, type Inflate } from './filters';
import { compositeWidths, simpleWidths, verticalWidths } from './font-widths';
import { numbersOf } from './functions';
import { textOfCid } from './named-maps';
import { glyphOfSimple, readSimpleEncoding, textOfSimple } from './simple-encoding';
import { readUnicodeMap } from './unicode-map';

/** A character of a shown string. */
export interface ShownCode {
  readonly code: number;
  /** The character that the code means in a composite font; elsewhere the code itself. */
  readonly cid: number;
  /** Advance, em. */
  readonly width: number;
  /** Of vertical writing, em: advance downwards, and the origin seen from that of horizontal writing. */
  readonly height: number;
  readonly origin: { readonly x: number; readonly y: number };
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
  /** What codes mean is told; false for composite fonts whose map nobody knows. */
  readonly isMapped: boolean;
  codes(bytes: Uint8Array): readonly ShownCode[];
  /** Draws in em; false when the glyph's outline cannot be told. */
  draw(code: number, sink: OutlineSink): boolean;
  /** The embedded program has no glyph for what the code means: it prints as .notdef, a box or nothing. */
  lacks(code: number): boolean;
  /** Content that draws the glyph, of Type 3 fonts. */
  drawing(code: number): PDFRawStream | undefined;
  /** Of Type 3 fonts: what drawings name, and their space → em. */
  readonly resources: PDFDict | undefined;
  readonly glyphSpace: Matrix;
}

/** A font as a page uses it: codes and widths, and outlines where its file is embedded and can be read. */
export function readFont(dict: PDFDict, inflate: Inflate): PageFont {
  const kind = wordOf(dict, 'Subtype');
  const parts = kind === 'Type0' ? compositeParts(dict, inflate) : simpleParts(dict, kind, inflate);
  const baseFont = wordOf(dict, 'BaseFont');
  const toUnicode = dict.lookup(PDFName.of('ToUnicode'));
  const map = toUnicode instanceof PDFRawStream ? readUnicodeMap(decodeStream(toUnicode, inflate).bytes) : undefined;
  const known = new Map<number, ShownCode>();
  const shown = (code: number): ShownCode => {
    let entry = known.get(code);
    if (!entry) {
      const text = map?.get(code) ?? parts.textOf(code);
      entry = { code, cid: parts.cidOf(code), text, ...parts.measure(code), space: code === 32 && parts.hasByteSpace };
      known.set(code, entry);
    }
    return entry;
  };
  const resources = dict.lookup(PDFName.of('Resources'));
  return {
    name: baseFont.replace(/^[A-Z]{6}\+/, '') || kind,
    kind,
    embedded: kind === 'Type3' || parts.embedded,
    subset: /^[A-Z]{6}\+/.test(baseFont),
    readable: map !== undefined || kind !== 'Type0',
    vertical: parts.vertical,
    isMapped: parts.isMapped,
    codes: (bytes) => parts.codes(bytes).map(shown),
    draw: parts.draw,
    lacks: remembered((code) => parts.isNotdef(code) && showsSomething(shown(code).text, code, parts.draw)),
    drawing: (code) => parts.drawing?.(code),
    resources: resources instanceof PDFDict ? resources : undefined,
    glyphSpace: fontMatrix(dict),
  };
}

interface Parts {
  readonly vertical: boolean;
  readonly isMapped: boolean;
  readonly cidOf: (code: number) => number;
  /** A code of one byte is the space, which word spacing widens. */
  readonly hasByteSpace: boolean;
  readonly embedded: boolean;
  readonly codes: (bytes: Uint8Array) => readonly number[];
  readonly textOf: (code: number) => string;
  readonly measure: (code: number) => Pick<ShownCode, 'width' | 'height' | 'origin'>;
  readonly draw: PageFont['draw'];
  /** The code leads to the glyph of what a font does not have. */
  readonly isNotdef: (code: number) => boolean;
  readonly drawing?: PageFont['drawing'];
}

function compositeParts(dict: PDFDict, inflate: Inflate): Parts {
  const descendants = dict.lookup(PDFName.of('DescendantFonts'));
  const descendant = descendants instanceof PDFArray ? descendants.lookup(0) : undefined;
  const own = descendant instanceof PDFDict ? descendant : dict;
  const stream = programStream(dictOf(own, 'FontDescriptor'));
  const ordering = orderingOf(own);
  const codeMap = readCodeMap(dict.lookup(PDFName.of('Encoding')), inflate);
  const widthOf = compositeWidths(own);
  const standing = verticalWidths(own, widthOf);
  const program = lazily(() => programOf(stream, inflate));
  const glyphs = lazily(() => compositeGlyphs(own, codeMap, inflate));
  const characters = lazily(() => program()?.characters());
  const textOfGlyph = (code: number): string => {
    const font = program();
    const character = font && characters()?.get(glyphs()(font, code));
    return character === undefined ? '' : String.fromCodePoint(character);
  };
  return {
    vertical: codeMap.vertical,
    isMapped: codeMap.isKnown,
    cidOf: codeMap.cidOf,
    hasByteSpace: codeMap.hasByteSpace,
    embedded: stream !== undefined,
    codes: codeMap.codes,
    textOf: (code) => codeMap.textOf(code) || textOfCid(ordering, codeMap.cidOf(code), inflate) || textOfGlyph(code),
    measure: (code) => {
      const { height, x, y } = standing(codeMap.cidOf(code));
      const width = codeMap.isKnown ? widthOf(codeMap.cidOf(code)) : code < 256 ? 0.5 : 1;
      return { width, height, origin: { x, y } };
    },
    draw: drawer(program, glyphs, () => false),
    isNotdef: notdefFinder(program, glyphs),
  };
}

/** The collection whose characters the font numbers: `GB1`, `Identity`. */
function orderingOf(font: PDFDict): string {
  const ordering = dictOf(font, 'CIDSystemInfo')?.lookup(PDFName.of('Ordering'));
  return ordering instanceof PDFString || ordering instanceof PDFHexString ? ordering.decodeText() : '';
}

/** Undefined where a named map leads to characters whose glyphs nobody here knows. */
function compositeGlyphs(dict: PDFDict, codeMap: CodeMap, inflate: Inflate) {
  const glyphMap = readGlyphMap(dict, inflate);
  return (program: EmbeddedProgram, code: number): number => {
    if (codeMap.isKnown) return glyphMap ? glyphMap(codeMap.cidOf(code)) : program.glyphOfCid(codeMap.cidOf(code));
    const character = codeMap.textOf(code).codePointAt(0);
    return character === undefined ? 0 : program.glyphOfCharacter(character);
  };
}

function simpleParts(dict: PDFDict, kind: string, inflate: Inflate): Parts {
  const descriptor = dictOf(dict, 'FontDescriptor');
  const stream = programStream(descriptor);
  const encoding = readSimpleEncoding(dict, descriptor);
  const program = lazily(() => programOf(stream, inflate));
  const missing = numbersOf(descriptor?.lookup(PDFName.of('MissingWidth')))[0] ?? 0;
  const widthOf = simpleWidths(dict, missing, kind === 'Type3' ? fontMatrix(dict)[0] : 0.001);
  const procedures = dictOf(dict, 'CharProcs');
  const glyphs = () => (font: EmbeddedProgram, code: number) => glyphOfSimple(font, encoding, code);
  return {
    vertical: false,
    isMapped: true,
    cidOf: (code) => code,
    hasByteSpace: true,
    embedded: stream !== undefined,
    codes: (bytes) => [...bytes],
    textOf: (code) => textOfSimple(kind === 'Type3' ? undefined : program(), encoding, code) || latinText(kind, code),
    measure: (code) => ({ width: widthOf(code), height: 1, origin: { x: 0, y: 0 } }),
    isNotdef: notdefFinder(program, glyphs),
    draw: drawer(
      program,
      glyphs,
      (code) => code === 32 || encoding.nameOf(code) === 'space' || encoding.nameOf(code) === 'nbspace',
    ),
    ...(procedures
      ? {
          drawing: (code: number) => {
            const name = encoding.nameOf(code);
            const found = name === '' ? undefined : procedures.lookup(PDFName.of(name));
            return found instanceof PDFRawStream ? found : undefined;
          },
        }
      : {}),
  };
}

const latinText = (kind: string, code: number): string =>
  kind !== 'Type3' && code >= 32 && code < 127 ? String.fromCharCode(code) : '';

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

/** Of Type 3 fonts; glyphs of others are drawn in em. */
function fontMatrix(dict: PDFDict): Matrix {
  const [a = 0.001, b = 0, c = 0, d = 0.001, e = 0, f = 0] = numbersOf(dict.lookup(PDFName.of('FontMatrix')));
  return [a, b, c, d, e, f];
}

function programStream(descriptor: PDFDict | undefined): PDFRawStream | undefined {
  const found = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => descriptor?.lookup(PDFName.of(key)));
  return found.find((stream): stream is PDFRawStream => stream instanceof PDFRawStream);
}

function programOf(stream: PDFRawStream | undefined, inflate: Inflate): EmbeddedProgram | undefined {
  try {
    return stream && readProgram(decodeStream(stream, inflate).bytes);
  } catch {
    return undefined;
  }
}

/** @param isBlank codes that draw nothing even where the program has no glyph for them */
function drawer(
  program: () => EmbeddedProgram | undefined,
  glyphs: GlyphFinder,
  isBlank: (code: number) => boolean,
): PageFont['draw'] {
  return (code, sink) => {
    const font = program();
    if (!font) return false;
    try {
      const glyph = glyphs()(font, code);
      // A missing glyph prints as .notdef does, whatever that is.
      if (glyph === 0 && isBlank(code)) return true;
      font.draw(glyph, scaled(sink, 1 / font.unitsPerEm));
      return true;
    } catch {
      return false;
    }
  };
}

type GlyphFinder = () => (program: EmbeddedProgram, code: number) => number;

function notdefFinder(program: () => EmbeddedProgram | undefined, glyphs: GlyphFinder): Parts['isNotdef'] {
  return (code) => {
    const font = program();
    try {
      return font !== undefined && glyphs()(font, code) === 0;
    } catch {
      return false;
    }
  };
}

/** A character that has ink; of one that the file does not tell, a glyph that has some. Blanks are often set as .notdef. */
function showsSomething(text: string, code: number, draw: PageFont['draw']): boolean {
  if (text !== '') return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
  let hasInk = false;
  const note = () => {
    hasInk = true;
  };
  draw(code, { moveTo: () => {}, lineTo: note, quadTo: note, cubicTo: note, close: () => {} });
  return hasInk;
}

function remembered(find: (code: number) => boolean): (code: number) => boolean {
  const known = new Map<number, boolean>();
  return (code) => {
    const before = known.get(code);
    if (before !== undefined) return before;
    const found = find(code);
    known.set(code, found);
    return found;
  };
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
