/** Which Huffman tables a segment asks for (ITU-T T.88, 7.4.2.1.1 and 7.4.3.1.2). */
import { ArithmeticCoding, type Coding, HuffmanCoding, type Tables } from './coding';
import { BitReader, type HuffmanTable, readSymbolCodes } from './huffman';
import { standardTable } from './standard-tables';

/** Says that a table of the file's own is meant. */
const own = 'own';
type Choice = number | typeof own;

/** @param choice a standard table, or the next of those that the file brings along */
function chosen(choice: Choice | undefined, files: HuffmanTable[]): HuffmanTable {
  const table = choice === own ? files.shift() : choice === undefined ? undefined : standardTable(choice);
  if (!table) throw new RangeError('JBIG2: table');
  return table;
}

/** @param flags of the dictionary @param files tables that it refers to */
export function dictionaryTables(flags: number, files: readonly HuffmanTable[]): Tables {
  const left = [...files];
  const pick = (at: number, bits: number, choices: readonly (Choice | undefined)[]) =>
    chosen(choices[(flags >> at) & (2 ** bits - 1)], left);
  return {
    IADH: pick(2, 2, [4, 5, undefined, own]),
    IADW: pick(4, 2, [2, 3, undefined, own]),
    size: pick(6, 1, [1, own]),
    IAAI: pick(7, 1, [1, own]),
    IAEX: standardTable(1),
  };
}

/** @param flags Huffman flags of the text region */
export function textTables(flags: number, files: readonly HuffmanTable[]): Tables {
  const left = [...files];
  const pick = (at: number, choices: readonly (Choice | undefined)[]) => chosen(choices[(flags >> at) & 3], left);
  const refinement = [14, 15, undefined, own] as const;
  return {
    IAFS: pick(0, [6, 7, undefined, own]),
    IADS: pick(2, [8, 9, 10, own]),
    IADT: pick(4, [11, 12, 13, own]),
    IARDW: pick(6, refinement),
    IARDH: pick(8, refinement),
    IARDX: pick(10, refinement),
    IARDY: pick(12, refinement),
    size: (flags >> 14) & 1 ? chosen(own, left) : standardTable(1),
  };
}

/** What text is read by; with Huffman tables the codes of its symbols come first. */
export function textCoding(bytes: Uint8Array, tables: Tables | undefined, symbols: number): Coding {
  if (!tables) return new ArithmeticCoding(bytes);
  const reader = new BitReader(bytes);
  return new HuffmanCoding(reader, tables, readSymbolCodes(reader, symbols));
}
