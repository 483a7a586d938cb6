/** How the strings of a composite font are cut into codes, and which character each code is (ISO 32000-1 §9.7.5). */
import { type PDFDict, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import { CodeTable, numberOf } from './code-table';
import { decodeStream, type Inflate } from './filters';
import { numbersOf } from './functions';
import { type Operand, operationsOf } from './lexer';
import { namedMap } from './named-maps';

export interface CodeMap {
  readonly vertical: boolean;
  /** The codes tell which character is meant; false for names that no standard knows. */
  readonly isKnown: boolean;
  /** Has codes of one byte, among them the space. */
  readonly hasByteSpace: boolean;
  codes(bytes: Uint8Array): readonly number[];
  cidOf(code: number): number;
  /** What a code reads as where the map's name says so; empty otherwise. */
  textOf(code: number): string;
}

const mostUses = 4;

/** Of a font's Encoding; Identity-H when there is none. */
export function readCodeMap(encoding: PDFObject | undefined, inflate: Inflate): CodeMap {
  if (encoding instanceof PDFRawStream) return embedded(encoding, inflate);
  const name = encoding instanceof PDFName ? encoding.decodeText() : 'Identity-H';
  const table = /^Identity-[HV]$/.test(name) ? undefined : namedMap(name, inflate);
  const decoder = decoderOf(name);
  return {
    vertical: /(^|-)V$/.test(name),
    isKnown: table !== undefined || /^Identity-[HV]$/.test(name),
    hasByteSpace: table !== undefined && hasByteSpace(table),
    codes: table ? (bytes) => table.cut(bytes) : twoByteCodes,
    cidOf: table ? (code) => table.cidOf(code) ?? 0 : (code) => code,
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
  const least = label === 'utf-16be' ? 2 : 1;
  return (code) => decoder.decode(bytesOf(code, least));
}

function bytesOf(code: number, least: number): Uint8Array {
  const length = Math.max(least, code > 0xffffff ? 4 : code > 0xffff ? 3 : code > 0xff ? 2 : 1);
  return Uint8Array.from({ length }, (_, i) => (code >>> (8 * (length - 1 - i))) & 255);
}

function twoByteCodes(bytes: Uint8Array): readonly number[] {
  return Array.from({ length: bytes.length >> 1 }, (_, i) => 256 * bytes[2 * i]! + bytes[2 * i + 1]!);
}

const space = 32;
const hasByteSpace = ({ spaces }: CodeTable): boolean =>
  spaces.some(({ length, low, high }) => length === 1 && low <= space && space <= high);

function embedded(stream: PDFRawStream, inflate: Inflate): CodeMap {
  const table = tableOf(stream, inflate, 0);
  const isIdentity = table.isEmpty;
  return {
    vertical: numbersOf(stream.dict.lookup(PDFName.of('WMode')))[0] === 1,
    isKnown: true,
    hasByteSpace: hasByteSpace(table),
    codes: table.spaces.length === 0 || isIdentity ? twoByteCodes : (bytes) => table.cut(bytes),
    cidOf: (code) => table.cidOf(code) ?? (isIdentity ? code : 0),
    textOf: () => '',
  };
}

function tableOf(stream: PDFRawStream, inflate: Inflate, depth: number): CodeTable {
  const table = new CodeTable(baseOf(stream.dict.lookup(PDFName.of('UseCMap')), inflate, depth));
  for (const { operator, operands } of operationsOf(decodeStream(stream, inflate).bytes)) {
    if (operator === 'endcodespacerange')
      for (const [low, high] of groups(operands, 2))
        if (isBytes(low) && isBytes(high)) table.addSpace({ low: numberOf(low), high: numberOf(high), length: low.length });
    if (operator === 'endcidchar')
      for (const [code, cid] of groups(operands, 2))
        if (isBytes(code) && typeof cid === 'number') table.addRange(numberOf(code), numberOf(code), cid);
    if (operator === 'endcidrange')
      for (const [low, high, cid] of groups(operands, 3))
        if (isBytes(low) && isBytes(high) && typeof cid === 'number') table.addRange(numberOf(low), numberOf(high), cid);
    if (table.isFull) break;
  }
  return table;
}

/** The map that an embedded one goes on from. */
function baseOf(object: PDFObject | undefined, inflate: Inflate, depth: number): CodeTable | undefined {
  if (object instanceof PDFName) return namedMap(object.decodeText(), inflate);
  return object instanceof PDFRawStream && depth < mostUses ? tableOf(object, inflate, depth + 1) : undefined;
}

const isBytes = (operand: Operand | undefined): operand is Uint8Array => operand instanceof Uint8Array;

/** Counts before `begin…` stand among the operands of nothing. */
function groups(operands: readonly Operand[], size: number): (Operand | undefined)[][] {
  return Array.from({ length: Math.floor(operands.length / size) }, (_, i) => operands.slice(i * size, (i + 1) * size));
}

/** A CIDToGIDMap; undefined when there is none, which means identity. */
export function readGlyphMap(dict: PDFDict, inflate: Inflate): ((cid: number) => number) | undefined {
  const map = dict.lookup(PDFName.of('CIDToGIDMap'));
  if (!(map instanceof PDFRawStream)) return undefined;
  const { bytes } = decodeStream(map, inflate);
  return (cid) => 256 * (bytes[2 * cid] ?? 0) + (bytes[2 * cid + 1] ?? 0);
}
