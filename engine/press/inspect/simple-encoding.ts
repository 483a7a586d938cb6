/** Which glyph a code of a simple font means (ISO 32000-1 §9.6.6). */
import { PDFArray, PDFDict, PDFName, PDFNumber } from 'pdf-lib';
import type { EmbeddedProgram } from '../../fonts/embedded';
import { codePointOf, nameOfCodePoint, standardStrings } from '../../fonts/glyph-names';
import { standardString } from '../../fonts/standard-encoding';
import { numbersOf } from './functions';

const symbolicFlag = 4;

export interface SimpleEncoding {
  /** Names that the dictionary gives; empty where it leaves the font its own. */
  nameOf(code: number): string;
  readonly symbolic: boolean;
  /** Names a base encoding, or differences from one. */
  readonly isStated: boolean;
}

const decoders: Readonly<Record<string, string>> = { WinAnsiEncoding: 'windows-1252', MacRomanEncoding: 'macintosh' };

/** Names of a base encoding's codes. */
function baseNames(name: string): ((code: number) => string) | undefined {
  if (name === 'StandardEncoding') return (code) => standardStrings[standardString(code)] ?? '';
  const label = decoders[name];
  if (label === undefined) return undefined;
  const text = new TextDecoder(label).decode(Uint8Array.from({ length: 256 }, (_, i) => i));
  return (code) => (code < 32 ? '' : nameOfCodePoint(text.charCodeAt(code)));
}

/** The names that the dictionary of a simple font gives its codes (ISO 32000-1 §9.6.6). */
export function readSimpleEncoding(font: PDFDict, descriptor: PDFDict | undefined): SimpleEncoding {
  const encoding = font.lookup(PDFName.of('Encoding'));
  const stated = encoding instanceof PDFDict ? encoding.lookup(PDFName.of('BaseEncoding')) : encoding;
  const differences = encoding instanceof PDFDict ? encoding.lookup(PDFName.of('Differences')) : undefined;
  const base = stated instanceof PDFName ? baseNames(stated.decodeText()) : undefined;
  const own = differences instanceof PDFArray ? readDifferences(differences) : new Map<number, string>();
  const flags = numbersOf(descriptor?.lookup(PDFName.of('Flags')))[0] ?? 0;
  return {
    nameOf: (code) => own.get(code) ?? base?.(code) ?? '',
    symbolic: (flags & symbolicFlag) !== 0,
    isStated: base !== undefined || own.size > 0,
  };
}

function readDifferences(array: PDFArray): Map<number, string> {
  const names = new Map<number, string>();
  let code = 0;
  for (let i = 0; i < Math.min(array.size(), 1024); i++) {
    const item = array.lookup(i);
    if (item instanceof PDFNumber) code = item.asNumber();
    else if (item instanceof PDFName) names.set(code++, item.decodeText());
  }
  return names;
}

/** Glyph of a code; 0 for none. */
export function glyphOfSimple(program: EmbeddedProgram, encoding: SimpleEncoding, code: number): number {
  const name = encoding.nameOf(code);
  if (program.kind !== 'glyf') {
    if (name === '.notdef') return 0;
    return (name !== '' && program.glyphOfName(name)) || (name === '' || encoding.symbolic ? program.glyphOfCode(code) : 0);
  }
  const named = (): number => {
    const codePoint = codePointOf(name);
    return (codePoint !== undefined && program.glyphOfCharacter(codePoint)) || (name === '' ? 0 : program.glyphOfName(name));
  };
  if (encoding.symbolic || !encoding.isStated) return program.glyphOfCode(code) || named();
  return named() || program.glyphOfCode(code);
}

/** What a code reads as by the name of its glyph; empty when nobody knows. */
export function textOfSimple(program: EmbeddedProgram | undefined, encoding: SimpleEncoding, code: number): string {
  const name = encoding.nameOf(code) || program?.nameOfCode(code) || '';
  const codePoint = codePointOf(name);
  if (codePoint !== undefined) return String.fromCodePoint(codePoint);
  return name === '' && program?.kind === 'glyf' && code >= 32 ? String.fromCharCode(code) : '';
}
