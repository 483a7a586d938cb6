/** Symbols of JBIG2 that are coded once (ITU-T T.88, 6.5). */
import { type Bitmap, type Budget, decodeGeneric, decodeRefinement, fromFax, type Moved, unpack } from './bitmap';
import { ArithmeticCoding, type Coding, HuffmanCoding, type Tables } from './coding';
import { BitReader } from './huffman';
import { standardTable } from './standard-tables';
import { bitsFor, placeSymbols, plainText } from './text';

const mostSymbols = 100_000;

export interface DictionaryHeader {
  readonly template: number;
  readonly moved: readonly Moved[];
  readonly refines: boolean;
  readonly refinementTemplate: number;
  readonly refinementMoved: readonly Moved[];
  readonly exported: number;
  readonly fresh: number;
  /** Of Huffman coding; undefined for the arithmetic one. */
  readonly tables?: Tables | undefined;
}

/** Tables of text inside a dictionary (6.5.8.2, table 17). */
const textTables = (): Tables => ({
  IAFS: standardTable(6),
  IADS: standardTable(8),
  IADT: standardTable(11),
  IARDW: standardTable(15),
  IARDH: standardTable(15),
  IARDX: standardTable(15),
  IARDY: standardTable(15),
  size: standardTable(1),
});

/** The symbols that a dictionary hands on. Throws RangeError on what is damaged. */
export function decodeDictionary(
  bytes: Uint8Array,
  header: DictionaryHeader,
  known: readonly Bitmap[],
  budget: Budget,
): readonly Bitmap[] {
  const total = known.length + header.fresh;
  if (total > mostSymbols) throw new RangeError('JBIG2: symbols');
  const { tables } = header;
  const coding = tables ? new HuffmanCoding(new BitReader(bytes), tables) : new ArithmeticCoding(bytes);
  const symbols = [...known];
  const contexts = new Uint8Array(1 << 16);
  for (let height = 0; symbols.length < total; ) {
    height += coding.number('IADH');
    let width = 0;
    const widths: number[] = [];
    for (let step = coding.take('IADW'); step !== undefined; step = coding.take('IADW')) {
      if (symbols.length + widths.length >= total) throw new RangeError('JBIG2: symbols');
      width += step;
      if (header.refines) symbols.push(refinedSymbol(coding, header, symbols, total, width, height, budget));
      else if (coding instanceof ArithmeticCoding) {
        const symbol = budget.bitmap(width, height);
        decodeGeneric(coding.decoder, contexts, symbol, header.template, header.moved, false);
        symbols.push(symbol);
      } else widths.push(width);
    }
    if (widths.length > 0) symbols.push(...collected(coding as HuffmanCoding, widths, height, budget));
  }
  return exportedFrom(coding, symbols, header.exported);
}

function exportedFrom(coding: Coding, symbols: readonly Bitmap[], count: number): readonly Bitmap[] {
  const chosen: Bitmap[] = [];
  let isExported = false;
  for (let at = 0; at < symbols.length && chosen.length <= count; isExported = !isExported) {
    const run = coding.number('IAEX');
    if (run < 0 || at + run > symbols.length) throw new RangeError('JBIG2: symbols');
    if (isExported) chosen.push(...symbols.slice(at, at + run));
    at += run;
    if (run === 0 && isExported) break;
  }
  return chosen;
}

/** All symbols of a height side by side in one bitmap, plain or as a facsimile (6.5.9). */
function collected(coding: HuffmanCoding, widths: readonly number[], height: number, budget: Budget): Bitmap[] {
  const { reader } = coding;
  const size = coding.number('size');
  const all = budget.bitmap(
    widths.reduce((sum, width) => sum + width, 0),
    height,
  );
  const rowBytes = (all.width + 7) >> 3;
  if (size > 0) fromFax(reader.take(size), all);
  else unpack(reader.take(rowBytes * height), all);
  let left = 0;
  return widths.map((width) => {
    const symbol = budget.bitmap(width, height);
    for (let y = 0; y < height; y++)
      symbol.pixels.set(all.pixels.subarray(y * all.width + left, y * all.width + left + width), y * width);
    left += width;
    return symbol;
  });
}

function refinedSymbol(
  coding: Coding,
  { refinementTemplate, refinementMoved, tables }: DictionaryHeader,
  symbols: readonly Bitmap[],
  total: number,
  width: number,
  height: number,
  budget: Budget,
): Bitmap {
  const symbol = budget.bitmap(width, height);
  const instances = coding.number('IAAI');
  // Inside a dictionary that is Huffman coded, text has tables of its own.
  const inner = coding instanceof HuffmanCoding && tables ? coding.with(textTables()) : coding;
  if (instances > 1) {
    const text = { ...plainText, instances, refines: true, refinementTemplate, refinementMoved };
    placeSymbols(inner, text, bitsFor(total), symbols, symbol, budget);
    return symbol;
  }
  const other = symbols[inner.symbol(bitsFor(total))];
  const [dx, dy] = [inner.number('IARDX'), inner.number('IARDY')];
  if (!other) throw new RangeError('JBIG2: symbol');
  inner.refine((decoder, contexts) =>
    decodeRefinement(decoder, contexts, symbol, other, dx, dy, { template: refinementTemplate, moved: refinementMoved }),
  );
  return symbol;
}
