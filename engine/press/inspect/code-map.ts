/** How the strings of a composite font are cut into codes, and which character each code is (ISO 32000-1 §9.7.5). */
import { type PDFDict, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import { decodeStream, type Inflate } from './filters';
import { numbersOf } from './functions';
import { type Operand, operationsOf } from './lexer';

export interface CodeMap {
  readonly vertical: boolean;
  /** The codes tell which glyph is meant; false for named maps whose tables are not at hand. */
  readonly isKnown: boolean;
  codes(bytes: Uint8Array): readonly number[];
  cidOf(code: number): number;
  /** What a code reads as where the map's name says so; empty otherwise. */
  textOf(code: number): string;
}

const mostRanges = 70_000;

export function readCodeMap(encoding: PDFObject | undefined, inflate: Inflate): CodeMap {
  if (encoding instanceof PDFRawStream) return embedded(encoding, inflate);
  const name = encoding instanceof PDFName ? encoding.decodeText() : 'Identity-H';
  const vertical = /-?V$/.test(name);
  const identity = /^Identity-[HV]$/.test(name);
  const decoder = decoderOf(name);
  const mixed = decoder !== undefined && !/UCS2|UTF16/.test(name);
  return {
    vertical,
    isKnown: identity,
    codes: mixed ? mixedCodes : twoByteCodes,
    cidOf: (code) => code,
    textOf: (code) => (decoder ? decoder(code) : ''),
  };
}

/** Named maps of Chinese, Japanese and Korean encodings, as far as a decoder knows their characters. */
function decoderOf(name: string): ((code: number) => string) | undefined {
  const label = /UCS2|UTF16/.test(name)
    ? 'utf-16be'
    : /^(GBK|GBKp|GBK2K|GB|GBpc)-/.test(name)
      ? 'gb18030'
      : /^(B5pc|ETen|HKscs|ETenms)-/.test(name)
        ? 'big5'
        : /RKSJ/.test(name)
          ? 'shift_jis'
          : /^KSC/.test(name)
            ? 'euc-kr'
            : undefined;
  if (label === undefined) return undefined;
  const decoder = new TextDecoder(label);
  return (code) =>
    decoder.decode(code > 255 || label === 'utf-16be' ? Uint8Array.of(code >> 8, code & 255) : Uint8Array.of(code));
}

function twoByteCodes(bytes: Uint8Array): readonly number[] {
  return Array.from({ length: bytes.length >> 1 }, (_, i) => 256 * bytes[2 * i]! + bytes[2 * i + 1]!);
}

/** One byte below 129, two from there on: GBK, Big5 and their kin. */
function mixedCodes(bytes: Uint8Array): readonly number[] {
  const codes: number[] = [];
  for (let i = 0; i < bytes.length; i++) codes.push(bytes[i]! <= 0x80 ? bytes[i]! : 256 * bytes[i]! + (bytes[++i] ?? 0));
  return codes;
}

interface Range {
  readonly low: number;
  readonly high: number;
  readonly length: number;
}

function embedded(stream: PDFRawStream, inflate: Inflate): CodeMap {
  const spaces: Range[] = [];
  const singles = new Map<number, number>();
  const ranges: { low: number; high: number; cid: number }[] = [];
  for (const { operator, operands } of operationsOf(decodeStream(stream, inflate).bytes)) {
    if (operator === 'endcodespacerange') for (const [low, high] of groups(operands, 2)) addSpace(spaces, low, high);
    if (operator === 'endcidchar')
      for (const [code, cid] of groups(operands, 2)) if (isBytes(code) && typeof cid === 'number') singles.set(codeOf(code), cid);
    if (operator === 'endcidrange')
      for (const [low, high, cid] of groups(operands, 3))
        if (isBytes(low) && isBytes(high) && typeof cid === 'number') ranges.push({ low: codeOf(low), high: codeOf(high), cid });
    if (singles.size + ranges.length > mostRanges) break;
  }
  const isIdentity = singles.size === 0 && ranges.length === 0;
  return {
    vertical: numbersOf(stream.dict.lookup(PDFName.of('WMode')))[0] === 1,
    isKnown: true,
    codes: spaces.length === 0 || isIdentity ? twoByteCodes : (bytes) => codesIn(bytes, spaces),
    cidOf: (code) => {
      const single = singles.get(code);
      if (single !== undefined) return single;
      const range = ranges.find(({ low, high }) => code >= low && code <= high);
      return range ? range.cid + code - range.low : isIdentity ? code : 0;
    },
    textOf: () => '',
  };
}

const isBytes = (operand: Operand | undefined): operand is Uint8Array => operand instanceof Uint8Array;
const codeOf = (bytes: Uint8Array): number => bytes.subarray(0, 4).reduce((sum, byte) => 256 * sum + byte, 0);

/** Counts before `begin…` stand among the operands of nothing. */
function groups(operands: readonly Operand[], size: number): (Operand | undefined)[][] {
  return Array.from({ length: Math.floor(operands.length / size) }, (_, i) => operands.slice(i * size, (i + 1) * size));
}

function addSpace(spaces: Range[], low: Operand | undefined, high: Operand | undefined): void {
  if (isBytes(low) && isBytes(high) && low.length >= 1 && low.length <= 4 && spaces.length < 100)
    spaces.push({ low: codeOf(low), high: codeOf(high), length: low.length });
}

/** The shortest code whose bytes lie in a space; two bytes are passed over where none does. */
function codesIn(bytes: Uint8Array, spaces: readonly Range[]): readonly number[] {
  const codes: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const found = [1, 2, 3, 4].find((length) => spaces.some((space) => space.length === length && isInside(bytes, i, space)));
    const length = found ?? Math.min(...spaces.map((space) => space.length));
    codes.push(codeOf(bytes.subarray(i, i + length)));
    i += length;
  }
  return codes;
}

function isInside(bytes: Uint8Array, at: number, { low, high, length }: Range): boolean {
  if (at + length > bytes.length) return false;
  for (let k = 0; k < length; k++) {
    const shift = 8 * (length - 1 - k);
    const byte = bytes[at + k]!;
    if (byte < ((low >>> shift) & 255) || byte > ((high >>> shift) & 255)) return false;
  }
  return true;
}

/** A CIDToGIDMap; identity when there is none. */
export function readGlyphMap(dict: PDFDict, inflate: Inflate): ((cid: number) => number) | undefined {
  const map = dict.lookup(PDFName.of('CIDToGIDMap'));
  if (!(map instanceof PDFRawStream)) return undefined;
  const { bytes } = decodeStream(map, inflate);
  return (cid) => 256 * (bytes[2 * cid] ?? 0) + (bytes[2 * cid + 1] ?? 0);
}
